//! Another version of the document: what was looked at stays in sight, found again by its text and
//! its citation.

use std::sync::Arc;

use super::{Reader, selection::Selection};
use crate::{
    app::{App, DocId, Effect, Shell, message::Reread},
    document::{Document, Passage, Place},
};

impl App {
    /// Reads on in another version of a document. What lies over it is told.
    pub(in crate::app) fn reload(&mut self, id: DocId, reread: Reread) -> Vec<Effect> {
        let is_read = self.reader().id() == id;
        let Some(reader) = self.readers.get_mut(id) else { return Vec::new() };
        let Some(before) = reader.take_version(&mut self.shell, reread) else {
            return Vec::new();
        };
        let mut effects = self.document_changed_on_screens(id);
        if is_read {
            self.shell.pointer.forget();
            let after = Arc::clone(self.reader().shared_document());
            let to = |place: Place| find_again(&before, &after, place);
            effects
                .extend(self.ask_dialog(|dialog, context| dialog.document_changed(context, &to)));
        }
        effects.extend(self.ask_about(id));
        effects
    }
}

impl Reader {
    /// Takes another version of the document, and returns the one before. One without any text is none: a
    /// file is cut to nothing while it is written anew, or by accident, and annotations would lose their
    /// places.
    fn take_version(&mut self, shell: &mut Shell, reread: Reread) -> Option<Arc<Document>> {
        let Reread { document, found } = reread;
        if document.passages().next().is_none() && self.document.passages().next().is_some() {
            shell.warn("the file has no text any more; what was read before is shown");
            return None;
        }
        let doubts = (self.annotations.doubts(), self.annotations.lost_bookmarks());
        let before = std::mem::replace(&mut self.document, Arc::new(document));
        let to = |place: Place| find_again(&before, &self.document, place);
        shell.jumps.map(self.id, to);
        let selected =
            |selection: Selection| Some(Selection { anchor: to(selection.anchor)?, ..selection });
        self.selection = self.selection.and_then(selected);
        if let Some((position, selection)) = &mut self.before_digits {
            position.follow(&to);
            *selection = selection.and_then(selected);
        }
        let keep = self.view.places().map(|(pane, place)| (pane, place.and_then(to)));
        let keep: Vec<_> = keep.collect();
        self.use_counts.clear();
        self.annotations.seek(&self.document, found);
        self.place_siblings_again();
        self.view.set_only(self.only_passages());
        self.view.refill(&self.document, &keep);
        self.annotated.clear();
        self.show_annotations();
        self.count_hits(shell.pattern.as_ref());
        match self.doubts_in_words(shell) {
            Some(words)
                if (self.annotations.doubts(), self.annotations.lost_bookmarks()) != doubts =>
            {
                shell.warn(format!("the file has changed; {words}"));
            }
            _ => shell.say(match self.correcting.take() {
                Some(corrected) => corrected,
                None => "the file has changed and was read again".to_owned(),
            }),
        }
        self.view.show(&self.document);
        Some(before)
    }
}

/// Where a place is in another version: in the passage of the same citation and text, else in one
/// of the same text, else in the one of the same citation.
fn find_again(before: &Document, after: &Document, place: Place) -> Option<Place> {
    let text = before.text(place.passage);
    let named = after.passage(&before.cite(place.passage));
    let same_text = |passage: &Passage| after.text(*passage) == text;
    let passage = named.filter(same_text).or_else(|| after.passages().find(same_text)).or(named)?;
    Some(Place { passage, at: same_byte(text, after.text(passage), place.at) })
}

/// The byte of `after` that is the byte `at` of `before`, if what changed is before or behind it.
fn same_byte(before: &str, after: &str, at: usize) -> usize {
    let same_start = before.bytes().zip(after.bytes()).take_while(|(a, b)| a == b).count();
    let from_end = before.bytes().rev().zip(after.bytes().rev());
    let same_end = from_end.take_while(|(a, b)| a == b).count();
    let at = if at <= same_start {
        at
    } else if before.len() - at <= same_end {
        after.len() - (before.len() - at)
    } else {
        same_start
    };
    after.floor_char_boundary(at)
}
