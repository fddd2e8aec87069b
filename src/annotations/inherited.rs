//! Annotations that were brought over from an older text: where they come from, and whether a person has
//! taken them. Knows no file and no document.

use super::Annotation;

/// Where an annotation was carried from.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Inherited {
    /// The symbol of the older document.
    pub symbol: Option<String>,
    /// The name of its file.
    pub file: String,
    /// The annotation there.
    pub id: String,
    /// Whether a person has taken it as their own.
    pub is_reviewed: bool,
}

impl Inherited {
    /// By what it is refused: the symbol of the older document, or its file, and the annotation.
    #[must_use]
    pub fn key(&self) -> (String, String) {
        (self.symbol.clone().unwrap_or_else(|| self.file.clone()), self.id.clone())
    }
}

impl Annotation {
    /// Whether it was carried from elsewhere and nobody has taken it yet.
    #[must_use]
    pub fn is_unreviewed(&self) -> bool {
        self.inherited.as_ref().is_some_and(|inherited| !inherited.is_reviewed)
    }
}
