//! The words of each language that marks and references are told by: one table a language, so that
//! the code that reads them knows no language.

mod arabic;
mod chinese;
mod english;
mod french;
mod russian;
mod spanish;

use crate::document::Language;

/// A body that adopts resolutions, as running text names it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Body {
    GeneralAssembly,
    SecurityCouncil,
    EconomicAndSocialCouncil,
    HumanRightsCouncil,
    CommissionOnHumanRights,
    /// *The Council*: the one that was named last.
    TheCouncil,
    /// *The Assembly*.
    TheAssembly,
    /// One whose resolutions have no symbol that can be told from their number.
    Other,
}

/// The words of one language.
pub(super) struct Words {
    /// The months, in order; more than one name for each where the UN uses more.
    pub(super) months: [&'static [&'static str]; 12],
    /// Words and abbreviations that are followed by a number: `paragraph`, `No`, `Goal`.
    pub(super) numbered: &'static [&'static str],
    /// Words that follow a number: `per`, `million`, `years`.
    pub(super) counted: &'static [&'static str],
    /// Words that go on after a mark; where another follows, a number is likely to count it.
    pub(super) after_mark: &'static [&'static str],
    /// Words that may have a number as well as a mark.
    pub(super) weak_hosts: &'static [&'static str],
    /// Words between two days of a month: `10 and 11 May`.
    pub(super) between_days: &'static [&'static str],
    /// Words between a day and its month.
    pub(super) before_month: &'static [&'static str],
    /// Words before a year: `in`, `by`.
    pub(super) before_year: &'static [&'static str],
    /// Endings that make an ordinal of a number: `th`, `er`.
    pub(super) ordinal_endings: &'static [&'static str],
    /// Words for a decision.
    pub(super) decision: &'static [&'static str],
    /// Whether marks stand before the punctuation.
    pub(super) mark_before_punctuation: bool,
    /// How the words for a resolution begin.
    pub(super) resolution: &'static [&'static str],
    /// How the words for a decision begin.
    pub(super) decisions: &'static [&'static str],
    /// Words before a resolution that say *its*; in Arabic the whole word, *its resolution*.
    pub(super) its: &'static [&'static str],
    /// The names of the bodies that adopt resolutions.
    pub(super) bodies: &'static [(Body, &'static [&'static str])],
    /// The same as the owner after a number: `34/5 of the Human Rights Council`.
    pub(super) of_bodies: &'static [(Body, &'static [&'static str])],
    /// How the words for a paragraph begin.
    pub(super) paragraph: &'static [&'static str],
    /// How the words for a sub-paragraph begin.
    pub(super) subparagraph: &'static [&'static str],
    /// How the words for larger parts begin: section, annex.
    pub(super) section: &'static [&'static str],
    /// Before a paragraph's number: it is one of the same text.
    pub(super) here_before: &'static [&'static str],
    /// After a paragraph's number: it is one of the same text.
    pub(super) here_after: &'static [&'static str],
    /// After a paragraph's number: it is one of another text.
    pub(super) elsewhere: &'static [&'static str],
    /// How the words for an annex begin.
    pub(super) annex: &'static [&'static str],
    /// After an annex: it is one of the same text.
    pub(super) to_this_text: &'static [&'static str],
    /// How the words for a footnote begin.
    pub(super) footnote: &'static [&'static str],
    /// Between a paragraph and the resolution it is of.
    pub(super) owned_by: &'static [&'static str],
    /// Words for a place in a document, after its symbol: `annex`, `chap.`.
    pub(super) locus: &'static [&'static str],
    /// Words for *ibidem*.
    pub(super) ibid: &'static [&'static str],
}

impl Words {
    /// The table of a language.
    pub(super) const fn of(language: Language) -> &'static Self {
        match language {
            Language::Arabic => &arabic::WORDS,
            Language::Chinese => &chinese::WORDS,
            Language::English => &english::WORDS,
            Language::French => &french::WORDS,
            Language::Russian => &russian::WORDS,
            Language::Spanish => &spanish::WORDS,
        }
    }

    /// Whether a text begins with what a number before it counts: `years`, `pour cent`.
    pub(super) fn is_counted(&self, after: &str) -> bool {
        // Most numbers are followed by no word at all.
        if !after.starts_with(char::is_alphabetic) {
            return false;
        }
        let word = first_word(after);
        let goes_on = |entry: &str| entry.contains(' ') && after.starts_with(entry);
        contains(self.counted, word) || self.counted.iter().any(|&entry| goes_on(entry))
    }

    /// The month of a name, 1 to 12.
    pub(super) fn month(&self, word: &str) -> Option<i8> {
        let at = self.months.iter().position(|names| contains(names, word))?;
        i8::try_from(at + 1).ok()
    }
}

/// Whether the list has the word, with a capital or without.
pub(super) fn contains(list: &[&str], word: &str) -> bool {
    !word.is_empty() && list.iter().any(|entry| same(entry, word))
}

/// Whether two words are the same but for the case of their first letter.
pub(super) fn same(a: &str, b: &str) -> bool {
    if a.len() != b.len() {
        return false;
    }
    let (mut a, mut b) = (a.chars(), b.chars());
    let (Some(first), Some(other)) = (a.next(), b.next()) else { return true };
    a.as_str() == b.as_str() && (first == other || first.to_lowercase().eq(other.to_lowercase()))
}

/// The letters right before a byte of the text, at most 40 bytes of them.
pub(super) fn word_before(text: &str, end: usize) -> &str {
    let before = text.get(..end).unwrap_or_default();
    let start = before
        .char_indices()
        .rev()
        .take_while(|&(at, c)| c.is_alphabetic() && end - at <= 40)
        .last()
        .map_or(end, |(at, _)| at);
    &before[start..]
}

/// The letters at the start of a text, at most 40 bytes of them.
pub(super) fn first_word(text: &str) -> &str {
    let end = text
        .char_indices()
        .find(|&(at, c)| !c.is_alphabetic() || at > 40)
        .map_or(text.len(), |(at, _)| at);
    &text[..end]
}
