//! Entries one below the other, in columns: which of them are shown, which is chosen, which of their rows are on
//! the screen. Knows not what an entry is about; a number says which one is meant.

use std::borrow::Cow;

use super::{
    columns::{BAR, Column, GAP, widths},
    entry::{Entry, LEAST_WORDS, fitting},
};
use crate::{
    app::panes::rows::{self, RowAt, Rows},
    layout::{self, Order, Row, Setting},
};

/// A row on the screen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// Which entry it is of.
    pub entry: usize,
    /// Which of its rows: 0 is its first.
    pub row: usize,
    /// The words in it.
    pub words: Row,
    /// Whether words are left out behind it.
    pub is_cut: bool,
}

/// A list, and what is on the screen of it.
#[derive(Clone, Debug)]
pub struct Entries {
    columns: &'static [Column],
    pub(super) entries: Vec<Entry>,
    /// The entries that fit what was typed, as they are shown.
    pub(super) shown: Vec<usize>,
    /// Index in `shown`.
    pub(super) chosen: usize,
    top: RowAt,
    /// Cells of the list, and its rows.
    width: u16,
    height: usize,
    order: Order,
    /// Cells of each column here; 0 where there is no room for it.
    widths: Vec<u16>,
    pub(super) lines: Vec<Line>,
}

impl Entries {
    /// Nothing yet, in these columns.
    #[must_use]
    pub fn new(columns: &'static [Column]) -> Self {
        Self {
            columns,
            entries: Vec::new(),
            shown: Vec::new(),
            chosen: 0,
            top: RowAt::default(),
            width: 0,
            height: 0,
            order: Order::Visual,
            widths: Vec::new(),
            lines: Vec::new(),
        }
    }

    /// Shows other entries, of which those are left that fit what was typed. What was chosen still is where
    /// `same` finds it among them, as an index.
    pub fn set(&mut self, entries: Vec<Entry>, typed: &str, same: impl Fn(usize) -> Option<usize>) {
        let chosen = self.chosen().and_then(same);
        self.entries = entries;
        self.filter(typed);
        let at = chosen.and_then(|chosen| self.shown.iter().position(|&entry| entry == chosen));
        self.choose(at.unwrap_or(0), true);
        self.widths = widths(self.columns, &self.entries, self.width);
    }

    /// Leaves those that fit what was typed; the best come first, but where there are headings everything keeps
    /// its place. The first is chosen.
    pub fn filter(&mut self, typed: &str) {
        self.shown = fitting(&self.entries, typed);
        self.top = RowAt::default();
        self.choose(0, true);
    }

    /// Gives the list room: cells across, rows down.
    pub fn fit(&mut self, width: u16, height: u16, order: Order) {
        (self.width, self.height, self.order) = (width, usize::from(height), order);
        self.widths = widths(self.columns, &self.entries, self.width);
    }

    /// How many there are that anybody can choose: of those shown, and of all.
    #[must_use]
    pub fn counts(&self) -> (usize, usize) {
        let count = |headings: usize, all: usize| all - headings;
        let shown = self.shown.iter().filter(|&&i| self.entries[i].is_heading).count();
        let all = self.entries.iter().filter(|entry| entry.is_heading).count();
        (count(shown, self.shown.len()), count(all, self.entries.len()))
    }

    /// The columns, and how wide each is here; 0 where there is no room for it.
    pub fn columns(&self) -> impl Iterator<Item = (&'static Column, u16)> {
        self.columns.iter().zip(self.widths.iter().copied())
    }

    /// Cells in front of the words.
    #[must_use]
    pub fn indent(&self) -> u16 {
        BAR + self.widths.iter().filter(|&&w| w > 0).map(|w| w + GAP).sum::<u16>()
    }

