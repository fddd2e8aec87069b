//! Reads a document again that has changed, in a thread of its own, so that no key waits for it.
//! Knows no format: how to read is given.

use std::{
    path::PathBuf,
    sync::{Arc, mpsc::Sender},
    thread,
    time::SystemTime,
};

use super::Happening;
use crate::document::Document;

/// A document that can be read again.
pub struct Source {
    /// Its file.
    pub path: PathBuf,
    /// When the file had been changed last, as it was read.
    pub changed_at: Option<SystemTime>,
    /// Reads it.
    pub read: Arc<Read>,
}

/// Reads a document, or says why it cannot be read.
type Read = dyn Fn() -> Result<Document, String> + Send + Sync;

/// Starts reading. What comes of it is a happening; whether it will is returned.
pub(super) fn start(source: &Source, happenings: Sender<Happening>) -> bool {
    let read = Arc::clone(&source.read);
    let reader = thread::Builder::new().name("reread".into()).stack_size(super::patience::STACK);
    let started = reader.spawn(move || {
        // A reader that is gone needs no document.
        let _ = happenings.send(Happening::Reread(read().map(Box::new)));
    });
    started.is_ok()
}
