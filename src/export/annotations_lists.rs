//! Annotations as lists: Markdown, JSON. Each with its quote and its citation.

use std::fmt::Write as _;

use serde_json::{Value, json};

use super::markdown::escaped;
use crate::{
    annotations::{Annotation, Verdict},
    text::printable,
};

/// An annotation with what is known of its place.
#[derive(Clone, Debug)]
pub struct Noted {
    /// The name of the source, as a path.
    pub source: String,
    /// The symbol of the document.
    pub symbol: Option<String>,
    /// Its title.
    pub title: Option<String>,
    /// The day it was adopted, `2017-12-24`.
    pub adopted: Option<String>,
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

/// A heading for each document; below it a quotation for each annotation, its citation after it.
#[must_use]
pub fn annotations_markdown(all: &[Noted]) -> String {
    let mut out = String::new();
    let mut source = None;
    for noted in all {
        // Writing to a String cannot fail.
        if source != Some(&noted.source) {
            source = Some(&noted.source);
            let title = noted.title.as_deref().map(|title| format!(": {}", escaped(title)));
            let name = noted.symbol.as_ref().unwrap_or(&noted.source);
            let _ = writeln!(out, "## {}{}\n", escaped(name), title.unwrap_or_default());
        }
        markdown_of(&mut out, noted);
    }
    out
}

fn markdown_of(out: &mut String, noted: &Noted) {
    let Noted { citation, quote, annotation, .. } = noted;
    let quoted = escaped(quote).replace('\n', "\n> ");
    let _ = writeln!(out, "> {quoted}\n>\n> — {}\n", escaped(citation));
    if !annotation.tags.is_empty() {
        let tags: Vec<String> =
            annotation.tags.iter().map(|tag| verbatim(&printable::line(tag))).collect();
        let _ = writeln!(out, "Tags: {}\n", tags.join(", "));
    }
    if !annotation.note.is_empty() {
        let _ = writeln!(out, "{}\n", written(annotation.note.trim_end()));
    }
    if matches!(noted.verdict, Verdict::Edited | Verdict::Orphan) {
        let _ = writeln!(out, "*{}: look again*\n", noted.verdict_name());
    }
    if let Some(with) = &annotation.conflict {
        let _ = writeln!(out, "*conflict: {}*\n", escaped(with));
    }
}

/// A note is a person's own and may be Markdown, but not HTML, which runs, nor code, which would hide
/// the rest of the list.
fn written(note: &str) -> String {
    note.replace('&', "&amp;").replace('<', "&lt;").replace('`', "\\`")
}

/// Text as code, fenced by more backticks than it has in a row.
fn verbatim(text: &str) -> String {
    let most = text.split(|c| c != '`').map(str::len).max().unwrap_or(0);
    let fence = "`".repeat(most + 1);
    let space = if most > 0 { " " } else { "" };
    format!("{fence}{space}{text}{space}{fence}")
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
    format!("{}\n", printable::json(&format!("{:#}", Value::Array(list))))
}
