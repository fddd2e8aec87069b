//! What stands to the left of a mark that is the end of a run of digits: a number, whose last digits
//! may be one (grammar.md §4 B). Knows the words there and how many resolutions a session had, not
//! what they weigh.

use super::{
    characters::{ends_with_roman, is_dash, is_year, without_digits},
    features::Feature,
    right_of_run::goes_on_counting,
    site::Site,
    things::leads_to_month,
};
use crate::{
    document::Symbol,
    parse::words::{Words, contains, word_before},
};

/// No session of the General Assembly has more than some 330 resolutions, no year of a council 400.
const MOST_RESOLUTIONS: u32 = 400;
/// Decisions are numbered from 401 in each session, and in none up to 700.
const MOST_DECISIONS: u32 = 699;

/// What is to the left of the last digits of the run, `kept` being those that stay a number; and
/// what the number as a whole may be besides.
pub(super) fn left_of_end(site: &Site<'_>, kept: &str) -> (Feature, Option<Feature>) {
    let before = site.before();
    let last = before.chars().next_back();
    if let Some(session) = before.strip_suffix('/') {
        return (behind_stroke(site, session, kept), None);
    }
    if is_year(kept) {
        return (behind_year(site, last), None);
    }
    let is_a_number = matches!(last, None | Some(' ' | '\u{a0}' | '('));
    let place = match last {
        Some(sign) if is_dash(sign) => Feature::BehindNumberAndDash,
        _ if !is_a_number => Feature::EndOfOtherDigits,
        _ if site.style.words.mark_before_punctuation && site.after().starts_with([',', ';']) => {
            Feature::EndOfANumberBeforePunctuation
        }
        _ => Feature::EndOfANumber,
    };
    // Long numbers are those of treaties and documents.
    let is_long = kept.len() >= 4;
    let is_other = is_a_number && (is_long || is_date(site) || is_counting(site));
    (place, is_other.then_some(Feature::OfALongNumberOrDate))
}

fn behind_year(site: &Site<'_>, last: Option<char>) -> Feature {
    let words = site.style.words;
    let before = site.before();
    let preceding = word_before(before, before.trim_end().len());
    let is_dated = last.is_some_and(is_dash)
        || words.month(preceding).is_some()
        || contains(words.before_year, preceding);
    if is_dated { Feature::BehindDatedYear } else { Feature::BehindYear }
}

/// Whether the run as it stands is a year, or the day of a month.
fn is_date(site: &Site<'_>) -> bool {
    let words = site.style.words;
    is_year(site.digits())
        || (site.digits().len() <= 2 && leads_to_month(site.after(), site.digits(), words))
}

/// `43 per cent`, `paragraphs 11 to 21`: all of the run counts, or is one of several numbers.
fn is_counting(site: &Site<'_>) -> bool {
    let words = site.style.words;
    let before = site.before().trim_end();
    let after = site.after().trim_start();
    let preceding = word_before(before, before.len());
    let listed = before.strip_suffix(preceding).unwrap_or_default().trim_end();
    words.is_counted(after)
        || contains(words.between_days, preceding) && is_last_of_a_list(listed, words)
        || contains(words.numbered, word_before(before, before.len()))
            && !after.starts_with('(')
            && goes_on_counting(after, words)
}

/// Whether a text ends in the number of one of several things, as before `to 21`: `paragraphs 11`.
fn is_last_of_a_list(text: &str, words: &Words) -> bool {
    let before = without_digits(text).trim_end();
    before.len() < text.len()
        && text.ends_with(|c: char| c.is_ascii_digit())
        && contains(words.numbered, word_before(before, before.len()))
}

/// After `N/`: 59/3009 is 59/300 and footnote 9; 52/492 is a decision; A/71/644 a symbol.
fn behind_stroke(site: &Site<'_>, before: &str, kept: &str) -> Feature {
    let head = without_digits(before);
    let session = before.get(head.len()..).unwrap_or_default();
    let run = site.digits();
    if is_year(run) {
        return Feature::EndOfAYearBehindStroke;
    }
    if session.is_empty() && ends_with_roman(head) {
        return if run.len() >= 4 {
            Feature::EndOfALongTreatyDecision
        } else {
            Feature::EndOfATreatyDecision
        };
    }
    if session.is_empty() || head.ends_with(|c: char| c == '/' || c == '.' || c.is_alphabetic()) {
        return Feature::EndOfASymbol;
    }
    if contains(site.style.words.decision, word_before(head, head.trim_end().len())) {
        return Feature::EndOfADecision;
    }
    of_resolution(session, run, kept)
}

/// What the digits after the stroke of a resolution's number are, if `kept` is all of it.
fn of_resolution(session: &str, run: &str, kept: &str) -> Feature {
    let value: u32 = run.parse().unwrap_or(u32::MAX);
    let is_large = value > MOST_RESOLUTIONS;
    // Two digits say nothing: `OC-16/99` is of a body that is not known here.
    if run.len() >= 3 && !could_exist(session, run) && could_exist(session, kept) {
        Feature::EndOfMoreThanTheSessionHad
    } else if run.len() >= 4 || value > MOST_DECISIONS {
        if kept.parse().is_ok_and(|n: u32| n <= MOST_RESOLUTIONS) {
            Feature::EndOfMoreThanAnySessionHad
        } else {
            Feature::EndOfFarMore
        }
    } else {
        match (is_year(session), is_large) {
            (true, true) => Feature::EndOfMoreThanAYearHad,
            (true, false) => Feature::EndOfAKeyOfAYear,
            (false, true) => Feature::EndOfMoreThanUsual,
            (false, false) => Feature::EndOfAKey,
        }
    }
}

/// Whether the General Assembly or the Human Rights Council has such a number in that session.
fn could_exist(session: &str, number: &str) -> bool {
    ["A/RES", "A/DEC", "A/HRC/RES"]
        .iter()
        .any(|body| Symbol::new(format!("{body}/{session}/{number}")).could_exist())
}
