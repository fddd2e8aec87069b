//! From one open document to another: next and previous, back and forward through jumps, closing. Each keeps
//! its place, its annotations and what can be undone.

use super::DocId;
use crate::{
    app::{
        App, Effect,
        annotating::saved::Saving,
        jumps::{PlaceIn, Stop},
        screens::Screen,
    },
    document::Place,
};

impl App {
    /// Reads the next or previous of the open documents.
    pub(in crate::app) fn next_document(&mut self, forward: bool) {
        let id = self.readers.neighbour(forward);
        if id == self.reader().id() {
            self.shell.say("no other document is open");
        } else {
            self.read(id);
        }
    }

    /// Reads another of the open documents, where it was left. The hits of the search are those in it.
    pub(in crate::app) fn read(&mut self, id: DocId) {
        if self.readers.switch_to(id) {
            self.screens.read(id);
            self.shell.pointer.forget();
            self.readers.current_mut().count_hits(self.shell.pattern.as_ref());
            self.say_what_is_read();
        }
    }

    /// The same, from where a person may want to come back.
    pub(in crate::app) fn jump_to_document(&mut self, id: DocId, to: Option<Place>) {
        let is_upon_another = !matches!(self.screens.current(), Screen::Reading(_));
        let from = if is_upon_another { Some(Stop::Below) } else { self.here().map(Stop::Place) };
        if let Some(from) = from {
            self.shell.jumps.leave(from);
        }
        self.read(id);
        if let Some(place) = to {
            let reader = self.readers.current_mut();
            reader.view.go(&reader.document, place);
        }
    }

    fn say_what_is_read(&mut self) {
        let (which, count) = self.readers.which_of();
        if count > 1 {
            let name = self.reader().called();
            self.shell.say(format!("{name}: document {which} of {count}"));
        }
    }

    /// Back to where the last jump started: in this document or another; where there was none since the
    /// document was opened, to the list or comparison from which it was; from that to what is below it.
    pub(in crate::app) fn go_back(&mut self) {
        let stop = match self.screens.current() {
            Screen::Reading(_) => self.here().and_then(|here| self.shell.jumps.back(here)),
            Screen::List(_) | Screen::Pair(_) => None,
        };
        match stop {
            Some(Stop::Place(place)) => self.go_to(place),
            // Where this document was left is remembered by then, and what lies before its opening stays.
            Some(Stop::Below) if self.screens.leave().is_some() => self.read_what_is_seen(),
            Some(Stop::Below | Stop::Left(_)) | None => {
                if !self.go_to_screen_below() {
                    self.shell.say("this is where you began");
                }
            }
        }
    }

    /// Forward again to what was left by going back.
    pub(in crate::app) fn go_forward(&mut self) {
        let from = match self.screens.current() {
            Screen::Reading(_) => self.here(),
            Screen::List(_) | Screen::Pair(_) => None,
        };
        match self.shell.jumps.forward(from) {
            Some(Stop::Place(place)) => self.go_to(place),
            Some(Stop::Left(screen)) => self.screens.push(*screen),
            Some(Stop::Below) | None => self.shell.say("this is the last place you jumped to"),
        }
    }

    /// Leaves the screen that is seen for the one below it. Whether there is one.
    pub(in crate::app) fn go_to_screen_below(&mut self) -> bool {
        let here = self.here();
        let Some(left) = self.screens.leave() else { return false };
        match left {
            Screen::Reading(_) => self.shell.jumps.left_document(here),
            Screen::List(_) | Screen::Pair(_) => self.shell.jumps.left(left),
        }
        self.read_what_is_seen();
        true
    }

    /// Reads the document of the screen that is seen, if that is one of a document.
    fn read_what_is_seen(&mut self) {
        if let Screen::Reading(id) = *self.screens.current() {
            self.read(id);
        }
    }

    fn here(&self) -> Option<PlaceIn> {
        Some((self.reader().id(), self.place()?))
    }

    fn go_to(&mut self, (id, place): PlaceIn) {
        if id != self.reader().id() || !matches!(self.screens.current(), Screen::Reading(_)) {
            self.read(id);
        }
        let reader = self.readers.current_mut();
        reader.view.go(&reader.document, place);
    }

    /// Closes the document that is read. One that is not saved stays.
    pub(in crate::app) fn close_document(&mut self) -> Vec<Effect> {
        if *self.reader().saving() != Saving::Done {
            self.shell.warn("what you wrote in it is not saved yet, so it stays open");
            return Vec::new();
        }
        let Some(closed) = self.readers.close() else {
            let quit = self.shell.key_or_name(crate::app::keys::command::Program::Quit);
            self.shell.say(format!("it is the only document; {quit} quits"));
            return Vec::new();
        };
        self.shell.jumps.forget(closed.id());
        self.screens.forget(closed.id(), self.reader().id());
        self.read(self.reader().id());
        vec![Effect::Close(closed.id())]
    }
}
