//! The texts of a draft that cite: its paragraphs and its footnotes, each with its place. Knows the model.

use super::{Finding, Subject};
use crate::document::{Document, Reference};

/// A paragraph or a footnote.
pub(super) struct Citing<'a> {
    /// The block it is, or is a footnote of.
    at: Option<usize>,
    /// `OP14`, `fn 7`.
    place: String,
    pub(super) text: &'a str,
    pub(super) references: &'a [Reference],
}

impl<'a> Citing<'a> {
    /// All of a draft: its paragraphs, then its footnotes.
    pub(super) fn all(draft: &'a Document) -> impl Iterator<Item = Self> {
        let blocks = draft.blocks.iter().enumerate().map(|(index, block)| Self {
            at: Some(index),
            place: block.cite.to_string(),
            text: &block.text,
            references: &block.references,
        });
        let notes = draft.footnotes.iter().map(|note| {
            let has_mark = |mark: &str| mark == note.mark;
            let mut blocks = draft.blocks.iter();
            Self {
                at: blocks.position(|block| block.marks.iter().any(|mark| has_mark(&mark.label))),
                place: format!("fn {}", note.mark),
                text: &note.text,
                references: &note.references,
            }
        });
        blocks.chain(notes)
    }

    /// What is to be said of a citation in it.
    pub(super) fn finding(&self, what: String, why: String, advice: &str) -> Finding {
        self.of(Subject::Citation, what, why, advice)
    }

    /// What is to be said of it.
    pub(super) fn of(&self, subject: Subject, what: String, why: String, advice: &str) -> Finding {
        let (at, place, advice) = (self.at, self.place.clone(), advice.to_owned());
        Finding { at, place, subject, what, full: None, why, advice }
    }
}
