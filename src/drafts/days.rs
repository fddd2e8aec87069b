//! Days that a draft names and that are none, *31 February*, and those by which something is to be done that lie behind it.
//! Knows how days are written in English.
//!
//! Of 193 days and years by which the library's texts request, decide or demand something, one lies before the text, by
//! days; paragraphs that recall name such days often, and are left out.

use jiff::civil::Date;

use super::{Finding, Subject, citations::own_session, citing::Citing};
use crate::{
    document::{Act, Document, Language, Organ, Part},
    mandates::year_of_session,
};

const MONTHS: [(&str, i8); 12] = [
    ("January", 31),
    ("February", 29),
    ("March", 31),
    ("April", 30),
    ("May", 31),
    ("June", 30),
    ("July", 31),
    ("August", 31),
    ("September", 30),
    ("October", 31),
    ("November", 30),
    ("December", 31),
];

/// What stands before a day by which something is to be done.
const BY: [&str; 9] = [
    "until ",
    "by ",
    "before ",
    "later than ",
    "until the end of ",
    "by the end of ",
    "before the end of ",
    "later than the end of ",
    "prior to ",
];

pub(super) fn check(draft: &Document, found: &mut Vec<Finding>) {
    if draft.language != Language::English {
        return;
    }
    for citing in Citing::all(draft) {
        for day in days(citing.text).into_iter().filter(|day| !day.exists()) {
            found.push(citing.of(
                Subject::Day,
                format!("names {}", day.words),
                "there is no such day".to_owned(),
                "correct the day",
            ));
        }
    }
    let Some(own) = own_day(draft) else { return };
    for (index, block) in draft.blocks.iter().enumerate() {
        let above = block.parent.and_then(|parent| draft.blocks.get(parent)).unwrap_or(block);
        let act = block.opener.as_ref().or(above.opener.as_ref()).and_then(|opener| opener.act);
        let is_to_be_done = matches!(act, Some(Act::Request | Act::Decide | Act::Demand));
        if block.part != Part::Operative || !is_to_be_done {
            continue;
        }
        for day in days(&block.text) {
            let is_by =
                BY.iter().any(|by| block.text.get(..day.at).is_some_and(|t| t.ends_with(by)));
            if is_by && day.last().is_some_and(|last| last < own) {
                found.push(Finding::new(
                    Some((index, block)),
                    Subject::Day,
                    format!("says by when: {}", day.words),
                    format!("that lies before the draft, which is of {own}"),
                    "name a day that is still to come",
                ));
            }
        }
    }
}

/// The day of a draft, or the first of its session.
fn own_day(draft: &Document) -> Option<Date> {
    let first = || {
        let year = year_of_session(Organ::GeneralAssembly, own_session(draft)?)?;
        Date::new(year, 9, 1).ok()
    };
    draft.head.issued.or(draft.head.adopted).or_else(first)
}

/// *31 December 2024*, *December 2024*, *2024*, *31 February*.
struct Day<'a> {
    at: usize,
    words: &'a str,
    day: Option<i8>,
    /// Which month, from 1.
    month: Option<i8>,
    year: Option<i16>,
}

impl Day<'_> {
    fn exists(&self) -> bool {
        let (Some(day), Some(month)) = (self.day, self.month) else { return true };
        match self.year {
            Some(year) => Date::new(year, month, day).is_ok(),
            None => {
                let months = MONTHS.iter().zip(1..);
                months
                    .into_iter()
                    .any(|((_, days), number)| number == month && (1..=*days).contains(&day))
            }
        }
    }

    /// The last day that it may mean.
    fn last(&self) -> Option<Date> {
        let first = Date::new(self.year?, self.month.unwrap_or(12), 1).ok()?;
        self.day.map_or_else(
            || Some(first.last_of_month()),
            |day| Date::new(self.year?, self.month?, day).ok(),
        )
    }
}

/// The days, months and years of a text.
fn days(text: &str) -> Vec<Day<'_>> {
    let mut found = Vec::new();
    for (at, _) in text.match_indices(|c: char| c.is_ascii_alphanumeric()) {
        let is_start = !text[..at]
            .ends_with(|c: char| c.is_alphanumeric() || matches!(c, '/' | '-' | '.' | ',' | '–'));
        let is_first = found.last().is_none_or(|day: &Day<'_>| day.at + day.words.len() <= at);
        if is_start && is_first {
            found.extend(day_at(text, at));
        }
    }
    found
}

fn day_at(text: &str, at: usize) -> Option<Day<'_>> {
    let rest = text.get(at..)?;
    let digits = |text: &str| text.bytes().take_while(u8::is_ascii_digit).count();
    let ends = |rest: &str| {
        let is_part = |c: char| c.is_alphanumeric() || matches!(c, '/' | '-' | '–');
        !rest.starts_with(is_part)
    };
    let mut end = 0;
    let day = rest.get(..digits(rest)).filter(|day| matches!(day.len(), 1 | 2));
    if let Some(day) = day {
        end = day.len() + 1;
        if !rest[day.len()..].starts_with([' ', '\u{a0}']) {
            return None;
        }
        end += rest[day.len()..].chars().next().map_or(0, char::len_utf8) - 1;
    }
    let months = MONTHS.iter().zip(1..);
    let month = months.into_iter().find_map(|((name, _), number)| {
        let behind = rest.get(end..)?.strip_prefix(name)?;
        ends(behind).then_some((name.len(), number))
    });
    end += month.map_or(0, |(length, _)| length);
    if day.is_some() && month.is_none() {
        return None;
    }
    let behind = rest.get(end..)?;
    let before_year =
        if month.is_some() { behind.strip_prefix([' ', '\u{a0}']) } else { Some(behind) };
    let year = before_year.and_then(|text| {
        let digits = text.get(..digits(text)).filter(|year| year.len() == 4)?;
        let year = digits.parse().ok().filter(|year| (1945..=2100).contains(year))?;
        ends(&text[4..]).then_some((rest.len() - text.len() + 4, year))
    });
    end = year.map_or(end, |(end, _)| end);
    (month.is_some() || year.is_some()).then(|| Day {
        at,
        words: &rest[..end],
        day: day.and_then(|day| day.parse().ok()),
        month: month.map(|(_, number)| number),
        year: year.map(|(_, year)| year),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_months_and_years() {
        let words = |text: &str| {
            days(text).iter().map(|day| day.words.to_owned()).collect::<Vec<_>>().join(" | ")
        };
        assert_eq!(
            words("by 31 March 2024, in April 2025 and before the end of 2026."),
            "31 March 2024 | April 2025 | 2026"
        );
        assert_eq!(words("A/2024/15, 12345, 2024/15, 3 of May, 40 States, May Day"), "May | May");
        assert_eq!(words("30 June"), "30 June");
    }

    #[test]
    fn some_days_are_none() {
        let exists = |text: &str| days(text).iter().all(Day::exists);
        for day in [
            "31 January",
            "29 February",
            "29 February 2024",
            "30 April 2025",
            "December 2025",
            "2025",
        ] {
            assert!(exists(day), "{day}");
        }
        for day in ["30 February", "29 February 2025", "31 April 2025", "32 May", "0 June"] {
            assert!(!exists(day), "{day}");
        }
    }
}
