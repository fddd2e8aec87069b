//! Which words of texts are forms of those that are sought, remembered: texts have the same words again and again.
//! Knows words, not where they stand.

use std::collections::{HashMap, HashSet};

use crate::{document::Language, library::forms};

/// Which words of a language are forms of one that is sought.
struct Forms {
    language: Language,
    keys: HashSet<String>,
    known: Known,
}

impl Forms {
    /// Those of a word of a query.
    fn of(sought: &str, language: Language) -> Self {
        let keys = forms::keys(sought, language).into_iter().collect();
        Self { language, keys, known: Known::default() }
    }

    /// Whether a folded word of a text is one of them.
    fn has(&mut self, word: &str) -> bool {
        if let Some(is_form) = self.known.get(word) {
            return is_form;
        }
        let is_form = forms::keys(word, self.language).iter().any(|key| self.keys.contains(key));
        self.known.set(word, is_form);
        is_form
    }
}

/// The forms of all words of a query, in one language.
#[derive(Default)]
pub(super) struct AllForms(Vec<(String, Forms)>);

impl AllForms {
    /// Which of them those of a word of the query are.
    pub(super) fn index_of(&mut self, sought: &str, language: Language) -> usize {
        self.0.iter().position(|(word, _)| word == sought).unwrap_or_else(|| {
            self.0.push((sought.to_owned(), Forms::of(sought, language)));
            self.0.len() - 1
        })
    }

    /// Whether a folded word of a text is a form of the word with that index.
    pub(super) fn has(&mut self, index: usize, word: &str) -> bool {
        self.0.get_mut(index).is_some_and(|(_, forms)| forms.has(word))
    }
}

/// What is known of words. Nearly all are short and come again at once: for those one look into a table tells, where the
/// last of all that fall into one place stands; the others, and what was driven out, are looked up.
struct Known {
    short: Vec<u128>,
    all: HashMap<Box<str>, bool>,
}

/// Places of the table, as a power of two: the words that make up most of a text fit, and the table into a cache.
const PLACES: u32 = 13;
/// Says of a short word that it is a form.
const IS_FORM: u128 = 1 << 127;

impl Default for Known {
    fn default() -> Self {
        Self { short: vec![0; 1 << PLACES], all: HashMap::new() }
    }
}

impl Known {
    fn get(&mut self, word: &str) -> Option<bool> {
        let Some(number) = number_of_short(word) else { return self.all.get(word).copied() };
        let entry = self.short.get_mut(place(number))?;
        if *entry & !IS_FORM == number {
            return Some(*entry & IS_FORM != 0);
        }
        let is_form = self.all.get(word).copied()?;
        *entry = if is_form { number | IS_FORM } else { number };
        Some(is_form)
    }

    fn set(&mut self, word: &str, is_form: bool) {
        self.all.insert(word.into(), is_form);
    }
}

/// A word of no more than 15 bytes as a number of its own, never 0.
fn number_of_short(word: &str) -> Option<u128> {
    let mut bytes = [0; 16];
    let (letters, length) = bytes.split_at_mut(15);
    letters.get_mut(..word.len())?.copy_from_slice(word.as_bytes());
    length.fill(u8::try_from(word.len() + 1).ok()?);
    Some(u128::from_le_bytes(bytes))
}

/// Where a number stands in the table: the upper bits of a product are as if drawn by lot (Fibonacci hashing).
fn place(number: u128) -> usize {
    const GOLDEN: u64 = 0x9e37_79b9_7f4a_7c15;
    let (low, high) = (u64::try_from(number & u128::from(u64::MAX)), u64::try_from(number >> 64));
    let mixed =
        (low.unwrap_or_default() ^ high.unwrap_or_default().rotate_left(29)).wrapping_mul(GOLDEN);
    usize::try_from(mixed >> (64 - PLACES)).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_known_of_short_and_long_words() {
        let mut known = Known::default();
        let long = "internationalization";
        for word in ["", "a", "report", "fifteen-letters", long] {
            assert_eq!(known.get(word), None, "{word}");
            known.set(word, true);
            assert_eq!(known.get(word), Some(true), "{word}");
        }
        assert_eq!(known.get("ab"), None);
        assert_eq!(known.get("a\0"), None, "a longer word of the same letters");
    }

    #[test]
    fn a_word_that_takes_the_place_of_another_is_never_taken_for_it() {
        let mut known = Known::default();
        let words: Vec<String> = (0..40_000).map(|i| format!("w{i}")).collect();
        for (i, word) in words.iter().enumerate() {
            known.set(word, i % 3 == 0);
        }
        for _ in 0..2 {
            for (i, word) in words.iter().enumerate() {
                assert_eq!(known.get(word), Some(i % 3 == 0), "{word}");
            }
        }
        let used = known.short.iter().filter(|entry| **entry != 0).count();
        assert!(used > 6_000, "{used} of {} places are used", 1 << PLACES);
    }

    #[test]
    fn forms_are_known_at_the_second_look_as_at_the_first() {
        let mut forms = Forms::of("reporting", Language::English);
        for _ in 0..2 {
            assert!(forms.has("reports") && !forms.has("resolution"));
        }
    }
}
