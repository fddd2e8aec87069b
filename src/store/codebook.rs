//! Where `tags.ron` is: in the folder of the documents, or in one above it within the same git
//! repository; else in the configuration directory. Knows files, not tags.

use std::{
    fs,
    path::{Path, PathBuf},
};

use super::{durable, links, lock::lock, read_text};
use crate::{annotations::Codebook, error::Error};

const NAME: &str = "tags.ron";

/// The codebook for documents in a folder: the nearest one, up to the root of the git repository;
/// else the person's own in `configuration`, if there is one.
#[must_use]
pub fn find_codebook(folder: &Path, configuration: Option<&Path>) -> Option<PathBuf> {
    let full = fs::canonicalize(folder).ok()?;
    let root = full.ancestors().find(|folder| folder.join(".git").exists());
    let near =
        full.ancestors().take_while(|folder| root.is_none_or(|root| folder.starts_with(root)));
    // Outside a repository the folder alone: what is above it is nobody's.
    let near = near.take(if root.is_some() { usize::MAX } else { 1 });
    let mut places =
        near.map(|folder| folder.join(NAME)).chain(configuration.map(|c| c.join(NAME)));
    places.find(|path| path.exists())
}

/// Where a new codebook for documents in a folder goes: to the root of the git repository, else into
/// the folder.
#[must_use]
pub fn new_codebook(folder: &Path) -> PathBuf {
    let full = fs::canonicalize(folder).unwrap_or_else(|_| folder.to_owned());
    let root = full.ancestors().find(|folder| folder.join(".git").exists());
    root.unwrap_or(&full).join(NAME)
}

/// Reads a codebook; one that is not there is empty.
///
/// # Errors
/// Where it cannot be read, or its outer form is damaged.
pub fn read_codebook(path: &Path) -> Result<Codebook, Error> {
    let Some(text) = read_text(path)? else { return Ok(Codebook::default()) };
    Codebook::read(&text).map_err(|fault| Error::Format {
        name: format!("{}:{}:{}", path.display(), fault.line, fault.column),
        why: fault.message,
        help: "The file is left as it is. Mend it there, or move it away.".into(),
    })
}

/// Changes a codebook on the disk, as it is now.
///
/// # Errors
/// Where it cannot be read or written, or was made by a newer seized.
pub fn change_codebook(path: &Path, change: &dyn Fn(&mut Codebook)) -> Result<(), Error> {
    let error = |cause| Error::File { path: path.to_owned(), cause };
    let _lock = lock(&durable::folder_of(&durable::target_of(path))).map_err(error)?;
    let mut book = read_codebook(path)?;
    if book.is_newer() {
        return Err(Error::Format {
            name: path.display().to_string(),
            why: "made by a newer seized, so this one only reads it".into(),
            help: "Update seized.".into(),
        });
    }
    let before = book.text();
    change(&mut book);
    let text = book.text();
    if text == before {
        return Ok(());
    }
    links::refuse_planted(path, |text| Codebook::read(text).is_ok()).map_err(error)?;
    durable::replace(path, text.as_bytes()).map_err(error)
}
