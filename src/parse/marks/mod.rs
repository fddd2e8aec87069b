//! Footnote marks: which of the digits glued to words are superscripts (grammar.md §4, B and C).
//! Knows text and labels, not what a block or a footnote is.

use std::ops::Range;

use crate::document::{Certainty, Language};

/// A mark that was found, in the order of the text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Placed {
    /// Index of the stretch it stands in.
    pub stretch: usize,
    /// Its bytes in the stretch, brackets included where they belong to it.
    pub range: Range<usize>,
    /// The footnote's label: `7`, `*`.
    pub label: String,
    /// How sure the recogniser is.
    pub certainty: Certainty,
    /// Whether the text has no definition of this label: a mark without a note.
    pub is_virtual: bool,
}

/// Places the marks of a document.
///
/// `stretches` are the title and the body paragraphs in order, as text that still has its marks
/// but no paragraph label; `definitions` the labels of the footnotes in order; `certain` the marks
/// that the format knows, as stretch and bytes, in order.
#[must_use]
pub fn align(
    stretches: &[&str],
    definitions: &[&str],
    certain: &[(usize, Range<usize>)],
    language: Language,
) -> Vec<Placed> {
    let _ = (stretches, definitions, certain, language);
    Vec::new()
}
