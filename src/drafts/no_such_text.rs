//! Citations that are read as none because there is no such text: a number that no session had, *resolution 74/1999*, or one
//! that was not of that year, *resolution 74/144 of 18 December 2018*. Knows the words of citations in English, and numbers.

use std::ops::Range;

use jiff::civil::Date;

use super::{
    Finding,
    citations::{day_behind, off_session},
    citing::Citing,
};
use crate::document::{Document, Language, Organ, Symbol};

/// How far before a number the word may stand that says what it is one of, in bytes.
const BEFORE: usize = 80;

/// Adds what is to be said of them, in English drafts.
pub(super) fn check(draft: &Document, found: &mut Vec<Finding>) {
    if draft.language != Language::English {
        return;
    }
    for citing in Citing::all(draft) {
        for (range, number) in numbers(citing.text) {
            let is_read = |known: &Range<usize>| known.start < range.end && range.start < known.end;
            if citing.references.iter().any(|reference| is_read(&reference.range)) {
                continue;
            }
            let Some((what, why, advice)) = wrong(draft, citing.text, &range, &number) else {
                continue;
            };
            found.push(citing.finding(what, why, advice));
        }
    }
}

/// The first session of the General Assembly whose resolutions are numbered *31/1*.
pub(super) const FIRST_SESSION: u16 = 31;

/// Words for bodies that number their resolutions and decisions by sessions as the General Assembly does.
const OTHER_BODIES: [&str; 14] = [
    "commission",
    "committee",
    "conference",
    "board",
    "environment",
    "habitat",
    "health",
    "parties",
    "working group",
    "governing council",
    "congress",
    "union",
    "organization for",
    "agency",
];

/// What is cited, and why it cannot be.
fn wrong(
    draft: &Document,
    text: &str,
    range: &Range<usize>,
    number: &Number,
) -> Option<(String, String, &'static str)> {
    let mut start = range.start.saturating_sub(BEFORE);
    while !text.is_char_boundary(start) {
        start += 1;
    }
    let before = text[start..range.start].to_lowercase();
    let resolution = before.rfind("resolution");
    let decision = before.rfind("decision");
    let noun = resolution.max(decision)?;
    // Behind the noun nothing but other numbers, days and what joins them.
    let joins = ["resolutions", "resolution", "decisions", "decision", "and", "of", "to", "its"];
    let is_joint = |word: &str| {
        let bare = word.trim_matches([',', '(', ')']);
        joins.contains(&bare)
            || bare.is_empty()
            || bare.starts_with(|c: char| c.is_ascii_digit())
            || MONTHS.contains(&bare)
    };
    if !before[noun..].split_whitespace().all(is_joint) {
        return None;
    }
    let many = || "no session or year had that many".to_owned();
    match number {
        Number::OfYear { number, year } => {
            let is_council = before.contains("security council")
                || draft.head.organ == Some(Organ::SecurityCouncil);
            let symbol = Symbol::new(format!("S/RES/{number} ({year})"));
            (is_council && !symbol.could_exist())
                .then(|| (format!("cites {symbol}"), many(), "look the number up"))
        }
        Number::InSession { session, number } => {
            // Other bodies have sessions as well; and the General Assembly counts so since its thirty-first.
            let whole = text.to_lowercase();
            let is_of_council = before.contains("human rights council")
                || draft.head.organ == Some(Organ::HumanRightsCouncil);
            if OTHER_BODIES.iter().any(|other| whole.contains(other))
                || *session < FIRST_SESSION && !is_of_council
            {
                return None;
            }
            let bodies: &[&str] = match is_of_council {
                true => &["A/HRC/RES", "A/HRC/DEC", "A/RES", "A/DEC"],
                false => &["A/RES", "A/DEC"],
            };
            let mut symbols =
                bodies.iter().map(|body| Symbol::new(format!("{body}/{session}/{number}")));
            let Some(symbol) = symbols.find(Symbol::could_exist) else {
                return Some((format!("cites {session}/{number}"), many(), "look the number up"));
            };
            let day: Date = day_behind(draft.language, &text[range.end..])?;
            let why = off_session(symbol.adopted_text()?, day)?;
            Some((format!("cites {symbol} as of {day}"), why, "look the day up"))
        }
    }
}

const MONTHS: [&str; 12] = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];

/// A number that a resolution may have.
enum Number {
    /// *74/144*.
    InSession { session: u16, number: u16 },
    /// *2334 (2016)*.
    OfYear { number: u16, year: u16 },
}

/// All such numbers of a text that are no parts of symbols.
fn numbers(text: &str) -> Vec<(Range<usize>, Number)> {
    let mut found = Vec::new();
    let mut from = 0;
    while let Some(at) = text[from..].find(|c: char| c.is_ascii_digit()).map(|at| from + at) {
        let digits = |at: usize| {
            let length = text[at..].bytes().take_while(u8::is_ascii_digit).count();
            (at + length, text[at..at + length].parse::<u16>().ok())
        };
        let (end, first) = digits(at);
        from = end;
        let is_part = |c: char| c.is_alphanumeric() || matches!(c, '/' | '-' | '.' | '–');
        if text[..at].ends_with(is_part) {
            continue;
        }
        let Some(first) = first else { continue };
        if text[end..].starts_with('/') && (1..=130).contains(&first) {
            let (close, second) = digits(end + 1);
            let goes_on = text[close..].starts_with(|c: char| c.is_alphanumeric() || c == '/');
            from = close;
            if let Some(number) = second.filter(|_| !goes_on) {
                found.push((at..close, Number::InSession { session: first, number }));
            }
        } else if text[end..].starts_with(" (") {
            let (close, second) = digits(end + 2);
            let year = second.filter(|year| (1946..=2100).contains(year));
            if let Some(year) = year.filter(|_| text[close..].starts_with(')')) {
                found.push((at..close + 1, Number::OfYear { number: first, year }));
            }
        }
    }
    found
}