    /// An entry as it is shown here.
    #[must_use]
    pub fn entry(&self, index: usize) -> Option<Cow<'_, Entry>> {
        let entry = self.entries.get(index)?;
        let is_name = |(column, width): (&Column, u16)| column.is_name && width == 0;
        let name = self.columns().position(is_name).and_then(|at| entry.lead.get(at));
        Some(entry.as_shown(name.map(String::as_str), self.room(entry)))
    }

    /// The entry that is chosen, by its index. `None` where there is none.
    #[must_use]
    pub fn chosen(&self) -> Option<usize> {
        self.shown.get(self.chosen).copied().filter(|&entry| !self.entries[entry].is_heading)
    }

    /// Which of those shown is chosen, counted from 1 without headings; 0 where none is.
    #[must_use]
    pub fn place(&self) -> usize {
        let Some(_) = self.chosen() else { return 0 };
        self.shown[..=self.chosen].iter().filter(|&&i| !self.entries[i].is_heading).count()
    }

    /// The rows on the screen.
    #[must_use]
    pub fn lines(&self) -> &[Line] {
        &self.lines
    }

    /// How much of it is above the screen, on it, and there in all, in entries.
    #[must_use]
    pub fn extent(&self) -> (usize, usize, usize) {
        let last = self.lines.last().and_then(|line| self.place_of(line.entry));
        let on = last.map_or(0, |last| last + 1 - self.top.item.min(last));
        (self.top.item, on, self.shown.len())
    }

    pub(super) fn place_of(&self, entry: usize) -> Option<usize> {
        self.shown.iter().position(|&shown| shown == entry)
    }

    pub(super) fn reveal(&mut self) {
        if self.shown.is_empty() || self.height == 0 {
            return;
        }
        let mut at = RowAt { item: self.chosen, row: 0 };
        // A group is read with its heading.
        let heading = at.item.checked_sub(1).filter(|&i| self.entries[self.shown[i]].is_heading);
        let (top, height, margin) = (self.top, self.height, 1);
        let list = &mut self.rows();
        let end = RowAt { row: list.height(at.item) - 1, ..at };
        let with_end = rows::top_with(list, end, top, height, 0);
        at.item = heading.unwrap_or(at.item);
        let both = rows::top_with(list, at, with_end, height, margin);
        let lowest = rows::lowest_top(list, height);
        self.top = both.min(lowest);
    }

    /// Sets the rows that are on the screen. To be called after anything that moves or changes it.
    pub fn show(&mut self) {
        self.reveal();
        self.lines.clear();
        let mut at = Some(self.top).filter(|_| !self.shown.is_empty());
        while let Some(here) = at.filter(|_| self.lines.len() < self.height) {
            let entry = self.shown[here.item];
            let (words, is_cut) = self.set_rows(entry);
            let line = words.into_iter().nth(here.row).map(|words| Line {
                entry,
                row: here.row,
                is_cut: is_cut && here.row + 1 == self.height_of(entry),
                words,
            });
            self.lines.extend(line);
            at = rows::below(&mut self.rows(), here);
        }
    }

    pub(super) fn rows(&self) -> RowsOf<'_> {
        RowsOf(self)
    }

    /// Cells for the words of an entry. Headings stand in front of all columns.
    fn room(&self, entry: &Entry) -> u16 {
        let indent = if entry.is_heading { BAR } else { self.indent() };
        let room = self.width.saturating_sub(indent);
        let tail = entry.tail_in(room).map_or(0, |(_, cells)| cells + GAP);
        room.saturating_sub(tail).max(LEAST_WORDS)
    }

    /// The rows of an entry, and whether words are left out behind the last.
    fn set_rows(&self, entry: usize) -> (Vec<Row>, bool) {
        let Some(entry) = self.entry(entry) else { return (Vec::new(), false) };
        let most = if entry.is_heading { 1 } else { entry.most_rows.max(1) };
        // So much is more than the rows can hold.
        let room = self.room(&entry);
        let enough = (usize::from(room) + 1) * (most + 1) * 4;
        let end = entry.text.floor_char_boundary(enough.min(entry.text.len()));
        let setting = Setting::plain(&entry.text, room, self.order);
        let mut rows = layout::lay_out(&setting, 0..end);
        let is_cut = rows.len() > most || end < entry.text.len();
        rows.truncate(most);
        (rows, is_cut)
    }

    fn height_of(&self, entry: usize) -> usize {
        let found = &self.entries[entry];
        if found.is_heading || found.most_rows <= 1 { 1 } else { self.set_rows(entry).0.len() }
    }
}

/// The rows of a list.
pub(super) struct RowsOf<'a>(&'a Entries);

