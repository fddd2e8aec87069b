//! A query on a segment: the index tells which passages can have what is sought, and where it cannot tell for
//! sure their texts do. Knows segments and queries, not which files are of interest.

use super::{
    Clause, Query, fields,
    matching::{Cut, Matcher, begins},
};
use crate::{
    document::Language,
    library::{
        bytes::Unreadable,
        forms,
        segment::{Segment, WordKind},
        set::Set,
    },
    text,
};

/// More words than these in place of one are no help: then all passages are read.
const MOST_WORDS: usize = 400;

/// So many passages of a segment are read as fast as words are found by their ends.
const FEW: usize = 1_000;

/// The passages that may have a clause; all that have it are among them.
struct Candidates {
    set: Set,
    /// Whether all of them have it.
    are_sure: bool,
}

impl Candidates {
    const fn sure(set: Set) -> Self {
        Self { set, are_sure: true }
    }

    const fn maybe(set: Set) -> Self {
        Self { set, are_sure: false }
    }
}

impl Query {
    /// The passages of a segment that have what is sought, rising. `is_wanted` says of each file whether it is
    /// searched; `goes_on` is asked between files, and where it says no, what was found is given up.
    ///
    /// # Errors
    /// Where the segment cannot be read or is damaged.
    pub(in crate::library) fn search(
        &self,
        matcher: &Matcher<'_>,
        segment: &Segment,
        is_wanted: &dyn Fn(usize) -> bool,
        goes_on: &dyn Fn() -> bool,
    ) -> Result<Vec<u32>, Unreadable> {
        let search = Search { segment, languages: languages(segment) };
        let mut set = Set::none(segment.passages());
        for (index, file) in segment.file_places().enumerate() {
            if is_wanted(index) {
                set.add_range(file.first, file.first + file.count);
            }
        }
        let mut all = Vec::new();
        for clause in &self.all {
            let found = search.candidates(clause)?;
            set.keep_in(&found.set);
            all.push((clause, found));
        }
        let mut without = Vec::new();
        for group in &self.without {
            let found = group.iter().map(|clause| Ok((clause, search.candidates(clause)?)));
            let found: Vec<(&Clause, Candidates)> = found.collect::<Result<_, Unreadable>>()?;
            if found.iter().all(|(_, candidates)| candidates.are_sure) {
                let mut excluded = Set::all(segment.passages());
                found.iter().for_each(|(_, candidates)| excluded.keep_in(&candidates.set));
                set.keep_out(&excluded);
            } else {
                without.push(found);
            }
        }
        all.retain(|(_, candidates)| !candidates.are_sure);
        if !all.is_empty() || !without.is_empty() {
            search.verify(&mut set, matcher, &all, &without, goes_on)?;
        }
        Ok(set.iter().collect())
    }
}

/// The languages of a segment's files.
fn languages(segment: &Segment) -> Vec<Language> {
    let has = |language: &Language| segment.file_places().any(|file| file.language == *language);
    Language::ALL.into_iter().filter(has).collect()
}

struct Search<'a> {
    segment: &'a Segment,
    languages: Vec<Language>,
}

