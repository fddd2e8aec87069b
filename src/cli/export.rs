//! `seized export`: all annotations below the paths, each with its quote and citation.

use std::{path::PathBuf, sync::Arc};

use clap::{Args, ValueEnum};

use super::{
    Outcome,
    answer::{self, Misses},
    paths,
};
use crate::{
    annotations::{Annotation, Entry, Found, Index, Verdict, corrected, is_within},
    document::Document,
    error::Error,
    export::{self, Annotated, CsvShape, Noted},
    opening::files,
    store,
};

#[derive(Clone, Copy, Debug, ValueEnum)]
enum Format {
    /// Markdown
    Md,
    /// Comma-separated values, for a spreadsheet
    Csv,
    /// A list of objects
    Json,
    /// W3C Web Annotations
    Jsonld,
    /// A page of each document with its highlights and notes
    Html,
}

#[derive(Debug, Args)]
#[command(
    after_help = "Example: seized export resolutions/ --format csv --tag mandate/report\n         \
                        seized export resolutions/ --format csv --long --bom > annotations.csv"
)]
pub(super) struct Arguments {
    /// Documents, files of annotations, or folders of them
    #[arg(required = true)]
    paths: Vec<PathBuf>,
    /// What to write
    #[arg(long, value_enum, default_value = "md")]
    format: Format,
    /// With csv: a row for each tag, not for each annotation
    #[arg(long)]
    long: bool,
    /// With csv: begin with a byte order mark, by which Excel knows accents and other scripts
    #[arg(long)]
    bom: bool,
    /// Only annotations with this tag, or one below it
    #[arg(long)]
    tag: Option<String>,
    /// Also those that were carried from an older text and that nobody has reviewed
    #[arg(long)]
    inherited: bool,
}

/// A document with those of its annotations that are asked for.
struct Read {
    source: PathBuf,
    document: Document,
    annotations: Vec<Annotation>,
    symbol: Option<String>,
}

pub(super) fn run(arguments: &Arguments) -> Result<Outcome, Error> {
    let shape = CsvShape { has_tag_a_row: arguments.long, has_byte_order_mark: arguments.bom };
    if shape != CsvShape::default() && !matches!(arguments.format, Format::Csv) {
        return Err(Error::Usage {
            what: if arguments.long { "--long" } else { "--bom" }.into(),
            why: "is about rows of a table".into(),
            help: "add `--format csv`".into(),
        });
    }
    let mut misses = Misses::default();
    let mut sources = paths::Reached::by(&arguments.paths, &mut misses).annotated();
    if matches!(arguments.format, Format::Html) {
        // A page shows the document too: one that is named has a page without annotations.
        let named = arguments
            .paths
            .iter()
            .filter(|path| path.is_file() || store::in_archive(path).is_some())
            .cloned();
        sources.extend(named.map(|path| paths::source_of(&path)));
        sources.sort_unstable();
        sources.dedup();
    }
    let all: Vec<Read> =
        sources.into_iter().filter_map(|source| misses.or_none(read(source, arguments))).collect();
    let noted = || all.iter().flat_map(noted_in).collect::<Vec<Noted>>();
    match arguments.format {
        Format::Md => answer::to_people(&export::annotations_markdown(&noted())),
        Format::Csv => answer::to_programs(&export::annotations_csv(&noted(), shape)),
        Format::Json => answer::to_programs(&export::annotations_json(&noted())),
        Format::Jsonld => answer::to_programs(&export::annotations_jsonld(&noted())),
        Format::Html => answer::to_programs(&page(&all)),
    }?;
    Ok(misses.outcome(Outcome::Done))
}

fn read(source: PathBuf, arguments: &Arguments) -> Result<Read, Error> {
    let file = store::look(&source)?;
    let of_kind = |entry| match entry {
        Entry::Annotation(annotation) => Some(Arc::unwrap_or_clone(annotation)),
        Entry::Bookmark(_) => None,
    };
    let annotations: Vec<Annotation> = file
        .entries()
        .into_iter()
        .filter_map(of_kind)
        .filter(|annotation| is_wanted(annotation, arguments.tag.as_deref()))
        .filter(|annotation| arguments.inherited || !annotation.is_unreviewed())
        .collect();
    // Annotations whose source is gone are orphans, and still come out.
    let document = match files::is_there(&source) {
        Ok(()) => files::open(&source)?.0,
        Err(_) => Document::default(),
    };
    let document = corrected(document, &file.corrections());
    let symbol = document.head.symbol.as_ref().map(|symbol| symbol.as_str().to_owned());
    let symbol = symbol.or_else(|| file.source()?.symbol);
    Ok(Read { source, document, annotations, symbol })
}

fn page(all: &[Read]) -> String {
    let names: Vec<String> = all.iter().map(|read| read.source.display().to_string()).collect();
    let all: Vec<Annotated<'_>> = all
        .iter()
        .zip(&names)
        .map(|(Read { document, annotations, .. }, name)| Annotated { name, document, annotations })
        .collect();
    export::annotations_html(&all)
}

fn noted_in(read: &Read) -> Vec<Noted> {
    let index = Index::new(&read.document);
    let noted = |annotation: &Annotation| noted(read, annotation, &index.find(&annotation.at));
    read.annotations.iter().map(noted).collect()
}

fn is_wanted(annotation: &Annotation, tag: Option<&str>) -> bool {
    tag.is_none_or(|wanted| annotation.tags.iter().any(|tag| is_within(tag, wanted)))
}

fn noted(read: &Read, annotation: &Annotation, found: &Found) -> Noted {
    let document = &read.document;
    let place = found.place.as_ref().filter(|_| found.verdict != Verdict::Orphan);
    let paragraph = place.map_or_else(
        || annotation.at.paragraph.clone(),
        |(passage, _)| document.cite(*passage).to_string(),
    );
    let citation = place.map_or_else(
        || read.symbol.iter().chain([&paragraph]).cloned().collect::<Vec<_>>().join(", "),
        |(passage, _)| document.citation(*passage),
    );
    let quote = place
        .and_then(|(passage, range)| document.text(*passage).get(range.clone()))
        .unwrap_or_else(|| annotation.at.shown());
    Noted {
        source: read.source.display().to_string(),
        symbol: read.symbol.clone(),
        title: document.head.title.clone(),
        adopted: document.head.adopted.map(|date| date.to_string()),
        citation,
        paragraph,
        verdict: found.verdict,
        quote: quote.to_owned(),
        annotation: annotation.clone(),
    }
}
