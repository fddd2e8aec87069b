//! What the characters at an end of a text say: years, numbers of resolutions, punctuation, scripts.
//! Knows characters, not what is a mark.

use crate::{parse::words::word_before, text::roman};

/// The text up to a byte; nothing if none begins there.
pub(super) fn up_to(text: &str, end: usize) -> &str {
    text.get(..end).unwrap_or_default()
}

/// The text from a byte on; nothing if none begins there.
pub(super) fn onward(text: &str, start: usize) -> &str {
    text.get(start..).unwrap_or_default()
}

/// Whether a text ends in a year, or in a number like 53/144.
pub(super) fn ends_with_year_or_key(text: &str) -> bool {
    let digits = digits_at_end(text);
    if digits == 0 || digits > 4 {
        return false;
    }
    let start = text.len() - digits;
    is_year(onward(text, start)) || ends_with_session(up_to(text, start))
}

/// Whether a text ends in a number like 53/144.
pub(super) fn ends_with_key(text: &str) -> bool {
    let digits = digits_at_end(text);
    digits > 0 && ends_with_session(up_to(text, text.len() - digits))
}

/// Whether a text ends in a word all in capitals.
pub(super) fn ends_with_capitals(text: &str) -> bool {
    let word = word_before(text, text.len());
    !word.is_empty() && word.chars().all(char::is_uppercase)
}

/// Whether a text ends in a Roman number.
pub(super) fn ends_with_roman(text: &str) -> bool {
    is_roman(word_before(text, text.len()))
}

/// Whether a word is a Roman number in capitals.
pub(super) fn is_roman(word: &str) -> bool {
    word.len() <= 8
        && word.bytes().all(|b| b.is_ascii_uppercase())
        && roman::value(&word.to_ascii_lowercase()).is_some()
}

pub(super) fn digits_at_start(text: &str) -> usize {
    text.bytes().take(8).take_while(u8::is_ascii_digit).count()
}

/// How many digits a text ends in; no more than 8 are counted, so that this takes no time.
pub(super) fn digits_at_end(text: &str) -> usize {
    text.bytes().rev().take(8).take_while(u8::is_ascii_digit).count()
}

/// A text without the digits it ends in.
pub(super) fn without_digits(text: &str) -> &str {
    up_to(text, text.len() - digits_at_end(text))
}

/// Whether a text ends in the session and the stroke of a number, `53/`; treaty bodies count their
/// meetings in Roman, `VIII/`.
fn ends_with_session(text: &str) -> bool {
    text.strip_suffix('/')
        .is_some_and(|rest| rest.ends_with(|c: char| c.is_ascii_digit()) || ends_with_roman(rest))
}

/// Whether a text begins with a year and its mark: `20164`.
pub(super) fn starts_with_year(text: &str) -> bool {
    text.get(..4).is_some_and(is_year)
}

/// Whether a text ends in a year.
pub(super) fn ends_with_year(text: &str) -> bool {
    is_year(onward(text, text.len() - digits_at_end(text)))
}

pub(super) fn is_year(digits: &str) -> bool {
    digits.len() == 4 && digits.parse().is_ok_and(|year: u16| (1900..=2100).contains(&year))
}

/// Whether a text begins with the bracket of a resolution's number: a year, or Roman.
pub(super) fn is_key_bracket(text: &str) -> bool {
    text.strip_prefix('(')
        .and_then(|rest| rest.get(..12).unwrap_or(rest).split_once(')'))
        .is_some_and(|(inner, _)| {
            is_year(inner) || is_roman(inner) || inner.starts_with("S-") || inner.starts_with("د-")
        })
}

#[rustfmt::skip] // as few lines as it takes
pub(super) fn is_closing(c: char) -> bool {
    matches!(
        c,
        ',' | ';' | ':' | '.' | '!' | '?' | ')' | ']' | '"' | '\'' | '»' | '”' | '’' | '“'
            | '，' | '。' | '；' | '：' | '、' | '）' | '》' | '」' | '』' | '】' | '،' | '؛' | '؟'
    )
}

pub(super) fn is_dash(c: char) -> bool {
    matches!(c, '-' | '\u{2010}' | '\u{2011}' | '\u{2013}')
}

pub(super) fn is_cjk(c: char) -> bool {
    matches!(c, '\u{3400}'..='\u{9fff}' | '\u{f900}'..='\u{faff}')
}

pub(super) fn is_arabic(c: char) -> bool {
    matches!(c, '\u{0620}'..='\u{064a}' | '\u{0671}'..='\u{06d3}')
}

pub(super) fn starts_with_any(list: &[&str], text: &str) -> bool {
    list.iter().any(|entry| text.starts_with(entry))
}

pub(super) fn ends_with_any(list: &[&str], text: &str) -> bool {
    list.iter().any(|entry| text.ends_with(entry))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn years_keys_and_numerals() {
        for (digits, expected) in [
            ("1900", true),
            ("2100", true),
            ("1899", false),
            ("2101", false),
            ("190", false),
            ("19000", false),
        ] {
            assert_eq!(is_year(digits), expected, "{digits}");
        }
        for (text, expected) in [
            ("in 2016", true),
            ("53/144", true),
            ("XIII/12", true),
            ("53/14412", false),
            ("12", false),
            ("A/12", false),
            ("", false),
        ] {
            assert_eq!(ends_with_year_or_key(text), expected, "{text}");
        }
        assert!(ends_with_key("53/144") && ends_with_key("II/1"));
        assert!(!ends_with_key("53/") && !ends_with_key("A/1") && !ends_with_key("144"));
        assert!(is_roman("XIV") && !is_roman("xiv") && !is_roman("ABC") && !is_roman("MMMMMMMMM"));
        assert!(is_roman("I") && !is_roman(""));
        for (text, expected) in [
            ("(2016)", true),
            ("(XXI) and", true),
            ("(S-VI)", true),
            ("(د-21)", true),
            ("(20)", false),
            ("(a)", false),
            ("2016)", false),
            ("(2016", false),
        ] {
            assert_eq!(is_key_bracket(text), expected, "{text}");
        }
        assert!(
            starts_with_year("2016, and") && !starts_with_year("201") && !starts_with_year("3016")
        );
        assert!(ends_with_year("of 2016") && !ends_with_year("of 22016"));
        assert!(
            ends_with_capitals("the COP")
                && !ends_with_capitals("the Cop")
                && !ends_with_capitals("the ")
        );
        assert_eq!(
            (digits_at_start("12a"), digits_at_end("a12"), without_digits("a12")),
            (2, 2, "a")
        );
    }
}
