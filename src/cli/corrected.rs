//! A document as a person corrected its head (`seized set`).

use std::path::Path;

use super::answer::Misses;
use crate::{
    annotations::corrected,
    document::{Document, Problem},
    error::Error,
    opening::files,
    store,
};

/// Reads and understands a file, its head as a person corrected it. Where the corrections cannot be read,
/// that is complained of, and the text says what it says.
///
/// # Errors
/// Where the file cannot be read, or is of a format that holds no text.
pub(super) fn open(path: &Path, misses: &mut Misses) -> Result<(Document, Vec<Problem>), Error> {
    let (document, problems) = files::open(path)?;
    let corrections = match path == Path::new("-") || !store::is_annotated(path) {
        true => None,
        false => misses.or_none(store::look(path)).map(|file| file.corrections()),
    };
    Ok((corrected(document, &corrections.unwrap_or_default()), problems))
}
