//! Annotations as a table for a spreadsheet (RFC 4180), in the words of those who use one. Knows what a
//! spreadsheet would run, and lets none of it through.

use super::Noted;
use crate::{annotations::Verdict, text::printable};

/// How the table is written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct CsvShape {
    /// A row for each tag of an annotation, to be counted and filtered by it; else one for each
    /// annotation, its tags in one cell.
    pub has_tag_a_row: bool,
    /// The mark at the beginning by which Excel knows UTF-8.
    pub has_byte_order_mark: bool,
}

const COLUMNS: usize = 15;

/// A row of names, and the annotations.
#[must_use]
pub fn annotations_csv(all: &[Noted], shape: CsvShape) -> String {
    let mut rows =
        csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer(Vec::new());
    let mut write = |cells: [&str; COLUMNS]| {
        // Writing to memory cannot fail, and all rows are of one length.
        let _ = rows.write_record(cells.map(harmless));
    };
    write(names(shape));
    for noted in all {
        let tags = &noted.annotation.tags;
        if shape.has_tag_a_row && !tags.is_empty() {
            tags.iter().for_each(|tag| write(cells(noted, tag)));
        } else {
            write(cells(noted, &tags.join("; ")));
        }
    }
    let table = String::from_utf8(rows.into_inner().unwrap_or_default()).unwrap_or_default();
    if shape.has_byte_order_mark { format!("\u{feff}{table}") } else { table }
}

const fn names(shape: CsvShape) -> [&'static str; COLUMNS] {
    let tags = if shape.has_tag_a_row { "tag" } else { "tags" };
    [
        "symbol", "title", "date", "citation", "place", "quote", tags, "note", "colour", "found",
        "author", "created", "modified", "file", "id",
    ]
}

fn cells<'a>(noted: &'a Noted, tags: &'a str) -> [&'a str; COLUMNS] {
    let a = &noted.annotation;
    let or_nothing = |value: &'a Option<String>| value.as_deref().unwrap_or_default();
    [
        or_nothing(&noted.symbol),
        or_nothing(&noted.title),
        or_nothing(&noted.adopted),
        &noted.citation,
        &noted.paragraph,
        &noted.quote,
        tags,
        &a.note,
        or_nothing(&a.colour),
        found(noted.verdict),
        &a.author,
        &a.created,
        &a.modified,
        &noted.source,
        &a.id,
    ]
}

/// What became of its place.
const fn found(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Exact => "found as it was",
        Verdict::Moved => "found elsewhere",
        Verdict::Edited => "found, words changed",
        Verdict::Orphan => "not found",
    }
}

/// A spreadsheet takes a cell that begins so for a formula, and runs it (OWASP, CSV injection); some
/// pass over white space before it, and some take the full-width signs of East Asia for the same.
pub(super) fn harmless(value: &str) -> String {
    let value = printable::lines(value);
    let is_formula = value.trim_start().starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠']);
    if is_formula || value.starts_with('\t') { format!("'{value}") } else { value.into_owned() }
}
