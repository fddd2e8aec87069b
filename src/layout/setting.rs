//! A text as it is to be set: its words and marks, what hangs in front of it, how far it is set in. A passage of a
//! document has one; so can a text that is in no document. Knows no rows.

use super::{Measure, Order, cells::width};
use crate::document::{Block, Document, Language, Mark, Part, Passage, Shape};

/// How far a passage is set in, and what hangs in front of it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Hang {
    /// What stands in front of the first row.
    pub(super) label: String,
    /// Whether the label is ours and not the document's.
    pub(super) quiet: bool,
    /// The column of the label.
    pub(super) label_column: u16,
    /// The column of the text.
    pub(super) text_column: u16,
}

/// A text as it is to be set.
#[derive(Clone, Debug)]
pub struct Setting<'a> {
    pub(super) text: &'a str,
    pub(super) marks: &'a [Mark],
    pub(super) hang: Hang,
    /// The table that it is.
    pub(super) table: Option<&'a Block>,
    /// Whether it runs from right to left.
    pub(super) is_rtl: bool,
    /// Cells from the left edge of what hangs to the right edge of the text.
    pub(super) width: u16,
    pub(super) order: Order,
}

impl<'a> Setting<'a> {
    /// A passage as the UN prints it.
    #[must_use]
    pub fn of(document: &'a Document, passage: Passage, measure: Measure) -> Self {
        let measure = Measure { width: measure.width.max(NARROWEST), ..measure };
        let block = block_of(document, passage);
        Self {
            text: document.text(passage),
            marks: document.marks(passage),
            hang: hang(document, passage, measure),
            table: block.filter(|block| block.shape == Shape::Table),
            is_rtl: document.language == Language::Arabic,
            width: measure.width,
            order: measure.order,
        }
    }

    /// The same, running from right to left.
    #[must_use]
    pub const fn right_to_left(mut self, is_rtl: bool) -> Self {
        self.is_rtl = is_rtl;
        self
    }

    /// A text by itself, without anything in front of it.
    #[must_use]
    pub fn plain(text: &'a str, width: u16, order: Order) -> Self {
        let (hang, width) = (Hang::default(), width.max(NARROWEST));
        Self { text, marks: &[], hang, table: None, is_rtl: false, width, order }
    }
}

/// The least room that a text is set in, in cells.
const NARROWEST: u16 = 8;

fn block_of(document: &Document, passage: Passage) -> Option<&Block> {
    match passage {
        Passage::Block(i) => document.blocks.get(i),
        Passage::Title | Passage::Footnote(_) => None,
    }
}

/// The hanging label and indents of a passage, as the UN prints them (grammar.md §1).
fn hang(document: &Document, passage: Passage, measure: Measure) -> Hang {
    /// Cells of a hanging number and the space after it: `100. `.
    const STEP: u16 = 5;
    /// The same where there is little room.
    const NARROW_STEP: u16 = 4;
    let step = if measure.width < 48 { NARROW_STEP } else { STEP };
    let (label, quiet, depth) = match passage {
        Passage::Title => {
            // Where there is little room, the header says it anyway.
            let number = document.head.printed_number().filter(|_| step == STEP);
            (number.unwrap_or_default(), false, 0)
        }
        Passage::Footnote(i) => {
            let mark = document.footnotes.get(i).map(|note| note.mark.clone());
            (mark.unwrap_or_default(), false, u8::from(measure.notes_inside))
        }
        Passage::Block(i) => match document.blocks.get(i) {
            Some(block) if !block.label.is_empty() => (block.label.clone(), false, block.depth),
            Some(block) => match (measure.labels, block.shape, block.part) {
                (true, Shape::Paragraph, Part::Preamble | Part::Operative) => {
                    (block.cite.local(), true, block.depth)
                }
                _ => (String::new(), false, block.depth),
            },
            None => (String::new(), false, 0),
        },
    };
    let label_column = u16::from(depth).saturating_mul(step);
    let is_table = block_of(document, passage).is_some_and(|block| block.shape == Shape::Table);
    let hangs = (measure.labels && !is_table) || !label.is_empty() || depth > 0;
    let own = if hangs { step.max(saturating_cells(&label) + 1) } else { 0 };
    // Text keeps at least half of the width, however deep it is nested.
    let text_column = label_column.saturating_add(own);
    let furthest = measure.width / 2;
    if text_column <= furthest {
        return Hang { label, quiet, label_column, text_column };
    }
    let label_column = label_column.min(furthest.saturating_sub(own));
    let fits = saturating_cells(&label) < furthest - label_column;
    Hang {
        label: if fits { label } else { String::new() },
        quiet,
        label_column,
        text_column: furthest,
    }
}

/// The cells of a short text, as a `u16`.
fn saturating_cells(text: &str) -> u16 {
    u16::try_from(width(text)).unwrap_or(u16::MAX - 1)
}
