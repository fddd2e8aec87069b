//! What a file said before anyone understood it: its text, and what its format knows for sure.
//!
//! Every format is read into one of these, and the recogniser reads nothing else, so it is written
//! once and a format only adds evidence. Knows no format and no grammar.

use crate::document::{Head, Language, Part, Shape, Span};

/// The text of a file and the evidence its format gives.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Manuscript {
    /// The text. For plain text, byte for byte the source where that is UTF-8 (a byte order mark
    /// included); otherwise the source decoded, or what was extracted from it. Spans point here.
    pub text: String,
    /// What the format knows, sorted by where it starts. Empty for plain text.
    pub evidence: Vec<Evidence>,
    /// The language, where the format or the user says it.
    pub language: Option<Language>,
    /// What the format records of the document apart from its text: its symbol, dates, keywords. It
    /// goes before what the text says.
    pub head: Head,
    /// Whether each line is a whole paragraph, as in a format that has paragraphs.
    pub lines_are_paragraphs: bool,
    /// Whether some bytes were not valid in their encoding and stand as U+FFFD.
    pub damaged: bool,
}

/// One thing a format knows of a stretch of text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Evidence {
    /// The bytes of [`Manuscript::text`] it is about.
    pub span: Span,
    /// What it is.
    pub fact: Fact,
}

/// What a format can know for sure.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fact {
    /// Set in italics.
    Italic,
    /// The text of a footnote mark, where it is cited or at the head of its footnote.
    Mark,
    /// Digits of the words that may be a footnote mark, and are shown as doubtful.
    DoubtfulMark,
    /// A whole footnote, mark included, one line or several; the mark itself, bare: `7`, `*`. A
    /// format that tells one footnote tells all of them, and all of their marks.
    Footnote(String),
    /// A heading.
    Heading,
    /// A row of a table: its cells, each a line or several.
    Row,
    /// A cell of a table.
    Cell,
    /// A running head, a page number: no body text.
    Debris(&'static str),
    /// A link to this address.
    Link(String),
    /// The title of the document, its number not included.
    Title,
    /// The number of a paragraph, at its beginning.
    Number,
    /// A paragraph, heading, item or table as the format itself has it. Where one is marked so, all
    /// are, and nothing of the structure is left to be guessed; a line that is nothing else is of
    /// the head.
    Block(Part, Shape),
}

impl Manuscript {
    /// A manuscript of text alone.
    #[must_use]
    pub fn plain(text: impl Into<String>) -> Self {
        Self { text: text.into(), ..Self::default() }
    }

    /// Whether the format says of every paragraph what it is.
    #[must_use]
    pub fn is_marked_up(&self) -> bool {
        self.evidence.iter().any(|evidence| matches!(evidence.fact, Fact::Block(..)))
    }
}
