//! The model of a resolution: what a reader sees, cites and annotates.
//!
//! Knows no screen, no file and no serialised form. A [`Document`] is a plain value made by
//! [`parse`](crate::parse); everything else reads it.
//!
//! Two kinds of offset, never mixed: a [`Span`] counts bytes of the untouched source; offsets in a
//! [`Block`], a [`Footnote`] or a title count bytes of the clean `text` beside them (no
//! footnote marks, no paragraph number, white space folded to one space).

mod adopted_text;
mod brackets;
mod cite;
mod citing;
mod head;
mod known;
mod language;
pub(crate) mod months;
mod opener;
mod organ;
mod outbound;
mod outline;
mod passage;
mod problem;
mod sessions;
mod span;
mod symbol;
mod walk;

pub use adopted_text::{AdoptedKind, AdoptedText, Body, Number, Parts, Session};
pub use brackets::{Bracketed, brackets};
pub use cite::{Cite, PlaceKind, Within};
pub use citing::Unfound;
pub use head::{Count, Head, HeadField, Keyword, Kind, Voting};
pub use known::Known;
pub use language::Language;
pub use months::Months;
pub use opener::{Act, Opener};
pub use organ::Organ;
pub use outbound::Outbound;
pub use outline::Section;
pub use passage::{Passage, Place};
pub use problem::{Problem, ProblemKind};
pub use span::Span;
pub use symbol::Symbol;
pub(crate) use symbol::latin_of;

use std::{borrow::Cow, ops::Range};

use jiff::civil::Date;

/// A resolution, a decision or a statement, as its text was understood.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Document {
    /// The language it is written in.
    pub language: Language,
    /// Its symbol, title, dates: what a catalogue records of it.
    pub head: Head,
    /// The resolutions of the file, in reading order; nearly always one. Each has some of the blocks,
    /// and all blocks are some resolution's.
    pub resolutions: Vec<Resolution>,
    /// Formula, preamble, operative paragraphs, closing and annexes, in reading order.
    pub blocks: Vec<Block>,
    /// The footnotes, in the order of their definitions.
    pub footnotes: Vec<Footnote>,
    /// What is in the source but no part of the resolution, in source order.
    pub debris: Vec<Debris>,
    /// Who owns which bytes of the source: contiguous, in order, from its first byte to its last.
    pub tiles: Vec<Tile>,
    /// What is known of it before it is asked.
    pub known: Known,
}

/// One resolution of a file that may have several.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Resolution {
    /// Its symbol.
    pub symbol: Option<Symbol>,
    /// Its title.
    pub title: Option<String>,
    /// The day it was adopted.
    pub adopted: Option<Date>,
    /// Its blocks: a range of [`Document::blocks`].
    pub blocks: Range<usize>,
}

/// The stretch of a resolution a block belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Part {
    /// `The General Assembly,`
    Formula,
    /// Paragraphs that open with *Recalling*, *Guided by*.
    Preamble,
    /// Paragraphs that open with *Requests*, *Urges*.
    Operative,
    /// The meeting and the date of adoption, and the vote.
    Closing,
    /// An annex or appendix, its heading and all below it.
    Annex,
}

/// What a block is, whatever part it stands in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Shape {
    /// A paragraph, numbered or not.
    Paragraph,
    /// A sub-paragraph `(a)`, `(i)`.
    Item,
    /// A heading within the text: `II`, `Annex`, *Human rights*.
    Heading,
    /// A table; its cells are in [`Block::rows`].
    Table,
}

/// A paragraph, a sub-paragraph, a heading or a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Block {
    /// Its name: `PP3`, `OP14(a)`. Unique in the document.
    pub cite: Cite,
    /// The stretch it belongs to.
    pub part: Part,
    /// What it is.
    pub shape: Shape,
    /// How deep it is nested: 0 for a paragraph, 1 for `(a)`, 2 for `(i)`.
    pub depth: u8,
    /// The block it is nested in: an index into [`Document::blocks`], smaller than its own.
    pub parent: Option<usize>,
    /// Its number as a citation has it, without punctuation: `14`, `a`, `ii`.
    pub number: Option<String>,
    /// Its number as printed: `14.`, `(a)`. Empty where there is none.
    pub label: String,
    /// The words alone.
    pub text: String,
    /// The words the UN prints in italics at its start: the participle of a preambular paragraph, the
    /// verb of an operative one, and what they do.
    pub opener: Option<Opener>,
    /// Footnote marks, by place.
    pub marks: Vec<Mark>,
    /// References to other places and documents, by place, not overlapping.
    pub references: Vec<Reference>,
    /// Words the source itself has in italics, by place. Empty for formats that know none.
    pub italics: Vec<Range<usize>>,
    /// The rows of a table, each a list of cells; `text` then has all cells, a space between.
    pub rows: Vec<Vec<String>>,
    /// From its first byte to its last, number and marks included. Debris may stand inside.
    pub span: Span,
}

