//! Mandates as a table for a spreadsheet (RFC 4180), with the byte order mark by which spreadsheets know
//! UTF-8.

use super::{super::annotations_csv::harmless, FoundMandate};

const NAMES: [&str; 17] = [
    "when", "who", "what", "about", "do", "to", "session", "year", "date", "every", "act", "verb",
    "renews", "symbol", "citation", "file", "text",
];

/// A row of names, and the mandates.
#[must_use]
pub fn mandates_csv(all: &[FoundMandate]) -> String {
    let mut rows =
        csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer(Vec::new());
    // Writing to memory cannot fail, and all rows are of one length.
    let _ = rows.write_record(NAMES);
    for found in all {
        let mandate = &found.mandate;
        let or_nothing = |value: Option<String>| value.unwrap_or_default();
        let cells: [String; 17] = [
            found.due(),
            found.who().to_owned(),
            mandate.what.name().to_owned(),
            mandate.about.clone(),
            mandate.task.clone(),
            or_nothing(mandate.to.clone()),
            or_nothing(mandate.session.map(|session| session.to_string())),
            or_nothing(mandate.year.map(|year| year.to_string())),
            or_nothing(mandate.date.map(|date| date.to_string())),
            or_nothing(mandate.every.map(crate::mandates::Every::name)),
            mandate.act.name().to_owned(),
            mandate.verb.clone(),
            or_nothing(mandate.renews.clone()),
            or_nothing(found.symbol.clone()),
            mandate.cite.to_string(),
            found.file.clone(),
            found.text.clone(),
        ];
        let _ = rows.write_record(cells.iter().map(|cell| harmless(cell)));
    }
    let table = String::from_utf8(rows.into_inner().unwrap_or_default()).unwrap_or_default();
    format!("\u{feff}{table}")
}
