//! Brings a file of annotations back to a source that was renamed or moved. Knows files, not how the
//! two found one another.

use std::{fs, path::Path};

use super::{annotation_file::is_annotations_of, durable, links, lock::lock, read, sidecar_path};
use crate::{
    annotations::{Sidecar, SourceLine, merge_files},
    error::Error,
};

/// Moves the annotations in `file` to `source`, which `line` tells. Where it has some already, the
/// two come together. A death halfway leaves both files, and the next time makes one of them.
///
/// # Errors
/// Where one of the files cannot be read or written; `file` is then still there.
pub fn relocate(file: &Path, source: &Path, line: &SourceLine) -> Result<(), Error> {
    let target = sidecar_path(source);
    let (from, to) = (durable::folder_of(file), durable::folder_of(&target));
    let _lock = lock(&to).map_err(|cause| Error::File { path: to.clone(), cause })?;
    // Locking one folder twice would be waiting for oneself.
    let _other = if fs::canonicalize(&from).ok() == fs::canonicalize(&to).ok() {
        None
    } else {
        lock(&from).map_err(|cause| Error::File { path: from, cause })?
    };
    let kept = read(file, &line.file)?;
    let mut merged = if target.exists() {
        merge_files(&Sidecar::empty(&line.file), &read(&target, &line.file)?, &kept)
    } else {
        kept
    };
    if merged.is_newer() {
        return Err(Error::Format {
            name: file.display().to_string(),
            why: "made by a newer seized, so this one only reads it".into(),
            help: "Update seized.".into(),
        });
    }
    merged.set_source(line);
    links::refuse_planted(&target, |text| is_annotations_of(text, &line.file))
        .map_err(|cause| Error::File { path: target.clone(), cause })?;
    durable::replace(&target, merged.text().as_bytes())
        .map_err(|cause| Error::File { path: target, cause })?;
    durable::remove(file).map_err(|cause| Error::File { path: file.to_owned(), cause })
}
