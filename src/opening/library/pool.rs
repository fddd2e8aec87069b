//! Many files → segments, in several threads. Each thread fills a segment of its own; one that is full is handed
//! on at once, so that little is lost when all ends. Knows files and segments, not where segments go.

use std::{
    num::NonZero,
    sync::{
        Arc, Mutex, PoisonError,
        atomic::{AtomicBool, AtomicUsize, Ordering},
    },
    thread,
};

use super::{Progress, Seen, read};
use crate::library::{Builder, Segment};

/// Text of a segment, in bytes: the larger, the faster a search; the smaller, the less memory it takes to make
/// one, and the less is lost.
const FULL: usize = 16 << 20;
/// Text of the first segment of a thread: something is to be seen soon.
const FIRST: usize = 3 << 20;
/// Deeply nested documents are read as deeply here as in the main thread of a program.
const STACK: usize = 8 << 20;
/// Threads at least and at most; files for which another one is worth it.
const THREADS: (usize, usize) = (2, 4);
const FILES_OF_A_THREAD: usize = 8;

/// Makes a segment of a builder, wherever it is then, and is told the files in it: indices of those that were to
/// be read. Where it makes none, what is in it counts as unread.
pub(super) type Keep<'a> = dyn Fn(&mut Builder, &[usize]) -> Option<Arc<Segment>> + Sync + 'a;

/// What came of reading.
#[derive(Default)]
pub(super) struct Done {
    /// The segments, each with the files in it: indices of those that were to be read.
    pub(super) segments: Vec<(Arc<Segment>, Vec<usize>)>,
    /// What could not be read, and why.
    pub(super) unread: Vec<(usize, String)>,
    /// Whether it was ended before all was read.
    pub(super) is_partial: bool,
    /// Why something could not be kept.
    pub(super) complaint: Option<String>,
}

/// Reads files, in as many threads as are worth it.
pub(super) fn read(
    seen: &[Seen],
    progress: &Progress,
    goes_on: &(dyn Fn() -> bool + Sync),
    keep: &Keep<'_>,
) -> Done {
    progress.add_all(seen.len());
    let (next, is_partial) = (AtomicUsize::new(0), AtomicBool::new(false));
    let done = Mutex::new(Done::default());
    let work = || {
        let (mut builder, mut files, mut full) = (Builder::default(), Vec::new(), FIRST);
        let hand_on = |builder: &mut Builder, files: &mut Vec<usize>| {
            let files = std::mem::take(files);
            if let Some(segment) = keep(builder, &files) {
                lock(&done).segments.push((segment, files));
                progress.add_kept();
            }
        };
        loop {
            let at = next.fetch_add(1, Ordering::Relaxed);
            let Some(file) = seen.get(at) else { break };
            if !goes_on() {
                is_partial.store(true, Ordering::Relaxed);
                break;
            }
            match read::read(file) {
                Ok(record) => {
                    builder.add(record);
                    files.push(at);
                }
                Err(reason) => lock(&done).unread.push((at, reason)),
            }
            progress.add_done();
            if builder.size() >= full {
                hand_on(&mut builder, &mut files);
                full = FULL;
            }
        }
        if !builder.is_empty() {
            hand_on(&mut builder, &mut files);
        }
    };
    let threads = thread::available_parallelism().map_or(THREADS.0, NonZero::get);
    let threads = threads.clamp(THREADS.0, THREADS.1).min(seen.len().div_ceil(FILES_OF_A_THREAD));
    thread::scope(|scope| {
        let spawned = (0..threads).filter_map(|_| {
            let thread = thread::Builder::new().name("read".into()).stack_size(STACK);
            thread.spawn_scoped(scope, work).ok()
        });
        // Where there is no thread to be had, this one does it.
        if spawned.count() == 0 {
            work();
        }
    });
    let mut done = done.into_inner().unwrap_or_else(PoisonError::into_inner);
    done.is_partial = is_partial.load(Ordering::Relaxed);
    done
}

fn lock(done: &Mutex<Done>) -> std::sync::MutexGuard<'_, Done> {
    done.lock().unwrap_or_else(PoisonError::into_inner)
}
