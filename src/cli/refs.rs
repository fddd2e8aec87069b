//! `seized refs`: every citation of another document, resolved.

use std::{fmt::Write as _, path::PathBuf};

use clap::{Args, ValueEnum};
use serde::Serialize;

use super::{
    Outcome,
    answer::{self, Misses},
    corrected, paths,
};
use crate::{document::Document, error::Error, text::printable};

#[derive(Debug, Args)]
#[command(
    after_help = "Example: seized refs resolutions/ --format dot | dot -Tsvg > citations.svg"
)]
pub(super) struct Arguments {
    /// Documents, or folders of documents
    #[arg(required = true)]
    paths: Vec<PathBuf>,
    /// What to print them as
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum Format {
    /// One citation a line: file, place, words, symbol
    Text,
    /// A list of objects, with links
    Json,
    /// A graph for Graphviz: an arrow from each document to those it cites
    Dot,
}

/// One citation as JSON: where it stands, and what it names.
#[derive(Serialize)]
struct Citation {
    file: String,
    /// The symbol of the document it stands in.
    symbol: Option<String>,
    /// The place in that document: `PP4`, `fn 3`.
    at: String,
    text: String,
    target: String,
    /// Where in the target, as printed: `chap. IV, sect. A`.
    locus: Option<String>,
    link: String,
}

pub(super) fn run(arguments: &Arguments) -> Result<Outcome, Error> {
    let mut citations = Vec::new();
    let mut misses = Misses::default();
    for path in paths::documents(&arguments.paths, &mut misses) {
        let read = corrected::open(&path, &mut misses);
        let Some((document, _)) = misses.or_none(read) else { continue };
        collect(&document, &path.display().to_string(), &mut citations);
    }
    match arguments.format {
        Format::Text => answer::to_people(&text(&citations)),
        Format::Json => answer::to_programs(&printable::json(&json(&citations))),
        Format::Dot => answer::to_people(&dot(&citations)),
    }?;
    Ok(misses.outcome(Outcome::Done))
}

fn collect(document: &Document, file: &str, citations: &mut Vec<Citation>) {
    let symbol = document.head.symbol.as_ref().map(ToString::to_string);
    citations.extend(document.outbound().map(|cited| Citation {
        file: file.to_owned(),
        symbol: symbol.clone(),
        at: cited.at.to_string(),
        text: cited.words.to_owned(),
        target: cited.symbol.to_string(),
        locus: cited.locus.map(str::to_owned),
        link: cited.symbol.link(),
    }));
}

fn text(citations: &[Citation]) -> String {
    let mut out = String::new();
    for c in citations {
        let locus = c.locus.as_ref().map(|locus| format!(", {locus}")).unwrap_or_default();
        // Writing to a String cannot fail.
        let _ = writeln!(
            out,
            "{}:{}: {} → {}{locus}",
            printable::line(&c.file),
            c.at,
            c.text,
            c.target
        );
    }
    out
}

fn json(citations: &[Citation]) -> String {
    let mut out = serde_json::to_string_pretty(citations)
        .expect("every value is a string or null, so nothing can fail to be written");
    out.push('\n');
    out
}

fn dot(citations: &[Citation]) -> String {
    let mut arrows: Vec<(String, String)> = citations
        .iter()
        .map(|c| (quoted(c.symbol.as_ref().unwrap_or(&c.file)), quoted(&c.target)))
        .collect();
    arrows.sort();
    arrows.dedup();
    let mut out = String::from("digraph citations {\n  rankdir=LR;\n  node [shape=box];\n");
    for (from, to) in arrows {
        let _ = writeln!(out, "  {from} -> {to};");
    }
    out.push_str("}\n");
    out
}

fn quoted(name: &str) -> String {
    format!("\"{}\"", printable::line(name).replace('\\', "\\\\").replace('"', "\\\""))
}
