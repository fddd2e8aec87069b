//! What stands to the left of a run of digits that is read as a footnote mark as a whole, glued to
//! what is before it (grammar.md §4 B). Knows the words there, not what they weigh.

use super::{
    apart::left_of_apart,
    characters::{
        ends_with_any, ends_with_key, ends_with_roman, ends_with_year_or_key, is_cjk, is_closing,
        is_dash, is_roman, onward, up_to, without_digits,
    },
    features::Feature,
    site::Site,
    things::{is_abbreviation, numbers_one_thing},
};
use crate::parse::words::{Words, word_before};

/// What is to the left of the whole run.
pub(super) fn left_of(site: &Site<'_>) -> Feature {
    let before = site.before();
    let Some(last) = before.chars().next_back().filter(|_| !before.trim_start().is_empty()) else {
        return Feature::AtStart;
    };
    let listed = up_to(before, before.len() - last.len_utf8());
    if site.with_brackets().start < site.start {
        return in_brackets(site, listed);
    }
    let is_after_mark = site.mark_before == Some(listed.len());
    match last {
        _ if is_after_mark && (last == ',' || is_dash(last)) => Feature::BesideAMark,
        ',' | ';' | '،' | '؛' => behind_comma(site, listed, last),
        '.' => behind_stop(site, listed),
        _ if last.is_whitespace() => left_of_apart(site),
        _ if is_cjk(last) => behind_chinese(site, before, last),
        _ if last.is_alphabetic() => behind_letter(site, before, last),
        // Around the number of an Arabic sub-paragraph, ’1‘.
        '’' | '‘' | '\'' if site.after().starts_with(['’', '‘', '\'']) => Feature::AtStart,
        '、' if before.trim_end_matches('、').ends_with(|c: char| c.is_ascii_digit()) => {
            Feature::BehindOther
        }
        _ if is_closing(last) => Feature::BehindPunctuation,
        _ => Feature::BehindOther,
    }
}

/// Whether this is the old style `1/`, with its stroke, after a space or glued to punctuation.
pub(super) fn has_a_stroke(site: &Site<'_>) -> bool {
    let Some(rest) = site.after().strip_prefix('/') else { return false };
    let is_end = rest.is_empty()
        || rest.starts_with(|c: char| c.is_whitespace() || matches!(c, ',' | ';' | '.' | ':'));
    let before = site.before();
    is_end
        && before.ends_with(|c: char| c.is_whitespace() || is_closing(c))
        && !before.trim().is_empty()
}

/// What stands before digits in brackets. A style that sets marks apart has a space there, any other one has not: so a
/// space in the wrong style speaks against the mark.
fn in_brackets(site: &Site<'_>, before: &str) -> Feature {
    let Some(last) = before.chars().next_back() else { return Feature::AtStart };
    if last.is_whitespace() {
        return match site.style.is_apart {
            _ if before.trim_end().is_empty() => Feature::AtStart,
            true => Feature::InBracketsApart,
            false => Feature::InBracketsStray,
        };
    }
    if !last.is_ascii_digit() || ends_with_year_or_key(before) {
        return Feature::InBrackets;
    }
    // A bracket may belong to the number of a symbol, `MEPC.207(62)`.
    if without_digits(before).ends_with(|c: char| c == '.' || c.is_ascii_alphabetic()) {
        Feature::InBracketsOfASymbol
    } else {
        Feature::InBracketsBehindNumber
    }
}

/// What a comma before a run says of it: decimals and lists of numbers have commas, and so have clauses that end in a
/// year. Languages that set marks before punctuation have none here.
fn behind_comma(site: &Site<'_>, listed: &str, sign: char) -> Feature {
    let Some(last) = listed.chars().next_back() else { return Feature::AtStart };
    if last.is_whitespace() {
        return Feature::BehindOther;
    }
    if !last.is_ascii_digit() {
        return Feature::BehindPunctuation;
    }
    let words = site.style.words;
    if ends_with_year_or_key(listed) {
        Feature::BehindYearOrKeyAndPunctuation
    } else if matches!(sign, ';' | '؛') {
        Feature::BehindNumberAndSemicolon
    } else if !words.mark_before_punctuation
        && !is_decimal(listed, words)
        && site.digits().len() <= 2
        && (site.after().is_empty() || site.after().starts_with(char::is_whitespace))
    {
        Feature::BehindNumberAndComma
    } else {
        Feature::InADecimal
    }
}

