//! `seized mandates`: who is asked to do what, for whom, by when, over documents and folders of them.

use std::path::PathBuf;

use clap::{Args, ValueEnum};

use super::{
    Outcome,
    answer::{self, Misses},
    corrected, paths,
};
use crate::{
    document::Document,
    error::Error,
    export::{FoundMandate, mandates_csv, mandates_ics, mandates_json, mandates_text, sort_by_due},
    mandates::{Asked, Mandate, mandates, renew},
    text::printable,
};

#[derive(Debug, Args)]
#[command(after_help = "Found by machine: check before use.\n\n\
                  Example: seized mandates resolutions/ --format ics > mandates.ics")]
pub(super) struct Arguments {
    /// Documents, or folders of documents
    #[arg(required = true)]
    paths: Vec<PathBuf>,
    /// Texts in which to look up what asked for the same before: documents, or folders of them
    #[arg(long, value_name = "DIR")]
    library: Vec<PathBuf>,
    /// What to print them as
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum Format {
    /// One a line, by when it is due: place, when, who, what
    Text,
    /// A list of objects, as they stand in the documents
    Json,
    /// A table for a spreadsheet
    Csv,
    /// A calendar: an event for each that has a date, a session or a year
    Ics,
}

pub(super) fn run(arguments: &Arguments) -> Result<Outcome, Error> {
    let mut misses = Misses::default();
    let mut texts = Vec::new();
    let mut asked = Vec::new();
    for path in paths::documents(&arguments.paths, &mut misses) {
        let read = corrected::open(&path, &mut misses);
        let Some((document, _)) = misses.or_none(read) else { continue };
        asked.push(Asked::new(&document, mandates(&document)));
        texts.push((document, path));
    }
    for path in paths::documents(&arguments.library, &mut misses) {
        let read = corrected::open(&path, &mut misses);
        let Some((document, _)) = misses.or_none(read) else { continue };
        asked.push(Asked::new(&document, mandates(&document)));
    }
    renew(&mut asked);
    let mut all = Vec::new();
    for ((document, path), asked) in texts.iter().zip(asked) {
        collect(document, &path.display().to_string(), asked.mandates, &mut all);
    }
    match arguments.format {
        Format::Text => {
            sort_by_due(&mut all);
            answer::to_people(&mandates_text(&all))
        }
        Format::Json => answer::to_programs(&printable::json(&mandates_json(&all))),
        Format::Csv => answer::to_programs(&mandates_csv(&all)),
        Format::Ics => answer::to_programs(&mandates_ics(&all)),
    }?;
    Ok(misses.outcome(Outcome::Done))
}

/// The mandates of a document, each with the resolution of the file it stands in.
fn collect(document: &Document, file: &str, found: Vec<Mandate>, all: &mut Vec<FoundMandate>) {
    let head = &document.head;
    all.extend(found.into_iter().map(|mandate| {
        let own = document.resolutions.iter().find(|own| own.blocks.contains(&mandate.block));
        let symbol = own.and_then(|own| own.symbol.as_ref()).or(head.symbol.as_ref());
        FoundMandate {
            file: file.to_owned(),
            symbol: symbol.map(ToString::to_string),
            organ: head.organ,
            adopted: own.and_then(|own| own.adopted).or(head.adopted),
            text: document.blocks.get(mandate.block).map(|b| b.text.clone()).unwrap_or_default(),
            mandate,
        }
    }));
}
