//! What a search found in the library: passages, by resolution, with what was found in them; and how many there
//! are of which organ, decade and part. Knows passages that were read; reads none.

use std::{ops::Range, path::PathBuf};

use super::{
    columns::Column,
    entry::Entry,
    in_words::date_in_words,
    searches::Searches,
    side::{self, SideLine},
};
use crate::{
    app::Wanted,
    document::{Cite, Symbol},
    library::{Counts, Found, organ_name},
    text::counted,
};

/// The passages that a query found.
#[derive(Clone, Debug, Default)]
pub struct Hits {
    /// The first of them, and the bytes of what was found in each.
    hits: Vec<(Found, Vec<Range<usize>>)>,
    /// How many there are in all.
    all: usize,
    /// How many of all are of what.
    counts: Counts,
    /// Searches to make again while nothing is asked for, below their headings.
    offered: Vec<Offered>,
    /// Whether an answer is still to come.
    pub is_searching: bool,
    /// Whether they are still those of what was typed before: what is chosen of them is nobody's choice any more.
    pub(super) is_of_another: bool,
    /// Why nothing could be found, where the query is not one.
    pub failed: Option<String>,
    /// Whether anything was asked for.
    pub is_asked: bool,
    /// What each entry is: the index of a hit; nothing for a heading.
    entries: Vec<Option<usize>>,
}

/// A line of the searches to make again.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Offered {
    Heading(&'static str),
    Search(String),
}

impl Hits {
    pub(super) const COLUMNS: &'static [Column] = &[Column { most: 12, from: 0, is_name: true }];

    /// Nothing found, and searches to make again: those kept, and the last ones, the newest first.
    #[must_use]
    pub fn offering(searches: &Searches) -> Self {
        let mut offered = Vec::new();
        let last = searches.last.iter().rev().filter(|query| !searches.kept.contains(query));
        let (kept, last): (Vec<_>, Vec<_>) = (searches.kept.iter().collect(), last.collect());
        for (heading, queries) in [("Kept", kept), ("Last searches", last)] {
            if !queries.is_empty() {
                offered.push(Offered::Heading(heading));
                offered.extend(queries.into_iter().cloned().map(Offered::Search));
            }
        }
        Self { offered, ..Self::default() }
    }

    /// The search that an entry offers to make again.
    pub(super) fn search_offered(&self, entry: usize) -> Option<String> {
        match self.offered.get(entry)? {
            Offered::Search(query) => Some(query.clone()),
            Offered::Heading(_) => None,
        }
    }

    /// Nothing, for this reason.
    #[must_use]
    pub fn failed(why: String) -> Self {
        Self { failed: Some(why), is_asked: true, ..Self::default() }
    }

    /// Takes an answer. Returns where the passage of the chosen entry is in it.
    pub fn take(
        &mut self,
        hits: Vec<(Found, Vec<Range<usize>>)>,
        all: usize,
        counts: Counts,
        chosen: Option<usize>,
    ) -> Option<usize> {
        let chosen = chosen.filter(|_| !self.is_of_another).and_then(|entry| self.hit(entry));
        let chosen = chosen.map(|(found, _)| (found.file.clone(), found.cite.clone()));
        let is_chosen = |(found, _): &(Found, _)| {
            chosen.as_ref().is_some_and(|(file, cite)| found.file == *file && found.cite == *cite)
        };
        let chosen = hits.iter().position(is_chosen);
        let mut entries = Vec::new();
        let mut before: Option<&Found> = None;
        for (i, (found, _)) in hits.iter().enumerate() {
            if !before.is_some_and(|before| is_of_the_same(before, found)) {
                entries.push(None);
            }
            entries.push(Some(i));
            before = Some(found);
        }
        let moved = chosen.and_then(|hit| entries.iter().position(|entry| *entry == Some(hit)));
        *self = Self { hits, all, counts, entries, is_asked: true, ..Self::default() };
        moved
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

    /// Searches to make again where nothing is sought yet; else passages below the resolution that they are of, with a
    /// heading where the next resolution begins.
    pub(super) fn entries(&self) -> Vec<Entry> {
        if !self.offered.is_empty() {
            let entry = |line: &Offered| match line {
                Offered::Heading(text) => Entry {
                    text: (*text).to_owned(),
                    is_heading: true,
                    most_rows: 1,
                    ..Entry::default()
                },
                Offered::Search(query) => {
                    Entry { text: query.clone(), most_rows: 1, ..Entry::default() }
                }
            };
            return self.offered.iter().map(entry).collect();
        }
        let of = |at: &Option<usize>, next: Option<&Option<usize>>| match at {
            Some(at) => {
                let (found, ranges) = &self.hits[*at];
                Entry {
                    lead: vec![found.cite.clone()],
                    text: found.text.clone(),
                    marked: ranges.clone(),
                    most_rows: 3,
                    is_excerpt: true,
                    ..Entry::default()
                }
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
        if self.hits.is_empty() {
            return Vec::new();
        }
        let counts = &self.counts;
        let line = |name: String, count: usize, field: String| {
            SideLine::about(name, count.to_string()).narrowing(field)
        };
        let organs = counts.organs.iter().map(|(organ, count)| {
            let name = Some(organ_name(organ)).filter(|name| !name.is_empty());
            line(name.unwrap_or(organ).to_owned(), *count, format!("organ:{organ}"))
        });
        let decades = counts.decades.iter().map(|(decade, count)| {
            line(format!("{decade}s"), *count, format!("year:{decade}..{}", decade + 9))
        });
        let parts = counts.places.iter().map(|(place, count)| {
            line(place.name().to_owned(), *count, format!("in:{}", place.name()))
        });
        let groups: [(&str, Vec<SideLine>); 3] =
            [("organ", organs.collect()), ("decade", decades.collect()), ("part", parts.collect())];
        side::in_groups(groups)
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
        cite: Cite::read(&found.cite),
    }
}
