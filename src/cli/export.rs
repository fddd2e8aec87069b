//! `seized export`: all annotations below the paths, each with its quote and citation.

use std::path::{Path, PathBuf};

use clap::{Args, ValueEnum};

use super::{Outcome, answer, input, paths};
use crate::{
    annotations::{Annotation, Entry, Found, Index, Verdict},
    document::Document,
    error::Error,
    export::{self, Noted},
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
#[command(after_help = "Example: seized export resolutions/ --format csv --tag mandate/report")]
pub(super) struct Arguments {
    /// Documents, files of annotations, or folders of them
    #[arg(required = true)]
    paths: Vec<PathBuf>,
    /// What to write
    #[arg(long, value_enum, default_value = "md")]
    format: Format,
    /// Only annotations with this tag, or one below it
    #[arg(long)]
    tag: Option<String>,
}

pub(super) fn run(arguments: &Arguments) -> Result<Outcome, Error> {
    let mut pages = String::new();
    let mut all = Vec::new();
    for source in paths::annotated(&arguments.paths)? {
        let file = store::look(&source)?;
        let annotations: Vec<Annotation> = file
            .entries()
            .into_iter()
            .filter_map(|entry| match entry {
                Entry::Annotation(annotation) => Some(annotation),
                Entry::Bookmark(_) => None,
            })
            .filter(|annotation| is_wanted(annotation, arguments.tag.as_deref()))
            .collect();
        // Annotations whose source is gone are orphans, and still come out.
        let document = if source.exists() { input::open(&source)?.0 } else { Document::default() };
        let index = Index::new(&document);
        let found: Vec<(&Annotation, Found)> =
            annotations.iter().map(|annotation| (annotation, index.find(&annotation.at))).collect();
        if matches!(arguments.format, Format::Html) {
            pages.push_str(&export::annotations_html(&document, &found));
        }
        all.extend(found.into_iter().map(|(a, found)| noted(&source, &document, a, &found)));
    }
    answer(&match arguments.format {
        Format::Md => export::annotations_markdown(&all),
        Format::Csv => export::annotations_csv(&all),
        Format::Json => export::annotations_json(&all),
        Format::Jsonld => export::annotations_jsonld(&all),
        Format::Html => pages,
    })?;
    Ok(Outcome::Done)
}

fn is_wanted(annotation: &Annotation, tag: Option<&str>) -> bool {
    let Some(wanted) = tag else { return true };
    annotation.tags.iter().any(|tag| {
        tag.strip_prefix(wanted).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
    })
}

fn noted(source: &Path, document: &Document, annotation: &Annotation, found: &Found) -> Noted {
    let place = found.place.as_ref().filter(|_| found.verdict != Verdict::Orphan);
    let paragraph = place.map_or_else(
        || annotation.at.paragraph.clone(),
        |(passage, _)| document.cite(*passage).to_string(),
    );
    let citation = place.map_or_else(|| paragraph.clone(), |(p, _)| document.citation(*p));
    let quote = place
        .and_then(|(passage, range)| document.text(*passage).get(range.clone()))
        .unwrap_or_else(|| annotation.at.shown());
    Noted {
        source: source.display().to_string(),
        citation,
        paragraph,
        verdict: found.verdict,
        quote: quote.to_owned(),
        annotation: annotation.clone(),
    }
}
