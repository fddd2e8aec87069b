//! Spans of time: within how many days or months of the adoption something is due, and every how many of them.
//! Knows how they are put together, not their words.

use std::ops::Range;

use jiff::{Span, civil::Date};

use super::{
    mandate::{Every, Unit},
    numbers,
    tokens::Token,
    words::Words,
};

/// So many days, months or years, and the word behind them.
fn span_at(words: &Words, text: &[Token], at: usize) -> Option<(Every, usize)> {
    let token = text.get(at)?;
    let digits = token.word().parse::<u16>().ok().map(|number| (number, at + 1));
    let (number, mut behind) = digits.or_else(|| counted(words, text, at))?;
    // *Five (5) months*.
    let is = |at: usize, sign: &str| text.get(at).is_some_and(|token| token.is_one_of(&[sign]));
    behind += if is(behind, "(") && is(behind + 2, ")") { 3 } else { 0 };
    // *Five working days* are no five days.
    if (1..=999).contains(&number) {
        behind += usize::from(text.get(behind).is_some_and(|t| t.is_one_of(&["calendar", "full"])));
        let (length, (count, unit)) = words.units.at(text, behind)?;
        return Some((Every { count: number.checked_mul(count)?, unit }, behind + length));
    }
    None
}

/// A number in words, *twenty-four*, and the word behind it.
fn counted(words: &Words, text: &[Token], at: usize) -> Option<(u16, usize)> {
    if let Some((length, number)) = words.counts.at(text, at) {
        return Some((number, at + length));
    }
    let (number, behind) = numbers::from(words, text, at).filter(|(number, _)| *number >= 20)?;
    match words.counts.at(text, behind) {
        Some((length, units)) if units < 10 && number % 10 == 0 => {
            Some((number + units, behind + length))
        }
        _ => Some((number, behind)),
    }
}

/// How often: *every 90 days*.
pub(super) fn every(words: &Words, text: &[Token], at: usize) -> Option<(usize, Every)> {
    let (length, ()) = words.each.at(text, at)?;
    let (every, behind) = span_at(words, text, at + length)?;
    let is_year = every.unit == Unit::Month && every.count % 12 == 0;
    let in_years = Every { count: every.count / 12, unit: Unit::Year };
    Some((behind - at, if is_year { in_years } else { every }))
}

/// The day that is so far from the adoption: *within 30 days of the adoption of this resolution*, and *in twelve
/// months*, where `is_told` says that nothing else can be meant.
pub(super) fn due(
    words: &Words,
    adopted: Option<Date>,
    text: &[Token],
    within: Range<usize>,
    is_told: bool,
) -> Option<Date> {
    let adopted = adopted?;
    within.clone().find_map(|at| {
        let (span, behind) = span_at(words, text, at)?;
        let near = behind..within.end.min(behind + 9);
        let counts_from_adoption =
            words.adoption.find(text, near).is_some() && words.since.at(text, behind).is_some();
        let is_within = (1..=5.min(at - within.start)).any(|back| {
            words.within.at(text, at - back).is_some_and(|(length, ())| length == back)
        });
        // *Within 30 days of receipt*, *every 30 days*.
        let is_other = words.since.at(text, behind).is_some();
        let is_due = counts_from_adoption || is_told && is_within && !is_other;
        is_due.then(|| adopted.checked_add(length(span)).ok())?
    })
}

fn length(span: Every) -> Span {
    let count = i64::from(span.count);
    match span.unit {
        Unit::Day => Span::new().days(count),
        Unit::Month => Span::new().months(count),
        Unit::Year => Span::new().years(count),
    }
}
