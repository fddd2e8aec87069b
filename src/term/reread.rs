//! Reads a document again that has changed, in a thread of its own, so that no key waits for it.
//! Knows no format: how to read is given.

use std::{
    io,
    path::PathBuf,
    sync::{Arc, mpsc::Sender},
    time::SystemTime,
};

use super::{event::Event, jobs, progress};
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

/// Starts reading; [`Event::Reread`] says what comes of it, whatever happens.
///
/// # Errors
/// Where there is no thread for it.
pub(super) fn start(source: &Source, events: Sender<Event>) -> io::Result<()> {
    let read = Arc::clone(&source.read);
    jobs::start("reading the file", progress::STACK, events, move |events| {
        let read = jobs::caught(|| read().map(Box::new)).unwrap_or_else(Err);
        // A reader that is gone needs no document.
        let _ = events.send(Event::Reread(read));
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::sync::mpsc::channel;

    #[test]
    fn a_panic_in_reading_is_what_came_of_it() {
        let read = Arc::new(|| panic!("a page too many"));
        let source = Source { path: PathBuf::new(), changed_at: None, read };
        let (events, happened) = channel();
        start(&source, events).expect("started");
        let Ok(Event::Reread(Err(why))) = happened.recv() else { panic!("nothing came of it") };
        assert!(why.contains("a page too many"), "{why}");
    }
}
