//! A reader's annotations and bookmarks in the document that is open: the list they are kept in, and
//! where each of them stands now. Knows no keys and no screen; what is changed in the list, and why,
//! is for others.

use std::{
    collections::{HashMap, HashSet},
    ops::Range,
};

use super::standing::{Standing, find, sought};
use crate::app::{annotating::index::DocumentIndex, annotating::tint::Tint};
use crate::{
    annotations::{
        Annotation, AnnotationList, Bookmark, Change, Entry, Inherited, Undone, Verdict,
    },
    document::{Document, Passage, Place},
    layout::{Remark, RemarkKind},
};

/// The sign of a note.
pub const NOTE: &str = "✎";
/// The sign of tags.
pub const TAG: &str = "#";
/// The sign of a bookmark.
pub const BOOKMARK: &str = "⚑";
/// The sign of what was brought over from an older text, and nobody has taken yet.
pub const INHERITED: &str = "↳";
/// The sign of what contradicts another version.
pub const CONFLICT: &str = "≠";

/// Annotations and bookmarks, and where they stand.
#[derive(Clone, Debug, Default)]
pub struct PlacedAnnotations {
    list: AnnotationList,
    standing: HashMap<String, Standing>,
    /// The entries of each passage, as indices into the list, in its order.
    by_passage: HashMap<Passage, Vec<usize>>,
    index: DocumentIndex,
}

/// Where entries stand in another version of a document, found before anybody waits for it; empty it is right as well.
#[derive(Clone, Debug, Default)]
pub struct FoundBefore {
    standing: HashMap<String, Standing>,
    index: DocumentIndex,
}

impl FoundBefore {
    /// Seeks entries in a version of a document: long work, for a thread that nobody waits for.
    #[must_use]
    pub fn seek(entries: &[Entry], document: &Document) -> Self {
        let index = DocumentIndex::default();
        let seek = |entry: &Entry| (entry.id().to_owned(), find(index.of(document), entry));
        let standing = entries.iter().map(seek).collect();
        Self { standing, index }
    }
}

impl PlacedAnnotations {
    /// The annotations and bookmarks of a document.
    #[must_use]
    pub fn new(entries: Vec<Entry>, document: &Document) -> Self {
        let mut annotations = Self { list: AnnotationList::new(entries), ..Self::default() };
        annotations.settle(document);
        annotations
    }

    /// The same, with what was brought here from elsewhere and refused before.
    #[must_use]
    pub(in crate::app) fn with_refused(self, refused: Vec<(String, String)>) -> Self {
        Self { list: self.list.with_refused(refused), ..self }
    }

    /// All of them, in the order of the file.
    #[must_use]
    pub fn list(&self) -> &AnnotationList {
        &self.list
    }

    /// Makes changes that are undone together; the passages that is about.
    pub(in crate::app) fn change(
        &mut self,
        document: &Document,
        changes: Vec<Change>,
        what: &str,
    ) -> Option<HashSet<Passage>> {
        let ids: Vec<String> = changes.iter().map(|change| change.id().to_owned()).collect();
        self.list.change(changes, what).then(|| self.settle_some(document, &ids))
    }

    /// Undoes, or does again; the passages that is about.
    pub(in crate::app) fn undo(
        &mut self,
        document: &Document,
        again: bool,
    ) -> Option<(Undone, HashSet<Passage>)> {
        let undone = if again { self.list.redo() } else { self.list.undo() }?;
        let passages = self.settle_some(document, &undone.ids);
        Some((undone, passages))
    }

    /// How that is told which would be undone, or done again, next.
    pub(in crate::app) fn next_to_undo(&self, again: bool) -> Option<&String> {
        self.list.next_to_undo(again)
    }

    /// Takes what was saved together with what others wrote; the passages on which there is something else now, or in
    /// another order.
    pub(in crate::app) fn adopt(
        &mut self,
        document: &Document,
        entries: Vec<Entry>,
    ) -> HashSet<Passage> {
        let old = self.list.adopt(entries);
        let before = std::mem::take(&mut self.by_passage);
        self.settle(document);
        let is_same = |passage: &Passage| {
            let [was, is] = [&before, &self.by_passage].map(|on| on.get(passage));
            let (Some(was), Some(is)) = (was, is) else { return false };
            let was = was.iter().map(|&i| old.get(i));
            was.eq(is.iter().map(|&i| self.list.entries().get(i)))
        };
        let all = before.keys().chain(self.by_passage.keys());
        all.filter(|passage| !is_same(passage)).copied().collect()
    }

    /// Takes another version of the document, in which most were sought already: the others are now.
    pub(in crate::app) fn seek(&mut self, document: &Document, found: FoundBefore) {
        self.standing = found.standing;
        self.index = found.index;
        self.settle(document);
    }

