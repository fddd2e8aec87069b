//! What the paragraphs of a document are, before they have names and marks. Knows no rule.

use std::ops::Range;

use crate::{
    document::{Organ, Part, Shape},
    parse::{fold::Folded, label::Label},
};

/// A block before it has a name.
#[derive(Clone, Debug)]
pub(in crate::parse) struct Draft {
    pub(in crate::parse) part: Part,
    pub(in crate::parse) shape: Shape,
    pub(in crate::parse) depth: u8,
    pub(in crate::parse) label: Option<Label>,
    /// Whether the label is set apart from the words by no more than a space.
    pub(in crate::parse) label_in_line: bool,
    /// Its lines.
    pub(in crate::parse) lines: Range<usize>,
    /// Its words, marks still in them.
    pub(in crate::parse) words: Folded,
    /// Which resolution of the file, or part of it, counted from 0.
    pub(in crate::parse) scope: usize,
    /// Which section of that, counted from 0; a section begins with a Roman numeral.
    pub(in crate::parse) section: usize,
    /// `Annex II`, for all blocks below that heading.
    pub(in crate::parse) annex: Option<String>,
}

/// What the paragraphs of a document are.
#[derive(Clone, Debug, Default)]
pub(in crate::parse) struct Structure {
    /// The paragraphs of the head: those before the first formula.
    pub(in crate::parse) head: Range<usize>,
    /// The blocks, in order.
    pub(in crate::parse) drafts: Vec<Draft>,
    /// The letter of each scope, `A`, where it has one.
    pub(in crate::parse) letters: Vec<Option<String>>,
    /// The numeral of each section of each scope, `II`; the first has none.
    pub(in crate::parse) numerals: Vec<Vec<String>>,
    /// Who enacts it, by its formula.
    pub(in crate::parse) organ: Option<Organ>,
    /// How it was voted on.
    pub(in crate::parse) vote: Option<String>,
    /// The meeting it was adopted at.
    pub(in crate::parse) meeting: Option<String>,
    /// The date below the meeting.
    pub(in crate::parse) closing_date: Option<jiff::civil::Date>,
    /// Whether there is an enacting formula.
    pub(in crate::parse) has_formula: bool,
}
