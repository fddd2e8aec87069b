//! The uses of some words through the years, oldest first, with what differs. Knows passages that were read.

use super::{columns::Column, entry::Entry, hits::wanted, in_words::year};
use crate::text::counted;
use crate::{app::Wanted, library::Agreed};

/// Below this a passage is no use of the words as a whole: it has some of them.
const LEAST: f64 = 0.65;

/// The uses of some words.
#[derive(Clone, Debug, Default)]
pub struct Uses {
    /// What they are the words of: `OP18 of A/RES/72/247`.
    of: String,
    uses: Vec<Agreed>,
    /// Whether an answer is still to come.
    pub is_searching: bool,
    /// Why it cannot be answered.
    pub failed: Option<String>,
}

impl Uses {
    pub(super) const COLUMNS: &'static [Column] = &[
        Column { most: 4, from: 0, is_name: false },
        Column { most: 20, from: 0, is_name: true },
        Column { most: 10, from: 56, is_name: false },
        Column { most: 6, from: 72, is_name: false },
    ];

    /// Of these words, not known yet.
    #[must_use]
    pub fn of(words: String) -> Self {
        Self { of: words, is_searching: true, ..Self::default() }
    }

    /// Takes an answer, oldest first.
    pub fn take(&mut self, uses: Vec<Agreed>) {
        (self.uses, self.is_searching) = (uses, false);
    }

    pub(super) fn title(&self) -> String {
        format!("Uses of {}", self.of)
    }

    pub(super) fn about(&self, _shown: usize) -> String {
        if self.is_searching {
            return "searching …".into();
        }
        let since = self.uses.iter().find_map(|one| one.found.date.as_deref()?.get(..4));
        let since = since.map_or_else(String::new, |year| format!(" since {year}"));
        format!("{}{since} · what differs is marked", counted(self.uses.len(), "use"))
    }

    pub(super) fn nothing(&self) -> String {
        match (&self.failed, self.is_searching) {
            (Some(why), _) => why.clone(),
            (None, true) => String::new(),
            (None, false) => "No other passage of the library has these words.".into(),
        }
    }

    /// The first use is called so and not by its likeness: where words come from is what is asked. `same` is what no
    /// reader could tell apart, so a comma more does not count.
    pub(super) fn entries(&self) -> Vec<Entry> {
        let mut is_first = true;
        let entry = |one: &Agreed| {
            let found = &one.found;
            let how = match (&one.within, one.likeness) {
                (Some(_), likeness) if likeness < LEAST => "part".to_owned(),
                (_, likeness) if likeness >= 0.995 => "same".to_owned(),
                (_, likeness) => format!("{likeness:.2}").trim_start_matches('0').to_owned(),
            };
            let how = if std::mem::take(&mut is_first) { "first".to_owned() } else { how };
            let differing = one.edits.iter().map(|edit| edit.there.clone());
            // Of a passage that has some of the words those are to be seen; of one that is like them, what differs.
            let (marked, is_part): (Vec<_>, bool) = match (&one.within, one.likeness < LEAST) {
                (Some(run), true) => (vec![run.clone()], true),
                _ => (differing.filter(|range| !range.is_empty()).collect(), false),
            };
            let symbol = found.symbol.clone();
            let symbol =
                symbol.unwrap_or_else(|| super::in_words::file_name(&found.file).to_owned());
            Entry {
                lead: vec![year(found.date.as_deref()), symbol, found.cite.clone(), how],
                text: found.text.clone(),
                marked,
                most_rows: 4,
                is_excerpt: is_part,
                ..Entry::default()
            }
        };
        self.uses.iter().map(entry).collect()
    }

    pub(super) fn opens(&self, entry: usize) -> Option<Wanted> {
        self.uses.get(entry).map(|one| wanted(&one.found))
    }
}