    /// Finds what is new or changed, and sorts everything to the passages.
    fn settle(&mut self, document: &Document) {
        for entry in self.list.entries() {
            let known = self.standing.get(entry.id());
            if known.is_none_or(|known| known.sought != sought(entry)) {
                let found = find(self.index.of(document), entry);
                self.standing.insert(entry.id().to_owned(), found);
            }
        }
        if self.standing.len() > self.list.entries().len() {
            let ids: HashSet<&str> = self.list.entries().iter().map(Entry::id).collect();
            self.standing.retain(|id, _| ids.contains(id.as_str()));
        }
        self.sort_to_passages();
    }

    /// Finds some again, of which alone something was changed; the passages on which they stood, or stand now.
    fn settle_some(&mut self, document: &Document, ids: &[String]) -> HashSet<Passage> {
        let on = |own: &Self| ids.iter().flat_map(|id| own.places(id)).map(|at| at.0).collect();
        let mut passages: HashSet<Passage> = on(self);
        for id in ids {
            self.standing.remove(id);
            if let Some(entry) = self.list.get(id) {
                let found = find(self.index.of(document), entry);
                self.standing.insert(id.clone(), found);
            }
        }
        self.sort_to_passages();
        passages.extend(on(self));
        passages
    }

    /// Sorts what was found to the passages.
    fn sort_to_passages(&mut self) {
        self.by_passage.clear();
        for (i, entry) in self.list.entries().iter().enumerate() {
            let found = self.standing.get(entry.id()).map_or(&[][..], |found| &found.places);
            let mut on: Vec<Passage> = found.iter().map(|place| place.0).collect();
            on.dedup();
            on.into_iter().for_each(|at| self.by_passage.entry(at).or_default().push(i));
        }
    }

    /// The index of the version of the document in which they stand.
    pub(in crate::app) fn index(&self) -> &DocumentIndex {
        &self.index
    }

    /// How many annotations have lost their places, and how many stand on words that were edited.
    #[must_use]
    pub fn doubts(&self) -> (usize, usize) {
        let verdicts = || self.list.annotations().map(|annotation| self.verdict(&annotation.id));
        let count = |which| verdicts().filter(|verdict| *verdict == which).count();
        (count(Verdict::Orphan), count(Verdict::Edited))
    }

    /// How many bookmarks have lost their places.
    #[must_use]
    pub fn lost_bookmarks(&self) -> usize {
        let verdicts = self.list.bookmarks().map(|bookmark| self.verdict(&bookmark.id));
        verdicts.filter(|verdict| *verdict == Verdict::Orphan).count()
    }

    /// How sure it is where an entry stands.
    #[must_use]
    pub fn verdict(&self, id: &str) -> Verdict {
        self.standing.get(id).map_or(Verdict::Orphan, |standing| standing.verdict)
    }

    /// Where an entry stands, in bytes of the clean text of each passage; nothing for an orphan.
    #[must_use]
    pub fn places(&self, id: &str) -> &[(Passage, Range<usize>)] {
        self.standing.get(id).map_or(&[], |standing| &standing.places)
    }

    /// Where an entry begins.
    #[must_use]
    pub fn start(&self, id: &str) -> Option<Place> {
        let (passage, range) = self.places(id).first()?;
        Some(Place { passage: *passage, at: range.start })
    }

    /// The entries on a passage.
    fn entries_on(&self, passage: Passage) -> impl Iterator<Item = &Entry> {
        let on = self.by_passage.get(&passage).map_or(&[][..], Vec::as_slice);
        on.iter().filter_map(|&i| self.list.entries().get(i))
    }

    /// The annotations on a passage or on words in it, with those bytes.
    pub fn on(&self, passage: Passage) -> impl Iterator<Item = (&Annotation, Range<usize>)> {
        self.entries_on(passage).filter_map(move |entry| {
            let Entry::Annotation(annotation) = entry else { return None };
            let place = self.places(&annotation.id).iter().find(|place| place.0 == passage)?;
            Some((annotation.as_ref(), place.1.clone()))
        })
    }

    /// The bookmarks on a passage.
    pub fn bookmarks_on(&self, passage: Passage) -> impl Iterator<Item = &Bookmark> {
        self.entries_on(passage).filter_map(|entry| match entry {
            Entry::Bookmark(bookmark) => Some(bookmark.as_ref()),
            Entry::Annotation(_) => None,
        })
    }

    /// The annotation of a whole passage.
    #[must_use]
    pub fn whole(&self, passage: Passage) -> Option<&Annotation> {
        self.on(passage).map(|(annotation, _)| annotation).find(|a| is_whole(a))
    }

    /// The annotation that is meant at a place: the shortest on words there, else that of the whole
    /// passage.
    #[must_use]
    pub fn at(&self, place: Place) -> Option<&Annotation> {
        let on_words = self
            .on(place.passage)
            .filter(|(annotation, range)| !is_whole(annotation) && range.contains(&place.at));
        let shortest = on_words.min_by_key(|(_, range)| range.len()).map(|(a, _)| a);
        shortest.or_else(|| self.whole(place.passage))
    }

