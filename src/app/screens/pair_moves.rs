//! Moving in a comparison: by rows, pairs, changes; scrolling; a click.

use super::comparison::Comparison;
use crate::app::panes::rows::{self, RowAt, Rows as _};

impl Comparison {
    /// Moves the cursor by rows.
    pub(super) fn move_rows(&mut self, by: isize) {
        let cursor = self.cursor;
        let list = &mut self.rows();
        self.cursor = if by > 0 {
            rows::down(list, cursor, by.unsigned_abs())
        } else {
            rows::up(list, cursor, by.unsigned_abs())
        };
    }

    /// Scrolls by rows, the cursor with the text.
    pub(super) fn scroll(&mut self, by: isize) {
        let (top, cursor) = (self.top, self.cursor);
        let list = &mut self.rows();
        let count = by.unsigned_abs();
        let (top, cursor) = if by > 0 {
            (rows::down(list, top, count), rows::down(list, cursor, count))
        } else {
            (rows::up(list, top, count), rows::up(list, cursor, count))
        };
        (self.top, self.cursor) = (top, cursor);
    }

    /// So many pairs further down, or up where it is less than 0, or as many as there are.
    pub(super) fn step_items(&mut self, by: isize) {
        for _ in 0..by.unsigned_abs() {
            let before = self.cursor;
            self.next_item(by > 0);
            if self.cursor == before {
                break;
            }
        }
    }

    /// To the next or previous pair.
    fn next_item(&mut self, forward: bool) {
        let last = self.items.len().saturating_sub(1);
        let item = match (forward, self.cursor.row) {
            (true, _) => (self.cursor.item + 1).min(last),
            (false, 0) => self.cursor.item.saturating_sub(1),
            (false, _) => self.cursor.item,
        };
        self.cursor = RowAt { item, row: 0 };
    }

    /// So many hundredths down.
    pub(super) fn go_to_percent(&mut self, percent: usize) {
        let item = self.items.len().saturating_sub(1) * percent.min(100) / 100;
        let row = if percent >= 100 { self.rows().height(item).saturating_sub(1) } else { 0 };
        self.cursor = RowAt { item, row };
    }

    /// To the next or previous change; with `here` the one at the cursor is one. Whether there is one.
    pub(super) fn go_to_change(&mut self, forward: bool, here: bool) -> bool {
        let is_changed: Vec<bool> = self.changes().collect();
        let at = self.cursor.item;
        let found = if forward {
            let from = if here { at } else { at + 1 };
            (from..is_changed.len()).find(|&i| is_changed[i])
        } else {
            (0..at.min(is_changed.len())).rev().find(|&i| is_changed[i])
        };
        if let Some(item) = found {
            self.cursor = RowAt { item, row: 0 };
        }
        found.is_some()
    }

    /// Puts the cursor in a row of the screen.
    pub(super) fn click(&mut self, column: u16, row: u16) {
        let body = self.areas.body;
        let Some(row) = row.checked_sub(body.y).filter(|_| body.contains(column, row)) else {
            return;
        };
        if let Some(line) = self.lines.get(usize::from(row)) {
            self.cursor = line.at;
            let second = self.areas.texts[1];
            if second.width > 0 {
                self.side = usize::from(column >= second.x.saturating_sub(1));
            }
        }
    }
}
