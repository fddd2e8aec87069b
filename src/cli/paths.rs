//! From paths on the command line to documents: a file is itself, a folder is every document below
//! it. Knows which names are worth opening, not what is in them.

use std::{
    fs::{self, File},
    io::{self, Read as _},
    path::{Path, PathBuf},
};

use walkdir::{DirEntry, WalkDir};

use super::answer::Misses;
use crate::{error::Error, source, store};

/// Endings of files that may hold a document. In a folder the name decides what is opened at all;
/// what it is, the bytes tell.
const DOCUMENTS: [&str; 14] = [
    "txt", "text", "md", "doc", "docx", "odt", "rtf", "pdf", "xml", "akn", "html", "htm", "mht",
    "mhtml",
];

/// The documents that the paths name, in order, folders by name.
pub(super) fn documents(paths: &[PathBuf], misses: &mut Misses) -> Vec<PathBuf> {
    files(paths, is_document, misses)
}

/// The files that the paths name: those named outright, and below folders those that are `wanted`.
/// What is not there or cannot be listed is complained of.
pub(super) fn files(
    paths: &[PathBuf],
    wanted: impl Fn(&Path) -> bool,
    misses: &mut Misses,
) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for path in paths {
        if !path.is_dir() {
            let there = if path == Path::new("-") { Ok(()) } else { is_there(path) };
            found.extend(misses.or_none(there).map(|()| path.clone()));
            continue;
        }
        let below = WalkDir::new(path).sort_by_file_name().into_iter().filter_entry(is_visible);
        for entry in below {
            let entry = entry.map_err(|error| Error::File {
                path: error.path().unwrap_or(path).to_owned(),
                cause: error.into(),
            });
            let Some(entry) = misses.or_none(entry) else { continue };
            if entry.file_type().is_file() && wanted(entry.path()) {
                found.push(entry.into_path());
            }
        }
    }
    found
}

fn is_there(path: &Path) -> Result<(), Error> {
    let there = fs::metadata(path).map(drop);
    there.map_err(|cause| Error::File { path: path.to_owned(), cause })
}

/// The sources that have annotations: those that are named, or whose file of annotations is, and
/// below folders all that have some. A source may be gone.
pub(super) fn annotated(paths: &[PathBuf], misses: &mut Misses) -> Vec<PathBuf> {
    let found = files(paths, |path| is_annotations(path) || is_document(path), misses);
    let mut sources: Vec<PathBuf> = found.iter().map(|path| source_of(path)).collect();
    sources.sort_unstable();
    sources.dedup();
    sources.retain(|source| store::is_annotated(source));
    sources
}

/// Whether a file is one of annotations, by its name.
pub(super) fn is_annotations(path: &Path) -> bool {
    path.as_os_str().to_string_lossy().ends_with(".seized.ron")
}

/// The file whose annotations these are, or would be; the path itself where it is no file of
/// annotations.
pub(super) fn source_of(path: &Path) -> PathBuf {
    let text = path.to_string_lossy();
    text.strip_suffix(".seized.ron").map_or_else(|| path.to_owned(), PathBuf::from)
}

fn is_visible(entry: &DirEntry) -> bool {
    let hidden = entry.file_name().to_str().is_some_and(|name| name.starts_with('.'));
    entry.depth() == 0 || !hidden
}

/// Whether a file found below a folder may hold a document: by its ending, or without one by its
/// first bytes.
fn is_document(path: &Path) -> bool {
    let Some(ending) = path.extension() else {
        return beginning(path).is_ok_and(|bytes| source::may_be_document(&bytes));
    };
    DOCUMENTS.iter().any(|known| ending.eq_ignore_ascii_case(known))
}

fn beginning(path: &Path) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    File::open(path)?.take(4096).read_to_end(&mut bytes)?;
    Ok(bytes)
}
