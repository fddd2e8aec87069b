//! Reads a document again that has changed, and seeks its annotations in it, in a thread of its own, so that
//! no key waits for either.

use std::{io, sync::mpsc::Sender};

use super::{event::Event, jobs, progress};
use crate::{
    annotations::Entry,
    app::{DocId, Reread, annotating::placed::FoundBefore},
    error::Error,
    opening::Origin,
};

/// Starts reading; [`Event::Reread`] says what comes of it, whatever happens.
///
/// # Errors
/// Where there is no thread for it.
pub(super) fn start(
    id: DocId,
    origin: Origin,
    entries: Vec<Entry>,
    events: Sender<Event>,
) -> io::Result<()> {
    start_with(id, events, move || {
        let document = origin.document()?;
        let found = FoundBefore::seek(&entries, &document);
        Ok(Reread { document, found })
    })
}

fn start_with(
    id: DocId,
    events: Sender<Event>,
    read: impl FnOnce() -> Result<Reread, Error> + Send + 'static,
) -> io::Result<()> {
    jobs::start("reading the file", progress::STACK, events, move |events| {
        let read = || read().map(Box::new).map_err(|error| error.to_string());
        let read = jobs::caught(read).unwrap_or_else(Err);
        // A reader that is gone needs no document.
        let _ = events.send(Event::Reread(id, read));
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::sync::mpsc::channel;

    #[test]
    fn a_panic_in_reading_is_what_came_of_it() {
        let (events, happened) = channel();
        start_with(DocId::FIRST, events, || panic!("a page too many")).expect("started");
        let Ok(Event::Reread(DocId::FIRST, Err(why))) = happened.recv() else {
            panic!("nothing came of it")
        };
        assert!(why.contains("a page too many"), "{why}");
    }
}
