//! `seized refs`: every citation of another document, resolved; who cites a resolution; what is cited and not
//! there.

use std::path::PathBuf;

use clap::{Args, ValueEnum};
use serde::Serialize;

use super::{
    Outcome,
    answer::{self, Misses},
    library::{self, Styles},
    refs_graph, refs_lists,
};
use crate::{
    document::Symbol,
    error::Error,
    library::{Citing, Graph},
    text::printable,
};

#[derive(Debug, Args)]
#[command(after_help = "\
Example: seized refs resolutions/ --to A/RES/53/144
         seized refs resolutions/ --missing
         seized refs resolutions/ --format dot | dot -Tsvg > citations.svg")]
pub(super) struct Arguments {
    /// Documents, or folders of documents
    #[arg(required = true)]
    paths: Vec<PathBuf>,
    /// Only who cites this resolution, in order of date, the same sentence once
    #[arg(long, value_name = "SYMBOL")]
    to: Option<String>,
    /// Only what is cited and not there, the most cited first
    #[arg(long, conflicts_with = "to")]
    missing: bool,
    /// What to print them as
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Format {
    /// One citation a line: file, place, words, symbol
    Text,
    /// A list of objects, with links
    Json,
    /// A graph for Graphviz: an arrow from each document to those it cites
    Dot,
    /// The same graph for yEd, Gephi and others
    Graphml,
    /// One citation a line, for a spreadsheet
    Csv,
}

/// One citation as JSON: where it stands, and what it names.
#[derive(Serialize)]
pub(super) struct Citation<'a> {
    file: &'a str,
    /// The symbol of the document it stands in.
    symbol: Option<&'a str>,
    date: Option<&'a str>,
    /// The place in that document: `PP4`, `fn 3`.
    at: &'a str,
    text: &'a str,
    /// What the paragraph opens with, and its verb in English.
    opener: Option<&'a str>,
    verb: Option<&'a str>,
    sentence: &'a str,
    target: &'a str,
    /// Where in the target, as printed: `chap. IV, sect. A`.
    locus: Option<&'a str>,
    /// The symbol of the document of the library that is meant; `null` where it is not there.
    found: Option<String>,
    link: String,
    /// Others that cite it in the same sentence.
    others: usize,
}

pub(super) fn run(arguments: &Arguments) -> Result<Outcome, Error> {
    let mut misses = Misses::default();
    let (_, graph) = library::asked(&arguments.paths, &mut misses, Graph::of)?;
    let styles = Styles::of_output();
    if arguments.missing && matches!(arguments.format, Format::Text) {
        let missing = graph.missing();
        answer::to_programs(&refs_lists::missing(&missing, styles))?;
        return Ok(misses.outcome(if missing.is_empty() { Outcome::No } else { Outcome::Done }));
    }
    let to = arguments.to.as_deref().map(Symbol::new);
    if let (Some(to), Format::Text) = (&to, arguments.format) {
        let cited_by = graph.cited_by(to);
        answer::to_programs(&refs_lists::cited_by(to, &cited_by, &graph.verbs(to), styles))?;
        return Ok(misses.outcome(if cited_by.is_empty() { Outcome::No } else { Outcome::Done }));
    }
    let chosen = chosen(&graph, to.as_ref(), arguments.missing);
    match arguments.format {
        Format::Text => answer::to_people(&refs_lists::lines(&chosen)),
        Format::Json => answer::to_programs(&printable::json(&json(&graph, &chosen))),
        Format::Dot => answer::to_people(&refs_graph::dot(&chosen)),
        Format::Graphml => answer::to_programs(&refs_graph::graphml(&graph, &chosen)),
        Format::Csv => answer::to_people(&refs_lists::csv(&graph, &chosen)),
    }?;
    let is_asked = to.is_some() || arguments.missing;
    let is_no = is_asked && chosen.is_empty();
    Ok(misses.outcome(if is_no { Outcome::No } else { Outcome::Done }))
}

/// The citations that are meant, each with how many others cite in the same sentence.
fn chosen<'a>(
    graph: &'a Graph,
    to: Option<&Symbol>,
    missing: bool,
) -> Vec<(std::borrow::Cow<'a, Citing>, usize)> {
    use std::borrow::Cow;
    match to {
        Some(to) => graph
            .cited_by(to)
            .into_iter()
            .map(|group| (Cow::Owned(group.first), group.others.len()))
            .collect(),
        None => graph
            .all
            .iter()
            .filter(|citing| !missing || graph.resolve(&Symbol::new(&citing.target)).is_none())
            .map(|citing| (Cow::Borrowed(citing), 0))
            .collect(),
    }
}

/// Nothing for an empty text.
fn some(text: &str) -> Option<&str> {
    (!text.is_empty()).then_some(text)
}

fn json(graph: &Graph, citations: &[(std::borrow::Cow<'_, Citing>, usize)]) -> String {
    let citations: Vec<Citation<'_>> = citations
        .iter()
        .map(|(citing, others)| {
            let target = Symbol::new(&citing.target);
            Citation {
                file: &citing.file,
                symbol: citing.symbol.as_deref(),
                date: citing.date.as_deref(),
                at: &citing.cite,
                text: &citing.words,
                opener: some(&citing.opener),
                verb: some(&citing.verb),
                sentence: &citing.sentence,
                target: &citing.target,
                locus: citing.locus.as_deref(),
                found: graph.resolve(&target).map(|symbol| symbol.to_string()),
                link: target.link(),
                others: *others,
            }
        })
        .collect();
    let mut out = serde_json::to_string_pretty(&citations)
        .expect("every value is a string, a number or null, so nothing can fail to be written");
    out.push('\n');
    out
}
