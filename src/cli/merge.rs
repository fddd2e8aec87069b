//! `seized merge`: the annotations of two people, and what both began with. As git wants it of a
//! merge driver: the result replaces OURS.

use std::path::{Path, PathBuf};

use clap::Args;

use super::Outcome;
use crate::{
    annotations::{Sidecar, merge_files},
    error::Error,
    store,
};

#[derive(Debug, Args)]
#[command(
    after_help = "Exit status 1 says that both versions of something were kept, marked `conflict`.\n\n\
                  Example: git config merge.seized.driver 'seized merge %O %A %B'\n         \
                  echo '*.seized.ron merge=seized' >> .gitattributes"
)]
pub(super) struct Arguments {
    /// What both sides began with; may be empty
    base: PathBuf,
    /// Our version; the result replaces it
    ours: PathBuf,
    /// Their version
    theirs: PathBuf,
}

pub(super) fn run(arguments: &Arguments) -> Result<Outcome, Error> {
    let base = read(&arguments.base)?;
    let ours = read(&arguments.ours)?;
    let theirs = read(&arguments.theirs)?;
    let merged = merge_files(&base, &ours, &theirs);
    let text = merged.text();
    // A merge driver runs where nobody watches: what cannot be read again must not be written.
    if !Sidecar::read(&text).is_ok_and(|again| again.says(&merged.entries())) {
        return Err(refusal(&arguments.ours, "the merged file could not be read again"));
    }
    store::durable::replace(&arguments.ours, text.as_bytes())
        .map_err(|cause| Error::File { path: arguments.ours.clone(), cause })?;
    let has_conflict = merged.entries().iter().any(|entry| entry.conflict().is_some());
    Ok(if has_conflict { Outcome::No } else { Outcome::Done })
}

/// What this version does not understand it does not merge.
fn read(path: &Path) -> Result<Sidecar, Error> {
    if !path.exists() {
        let cause = std::io::ErrorKind::NotFound.into();
        return Err(Error::File { path: path.to_owned(), cause });
    }
    let file = store::read(path, "")?;
    if file.is_newer() {
        return Err(refusal(path, "made by a newer seized"));
    }
    Ok(file)
}

fn refusal(path: &Path, why: &str) -> Error {
    let help = "All three files are left as they are.".into();
    Error::Format { name: path.display().to_string(), why: why.into(), help }
}
