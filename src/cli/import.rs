//! `seized import`: W3C Web Annotations, or another file of ours, into the file of a document.

use std::path::PathBuf;

use clap::Args;

use super::{Outcome, answer};
use crate::{
    annotations::{Anchor, Entry, Fault, Index, Sidecar, corrected, merge},
    document::Document,
    error::Error,
    export,
    opening::files,
    parse,
    store::Store,
};

#[derive(Debug, Args)]
#[command(after_help = "Example: seized export a.txt --format jsonld > a.jsonld\n         \
                        seized import a.txt a.jsonld")]
pub(super) struct Arguments {
    /// The document
    source: PathBuf,
    /// Web Annotations in JSON-LD, or another .seized.ron; `-` for standard input
    file: PathBuf,
}

pub(super) fn run(arguments: &Arguments) -> Result<Outcome, Error> {
    let format_error = |why: String| Error::Format {
        name: arguments.file.display().to_string(),
        why,
        help: "`seized export FILE --format jsonld` writes what is read here".into(),
    };
    let text = String::from_utf8(files::bytes(&arguments.file)?)
        .map_err(|_| format_error("is not UTF-8".into()))?;
    let bytes = files::bytes(&arguments.source)?;
    let (document, _) = parse::parse(&files::manuscript_of(bytes.clone(), &arguments.source)?);
    let symbol = document.head.symbol.as_ref().map(|symbol| symbol.as_str());
    let mut store = Store::open(&arguments.source, &bytes, symbol)?;
    let document = corrected(document, &store.file().corrections());
    let index = Index::new(&document);
    let imported = if text.trim_start().starts_with(['{', '[']) {
        from_jsonld(&text, &document, &index).map_err(format_error)?
    } else {
        let fault = |fault: Fault| {
            format_error(format!("line {}, column {}: {}", fault.line, fault.column, fault.message))
        };
        Sidecar::read(&text).map_err(fault)?.entries()
    };
    let before = store.file().entries();
    // What is there already and says the same is there once; else both versions are kept.
    let is_known = |entry: &Entry| imported.iter().any(|other| other.id() == entry.id());
    let (both, ours): (Vec<Entry>, Vec<Entry>) = before.iter().cloned().partition(is_known);
    let mut entries = ours;
    entries.extend(merge(&[], &both, &imported));
    let (after, _) = store.save(&entries, &|entries| index.sort(entries))?;
    let (read, new) = (imported.len(), after.len() - before.len().min(after.len()));
    answer::of_what_is_done(&format!("{read} annotations read, {new} of them new\n"))?;
    Ok(Outcome::Done)
}

fn from_jsonld(text: &str, document: &Document, index: &Index) -> Result<Vec<Entry>, String> {
    let mut imported = export::annotations_from_jsonld(text)?;
    for annotation in &mut imported {
        for at in std::iter::once(&mut annotation.at).chain(&mut annotation.also) {
            place(at, document, index);
        }
    }
    Ok(imported.into_iter().map(Entry::from).collect())
}

/// What another program made says no paragraph: the words say it.
fn place(at: &mut Anchor, document: &Document, index: &Index) {
    if !at.paragraph.is_empty() {
        return;
    }
    let found = index.find(at).place;
    let made = found.and_then(|(passage, range)| Anchor::words(document, passage, range));
    match made {
        Some(made) => *at = made,
        // An orphan has to be called something; nobody's paragraph is called so.
        None => at.paragraph = "?".into(),
    }
}