impl Block {
    /// How many bytes of its text are its opener.
    #[must_use]
    pub fn opener_length(&self) -> Option<usize> {
        self.opener.as_ref().map(|opener| opener.length)
    }

    /// The words of its opener: `Recalling also`.
    #[must_use]
    pub fn opener_words(&self) -> Option<&str> {
        self.text.get(..self.opener_length()?)
    }
}

/// A footnote: the UN's, never the reader's.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Footnote {
    /// Its mark, as printed: `7`, `*`.
    pub mark: String,
    /// The words alone.
    pub text: String,
    /// References in it, by place, not overlapping.
    pub references: Vec<Reference>,
    /// The footnote whose work it repeats, if it begins with `Ibid.`: the one that names the work,
    /// at the end of the chain.
    pub antecedent: Option<Cite>,
    /// Words the source itself has in italics, by place.
    pub italics: Vec<Range<usize>>,
    /// From its first byte to its last, its mark included.
    pub span: Span,
}

/// A superscript in the text that sends the reader to a footnote.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mark {
    /// The footnote's mark: `7`.
    pub label: String,
    /// Where it stands: before this byte of the text.
    pub at: usize,
    /// How many bytes of the text, from `at` on, are its own: those of a doubtful mark stay among
    /// the words, of any other it is 0.
    pub kept: usize,
    /// How sure the recogniser is of it (grammar.md §4, Confidence).
    pub certainty: Certainty,
    /// Its bytes in the source.
    pub span: Span,
}

impl Mark {
    /// Its own bytes of the text: empty unless it is doubtful.
    #[must_use]
    pub const fn kept_in_words(&self) -> Range<usize> {
        self.at..self.at + self.kept
    }
}

/// A text without the digits of its doubtful marks: what finding and comparing go by, since of two
/// copies of a text one may have a mark where the other has a doubt.
#[must_use]
pub fn without_doubtful_marks<'a>(text: &'a str, marks: &[Mark]) -> Cow<'a, str> {
    if marks.iter().all(|mark| mark.kept == 0) {
        return Cow::Borrowed(text);
    }
    let mut words = String::with_capacity(text.len());
    let mut last = 0;
    for mark in marks {
        let Range { start, end } = mark.kept_in_words();
        words.push_str(text.get(last..start).unwrap_or_default());
        last = end.max(last);
    }
    words.push_str(text.get(last..).unwrap_or_default());
    Cow::Owned(words)
}

/// How sure the recogniser is of a footnote mark.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Certainty {
    /// To be shown as doubtful: it has no footnote, or much speaks for a number of the text. Its
    /// digits stay among the words.
    Weak,
    /// Probably right.
    Likely,
    /// As good as certain.
    Sure,
}

/// Words that name another place or document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reference {
    /// The words, as a range of bytes of the text.
    pub range: Range<usize>,
    /// What they name.
    pub target: Target,
}

/// What a reference names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Target {
    /// A place in the same document.
    Here(Cite),
    /// Another document, and where in it: `annex`, `chap. IV, sect. A`, `para. 3`.
    Document {
        /// Its symbol in canonical form.
        symbol: Symbol,
        /// The place in it, as printed.
        locus: Option<String>,
    },
}

/// Text of the source that is no part of the resolution: page heads, job lines, separators.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Debris {
    /// Its kind in words, as `grammar.md` §5 names it: `job line`, `running head`.
    pub kind: &'static str,
    /// Its text as it stands in the source.
    pub text: String,
    /// Its bytes.
    pub span: Span,
}

/// A stretch of the source and whose it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Tile {
    /// Its bytes.
    pub span: Span,
    /// Whose they are.
    pub owner: Owner,
}

/// Who a stretch of the source belongs to; the numbers are indices into the document's lists.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Owner {
    /// A field of [`Head`]: session, agenda item, title.
    Head,
    /// The words, number or white space of a block.
    Block(usize),
    /// A footnote mark within a block.
    Mark {
        /// The block.
        block: usize,
        /// The mark: an index into [`Block::marks`].
        mark: usize,
    },
    /// A footnote.
    Footnote(usize),
    /// Debris.
    Debris(usize),
    /// Nothing but white space between the others.
    Space,
}
