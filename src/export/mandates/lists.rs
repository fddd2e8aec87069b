//! Mandates for people, one a line, and as JSON. The names of JSON's fields are a promise.

use serde::Serialize;

use super::FoundMandate;
use crate::text::{printable, shortened};

/// How many characters a line has for what is asked.
const WORDS: usize = 90;

/// One a line: place, when, who, what. The first line says that a machine found them.
#[must_use]
pub fn mandates_text(all: &[FoundMandate]) -> String {
    if all.is_empty() {
        return String::new();
    }
    let mut out = format!("{} mandates, found by machine: check before use\n", all.len());
    for found in all {
        let place = match &found.symbol {
            Some(symbol) => format!("{symbol}, {}", found.mandate.cite),
            None => format!("{}, {}", printable::line(&found.file), found.mandate.cite),
        };
        let who = shortened(found.who(), 40);
        let words = shortened(&found.in_words(), WORDS);
        let line = [place, found.due(), who, words].join(" · ");
        out.push_str(&printable::line(&line));
        out.push('\n');
    }
    out
}

/// One mandate as JSON. Offsets count Unicode scalar values of `text`.
#[derive(Serialize)]
struct Row<'a> {
    file: &'a str,
    symbol: Option<&'a str>,
    citation: String,
    act: &'static str,
    verb: &'a str,
    who: Option<&'a str>,
    who_text: &'a str,
    #[serde(rename = "do")]
    task: &'a str,
    what: &'static str,
    about: &'a str,
    to: Option<&'a str>,
    session: Option<u16>,
    year: Option<i16>,
    date: Option<String>,
    every: Option<String>,
    renews: Option<&'a str>,
    text: &'a str,
    range: [usize; 2],
}

/// A list of objects (contract §5.5).
#[must_use]
pub fn mandates_json(all: &[FoundMandate]) -> String {
    let rows: Vec<Row<'_>> = all.iter().map(row).collect();
    // Strings and numbers can all be written.
    let mut out = serde_json::to_string_pretty(&rows).unwrap_or_default();
    out.push('\n');
    out
}

fn row(found: &FoundMandate) -> Row<'_> {
    let mandate = &found.mandate;
    let count = |end: usize| found.text.get(..end).map_or(0, |words| words.chars().count());
    Row {
        file: &found.file,
        symbol: found.symbol.as_deref(),
        citation: mandate.cite.to_string(),
        act: mandate.act.name(),
        verb: &mandate.verb,
        who: mandate.who.as_deref(),
        who_text: &mandate.who_text,
        task: &mandate.task,
        what: mandate.what.name(),
        about: &mandate.about,
        to: mandate.to.as_deref(),
        session: mandate.session,
        year: mandate.year,
        date: mandate.date.map(|date| date.to_string()),
        every: mandate.every.map(crate::mandates::Every::name),
        renews: mandate.renews.as_deref(),
        text: &found.text,
        range: [count(mandate.range.start), count(mandate.range.end)],
    }
}
