//! One pane: a flow, the row at its top and a cursor in its text; which rows are on the screen,
//! and where. Knows no other pane.

use super::{
    arrange::PaneId,
    flow::Flow,
    rows::{self, RowAt},
};
use crate::{
    document::{Document, Passage, Place},
    layout::{Measure, Row},
};

/// A text with a cursor and a scroll position.
#[derive(Clone, Debug)]
pub struct Pane {
    /// Which it is.
    pub id: PaneId,
    /// The text.
    pub flow: Flow,
    pub(super) cursor: Cursor,
    pub(super) top: RowAt,
    pub(super) height: usize,
    /// The rows on the screen, from top to bottom; set anew after every message.
    lines: Vec<RowAt>,
}

/// Where the cursor is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Cursor {
    pub(super) item: usize,
    pub(super) at: usize,
    /// The column that `j` and `k` keep to, while they do.
    pub(super) wish: Option<u16>,
}

impl Pane {
    /// At the beginning of a text.
    #[must_use]
    pub fn new(id: PaneId, flow: Flow) -> Self {
        Self {
            id,
            flow,
            cursor: Cursor::default(),
            top: RowAt::default(),
            height: 0,
            lines: Vec::new(),
        }
    }

    /// The place of the cursor. `None` in an empty pane.
    #[must_use]
    pub fn place(&self) -> Option<Place> {
        let item = self.flow.items().get(self.cursor.item)?;
        Some(Place { passage: item.passage, at: self.cursor.at })
    }

    /// The passage with the cursor.
    #[must_use]
    pub fn passage(&self) -> Option<Passage> {
        self.place().map(|place| place.passage)
    }

    /// The rows on the screen: where they are, and what is set there.
    pub fn lines(&self) -> impl Iterator<Item = (RowAt, &Row)> {
        self.lines.iter().filter_map(|&row_at| Some((row_at, self.flow.row(row_at)?)))
    }

    /// The row_at in a row of the screen, counted from the top of the text.
    #[must_use]
    pub fn line(&self, row: usize) -> Option<RowAt> {
        self.lines.get(row).copied()
    }

    /// The passage of a row_at.
    #[must_use]
    pub fn passage_of(&self, row_at: RowAt) -> Option<Passage> {
        self.flow.items().get(row_at.item).map(|item| item.passage)
    }

    /// How many rows of the same passage stand above a row; an empty row does not count.
    #[must_use]
    pub fn text_line(&self, row_at: RowAt) -> usize {
        let gap = self.flow.items().get(row_at.item).is_some_and(|item| item.gap);
        let first_part = self.flow.items().get(row_at.item).is_none_or(|i| i.part.start == 0);
        // Nobody has so many annotations on one passage that the parts of a very long one matter.
        if first_part { row_at.row.saturating_sub(usize::from(gap)) } else { usize::MAX }
    }

    /// Rows of text on the screen.
    #[must_use]
    pub fn height(&self) -> usize {
        self.height
    }

    /// The cell of the cursor in the text area, if it is on the screen: column, row.
    #[must_use]
    pub fn cursor_cell(&self, document: &Document) -> Option<(u16, u16)> {
        let place = self.place()?;
        self.cell_of(document, self.cursor.item, place)
    }

    /// The cell in which a place is shown, if it is on the screen: column, row.
    #[must_use]
    pub fn cell_of(&self, document: &Document, item: usize, place: Place) -> Option<(u16, u16)> {
        let row_at = self.flow.known_row_of(item, place.at)?;
        let y = self.lines.iter().position(|line| *line == row_at)?;
        let row = self.flow.row(row_at)?;
        Some((row.column_of(document.text(place.passage), place.at), u16::try_from(y).ok()?))
    }

    /// The bytes of text above the screen, on it, and in all: what a scrollbar shows.
    #[must_use]
    pub fn extent(&self) -> (usize, usize, usize) {
        let of = |row_at: &RowAt, end: bool| {
            let row = self.flow.row(*row_at)?;
            let at = if end { row.bytes.end } else { row.bytes.start };
            Some(self.flow.bytes_before(row_at.item, at))
        };
        let first = self.lines.first().and_then(|row_at| of(row_at, false)).unwrap_or(0);
        let last = self.lines.last().and_then(|row_at| of(row_at, true)).unwrap_or(first);
        (first, last - first.min(last), self.flow.bytes())
    }

    /// The row with the cursor, if it was on the screen.
    #[must_use]
    pub fn cursor_row(&self) -> Option<RowAt> {
        self.flow.known_row_of(self.cursor.item, self.cursor.at)
    }

    /// Gives the pane room for its text; what was at its top stays there as nearly as can be.
    pub fn fit(&mut self, document: &Document, height: u16, measure: Measure) {
        let top_at = self.flow.row(self.top).map_or(0, |row| row.bytes.start);
        let in_gap = self.flow.row(self.top).is_some_and(|row| row.pieces.is_empty());
        self.flow.set_measure(measure);
        if self.flow.row(self.top).is_none() && !in_gap {
            self.top = self.flow.row_of(document, self.top.item, top_at);
        }
        self.height = usize::from(height);
    }

    /// Sets the rows that are on the screen. To be called after anything that moves or scrolls.
    pub fn show(&mut self, document: &Document) {
        self.flow.forget_some();
        self.lines.clear();
        if self.flow.is_empty() {
            return;
        }
        let rows = self.flow.rows(document, self.top.item).len();
        self.top.row = self.top.row.min(rows.saturating_sub(1));
        let mut row_at = Some(self.top);
        while let Some(here) = row_at.filter(|_| self.lines.len() < self.height) {
            self.flow.rows(document, here.item);
            self.lines.push(here);
            row_at = rows::below(&mut self.flow.of(document), here);
        }
    }

    /// Puts the cursor at a place of this pane and the place in sight. False where the pane has no
    /// such passage.
    pub fn go(&mut self, document: &Document, place: Place) -> bool {
        let Some(item) = self.flow.item_of(place) else { return false };
        self.set_cursor(document, item, place.at);
        true
    }

    fn set_cursor(&mut self, document: &Document, item: usize, at: usize) {
        let passage = self.flow.items().get(item).map(|item| item.passage);
        let text = passage.map_or("", |passage| document.text(passage));
        let last = text.char_indices().next_back().map_or(0, |(i, _)| i);
        let at = text.floor_char_boundary(at.min(last));
        self.cursor = Cursor { item, at, wish: None };
    }

    /// The row at the top.
    #[must_use]
    pub fn top(&self) -> RowAt {
        self.top
    }

    /// The line of the screen with the cursor, counted from the top of the text.
    #[must_use]
    pub fn cursor_line(&self) -> usize {
        let row_at = self.cursor_row();
        row_at.and_then(|row_at| self.lines.iter().position(|line| *line == row_at)).unwrap_or(0)
    }
}
