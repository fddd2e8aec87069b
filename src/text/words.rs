//! What a word is, wherever words are counted, sought or compared.

use std::ops::Range;

/// Gives each word of a text in small letters, with its place in bytes. A word is a longest run of
/// letters and digits of any script; a Han character is a word by itself; all else separates.
pub fn each_word(text: &str, mut give: impl FnMut(&str, Range<usize>)) {
    let bytes = text.as_bytes();
    let mut word = String::new();
    let mut at = 0;
    while let Some(byte) = bytes.get(at) {
        let rest = bytes.get(at..).unwrap_or_default();
        let length = rest.iter().take_while(|byte| byte.is_ascii_alphanumeric()).count();
        let end = at + length;
        if bytes.get(end).is_some_and(|next| !next.is_ascii()) {
            at = words_of_any_script(text, at, &mut word, &mut give);
        } else if length > 0 {
            let same = text.get(at..end).unwrap_or_default();
            if same.bytes().any(|byte| byte.is_ascii_uppercase()) {
                word.clear();
                word.push_str(same);
                word.make_ascii_lowercase();
                give(&word, at..end);
            } else {
                give(same, at..end);
            }
            at = end + 1;
        } else {
            debug_assert!(byte.is_ascii(), "others are handed on");
            at += 1;
        }
    }
}

/// Gives the words from a place on until one has ended, and where the rest begins.
fn words_of_any_script(
    text: &str,
    from: usize,
    word: &mut String,
    give: &mut impl FnMut(&str, Range<usize>),
) -> usize {
    word.clear();
    let mut start = from;
    for (offset, c) in text.get(from..).unwrap_or_default().char_indices() {
        let at = from + offset;
        let is_part = c.is_alphanumeric();
        let is_alone = is_part && is_han(c);
        if (is_alone || !is_part) && !word.is_empty() {
            give(word, start..at);
            word.clear();
        }
        if is_alone {
            give(c.encode_utf8(&mut [0; 4]), at..at + c.len_utf8());
        } else if is_part {
            if word.is_empty() {
                start = at;
            }
            word.extend(c.to_lowercase());
        } else {
            return at + c.len_utf8();
        }
    }
    if !word.is_empty() {
        give(word, start..text.len());
    }
    text.len()
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
    fn scripts_may_change_within_a_word() {
        assert_eq!(words("abcé défG hij"), ["abcé", "défg", "hij"]);
        assert_eq!(words("a’b c—D"), ["a", "b", "c", "d"]);
        assert_eq!(words("72-я abЯ"), ["72", "я", "abя"]);
        assert_eq!(words("é"), ["é"]);
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
