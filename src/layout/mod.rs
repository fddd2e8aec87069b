//! A passage and a width → rows of cells: line breaking, hanging numbers, nested indents, tables,
//! superscript marks. The bridge between bytes of the clean text and cells of a screen, in both
//! directions.
//!
//! Pure, and ignorant of the screen: no colours, no scrolling, no cursor. A row says what is shown
//! where; how it looks is for `ui`, and which rows are shown for `app`.

mod bidi;
mod breaks;
mod cells;
mod paragraph;
mod remark;
mod row;
mod superscript;
mod table;

pub use bidi::{Order, backward, visual};
pub use cells::{grapheme_width, is_plain, stand_in, width};
pub use remark::{Remark, remarks};
pub use row::{Piece, PieceKind, RemarkKind, Row};

use std::ops::Range;

use crate::document::{Block, Document, Language, Part, Passage, Shape};

/// The widest a line of text is set, in cells: longer ones are hard to find the next line of.
pub const MEASURE: u16 = 80;

/// The room there is for a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Measure {
    /// Cells from the left edge of the hanging numbers to the right edge of the text.
    pub width: u16,
    /// Whether paragraphs without a printed number get a quiet label, `PP3`.
    pub labels: bool,
    /// Whether footnotes stand among the paragraphs that cite them, and are set in like these.
    pub notes_inside: bool,
    /// Who puts text that runs from right to left in order.
    pub order: Order,
}

/// How far a passage is set in, and what hangs in front of it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct Hang {
    /// What stands in front of the first row.
    label: String,
    /// Whether the label is ours and not the document's.
    quiet: bool,
    /// The column of the label.
    label_column: u16,
    /// The column of the text.
    text_column: u16,
}

/// Sets `part` (bytes, on the bounds of characters) of a passage in rows of at most
/// `measure.width` cells. There is always at least one row. The rows of all but tables tile the
/// part: each begins at the byte at which the one before ends.
#[must_use]
pub fn lay_out(
    document: &Document,
    passage: Passage,
    part: Range<usize>,
    measure: Measure,
) -> Vec<Row> {
    let measure = Measure { width: measure.width.max(8), ..measure };
    let mut hang = hang(document, passage, measure);
    if part.start > 0 {
        hang.label.clear();
    }
    if let Some(block) = block_of(document, passage)
        && block.shape == Shape::Table
        && let Some(rows) = table::lay_out(block, &hang, measure.width)
    {
        return rows;
    }
    let text = document.text(passage);
    let mut rows = paragraph::lay_out(text, document.marks(passage), part, &hang, measure.width);
    if measure.order == Order::Visual {
        let is_rtl = document.language == Language::Arabic;
        bidi::reorder(text, &mut rows, measure.width, is_rtl);
    }
    rows
}

/// Sets a plain text, its lines apart, in rows of at most `width` cells: for what is no passage.
#[must_use]
pub fn fill(text: &str, width: u16, order: Order) -> Vec<Row> {
    let mut rows = Vec::new();
    let mut from = 0;
    for line in text.split('\n') {
        let part = from..from + line.len();
        from = part.end + 1;
        let hang = Hang::default();
        // Only the line, so that its end is seen as one; the rows then move to where it stands.
        let mut set = paragraph::lay_out(line, &[], 0..line.len(), &hang, width.max(8));
        if order == Order::Visual {
            bidi::reorder(line, &mut set, width.max(8), false);
        }
        rows.extend(set.into_iter().map(|row| row.shifted(part.start)));
    }
    rows
}

/// Cuts a text that is too long to be set at once into parts that are set apart from one another,
/// so that no key ever waits for a paragraph of a megabyte. A line ends where a part does.
#[must_use]
pub fn parts(text: &str) -> Vec<Range<usize>> {
    /// Bytes; the longest paragraph of the General Assembly we know has 9,000.
    const LONGEST: usize = 32 * 1024;
    let mut parts = Vec::new();
    let mut from = 0;
    while text.len() - from > LONGEST {
        let limit = text.floor_char_boundary(from + LONGEST);
        let near = text.floor_char_boundary(limit - 1024);
        let end = text[near..limit].rfind(' ').map_or(limit, |space| near + space + 1);
        parts.push(from..end);
        from = end;
    }
    parts.push(from..text.len());
    parts
}

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
                    let cite = block.cite.as_str();
                    (cite.rsplit('.').next().unwrap_or(cite).to_owned(), true, block.depth)
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
