//! Scrolling a pane and moving its cursor by rows. What words and paragraphs are is for `motion`.

use super::{
    flow::RowAt,
    pane::{Cursor, Pane},
};
use crate::{
    document::{Document, Passage, Place},
    layout::Row,
};

/// Rows kept in sight above and below the cursor, where the pane is high enough.
const MARGIN: usize = 2;

impl Pane {
    /// Scrolls as little as brings the cursor into sight; far away, to the middle.
    pub fn reveal(&mut self, document: &Document) {
        if self.flow.is_empty() || self.height == 0 {
            return;
        }
        let margin = MARGIN.min((self.height - 1) / 2);
        let spot = self.flow.spot_of(document, self.cursor.item, self.cursor.at);
        let highest = self.up(document, spot, self.height - 1 - margin);
        let lowest = self.up(document, spot, margin);
        if (highest..=lowest).contains(&self.top) {
            return;
        }
        let near_below = self.down(document, self.top, self.height + self.height / 2);
        let near_above = self.up(document, self.top, self.height / 2);
        self.top = if spot < near_above || spot > near_below {
            self.up(document, spot, self.height / 3)
        } else if self.top < highest {
            highest
        } else {
            lowest
        };
        self.close_the_end(document);
    }

    /// Scrolls to a row that was at the top before.
    pub fn set_top(&mut self, document: &Document, top: RowAt) {
        self.top = top;
        self.close_the_end(document);
    }

    /// Puts the cursor at the first or last character of its row.
    pub fn go_in_row(&mut self, document: &Document, last: bool) {
        if !self.flow.is_empty() {
            let spot = self.flow.spot_of(document, self.cursor.item, self.cursor.at);
            self.put_at(document, spot, if last { u16::MAX } else { 0 });
        }
    }

    /// Brings footnotes, sorted, into sight, and the cursor to the first of them; scrolls only if
    /// the pane does not show all of them as it is.
    pub fn follow(&mut self, document: &Document, notes: &[usize]) {
        let (Some(&first), Some(&last)) = (notes.first(), notes.last()) else { return };
        if !notes.iter().any(|&note| self.passage() == Some(Passage::Footnote(note))) {
            self.go(document, Place::start_of(Passage::Footnote(first)));
        }
        let item = |note| self.flow.item_of(Place::start_of(Passage::Footnote(note)));
        let (Some(first), Some(last)) = (item(first), item(last)) else { return };
        let start = RowAt { item: first, row: 0 };
        let end = RowAt { item: last, row: self.flow.rows(document, last).len().saturating_sub(1) };
        let bottom = self.down(document, self.top, self.height.saturating_sub(1));
        if start < self.top || end > bottom {
            self.top = start;
            self.close_the_end(document);
        }
    }

    /// Scrolls so that the cursor is on this line of the screen, as nearly as can be.
    pub fn put_cursor_on_line(&mut self, document: &Document, line: usize) {
        if !self.flow.is_empty() {
            let spot = self.flow.spot_of(document, self.cursor.item, self.cursor.at);
            self.top = self.up(document, spot, line.min(self.height.saturating_sub(1)));
            self.close_the_end(document);
            self.reveal(document);
        }
    }

    /// No empty rows below the end of the text while there is text above.
    fn close_the_end(&mut self, document: &Document) {
        let end = self.flow.last(document);
        let lowest_top = self.up(document, end, self.height.saturating_sub(1));
        self.top = self.top.min(lowest_top);
    }

    /// The spot `rows` rows higher, or the first one.
    fn up(&mut self, document: &Document, from: RowAt, rows: usize) -> RowAt {
        let mut spot = from;
        for _ in 0..rows {
            match self.flow.above(document, spot) {
                Some(above) => spot = above,
                None => break,
            }
        }
        spot
    }

    /// The spot `rows` rows lower, or the last one.
    fn down(&mut self, document: &Document, from: RowAt, rows: usize) -> RowAt {
        let mut spot = from;
        for _ in 0..rows {
            match self.flow.below(document, spot) {
                Some(below) => spot = below,
                None => break,
            }
        }
        spot
    }

