//! The lists of all annotations, of all bookmarks and of the debris: opened, and what is done with what is chosen in
//! them. Knows the annotations; the list itself is a dialog.

use crate::app::{
    Effect, Reader, Shell,
    dialog::{DebrisList, Dialog, EntryAction, Listing},
};
use crate::{annotations::Entry, document::Place};

impl Reader {
    pub(in crate::app) fn open_listing(&mut self, shell: &mut Shell, of_bookmarks: bool) {
        shell.dialog = Some(Dialog::Listing(Listing::new(&self.context(shell), of_bookmarks)));
    }

    pub(in crate::app) fn open_debris(&mut self, shell: &mut Shell) {
        shell.dialog = Some(Dialog::Debris(DebrisList::new(&self.context(shell))));
    }

    /// Does something with an entry.
    pub(in crate::app) fn act_on_entry(
        &mut self,
        shell: &mut Shell,
        action: EntryAction,
        id: &str,
    ) -> Vec<Effect> {
        if action == EntryAction::GoTo {
            self.go_to_entry(shell, id);
        } else if self.may_write(shell) {
            match action {
                EntryAction::Delete => return self.delete(shell, id),
                EntryAction::Accept => return self.accept(shell, id),
                EntryAction::OpenWords => self.open_words_of(shell, id),
                EntryAction::OpenTags => {
                    if let Some(target) = self.target_of(id) {
                        self.open_tags_of(shell, target);
                    }
                }
                EntryAction::GoTo => {}
            }
        }
        Vec::new()
    }

    /// Whether annotations may be changed; says why where they may not.
    fn may_write(&mut self, shell: &mut Shell) -> bool {
        if let Some(why) = &self.read_only {
            shell.warn(why.clone());
        }
        self.read_only.is_none()
    }

    /// The note of an annotation, or the name of a bookmark.
    fn open_words_of(&mut self, shell: &mut Shell, id: &str) {
        match self.annotations.list().get(id).cloned() {
            Some(Entry::Annotation(_)) => {
                if let Some(target) = self.target_of(id) {
                    self.open_note_of(shell, target);
                }
            }
            Some(Entry::Bookmark(bookmark)) => {
                self.open_label_of(shell, bookmark.as_ref().clone());
            }
            None => {}
        }
    }

    fn go_to_entry(&mut self, shell: &mut Shell, id: &str) {
        match self.annotations.start(id) {
            Some(place) => self.go_to_annotated(shell, place),
            None => {
                let said = "its words are nowhere in this text; Ctrl-y in the list attaches it to the \
                            paragraph with the cursor";
                shell.warn(said);
            }
        }
    }

    /// Goes to a place in the margin, which the filter may hide.
    pub(in crate::app) fn go_to_annotated(&mut self, shell: &mut Shell, place: Place) {
        if !self.only.is_empty() && !self.view.has(place.passage) {
            self.show_only(shell, Vec::new());
        }
        self.jump(shell, place);
    }
}
