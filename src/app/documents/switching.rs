//! From one open document to another: next and previous, back and forward through jumps, closing. Each keeps
//! its place, its annotations and what can be undone.

use super::DocId;
use crate::{
    app::{App, Effect, annotating::saved::Saving, jumps::PlaceIn},
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
        if let Some(from) = self.place() {
            self.shell.jumps.leave((self.reader().id(), from));
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

    pub(in crate::app) fn go_back(&mut self) {
        let to = self.here().and_then(|here| self.shell.jumps.back(here));
        self.go_to(to, "this is where you began");
    }

    pub(in crate::app) fn go_forward(&mut self) {
        let to = self.here().and_then(|here| self.shell.jumps.forward(here));
        self.go_to(to, "this is the last place you jumped to");
    }

    fn here(&self) -> Option<PlaceIn> {
        Some((self.reader().id(), self.place()?))
    }

    fn go_to(&mut self, to: Option<PlaceIn>, end: &str) {
        let Some((id, place)) = to else { return self.shell.say(end) };
        if id != self.reader().id() {
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
        self.shell.jumps.map(closed.id(), |_| None);
        self.screens.forget(closed.id(), self.reader().id());
        self.read(self.reader().id());
        vec![Effect::Close(closed.id())]
    }
}
