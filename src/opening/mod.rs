//! From a file to all that is needed to read and annotate it: the document, its annotations, where they are
//! kept, where it was left. Writes nothing, and knows no screen: the reader, the commands and later the
//! library open their documents here.

pub mod annotations;
mod archive;
mod beginning;
mod beside;
pub mod files;
pub mod library;
mod origin;
mod siblings;

pub use annotations::Kept;
pub use beginning::{Beginning, beginning};
pub use beside::{files_beside, files_in, find_beside, tags_beside};
pub use origin::{Origin, full_path};
pub use siblings::{Sibling, annotated_siblings};

use std::{
    path::{Path, PathBuf},
    time::SystemTime,
};

use crate::{
    annotations::{Codebook, Entry, corrected},
    document::{Cite, Document, Place},
    error::Error,
    parse,
    store::{
        self, Unsaved,
        state::{Left, State},
    },
};

/// A document that was opened, and all that is known of it from before.
pub struct Opened {
    /// Where it came from.
    pub origin: Origin,
    /// How that is called.
    pub name: String,
    /// When its file had been changed last, before it was read.
    pub changed_at: Option<SystemTime>,
    /// The document.
    pub document: Document,
    /// Its annotations.
    pub entries: Vec<Entry>,
    /// Where they are kept; `None` where nothing may be written.
    pub kept: Option<Kept>,
    /// Why nothing may be written.
    pub read_only: Option<String>,
    /// What tags mean there.
    pub codebook: Codebook,
    /// What could not be saved the last time.
    pub unsaved: Option<Unsaved>,
    /// Where it was left the last time.
    pub place: Option<Place>,
    /// What the person must know of the state in which all this is.
    pub complaints: Vec<String>,
}

/// What opening needs to know beside the document.
#[derive(Clone, Debug, Default)]
pub struct Surroundings {
    /// The folder of the person's configuration, where a codebook of their own may be.
    pub configuration: Option<PathBuf>,
    /// Where documents were left.
    pub state: State,
}

/// Opens a document. `stage` is told what it is at.
///
/// # Errors
/// Where it cannot be read, or is of a format that holds no text. What is wrong with its annotations is among
/// the complaints: the document can be read without them.
pub fn open(
    origin: Origin,
    surroundings: &Surroundings,
    stage: &dyn Fn(&'static str),
) -> Result<Opened, Error> {
    stage("reading the file");
    // Before it is read: what is written meanwhile is read again.
    let changed_at = origin.file().and_then(changed_at);
    let bytes = origin.bytes()?;
    stage("taking out its text");
    let manuscript = origin.manuscript(bytes.clone())?;
    stage("telling paragraphs and footnotes apart");
    let document = parse::parse(&manuscript).0;
    drop(manuscript);
    let symbol = document.head.symbol.as_ref().map(ToString::to_string);
    let found = annotations::read(
        &origin,
        &bytes,
        symbol.as_deref(),
        surroundings.configuration.as_deref(),
    );
    let document = corrected(document, &found.corrections);
    let place = left(&surroundings.state, &origin, &document);
    Ok(Opened {
        name: origin.name(),
        origin,
        changed_at,
        document,
        entries: found.entries,
        kept: found.kept,
        read_only: found.read_only,
        codebook: found.codebook,
        unsaved: found.unsaved,
        place,
        complaints: found.complaints,
    })
}

/// When a file was changed last.
#[must_use]
pub fn changed_at(path: &Path) -> Option<SystemTime> {
    let archive = store::in_archive(path).map(|(archive, _)| archive);
    std::fs::metadata(archive.as_deref().unwrap_or(path)).and_then(|file| file.modified()).ok()
}

/// The place where a document was left, in the version of it that is there now.
fn left(state: &State, origin: &Origin, document: &Document) -> Option<Place> {
    let Left { cite, at, .. } = state.place_of(&origin.remembered_as())?;
    let passage = document.passage(&Cite::read(cite)?)?;
    Some(Place { passage, at: document.text(passage).floor_char_boundary(*at) })
}
