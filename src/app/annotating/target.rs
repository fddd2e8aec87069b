//! What is to be annotated: an annotation that is there, or one that is to be made.

use super::placed::PlacedAnnotations;
use crate::{
    annotations::{Annotation, Verdict},
    document::Document,
};

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
    pub(in crate::app) fn find_again(
        &mut self,
        annotations: &PlacedAnnotations,
        document: &Document,
    ) -> bool {
        if annotations.list().get(self.id()).is_some() {
            return annotations.start(self.id()).is_some();
        }
        let index = annotations.index().of(document);
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
