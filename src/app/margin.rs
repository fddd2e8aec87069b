//! What is seen of the annotations: remarks below paragraphs, dots on scrollbars, and only what has
//! certain tags where that is asked for. Knows the view and the marginalia.

use std::collections::HashSet;

use super::{App, command::Command, marginalia::Marginalia, search::Tally};
use crate::{
    annotations::{Entry, is_within},
    document::{Passage, Place},
};

impl App {
    /// The annotations and bookmarks, and where they stand.
    #[must_use]
    pub fn marginalia(&self) -> &Marginalia {
        &self.marginalia
    }

    /// `1 annotation lost its place, 2 were edited: A lists them`; `None` where all stand where they
    /// were made.
    #[must_use]
    pub fn doubts_in_words(&self) -> Option<String> {
        let (lost, edited) = self.marginalia.doubts();
        let many = |count: usize| match count {
            1 => "1 annotation".to_owned(),
            count => format!("{count} annotations"),
        };
        let places = if lost == 1 { "its place" } else { "their places" };
        let said = match (lost, edited) {
            (0, 0) => return None,
            (0, edited) => format!("the words of {} were edited", many(edited)),
            (lost, 0) => format!("{} lost {places}", many(lost)),
            (lost, 1) => format!("{} lost {places}, 1 was edited", many(lost)),
            (lost, edited) => format!("{} lost {places}, {edited} were edited", many(lost)),
        };
        let key = self.keymap.key_of(Command::Annotations);
        let key = key.unwrap_or_else(|| ":annotations".into());
        Some(format!("{said}: {key} lists {}", if lost + edited == 1 { "it" } else { "them" }))
    }

    /// Where annotations are, for scrollbars.
    #[must_use]
    pub fn noted(&self) -> &Tally {
        &self.noted
    }

    /// The tags whose paragraphs alone are shown; none shows everything.
    #[must_use]
    pub fn only(&self) -> &[String] {
        &self.only
    }

    /// Shows in the panes what the margin says now.
    pub(super) fn show_margin(&mut self) {
        let now: HashSet<Passage> = self.marginalia.passages().collect();
        for passage in self.margin.union(&now) {
            self.view.set_remarks(*passage, &self.marginalia.remarks(*passage));
        }
        self.margin = now;
        let entries = self.marginalia.book().entries().iter();
        let mut starts: Vec<Place> =
            entries.filter_map(|entry| self.marginalia.start(entry.id())).collect();
        starts.sort_unstable();
        self.noted = Tally::of_places(&starts, self.view.galleys());
    }

    /// Fills the panes with what is to be shown, the cursor staying as near as can be.
    pub(super) fn refill(&mut self) {
        let only = self.only_passages();
        let here = self.place();
        let keep: Vec<_> = self.view.places().map(|(pane, _)| (pane, here)).collect();
        self.selection = None;
        self.view.set_only(only);
        self.view.refill(&self.document, &keep);
        self.margin.clear();
        self.show_margin();
        self.count_hits();
    }

    /// The passages with one of the tags asked for, and the footnotes these cite; nothing where
    /// everything is shown.
    pub(super) fn only_passages(&self) -> Option<HashSet<Passage>> {
        if self.only.is_empty() {
            return None;
        }
        let mut passages = HashSet::new();
        for entry in self.marginalia.book().entries() {
            let Entry::Annotation(annotation) = entry else { continue };
            let has = |asked: &String| annotation.tags.iter().any(|tag| is_within(tag, asked));
            if self.only.iter().any(has) {
                passages.extend(self.marginalia.places(&annotation.id).iter().map(|p| p.0));
            }
        }
        for passage in passages.clone() {
            let marks = self.document.marks(passage).iter();
            let notes = marks.filter_map(|mark| self.document.footnote_of(mark));
            passages.extend(notes.map(|(i, _)| Passage::Footnote(i)));
        }
        Some(passages)
    }
}
