//! The annotations of a document: where they are kept, what tags mean there, and what the person must know of
//! the state they are in. What cannot be read is said, and then nothing is written: a damaged file is never
//! overwritten.

use std::path::{Path, PathBuf};

use super::Origin;
use crate::{
    annotations::{Codebook, Corrections, Entry, Fault},
    error::Error,
    store::{self, Refuge, Store, Unsaved},
};

/// Where annotations are kept.
pub struct Kept {
    /// Saves them, merged with what others write.
    pub store: Store,
    /// The file that others write to.
    pub file: PathBuf,
    /// The codebook, or where it will be.
    pub codebook: PathBuf,
    /// Where they go that cannot be saved; `None` where the person has no home.
    pub refuge: Option<Refuge>,
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
    let store = Store::open(&path, bytes, symbol)?;
    let file = store.file();
    let mut found =
        Found { entries: file.entries(), corrections: file.corrections(), ..Found::default() };
    found.complaints.extend(faults_in_words(&file.faults));
    if file.is_newer() {
        let reason = "these annotations were made by a newer seized and can only be read";
        found.complaints.push(reason.into());
        found.read_only = Some(reason.into());
    }
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty());
    let folder = folder.unwrap_or(Path::new("."));
    let codebook = store::find_codebook(folder, configuration);
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
        let codebook = codebook.unwrap_or_else(|| store::new_codebook(folder));
        found.kept = Some(Kept { store, file: store::sidecar_path(&path), codebook, refuge });
    }
    Ok(found)
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