impl Rows for RowsOf<'_> {
    fn items(&self) -> usize {
        self.0.shown.len()
    }

    fn height(&mut self, item: usize) -> usize {
        self.0.shown.get(item).map_or(1, |&entry| self.0.height_of(entry))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const COLUMNS: &[Column] = &[
        Column { most: 14, from: 0, is_name: true },
        Column { most: 4, from: 60, is_name: false },
    ];

    fn entry(name: &str, text: &str) -> Entry {
        Entry {
            lead: vec![name.into(), "2017".into()],
            text: text.into(),
            most_rows: 2,
            ..Entry::default()
        }
    }

    fn heading(text: &str) -> Entry {
        Entry { text: text.into(), is_heading: true, ..Entry::default() }
    }

    fn list(entries: Vec<Entry>, width: u16, height: u16) -> Entries {
        let mut list = Entries::new(COLUMNS);
        list.fit(width, height, Order::Visual);
        list.set(entries, "", Some);
        list.show();
        list
    }

    fn screen(list: &Entries) -> Vec<String> {
        let text = |line: &Line| {
            let entry = &list.entries[line.entry];
            let words = entry.text[line.words.bytes.clone()].trim_end();
            let chosen = if list.chosen() == Some(line.entry) { ">" } else { " " };
            let name = entry.lead.first().filter(|_| line.row == 0);
            let cut = if line.is_cut { "…" } else { "" };
            format!("{chosen}{}|{words}{cut}", name.map_or("", String::as_str))
        };
        list.lines().iter().map(text).collect()
    }

    fn groups() -> Vec<Entry> {
        vec![
            heading("A/RES/72/247"),
            entry("OP1", "Requests the Secretary-General to report"),
            entry("OP2", "Urges States"),
            heading("A/RES/74/146"),
            entry(
                "OP9",
                "Requests the Secretary-General to report to the Assembly again and again",
            ),
        ]
    }

    #[test]
    fn words_are_set_beside_their_columns_and_cut_where_there_is_no_room() {
        let list = list(groups(), 40, 10);
        assert_eq!(list.columns().map(|(_, width)| width).collect::<Vec<_>>(), [3, 0]);
        let expected = [
            " |A/RES/72/247",
            ">OP1|Requests the Secretary-General",
            ">|to report",
            " OP2|Urges States",
            " |A/RES/74/146",
            " OP9|Requests the Secretary-General to",
            " |report to the Assembly again…",
        ];
        assert_eq!(screen(&list), expected);
    }

    #[test]
    fn nobody_chooses_a_heading() {
        let mut list = list(groups(), 60, 10);
        for (by, expected) in [(-1, 1), (1, 2), (1, 4), (1, 4), (-1, 2), (-9, 1), (9, 4)] {
            list.step(by);
            assert_eq!(list.chosen(), Some(expected), "after {by}");
        }
        list.go_to_percent(0);
        assert_eq!(list.chosen(), Some(1));
        list.next_group(true);
        assert_eq!(list.chosen(), Some(4));
        list.next_group(true);
        assert_eq!(list.chosen(), Some(4), "there is no other");
        list.step_groups(-1);
        assert_eq!(list.chosen(), Some(1));
        // Of as many as there are: whoever types 99999999} does not wait for them.
        list.step_groups(isize::MAX);
        assert_eq!(list.chosen(), Some(4));
        list.step_groups(-isize::MAX);
        assert_eq!(list.chosen(), Some(1));
        assert_eq!(list.click(0), None, "a heading");
        list.show();
        assert_eq!((list.click(2), list.chosen()), (Some(false), Some(2)));
    }

    #[test]
    fn a_filter_keeps_headings_with_what_is_left_below_them() {
        let mut list = list(groups(), 60, 10);
        list.filter("urges states");
        list.show();
        assert_eq!(screen(&list), [" |A/RES/72/247", ">OP2|Urges States"]);
        assert_eq!(list.counts(), (1, 3));
        list.filter("nothing has this");
        list.show();
        assert_eq!((list.chosen(), list.lines().len()), (None, 0));
        list.step(1);
        list.page(5);
        list.next_group(true);
        assert_eq!(list.chosen(), None);
    }

    #[test]
    fn without_headings_the_best_comes_first() {
        let entries = vec![entry("A/RES/72/1", "Some Rights"), entry("A/RES/72/2", "Rights")];
        let mut list = list(entries, 60, 10);
        list.filter("72/2");
        assert_eq!(list.chosen(), Some(1));
    }

    #[test]
    fn the_chosen_entry_is_in_sight_with_its_heading() {
        let mut entries = Vec::new();
        for group in 0..20 {
            entries.push(heading(&format!("group {group}")));
            entries.extend((0..3).map(|n| entry(&format!("OP{n}"), "Recalls that")));
        }
        let mut list = list(entries, 60, 8);
        for _ in 0..30 {
            list.step(1);
            list.show();
            let chosen = list.chosen().expect("one");
            assert!(list.lines().iter().any(|line| line.entry == chosen));
        }
        list.next_group(true);
        list.show();
        let chosen = list.chosen().expect("one");
        assert!(list.lines().iter().any(|line| line.entry == chosen - 1), "the heading above");
        list.go_to_percent(100);
        list.show();
        assert_eq!(list.lines().last().map(|line| line.entry), Some(79));
        assert_eq!(list.extent(), (72, 8, 80));
        list.page(-8);
        list.show();
        assert_eq!(list.chosen(), Some(71));
    }

    #[test]
    fn what_was_chosen_still_is_when_the_entries_are_renewed() {
        let mut list = list(groups(), 60, 10);
        list.step(1);
        let mut more = groups();
        more.insert(1, entry("OP0", "Recalls"));
        list.set(more, "", |old| Some(old + 1));
        assert_eq!(list.chosen(), Some(3));
    }
}
