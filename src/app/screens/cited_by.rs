//! Who cites a resolution or a place in it, by the verb that cites, with the sentence; the same sentence in a
//! hundred texts once. Knows citations that were found.

use std::path::PathBuf;

use super::{columns::Column, entry::Entry, in_words::year, side::SideLine};
use crate::{
    app::Wanted,
    document::{Cite, Symbol},
    library::{CitedBy, Citing},
    text::counted,
};

/// Who cites something.
#[derive(Clone, Debug, Default)]
pub struct CitedByList {
    /// What is cited: `A/RES/53/144`, `OP9 of A/RES/53/144`.
    of: String,
    /// By verb, the most frequent first.
    groups: Vec<(String, Vec<CitedBy>)>,
    /// What each entry is: a group and which of it; nothing for a heading.
    entries: Vec<(usize, Option<usize>)>,
    /// Whether an answer is still to come.
    pub is_searching: bool,
    /// Why it cannot be answered.
    pub failed: Option<String>,
}

impl CitedByList {
    pub(super) const COLUMNS: &'static [Column] = &[
        Column { most: 4, from: 0, is_name: false },
        Column { most: 20, from: 0, is_name: true },
        Column { most: 10, from: 56, is_name: false },
    ];

    /// Who cites this, not known yet.
    #[must_use]
    pub fn of(cited: String) -> Self {
        Self { of: cited, is_searching: true, ..Self::default() }
    }

    /// Takes an answer, in order of dates.
    pub fn take(&mut self, cited_by: Vec<CitedBy>) {
        let mut groups: Vec<(String, Vec<CitedBy>)> = Vec::new();
        for one in cited_by {
            match groups.iter_mut().find(|(verb, _)| *verb == one.first.verb) {
                Some((_, group)) => group.push(one),
                None => groups.push((one.first.verb.clone(), vec![one])),
            }
        }
        groups.sort_by_key(|(verb, group)| (verb.is_empty(), std::cmp::Reverse(group.len())));
        self.entries = Vec::new();
        for (at, (_, group)) in groups.iter().enumerate() {
            self.entries.push((at, None));
            self.entries.extend((0..group.len()).map(|i| (at, Some(i))));
        }
        (self.groups, self.is_searching) = (groups, false);
    }

    fn all(&self) -> impl Iterator<Item = &Citing> {
        let all = self.groups.iter().flat_map(|(_, group)| group);
        all.flat_map(|one| std::iter::once(&one.first).chain(&one.others))
    }

    fn texts(&self) -> usize {
        let names = self.all().map(|citing| citing.symbol.as_ref().unwrap_or(&citing.file));
        names.collect::<std::collections::HashSet<_>>().len()
    }

    pub(super) fn title(&self) -> String {
        format!("Who cites {}", self.of)
    }

    pub(super) fn about(&self, _shown: usize) -> String {
        if self.is_searching {
            return "searching …".into();
        }
        format!("{} here; the same sentence once", counted(self.texts(), "text"))
    }

    pub(super) fn nothing(&self) -> String {
        match (&self.failed, self.is_searching) {
            (Some(why), _) => why.clone(),
            (None, true) => String::new(),
            (None, false) => "Nothing in the library cites it.".into(),
        }
    }

    /// Sentences below their verbs. The same sentence in many texts stands once, as the first that had it, with how many
    /// more: a clause is handed on for decades.
    pub(super) fn entries(&self) -> Vec<Entry> {
        let entry = |&(group, which): &(usize, Option<usize>)| {
            let (verb, sentences) = &self.groups[group];
            let Some(one) = which.map(|which| &sentences[which]) else {
                let verb = if verb.is_empty() { "in other words" } else { verb };
                let text = format!("{verb}  {}", sentences.len());
                return Entry { text, is_heading: true, most_rows: 1, ..Entry::default() };
            };
            let first = &one.first;
            let symbol = first.symbol.clone();
            let symbol =
                symbol.unwrap_or_else(|| super::in_words::file_name(&first.file).to_owned());
            let marked = first.sentence.find(&first.words).map(|at| at..at + first.words.len());
            let tail = match one.others.len() {
                0 => String::new(),
                others => format!("and {others} more"),
            };
            Entry {
                lead: vec![year(first.date.as_deref()), symbol, first.cite.clone()],
                text: first.sentence.clone(),
                marked: marked.into_iter().collect(),
                tail,
                most_rows: 3,
                is_excerpt: true,
                ..Entry::default()
            }
        };
        self.entries.iter().map(entry).collect()
    }

    /// How often each verb cites it and when, which shows at a glance whether a text is still lived by.
    pub(super) fn side(&self) -> Vec<SideLine> {
        if self.groups.is_empty() {
            return Vec::new();
        }
        let mut lines = vec![SideLine::heading("by verb")];
        for (verb, group) in &self.groups {
            let years = group.iter().filter_map(|one| one.first.date.as_deref()?.get(..4));
            let years = match (years.clone().min(), years.max()) {
                (Some(first), Some(last)) if first != last => format!("  {first}–{last}"),
                (Some(only), Some(_)) => format!("  {only}"),
                _ => String::new(),
            };
            let verb = if verb.is_empty() { "other" } else { verb };
            lines.push(SideLine::about(verb, format!("{}{years}", group.len())));
        }
        lines
    }

    pub(super) fn opens(&self, entry: usize) -> Option<Wanted> {
        let &(group, which) = self.entries.get(entry)?;
        let first = &self.groups.get(group)?.1.get(which?)?.first;
        Some(Wanted::Passage {
            file: PathBuf::from(&first.file),
            symbol: first.symbol.as_deref().map(Symbol::new),
            cite: Cite::read(&first.cite),
        })
    }
}
