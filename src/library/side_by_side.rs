//! The same work on each of many things, in as many threads as there are cores. Knows nothing of the work.

use std::{
    collections::BTreeMap,
    num::NonZero,
    panic,
    sync::{
        atomic::{AtomicUsize, Ordering},
        mpsc::sync_channel,
    },
    thread,
};

/// What comes of doing `work` on each of `0..count`, in that order. The first error ends it.
///
/// # Errors
/// One of those of the work.
pub(super) fn each<T: Send, E: Send>(
    count: usize,
    work: impl Fn(usize) -> Result<T, E> + Sync,
) -> Result<Vec<T>, E> {
    let mut all = Vec::with_capacity(count);
    in_order(
        count,
        || (),
        |(), at| work(at),
        |done| {
            all.push(done);
            Ok(())
        },
    )?;
    Ok(all)
}

/// Does `work` on each of `0..count`, and gives what comes of it to `take` in that order, as it comes. Each thread
/// has something of its own to work with, made by `tool`. The first error ends it.
///
/// # Errors
/// One of those of the work, or of `take`.
pub fn in_order<W, T: Send, E: Send>(
    count: usize,
    tool: impl Fn() -> W + Sync,
    work: impl Fn(&mut W, usize) -> Result<T, E> + Sync,
    mut take: impl FnMut(T) -> Result<(), E>,
) -> Result<(), E> {
    let threads = thread::available_parallelism().map_or(1, NonZero::get).min(count);
    if threads < 2 {
        let mut tool = tool();
        return (0..count).try_for_each(|at| take(work(&mut tool, at)?));
    }
    let next = AtomicUsize::new(0);
    let (done, all) = sync_channel(AHEAD);
    let work_off = |done: std::sync::mpsc::SyncSender<_>| {
        let mut tool = tool();
        loop {
            let at = next.fetch_add(1, Ordering::Relaxed);
            // Where nobody takes it any more, it need not be done.
            if at >= count || done.send((at, work(&mut tool, at))).is_err() {
                return;
            }
        }
    };
    thread::scope(|scope| {
        let work_off = &work_off;
        let spawn = |_| {
            let done = done.clone();
            thread::Builder::new().spawn_scoped(scope, move || work_off(done)).ok()
        };
        let spawned: Vec<_> = (0..threads).filter_map(spawn).collect();
        drop(done);
        if spawned.is_empty() {
            // There is no thread to be had: this one does it.
            let mut tool = tool();
            return (0..count).try_for_each(|at| take(work(&mut tool, at)?));
        }
        let mut early = BTreeMap::new();
        let mut wanted = 0;
        // All is taken before `all` goes out of this scope, or the rest is not wanted.
        let taken = all.into_iter().try_for_each(|(at, done)| {
            early.insert(at, done?);
            while let Some(done) = early.remove(&wanted) {
                wanted += 1;
                take(done)?;
            }
            Ok(())
        });
        for thread in spawned {
            // Who asked is to hear of a panic as if there had been no thread.
            thread.join().unwrap_or_else(|panic| panic::resume_unwind(panic));
        }
        taken
    })
}

/// How much may be done that is not taken yet.
const AHEAD: usize = 8;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_comes_of_it_stands_in_order() {
        let squares = each(100, |n| Ok::<_, ()>(n * n)).expect("nothing fails");
        assert_eq!(squares, (0..100).map(|n| n * n).collect::<Vec<_>>());
        assert_eq!(each(0, Ok::<usize, ()>), Ok(vec![]));
        assert_eq!(each(9, |n| if n == 5 { Err("five") } else { Ok(n) }), Err("five"));
    }

    #[test]
    fn whoever_takes_may_end_it() {
        let mut taken = Vec::new();
        let ended = in_order(
            1000,
            || 1,
            |one, n| Ok(n + *one),
            |n| {
                taken.push(n);
                if n == 7 { Err("enough") } else { Ok(()) }
            },
        );
        assert_eq!((ended, taken), (Err("enough"), (1..=7).collect()));
    }
}
