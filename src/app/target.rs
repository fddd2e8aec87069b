//! What a person means to annotate: what is selected, the annotation under the cursor, or the whole
//! paragraph. Changes nothing.

use super::{App, context::Context};
use crate::annotations::{Anchor, Annotation, Entry, Verdict, fresh};

/// What is to be annotated: an annotation as it was when it was chosen, or one that is to be made. It
/// is whole, so that what is written on it is kept even if the annotation goes meanwhile.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Target(Box<Annotation>);

impl Target {
    /// This annotation.
    #[must_use]
    pub fn of(annotation: Annotation) -> Self {
        Self(Box::new(annotation))
    }

    /// The id it has, or will have.
    #[must_use]
    pub fn id(&self) -> &str {
        &self.0.id
    }

    /// The annotation as it was or is to be made.
    #[must_use]
    pub fn annotation(&self) -> &Annotation {
        &self.0
    }

    /// Finds its place again in another version of the document; whether there is one. Where the
    /// words are the same, the anchors are made anew; else they stay as they were, so that it is
    /// seen afterwards that the words changed.
    pub(super) fn find_again(&mut self, context: &Context<'_>) -> bool {
        if context.has(self) {
            return context.marginalia.start(self.id()).is_some();
        }
        let index = context.marginalia.index().of(context.document);
        let mut is_found = false;
        for anchor in std::iter::once(&mut self.0.at).chain(&mut self.0.also) {
            let found = index.find(anchor);
            let Some((passage, words)) = found.place else { continue };
            is_found = true;
            if found.verdict != Verdict::Edited {
                *anchor = match &anchor.quote {
                    None => index.whole(passage),
                    Some(_) => index.words(passage, words).unwrap_or_else(|| anchor.clone()),
                };
            }
        }
        is_found
    }
}

impl App {
    /// What tags go to: what is selected, else the whole paragraph.
    pub(super) fn target(&self) -> Option<Target> {
        if let Some(target) = self.selected_target() {
            return Some(target);
        }
        let passage = self.place()?.passage;
        Some(match self.marginalia.whole(passage) {
            Some(annotation) => Target::of(annotation.clone()),
            None => self.new_target(self.index().whole(passage), Vec::new()),
        })
    }

    /// What a note goes to: what is selected, else the annotation under the cursor, else the whole
    /// paragraph.
    pub(super) fn target_here(&self) -> Option<Target> {
        self.selected_target()
            .or_else(|| Some(Target::of(self.marginalia.at(self.place()?)?.clone())))
            .or_else(|| self.target())
    }

    /// What is selected; the annotation on exactly these words if there is one.
    pub(super) fn selected_target(&self) -> Option<Target> {
        let mut ranges = self.selected()?;
        ranges.retain(|(_, bytes)| !bytes.is_empty());
        if let Some(annotation) = self.marginalia.exactly(&ranges) {
            return Some(Target::of(annotation.clone()));
        }
        let index = self.index();
        let words = |(passage, bytes)| index.words(passage, bytes);
        let mut anchors = ranges.into_iter().filter_map(words);
        Some(self.new_target(anchors.next()?, anchors.collect()))
    }

    /// The annotation of an id.
    pub(super) fn target_of(&self, id: &str) -> Option<Target> {
        match self.marginalia.book().get(id)? {
            Entry::Annotation(annotation) => Some(Target::of(annotation.clone())),
            Entry::Bookmark(_) => None,
        }
    }

    fn new_target(&self, at: Anchor, also: Vec<Anchor>) -> Target {
        let created = (self.scribe.now)();
        Target::of(Annotation {
            id: fresh(),
            at,
            also,
            author: self.scribe.author.clone(),
            modified: created.clone(),
            created,
            ..Annotation::default()
        })
    }
}
