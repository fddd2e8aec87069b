//! Annotations as lists: Markdown, CSV, JSON. Each with its quote and its citation.

use std::fmt::Write as _;

use serde_json::{Value, json};

use crate::annotations::{Annotation, Verdict};

/// An annotation with what is known of its place.
#[derive(Clone, Debug)]
pub struct Noted {
    /// The name of the source, as a path.
    pub source: String,
    /// The citation in print: `A/RES/72/247, para. 14`.
    pub citation: String,
    /// The citation it has now: `OP14`.
    pub paragraph: String,
    /// How sure the place is.
    pub verdict: Verdict,
    /// The words it is on, as the source has them now; for an orphan, as they were.
    pub quote: String,
    /// The annotation.
    pub annotation: Annotation,
}

impl Noted {
    /// The verdict in a word.
    #[must_use]
    pub const fn verdict_name(&self) -> &'static str {
        match self.verdict {
            Verdict::Exact => "exact",
            Verdict::Moved => "moved",
            Verdict::Edited => "edited",
            Verdict::Orphan => "orphan",
        }
    }
}

/// A quotation for each, its citation below it.
#[must_use]
pub fn annotations_markdown(all: &[Noted]) -> String {
    let mut out = String::new();
    for noted in all {
        let Noted { citation, quote, annotation, .. } = noted;
        let _ = writeln!(out, "> {}\n>\n> — {citation}\n", quote.replace('\n', "\n> "));
        if !annotation.tags.is_empty() {
            let tags: Vec<String> = annotation.tags.iter().map(|tag| format!("`{tag}`")).collect();
            let _ = writeln!(out, "Tags: {}\n", tags.join(", "));
        }
        if !annotation.note.is_empty() {
            let _ = writeln!(out, "{}\n", annotation.note);
        }
        if matches!(noted.verdict, Verdict::Edited | Verdict::Orphan) {
            let _ = writeln!(out, "*{}: look again*\n", noted.verdict_name());
        }
    }
    out
}

/// A row for each, with a row of names first (RFC 4180).
#[must_use]
pub fn annotations_csv(all: &[Noted]) -> String {
    let mut out = String::from(
        "source,citation,paragraph,verdict,quote,tags,note,colour,author,created,modified,id\r\n",
    );
    for noted in all {
        let a = &noted.annotation;
        let tags = a.tags.join("; ");
        let cells = [
            &noted.source,
            &noted.citation,
            &noted.paragraph,
            noted.verdict_name(),
            &noted.quote,
            &tags,
            &a.note,
            a.colour.as_deref().unwrap_or_default(),
            &a.author,
            &a.created,
            &a.modified,
            &a.id,
        ];
        out.push_str(&cells.map(cell).join(","));
        out.push_str("\r\n");
    }
    out
}

fn cell(value: &str) -> String {
    // A spreadsheet takes a cell that begins so for a formula, and runs it.
    let is_formula = value.starts_with(['=', '+', '-', '@']);
    let value = if is_formula { format!("'{value}") } else { value.to_owned() };
    if value.contains([',', '"', '\n', '\r', ';']) {
        return format!("\"{}\"", value.replace('"', "\"\""));
    }
    value
}

/// A list of objects.
#[must_use]
pub fn annotations_json(all: &[Noted]) -> String {
    let list: Vec<Value> = all
        .iter()
        .map(|noted| {
            let a = &noted.annotation;
            json!({
                "id": a.id, "source": noted.source, "citation": noted.citation,
                "paragraph": noted.paragraph, "verdict": noted.verdict_name(),
                "quote": noted.quote, "tags": a.tags, "note": a.note, "colour": a.colour,
                "author": a.author, "created": a.created, "modified": a.modified,
            })
        })
        .collect();
    format!("{:#}\n", Value::Array(list))
}