    /// The annotation on exactly these words.
    #[must_use]
    pub fn exactly(&self, places: &[(Passage, Range<usize>)]) -> Option<&Annotation> {
        let (passage, _) = places.first()?;
        let found = |annotation: &&Annotation| self.places(&annotation.id) == places;
        self.on(*passage).map(|(a, _)| a).filter(|a| !is_whole(a)).find(found)
    }

    /// The bookmark of a key.
    #[must_use]
    pub fn bookmark(&self, key: char) -> Option<&Bookmark> {
        self.list.bookmarks().find(|bookmark| bookmark.key == Some(key))
    }

    /// What is shown below a passage: the tags on one row, then each note.
    #[must_use]
    pub fn remarks(&self, passage: Passage) -> Vec<Remark> {
        self.remarks_on(passage, |_| true, false)
    }

    /// The same of some annotations, where no words can be highlighted: what says no more than that is shown by its
    /// words.
    pub(in crate::app) fn remarks_with_highlights(
        &self,
        passage: Passage,
        is_meant: impl Fn(&Annotation) -> bool,
    ) -> Vec<Remark> {
        self.remarks_on(passage, is_meant, true)
    }

    fn remarks_on(
        &self,
        passage: Passage,
        is_meant: impl Fn(&Annotation) -> bool,
        with_highlights: bool,
    ) -> Vec<Remark> {
        let mut tags: Vec<&str> = Vec::new();
        let mut notes = Vec::new();
        let mut seen = HashSet::new();
        for (annotation, _) in self.on(passage).filter(|(annotation, _)| is_meant(annotation)) {
            // What spans passages is said below the first.
            let is_first = self.start(&annotation.id).is_some_and(|at| at.passage == passage);
            if !is_first || !seen.insert(annotation.id.as_str()) {
                continue;
            }
            if let Some(from) = annotation.inherited.as_ref().filter(|from| !from.is_reviewed) {
                notes.push(inherited(annotation, from));
                continue;
            }
            for tag in &annotation.tags {
                if !tags.contains(&tag.as_str()) {
                    tags.push(tag);
                }
            }
            if !annotation.note.trim().is_empty() {
                notes.push(Remark {
                    kind: RemarkKind::Note,
                    sign: sign(annotation),
                    text: annotation.note.trim().to_owned(),
                });
            } else if with_highlights && annotation.tags.is_empty() {
                let text = format!("“{}”", annotation.at.shown());
                notes.push(Remark { kind: RemarkKind::Note, sign: sign(annotation), text });
            }
        }
        let row = (!tags.is_empty()).then(|| Remark {
            kind: RemarkKind::Tags,
            sign: "",
            text: tags.iter().map(|tag| format!("#{tag}")).collect::<Vec<_>>().join("  "),
        });
        row.into_iter().chain(notes).collect()
    }

    /// The passages that have anything beside them.
    pub fn passages(&self) -> impl Iterator<Item = Passage> {
        self.by_passage.keys().copied()
    }

    /// The signs in the gutter of a passage, from above: of the whole of it, then of words by where these begin.
    #[must_use]
    pub fn signs(&self, passage: Passage) -> Vec<&'static str> {
        let mut signs: Vec<(usize, &'static str)> =
            self.bookmarks_on(passage).map(|_| (0, BOOKMARK)).collect();
        let of_annotations = self.on(passage).map(|(annotation, range)| {
            let at = if is_whole(annotation) { 0 } else { range.start + 1 };
            (at, sign(annotation))
        });
        signs.extend(of_annotations);
        signs.sort_by_key(|(at, _)| *at);
        signs.into_iter().map(|(_, sign)| sign).collect()
    }
}

/// The sign of an annotation: that it contradicts, its colour, its note, its tags.
#[must_use]
pub fn sign(annotation: &Annotation) -> &'static str {
    match &annotation.colour {
        _ if annotation.conflict.is_some() => CONFLICT,
        _ if annotation.is_unreviewed() => INHERITED,
        Some(colour) => Tint::named(colour).sign(),
        None if !annotation.note.trim().is_empty() => NOTE,
        None => TAG,
    }
}

/// What is shown of an annotation that was brought over: set apart, since it is nobody's own yet.
fn inherited(annotation: &Annotation, from: &Inherited) -> Remark {
    let from = from.symbol.as_deref().unwrap_or(&from.file);
    Remark {
        kind: RemarkKind::Inherited,
        sign: sign(annotation),
        text: format!("{} · from {from}, to be reviewed", in_short(annotation)),
    }
}

/// The tags and the note of an annotation in one line; where it has neither, its words.
pub(in crate::app) fn in_short(annotation: &Annotation) -> String {
    let tags = annotation.tags.iter().map(|tag| format!("#{tag}"));
    let note = Some(annotation.note.trim()).filter(|note| !note.is_empty()).map(str::to_owned);
    let mut says: Vec<String> = tags.chain(note).collect();
    if says.is_empty() {
        says.push(format!("“{}”", annotation.at.shown()));
    }
    says.join("  ")
}

/// Whether an annotation is on a whole passage.
#[must_use]
pub fn is_whole(annotation: &Annotation) -> bool {
    annotation.at.quote.is_none()
}
