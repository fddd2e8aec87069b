//! From the name of a file to a document. `-` is standard input. Knows nothing of annotations.

use std::{
    fs::File,
    io::{self, Read as _},
    path::Path,
};

use super::archive;
use crate::{
    document::{Document, Problem},
    error::Error,
    manuscript::Manuscript,
    parse, source, store,
};

/// Reads and understands a file.
///
/// # Errors
/// Where it cannot be read, or is of a format that holds no text.
pub fn open(path: &Path) -> Result<(Document, Vec<Problem>), Error> {
    Ok(parse::parse(&manuscript(path)?))
}

/// Reads what a file says, without understanding it.
///
/// # Errors
/// Where it cannot be read, or is of a format that holds no text.
pub fn manuscript(path: &Path) -> Result<Manuscript, Error> {
    manuscript_of(bytes(path)?, path)
}

/// The bytes of a file.
///
/// # Errors
/// Where it cannot be read.
pub fn bytes(path: &Path) -> Result<Vec<u8>, Error> {
    let file_error = |cause| Error::File { path: path.to_owned(), cause };
    let mut bytes = Vec::new();
    let read = if path == Path::new("-") {
        io::stdin().lock().take(LARGEST + 1).read_to_end(&mut bytes)
    } else if let Some((archive, member)) = store::in_archive(path) {
        let unpacked = archive::bytes(&archive, &member);
        return unpacked.map_err(|why| Error::Format {
            name: name(path),
            why,
            help: String::new(),
        });
    } else {
        File::open(path).and_then(|file| file.take(LARGEST + 1).read_to_end(&mut bytes))
    };
    read.map_err(file_error)?;
    if bytes.len() as u64 > LARGEST {
        return Err(Error::Format {
            name: name(path),
            why: format!("it is larger than {} MB, as no document is", LARGEST >> 20),
            help: "If it is a collection, cut it into its resolutions.".into(),
        });
    }
    Ok(bytes)
}

/// Whether a file is there, or a document in an archive.
///
/// # Errors
/// Where it is not.
pub fn is_there(path: &Path) -> Result<(), Error> {
    if store::in_archive(path).is_some() {
        return bytes(path).map(drop);
    }
    let there = std::fs::metadata(path).map(drop);
    there.map_err(|cause| Error::File { path: path.to_owned(), cause })
}

/// How a file is called in messages.
fn name(path: &Path) -> String {
    if path == Path::new("-") { "standard input".into() } else { path.display().to_string() }
}

/// Bytes beyond which a file is not read: some hundred times the largest resolution we know.
const LARGEST: u64 = 200 << 20;

/// What the bytes of a file say.
///
/// # Errors
/// Where they are of a format that holds no text.
pub fn manuscript_of(bytes: Vec<u8>, path: &Path) -> Result<Manuscript, Error> {
    let is_empty = bytes.iter().all(u8::is_ascii_whitespace);
    let manuscript =
        if is_empty { Manuscript::default() } else { source::read(bytes, &name(path))? };
    if manuscript.text.trim().is_empty() {
        return Err(Error::Format {
            name: name(path),
            why: if is_empty { "it is empty" } else { "there are no words in it" }.into(),
            help: "Is it the right file, and was it written to its end?".into(),
        });
    }
    Ok(manuscript)
}
