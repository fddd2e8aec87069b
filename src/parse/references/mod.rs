//! Words that name another place or document (grammar.md §2). Knows one clean text at a time and
//! what [`Context`] says of the document around it.

use crate::document::{Cite, Language, Organ, Reference};

/// What a reference may depend on besides its own words.
#[derive(Clone, Copy)]
pub struct Context<'a> {
    /// The language of the text.
    pub language: Language,
    /// The body whose resolution it is: *its resolution 34/5*.
    pub organ: Option<Organ>,
    /// The block or footnote the text is of; a paragraph number means one of the same section.
    pub place: &'a Cite,
    /// Whether the document has a place: *paragraph 14* is a reference only where it does.
    pub exists: &'a dyn Fn(&Cite) -> bool,
}

/// The references in a clean text, by place, not overlapping.
#[must_use]
pub fn find(text: &str, context: &Context<'_>) -> Vec<Reference> {
    let _ = (text, context);
    Vec::new()
}
