//! Opens documents that the reader asks for, and finds the files beside one, in threads of their own, so that
//! no key waits for a disk. Knows no format.

use std::{io, path::PathBuf, sync::mpsc::Sender};

use super::{event::Event, jobs, progress};
use crate::{
    app::{DocId, FileBeside, Wanted},
    document::Document,
    opening::{self, Opened, Origin, Surroundings, library::as_kept},
};
use std::sync::Arc;

/// The document in which another is named.
pub(super) struct Beside {
    pub(super) file: Option<PathBuf>,
    pub(super) document: Arc<Document>,
    /// The folders of the library, in which it may be as well.
    pub(super) library: Vec<PathBuf>,
}

/// Starts to open a document; [`Event::Opened`] says what comes of it, whatever happens.
///
/// # Errors
/// Where there is no thread for it.
pub(super) fn start(
    id: DocId,
    wanted: Wanted,
    beside: Option<Beside>,
    surroundings: Surroundings,
    events: Sender<Event>,
) -> io::Result<()> {
    jobs::start("opening a document", progress::STACK, events, move |events| {
        let opened = jobs::caught(|| open(&wanted, beside.as_ref(), &surroundings));
        let opened = opened.unwrap_or_else(Err).map(Box::new);
        // A reader that is gone needs no document.
        let _ = events.send(Event::Opened(id, opened));
    })
}

fn open(
    wanted: &Wanted,
    beside: Option<&Beside>,
    surroundings: &Surroundings,
) -> Result<Opened, String> {
    let path = match wanted {
        Wanted::File(path) | Wanted::Passage { file: path, .. } => path.clone(),
        Wanted::Place { .. } => return Err("the document is not open any more".into()),
        Wanted::Symbol { symbol, .. } => {
            let nowhere = || {
                format!("{symbol} is not open, not beside this document, and not in the library")
            };
            let Some(Beside { file, document, library }) = beside else { return Err(nowhere()) };
            let near = file.as_ref().and_then(|file| opening::find_beside(file, document, symbol));
            let in_library = || as_kept(library).file_of_symbol(symbol.as_str()).map(PathBuf::from);
            near.or_else(in_library).ok_or_else(nowhere)?
        }
    };
    opening::open(Origin::File(path), surroundings, &|_| {}).map_err(|error| error.to_string())
}

/// Starts to find the files beside a document; [`Event::Files`] brings them.
///
/// # Errors
/// Where there is no thread for it.
pub(super) fn list_files(folder: Folder, events: Sender<Event>) -> io::Result<()> {
    jobs::start("listing files", 256 << 10, events, move |events| {
        let files = match folder {
            Folder::Of(file) => opening::files_beside(&file),
            Folder::Itself(folder) => opening::files_in(&folder),
        };
        let named = |path: PathBuf| {
            let name = path.file_name()?.to_string_lossy().into_owned();
            Some(FileBeside { name, path: opening::full_path(&path) })
        };
        let _ = events.send(Event::Files(files.into_iter().filter_map(named).collect()));
    })
}

/// Starts to find the tags of the other documents of a folder; [`Event::FolderTags`] brings them.
///
/// # Errors
/// Where there is no thread for it.
pub(super) fn list_tags(id: DocId, file: PathBuf, events: Sender<Event>) -> io::Result<()> {
    jobs::start("listing tags", progress::STACK, events, move |events| {
        let _ = events.send(Event::FolderTags(id, opening::tags_beside(&file)));
    })
}

/// Which folder's files are listed.
pub(super) enum Folder {
    /// The one of a file.
    Of(PathBuf),
    /// This one.
    Itself(PathBuf),
}
