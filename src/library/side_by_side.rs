//! The same work on each of many things, in as many threads as there are cores. Knows nothing of the work.

use std::{
    num::NonZero,
    sync::{
        Mutex, PoisonError,
        atomic::{AtomicUsize, Ordering},
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
    let threads = thread::available_parallelism().map_or(1, NonZero::get).min(count);
    if threads < 2 {
        return (0..count).map(work).collect();
    }
    let next = AtomicUsize::new(0);
    let slots: Vec<Mutex<Option<T>>> = (0..count).map(|_| Mutex::new(None)).collect();
    let work_off = || -> Result<(), E> {
        loop {
            let at = next.fetch_add(1, Ordering::Relaxed);
            let Some(slot) = slots.get(at) else { return Ok(()) };
            let done = work(at).inspect_err(|_| next.store(count, Ordering::Relaxed))?;
            *slot.lock().unwrap_or_else(PoisonError::into_inner) = Some(done);
        }
    };
    thread::scope(|scope| {
        // Where there is no thread to be had, this one does it all.
        let spawn = |_| thread::Builder::new().spawn_scoped(scope, work_off).ok();
        let others: Vec<_> = (1..threads).filter_map(spawn).collect();
        let own = work_off();
        let others = others.into_iter().map(|other| match other.join() {
            Ok(done) => done,
            // Who asked is to hear of a panic as if there had been no thread.
            Err(panic) => std::panic::resume_unwind(panic),
        });
        others.chain([own]).collect::<Result<(), E>>()
    })?;
    let filled =
        slots.into_iter().map(|slot| slot.into_inner().unwrap_or_else(PoisonError::into_inner));
    Ok(filled.flatten().collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_comes_of_it_stands_in_order() {
        let squares = each(100, |n| Ok::<_, ()>(n * n)).expect("nothing fails");
        assert_eq!(squares, (0..100).map(|n| n * n).collect::<Vec<_>>());
        assert_eq!(each(0, |n| Ok::<_, ()>(n)), Ok(vec![]));
        assert_eq!(each(9, |n| if n == 5 { Err("five") } else { Ok(n) }), Err("five"));
    }
}
