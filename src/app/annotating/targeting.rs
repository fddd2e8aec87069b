//! What a person means to annotate here. Changes nothing.

use super::target::Target;
use crate::{
    annotations::{Anchor, Annotation, Entry, fresh},
    app::{Reader, Shell},
};

/// So many passages an annotation spans at most: each gets an anchor of its own, and nobody reads a note on more.
pub(in crate::app) const MOST_PASSAGES: usize = 500;

impl Reader {
    /// How many passages are selected; `None` where nothing is.
    pub(in crate::app) fn count_selected(&self) -> Option<usize> {
        Some(self.selected()?.len())
    }

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
        match self.annotations.list().get(id)? {
            Entry::Annotation(annotation) => Some(Target::of(annotation.as_ref().clone())),
            Entry::Bookmark(_) => None,
        }
    }

    pub(in crate::app) fn new_target(
        &self,
        shell: &Shell,
        at: Anchor,
        also: Vec<Anchor>,
    ) -> Target {
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
