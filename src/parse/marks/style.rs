//! How a text sets its marks. Knows signs, not what they mean.

use crate::parse::words::Words;

/// How one text writes its marks.
#[derive(Clone, Copy)]
pub(super) struct Style {
    pub(super) words: &'static Words,
    pub(super) is_chinese: bool,
    pub(super) is_arabic: bool,
    /// Whether white space stands before its marks, as in text that came from a page.
    pub(super) is_apart: bool,
}

/// How a mark is set. A document sets its marks in one way, or page breaks make it two.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Form {
    /// Right behind its word.
    Glued,
    /// A space behind it.
    Apart,
    /// In brackets, or with a stroke.
    Enclosed,
    /// With superscripts.
    Raised,
}

impl Form {
    /// Of the signs of a mark, the space before it included.
    pub(super) fn of(signs: &str) -> Self {
        let is_bare = |c: char| c.is_ascii_digit() || c.is_whitespace();
        if !signs.chars().all(|c| c.is_ascii() || c.is_whitespace()) {
            Self::Raised
        } else if !signs.chars().all(is_bare) {
            Self::Enclosed
        } else if signs.starts_with(char::is_whitespace) {
            Self::Apart
        } else {
            Self::Glued
        }
    }
}
