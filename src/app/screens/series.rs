//! The series of a resolution: those that took up the same matter, session after session. Knows a list that was found.

use std::path::PathBuf;

use super::{
    columns::Column,
    entry::Entry,
    in_words::{file_name, year},
};
use crate::text::counted;
use crate::{app::Wanted, document::Symbol, library};

/// The series of a resolution.
#[derive(Clone, Debug)]
pub struct Series {
    /// The resolution whose series it is.
    of: Symbol,
    entries: Vec<library::Entry>,
    /// Whether an answer is still to come.
    pub is_searching: bool,
    /// Why it cannot be answered.
    pub failed: Option<String>,
}

impl Series {
    pub(super) const COLUMNS: &'static [Column] =
        &[Column { most: 4, from: 0, is_name: false }, Column { most: 22, from: 0, is_name: true }];

    /// Of a resolution, not known yet.
    #[must_use]
    pub const fn of(symbol: Symbol) -> Self {
        Self { of: symbol, entries: Vec::new(), is_searching: true, failed: None }
    }

    /// Takes an answer, oldest first.
    pub fn take(&mut self, entries: Vec<library::Entry>) {
        (self.entries, self.is_searching) = (entries, false);
    }

    pub(super) fn title(&self) -> String {
        format!("Series of {}", self.of)
    }

    pub(super) fn about(&self, _shown: usize) -> String {
        if self.is_searching {
            return "searching …".into();
        }
        let since = self.entries.first().and_then(|one| one.date.as_deref()?.get(..4));
        let since = since.map_or_else(String::new, |year| format!(" since {year}"));
        format!("{}{since}", counted(self.entries.len(), "text"))
    }

    pub(super) fn nothing(&self) -> String {
        match (&self.failed, self.is_searching) {
            (Some(why), _) => why.clone(),
            (None, true) => String::new(),
            (None, false) => format!("{} is not in the library.", self.of),
        }
    }

    pub(super) fn entries(&self) -> Vec<Entry> {
        let own = self.of.to_string();
        let entry = |one: &library::Entry| {
            let file = one.editions.first().map(|edition| file_name(&edition.path).to_owned());
            let is_own = one.symbol.as_ref() == Some(&own);
            Entry {
                lead: vec![
                    year(one.date.as_deref()),
                    one.symbol.clone().or(file).unwrap_or_default(),
                ],
                text: one.title.clone().unwrap_or_default(),
                tail: if is_own { "this".into() } else { String::new() },
                most_rows: 2,
                ..Entry::default()
            }
        };
        self.entries.iter().map(entry).collect()
    }

    /// The file of an entry.
    pub(super) fn file(&self, entry: usize) -> Option<PathBuf> {
        Some(PathBuf::from(&self.entries.get(entry)?.editions.first()?.path))
    }

    pub(super) fn opens(&self, entry: usize) -> Option<Wanted> {
        let one = self.entries.get(entry)?;
        let edition = one.editions.first()?;
        let symbol = one.symbol.as_deref().filter(|_| edition.part > 0).map(Symbol::new);
        Some(Wanted::Passage { file: PathBuf::from(&edition.path), symbol, cite: None })
    }
}
