//! Which words are forms of one word: *requests* and *requested*, *développement* and *developpement*,
//! Arabic words with and without marks and prefixes. Knows single words and the language they stand in,
//! not where they stand.

use std::sync::OnceLock;

use snowball_stemmers_rs::{Algorithm, Stemmer};
use unicode_normalization::{UnicodeNormalization as _, char::is_combining_mark};

use crate::document::Language;

/// A word as it is sought without regard to capitals, character by character: what simple case folding of
/// Unicode takes for equal is equal here. Of the parts of a word the parts are made.
#[must_use]
pub fn folded(word: &str) -> String {
    if word.is_ascii() {
        return word.to_ascii_lowercase();
    }
    word.chars().map(|c| single(c.to_uppercase(), c)).map(|c| single(c.to_lowercase(), c)).collect()
}

/// The one character that a mapping gives, or the one it was given for where it gives several.
fn single(mut mapped: impl Iterator<Item = char>, otherwise: char) -> char {
    match (mapped.next(), mapped.next()) {
        (Some(c), None) => c,
        _ => otherwise,
    }
}

/// A word without what is often left out in writing it: accents, the vowels and the stretching of Arabic,
/// and what tells its letters alef, ya and ta marbuta apart. The Russian й is a letter and stays.
#[must_use]
pub fn plain(word: &str) -> String {
    if word.is_ascii() {
        return word.to_owned();
    }
    let mut plain = String::with_capacity(word.len());
    for c in word.nfd() {
        match c {
            '\u{306}' if plain.ends_with('и') => {
                plain.pop();
                plain.push('й');
            }
            '\u{640}' => {}
            'ى' => plain.push('ي'),
            'ة' => plain.push('ه'),
            'œ' => plain.push_str("oe"),
            c if is_combining_mark(c) => {}
            c => plain.push(c),
        }
    }
    plain
}

/// What stands before Arabic words without a space: *and*, *so*; the article; *in*, *to*, *like*; the
/// latter with the article.
const CONJUNCTIONS: [&str; 2] = ["و", "ف"];
const ARTICLES: [&str; 5] = ["ال", "بال", "كال", "لل", "لال"];
const PREPOSITIONS: [&str; 3] = ["ب", "ل", "ك"];

/// The word itself and what is left of it when prefixes are taken off, where enough is left to be a word.
fn without_prefixes(word: &str) -> Vec<&str> {
    let length = |word: &str| word.chars().count();
    let mut found = vec![word];
    let joined = CONJUNCTIONS.iter().filter_map(|prefix| word.strip_prefix(prefix));
    found.extend(joined.filter(|rest| length(rest) >= 3));
    for start in found.clone() {
        let definite = ARTICLES.iter().filter_map(|prefix| start.strip_prefix(prefix));
        found.extend(definite.filter(|rest| length(rest) >= 2));
        let after = PREPOSITIONS.iter().filter_map(|prefix| start.strip_prefix(prefix));
        found.extend(after.filter(|rest| length(rest) >= 4));
    }
    found
}

/// The stem of a word in small letters, by the Snowball rules of its language. Chinese has no forms.
fn stem(word: &str, language: Language) -> String {
    static STEMMERS: OnceLock<[Stemmer; 5]> = OnceLock::new();
    let [arabic, english, french, russian, spanish] = STEMMERS.get_or_init(|| {
        [
            Algorithm::Arabic,
            Algorithm::English,
            Algorithm::French,
            Algorithm::Russian,
            Algorithm::Spanish,
        ]
        .map(Stemmer::create)
    });
    let stemmer = match language {
        Language::Arabic => arabic,
        Language::Chinese => return word.to_owned(),
        Language::English => english,
        Language::French => french,
        Language::Russian => russian,
        Language::Spanish => spanish,
    };
    stemmer.stem(word).into_owned()
}

/// What a word has in common with its other forms: two words of a language are forms of one where one of
/// these is the same. The word is in small letters.
#[must_use]
pub fn keys(word: &str, language: Language) -> Vec<String> {
    let mut keys = Vec::with_capacity(2);
    let mut add = |key: String| {
        if !key.is_empty() && !keys.contains(&key) {
            keys.push(key);
        }
    };
    if word.chars().next().is_some_and(|c| c.is_ascii_digit()) {
        add(plain(word));
        return keys;
    }
    let bare = plain(word);
    if language == Language::Arabic {
        for word in without_prefixes(&bare) {
            add(plain(&stem(word, language)));
            add(word.to_owned());
        }
        return keys;
    }
    add(plain(&stem(word, language)));
    if bare != word {
        add(stem(&bare, language));
    }
    keys
}

/// A number for a key in a language, by which forms are sought.
#[must_use]
pub(super) fn key_hash(key: &str, language: Language) -> u32 {
    // FNV-1a: short keys, and written to a file, so always the same.
    let mut hash = 0xcbf2_9ce4_8422_2325_u64 ^ (language as u64);
    for byte in key.bytes() {
        hash = (hash ^ u64::from(byte)).wrapping_mul(0x100_0000_01b3);
    }
    u32::try_from((hash ^ (hash >> 32)) & 0xffff_ffff).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use Language::{Arabic, Chinese, English, French, Russian, Spanish};

    fn are_forms(one: &str, other: &str, language: Language) -> bool {
        let ours = keys(one, language);
        keys(other, language).iter().any(|key| ours.contains(key))
    }

    #[test]
    fn forms_of_a_word_have_a_key_in_common() {
        for (one, other, language) in [
            ("requests", "requested", English),
            ("country", "countries", English),
            ("développement", "developpements", French),
            ("rappelle", "rappelant", French),
            ("resolución", "resoluciones", Spanish),
            ("naciones", "nacion", Spanish),
            ("резолюция", "резолюции", Russian),
            ("отчёт", "отчета", Russian),
            ("حقوق", "والحقوق", Arabic),
            ("حقوق", "لحقوق", Arabic),
            ("محمد", "مُحَمَّد", Arabic),
            ("الإنسان", "الانسان", Arabic),
            ("权", "权", Chinese),
        ] {
            assert!(are_forms(one, other, language), "{one} {other}");
        }
    }

    #[test]
    fn other_words_have_none() {
        for (one, other, language) in [
            ("report", "rapport", English),
            ("human", "humid", English),
            ("1325", "1326", English),
            ("حقوق", "حوار", Arabic),
            ("мир", "мор", Russian),
        ] {
            assert!(!are_forms(one, other, language), "{one} {other}");
        }
    }

    #[test]
    fn capitals_are_folded_character_by_character() {
        assert_eq!(folded("ΣΊΣΥΦΟΣ"), folded("σίσυφος"));
        assert_eq!(folded("ſtraße"), folded("STRAßE"));
        assert_eq!(folded("\u{212a}elvin"), "kelvin");
    }
}