/// Whether a comma and digits behind this text make a decimal of it, `0,7`: not behind the number
/// of a thing, `Goal 14,3`.
fn is_decimal(text: &str, words: &Words) -> bool {
    without_digits(text).ends_with(|c: char| c.is_whitespace() || c == '(')
        && !numbers_one_thing(text, words)
}

/// What a stop before a run says of it. Behind a number a run goes on with it, `11.1`; but a year or the number of a
/// resolution ends a sentence, and what follows it is a mark.
fn behind_stop(site: &Site<'_>, sentence: &str) -> Feature {
    let Some(last) = sentence.chars().next_back() else { return Feature::AtStart };
    if last.is_ascii_digit() {
        // `decision IOC-XXX/11.1` goes on; a year, or 53/144, is at the end of its sentence.
        let is_roman = without_digits(sentence).strip_suffix('/').is_some_and(ends_with_roman);
        return if ends_with_year_or_key(sentence) && !is_roman {
            Feature::BehindYearOrKeyAndPunctuation
        } else {
            Feature::BehindNumberAndStop
        };
    }
    if !last.is_alphabetic() {
        return Feature::BehindPunctuation;
    }
    let word = word_before(sentence, sentence.len());
    let is_of_a_symbol = site.after().starts_with(['(', '/'])
        || up_to(sentence, sentence.len() - word.len()).ends_with('/')
        || is_roman(word);
    if is_abbreviation(word) {
        Feature::BehindAbbreviation
    } else if is_of_a_symbol {
        Feature::BehindStopOfASymbol
    } else if word.chars().count() == 1 {
        Feature::BehindInitial
    } else {
        Feature::BehindPunctuation
    }
}

fn behind_chinese(site: &Site<'_>, before: &str, last: char) -> Feature {
    let words = site.style.words;
    let listed = before.trim_end_matches(['和', '至', '或', '及']);
    let is_listed = listed.len() < before.len() && listed.ends_with(|c: char| c.is_ascii_digit());
    // `5月2至4日`.
    let is_day = last == '月' && site.after().starts_with(['至', '和', '、', '日', '-', '–']);
    if is_listed || is_day || ends_with_any(words.numbered, before) {
        Feature::NumberedInChinese
    } else if ends_with_any(words.weak_hosts, before) {
        Feature::BehindWeakHost
    } else {
        Feature::BehindChinese
    }
}

fn behind_letter(site: &Site<'_>, before: &str, last: char) -> Feature {
    let letters = last_letters(before);
    let is_one_capital = last.is_uppercase() && letters.len() == last.len_utf8();
    if is_one_capital {
        let preceding = up_to(before, before.len() - letters.len()).trim_end();
        return if preceding.is_empty() && site.after().trim().is_empty() {
            Feature::BehindPartLetter
        } else if ends_with_key(preceding) {
            Feature::BehindLetterOfAKey
        } else {
            Feature::BehindOneCapital
        };
    }
    if is_of_a_name(letters) { Feature::InAName } else { Feature::BehindLetters }
}

/// The letters and digits a text ends in, no more than eight of them.
fn last_letters(text: &str) -> &str {
    let start = text
        .char_indices()
        .rev()
        .take(8)
        .take_while(|(_, c)| c.is_alphanumeric())
        .last()
        .map_or(text.len(), |(at, _)| at);
    onward(text, start)
}

/// Whether letters and the number behind them are mostly one name: `CO2`, `UF6`, `UN80`, `H1N1`,
/// `m3`. No list of names would ever end; where a footnote is due, the order of marks decides.
fn is_of_a_name(letters: &str) -> bool {
    let count = letters.chars().count();
    let is_capital = |c: char| c.is_uppercase() || c.is_ascii_digit();
    count == 1
        || letters.chars().all(is_capital)
            && (count == 2 || letters.bytes().any(|b| b.is_ascii_digit()))
}
