//! The way from a language to its words, and what is asked of them. Knows no word.

use super::{arabic, chinese, english, french, russian, spanish};
use super::{
    spelling::{contains, first_word},
    table::Words,
};
use crate::document::Language;

impl Words {
    /// The words of a language.
    pub(in crate::parse) const fn of(language: Language) -> &'static Self {
        match language {
            Language::Arabic => &arabic::WORDS,
            Language::Chinese => &chinese::WORDS,
            Language::English => &english::WORDS,
            Language::French => &french::WORDS,
            Language::Russian => &russian::WORDS,
            Language::Spanish => &spanish::WORDS,
        }
    }

    /// The words of all six languages.
    pub(in crate::parse) fn all() -> impl Iterator<Item = &'static Self> {
        Language::ALL.into_iter().map(Self::of)
    }

    /// Whether a text begins with what a number before it counts: `years`, `pour cent`.
    pub(in crate::parse) fn is_counted(&self, after: &str) -> bool {
        // Most numbers are followed by no word at all.
        if !after.starts_with(char::is_alphabetic) {
            return false;
        }
        let word = first_word(after);
        let goes_on = |entry: &str| entry.contains(' ') && after.starts_with(entry);
        contains(self.counted, word) || self.counted.iter().any(|&entry| goes_on(entry))
    }

    /// The month of a name, 1 to 12.
    pub(in crate::parse) fn month(&self, word: &str) -> Option<i8> {
        let at = self.months.iter().position(|names| contains(names, word))?;
        i8::try_from(at + 1).ok()
    }
}
