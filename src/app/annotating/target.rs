//! What a person means to annotate: what is selected, the annotation under the cursor, or the whole
//! paragraph. Changes nothing.

use crate::annotations::{Anchor, Annotation, Entry, Verdict, fresh};
use crate::app::{Reader, Shell, context::Context};

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
    pub(in crate::app) fn find_again(&mut self, context: &Context<'_>) -> bool {
        if context.has(self) {
            return context.annotations.start(self.id()).is_some();
        }
        let index = context.annotations.index().of(context.document);
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

impl Reader {
    /// What tags go to: what is selected, else the whole paragraph.
    pub(in crate::app) fn target(&self, shell: &Shell) -> Option<Target> {
        if let Some(target) = self.selected_target(shell) {
            return Some(target);
        }
        let passage = self.place()?.passage;
        Some(match self.annotations.whole(passage) {
            Some(annotation) => Target::of(annotation.clone()),
            None => self.new_target(shell, self.index().whole(passage), Vec::new()),
        })
    }

    /// What a note goes to: what is selected, else the annotation under the cursor, else the whole
    /// paragraph.
    pub(in crate::app) fn target_here(&self, shell: &Shell) -> Option<Target> {
        self.selected_target(shell)
            .or_else(|| Some(Target::of(self.annotations.at(self.place()?)?.clone())))
            .or_else(|| self.target(shell))
    }

    /// What is selected; the annotation on exactly these words if there is one.
    pub(in crate::app) fn selected_target(&self, shell: &Shell) -> Option<Target> {
        let mut ranges = self.selected()?;
        ranges.retain(|(_, bytes)| !bytes.is_empty());
        if let Some(annotation) = self.annotations.exactly(&ranges) {
            return Some(Target::of(annotation.clone()));
        }
        let index = self.index();
        let words = |(passage, bytes)| index.words(passage, bytes);
        let mut anchors = ranges.into_iter().filter_map(words);
        Some(self.new_target(shell, anchors.next()?, anchors.collect()))
    }

    /// The annotation of an id.
    pub(in crate::app) fn target_of(&self, id: &str) -> Option<Target> {
        match self.annotations.book().get(id)? {
            Entry::Annotation(annotation) => Some(Target::of(annotation.clone())),
            Entry::Bookmark(_) => None,
        }
    }

    fn new_target(&self, shell: &Shell, at: Anchor, also: Vec<Anchor>) -> Target {
        let created = (shell.scribe.now)();
        Target::of(Annotation {
            id: fresh(),
            at,
            also,
            author: shell.scribe.author.clone(),
            modified: created.clone(),
            created,
            ..Annotation::default()
        })
    }
}
