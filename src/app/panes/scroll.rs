//! Scrolling a pane and moving its cursor by rows. What words and paragraphs are is for `motion`.

use super::{
    pane::{Cursor, Pane},
    rows::{self, RowAt},
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
        let at = self.flow.row_of(document, self.cursor.item, self.cursor.at);
        self.top = rows::top_with(&mut self.flow.of(document), at, self.top, self.height, MARGIN);
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
            let row_at = self.flow.row_of(document, self.cursor.item, self.cursor.at);
            self.put_at(document, row_at, if last { u16::MAX } else { 0 });
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
            let row_at = self.flow.row_of(document, self.cursor.item, self.cursor.at);
            self.top = self.up(document, row_at, line.min(self.height.saturating_sub(1)));
            self.close_the_end(document);
            self.reveal(document);
        }
    }

    /// No empty rows below the end of the text while there is text above.
    fn close_the_end(&mut self, document: &Document) {
        let lowest = rows::lowest_top(&mut self.flow.of(document), self.height);
        self.top = self.top.min(lowest);
    }

    /// The row `count` rows higher, or the first one.
    fn up(&mut self, document: &Document, from: RowAt, count: usize) -> RowAt {
        rows::up(&mut self.flow.of(document), from, count)
    }

    /// The row `count` rows lower, or the last one.
    fn down(&mut self, document: &Document, from: RowAt, count: usize) -> RowAt {
        rows::down(&mut self.flow.of(document), from, count)
    }

    /// Moves the cursor by rows of text, keeping to its column. Empty rows do not count.
    pub fn move_rows(&mut self, document: &Document, rows: isize) {
        if self.flow.is_empty() {
            return;
        }
        let wish = self.wished_column(document);
        let mut row_at = self.flow.row_of(document, self.cursor.item, self.cursor.at);
        for _ in 0..rows.unsigned_abs() {
            let Some(next) = self.next_text_row(document, row_at, rows > 0) else { break };
            row_at = next;
        }
        self.put_at(document, row_at, wish);
        self.reveal(document);
    }

    fn next_text_row(&mut self, document: &Document, from: RowAt, down: bool) -> Option<RowAt> {
        let mut row_at = from;
        loop {
            let rows = &mut self.flow.of(document);
            row_at = if down { rows::below(rows, row_at) } else { rows::above(rows, row_at) }?;
            let row = self.flow.rows(document, row_at.item).get(row_at.row)?;
            if row.is_text() {
                return Some(row_at);
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
        let row_at = self.flow.row_of(document, self.cursor.item, self.cursor.at);
        let count = rows.unsigned_abs();
        let moved = if rows > 0 {
            self.down(document, row_at, count)
        } else {
            self.up(document, row_at, count)
        };
        // At the ends of the text there is nothing to scroll, and the cursor goes all the way.
        let at_end = self.top == before;
        let row_at = if at_end && rows > 0 {
            rows::last(&mut self.flow.of(document))
        } else if at_end {
            RowAt::default()
        } else {
            moved
        };
        self.put_at(document, row_at, wish);
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
        let row_at = self.flow.row_of(document, self.cursor.item, self.cursor.at);
        let bottom = self.down(document, self.top, self.height - 1);
        if row_at < self.top || row_at > bottom {
            let wish = self.wished_column(document);
            let edge = if row_at < self.top { self.top } else { bottom };
            self.put_near(document, edge, wish, row_at < self.top);
        }
    }

    /// Puts the cursor in a row, at a column; in an empty row, at the next text.
    fn put_at(&mut self, document: &Document, row_at: RowAt, column: u16) {
        self.put_near(document, row_at, column, true);
    }

    /// Puts the cursor in a row, at a column; in an empty row, at the text below or above it.
    fn put_near(&mut self, document: &Document, row_at: RowAt, column: u16, below: bool) {
        let empty = |row: Option<&Row>| row.is_none_or(|row| !row.is_text());
        let row_at = if empty(self.flow.rows(document, row_at.item).get(row_at.row)) {
            self.next_text_row(document, row_at, below)
                .or_else(|| self.next_text_row(document, row_at, !below))
                .unwrap_or(row_at)
        } else {
            row_at
        };
        let Some(passage) = self.passage_of(row_at) else { return };
        if let Some(row) = self.flow.rows(document, row_at.item).get(row_at.row) {
            let at = row.byte_at(document.text(passage), column);
            self.cursor = Cursor { item: row_at.item, at, wish: Some(column) };
        }
    }

    fn wished_column(&mut self, document: &Document) -> u16 {
        let Cursor { item, at, wish } = self.cursor;
        wish.unwrap_or_else(|| {
            let row_at = self.flow.row_of(document, item, at);
            let passage = self.passage_of(row_at);
            let text = passage.map_or("", |passage| document.text(passage));
            self.flow.rows(document, item).get(row_at.row).map_or(0, |row| row.column_of(text, at))
        })
    }
}
