//! What stands to the right of a run of digits, of all that tells a footnote mark from a number
//! (grammar.md §4 B). Knows the words there, not what they weigh.

use super::{
    characters::{
        digits_at_start, is_arabic, is_cjk, is_closing, is_dash, is_key_bracket, onward,
        starts_with_year,
    },
    features::Feature,
    site::Site,
    things::is_counted_in_chinese,
};
use crate::parse::words::{Words, contains, first_word};

/// What is to the right of the run; `is_whole` where all of it is read as a mark, not its end only.
pub(super) fn right_of(site: &Site<'_>, is_whole: bool) -> Feature {
    let after = site.after();
    let mut chars = after.chars();
    let Some(next) = chars.next() else { return Feature::AtTheEnd };
    let rest = chars.as_str();
    let is_apart = is_whole && site.before().ends_with(char::is_whitespace);
    match next {
        '/' | '%' | '°' | 'º' | 'ª' => Feature::BeforeUnit,
        '(' if is_key_bracket(after) => Feature::BeforeBracketOfAKey,
        '(' | '（' if site.before().ends_with(is_cjk) => Feature::BeforeBracketInChinese,
        _ if next.is_whitespace() => before_space(site, rest, is_whole, is_apart),
        ',' | '、' | '.' | ';' | ':' | ')' => {
            before_punctuation(site, next, rest, is_whole, is_apart)
        }
        _ if is_dash(next) && is_whole && is_range(rest) => Feature::BeforeRange,
        _ if is_dash(next) => Feature::BeforeDash,
        _ if is_cjk(next) || is_arabic(next) => before_chinese(site),
        _ if next.is_alphabetic() => before_letters(site, next, is_apart),
        _ => Feature::BeforeOther,
    }
}

fn before_space(site: &Site<'_>, rest: &str, is_whole: bool, is_apart: bool) -> Feature {
    let are_thousands = digits_at_start(rest) == 3 && is_whole;
    if are_thousands && site.style.is_chinese {
        Feature::BeforeThousandsInChinese
    } else if are_thousands && !site.before().ends_with(char::is_alphabetic) {
        Feature::BeforeThousands
    } else if is_key_bracket(rest) {
        Feature::BeforeBracketOfAKey
    } else if is_apart && goes_on_counting(rest, site.style.words) {
        Feature::BeforeMoreNumbers
    } else {
        Feature::BeforeSpace
    }
}

/// What a sign behind a run says of it. Figures behind the sign make one number of the two, which is asked first:
/// a mark goes before punctuation in some languages, and a number with a comma in it is no mark in any.
fn before_punctuation(
    site: &Site<'_>,
    sign: char,
    rest: &str,
    is_whole: bool,
    is_apart: bool,
) -> Feature {
    let digits = digits_at_start(rest);
    match sign {
        ',' if digits >= 3 && !starts_with_year(rest) => Feature::BeforeCommaAndDigits,
        // Decimals where they have a comma, and lists of numbers.
        ',' if is_apart && digits > 0 => Feature::BeforeCommaAndDigits,
        '、' if digits > 0 => Feature::BeforeCommaAndDigits,
        '、' => Feature::BeforeOther,
        '.' if digits > 0 => Feature::BeforeStopAndDigits,
        '.' if is_whole
            && rest.starts_with(char::is_whitespace)
            && site.before().ends_with(is_closing) =>
        {
            Feature::BeforeStopOfALabel
        }
        ',' if is_apart && goes_on_counting(rest, site.style.words) => Feature::BeforeMoreNumbers,
        _ if site.style.words.mark_before_punctuation => Feature::BeforePunctuation,
        _ => Feature::BeforePunctuationElsewhere,
    }
}

/// Digits before a letter of a script that has no spaces around them: counted things, mostly.
fn before_chinese(site: &Site<'_>) -> Feature {
    let is_range =
        site.after().strip_prefix(['至', '到']).is_some_and(|rest| digits_at_start(rest) > 0);
    if is_range || is_counted_in_chinese(site.after(), site.style.words) {
        Feature::BeforeCountedInChinese
    } else if site.before().trim_end().ends_with(is_closing) || site.style.is_apart {
        Feature::BetweenPunctuationAndChinese
    } else {
        Feature::BeforeChinese
    }
}

fn before_letters(site: &Site<'_>, next: char, is_apart: bool) -> Feature {
    let words = site.style.words;
    let word = first_word(site.after());
    if contains(words.ordinal_endings, word) {
        Feature::BeforeOrdinal
    } else if is_apart && contains(words.after_mark, word) {
        Feature::BeforeLostSpace
    } else if is_apart && !site.before().trim_end().ends_with(is_closing) {
        Feature::BeforeLettersOfAName
    } else if next.is_uppercase() && !site.before().ends_with(char::is_alphabetic) {
        Feature::BeforeLostSpace
    } else {
        Feature::BeforeLetters
    }
}

/// Whether what comes after a number that stands alone counts on or names it: `1, 11 and 13`,
/// `8 et 10`, `6 (Legal affairs)`, `3 a)`. A first mark may stand so, a repeat hardly ever.
pub(super) fn goes_on_counting(after: &str, words: &Words) -> bool {
    let rest = after.strip_prefix(',').unwrap_or(after).trim_start();
    let word = first_word(rest);
    let next = onward(rest, word.len());
    if contains(words.between_days, word) {
        return next.trim_start().starts_with(|c: char| c.is_ascii_digit());
    }
    rest.starts_with('(')
        || word.chars().count() == 1 && next.starts_with(')')
        || rest.starts_with(|c: char| c.is_ascii_digit())
            && !onward(rest, digits_at_start(rest)).starts_with('/')
}

/// Whether what comes after a dash is the end of a range of marks, `21` and the end of a clause.
fn is_range(rest: &str) -> bool {
    let digits = digits_at_start(rest);
    let after = onward(rest, digits);
    (1..=3).contains(&digits)
        && (after.is_empty()
            || after.starts_with(|c: char| c.is_whitespace() || matches!(c, ',' | ';' | '.')))
}
