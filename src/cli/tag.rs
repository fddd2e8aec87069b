//! `seized tag`: adds tags to a paragraph, and removes them.

use std::{fs, path::PathBuf};

use clap::Args;
use jiff::Timestamp;

use super::{Outcome, answer, input};
use crate::{
    annotations::{Anchor, Annotation, Entry, Index, fresh},
    document::{Cite, Document, Passage},
    error::Error,
    store::{Store, Where},
};

#[derive(Debug, Args)]
#[command(
    after_help = "Example: seized tag A_RES_72_247.txt OP14 follow-up mandate/report\n         \
                  seized tag A_RES_72_247.txt OP14 -- -follow-up"
)]
pub(super) struct Arguments {
    /// The document
    file: PathBuf,
    /// The paragraph, `OP14`, `PP3`, `fn 7`
    citation: String,
    /// Tags to add; `-TAG` removes one, with `--` before them
    #[arg(required = true)]
    tags: Vec<String>,
}

pub(super) fn run(arguments: &Arguments) -> Result<Outcome, Error> {
    let bytes = fs::read(&arguments.file)
        .map_err(|cause| Error::File { path: arguments.file.clone(), cause })?;
    let (document, _) = input::open(&arguments.file)?;
    let passage = Cite::read(&arguments.citation)
        .and_then(|cite| document.meant(&cite, None))
        .ok_or_else(|| Error::Usage {
            what: arguments.citation.clone(),
            why: format!("not a place of {}", arguments.file.display()),
            help: "`seized show FILE` lists the places".into(),
        })?;
    let symbol = document.head.symbol.as_ref().map(|symbol| symbol.as_str());
    let (mut store, file) = Store::open(&arguments.file, &bytes, symbol)?;
    let index = Index::new(&document);
    let entries = tagged(file.entries(), &document, &index, passage, &arguments.tags)?;
    let (_, place) = store.save(&entries, &|entries| index.sort(entries))?;
    if let Where::Elsewhere(path) = place {
        answer(&format!("kept in {}, as the folder is read-only\n", path.display()))?;
    }
    Ok(Outcome::Done)
}

/// The entries with the tags changed on the annotation of the whole passage, or on a new one.
fn tagged(
    mut entries: Vec<Entry>,
    document: &Document,
    index: &Index,
    passage: Passage,
    changes: &[String],
) -> Result<Vec<Entry>, Error> {
    let now = Timestamp::now();
    let stamp = now.strftime("%Y-%m-%dT%H:%M:%SZ").to_string();
    let (removed, added): (Vec<&String>, Vec<&String>) =
        changes.iter().partition(|tag| tag.starts_with('-'));
    let is_here = |annotation: &Annotation| {
        let found = index.find(&annotation.at);
        annotation.at.quote.is_none() && found.place.is_some_and(|(here, _)| here == passage)
    };
    if added.iter().any(|tag| tag.trim().is_empty()) {
        let (why, help) = ("a tag has at least one letter".into(), String::new());
        return Err(Error::Usage { what: "tag".into(), why, help });
    }
    let mut is_new = true;
    for entry in &mut entries {
        let Entry::Annotation(annotation) = entry else { continue };
        if !is_here(annotation) {
            continue;
        }
        let before = annotation.tags.clone();
        annotation.tags.retain(|tag| !removed.iter().any(|minus| minus[1..] == **tag));
        if is_new {
            add(&mut annotation.tags, &added);
        }
        is_new = false;
        if annotation.tags != before {
            annotation.modified.clone_from(&stamp);
        }
    }
    // What was no more than tags, and has none left, is nothing.
    entries.retain(|entry| {
        !matches!(entry, Entry::Annotation(a)
        if a.tags.is_empty() && a.note.is_empty() && a.colour.is_none()
            && a.extra.is_empty() && is_here(a))
    });
    if is_new && !added.is_empty() {
        let mut annotation = Annotation {
            id: fresh(),
            at: Anchor::whole(document, passage),
            created: stamp.clone(),
            modified: stamp,
            ..Annotation::default()
        };
        add(&mut annotation.tags, &added);
        entries.push(Entry::Annotation(annotation));
    }
    Ok(entries)
}

fn add(tags: &mut Vec<String>, added: &[&String]) {
    for tag in added {
        if !tags.contains(tag) {
            tags.push(tag.trim().to_owned());
        }
    }
}
