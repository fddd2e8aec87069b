//! The file of a source's annotations by itself: what it is called, how it is read, whose it is, and why it
//! cannot be written. Knows one file, not how it is brought together with what others wrote.

use std::{
    io,
    path::{Path, PathBuf},
};

use super::read_text::{is_absent, read_bytes, read_text};
use crate::{
    annotations::{Sidecar, SourceLine},
    error::Error,
};

/// What the name of a file of annotations ends with.
const ENDING: &str = ".seized.ron";

/// Whether a file is one of annotations, by its name.
#[must_use]
pub fn is_annotation_file(path: &Path) -> bool {
    path.as_os_str().as_encoded_bytes().ends_with(ENDING.as_bytes())
}

/// The name of the file that belongs to a source.
#[must_use]
pub fn sidecar_path(source: &Path) -> PathBuf {
    let mut name = source.as_os_str().to_owned();
    name.push(ENDING);
    name.into()
}

/// How a source is told: its name, its symbol, the hash of its bytes.
#[must_use]
pub fn source_line(source: &Path, bytes: &[u8], symbol: Option<&str>) -> SourceLine {
    SourceLine {
        file: source.file_name().unwrap_or_default().to_string_lossy().into_owned(),
        symbol: symbol.map(str::to_owned),
        hash: format!("blake3:{}", blake3::hash(bytes).to_hex()),
    }
}

/// Reads a RON file; one that is not there is empty.
///
/// # Errors
/// Where it cannot be read or its outer form is damaged.
pub fn read(path: &Path, source_name: &str) -> Result<Sidecar, Error> {
    parsed(path, read_text(path)?.as_deref(), source_name)
}

/// Reads the text of a RON file; one that is empty or not there has no entries.
pub(super) fn parsed(path: &Path, text: Option<&str>, source_name: &str) -> Result<Sidecar, Error> {
    let Some(text) = text.filter(|text| !text.trim().is_empty()) else {
        return Ok(Sidecar::empty(source_name));
    };
    Sidecar::read(text).map_err(|fault| Error::Format {
        name: format!("{}:{}:{}", path.display(), fault.line, fault.column),
        why: fault.message,
        help: "The file is left as it is. Mend it there, or move it away.".into(),
    })
}

/// Whether a file says what it said when it was read.
pub(super) fn is_still(path: &Path, text: Option<&str>) -> bool {
    match read_bytes(path) {
        Ok(bytes) => text.map(str::as_bytes) == Some(bytes.as_slice()),
        Err(cause) => text.is_none() && is_absent(&cause),
    }
}

/// Whether nothing can be written at a place, so that another one is needed: it is read-only, a name
/// there would be too long, or a link stands there that must not be written through.
pub(super) fn is_refused(cause: &io::Error) -> bool {
    matches!(
        cause.kind(),
        io::ErrorKind::PermissionDenied
            | io::ErrorKind::ReadOnlyFilesystem
            | io::ErrorKind::InvalidFilename
    )
}

/// Whether a text is that of the annotations of a source of this name.
pub(super) fn is_annotations_of(text: &str, name: &str) -> bool {
    let source = Sidecar::read(text).ok().and_then(|file| file.source());
    source.is_some_and(|source| source.file == name)
}

/// Why a file could not be locked.
pub(super) fn locked(path: &Path, cause: io::Error) -> Error {
    if cause.kind() != io::ErrorKind::TimedOut {
        return Error::File { path: path.to_owned(), cause };
    }
    Error::Format {
        name: path.display().to_string(),
        why: cause.to_string(),
        help: "Nothing was written. Try again, or close the program that writes there.".into(),
    }
}
