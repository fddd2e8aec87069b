//! Citations: how a person names a place in a resolution, `PP3`, `OP14(a)(ii)`, `B.OP2`,
//! `Annex II.3`, `fn 7` (grammar.md §1.1). Knows the notation, not the document it is looked up in.

use std::fmt;

/// Names one block or footnote of a document, in canonical notation. Unique within a document.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct Cite(String);

impl Cite {
    /// Takes what is already canonical: the recogniser's own names.
    #[must_use]
    pub fn new(canonical: impl Into<String>) -> Self {
        Self(canonical.into())
    }

    /// A footnote: `fn 7`.
    #[must_use]
    pub fn footnote(mark: &str) -> Self {
        Self(format!("fn {mark}"))
    }

    /// The canonical notation.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The mark, if this names a footnote.
    #[must_use]
    pub fn footnote_mark(&self) -> Option<&str> {
        self.0.strip_prefix("fn ")
    }
}

impl fmt::Display for Cite {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}
