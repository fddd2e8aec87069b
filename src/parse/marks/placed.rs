//! A mark that was found. Knows its place in a text, not how it was found.

use std::ops::Range;

use crate::document::Certainty;

/// A mark that was found, in the order of the text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Placed {
    /// Index of the stretch it stands in.
    pub stretch: usize,
    /// Its bytes in the stretch. Brackets that belong to it are included, and so is white space
    /// that is there for its sake: what is left reads as if there had been no mark.
    pub range: Range<usize>,
    /// The footnote's label: `7`, `*`.
    pub label: String,
    /// How sure the recogniser is.
    pub certainty: Certainty,
    /// Whether the text has no definition of this label: a mark without a note.
    pub is_virtual: bool,
}

impl Placed {
    /// Whether its signs stay among the words, since they may well be some.
    pub(in crate::parse) fn stays_in_words(&self) -> bool {
        self.certainty == Certainty::Weak
    }

    /// Its own signs in the stretch, without brackets and white space.
    pub(in crate::parse) fn sign(&self, stretch: &str) -> Range<usize> {
        let is_around = |c: char| c.is_whitespace() || matches!(c, '(' | ')' | '[' | ']' | '/');
        let whole = stretch.get(self.range.clone()).unwrap_or_default();
        let start = self.range.start + whole.len() - whole.trim_start_matches(is_around).len();
        start..start + whole.trim_matches(is_around).len()
    }
}
