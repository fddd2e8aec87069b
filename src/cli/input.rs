//! From a name on the command line to a document. `-` is standard input.

use std::{
    fs,
    io::{self, Read as _},
    path::Path,
};

use crate::{
    document::{Document, Problem},
    error::Error,
    manuscript::Manuscript,
    parse, source,
};

/// Reads and understands a file.
///
/// # Errors
/// Where it cannot be read, or is of a format that holds no text.
pub(super) fn open(path: &Path) -> Result<(Document, Vec<Problem>), Error> {
    Ok(parse::parse(&manuscript(path)?))
}

pub(super) fn manuscript(path: &Path) -> Result<Manuscript, Error> {
    manuscript_of(bytes(path)?, path)
}

/// The bytes of a file.
///
/// # Errors
/// Where it cannot be read.
pub(super) fn bytes(path: &Path) -> Result<Vec<u8>, Error> {
    let file_error = |cause| Error::File { path: path.to_owned(), cause };
    if path == Path::new("-") {
        let mut bytes = Vec::new();
        io::stdin().lock().read_to_end(&mut bytes).map_err(file_error)?;
        return Ok(bytes);
    }
    fs::read(path).map_err(file_error)
}

/// What the bytes of a file say.
///
/// # Errors
/// Where they are of a format that holds no text.
pub(super) fn manuscript_of(bytes: Vec<u8>, path: &Path) -> Result<Manuscript, Error> {
    if path == Path::new("-") {
        return source::read(bytes, "standard input");
    }
    source::read(bytes, &path.display().to_string())
}
