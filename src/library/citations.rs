//! Who cites whom: every citation of a library with its verb and sentence, who cites a resolution, what is
//! cited and not there. Knows records, no screen.

use std::{
    collections::{BTreeMap, HashMap, HashSet},
    ops::Range,
};

use super::{FileId, Library, PassageId, Unreadable};
use crate::{
    document::{AdoptedText, Symbol},
    text,
};

/// A citation and where it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Citing {
    /// The passage.
    pub id: PassageId,
    /// Its file, as it was named.
    pub file: String,
    /// The symbol of the resolution it is of.
    pub symbol: Option<String>,
    /// The day of its adoption.
    pub date: Option<String>,
    /// The citation of the passage, `PP4`.
    pub cite: String,
    /// The words that cite: `53/144`.
    pub words: String,
    /// What is cited, in canonical form.
    pub target: String,
    /// The place in it, as printed: `para. 3`.
    pub locus: Option<String>,
    /// What the paragraph opens with, as printed; empty where there is nothing.
    pub opener: String,
    /// The verb of that in English, *recall*; empty where it is unknown.
    pub verb: String,
    /// The sentence it stands in.
    pub sentence: String,
}

/// Who cites a resolution in the same sentence: boilerplate is one of these.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CitedBy {
    /// The first that did so.
    pub first: Citing,
    /// All others, in order of date.
    pub others: Vec<Citing>,
}

/// A verb by which a resolution is cited, and how often.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Verb {
    /// In English, as a dictionary has it; empty for footnotes and what has none.
    pub verb: String,
    /// How many sentences; boilerplate is one.
    pub count: usize,
}

/// All citations of a library.
#[derive(Clone, Debug, Default)]
pub struct Graph {
    /// In order of the library: by the date of who cites.
    pub all: Vec<Citing>,
    /// By what is cited: indices of `all`.
    by_target: BTreeMap<Symbol, Vec<usize>>,
    /// Those of `all` that another edition of the same resolution, English where there is one, has as well.
    again: HashSet<usize>,
    /// The symbols that are there.
    known: HashSet<Symbol>,
    /// Those of them that are in parts, by the symbol of the whole.
    of_whole: HashMap<Symbol, Vec<Symbol>>,
}

impl Library {
    /// How many resolutions cite each that is cited, by its symbol as it is cited. Reads no text.
    ///
    /// # Errors
    /// Where a segment cannot be read or is damaged.
    pub fn citing_counts(&self) -> Result<HashMap<String, usize>, Unreadable> {
        let mut names: HashMap<String, u32> = HashMap::new();
        let mut citing: HashMap<String, HashSet<u32>> = HashMap::new();
        self.each_citation(|file, by, target| {
            let name = by.map_or_else(|| self.path(file), str::to_owned);
            let next = u32::try_from(names.len()).unwrap_or(u32::MAX);
            let name = *names.entry(name).or_insert(next);
            citing.entry(target).or_default().insert(name);
        })?;
        Ok(citing.into_iter().map(|(symbol, by)| (symbol, by.len())).collect())
    }

    /// What each resolution cites, by symbols. Reads no text.
    ///
    /// # Errors
    /// Where a segment cannot be read or is damaged.
    pub(super) fn cited(&self) -> Result<HashMap<String, HashSet<String>>, Unreadable> {
        let mut cited: HashMap<String, HashSet<String>> = HashMap::new();
        self.each_citation(|_, by, target| {
            if let Some(by) = by {
                cited.entry(by.to_owned()).or_default().insert(target);
            }
        })?;
        Ok(cited)
    }