impl Search<'_> {
    fn none(&self) -> Set {
        Set::none(self.segment.passages())
    }

    fn all(&self) -> Set {
        Set::all(self.segment.passages())
    }

    /// The passages that the index cannot rule out. It may name too many and never too few: where it is not sure, the
    /// lines themselves are asked.
    fn candidates(&self, clause: &Clause) -> Result<Candidates, Unreadable> {
        Ok(match clause {
            Clause::Words(words) => {
                let mut set = self.all();
                for word in words {
                    set.keep_in(&self.with_forms_of(word)?);
                }
                if words.len() == 1 { Candidates::sure(set) } else { Candidates::maybe(set) }
            }
            Clause::Prefix(start) => {
                let mut set = self.none();
                for language in &self.languages {
                    let sign = WordKind::Word(*language).sign();
                    let is_wanted = |word: &str| begins(&word[sign.len()..], start, *language);
                    for word in self.segment.words()?.starting(&sign, is_wanted) {
                        self.segment.each_with_word(word, |passage| set.add(passage))?;
                    }
                }
                Candidates::sure(set)
            }
            Clause::Phrase(words) => self.with_phrase(words)?,
            Clause::Near(parts) => {
                let mut set = self.all();
                for part in parts {
                    set.keep_in(&self.candidates(part)?.set);
                }
                Candidates::maybe(set)
            }
            Clause::Field(field) => {
                Candidates::sure(fields::with_field(self.segment, &self.languages, field)?)
            }
        })
    }

    fn with_forms_of(&self, word: &str) -> Result<Set, Unreadable> {
        let mut set = self.none();
        let mut found = Vec::new();
        for language in &self.languages {
            for key in forms::keys(word, *language) {
                found.extend(self.segment.words_of_stem(forms::key_hash(&key, *language))?);
            }
        }
        found.sort_unstable();
        found.dedup();
        for word in found {
            self.segment.each_with_word(word, |passage| set.add(passage))?;
        }
        Ok(set)
    }

    /// Adds the passages of words, or all where the words are too many to tell.
    fn with_words(&self, words: Option<Vec<u32>>) -> Result<Set, Unreadable> {
        let Some(words) = words.filter(|words| words.len() <= MOST_WORDS) else {
            return Ok(self.all());
        };
        let mut set = self.none();
        for word in words {
            self.segment.each_with_word(word, |passage| set.add(passage))?;
        }
        Ok(set)
    }

    /// The passages that have all words of a phrase, those at its ends as parts of words; and those whose
    /// citation has the phrase, for it is sought in whole lines.
    fn with_phrase(&self, phrase: &str) -> Result<Candidates, Unreadable> {
        if phrase.contains('\t') {
            return Ok(Candidates::maybe(self.all()));
        }
        let words = self.segment.words()?;
        let mut set = self.all();
        let mut are_sure = false;
        let (inner, mut edges) = parts_of_phrase(phrase);
        for word in &inner {
            let exact = self.languages.iter().filter_map(|language| {
                words.exactly(&format!("{}{word}", WordKind::Word(*language).sign()))
            });
            set.keep_in(&self.with_words(Some(exact.collect()))?);
        }
        // Two whole words mostly leave few passages, and to look for parts of words then costs more than it saves. Those
        // that begin so are found in a moment, those that end so by going through all.
        edges.sort_by_key(|edge| matches!(edge, Edge::Start(_)));
        for edge in &edges {
            if inner.len() < 2 || set.count() > FEW {
                let words = self.words_of_edge(edge)?;
                // Letters of one word, whatever their case, are where a word has them.
                let is_all = matches!(edge, Edge::Within(_)) && is_small_ascii(phrase);
                are_sure = is_all && words.as_ref().is_some_and(|all| all.len() <= MOST_WORDS);
                set.keep_in(&self.with_words(words)?);
            }
        }
        let folded = forms::folded(phrase);
        let sign = WordKind::Cite.sign();
        let is_cite = |entry: &str| entry.contains(&folded);
        for cite in words.starting(&sign, is_cite) {
            self.segment.each_with_word(cite, |passage| set.add(passage))?;
        }
        Ok(Candidates { set, are_sure })
    }

    /// The words that may stand at the edge of an exact phrase, where it begins or ends within a word. Nothing where
    /// there are so many that reading the lines is cheaper.
    fn words_of_edge(&self, edge: &Edge) -> Result<Option<Vec<u32>>, Unreadable> {
        let words = self.segment.words()?;
        let is_word = |entry: &str| entry.starts_with(|c: char| !c.is_control());
        Ok(match edge {
            Edge::Start(end) => {
                words.having(&format!("{end}\n"), MOST_WORDS, |entry, at| is_word(entry) && at > 0)
            }
            Edge::End(start) => {
                let signs = self.languages.iter().map(|language| WordKind::Word(*language).sign());
                let of = |sign: String| words.starting(&format!("{sign}{start}"), |_| true);
                Some(signs.flat_map(of).collect())
            }
            Edge::Within(part) => {
                // The sign before a word is a letter, and none of the word.
                let has = |entry: &str| entry.get(1..).is_some_and(|word| word.contains(part));
                words.having(part, MOST_WORDS, |entry, _| is_word(entry) && has(entry))
            }
        })
    }

    /// Takes out of the set what the texts do not have.
    fn verify(
        &self,
        set: &mut Set,
        matcher: &Matcher<'_>,
        all: &[(&Clause, Candidates)],
        without: &[Vec<(&Clause, Candidates)>],
        goes_on: &dyn Fn() -> bool,
    ) -> Result<(), Unreadable> {
        let words_matter = |clause: &Clause| !matches!(clause, Clause::Phrase(_));
        let mut unsure = all.iter().chain(without.iter().flatten());
        let words_matter = unsure.any(|(clause, _)| words_matter(clause));
        let mut cut = Cut::default();
        let mut line = String::new();
        let mut file = FileSpan::default();
        let candidates: Vec<u32> = set.iter().collect();
        self.segment
            .each_line(&candidates, |passage, cite, text| {
                if !file.passages.contains(&passage) {
                    if !goes_on() {
                        return Err(Ended::GivenUp);
                    }
                    file = self.file_of(passage);
                }
                cut.set(if words_matter { text } else { "" }, file.language);
                // What is sought as it stands is sought in the line.
                line.clear();
                line.extend([cite, "\t", text]);
                let has = |clause: &Clause, candidates: &Candidates| {
                    candidates.set.has(passage)
                        && (candidates.are_sure || matcher.holds(clause, &line, &cut, text))
                };
                let is_found = all.iter().all(|(clause, candidates)| has(clause, candidates))
                    && !without.iter().any(|group| group.iter().all(|(clause, c)| has(clause, c)));
                if !is_found {
                    set.remove(passage);
                }
                Ok(())
            })
            .or_else(|ended| match ended {
                Ended::GivenUp => Ok(()),
                Ended::Failed(why) => Err(why),
            })
    }

    fn file_of(&self, passage: u32) -> FileSpan {
        let place = self.segment.file_place(self.segment.file_of(passage));
        place.map_or_else(FileSpan::default, |place| FileSpan {
            passages: place.first..place.first + place.count,
            language: place.language,
        })
    }
}

