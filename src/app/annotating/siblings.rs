//! Annotations of the other files of a resolution, in another format or language: shown dim where they would stand
//! here, the person's own only once they are taken. Knows annotations that were brought here, and no file.

use std::collections::HashSet;

use super::placed::{self, INHERITED, PlacedAnnotations};
use crate::{
    annotations::{Annotation, Change, Entry, Inherited},
    app::{App, DocId, Effect, Reader, Shell},
    document::{Passage, Place},
    layout::{Remark, RemarkKind},
};

/// Of which file, and by which id there, annotations were taken or refused.
pub(in crate::app) type Known = HashSet<(String, String)>;

impl App {
    /// Takes what was written on the other files of a resolution.
    pub(in crate::app) fn take_siblings(&mut self, id: DocId, siblings: Vec<Annotation>) {
        let Some(reader) = self.readers.get_mut(id) else { return };
        let entries: Vec<Entry> = siblings.into_iter().map(Entry::from).collect();
        // Whenever anything was written beside it they are sought again, and are mostly what they were.
        if reader.siblings.list().entries() == entries {
            return;
        }
        let before: HashSet<Passage> = reader.sibling_passages().collect();
        reader.siblings = PlacedAnnotations::new(entries, &reader.document);
        reader.show_annotations_on(before);
    }
}

impl Reader {
    /// What other files of the resolution have on a passage that was neither taken nor refused here; `known` is what was.
    fn siblings_on(&self, passage: Passage, known: &Known) -> impl Iterator<Item = &Annotation> {
        let on = self.siblings.on(passage).map(|(annotation, _)| annotation);
        on.filter(|own| own.inherited.as_ref().is_some_and(|one| !known.contains(&one.key())))
            .filter(move |own| {
                // What spans passages is said below the first.
                self.siblings.start(&own.id).is_some_and(|at| at.passage == passage)
            })
    }

    /// What was taken or refused here already. Nothing where no other file has anything.
    pub(in crate::app) fn known_siblings(&self) -> Known {
        if self.siblings.list().entries().is_empty() {
            return Known::new();
        }
        let taken = self.annotations.list().annotations();
        let taken = taken.filter_map(|own| own.inherited.as_ref().map(Inherited::key));
        taken.chain(self.refused().iter().cloned()).collect()
    }

    /// The annotation of another file that stands here, where the person has none that is to be dealt with first.
    #[must_use]
    pub fn sibling_at(&self, place: Place) -> Option<&Annotation> {
        self.siblings_on(place.passage, &self.known_siblings()).next()
    }

    /// The passages on which other files of the resolution have annotations.
    pub(in crate::app) fn sibling_passages(&self) -> impl Iterator<Item = Passage> {
        self.siblings.passages()
    }

    /// What is shown below a passage of the annotations of other files: dim, with the name of the file.
    pub(in crate::app) fn sibling_remarks(&self, passage: Passage, known: &Known) -> Vec<Remark> {
        let remark = |own: &Annotation| {
            let file = own.inherited.as_ref().map_or("", |from| from.file.as_str());
            Remark {
                kind: RemarkKind::Inherited,
                sign: INHERITED,
                text: format!("{} · in {file}", placed::in_short(own)),
            }
        };
        self.siblings_on(passage, known).map(remark).collect()
    }

    /// Takes the annotation of another file here as the person's own.
    pub(in crate::app) fn take_sibling(
        &mut self,
        shell: &mut Shell,
        place: Place,
    ) -> Option<Vec<Effect>> {
        let own = self.sibling_at(place)?.clone();
        let from = own.inherited.as_ref().map(|from| from.file.clone()).unwrap_or_default();
        let change = Change::Put(taken(own, &(shell.scribe.now)()).into());
        Some(self.apply_changes(shell, vec![change], format!("taken over from {from}")))
    }

    /// Where the annotation of another file stands here, by the id that it has there.
    pub(in crate::app) fn sibling_start(&self, id: &str) -> Option<Place> {
        let is_it = |own: &&Annotation| own.inherited.as_ref().is_some_and(|from| from.id == id);
        self.siblings.start(&self.siblings.list().annotations().find(is_it)?.id)
    }

    /// Refuses the annotation of another file here: it is not shown again, unless that is undone.
    pub(in crate::app) fn refuse_sibling(
        &mut self,
        shell: &mut Shell,
        place: Place,
    ) -> Option<Vec<Effect>> {
        let from = self.sibling_at(place)?.inherited.clone()?;
        let said = format!("refused; it stays in {}", from.file);
        Some(self.apply_changes(shell, vec![Change::Refuse(from.key())], said))
    }

    /// All annotations of other files that were neither taken nor refused, as they are once they are taken.
    pub(in crate::app) fn all_siblings(&self, now: &str) -> Vec<Annotation> {
        let passages: HashSet<Passage> = self.siblings.passages().collect();
        let mut passages: Vec<Passage> = passages.into_iter().collect();
        passages.sort_unstable();
        let known = self.known_siblings();
        passages
            .into_iter()
            .flat_map(|passage| self.siblings_on(passage, &known))
            .cloned()
            .map(|own| taken(own, now))
            .collect()
    }

    /// Finds them in another version of the document.
    pub(in crate::app) fn place_siblings_again(&mut self) {
        let entries = self.siblings.list().entries().to_vec();
        self.siblings = PlacedAnnotations::new(entries, &self.document);
    }
}

fn taken(mut own: Annotation, now: &str) -> Annotation {
    if let Some(inherited) = &mut own.inherited {
        inherited.is_reviewed = true;
    }
    now.clone_into(&mut own.modified);
    own
}
