//! The annotations of a document: where they are kept, what tags mean there, and what the person must know of
//! the state they are in. What cannot be read is said, and then nothing is written: a damaged file is never
//! overwritten.

use std::{
    path::{Path, PathBuf},
    time::SystemTime,
};

use super::Origin;
use crate::{
    annotations::{Codebook, Corrections, Entry, Fault, TagChange},
    error::Error,
    store::{self, Refuge, Store, Unsaved},
};

/// Where annotations are kept.
pub struct Kept {
    /// Saves them, merged with what others write.
    pub store: Store,
    /// The file that others write to.
    pub file: PathBuf,
    /// When it had been changed last, before it was read.
    pub changed_at: Option<SystemTime>,
    /// The codebook, or where it will be.
    pub codebook: PathBuf,
    /// Where they go that cannot be saved; `None` where the person has no home.
    pub refuge: Option<Refuge>,
    /// Changes of what tags mean that could not be saved the last time; made in the codebook that was read.
    pub tag_changes: Vec<TagChange>,
}

/// What was found beside a document.
#[derive(Default)]
pub(super) struct Found {
    pub(super) entries: Vec<Entry>,
    /// Where to save; nothing where nothing may be written.
    pub(super) kept: Option<Kept>,
    /// Why nothing may be written.
    pub(super) read_only: Option<String>,
    /// What tags mean.
    pub(super) codebook: Codebook,
    pub(super) unsaved: Option<Unsaved>,
    /// What a person corrected in the head of the document.
    pub(super) corrections: Corrections,
    pub(super) complaints: Vec<String>,
}

/// Reads the annotations of a document.
pub(super) fn read(
    origin: &Origin,
    bytes: &[u8],
    symbol: Option<&str>,
    configuration: Option<&Path>,
) -> Found {
    find(origin, bytes, symbol, configuration).unwrap_or_else(|error| {
        let reason = format!("annotations are not read, and none can be made: {error}");
        Found { complaints: vec![reason.clone()], read_only: Some(reason), ..Found::default() }
    })
}

fn find(
    origin: &Origin,
    bytes: &[u8],
    symbol: Option<&str>,
    configuration: Option<&Path>,
) -> Result<Found, Error> {
    let pipe_location = |name, bytes| store::pipe_location(name, bytes).map_err(Error::NoHome);
    let path = match origin {
        Origin::File(path) => path.clone(),
        Origin::Pipe => pipe_location("pipe", Some(bytes))?,
        Origin::Sample => pipe_location(Origin::sample_file(), None)?,
    };
    let annotations = store::sidecar_path(&path);
    // Before it is read: what others write meanwhile is read again.
    let changed_at = super::changed_at(&annotations);
    let store = Store::open(&path, bytes, symbol)?;
    let file = store.file();
    let mut found = Found {
        entries: store.entries().to_vec(),
        corrections: file.corrections(),
        ..Found::default()
    };
    found.complaints.extend(faults_in_words(&file.faults));
    if file.is_newer() {
        let reason = "these annotations were made by a newer seized and can only be read";
        found.complaints.push(reason.into());
        found.read_only = Some(reason.into());
    }
    let folder = store::folder_of_source(&path);
    let codebook = store::find_codebook(&folder, configuration);
    match codebook.as_deref().map(store::read_codebook) {
        None => {}
        Some(Ok(read)) => found.codebook = read,
        // Tags work without what they mean.
        Some(Err(error)) => found.complaints.push(error.to_string()),
    }
    if found.read_only.is_none() {
        let refuge = Refuge::of(&path, store::source_line(&path, bytes, symbol));
        match refuge.as_ref().map_or(Ok(None), Refuge::read) {
            Ok(unsaved) => found.unsaved = unsaved,
            Err(error) => found.complaints.push(error.to_string()),
        }
        let tag_changes = found.take_in_tags(refuge.as_ref());
        let codebook = codebook.unwrap_or_else(|| store::new_codebook(&folder));
        let file = annotations;
        found.kept = Some(Kept { store, file, changed_at, codebook, refuge, tag_changes });
    }
    Ok(found)
}

impl Found {
    /// Takes in what was changed of tags and could not be saved.
    fn take_in_tags(&mut self, refuge: Option<&Refuge>) -> Vec<TagChange> {
        let changes = match refuge.map_or(Ok(Vec::new()), Refuge::tag_changes) {
            Ok(changes) => changes,
            Err(error) => {
                self.complaints.push(error.to_string());
                return Vec::new();
            }
        };
        changes.iter().for_each(|change| self.codebook.apply(change));
        if !changes.is_empty() {
            let said = "what tags mean could not be saved the last time, and is taken in now";
            self.complaints.push(said.into());
        }
        changes
    }
}

/// How many annotations cannot be read, and where the first of them is.
fn faults_in_words(faults: &[Fault]) -> Option<String> {
    let Fault { line, column, .. } = faults.first()?;
    Some(format!(
        "{} of the annotations cannot be read, the first at {line}:{column}; they are kept as they stand \
         (seized check says more)",
        faults.len()
    ))
}
