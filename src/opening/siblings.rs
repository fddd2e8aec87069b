//! The other files of a resolution, in another format or language, that a person annotated: beside a file, or
//! elsewhere in the library. What cannot be read has no annotations.

use std::{
    collections::HashSet,
    path::{Path, PathBuf},
};

use super::{beside, files, origin::full_path};
use crate::{
    annotations::{Annotation, Entry},
    document::{Document, Symbol},
    store,
};

/// Another file of the same resolution, with what was written on it.
#[derive(Clone, Debug)]
pub struct Sibling {
    /// Its name, without folders.
    pub name: String,
    /// What it says.
    pub document: Document,
    /// Its annotations and bookmarks.
    pub entries: Vec<Entry>,
}

/// So many are read at most: six languages in a few formats.
const MOST: usize = 24;

/// The annotated files of the resolution of a file: those beside it, and those of `others` that are files of the same
/// resolution. What was taken over from one of them to another is said once.
#[must_use]
pub fn annotated_siblings(file: &Path, symbol: &Symbol, others: &[PathBuf]) -> Vec<Sibling> {
    let this = full_path(file);
    let mut seen = HashSet::from([this]);
    let mut found = Vec::new();
    let near = beside::files_beside(file);
    for path in near.iter().chain(others) {
        if found.len() < MOST && store::is_annotated(path) && seen.insert(full_path(path)) {
            found.extend(sibling(path, symbol));
        }
    }
    if found.is_empty() {
        return found;
    }
    let own = store::look(file).map(|file| file.entries()).unwrap_or_default();
    let originals: HashSet<String> = own
        .iter()
        .chain(found.iter().flat_map(|sibling| &sibling.entries))
        .map(|entry| entry.id().to_owned())
        .collect();
    let is_copy = |own: &Annotation| {
        own.inherited.as_ref().is_some_and(|inherited| originals.contains(&inherited.id))
    };
    for sibling in &mut found {
        sibling.entries.retain(|entry| match entry {
            Entry::Annotation(own) => !is_copy(own),
            Entry::Bookmark(_) => false,
        });
    }
    found.retain(|sibling| !sibling.entries.is_empty());
    found
}

fn sibling(path: &Path, symbol: &Symbol) -> Option<Sibling> {
    let kept = store::look(path).ok()?;
    let said = kept.source().and_then(|source| source.symbol);
    // Who says another symbol is no file of this resolution; who says none is asked for what it has.
    if said.is_some_and(|said| said != symbol.as_str()) {
        return None;
    }
    let (document, _) = files::open(path).ok()?;
    let document = crate::annotations::corrected(document, &kept.corrections());
    (document.head.symbol.as_ref() == Some(symbol)).then(|| Sibling {
        name: path.file_name().unwrap_or_default().to_string_lossy().into_owned(),
        document,
        entries: kept.entries(),
    })
}
