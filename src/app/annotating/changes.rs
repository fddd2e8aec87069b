//! Changes that are told elsewhere: to who undoes, to who makes the last one again.
//! Knows how to make none of them.

use super::tint::Tint;
use crate::annotations::TagNote;

/// A renaming that can be undone.
#[derive(Clone, Debug)]
pub(in crate::app) struct Renaming {
    pub(in crate::app) from: String,
    pub(in crate::app) to: String,
    /// What was said of the two tags before.
    pub(in crate::app) before: Vec<TagNote>,
}

impl Renaming {
    /// How it is told, and known again when it is undone.
    pub(in crate::app) fn in_words(&self) -> String {
        format!("tag {} renamed to {}", self.from, self.to)
    }
}

/// What was made last.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::app) enum Repeat {
    /// This tag was set.
    Tag(String),
    /// This note was written.
    Note(String),
    /// Something was highlighted in this colour.
    Highlight(Tint),
}
