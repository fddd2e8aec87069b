//! Manuscript → document. Total: any text gives a document, and what is wrong with it is data.
//! Knows the grammar of resolutions (`grammar.md`), no file and no format.
//!
//! The floors, each of which knows only those before it:
//!
//! 1. `words`: the words of every language, and what paragraphs open with;
//! 2. `lines`: where the lines are, what each says by itself (its *facts*, found once and handed on),
//!    which are debris, what the format knows;
//! 3. `paragraphs`: which lines are one paragraph;
//! 4. `notes`: where the words of the footnotes are;
//! 5. `blocks`: what each paragraph is;
//! 6. `inline`, with [`marks`] and [`references`]: what stands within a text;
//! 7. `assemble`: names, clean texts, and every byte of the source to its owner.
//!
//! `plain` goes through them for text, `marked` for mark-up that says itself what its lines are.

mod assemble;
mod blocks;
pub mod ibid;
mod inline;
mod lines;
mod marked;
pub mod marks;
mod notes;
mod paragraphs;
mod plain;
pub mod references;
mod symbols;
mod words;

pub use words::openers::{Verb, verb as verb_of_opening};

use crate::{
    document::{Document, Problem},
    manuscript::Manuscript,
};
use lines::{
    detect_language, facts::LineFacts, job_numbers_apart::job_numbers_apart, known::Known, line,
};

/// Understands a manuscript.
#[must_use]
pub fn parse(manuscript: &Manuscript) -> (Document, Vec<Problem>) {
    let source = manuscript.text.as_str();
    let language = manuscript.language.unwrap_or_else(|| detect_language::detect(source));
    let known = Known::of(manuscript);
    let lines = match manuscript.is_marked_up() {
        true => line::lines(source),
        false => job_numbers_apart(source, line::lines(source)),
    };
    let facts = LineFacts::new(source, &lines, language);
    let reading = if manuscript.is_marked_up() {
        marked::read(manuscript, &known, lines, &facts, language)
    } else {
        plain::read(source, &known, lines, &facts, language)
    };
    let (document, problems) = assemble::document(reading, manuscript.damaged);
    document.be_known();
    (document, problems)
}
