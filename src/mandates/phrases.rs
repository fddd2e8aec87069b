//! Phrases that are sought at a place of a text: words with a space between, a star for any ending, a
//! stroke between phrases that mean the same. Knows no language.

use super::tokens::{Form, Token, beginning, number_of, tokens};

/// One word of a phrase.
#[derive(Debug)]
struct Word {
    letters: String,
    /// Whether any ending may follow.
    is_stem: bool,
}

impl Word {
    fn is(&self, token: &Token) -> bool {
        token.forms().any(|form| self.is_form(form))
    }

    fn is_form(&self, form: &Form) -> bool {
        match self.is_stem {
            true => form.letters.starts_with(&self.letters),
            false => form.letters == self.letters,
        }
    }

    /// Whether the Arabic *and* is written as one with what would be it: *الدول والأطراف* are no *دول أطراف*.
    fn is_joined(&self, token: &Token) -> bool {
        token.word().starts_with('و') && !self.letters.starts_with('و')
    }

    /// The number under which a phrase is kept that begins with it: that of a word it is, or of how words begin that
    /// it may be.
    fn number(&self) -> u32 {
        number_of(if self.is_stem { beginning(&self.letters) } else { &self.letters })
    }
}

/// A phrase, and what it means.
#[derive(Debug)]
struct Phrase<T> {
    number: u32,
    words: Vec<Word>,
    meaning: T,
}

/// How many numbers a sieve tells apart.
const MESHES: u32 = 2048;

/// Phrases, each with what it means.
#[derive(Debug)]
pub(super) struct Phrases<T> {
    /// By the number of their first word, the longest of each number first.
    phrases: Vec<Phrase<T>>,
    /// A bit for each number that a phrase has: most words begin none, which is seen by a look at this.
    sieve: Vec<u64>,
}

impl<T: Copy> Phrases<T> {
    /// Phrases of a table: each row `one|another|an* other` and what all of them mean. A stem has three letters or more.
    pub(super) fn new<'a>(rows: impl IntoIterator<Item = (&'a str, T)>) -> Self {
        let mut phrases = Vec::new();
        for (row, meaning) in rows {
            for phrase in row.split('|') {
                let words = words_of(phrase);
                let Some(number) = words.first().map(Word::number) else { continue };
                phrases.push(Phrase { number, words, meaning });
            }
        }
        let length = |phrase: &Phrase<T>| std::cmp::Reverse(phrase.words.len());
        phrases.sort_by_key(|phrase| (phrase.number, length(phrase)));
        let mut sieve = vec![0; (MESHES / 64) as usize];
        for phrase in &phrases {
            let (place, bit) = mesh(phrase.number);
            sieve[place] |= bit;
        }
        Self { phrases, sieve }
    }

    /// The longest phrase that stands at a token: how many tokens it has, and what it means.
    pub(super) fn at(&self, text: &[Token], at: usize) -> Option<(usize, T)> {
        let mut best: Option<(usize, T)> = None;
        for form in text.get(at)?.forms() {
            for number in [form.whole, form.beginning] {
                let (place, bit) = mesh(number);
                if self.sieve[place] & bit == 0 {
                    continue;
                }
                let found = self.longest(number, text, at);
                if let Some((length, meaning)) = found
                    && best.is_none_or(|(known, _)| length > known)
                {
                    best = Some((length, meaning));
                }
            }
        }
        best
    }

    /// The longest of the phrases of a number that stand at a token.
    fn longest(&self, number: u32, text: &[Token], at: usize) -> Option<(usize, T)> {
        let first = self.phrases.partition_point(|phrase| phrase.number < number);
        let mut same = self.phrases[first..].iter().take_while(|phrase| phrase.number == number);
        let found = same.find(|phrase| {
            let there = text.get(at..at + phrase.words.len());
            there.is_some_and(|there| {
                let mut words = phrase.words.iter().zip(there).enumerate();
                words.all(|(n, (word, token))| word.is(token) && (n == 0 || !word.is_joined(token)))
            })
        })?;
        Some((found.words.len(), found.meaning))
    }

    /// The first place within a stretch where a phrase stands: where, how long, what it means.
    pub(super) fn find(
        &self,
        text: &[Token],
        within: std::ops::Range<usize>,
    ) -> Option<(usize, usize, T)> {
        within.into_iter().find_map(|at| {
            let (length, meaning) = self.at(text, at)?;
            Some((at, length, meaning))
        })
    }
}

/// Where a number is in a sieve.
const fn mesh(number: u32) -> (usize, u64) {
    let number = number % MESHES;
    ((number / 64) as usize, 1 << (number % 64))
}

fn words_of(phrase: &str) -> Vec<Word> {
    let found = tokens(phrase);
    found
        .iter()
        .map(|token| Word { letters: bare(token), is_stem: phrase[token.end..].starts_with('*') })
        .collect()
}

/// In Arabic phrases the article is left out, so that they are found with and without it.
fn bare(token: &Token) -> String {
    let word = token.word();
    match word.strip_prefix("ال") {
        Some(rest) if rest.chars().count() >= 2 => rest.to_owned(),
        _ => word.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_longest_phrase_stands() {
        let phrases = Phrases::new([("calls upon|calls", 1), ("calls upon stat*", 2)]);
        let text = tokens("Calls upon States, calls");
        assert_eq!(phrases.at(&text, 0), Some((3, 2)));
        assert_eq!(phrases.at(&text, 1), None);
        assert_eq!(phrases.find(&text, 1..text.len()), Some((4, 1, 1)));
    }

    #[test]
    fn arabic_is_found_behind_particles() {
        let phrases = Phrases::new([("الأمين العام", ())]);
        for text in ["إلى الأمين العام", "وللأمين العام", "بالأمين العام"]
        {
            let text = tokens(text);
            assert!(phrases.find(&text, 0..text.len()).is_some());
        }
    }
}
