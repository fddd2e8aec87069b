//! What is seen of the annotations: remarks below paragraphs, dots on scrollbars, and only what has
//! certain tags where that is asked for. Knows the view and the annotations.

use std::collections::HashSet;

use crate::{
    annotations::{Entry, is_within},
    app::{Reader, Shell, keys::command::Annotating, reading::search::Tally},
    document::{Passage, Place},
};

impl Reader {
    /// `1 annotation lost its place, 2 were edited: A lists them`, and likewise of bookmarks; `None` where all
    /// stand where they were made.
    #[must_use]
    pub fn doubts_in_words(&self, shell: &Shell) -> Option<String> {
        let key = shell.key_or_name(Annotating::Bookmarks);
        let bookmarks = match self.annotations.lost_bookmarks() {
            0 => None,
            1 => Some(format!("1 bookmark lost its place: {key} lists it")),
            lost => Some(format!("{lost} bookmarks lost their places: {key} lists them")),
        };
        let unreviewed =
            self.annotations.list().annotations().filter(|own| own.is_unreviewed()).count();
        let listed = shell.key_or_name(Annotating::Annotations);
        let to_review = match unreviewed {
            0 => None,
            1 => Some(format!("1 annotation is to be reviewed: {listed} lists it")),
            count => Some(format!("{count} annotations are to be reviewed: {listed} lists them")),
        };
        let doubts = self.annotation_doubts(shell).into_iter();
        let said: Vec<String> = doubts.chain(to_review).chain(bookmarks).collect();
        (!said.is_empty()).then(|| said.join("; "))
    }

    /// Says at opening what a changed text has done to annotations, lost ones first. Told once, in one line: whoever is
    /// told every time does not read it.
    fn annotation_doubts(&self, shell: &Shell) -> Option<String> {
        let (lost, edited) = self.annotations.doubts();
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
        let key = shell.key_or_name(Annotating::Annotations);
        Some(format!("{said}: {key} lists {}", if lost + edited == 1 { "it" } else { "them" }))
    }

    /// Where annotations are, for scrollbars.
    #[must_use]
    pub fn annotation_ticks(&self) -> &Tally {
        &self.annotation_ticks
    }

    /// The tags whose paragraphs alone are shown; none shows everything.
    #[must_use]
    pub fn only(&self) -> &[String] {
        &self.only
    }

    /// Shows in the panes what the margin says now.
    pub(in crate::app) fn show_annotations(&mut self) {
        let own = self.annotations.passages();
        let now: HashSet<Passage> = own.chain(self.sibling_passages()).collect();
        let before = std::mem::replace(&mut self.annotated, now);
        let all: Vec<Passage> = before.union(&self.annotated).copied().collect();
        self.show_on(all);
    }

    /// The same where the annotations of these passages alone are others than before.
    pub(in crate::app) fn show_annotations_on(&mut self, mut passages: HashSet<Passage>) {
        // What of other files is taken here is not shown there any more.
        passages.extend(self.sibling_passages());
        self.annotated.extend(&passages);
        self.show_on(passages);
    }

    fn show_on(&mut self, passages: impl IntoIterator<Item = Passage>) {
        let known = self.known_siblings();
        for passage in passages {
            let mut remarks = self.annotations.remarks(passage);
            remarks.extend(self.sibling_remarks(passage, &known));
            self.view.set_remarks(passage, &remarks);
        }
        let entries = self.annotations.list().entries().iter();
        let mut starts: Vec<Place> =
            entries.filter_map(|entry| self.annotations.start(entry.id())).collect();
        starts.sort_unstable();
        self.annotation_ticks = Tally::of_places(&starts, self.view.flows());
    }

    /// Fills the panes with what is to be shown, the cursor staying as near as can be.
    pub(in crate::app) fn refill(&mut self, shell: &Shell) {
        let only = self.only_passages();
        let here = self.place();
        let keep: Vec<_> = self.view.places().map(|(pane, _)| (pane, here)).collect();
        self.selection = None;
        self.view.set_only(only);
        self.view.refill(&self.document, &keep);
        self.annotated.clear();
        self.show_annotations();
        self.count_hits(shell.pattern.as_ref());
    }

    /// The passages with one of the tags asked for, and the footnotes these cite; nothing where
    /// everything is shown.
    pub(in crate::app) fn only_passages(&self) -> Option<HashSet<Passage>> {
        if self.only.is_empty() {
            return None;
        }
        let mut passages = HashSet::new();
        for entry in self.annotations.list().entries() {
            let Entry::Annotation(annotation) = entry else { continue };
            let has = |asked: &String| annotation.tags.iter().any(|tag| is_within(tag, asked));
            if !annotation.is_unreviewed() && self.only.iter().any(has) {
                passages.extend(self.annotations.places(&annotation.id).iter().map(|p| p.0));
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
