//! What was read of a manuscript, to be put together. Plain data: both ways of reading, of text and of
//! mark-up, end in it.

use crate::{
    document::{Head, Span},
    parse::{
        blocks::{Structure, head::TitleAt},
        notes::note::Note,
        paragraphs::text::Text,
    },
};

/// Everything that was found.
pub(in crate::parse) struct Reading<'a> {
    /// Lines and paragraphs, footnotes included.
    pub(in crate::parse) text: Text<'a>,
    /// The blocks, before they have names.
    pub(in crate::parse) structure: Structure,
    /// The footnotes.
    pub(in crate::parse) notes: Vec<Note>,
    /// Where the title is.
    pub(in crate::parse) title: Option<TitleAt>,
    /// The head, but for the title.
    pub(in crate::parse) head: Head,
    /// What is no part of the resolution, each with its kind.
    pub(in crate::parse) debris: Vec<(Span, &'static str)>,
}
