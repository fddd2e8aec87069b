//! The ledger of the library: who is asked to do what, by when, in all its texts; what stands beside it narrows it.
//! Found by machine, and marked as such. Knows mandates that were found.

use std::path::PathBuf;

use super::{
    columns::Column,
    entry::Entry,
    in_words::file_name,
    side::{self, SideLine},
};
use crate::{
    app::Wanted,
    document::{Cite, Symbol},
    library::{LedgerOrder, LedgerPage, LedgerRow},
    text::counted,
};

/// What is asked of whom in the library.
#[derive(Clone, Debug, Default)]
pub struct LibraryLedger {
    page: LedgerPage,
    order: LedgerOrder,
    /// Whether an answer is still to come.
    pub is_searching: bool,
    /// Why it cannot be answered.
    pub failed: Option<String>,
}

impl LibraryLedger {
    pub(super) const COLUMNS: &'static [Column] = &[
        Column { most: 14, from: 0, is_name: false },
        Column { most: 24, from: 0, is_name: true },
        Column { most: 22, from: 84, is_name: false },
        Column { most: 8, from: 104, is_name: false },
    ];

    /// Not known yet.
    #[must_use]
    pub fn asked() -> Self {
        Self { is_searching: true, ..Self::default() }
    }

    /// Takes an answer.
    pub fn take(&mut self, page: LedgerPage) {
        (self.page, self.is_searching, self.failed) = (page, false, None);
    }

    pub(super) const fn order(&self) -> LedgerOrder {
        self.order
    }

    /// Takes the next order, and says which; it is to be asked for.
    pub(super) fn sort(&mut self) -> &'static str {
        self.order = match self.order {
            LedgerOrder::Latest => LedgerOrder::Earliest,
            LedgerOrder::Earliest => LedgerOrder::Who,
            LedgerOrder::Who => LedgerOrder::Act,
            LedgerOrder::Act => LedgerOrder::Latest,
        };
        self.order_in_words()
    }

    const fn order_in_words(&self) -> &'static str {
        match self.order {
            LedgerOrder::Latest => "latest due first",
            LedgerOrder::Earliest => "earliest due first",
            LedgerOrder::Who => "by who is asked",
            LedgerOrder::Act => "by act",
        }
    }

    pub(super) fn title(&self) -> String {
        "Mandates of the library · found by machine, check before use".into()
    }

    pub(super) fn about(&self, _shown: usize) -> String {
        if self.is_searching {
            return "reading …".into();
        }
        let (all, shown) = (self.page.all, self.page.rows.len());
        let first = if all > shown { format!("the first {shown} of ") } else { String::new() };
        format!("{first}{} · {}", counted(all, "mandate"), self.order_in_words())
    }

    pub(super) fn nothing(&self) -> String {
        match (&self.failed, self.is_searching) {
            (Some(why), _) => why.clone(),
            (None, true) => String::new(),
            (None, false) => {
                "Nobody is asked for this. Letters are looked for in who, what and about what; \
                              who:Secretary-General due:2018 what:report act:request mark:mine is:twice"
                    .into()
            }
        }
    }

    pub(super) fn entries(&self) -> Vec<Entry> {
        let entry = |row: &LedgerRow| {
            let symbol = row.symbol.clone().unwrap_or_else(|| file_name(&row.file).to_owned());
            let repeats = row.repeats.map(|(times, since)| match since {
                Some(since) => format!("{times}× since {since}"),
                None => format!("{times}×"),
            });
            let twin = row.twin.as_ref().map(|twin| format!("as {twin}"));
            let tail: Vec<String> = row.marks.iter().cloned().chain(twin).chain(repeats).collect();
            Entry {
                lead: vec![when(row), row.who.clone(), symbol, row.cite.clone()],
                text: row.words.clone(),
                tail: tail.join(" "),
                most_rows: 2,
                ..Entry::default()
            }
        };
        self.page.rows.iter().map(entry).collect()
    }

    /// Takes the marks of paragraphs of open documents, which a function gives for a file and a citation; `None` for
    /// what is not open. Whether they are others now.
    pub(super) fn mark(&mut self, marks: impl Fn(&str, &str) -> Option<Vec<String>>) -> bool {
        let mut is_changed = false;
        for row in &mut self.page.rows {
            if let Some(now) = marks(&row.file, &row.cite)
                && now != row.marks
            {
                row.marks = now;
                is_changed = true;
            }
        }
        is_changed
    }

    /// The words of an entry.
    pub(super) fn words_of(&self, entry: usize) -> Option<&str> {
        self.page.rows.get(entry).map(|row| row.words.as_str())
    }

    pub(super) fn side(&self) -> Vec<SideLine> {
        let line = |name: &str, count: usize, term: String| {
            SideLine::about(name, count.to_string()).narrowing(term)
        };
        let quoted = |name: &str| match name.contains(' ') {
            true => format!("who:\"{name}\""),
            false => format!("who:{name}"),
        };
        let who = self.page.who.iter().map(|(name, count)| line(name, *count, quoted(name)));
        // What is due next is nearer the top.
        let years = self.page.years.iter().rev().take(12);
        let due = years.map(|(year, n)| line(&year.to_string(), *n, format!("due:{year}")));
        let what = self.page.what.iter().map(|(what, n)| line(what, *n, format!("what:{what}")));
        let marks = self.page.marks.iter().map(|(mark, n)| line(mark, *n, format!("mark:{mark}")));
        let groups: [(&str, Vec<SideLine>); 4] = [
            ("who is asked", who.collect()),
            ("due", due.collect()),
            ("what", what.collect()),
            ("your marks", marks.collect()),
        ];
        side::in_groups(groups)
    }

    pub(super) fn opens(&self, entry: usize) -> Option<Wanted> {
        let row = self.page.rows.get(entry)?;
        Some(Wanted::Passage {
            file: PathBuf::from(&row.file),
            symbol: row.symbol.as_deref().map(Symbol::new),
            cite: Cite::read(&row.cite),
        })
    }
}

/// By when something is due.
fn when(row: &LedgerRow) -> String {
    match (&row.every, row.date, row.year, row.session) {
        (Some(every), ..) => format!("every {every}"),
        (None, Some(date), ..) => date.strftime("%-d %b %Y").to_string(),
        (None, None, Some(year), Some(session)) => format!("{year} ({session})"),
        (None, None, Some(year), None) => year.to_string(),
        (None, None, None, Some(session)) => format!("session {session}"),
        (None, None, None, None) => "–".to_owned(),
    }
}