/// The passages of a file, and its language.
#[derive(Default)]
struct FileSpan {
    passages: std::ops::Range<u32>,
    language: Language,
}

/// Why reading texts ended before all were read.
enum Ended {
    GivenUp,
    Failed(Unreadable),
}

impl From<Unreadable> for Ended {
    fn from(why: Unreadable) -> Self {
        Self::Failed(why)
    }
}

/// A word of a phrase that may be part of a longer one.
#[derive(Debug, PartialEq, Eq)]
enum Edge {
    /// The phrase begins within a word that ends so.
    Start(String),
    /// It ends within a word that begins so.
    End(String),
    /// It is within a word.
    Within(String),
}

/// Whether a phrase is of small letters and digits that are the same wherever a word has them. Not so is a last
/// `i`, which a small `İ` begins with.
fn is_small_ascii(phrase: &str) -> bool {
    phrase.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit())
        && !phrase.ends_with('i')
}

/// The words of a phrase that are whole, and those at its ends that need not be.
fn parts_of_phrase(phrase: &str) -> (Vec<String>, Vec<Edge>) {
    let (mut inner, mut edges) = (Vec::new(), Vec::new());
    text::each_word(phrase, |word, range| {
        let word = forms::folded(word);
        edges.extend(match (range.start == 0, range.end == phrase.len()) {
            (true, true) => Some(Edge::Within(word)),
            (true, false) => Some(Edge::Start(word)),
            (false, true) => Some(Edge::End(word)),
            (false, false) => {
                inner.push(word);
                None
            }
        });
    });
    (inner, edges)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn of_small_letters_the_index_is_sure() {
        assert!(is_small_ascii("peace") && is_small_ascii("2017"));
        assert!(!is_small_ascii("Peace") && !is_small_ascii("ali") && !is_small_ascii("été"));
    }

    #[test]
    fn words_within_a_phrase_are_whole() {
        let (inner, edges) = parts_of_phrase("uman Rights of");
        assert_eq!(inner, ["rights"]);
        assert_eq!(edges, [Edge::Start("uman".into()), Edge::End("of".into())]);
        let (inner, edges) = parts_of_phrase(" and ");
        assert_eq!((inner, edges.len()), (vec!["and".to_owned()], 0));
        assert_eq!(parts_of_phrase("ment").1, [Edge::Within("ment".into())]);
        assert_eq!(parts_of_phrase("—"), (vec![], vec![]));
    }
}
