//! The columns in front of the words of a list, and how wide each is. Knows entries, not what they are about.

use super::entry::Entry;
use crate::layout;

/// A column in front of the words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Column {
    /// Its widest text, in cells.
    pub most: u16,
    /// The narrowest list in which there is room for it, in cells.
    pub from: u16,
    /// Whether it is what an entry is known by.
    pub is_name: bool,
}

/// Cells between columns.
pub const GAP: u16 = 2;
/// Cells of the bar beside the chosen entry, and the space after it.
pub const BAR: u16 = 2;
/// Words have no less than this, in cells: columns make room.
const NARROWEST: u16 = 16;
/// A column of no more than this, in cells, is as wide as its texts are: those of symbols.
const WIDE: u16 = 22;

/// How wide the columns of these entries are in a list of so many cells; 0 where there is no room for one.
pub(super) fn widths(columns: &[Column], entries: &[Entry], width: u16) -> Vec<u16> {
    let cells = |text: &String| u16::try_from(layout::width(text)).unwrap_or(u16::MAX);
    let mut widths: Vec<u16> = Vec::with_capacity(columns.len());
    for (i, column) in columns.iter().enumerate() {
        let of_items = entries.iter().filter(|entry| !entry.is_heading);
        let widest = of_items.filter_map(|entry| entry.lead.get(i)).map(cells).max();
        let used: u16 = widths.iter().filter(|&&w| w > 0).map(|w| w + GAP).sum();
        // A wide one gives way where it would leave the words less than half of the list.
        let room = (width / 2).saturating_sub(BAR + used + GAP).max(WIDE);
        let widest = widest.unwrap_or(0).min(column.most).min(room);
        let fits = BAR + used + widest + GAP + NARROWEST <= width;
        widths.push(if width >= column.from && fits { widest } else { 0 });
    }
    widths
}
