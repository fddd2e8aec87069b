//! Manuscript → document. Total: any text gives a document, and what is wrong with it is data.
//! Knows the grammar of resolutions (`grammar.md`), no file and no format.

pub mod ibid;
pub mod marks;
pub mod openers;
pub mod references;
mod words;

use crate::{
    document::{Document, Problem},
    manuscript::Manuscript,
};

/// Understands a manuscript.
#[must_use]
pub fn parse(manuscript: &Manuscript) -> (Document, Vec<Problem>) {
    let _ = manuscript;
    (Document::default(), Vec::new())
}
