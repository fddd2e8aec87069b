//! One file → its record: read, understood, its head as a person corrected it, with what they annotated. Knows
//! one file at a time.

use std::{
    panic::{AssertUnwindSafe, catch_unwind},
    path::Path,
};

use super::{Seen, mandates};
use crate::{
    annotations::{Entry, corrected},
    document::Document,
    error::Error,
    library::{Annotated, Record},
    opening::{archive, files},
    parse, store,
};

/// The record of a file, or why there is none. A panic is a reason, too.
pub(super) fn read(seen: &Seen) -> Result<Record, String> {
    let read = catch_unwind(AssertUnwindSafe(|| read_unguarded(seen)));
    read.unwrap_or_else(|_| {
        Err("seized failed on it, which is a mistake of seized; please report it".to_owned())
    })
}

fn read_unguarded(seen: &Seen) -> Result<Record, String> {
    let bytes = bytes(seen)?;
    let hash = hash(&bytes);
    let name = Path::new(&seen.path);
    let manuscript = files::manuscript_of(bytes, name).map_err(|error| without_name(&error))?;
    let document = parse::parse(&manuscript).0;
    drop(manuscript);
    let has_annotations = seen.stamp.annotations != (0, 0);
    let beside = has_annotations.then(|| store::look(&seen.source())).and_then(Result::ok);
    let mut record = match beside {
        Some(beside) => {
            let mut record = record(&corrected(document, &beside.corrections()));
            record.head.annotated = beside.entries().iter().flat_map(annotated).collect();
            record
        }
        None => record(&document),
    };
    record.head.hash = hash;
    record.head.path.clone_from(&seen.path);
    Ok(record)
}

/// The record of a document that was read already.
#[must_use]
pub fn record(document: &Document) -> Record {
    Record { mandates: mandates::records(document), ..Record::of(document) }
}

/// The bytes of a file, or of a file in an archive.
pub(super) fn bytes(seen: &Seen) -> Result<Vec<u8>, String> {
    match &seen.member {
        Some(member) => archive::bytes(&seen.file, member),
        None => files::bytes(&seen.file).map_err(|error| without_name(&error)),
    }
}

/// What tells two files apart.
pub(super) fn hash(bytes: &[u8]) -> [u8; 16] {
    let hash = blake3::hash(bytes);
    hash.as_bytes().first_chunk().copied().unwrap_or_default()
}

/// Why a file could not be read, without its name, which whoever lists it has.
fn without_name(error: &Error) -> String {
    match error {
        Error::Format { why, .. } => why.clone(),
        _ => {
            let text = error.to_string();
            text.rsplit_once(": ").map_or(text.clone(), |(_, why)| why.to_owned())
        }
    }
}

/// What was put to each passage that an annotation or a bookmark is at.
fn annotated(entry: &Entry) -> Vec<Annotated> {
    let (at, also) = match entry {
        Entry::Annotation(annotation) => (&annotation.at, annotation.also.as_slice()),
        Entry::Bookmark(bookmark) => (&bookmark.at, [].as_slice()),
    };
    let of_passage = |cite: &str| match entry {
        Entry::Annotation(annotation) => Annotated {
            cite: cite.to_owned(),
            tags: annotation.tags.clone(),
            note: annotation.note.clone(),
            author: annotation.author.clone(),
            is_highlight: annotation.colour.is_some(),
            is_bookmark: false,
        },
        Entry::Bookmark(_) => {
            Annotated { cite: cite.to_owned(), is_bookmark: true, ..Annotated::default() }
        }
    };
    std::iter::once(at).chain(also).map(|anchor| of_passage(&anchor.paragraph)).collect()
}
