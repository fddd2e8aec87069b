//! Where the words of a query stand in a text. Knows one text at a time and its language.

use std::{
    cell::RefCell,
    collections::{HashMap, HashSet},
    ops::Range,
};

use memchr::memmem;
use regex::{Regex, RegexBuilder};

use super::{Clause, Query};
use crate::{document::Language, library::forms, text};

/// Within how many words `NEAR` is.
const NEAR: usize = 10;

/// Where a query's words are in a text: ranges of bytes, in order, not overlapping.
pub type Hits = Vec<Range<usize>>;

/// Finds the words of a query in texts. It remembers which words are forms of which.
pub struct Matcher<'a> {
    query: &'a Query,
    phrases: HashMap<&'a str, Phrase>,
    forms: RefCell<HashMap<Language, Forms>>,
}

/// Which words of a language are forms of the query's.
#[derive(Default)]
struct Forms {
    /// Of each word of the query.
    keys: HashMap<String, HashSet<String>>,
    /// Of each word of a text.
    known: HashMap<String, HashMap<String, bool>>,
}

/// A text that is looked for as it stands, without regard to capitals where it has none.
enum Phrase {
    Exact(Box<memmem::Finder<'static>>),
    Folded(Box<Regex>),
}

impl Phrase {
    fn new(words: &str) -> Self {
        let exact = || Self::Exact(Box::new(memmem::Finder::new(words).into_owned()));
        if words.chars().any(char::is_uppercase) {
            return exact();
        }
        let folded = RegexBuilder::new(&regex::escape(words)).case_insensitive(true).build();
        folded.map_or_else(|_| exact(), |regex| Self::Folded(Box::new(regex)))
    }

    fn is_in(&self, text: &str) -> bool {
        match self {
            Self::Exact(finder) => finder.find(text.as_bytes()).is_some(),
            Self::Folded(regex) => regex.is_match(text),
        }
    }

    fn all_in(&self, text: &str) -> Hits {
        match self {
            Self::Exact(finder) => {
                let length = finder.needle().len();
                finder.find_iter(text.as_bytes()).map(|at| at..at + length).collect()
            }
            Self::Folded(regex) => regex.find_iter(text).map(|found| found.range()).collect(),
        }
    }
}

/// A text cut into words, when they are wanted.
pub(super) struct Cut<'a> {
    text: &'a str,
    language: Language,
    words: Vec<(String, Range<usize>)>,
}

impl<'a> Cut<'a> {
    pub(super) fn new(text: &'a str, language: Language) -> Self {
        let mut words = Vec::new();
        text::each_word(text, |word, range| words.push((forms::folded(word), range)));
        Self { text, language, words }
    }
}

/// Where a clause stands: its bytes, and its words.
#[derive(Clone, Debug)]
struct Occurrence {
    bytes: Range<usize>,
    words: Range<usize>,
}

impl<'a> Matcher<'a> {
    /// One for a query.
    #[must_use]
    pub fn new(query: &'a Query) -> Self {
        let mut phrases = HashMap::new();
        let clauses = query.all.iter().chain(query.without.iter().flatten());
        let mut add = |clause: &'a Clause| {
            if let Clause::Phrase(words) = clause {
                phrases.entry(words.as_str()).or_insert_with(|| Phrase::new(words));
            }
        };
        for clause in clauses {
            add(clause);
            if let Clause::Near(parts) = clause {
                parts.iter().for_each(&mut add);
            }
        }
        Self { query, phrases, forms: RefCell::default() }
    }

    /// Where the words that a passage must have stand in its text.
    #[must_use]
    pub fn hits(&self, text: &str, language: Language) -> Hits {
        let has_words = |clause: &Clause| !matches!(clause, Clause::Phrase(_) | Clause::Field(_));
        let cut = match self.query.all.iter().any(has_words) {
            true => Cut::new(text, language),
            // Phrases are found in the text as it stands.
            false => Cut { text, language, words: Vec::new() },
        };
        let found = self.query.all.iter().flat_map(|clause| self.occurrences(clause, &cut));
        let mut hits: Hits = found.map(|occurrence| occurrence.bytes).collect();
        hits.sort_unstable_by_key(|hit| (hit.start, hit.end));
        let mut merged: Hits = Vec::with_capacity(hits.len());
        for hit in hits {
            match merged.last_mut() {
                Some(last) if hit.start < last.end => last.end = last.end.max(hit.end),
                _ => merged.push(hit),
            }
        }
        merged
    }

    /// Whether the words of a clause are in a passage; `line` is its citation, a tab, its text. A field is
    /// nothing that a text could tell.
    pub(super) fn holds(&self, clause: &Clause, line: &str, cut: &Cut<'_>) -> bool {
        match clause {
            Clause::Phrase(words) => {
                self.phrases.get(words.as_str()).is_some_and(|phrase| phrase.is_in(line))
            }
            Clause::Field(_) => true,
            _ => !self.occurrences(clause, cut).is_empty(),
        }
    }

    fn occurrences(&self, clause: &Clause, cut: &Cut<'_>) -> Vec<Occurrence> {
        match clause {
            Clause::Words(words) => self.rows(words, cut),
            Clause::Prefix(start) => {
                let begins = |word: &str| begins(word, start, cut.language);
                let words = cut.words.iter().enumerate().filter(|(_, (word, _))| begins(word));
                words
                    .map(|(index, (_, bytes))| Occurrence {
                        bytes: bytes.clone(),
                        words: index..index + 1,
                    })
                    .collect()
            }
            Clause::Phrase(words) => {
                let Some(phrase) = self.phrases.get(words.as_str()) else { return Vec::new() };
                let touched = |bytes: &Range<usize>| {
                    let start = cut.words.partition_point(|(_, word)| word.end <= bytes.start);
                    let end = cut.words.partition_point(|(_, word)| word.start < bytes.end);
                    start..end
                };
                let all = phrase.all_in(cut.text).into_iter();
                all.map(|bytes| Occurrence { words: touched(&bytes), bytes }).collect()
            }
            Clause::Near(parts) => self.near(parts, cut),
            Clause::Field(_) => Vec::new(),
        }
    }

    /// Where words stand in a row, each in any form.
    fn rows(&self, sought: &[String], cut: &Cut<'_>) -> Vec<Occurrence> {
        let mut forms = self.forms.borrow_mut();
        let forms = forms.entry(cut.language).or_default();
        let rows = cut.words.windows(sought.len().max(1)).enumerate();
        rows.filter(|(_, row)| {
            row.iter()
                .zip(sought)
                .all(|((word, _), sought)| forms.is_form(word, sought, cut.language))
        })
        .filter_map(|(index, row)| {
            let (first, last) = (row.first()?, row.last()?);
            Some(Occurrence { bytes: first.1.start..last.1.end, words: index..index + row.len() })
        })
        .collect()
    }

    /// Where clauses stand near each other: all that stand near one of the clause before, and near one of
    /// the next that does so in turn.
    fn near(&self, parts: &[Clause], cut: &Cut<'_>) -> Vec<Occurrence> {
        let are_near = |a: &Occurrence, b: &Occurrence| {
            let gap = |a: &Occurrence, b: &Occurrence| (b.words.start + 1).checked_sub(a.words.end);
            let is_near = |gap: Option<usize>| gap.is_some_and(|gap| (1..=NEAR).contains(&gap));
            is_near(gap(a, b)) || is_near(gap(b, a))
        };
        let mut chain: Vec<Vec<Occurrence>> = Vec::new();
        for part in parts {
            let mut found = self.occurrences(part, cut);
            if let Some(before) = chain.last() {
                found.retain(|here| before.iter().any(|other| are_near(other, here)));
            }
            chain.push(found);
        }
        for index in (1..chain.len()).rev() {
            let (before, behind) = chain.split_at_mut(index);
            if let (Some(here), Some(next)) = (before.last_mut(), behind.first()) {
                here.retain(|one| next.iter().any(|other| are_near(one, other)));
            }
        }
        chain.concat()
    }
}

