//! The lists of all annotations, of all bookmarks and of the debris: opened, and what is done with what is chosen in
//! them. Knows the book; the list itself is a dialog.

use super::{
    App, Effect, Notice,
    dialog::{DebrisList, Dialog, EntryAction, Listing},
};
use crate::{annotations::Entry, document::Place};

impl App {
    pub(super) fn open_listing(&mut self, of_bookmarks: bool) {
        self.dialog = Some(Dialog::Listing(Listing::new(&self.context(), of_bookmarks)));
    }

    pub(super) fn open_debris(&mut self) {
        self.dialog = Some(Dialog::Debris(DebrisList::new(&self.context())));
    }

    /// Does something with an entry.
    pub(super) fn act_on_entry(&mut self, action: EntryAction, id: &str) -> Vec<Effect> {
        if action == EntryAction::GoTo {
            self.go_to_entry(id);
        } else if self.may_write() {
            match action {
                EntryAction::Delete => return self.delete(id),
                EntryAction::Accept => return self.accept(id),
                EntryAction::OpenWords => self.open_words_of(id),
                EntryAction::OpenTags => {
                    if let Some(target) = self.target_of(id) {
                        self.open_tags_of(target);
                    }
                }
                EntryAction::GoTo => {}
            }
        }
        Vec::new()
    }

    /// Whether annotations may be changed; says why where they may not.
    fn may_write(&mut self) -> bool {
        if let Some(why) = &self.frozen {
            self.notice = Some(Notice::warning(why.clone()));
        }
        self.frozen.is_none()
    }

    /// The note of an annotation, or the name of a bookmark.
    fn open_words_of(&mut self, id: &str) {
        match self.marginalia.book().get(id).cloned() {
            Some(Entry::Annotation(_)) => {
                if let Some(target) = self.target_of(id) {
                    self.open_note_of(target);
                }
            }
            Some(Entry::Bookmark(bookmark)) => self.open_label_of(bookmark),
            None => {}
        }
    }

    fn go_to_entry(&mut self, id: &str) {
        match self.marginalia.start(id) {
            Some(place) => self.go_to_annotated(place),
            None => {
                let said = "its words are nowhere in this text; Ctrl-y in the list attaches it to the \
                            paragraph with the cursor";
                self.notice = Some(Notice::warning(said));
            }
        }
    }

    /// Goes to a place in the margin, which the filter may hide.
    pub(super) fn go_to_annotated(&mut self, place: Place) {
        if !self.only.is_empty() && !self.view.has(place.passage) {
            self.show_only(Vec::new());
        }
        self.jump(place);
    }
}
