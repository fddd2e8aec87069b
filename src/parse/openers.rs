//! The words a paragraph opens with, *Recalling also*, *Requests*, and what they say of its part
//! (grammar.md §3). The words are data, `assets/openers.tsv`; knows no paragraph but the one text.

use crate::document::{Certainty, Language, Part};

/// How many bytes at the start of a paragraph's clean text are its opener: the words the UN prints
/// in italics. Nothing where the text does not open as a paragraph of `part` does.
#[must_use]
pub fn opener(text: &str, language: Language, part: Part) -> Option<usize> {
    let _ = (text, language, part);
    None
}

/// Whether a paragraph opens as a preambular or as an operative one, [`Part::Preamble`] or
/// [`Part::Operative`], and how sure that is. Nothing for words that open neither, and for those
/// that open both.
#[must_use]
pub fn part_by_opener(text: &str, language: Language) -> Option<(Part, Certainty)> {
    let _ = (text, language);
    None
}