impl Forms {
    fn is_form(&mut self, word: &str, sought: &str, language: Language) -> bool {
        if let Some(known) = self.known.get(sought).and_then(|known| known.get(word)) {
            return *known;
        }
        let keys = self
            .keys
            .entry(sought.to_owned())
            .or_insert_with(|| forms::keys(sought, language).into_iter().collect());
        let is_form = forms::keys(word, language).iter().any(|key| keys.contains(key));
        self.known.entry(sought.to_owned()).or_default().insert(word.to_owned(), is_form);
        is_form
    }
}

/// Whether a word begins with letters, accents apart; an Arabic one also behind its prefixes.
pub(super) fn begins(word: &str, start: &str, language: Language) -> bool {
    if word.is_ascii() {
        return word.starts_with(start);
    }
    forms::plain(word).starts_with(start)
        || (language == Language::Arabic
            && forms::keys(word, language).iter().any(|key| key.starts_with(start)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn hits(query: &str, text: &str, language: Language, expected: &[&str]) {
        let query = Query::read(query).expect("a query");
        let matcher = Matcher::new(&query);
        let found: Vec<&str> =
            matcher.hits(text, language).into_iter().map(|hit| &text[hit]).collect();
        assert_eq!(found, expected);
    }

    const TEXT: &str = "Requests the Secretary-General to report, and further reports to request";

    #[test]
    fn words_are_found_in_any_form() {
        use Language::{Arabic, Chinese, English, French};
        hits("reporting", TEXT, English, &["report", "reports"]);
        hits("secretary-general", TEXT, English, &["Secretary-General"]);
        hits("general-secretary", TEXT, English, &[]);
        hits("rep*", TEXT, English, &["report", "reports"]);
        hits("developpement", "le développement", French, &["développement"]);
        hits("人权", "保护人权和权利人", Chinese, &["人权"]);
        hits("حقوق", "احترام الحقوق", Arabic, &["الحقوق"]);
    }

    #[test]
    fn a_phrase_with_capitals_minds_them() {
        hits("\"to report\"", TEXT, Language::English, &["to report"]);
        hits("\"requests\"", TEXT, Language::English, &["Requests"]);
        hits("\"Requests\"", TEXT, Language::English, &["Requests"]);
        hits("\"To report\"", TEXT, Language::English, &[]);
        hits("\"ral to rep\"", TEXT, Language::English, &["ral to rep"]);
    }

    #[test]
    fn near_is_within_ten_words_and_shows_what_is() {
        let text = "a one two three four five six seven eight nine b ten eleven a";
        hits("a NEAR b", text, Language::English, &["a", "b", "a"]);
        let text = text.replacen(" nine", " nine ten", 1);
        hits("a NEAR b", &text, Language::English, &["b", "a"]);
        hits("a NEAR seven NEAR b", &text, Language::English, &["a", "seven", "b", "a"]);
        hits("one NEAR one", &text, Language::English, &[]);
    }
}
