//! What the right side of a run of digits says of its being a footnote mark (grammar.md §4 B).

use super::site::*;
use crate::parse::words::{Words, contains, first_word};

/// What the right side says of a mark with the digits `label`.
pub(super) fn right(site: &Site<'_>, label: &str, is_whole: bool) -> f32 {
    let after = site.after();
    let mut chars = after.chars();
    let Some(x) = chars.next() else { return 1.0 };
    let rest = chars.as_str();
    let words = site.style.words;
    let is_spaced = is_whole && site.before().ends_with(char::is_whitespace);
    let digits = digits_at_start;
    match x {
        '/' | '%' | '°' => -8.0,
        ' ' | '\u{a0}' | '\u{202f}' | '\u{2009}'
            if digits(rest) == 3
                && is_whole
                && (site.style.is_chinese || !site.before().ends_with(char::is_alphabetic)) =>
        {
            // Thousands.
            if site.style.is_chinese { -9.0 } else { -4.0 }
        }
        // `181 (II)`, `2334 (2016)`: the number and its bracket are one.
        _ if x.is_whitespace() => {
            if is_key_bracket(rest) {
                -5.0
            } else if is_spaced && goes_on_counting(rest, words) {
                -1.0
            } else {
                1.0
            }
        }
        ',' if digits(rest) >= 3 && !starts_with_year(rest) => -5.0,
        // Decimals where they have a comma, and lists of numbers.
        ',' if is_spaced && digits(rest) > 0 => -5.0,
        '、' if digits(rest) > 0 => -5.0,
        '.' if digits(rest) > 0 => -4.0,
        '.' if is_whole
            && rest.starts_with(char::is_whitespace)
            && site.before().ends_with(is_closing) =>
        {
            -9.0
        }
        ',' if is_spaced && goes_on_counting(rest, words) => -1.0,
        ',' | ';' | '.' | ':' | ')' => {
            if words.mark_before_punctuation {
                1.0
            } else {
                -1.0
            }
        }
        '-' | '\u{2010}' | '\u{2011}' | '\u{2013}' => {
            if is_whole && is_range(rest) {
                0.0
            } else {
                -5.0
            }
        }
        _ if is_cjk(x) || is_arabic(x) => beside_cjk(site, after),
        _ if x.is_alphabetic() => {
            let is_ordinal =
                contains(words.ordinal_endings, first_word(after)) && !label.is_empty();
            match () {
                () if is_ordinal => -8.0,
                // `the 5Es`, `3D`: what begins with its number.
                () if is_spaced && !site.before().trim_end().ends_with(is_closing) => -8.0,
                // The space after the mark was lost, `2011,3S-18/1`; but `Pier2Peer`.
                () if x.is_uppercase() && !site.before().ends_with(char::is_alphabetic) => -0.5,
                () => -1.5,
            }
        }
        // `方案6(法律事务)` says what number 6 is.
        '(' | '（' if site.before().ends_with(is_cjk) => -4.0,
        'º' | 'ª' => -8.0,
        _ => 0.0,
    }
}

/// Digits before a letter of a script that has no spaces around them: counted things, mostly.
fn beside_cjk(site: &Site<'_>, after: &str) -> f32 {
    if contains_start(site.style.words.counted, after) {
        -8.0
    } else if site.before().trim_end().ends_with(is_closing) || site.style.spaced_bonus > 0.0 {
        -0.5
    } else {
        -4.0
    }
}

/// Whether what comes after a number that stands alone counts on or names it: `1, 11 and 13`,
/// `8 et 10`, `6 (Legal affairs)`, `3 a)`. A first mark may stand so, a repeat hardly ever.
pub(super) fn goes_on_counting(after: &str, words: &Words) -> bool {
    let rest = after.strip_prefix(',').unwrap_or(after).trim_start();
    let word = first_word(rest);
    let next = &rest[word.len()..];
    if contains(words.between_days, word) {
        return next.trim_start().starts_with(|c: char| c.is_ascii_digit());
    }
    rest.starts_with('(')
        || word.chars().count() == 1 && next.starts_with(')')
        || rest.starts_with(|c: char| c.is_ascii_digit())
            && !rest[digits_at_start(rest)..].starts_with('/')
}

/// Whether a text begins with the bracket of a resolution's number: a year, or Roman.
fn is_key_bracket(text: &str) -> bool {
    text.strip_prefix('(')
        .and_then(|rest| rest.get(..12).unwrap_or(rest).split_once(')'))
        .is_some_and(|(inner, _)| {
            is_year(inner) || is_roman(inner) || inner.starts_with("S-") || inner.starts_with("د-")
        })
}

/// Whether what comes after a dash is the end of a range of marks, `21` and the end of a clause.
fn is_range(rest: &str) -> bool {
    let digits = digits_at_start(rest);
    let after = rest.get(digits..).unwrap_or_default();
    (1..=3).contains(&digits)
        && (after.is_empty()
            || after.starts_with(|c: char| c.is_whitespace() || matches!(c, ',' | ';' | '.')))
}
