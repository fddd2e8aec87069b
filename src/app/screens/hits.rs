//! What a search found in the library: passages, by resolution, with what was found in them; and how many there
//! are of which organ, decade and part. Knows passages that were read; reads none.

use std::{collections::BTreeMap, ops::Range, path::PathBuf};

use super::{
    entry::{Column, Entry},
    in_words::{counted, date_in_words},
    side::SideLine,
};
use crate::{app::Wanted, document::Symbol, library::Found};

/// The passages that a query found.
#[derive(Clone, Debug, Default)]
pub struct Hits {
    /// The first of them, and the bytes of what was found in each.
    hits: Vec<(Found, Vec<Range<usize>>)>,
    /// How many there are in all.
    all: usize,
    /// Whether an answer is still to come.
    pub is_searching: bool,
    /// Why nothing could be found, where the query is not one.
    pub failed: Option<String>,
    /// Whether anything was asked for.
    pub is_asked: bool,
    /// What each entry is: the index of a hit; nothing for a heading.
    entries: Vec<Option<usize>>,
}

impl Hits {
    pub(super) const COLUMNS: &'static [Column] = &[Column { most: 12, from: 0, is_name: true }];

    /// Nothing, for this reason.
    #[must_use]
    pub fn failed(why: String) -> Self {
        Self { failed: Some(why), is_asked: true, ..Self::default() }
    }

    /// Takes an answer.
    pub fn take(&mut self, hits: Vec<(Found, Vec<Range<usize>>)>, all: usize) {
        let mut entries = Vec::new();
        let mut before: Option<&Found> = None;
        for (i, (found, _)) in hits.iter().enumerate() {
            if !before.is_some_and(|before| is_of_the_same(before, found)) {
                entries.push(None);
            }
            entries.push(Some(i));
            before = Some(found);
        }
        *self = Self { hits, all, entries, is_asked: true, ..Self::default() };
    }

    /// The hit of an entry: the passage, and the bytes of what was found in it.
    #[must_use]
    pub fn hit(&self, entry: usize) -> Option<(&Found, &[Range<usize>])> {
        let (found, ranges) = self.hits.get((*self.entries.get(entry)?)?)?;
        Some((found, ranges))
    }

    pub(super) fn title(&self) -> String {
        "Search".into()
    }

    pub(super) fn about(&self, _shown: usize) -> String {
        if self.is_searching {
            return "searching …".into();
        }
        if !self.is_asked || self.failed.is_some() {
            return String::new();
        }
        let texts = self.entries.iter().filter(|entry| entry.is_none()).count();
        let passages = counted(self.all, "passage");
        if self.all > self.hits.len() {
            return format!("the first {} of {passages}", self.hits.len());
        }
        format!("{passages} in {}", counted(texts, "text"))
    }

    pub(super) fn nothing(&self) -> String {
        if let Some(why) = &self.failed {
            return why.clone();
        }
        match (self.is_searching, self.is_asked) {
            (true, _) => String::new(),
            (false, true) => "No passage of the library has this.".into(),
            (false, false) => {
                "Type words, \"exact words\", begin*, -without, a NEAR b; verb:requests \
                year:2010..2017 in:operative organ:ga tag:follow-up has:note"
                    .into()
            }
        }
    }

    pub(super) fn entries(&self) -> Vec<Entry> {
        let of = |at: &Option<usize>, next: Option<&Option<usize>>| match at {
            Some(at) => {
                let (found, ranges) = &self.hits[*at];
                Entry {
                    lead: vec![found.cite.clone()],
                    text: found.text.clone(),
                    marked: ranges.clone(),
                    most_rows: 3,
                    ..Entry::default()
                }
                .around_marks()
            }
            None => {
                let found = next.and_then(|next| self.hits.get((*next)?)).map(|(found, _)| found);
                heading(found)
            }
        };
        let next = self.entries.iter().skip(1).map(Some).chain([None]);
        self.entries.iter().zip(next).map(|(at, next)| of(at, next)).collect()
    }

    pub(super) fn side(&self) -> Vec<SideLine> {
        let mut lines = Vec::new();
        if self.hits.is_empty() {
            return lines;
        }
        let organ = |found: &Found| found.organ.to_uppercase();
        let decade = |found: &Found| {
            found
                .date
                .as_deref()
                .and_then(|date| date.get(..3))
                .map_or_else(String::new, |d| format!("{d}0s"))
        };
        let part = |found: &Found| found.place.name().to_owned();
        for (label, of) in
            [("organ", &organ as &dyn Fn(&Found) -> String), ("decade", &decade), ("part", &part)]
        {
            let mut counts: BTreeMap<String, usize> = BTreeMap::new();
            for (found, _) in &self.hits {
                *counts.entry(of(found)).or_default() += 1;
            }
            counts.remove("");
            lines.push(SideLine::heading(label));
            lines.extend(
                counts.into_iter().map(|(name, count)| SideLine::about(name, count.to_string())),
            );
            lines.push(SideLine::blank());
        }
        lines.pop();
        lines
    }

    pub(super) fn opens(&self, entry: usize) -> Option<Wanted> {
        self.hit(entry).map(|(found, _)| wanted(found))
    }
}

fn is_of_the_same(one: &Found, other: &Found) -> bool {
    one.symbol == other.symbol && (one.symbol.is_some() || one.file == other.file)
}

/// The heading of the passages of one resolution.
pub(super) fn heading(found: Option<&Found>) -> Entry {
    let Some(found) = found else { return Entry { is_heading: true, ..Entry::default() } };
    let symbol =
        found.symbol.clone().unwrap_or_else(|| super::in_words::file_name(&found.file).to_owned());
    let title = found.title.as_deref().unwrap_or_default();
    Entry {
        text: format!("{symbol}  {title}").trim_end().to_owned(),
        tail: found.date.as_deref().map_or_else(String::new, date_in_words),
        is_heading: true,
        most_rows: 1,
        ..Entry::default()
    }
}

/// The passage, to be opened.
pub(super) fn wanted(found: &Found) -> Wanted {
    Wanted::Passage {
        file: PathBuf::from(&found.file),
        symbol: found.symbol.as_deref().map(Symbol::new),
        cite: Some(found.cite.clone()),
    }
}
