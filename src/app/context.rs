//! What a dialog may see of the reader, and how things are called there. Changes nothing.

use super::{
    annotating::{placed::PlacedAnnotations, target::Target},
    keys::keymap::Keymap,
    panes::view::View,
};
use crate::{
    annotations::{Annotation, Codebook, Entry},
    document::{Cite, Document, Passage, Place},
    text::shortened,
};

/// The reader as a dialog sees it.
#[derive(Clone, Copy)]
pub(super) struct Context<'a> {
    pub(super) document: &'a Document,
    pub(super) view: &'a View,
    pub(super) keymap: &'a Keymap,
    pub(super) annotations: &'a PlacedAnnotations,
    pub(super) codebook: &'a Codebook,
    /// The tags of the other documents of the folder, and how often each is used there.
    pub(super) folder_tags: &'a [(String, usize)],
    pub(super) searches: &'a [String],
}

impl Context<'_> {
    /// The place of the cursor. `None` in an empty document.
    pub(super) fn place(&self) -> Option<Place> {
        self.view.place()
    }

    /// The annotation as it is now; where there is none of its id, as it was or is to be made.
    pub(super) fn current(&self, target: &Target) -> Annotation {
        match self.annotations.list().get(target.id()) {
            Some(Entry::Annotation(annotation)) => annotation.as_ref().clone(),
            _ => target.annotation().clone(),
        }
    }

    /// How what is to be annotated is called: `OP14`, `"plenary meeting" in OP14`.
    pub(super) fn called(&self, target: &Target) -> String {
        self.call(&self.current(target))
    }

    /// How an annotation is called.
    pub(super) fn call(&self, annotation: &Annotation) -> String {
        let known = self.annotations.start(&annotation.id).map(|place| place.passage);
        let cited = || self.document.passage(&Cite::read(&annotation.at.paragraph)?);
        let passage = known.or_else(cited);
        let cite = passage
            .map_or_else(|| annotation.at.paragraph.clone(), |passage| self.cite_in_words(passage));
        match &annotation.at.quote {
            Some(quote) => format!("“{}” in {cite}", shortened(quote, 32)),
            None => cite,
        }
    }

    /// `OP14`, and `the title` for what has no number.
    pub(super) fn cite_in_words(&self, passage: Passage) -> String {
        match passage {
            Passage::Title => "the title".into(),
            passage => self.document.cite(passage).to_string(),
        }
    }
}
