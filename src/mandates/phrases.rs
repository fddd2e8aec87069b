//! Phrases that are sought at a place of a text: words with a space between, a star for any ending, a
//! stroke between phrases that mean the same. Knows no language.

use super::tokens::{Token, tokens};

/// How many drawers phrases are kept in.
const DRAWERS: usize = 512;

/// The drawer of a letter: letters of one script have one each, so that little is looked through.
const fn drawer(letter: char) -> usize {
    letter as usize % DRAWERS
}

/// One word of a phrase.
#[derive(Debug)]
struct Word {
    letters: String,
    /// Whether any ending may follow.
    is_stem: bool,
}

impl Word {
    fn is(&self, token: &Token) -> bool {
        token.forms.iter().any(|form| match self.is_stem {
            true => form.starts_with(&self.letters),
            false => *form == self.letters,
        })
    }
}

/// Phrases, each with what it means.
#[derive(Debug)]
pub(super) struct Phrases<T> {
    /// By the first letter of their first word, as [`drawer`] counts letters.
    by_letter: Vec<Vec<(Vec<Word>, T)>>,
}

impl<T: Copy> Phrases<T> {
    /// Phrases of a table: each row `one|another|an* other` and what all of them mean.
    pub(super) fn new<'a>(rows: impl IntoIterator<Item = (&'a str, T)>) -> Self {
        let mut by_letter: Vec<Vec<(Vec<Word>, T)>> = (0..DRAWERS).map(|_| Vec::new()).collect();
        for (row, meaning) in rows {
            for phrase in row.split('|') {
                let words = words_of(phrase);
                let Some(first) = words.first().and_then(|word| word.letters.chars().next()) else {
                    continue;
                };
                by_letter[drawer(first)].push((words, meaning));
            }
        }
        Self { by_letter }
    }

    /// The longest phrase that stands at a token: how many tokens it has, and what it means.
    pub(super) fn at(&self, text: &[Token], at: usize) -> Option<(usize, T)> {
        let token = text.get(at)?;
        let mut best: Option<(usize, T)> = None;
        let mut tried = ['\0'; 8];
        for (n, form) in token.forms.iter().enumerate() {
            let Some(letter) = form.chars().next() else { continue };
            // Forms that begin alike lead to the same phrases.
            if tried.contains(&letter) {
                continue;
            }
            if let Some(slot) = tried.get_mut(n) {
                *slot = letter;
            }
            for (words, meaning) in &self.by_letter[drawer(letter)] {
                let there = text.get(at..at + words.len());
                let is_here = there.is_some_and(|there| {
                    words.iter().zip(there).all(|(word, token)| word.is(token))
                });
                if is_here && best.is_none_or(|(length, _)| words.len() > length) {
                    best = Some((words.len(), *meaning));
                }
            }
        }
        best
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
