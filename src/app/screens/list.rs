//! A list that fills the screen: what it is about, the line being typed in it, its entries and where they are. Knows
//! keys of the line alone; what commands do is for `in_lists`.

use super::{content::Content, entries::Entries, library::AskId, side::SideLine};
use crate::{
    app::{
        dialog::{Edit, Line},
        keys::key::Key,
        panes::arrange::{Area, Size},
    },
    layout::Order,
    text::counted,
};

/// A list that fills the screen.
#[derive(Clone, Debug)]
pub struct ListScreen {
    /// What it is about.
    pub content: Content,
    /// Its entries.
    pub entries: Entries,
    /// What is typed in it: which entries are shown, or what is searched for.
    pub line: Line,
    /// Whether keys go to that line.
    pub is_typing: bool,
    /// Where everything is.
    pub areas: ListAreas,
    /// What stands beside the entries.
    pub side: Vec<SideLine>,
    /// Which line beside them is chosen, to narrow the search by it, while the keys go there.
    pub narrowing: Option<usize>,
    /// How far reading what it needs is: files read, files in all, seconds left.
    pub progress: Option<(usize, usize, Option<u64>)>,
    /// The files that are to be read first, where the person is asked whether they are.
    pub large: Option<usize>,
    /// The question whose answer it waits for.
    pub(in crate::app) asked: Option<AskId>,
}

/// Where everything of a list is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct ListAreas {
    /// What the list is.
    pub header: Area,
    /// The line being typed, where there is one.
    pub line: Area,
    /// The entries; the scrollbar is in the column after them.
    pub entries: Area,
    /// What stands beside them; without width where there is no room.
    pub side: Area,
    /// Keys and messages.
    pub status: Area,
}

/// The narrowest screen on which something stands beside a list, in cells.
const SIDE_FROM: u16 = 120;
/// Cells at the left and right edge.
const MARGIN: u16 = 2;

impl ListAreas {
    /// Where there is no room beside the list, what stands there takes all of it while something is chosen in it.
    fn of(size: Size, has_line: bool, has_side: bool, is_narrowing: bool) -> Self {
        let Size { columns, rows } = size;
        let row = |y: u16| Area { x: 0, y, width: columns, height: 1 };
        let from = 1 + u16::from(has_line);
        let height = rows.saturating_sub(from + 1);
        let side = match has_side {
            true if columns >= SIDE_FROM => (columns / 3).clamp(36, 56),
            true if is_narrowing => columns,
            _ => 0,
        };
        let width = columns.saturating_sub(side + MARGIN + 1);
        Self {
            header: row(0),
            line: if has_line { row(1) } else { Area::default() },
            entries: Area { x: MARGIN - 1, y: from, width, height },
            side: Area { x: columns - side, y: from, width: side, height },
            status: row(rows.saturating_sub(1)),
        }
    }
}

impl ListScreen {
    /// A list of this on a screen of this size.
    #[must_use]
    pub fn new(content: Content, size: Size, order: Order) -> Self {
        let entries = Entries::new(content.columns());
        let mut list = Self {
            content,
            entries,
            line: Line::default(),
            is_typing: false,
            areas: ListAreas::default(),
            side: Vec::new(),
            narrowing: None,
            progress: None,
            large: None,
            asked: None,
        };
        list.renew(|_| None);
        list.resize(size, order);
        list
    }

    /// How much of it there is, for the right end of the line at the top; how far reading it is.
    #[must_use]
    pub fn about(&self) -> String {
        let Some((done, all, left)) = self.progress else {
            return self.content.about(self.entries.counts().0);
        };
        let left = left.map_or_else(String::new, |left| format!(", {left} s left"));
        format!("reading {done} of {all}{left}")
    }

    /// What is said where there is nothing.
    #[must_use]
    pub fn nothing(&self) -> String {
        if let Some(files) = self.large {
            return format!(
                "{} in this folder and below it were never read. Enter reads them, which may take a while; q goes \
                 back.",
                counted(files, "file")
            );
        }
        match self.progress {
            Some(_) => "The folder is being read; what is found appears here.".into(),
            None => self.content.nothing(),
        }
    }

