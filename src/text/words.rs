//! What a word is, wherever words are counted, sought or compared.

use std::ops::Range;

/// Gives each word of a text in small letters, with its place in bytes. A word is a longest run of
/// letters and digits of any script; a Han character is a word by itself; all else separates.
pub fn each_word(text: &str, mut give: impl FnMut(&str, Range<usize>)) {
    let mut word = String::new();
    let mut start = 0;
    for (at, c) in text.char_indices() {
        let is_part = c.is_alphanumeric();
        let is_alone = is_part && is_han(c);
        if (is_alone || !is_part) && !word.is_empty() {
            give(&word, start..at);
            word.clear();
        }
        if is_alone {
            give(c.encode_utf8(&mut [0; 4]), at..at + c.len_utf8());
        } else if is_part {
            if word.is_empty() {
                start = at;
            }
            word.extend(c.to_lowercase());
        }
    }
    if !word.is_empty() {
        give(&word, start..text.len());
    }
}

/// The words of a text in small letters.
#[must_use]
pub fn words(text: &str) -> Vec<String> {
    let mut found = Vec::new();
    each_word(text, |word, _| found.push(word.to_owned()));
    found
}

/// Whether a character is of the Han script (Unicode's `Script=Han`).
const fn is_han(c: char) -> bool {
    matches!(c,
        '\u{2e80}'..='\u{2fd5}' | '\u{3005}' | '\u{3007}' | '\u{3021}'..='\u{3029}'
        | '\u{3038}'..='\u{303b}' | '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}'
        | '\u{f900}'..='\u{fad9}' | '\u{16fe2}'..='\u{16fff}' | '\u{20000}'..='\u{3ffff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_is_a_run_of_letters_and_digits_in_small_letters() {
        assert_eq!(
            words("Decides, on A/72/L.3 (2017)…"),
            ["decides", "on", "a", "72", "l", "3", "2017"]
        );
        assert_eq!(words("  "), [""; 0]);
        assert_eq!(words("l’Équipe co-opère"), ["l", "équipe", "co", "opère"]);
        assert_eq!(words("ПРИНИМАЕТ к сведению"), ["принимает", "к", "сведению"]);
        assert_eq!(words("إذ تشير إلى"), ["إذ", "تشير", "إلى"]);
    }

    #[test]
    fn a_han_character_is_a_word_by_itself() {
        assert_eq!(words("第72届A组会议,〇"), ["第", "72", "届", "a", "组", "会", "议", "〇"]);
        // Kana are letters like others.
        assert_eq!(words("カナ漢字"), ["カナ", "漢", "字"]);
    }

    #[test]
    fn places_are_in_bytes_of_the_text() {
        let text = "Ünder 议 İX.";
        let mut found = Vec::new();
        each_word(text, |word, place| found.push((word.to_owned(), &text[place])));
        let expected = [("ünder", "Ünder"), ("议", "议"), ("i\u{307}x", "İX")];
        assert_eq!(found, expected.map(|(word, place)| (word.to_owned(), place)));
    }
}
