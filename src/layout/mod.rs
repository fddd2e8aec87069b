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
mod setting;
mod superscript;
mod table;

pub use bidi::{Order, backward, visual};
pub use cells::{grapheme_width, graphemes, is_plain, stand_in, width};
pub use remark::{Remark, remarks};
pub use row::{Piece, PieceKind, RemarkKind, Row};
pub use setting::Setting;

use std::ops::Range;

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

/// Sets `part` (bytes, on the bounds of characters) of a text in rows. There is always at least one row. The
/// rows of all but tables tile the part: each begins at the byte at which the one before ends.
#[must_use]
pub fn lay_out(setting: &Setting<'_>, part: Range<usize>) -> Vec<Row> {
    let mut hang = setting.hang.clone();
    if part.start > 0 {
        hang.label.clear();
    }
    if let Some(block) = setting.table
        && let Some(rows) = table::lay_out(block, &hang, setting.width)
    {
        return rows;
    }
    let mut rows = paragraph::lay_out(setting.text, setting.marks, part, &hang, setting.width);
    if setting.order == Order::Visual {
        bidi::reorder(setting.text, &mut rows, setting.width, setting.is_rtl);
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
        // Only the line, so that its end is seen as one; the rows then move to where it stands.
        let set = lay_out(&Setting::plain(line, width, order), 0..line.len());
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