    /// The words that were found in the chosen passage, to be seen in its document.
    pub(super) fn found(&self) -> Option<&str> {
        let Content::Hits(hits) = &self.content else { return None };
        let (found, ranges) = hits.hit(self.entries.chosen()?)?;
        found.text.get(ranges.first()?.clone())
    }

    /// Whether the line says which entries are shown, and not what is searched for.
    const fn is_filtered(&self) -> bool {
        !self.content.asks()
    }

    fn filter(&self) -> &str {
        if self.is_filtered() { self.line.text() } else { "" }
    }

    /// Shows what its content is now. What was chosen still is, where `same` finds it.
    pub(in crate::app) fn renew(&mut self, same: impl Fn(usize) -> Option<usize>) {
        let entries = self.content.entries();
        let filter = self.filter().to_owned();
        self.entries.set(entries, &filter, same);
    }

    /// Gives it a screen of this size.
    pub(in crate::app) fn resize(&mut self, size: Size, order: Order) {
        let has_line = self.is_typing || !self.line.text().is_empty() || self.content.asks();
        let has_side = !self.content.side(self.entries.chosen()).is_empty();
        self.areas = ListAreas::of(size, has_line, has_side, self.narrowing.is_some());
        self.entries.fit(self.areas.entries.width, self.areas.entries.height, order);
    }

    /// Sets what is on the screen. To be called after anything that changes it.
    pub(in crate::app) fn show(&mut self, size: Size, order: Order) {
        self.resize(size, order);
        self.side = self.content.side(self.entries.chosen());
        let can_be_chosen =
            |at: usize| self.side.get(at).is_some_and(|line| line.narrows.is_some());
        self.narrowing = self.narrowing.filter(|&at| can_be_chosen(at));
        self.entries.show();
    }

    /// Sends the keys to what stands beside the entries, or back. Whether there is anything to choose.
    pub(super) fn narrow_or_not(&mut self) -> bool {
        self.narrowing = match self.narrowing {
            Some(_) => None,
            None => self.content.side(None).iter().position(|line| line.narrows.is_some()),
        };
        self.narrowing.is_some()
    }

    /// Chooses a line beside the entries, this many further on.
    pub(super) fn step_beside(&mut self, by: isize) {
        let Some(chosen) = self.narrowing else { return };
        let choosable: Vec<usize> =
            (0..self.side.len()).filter(|&at| self.side[at].narrows.is_some()).collect();
        let Some(at) = choosable.iter().position(|&at| at == chosen) else { return };
        let last = choosable.len().saturating_sub(1);
        self.narrowing = choosable.get(at.saturating_add_signed(by).min(last)).copied();
    }

    /// What is searched for, with what is chosen beside the entries.
    pub(super) fn narrowed(&self) -> Option<String> {
        let field = self.side.get(self.narrowing?)?.narrows.as_deref()?;
        Some(format!("{} {field}", self.line.text().trim()))
    }

    /// Takes a key for its line. Whether what is searched for is another one.
    pub(in crate::app) fn type_key(&mut self, key: Key) -> bool {
        match self.line.press(key) {
            Edit::Changed => return self.line_changed(),
            Edit::Submit => self.is_typing = false,
            Edit::Cancel => {
                self.is_typing = false;
                if self.is_filtered() && !self.line.text().is_empty() {
                    self.line = Line::default();
                    self.entries.filter("");
                }
            }
            Edit::Same | Edit::NotMine => {}
        }
        false
    }

    /// Takes text for its line. Whether what is searched for is another one.
    pub(in crate::app) fn type_text(&mut self, text: &str) -> bool {
        self.line.insert(text);
        self.line_changed()
    }

    fn line_changed(&mut self) -> bool {
        if self.is_filtered() {
            self.entries.filter(self.line.text());
        }
        !self.is_filtered()
    }
}
