//! Saves annotations in a thread of its own, so that no key waits for a disk. One save at a time:
//! what is written meanwhile is saved after it, on top of what came of it. Knows the store and the
//! order of things, not what annotations say.

use std::{
    sync::{
        Arc,
        mpsc::{Sender, channel},
    },
    thread,
};

use super::Happening;
use crate::{
    annotations::{Entry, Index},
    app::saving::Kept,
    document::Document,
    store::{Store, Where},
};

/// Hands what is to be saved to the thread.
pub(super) struct Keeper {
    jobs: Sender<Job>,
    /// Whether an answer is awaited.
    pub(super) is_busy: bool,
    /// Whether there is more to be saved once it has come.
    pub(super) is_due: bool,
}

struct Job {
    entries: Vec<Entry>,
    document: Arc<Document>,
}

impl Keeper {
    /// Starts the thread; it ends when this is dropped.
    pub(super) fn new(store: Store, happenings: Sender<Happening>) -> Self {
        let (jobs, work) = channel();
        thread::spawn(move || {
            let mut store = store;
            for job in work {
                if happenings.send(Happening::Saved(save(&mut store, job))).is_err() {
                    break;
                }
            }
        });
        Self { jobs, is_busy: false, is_due: false }
    }

    /// Saves, now or once the save under way has ended.
    pub(super) fn save(&mut self, entries: &[Entry], document: &Arc<Document>) {
        if self.is_busy {
            self.is_due = true;
            return;
        }
        let job = Job { entries: entries.to_vec(), document: Arc::clone(document) };
        // A thread that is gone has said so by its silence; nothing better is known.
        self.is_busy = self.jobs.send(job).is_ok();
        self.is_due = false;
    }
}

fn save(store: &mut Store, job: Job) -> Result<Box<Kept>, String> {
    let index = Index::new(&job.document);
    let (entries, place) =
        store.save(&job.entries, &|entries| index.sort(entries)).map_err(|e| e.to_string())?;
    let elsewhere = match place {
        Where::Beside => None,
        Where::Elsewhere(path) => Some(path.display().to_string()),
    };
    Ok(Box::new(Kept { sent: job.entries, entries, elsewhere }))
}
