//! The list of the resolutions of a library. Knows what is known of each; reads none.

use std::{path::PathBuf, sync::Arc};

use super::{
    columns::Column,
    entry::Entry,
    in_words::{date_in_words, file_name, year},
    library::Known,
    preview::Preview,
    side::SideLine,
};
use crate::text::counted;
use crate::{app::Wanted, document::Symbol, library};

/// The resolutions of a library.
#[derive(Clone, Debug, Default)]
pub struct Catalogue {
    known: Arc<Known>,
    sort: Sort,
    /// Indices of the resolutions, as they are sorted.
    order: Vec<usize>,
    /// The text of the resolution that is chosen.
    pub(super) preview: Preview,
}

/// The files of a resolution that are named beside the list.
const MOST_FILES: usize = 3;

/// How it is sorted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Sort {
    #[default]
    Newest,
    Oldest,
    Symbol,
    Title,
    Organ,
    CitedBy,
    Annotations,
}

impl Sort {
    const ALL: [Self; 7] = [
        Self::Newest,
        Self::Oldest,
        Self::Symbol,
        Self::Title,
        Self::Organ,
        Self::CitedBy,
        Self::Annotations,
    ];

    const fn in_words(self) -> &'static str {
        match self {
            Self::Newest => "newest first",
            Self::Oldest => "oldest first",
            Self::Symbol => "by symbol",
            Self::Title => "by title",
            Self::Organ => "by organ",
            Self::CitedBy => "most cited first",
            Self::Annotations => "most annotated first",
        }
    }

    fn next(self) -> Self {
        let at = Self::ALL.iter().position(|&sort| sort == self).unwrap_or(0);
        Self::ALL[(at + 1) % Self::ALL.len()]
    }
}