    /// Does something with each citation: the file and the symbol of who cites, and what is cited.
    fn each_citation(
        &self,
        mut does: impl FnMut(FileId, Option<&str>, String),
    ) -> Result<(), Unreadable> {
        for (held, segment) in self.segments().iter().zip(0_u32..) {
            for citation in held.segment.citations()? {
                let file = held.segment.file_of(citation.passage);
                let id = PassageId { segment, passage: citation.passage };
                let is_alive = held.alive.get(file).copied().unwrap_or_default();
                let Some((file, _, part)) = self.whereabouts(id).filter(|_| is_alive) else {
                    continue;
                };
                does(file, part.symbol.as_deref(), citation.symbol);
            }
        }
        Ok(())
    }
}

impl Graph {
    /// The citations of a library.
    ///
    /// # Errors
    /// Where a segment cannot be read or is damaged.
    pub fn of(library: &Library) -> Result<Self, Unreadable> {
        Self::read(library, &|_| true)
    }

    /// The citations of one resolution, as a whole or in parts: what [`Self::cited_by`] needs to say who cites it.
    ///
    /// # Errors
    /// Where a segment cannot be read or is damaged.
    pub fn about(library: &Library, symbol: &Symbol) -> Result<Self, Unreadable> {
        Self::read(library, &|target| target == symbol || is_related(target, symbol))
    }

    /// Reads all citations once. Symbols are asked about once each and not once a citation, since a few hundred texts are
    /// cited a hundred thousand times; a line is read once for all citations in it, since they stand together.
    fn read(library: &Library, is_wanted: &dyn Fn(&Symbol) -> bool) -> Result<Self, Unreadable> {
        let mut wanted: HashMap<String, bool> = HashMap::new();
        let mut graph = Self::default();
        let mut is_english: HashMap<String, bool> = HashMap::new();
        for (file, filed) in library.files() {
            is_english.insert(library.path(file), filed.head.language == "en");
            let symbols = filed.head.parts.iter().filter_map(|part| part.symbol.as_ref());
            graph.known.extend(symbols.map(Symbol::new));
        }
        for symbol in &graph.known {
            if let Some(whole) = whole(symbol) {
                graph.of_whole.entry(whole).or_default().push(symbol.clone());
            }
        }
        let mut all: Vec<((u32, PassageId), Citing)> = Vec::new();
        for (held, segment) in library.segments().iter().zip(0_u32..) {
            let mut line: Option<(u32, (String, String))> = None;
            for citation in held.segment.citations()? {
                let file = held.segment.file_of(citation.passage);
                let is_asked = *wanted
                    .entry(citation.symbol.clone())
                    .or_insert_with_key(|target| is_wanted(&Symbol::new(target)));
                if !is_asked || !held.alive.get(file).copied().unwrap_or_default() {
                    continue;
                }
                let id = PassageId { segment, passage: citation.passage };
                if line.as_ref().is_none_or(|(passage, _)| *passage != citation.passage) {
                    line = Some((citation.passage, held.segment.line(citation.passage)?));
                }
                let Some((_, (cite, text))) = &line else { continue };
                let Some((file, _, part)) = library.whereabouts(id) else { continue };
                let words = text.get(citation.range.clone()).unwrap_or_default();
                let citing = Citing {
                    id,
                    file: library.path(file),
                    symbol: part.symbol.clone(),
                    date: part.date.clone(),
                    cite: cite.clone(),
                    words: if words.is_empty() { &citation.symbol } else { words }.to_owned(),
                    target: citation.symbol.clone(),
                    locus: citation.locus,
                    opener: citation.opener,
                    verb: citation.verb,
                    sentence: text.get(sentence(text, &citation.range)).unwrap_or(text).to_owned(),
                };
                all.push((library.order(id), citing));
            }
        }
        // Stable: the citations of a passage stay in their order.
        all.sort_by_key(|(order, _)| *order);
        graph.all = all.into_iter().map(|(_, citing)| citing).collect();
        graph.again = in_other_editions(&graph.all, &is_english);
        for (index, citing) in graph.all.iter().enumerate() {
            graph.by_target.entry(Symbol::new(&citing.target)).or_default().push(index);
        }
        Ok(graph)
    }

