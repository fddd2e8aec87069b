//! Bookmarks: a letter sets one, the letter goes there. Knows the book and the cursor.

use super::{App, Effect, Notice, dialog::Dialog};
use crate::annotations::{Bookmark, Change, Entry, fresh};

impl App {
    /// Waits for the letter of a bookmark: to set it, or to go there.
    pub(super) fn await_bookmark(&mut self, sets: bool) {
        if !sets && self.marginalia.book().bookmarks().next().is_none() {
            self.notice = Some(Notice::info("no bookmark yet; m and a letter sets one"));
            return;
        }
        self.dialog = Some(Dialog::Bookmark { sets });
    }

    pub(super) fn set_bookmark(&mut self, key: char) -> Vec<Effect> {
        let Some(place) = self.place() else { return Vec::new() };
        let at = self.index().whole(place.passage);
        let cite = self.context().cite_in_words(place.passage);
        let old = self.marginalia.bookmark(key).cloned();
        let bookmark = match old {
            Some(old) => Bookmark { at, ..old },
            None => {
                let created = (self.scribe.now)();
                Bookmark { id: fresh(), key: Some(key), at, created, ..Bookmark::default() }
            }
        };
        let change = Change::Put(Entry::Bookmark(bookmark));
        self.make(vec![change], format!("bookmark {key} is at {cite}"))
    }

    pub(super) fn go_to_bookmark(&mut self, key: char) {
        let place = self.marginalia.bookmark(key).map(|b| self.marginalia.start(&b.id));
        match place {
            Some(Some(place)) => self.go_to_annotated(place),
            Some(None) => {
                let said = format!("the paragraph of bookmark {key} is nowhere in this text");
                self.notice = Some(Notice::warning(said));
            }
            None => self.notice = Some(Notice::warning(format!("there is no bookmark {key}"))),
        }
    }
}
