//! From paths on the command line to documents: a file is itself, a folder is every document below
//! it. Knows which names are worth opening, not what is in them.

use std::{
    ffi::OsStr,
    fs,
    path::{Path, PathBuf},
};

use walkdir::{DirEntry, WalkDir};

use crate::{error::Error, store};

/// Endings of files that may hold a document. In a folder the name decides what is opened at all;
/// what it is, the bytes tell.
const DOCUMENTS: [&str; 11] =
    ["txt", "text", "md", "doc", "docx", "odt", "rtf", "pdf", "xml", "html", "htm"];

/// The documents that the paths name, in order, folders by name.
///
/// # Errors
/// Where a path does not exist or a folder cannot be listed.
pub(super) fn documents(paths: &[PathBuf]) -> Result<Vec<PathBuf>, Error> {
    files(paths, is_document)
}

/// The files that the paths name: those named outright, and below folders those that are `wanted`.
///
/// # Errors
/// Where a path does not exist or a folder cannot be listed.
pub(super) fn files(
    paths: &[PathBuf],
    wanted: impl Fn(&Path) -> bool,
) -> Result<Vec<PathBuf>, Error> {
    let mut found = Vec::new();
    for path in paths {
        if !path.is_dir() {
            if path != Path::new("-") {
                fs::metadata(path).map_err(|cause| Error::File { path: path.clone(), cause })?;
            }
            found.push(path.clone());
            continue;
        }
        let below = WalkDir::new(path).sort_by_file_name().into_iter().filter_entry(is_visible);
        for entry in below {
            let entry = entry.map_err(|error| Error::File {
                path: error.path().unwrap_or(path).to_owned(),
                cause: error.into(),
            })?;
            if entry.file_type().is_file() && wanted(entry.path()) {
                found.push(entry.into_path());
            }
        }
    }
    Ok(found)
}

/// The sources that have annotations: those that are named, or whose file of annotations is, and
/// below folders all that have some. A source may be gone.
///
/// # Errors
/// Where a path does not exist or a folder cannot be listed.
pub(super) fn annotated(paths: &[PathBuf]) -> Result<Vec<PathBuf>, Error> {
    let found = files(paths, |path| is_annotations(path) || is_document(path))?;
    let mut sources: Vec<PathBuf> = found.iter().map(|path| source_of(path)).collect();
    sources.sort_unstable();
    sources.dedup();
    sources.retain(|source| store::is_annotated(source));
    Ok(sources)
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

fn is_document(path: &Path) -> bool {
    path.extension()
        .and_then(OsStr::to_str)
        .is_some_and(|ending| DOCUMENTS.iter().any(|known| ending.eq_ignore_ascii_case(known)))
}