    /// The resolution of the library that a symbol names: itself, or where it is there only as a whole, or only
    /// in parts, that.
    #[must_use]
    pub fn resolve(&self, symbol: &Symbol) -> Option<Symbol> {
        if self.known.contains(symbol) {
            return Some(symbol.clone());
        }
        let whole = whole(symbol);
        if let Some(whole) = whole.as_ref().filter(|whole| self.known.contains(*whole)) {
            return Some(whole.clone());
        }
        let parts = self.of_whole.get(whole.as_ref().unwrap_or(symbol))?;
        let has = |part: &&Symbol| whole.is_none() || covers(part, symbol);
        parts.iter().filter(has).min().cloned()
    }

    /// Who cites a resolution, in order of date; the same sentence once.
    #[must_use]
    pub fn cited_by(&self, symbol: &Symbol) -> Vec<CitedBy> {
        let mut groups: Vec<CitedBy> = Vec::new();
        let mut by_sentence: HashMap<String, usize> = HashMap::new();
        for index in self.indices_of(symbol) {
            let citing = self.all[index].clone();
            let next = groups.len();
            let at = *by_sentence.entry(boilerplate(&citing.sentence)).or_insert(next);
            match groups.get_mut(at) {
                Some(group) => group.others.push(citing),
                None => groups.push(CitedBy { first: citing, others: Vec::new() }),
            }
        }
        groups
    }

    /// The citations of a resolution, by itself, as a whole or in parts: indices of `all`.
    fn indices_of(&self, symbol: &Symbol) -> Vec<usize> {
        let direct = self.by_target.get(symbol).into_iter().flatten().copied();
        let related = self.by_target.iter().filter(|(target, _)| is_related(target, symbol));
        let all = direct.chain(related.flat_map(|(_, indices)| indices.iter().copied()));
        let mut all: Vec<usize> = all.filter(|index| !self.again.contains(index)).collect();
        all.sort_unstable();
        all
    }

    /// By which verbs a resolution is cited, the most frequent first.
    #[must_use]
    pub fn verbs(&self, symbol: &Symbol) -> Vec<Verb> {
        let mut counts: BTreeMap<String, usize> = BTreeMap::new();
        for group in self.cited_by(symbol) {
            *counts.entry(group.first.verb).or_default() += 1;
        }
        let verbs = counts.into_iter().map(|(verb, count)| Verb { verb, count });
        let mut verbs: Vec<Verb> = verbs.collect();
        verbs.sort_by(|a, b| b.count.cmp(&a.count).then_with(|| a.verb.cmp(&b.verb)));
        verbs
    }

    /// What is cited and not there, the most cited first, with the citations.
    #[must_use]
    pub fn missing(&self) -> Vec<(Symbol, Vec<&Citing>)> {
        let mut missing: Vec<(Symbol, Vec<&Citing>)> = self
            .by_target
            .iter()
            .filter(|(symbol, _)| self.resolve(symbol).is_none())
            .map(|(symbol, indices)| {
                let once = indices.iter().filter(|index| !self.again.contains(index));
                (symbol.clone(), once.map(|index| &self.all[*index]).collect())
            })
            .collect();
        missing.sort_by(|(a, a_by), (b, b_by)| b_by.len().cmp(&a_by.len()).then(a.cmp(b)));
        missing
    }
}

/// The citations that another edition of the same resolution has as well: all but those of one file, an English one
/// where there is one.
fn in_other_editions(all: &[Citing], is_english: &HashMap<String, bool>) -> HashSet<usize> {
    let mut speaks: HashMap<(&str, &str), (bool, &str)> = HashMap::new();
    let rank = |file: &str| !is_english.get(file).copied().unwrap_or_default();
    for citing in all {
        let Some(symbol) = citing.symbol.as_deref() else { continue };
        let own = (rank(&citing.file), citing.file.as_str());
        let first = speaks.entry((symbol, &citing.target)).or_insert(own);
        *first = (*first).min(own);
    }
    let is_again = |citing: &Citing| {
        let symbol = citing.symbol.as_deref().unwrap_or_default();
        let first = speaks.get(&(symbol, citing.target.as_str()));
        first.is_some_and(|(_, file)| *file != citing.file)
    };
    (0..all.len()).filter(|index| is_again(&all[*index])).collect()
}

