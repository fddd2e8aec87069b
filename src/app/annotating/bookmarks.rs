//! Bookmarks: a letter sets one, the letter goes there. Knows the annotations and the cursor.

use crate::annotations::{Bookmark, Change, fresh};
use crate::app::{Effect, Reader, Shell, dialog::Dialog};

impl Reader {
    /// Waits for the letter of a bookmark: to set it, or to go there.
    pub(in crate::app) fn await_bookmark(&mut self, shell: &mut Shell, sets: bool) {
        if !sets && self.annotations.list().bookmarks().next().is_none() {
            shell.say("no bookmark yet; m and a letter sets one");
            return;
        }
        shell.dialog = Some(Dialog::Bookmark { sets });
    }

    pub(in crate::app) fn set_bookmark(&mut self, shell: &mut Shell, key: char) -> Vec<Effect> {
        let Some(place) = self.place() else { return Vec::new() };
        let at = self.index().whole(place.passage);
        let cite = self.context(shell).cite_in_words(place.passage);
        let old = self.annotations.bookmark(key).cloned();
        let bookmark = match old {
            Some(old) => Bookmark { at, ..old },
            None => {
                let created = (shell.scribe.now)();
                Bookmark { id: fresh(), key: Some(key), at, created, ..Bookmark::default() }
            }
        };
        let change = Change::Put(bookmark.into());
        self.apply_changes(shell, vec![change], format!("bookmark {key} is at {cite}"))
    }

    pub(in crate::app) fn go_to_bookmark(&mut self, shell: &mut Shell, key: char) {
        let place = self.annotations.bookmark(key).map(|b| self.annotations.start(&b.id));
        match place {
            Some(Some(place)) => self.go_to_annotated(shell, place),
            Some(None) => {
                let said = format!("the paragraph of bookmark {key} is nowhere in this text");
                shell.warn(said);
            }
            None => shell.warn(format!("there is no bookmark {key}")),
        }
    }
}
