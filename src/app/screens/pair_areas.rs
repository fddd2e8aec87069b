//! Where two texts side by side are on a screen. Knows sizes, no texts.

use crate::app::panes::arrange::{Area, Size};

/// Where everything is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct PairAreas {
    /// What is compared.
    pub header: Area,
    /// The texts; the second without width where both stand in one column.
    pub texts: [Area; 2],
    /// What became of each pair; without width where it stands with the words.
    pub kinds: Area,
    /// All rows of pairs.
    pub body: Area,
    /// Keys and messages.
    pub status: Area,
}

/// The narrowest screen with two columns, in cells.
const TWO_FROM: u16 = 100;
/// Cells for what became of a pair.
const KINDS: u16 = 14;
/// Cells at the left edge, of the bar.
const MARGIN: u16 = 2;

impl PairAreas {
    /// Two columns where both have a readable width, else one; the texts get equal halves, as they say the same.
    pub(super) fn of(size: Size, is_of_languages: bool) -> Self {
        let Size { columns, rows } = size;
        let line = |y| Area { x: 0, y, width: columns, height: 1 };
        let height = rows.saturating_sub(2);
        let body = Area { x: 0, y: 1, width: columns, height };
        let area = |x, width| Area { x, y: 1, width, height };
        let is_two = columns >= TWO_FROM;
        let kinds = if is_two && !is_of_languages { KINDS } else { 0 };
        // A bar at the left, a rule between the texts, the scrollbar at the right.
        let room = columns.saturating_sub(MARGIN + kinds + 2);
        let texts = if is_two {
            let half = room.saturating_sub(3) / 2;
            [area(MARGIN, half), area(MARGIN + half + 3, half)]
        } else {
            [area(MARGIN, room), Area::default()]
        };
        let end = if is_two { texts[1].x + texts[1].width } else { MARGIN + room };
        let kinds = if kinds > 0 { area(end + 1, kinds) } else { Area::default() };
        Self { header: line(0), texts, kinds, body, status: line(rows.saturating_sub(1)) }
    }

    /// Whether both texts have a column.
    #[must_use]
    pub const fn is_two(&self) -> bool {
        self.texts[1].width > 0
    }
}
