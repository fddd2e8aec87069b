//! What is wrong with a document, as data. Knows the kinds, not how they are found.

use super::Span;

/// Something a careful reader would point out. Never a reason to refuse a document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// What sort of thing it is.
    pub kind: ProblemKind,
    /// One sentence for a person: what, where.
    pub message: String,
    /// The bytes of the source it is about.
    pub span: Span,
}

/// The sorts of [`Problem`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ProblemKind {
    /// A footnote that no mark in the text leads to.
    NoteWithoutMark,
    /// A mark whose footnote is missing.
    MarkWithoutNote,
    /// A mark the recogniser is not sure of.
    WeakMark,
    /// An operative paragraph or footnote number that is missing, repeated or out of order.
    BrokenNumbering,
    /// A reference to a paragraph or footnote that the document does not have.
    DanglingReference,
    /// No enacting formula, no operative paragraph: perhaps not a resolution at all.
    NotAResolution,
    /// Text that stands where none is expected.
    Stray,
    /// The bytes were not valid in the encoding they seem to be in.
    Encoding,
}

impl ProblemKind {
    /// In lower-case English words, as the contract's JSON has it.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::NoteWithoutMark => "note without mark",
            Self::MarkWithoutNote => "mark without note",
            Self::WeakMark => "weak mark",
            Self::BrokenNumbering => "broken numbering",
            Self::DanglingReference => "dangling reference",
            Self::NotAResolution => "not a resolution",
            Self::Stray => "stray text",
            Self::Encoding => "encoding",
        }
    }
}