/// Whether a symbol names a part or the whole of what another names.
fn is_related(target: &Symbol, symbol: &Symbol) -> bool {
    target != symbol
        && (whole(target).as_ref() == Some(symbol)
            || whole(symbol).as_ref() == Some(target)
            || covers(target, symbol))
}

/// A symbol without the letters of its parts; nothing where it has none.
fn whole(symbol: &Symbol) -> Option<Symbol> {
    let adopted = symbol.adopted_text()?;
    adopted.parts?;
    Some(AdoptedText { parts: None, ..adopted.clone() }.into())
}

/// Whether a symbol of several parts, `A-C`, has the parts of another.
fn covers(several: &Symbol, one: &Symbol) -> bool {
    let (Some(several), Some(one)) = (several.adopted_text(), one.adopted_text()) else {
        return false;
    };
    let (Some(all), Some(part)) = (several.parts, one.parts) else { return false };
    let is_within =
        all.first <= part.first && part.last.unwrap_or(part.first) <= all.last.unwrap_or(all.first);
    is_within && AdoptedText { parts: one.parts, ..several.clone() } == *one
}

/// The sentence around a place: what stands between full stops that end one.
fn sentence(text: &str, around: &Range<usize>) -> Range<usize> {
    let ends =
        text.match_indices(". ").map(|(at, stop)| (at, at + stop.len())).filter(|(at, next)| {
            let before = text.get(..*at).unwrap_or_default();
            let word = before.rsplit(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
            let behind = text.get(*next..).and_then(|rest| rest.chars().next());
            word.chars().count() > 3 && behind.is_some_and(char::is_uppercase)
        });
    let (mut start, mut end) = (0, text.len());
    for (at, next) in ends {
        if next <= around.start {
            start = next;
        } else if at >= around.end {
            end = at + 1;
            break;
        }
    }
    start..end
}

/// What the same sentence of many texts has in common: its words, without numbers and dates.
fn boilerplate(sentence: &str) -> String {
    let words = text::words(sentence);
    let is_word = |word: &&String| !word.contains(|c: char| c.is_numeric());
    words.iter().filter(is_word).map(String::as_str).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sentence_ends_at_a_stop_that_ends_one() {
        let text = "Noting the report. Recalling para. 3 of it, No. 4. Done here. End";
        let at = text.find("para").expect("it is there");
        assert_eq!(
            &text[sentence(text, &(at..at + 4))],
            "Recalling para. 3 of it, No. 4. Done here."
        );
        assert_eq!(&text[sentence(text, &(0..4))], "Noting the report.");
    }

    #[test]
    fn sentences_that_differ_in_numbers_are_the_same() {
        assert_eq!(
            boilerplate("Recalling its resolution 72/1 of 2017,"),
            boilerplate("recalling its resolution 73/5 of 2018;")
        );
        assert_ne!(boilerplate("Recalling it"), boilerplate("Reaffirming it"));
    }

    #[test]
    fn parts_are_of_a_whole() {
        let symbol = Symbol::new;
        assert_eq!(whole(&symbol("A/RES/72/262 B")), Some(symbol("A/RES/72/262")));
        assert!(covers(&symbol("A/RES/72/262 A-C"), &symbol("A/RES/72/262 B")));
        assert!(!covers(&symbol("A/RES/72/262 A-B"), &symbol("A/RES/72/262 C")));
        assert!(!covers(&symbol("A/RES/72/261 A-C"), &symbol("A/RES/72/262 B")));
    }
}
