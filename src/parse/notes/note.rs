//! Footnotes as they are found: by lines at the foot of a page, by paragraphs behind the text. Knows no
//! rule.

use std::ops::Range;

use crate::parse::lines::line::Line;

/// A footnote: which paragraphs are it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::parse) struct Note {
    /// Its mark.
    pub(in crate::parse) mark: String,
    /// Bytes of its first paragraph before its own words.
    pub(in crate::parse) lead: usize,
    /// Its paragraphs.
    pub(in crate::parse) paragraphs: Range<usize>,
}

/// A footnote at the foot of a page.
#[derive(Clone, Debug, PartialEq)]
pub(in crate::parse) struct PageFootnote {
    /// Its mark.
    pub(in crate::parse) mark: String,
    /// Bytes of its first line before its own words; all of it where the number stands alone.
    pub(in crate::parse) lead: usize,
    /// Its lines.
    pub(in crate::parse) lines: Vec<Line>,
}
