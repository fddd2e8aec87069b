//! Mandates as a calendar (RFC 5545): an event for each that has a day, a session or a year. Lines of at most
//! 75 octets; names of events that stay the same, so that a second import changes nothing.

use std::{collections::HashMap, fmt::Write as _};

use jiff::{ToSpan as _, civil::Date};

use super::FoundMandate;
use crate::{
    document::Organ,
    mandates::{Mandate, Unit, opening_of_session},
    text::{printable, shortened},
};

/// The calendar of all that has a due date.
#[must_use]
pub fn mandates_ics(all: &[FoundMandate]) -> String {
    let mut out = String::new();
    for words in
        ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//seized//mandates//EN", "CALSCALE:GREGORIAN"]
    {
        line(&mut out, words);
    }
    let mut counts: HashMap<(&str, String), usize> = HashMap::new();
    for found in all {
        let name = found.symbol.as_deref().unwrap_or(&found.file);
        let place = (name, found.mandate.cite.to_string());
        let index = counts.entry(place).or_default();
        *index += 1;
        let Some(day) = day(&found.mandate, found.organ) else { continue };
        event(&mut out, found, *index, day);
    }
    line(&mut out, "END:VCALENDAR");
    out
}

/// The day of an event: its date; the opening of its session; the last day of its year.
fn day(mandate: &Mandate, organ: Option<Organ>) -> Option<Date> {
    if let Some(date) = mandate.date {
        return Some(date);
    }
    let year = mandate.year?;
    let named = mandate.to.as_deref();
    let organs =
        [Organ::GeneralAssembly, Organ::EconomicAndSocialCouncil, Organ::HumanRightsCouncil];
    let whose = match named {
        Some("Main Committees") => Some(Organ::GeneralAssembly),
        Some(named) => organs.into_iter().find(|organ| organ.name() == named),
        None => organ,
    };
    let opening =
        mandate.session.and_then(|session| opening_of_session(whose?, Some(session), year));
    opening.or_else(|| Date::new(year, 12, 31).ok())
}

fn event(out: &mut String, found: &FoundMandate, index: usize, day: Date) {
    let mandate = &found.mandate;
    let name = found.symbol.as_deref().unwrap_or(&found.file);
    let stamp = found.adopted.unwrap_or(day);
    let next = day.checked_add(1.day()).unwrap_or(day);
    let summary = format!("{}: {}", found.who(), found.in_words());
    let description =
        format!("{name}, {}. Found by machine: check before use.\n{}", mandate.cite, found.text);
    line(out, "BEGIN:VEVENT");
    line(out, &format!("UID:{}", identity(name, &mandate.cite.to_string(), index)));
    line(out, &format!("DTSTAMP:{}T000000Z", compact(stamp)));
    line(out, &format!("DTSTART;VALUE=DATE:{}", compact(day)));
    line(out, &format!("DTEND;VALUE=DATE:{}", compact(next)));
    if let Some(every) = mandate.every {
        let unit = match every.unit {
            Unit::Day => "DAILY",
            Unit::Month => "MONTHLY",
            Unit::Year => "YEARLY",
        };
        line(out, &format!("RRULE:FREQ={unit};INTERVAL={};COUNT=5", every.count));
    }
    line(out, &format!("SUMMARY:{}", escaped(&shortened(&summary, 160))));
    line(out, &format!("DESCRIPTION:{}", escaped(&description)));
    line(out, &format!("CATEGORIES:{}", mandate.what.name()));
    line(out, "TRANSP:TRANSPARENT");
    line(out, "END:VEVENT");
}

/// A name of an event that is the same whenever it is made: of the symbol, the citation and a number.
fn identity(name: &str, cite: &str, index: usize) -> String {
    let mut out = String::new();
    for c in format!("{name}-{cite}-{index}").chars() {
        match c {
            c if c.is_ascii_alphanumeric() || "-._".contains(c) => out.push(c),
            '/' | ' ' | '(' | ')' | '#' => out.push('-'),
            // Writing to a String cannot fail.
            c => drop(write!(out, "u{:x}", u32::from(c))),
        }
    }
    format!("{out}@seized")
}

fn compact(date: Date) -> String {
    format!("{:04}{:02}{:02}", date.year(), date.month(), date.day())
}

/// Text as a value: commas, semicolons, backslashes and ends of lines escaped.
fn escaped(text: &str) -> String {
    let mut out = String::new();
    for c in printable::lines(text).chars() {
        match c {
            '\\' | ',' | ';' => out.extend(['\\', c]),
            '\n' => out.push_str("\\n"),
            '\r' => {}
            c => out.push(c),
        }
    }
    out
}

/// A line and its end, folded: no stretch has more than 75 octets, none is cut within a character.
fn line(out: &mut String, text: &str) {
    let mut room = 75;
    for c in text.chars() {
        if c.len_utf8() > room {
            out.push_str("\r\n ");
            room = 74;
        }
        out.push(c);
        room -= c.len_utf8();
    }
    out.push_str("\r\n");
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_lines_are_folded_between_characters() {
        let mut out = String::new();
        let text = "é".repeat(80);
        line(&mut out, &text);
        assert!(out.split("\r\n").all(|line| line.len() <= 75), "{out}");
        assert_eq!(out.replace("\r\n ", "").trim_end(), text);
    }

    #[test]
    fn what_has_a_meaning_is_escaped() {
        assert_eq!(escaped("a, b; c\\d\ne"), "a\\, b\\; c\\\\d\\ne");
        assert_eq!(identity("A/RES/72/247", "OP9(a)", 1), "A-RES-72-247-OP9-a--1@seized");
    }
}
