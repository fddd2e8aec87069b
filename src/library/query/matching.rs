//! Where the words of a query stand in a text. Knows one text at a time and its language.

use std::{cell::RefCell, collections::HashMap, ops::Range};

use memchr::memmem;
use regex::{Regex, RegexBuilder};

use super::{Clause, Query, known_forms::AllForms};
use crate::{document::Language, library::forms, text};

/// Within how many words `NEAR` is.
const NEAR: usize = 10;

/// Where a query's words are in a text: ranges of bytes, in order, not overlapping.
pub type Hits = Vec<Range<usize>>;

/// Finds the words of a query in texts. It remembers which words are forms of which.
pub struct Matcher<'a> {
    query: &'a Query,
    phrases: HashMap<&'a str, Phrase>,
    forms: RefCell<HashMap<Language, AllForms>>,
    cut: RefCell<Cut>,
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

/// The words of a text, folded, in one piece of memory that serves one text after another.
#[derive(Default)]
pub(super) struct Cut {
    language: Language,
    folded: String,
    words: Vec<WordAt>,
}

/// A word of a text.
struct WordAt {
    /// Where it is in the folded ones.
    folded: Range<usize>,
    /// Where it is in the text.
    bytes: Range<usize>,
}

impl Cut {
    /// Cuts another text.
    pub(super) fn set(&mut self, text: &str, language: Language) {
        self.language = language;
        self.folded.clear();
        self.words.clear();
        text::each_word(text, |word, bytes| {
            let start = self.folded.len();
            match word.is_ascii() {
                true => self.folded.push_str(word),
                false => self.folded.push_str(&forms::folded(word)),
            }
            self.words.push(WordAt { folded: start..self.folded.len(), bytes });
        });
    }

    fn word(&self, at: &WordAt) -> &str {
        self.folded.get(at.folded.clone()).unwrap_or_default()
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
        Self { query, phrases, forms: RefCell::default(), cut: RefCell::default() }
    }

    /// Where the words that a passage must have stand in its text.
    #[must_use]
    pub fn hits(&self, text: &str, language: Language) -> Hits {
        if let [Clause::Words(words)] = &self.query.all[..]
            && let [word] = &words[..]
        {
            return self.hits_of_a_word(word, text, language);
        }
        let has_words = |clause: &Clause| !matches!(clause, Clause::Phrase(_) | Clause::Field(_));
        let mut cut = self.cut.borrow_mut();
        // Phrases are found in the text as it stands.
        let is_cut = self.query.all.iter().any(has_words);
        cut.set(if is_cut { text } else { "" }, language);
        let found = self.query.all.iter().flat_map(|clause| self.occurrences(clause, &cut, text));
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

    /// Where forms of one word stand: what is asked most, and of most passages, so nothing is kept of the text.
    fn hits_of_a_word(&self, sought: &str, text: &str, language: Language) -> Hits {
        let mut known = self.forms.borrow_mut();
        let known = known.entry(language).or_default();
        let sought = known.index_of(sought, language);
        let mut hits = Hits::new();
        text::each_word(text, |word, bytes| {
            let is_form = match word.is_ascii() {
                true => known.has(sought, word),
                false => known.has(sought, &forms::folded(word)),
            };
            if is_form {
                hits.push(bytes);
            }
        });
        hits
    }

    /// Whether the words of a clause are in a passage; `line` is its citation, a tab, its text, `cut` and `text`
    /// are that text. A field is nothing that a text could tell.
    pub(super) fn holds(&self, clause: &Clause, line: &str, cut: &Cut, text: &str) -> bool {
        match clause {
            Clause::Phrase(words) => {
                self.phrases.get(words.as_str()).is_some_and(|phrase| phrase.is_in(line))
            }
            Clause::Field(_) => true,
            _ => !self.occurrences(clause, cut, text).is_empty(),
        }
    }

    /// Where the words of a clause are, as bytes and as words: bytes to be shown, words to be counted by NEAR.
    fn occurrences(&self, clause: &Clause, cut: &Cut, text: &str) -> Vec<Occurrence> {
        match clause {
            Clause::Words(words) => self.rows(words, cut),
            Clause::Prefix(start) => {
                let begins = |word: &WordAt| begins(cut.word(word), start, cut.language);
                let words = cut.words.iter().enumerate().filter(|(_, word)| begins(word));
                words
                    .map(|(index, word)| Occurrence {
                        bytes: word.bytes.clone(),
                        words: index..index + 1,
                    })
                    .collect()
            }
            Clause::Phrase(words) => {
                let Some(phrase) = self.phrases.get(words.as_str()) else { return Vec::new() };
                let touched = |bytes: &Range<usize>| {
                    let start = cut.words.partition_point(|word| word.bytes.end <= bytes.start);
                    let end = cut.words.partition_point(|word| word.bytes.start < bytes.end);
                    start..end
                };
                let all = phrase.all_in(text).into_iter();
                all.map(|bytes| Occurrence { words: touched(&bytes), bytes }).collect()
            }
            Clause::Near(parts) => self.near(parts, cut, text),
            Clause::Field(_) => Vec::new(),
        }
    }

    /// Where words stand in a row, each in any form.
    fn rows(&self, sought: &[String], cut: &Cut) -> Vec<Occurrence> {
        let mut known = self.forms.borrow_mut();
        let known = known.entry(cut.language).or_default();
        let indexes: Vec<usize> =
            sought.iter().map(|sought| known.index_of(sought, cut.language)).collect();
        let mut stands = |at: &usize| {
            indexes.iter().zip(*at..).all(|(sought, at)| {
                cut.words.get(at).is_some_and(|word| known.has(*sought, cut.word(word)))
            })
        };
        if sought.is_empty() {
            return Vec::new();
        }
        (0..cut.words.len())
            .filter(|at| stands(at))
            .filter_map(|at| {
                let words = at..at + sought.len();
                let (first, last) = (cut.words.get(at)?, cut.words.get(words.end - 1)?);
                Some(Occurrence { bytes: first.bytes.start..last.bytes.end, words })
            })
            .collect()
    }

    /// Where clauses stand near each other: all that stand near one of the clause before, and near one of
    /// the next that does so in turn.
    fn near(&self, parts: &[Clause], cut: &Cut, text: &str) -> Vec<Occurrence> {
        let are_near = |a: &Occurrence, b: &Occurrence| {
            let gap = |a: &Occurrence, b: &Occurrence| (b.words.start + 1).checked_sub(a.words.end);
            let is_near = |gap: Option<usize>| gap.is_some_and(|gap| (1..=NEAR).contains(&gap));
            is_near(gap(a, b)) || is_near(gap(b, a))
        };
        let mut chain: Vec<Vec<Occurrence>> = Vec::new();
        for part in parts {
            let mut found = self.occurrences(part, cut, text);
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
    fn a_word_by_itself_is_found_as_among_others() {
        use Language::{Arabic, English, French, Russian};
        let found = |query: &str, text: &str, language| {
            Matcher::new(&Query::read(query).expect("a query")).hits(text, language)
        };
        for (word, text, language) in [
            ("reporting", TEXT, English),
            ("developpement", "Le développement, les DÉVELOPPEMENTS, déve", French),
            ("государство", "Государства и государствами; государь", Russian),
            ("حقوق", "احترام الحقوق وحقوقهم", Arabic),
        ] {
            let alone = found(word, text, language);
            assert!(!alone.is_empty(), "{word}");
            // Twice the same word: two clauses, for which the text is cut.
            assert_eq!(alone, found(&format!("{word} {word}"), text, language), "{word}");
        }
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
