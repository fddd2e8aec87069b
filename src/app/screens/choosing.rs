//! Choosing in a list: by steps, groups, pages, hundredths, a click. Nobody chooses a heading.

use super::entries::Entries;
use crate::app::panes::rows::{self, RowAt};

impl Entries {
    /// Chooses the entry shown at a place, or the nearest that is no heading, after it or before it first.
    pub(super) fn choose(&mut self, at: usize, forward: bool) {
        let at = at.min(self.shown.len().saturating_sub(1));
        let is_item = |&at: &usize| !self.entries[self.shown[at]].is_heading;
        let after = || (at..self.shown.len()).find(is_item);
        let before = || (0..=at).rev().filter(|&at| at < self.shown.len()).find(is_item);
        let found = if forward { after().or_else(before) } else { before().or_else(after) };
        self.chosen = found.unwrap_or(0);
    }

    /// Chooses so many further down, or up where it is less than 0.
    pub fn step(&mut self, by: isize) {
        let mut left = by.unsigned_abs();
        while left > 0 {
            let before = self.chosen;
            if by > 0 {
                self.choose(self.chosen + 1, true);
            } else {
                self.choose(self.chosen.saturating_sub(1), false);
            }
            let went_on = if by > 0 { self.chosen > before } else { self.chosen < before };
            if !went_on {
                self.chosen = before;
                break;
            }
            left -= 1;
        }
        self.reveal();
    }

    /// Chooses the first, the last, or what is so many hundredths down.
    pub fn go_to_percent(&mut self, percent: usize) {
        let last = self.shown.len().saturating_sub(1);
        self.choose(last * percent.min(100) / 100, percent < 100);
        self.reveal();
    }

    /// Chooses the first entry so many groups further down, or up where it is less than 0, or of as many as there are.
    pub fn step_groups(&mut self, by: isize) {
        for _ in 0..by.unsigned_abs() {
            let before = self.chosen;
            self.next_group(by > 0);
            if self.chosen == before {
                break;
            }
        }
    }

    /// Chooses the first entry of the next group, or of this one and then the one before.
    pub fn next_group(&mut self, forward: bool) {
        let is_heading = |&at: &usize| self.entries[self.shown[at]].is_heading;
        let found = if forward {
            (self.chosen + 1..self.shown.len()).find(is_heading)
        } else {
            let own = (0..self.chosen).rev().find(is_heading);
            let is_first = own.is_some_and(|own| own + 1 == self.chosen);
            if is_first { own.and_then(|own| (0..own).rev().find(is_heading)) } else { own }
        };
        match found {
            Some(at) => self.choose(at, true),
            None if self.entries.iter().any(|entry| entry.is_heading) => {}
            None => self.choose(if forward { usize::MAX } else { 0 }, true),
        }
        self.reveal();
    }

    /// Scrolls by rows; the chosen entry moves with them.
    pub fn page(&mut self, by: isize) {
        let from = RowAt { item: self.chosen, row: 0 };
        let list = &mut self.rows();
        let to = if by > 0 {
            rows::down(list, from, by.unsigned_abs())
        } else {
            rows::up(list, from, by.unsigned_abs())
        };
        let at = if by > 0 { to.item.max(self.chosen + 1) } else { to.item };
        self.choose(at, by > 0);
        self.reveal();
    }

    /// Chooses the entry in a row of the list on the screen. Whether it was chosen before; `None` where there is
    /// none.
    pub fn click(&mut self, row: usize) -> Option<bool> {
        let entry = self.lines.get(row)?.entry;
        let at = self.place_of(entry).filter(|_| !self.entries[entry].is_heading)?;
        let was_chosen = at == self.chosen;
        self.chosen = at;
        Some(was_chosen)
    }

    /// Chooses this entry, if it is shown.
    pub fn go_to(&mut self, entry: usize) {
        if let Some(at) = self.place_of(entry) {
            self.choose(at, true);
            self.reveal();
        }
    }
}