impl Catalogue {
    pub(super) const COLUMNS: &'static [Column] = &[
        Column { most: 22, from: 0, is_name: true },
        Column { most: 4, from: 56, is_name: false },
    ];

    /// Of what is known now.
    #[must_use]
    pub fn of(known: Arc<Known>) -> Self {
        let mut catalogue = Self { known, ..Self::default() };
        catalogue.put_in_order();
        catalogue
    }

    /// Takes what is known by now. Returns where each entry is then, by its index before.
    pub fn renew(&mut self, known: Arc<Known>) -> Vec<Option<usize>> {
        if Arc::ptr_eq(&self.known.entries, &known.entries)
            && Arc::ptr_eq(&self.known.cited_by, &known.cited_by)
        {
            self.known = known;
            return (0..self.order.len()).map(Some).collect();
        }
        let before = std::mem::replace(self, Self { sort: self.sort, known, ..Self::default() });
        self.put_in_order();
        let now: std::collections::HashMap<_, usize> =
            (0..self.order.len()).filter_map(|at| Some((name(self.entry(at)?), at))).collect();
        (0..before.order.len())
            .map(|at| before.entry(at).and_then(|entry| now.get(&name(entry)).copied()))
            .collect()
    }

    fn entry(&self, index: usize) -> Option<&library::Entry> {
        self.known.entries.get(*self.order.get(index)?)
    }

    fn cited_by(&self, entry: &library::Entry) -> usize {
        entry
            .symbol
            .as_ref()
            .and_then(|symbol| self.known.cited_by.get(symbol))
            .copied()
            .unwrap_or(0)
    }

    /// Orders indices, never entries, which others point to. What has no symbol or title goes last in either order: an
    /// empty field is no first letter.
    fn put_in_order(&mut self) {
        let known = Arc::clone(&self.known);
        let entries = &known.entries;
        let mut order: Vec<usize> = (0..entries.len()).collect();
        let of = |&i: &usize| &entries[i];
        match self.sort {
            // The library has them in order of dates, those without one last.
            Sort::Oldest => {}
            Sort::Newest => {
                order.sort_by(|one, other| of(other).date.cmp(&of(one).date));
            }
            Sort::Symbol => order.sort_by_cached_key(|i| {
                let symbol = of(i).symbol.as_deref().map(Symbol::new);
                (symbol.is_none(), symbol)
            }),
            Sort::Title => order.sort_by_cached_key(|i| {
                let title = of(i).title.as_ref().map(|title| title.to_lowercase());
                (title.is_none(), title)
            }),
            Sort::Organ => order.sort_by_cached_key(|i| of(i).organ.clone()),
            Sort::CitedBy => order.sort_by_key(|i| std::cmp::Reverse(self.cited_by(of(i)))),
            Sort::Annotations => order.sort_by_key(|i| std::cmp::Reverse(of(i).annotations)),
        }
        self.order = order;
    }

    /// What could not be read, and why.
    #[must_use]
    pub fn unread(&self) -> &[(String, String)] {
        &self.known.unread
    }

    pub(super) fn sort(&mut self) -> &'static str {
        self.sort = self.sort.next();
        self.put_in_order();
        self.sort.in_words()
    }

    pub(super) fn title(&self) -> String {
        let years = self.known.entries.iter().filter_map(|entry| entry.date.as_deref()?.get(..4));
        let years = match (years.clone().min(), years.max()) {
            (Some(first), Some(last)) if first != last => format!(" · {first}–{last}"),
            (Some(only), Some(_)) => format!(" · {only}"),
            _ => String::new(),
        };
        let name = if self.known.name.is_empty() { "Library" } else { &self.known.name };
        format!("{name} · {}{years}", counted(self.order.len(), "text"))
    }

    pub(super) fn about(&self, shown: usize) -> String {
        let count =
            if shown == self.order.len() { String::new() } else { format!("{shown} of them · ") };
        let unread = match self.known.unread.len() {
            0 => String::new(),
            unread => format!(" · {unread} could not be read"),
        };
        format!("{count}{}{unread}", self.sort.in_words())
    }

    pub(super) fn nothing(&self) -> String {
        if self.order.is_empty() {
            return "There is no resolution here that can be read.".into();
        }
        "No resolution has these letters in its symbol or title.".into()
    }

    /// A line a resolution. Languages are named where there is more than one, as one is what every text has.
    pub(super) fn entries(&self) -> Vec<Entry> {
        let entry = |entry: &library::Entry| {
            let file = || entry.editions.first().map(|edition| file_name(&edition.path).to_owned());
            let name = entry.symbol.clone().or_else(file).unwrap_or_default();
            let annotations = match entry.annotations {
                0 => String::new(),
                count => format!("✎{count}"),
            };
            let languages = match entry.languages.as_slice() {
                [] | [_] => String::new(),
                several => {
                    several.iter().map(|language| language.code()).collect::<Vec<_>>().join(" ")
                }
            };
            let tail = [languages, annotations].into_iter().filter(|part| !part.is_empty());
            Entry {
                lead: vec![name, year(entry.date.as_deref())],
                text: entry.title.clone().unwrap_or_default(),
                tail: tail.collect::<Vec<_>>().join("  "),
                most_rows: 1,
                ..Entry::default()
            }
        };
        (0..self.order.len()).filter_map(|at| self.entry(at)).map(entry).collect()
    }

    /// What is known of the chosen resolution. What is not known has no line, but for citations, where *none* is an
    /// answer.
    pub(super) fn side(&self, chosen: Option<usize>) -> Vec<SideLine> {
        let Some(entry) = chosen.and_then(|at| self.entry(at)) else { return Vec::new() };
        let mut lines = Vec::new();
        lines.extend(entry.symbol.as_deref().map(SideLine::heading));
        lines.extend(entry.title.as_deref().map(SideLine::words));
        lines.push(SideLine::blank());
        let dated =
            if matches!(entry.kind.as_str(), "draft" | "other") { "issued" } else { "adopted" };
        lines.extend(entry.date.as_deref().map(|date| SideLine::about(dated, date_in_words(date))));
        let organ = library::organ_name(&entry.organ);
        if !organ.is_empty() {
            lines.push(SideLine::about("organ", organ));
        }
        lines.extend(entry.session.as_deref().map(|session| SideLine::about("session", session)));
        lines.push(match self.cited_by(entry) {
            0 => SideLine::about("cited", "by none here"),
            count => SideLine::about("cited", format!("by {} here", counted(count, "text"))),
        });
        if !entry.tags.is_empty() {
            lines.push(SideLine::about("tags", format!("#{}", entry.tags.join(" #"))));
        }
        if entry.annotations > 0 {
            lines.push(SideLine::about("written", counted(entry.annotations, "annotation")));
        }
        lines.push(SideLine::blank());
        let named = match entry.editions.len() {
            all if all <= MOST_FILES => all,
            _ => MOST_FILES - 1,
        };
        for (i, edition) in entry.editions.iter().take(named).enumerate() {
            let label = if i == 0 { "files" } else { "" };
            let words = format!("{}  {}", edition.language.code(), file_name(&edition.path));
            lines.push(SideLine::about(label, words));
        }
        if named < entry.editions.len() {
            lines.push(SideLine::about("", format!("and {} more", entry.editions.len() - named)));
        }
        lines.extend(
            entry.editions.first().map(|first| self.preview.lines(first)).into_iter().flatten(),
        );
        lines
    }

    /// The file that is opened of a resolution.
    pub(super) fn edition(&self, index: usize) -> Option<&library::Edition> {
        self.entry(index)?.editions.first()
    }

    pub(super) fn opens(&self, index: usize) -> Option<Wanted> {
        let entry = self.entry(index)?;
        let edition = entry.editions.first()?;
        let symbol = entry.symbol.as_deref().filter(|_| edition.part > 0).map(Symbol::new);
        Some(Wanted::Passage { file: PathBuf::from(&edition.path), symbol, cite: None })
    }

    /// What is known of the library.
    #[must_use]
    pub fn known(&self) -> &Arc<Known> {
        &self.known
    }
}
/// What an entry is known by, whatever is found out about it.
fn name(entry: &library::Entry) -> (Option<&str>, Option<&str>) {
    let path = entry.editions.first().map(|edition| edition.path.as_str());
    (entry.symbol.as_deref(), path)
}