    /// Moves the cursor by rows of text, keeping to its column. Empty rows do not count.
    pub fn move_rows(&mut self, document: &Document, rows: isize) {
        if self.flow.is_empty() {
            return;
        }
        let wish = self.wished_column(document);
        let mut spot = self.flow.spot_of(document, self.cursor.item, self.cursor.at);
        for _ in 0..rows.unsigned_abs() {
            let Some(next) = self.next_text_row(document, spot, rows > 0) else { break };
            spot = next;
        }
        self.put_at(document, spot, wish);
        self.reveal(document);
    }

    fn next_text_row(&mut self, document: &Document, from: RowAt, down: bool) -> Option<RowAt> {
        let mut spot = from;
        loop {
            spot = if down {
                self.flow.below(document, spot)
            } else {
                self.flow.above(document, spot)
            }?;
            let row = self.flow.rows(document, spot.item).get(spot.row)?;
            if row.is_text() {
                return Some(spot);
            }
        }
    }

    /// Scrolls by rows, the cursor with it.
    pub fn scroll_with_cursor(&mut self, document: &Document, rows: isize) {
        if self.flow.is_empty() {
            return;
        }
        let wish = self.wished_column(document);
        let before = self.top;
        self.scroll(document, rows);
        let spot = self.flow.spot_of(document, self.cursor.item, self.cursor.at);
        let count = rows.unsigned_abs();
        let moved = if rows > 0 {
            self.down(document, spot, count)
        } else {
            self.up(document, spot, count)
        };
        // At the ends of the text there is nothing to scroll, and the cursor goes all the way.
        let at_end = self.top == before;
        let spot = if at_end && rows > 0 {
            self.flow.last(document)
        } else if at_end {
            RowAt::default()
        } else {
            moved
        };
        self.put_at(document, spot, wish);
        self.keep_cursor_in_sight(document);
    }

    /// Scrolls by rows; the cursor stays where it is unless it would leave the screen.
    pub fn scroll(&mut self, document: &Document, rows: isize) {
        let count = rows.unsigned_abs();
        self.top = if rows > 0 {
            self.down(document, self.top, count)
        } else {
            self.up(document, self.top, count)
        };
        self.close_the_end(document);
    }

    /// Moves the cursor as little as brings it onto the screen.
    pub fn keep_cursor_in_sight(&mut self, document: &Document) {
        if self.flow.is_empty() || self.height == 0 {
            return;
        }
        let spot = self.flow.spot_of(document, self.cursor.item, self.cursor.at);
        let bottom = self.down(document, self.top, self.height - 1);
        if spot < self.top || spot > bottom {
            let wish = self.wished_column(document);
            let edge = if spot < self.top { self.top } else { bottom };
            self.put_near(document, edge, wish, spot < self.top);
        }
    }

    /// Puts the cursor in a row, at a column; in an empty row, at the next text.
    fn put_at(&mut self, document: &Document, spot: RowAt, column: u16) {
        self.put_near(document, spot, column, true);
    }

    /// Puts the cursor in a row, at a column; in an empty row, at the text below or above it.
    fn put_near(&mut self, document: &Document, spot: RowAt, column: u16, below: bool) {
        let empty = |row: Option<&Row>| row.is_none_or(|row| !row.is_text());
        let spot = if empty(self.flow.rows(document, spot.item).get(spot.row)) {
            self.next_text_row(document, spot, below)
                .or_else(|| self.next_text_row(document, spot, !below))
                .unwrap_or(spot)
        } else {
            spot
        };
        let Some(passage) = self.passage_of(spot) else { return };
        if let Some(row) = self.flow.rows(document, spot.item).get(spot.row) {
            let at = row.byte_at(document.text(passage), column);
            self.cursor = Cursor { item: spot.item, at, wish: Some(column) };
        }
    }

    fn wished_column(&mut self, document: &Document) -> u16 {
        let Cursor { item, at, wish } = self.cursor;
        wish.unwrap_or_else(|| {
            let spot = self.flow.spot_of(document, item, at);
            let passage = self.passage_of(spot);
            let text = passage.map_or("", |passage| document.text(passage));
            self.flow.rows(document, item).get(spot.row).map_or(0, |row| row.column_of(text, at))
        })
    }
}
