//! `seized merge`: the annotations of two people, and what both began with. As git wants it of a
//! merge driver: the result replaces OURS.

use std::path::PathBuf;

use clap::Args;

use super::Outcome;
use crate::{
    annotations::{Entry, Sidecar, merge},
    error::Error,
    store,
};

#[derive(Debug, Args)]
#[command(
    after_help = "Example: git config merge.seized.driver 'seized merge %O %A %B'\n         \
                  echo '*.seized.ron merge=seized' >> .gitattributes"
)]
pub(super) struct Arguments {
    /// What both sides began with
    base: PathBuf,
    /// Our version; the result replaces it
    ours: PathBuf,
    /// Their version
    theirs: PathBuf,
}

pub(super) fn run(arguments: &Arguments) -> Result<Outcome, Error> {
    let base = store::read(&arguments.base, "")?;
    let ours = store::read(&arguments.ours, "")?;
    let theirs = store::read(&arguments.theirs, "")?;
    for (file, path) in
        [(&base, &arguments.base), (&ours, &arguments.ours), (&theirs, &arguments.theirs)]
    {
        refuse(file, path)?;
    }
    let merged = merge(&base.entries(), &ours.entries(), &theirs.entries());
    let text = ours.write_merged(&theirs, &merged);
    store::durable::replace(&arguments.ours, text.as_bytes())
        .map_err(|cause| Error::File { path: arguments.ours.clone(), cause })?;
    let has_conflict = merged.iter().any(
        |entry| matches!(entry, Entry::Annotation(annotation) if annotation.conflict.is_some()),
    );
    Ok(if has_conflict { Outcome::No } else { Outcome::Done })
}

/// What this version does not understand it does not merge.
fn refuse(file: &Sidecar, path: &std::path::Path) -> Result<(), Error> {
    let why = match (file.is_newer(), file.faults.first()) {
        (true, _) => "made by a newer seized".to_owned(),
        (false, Some(fault)) => format!("a record cannot be read: {fault}"),
        (false, None) => return Ok(()),
    };
    let help = "All three files are left as they are.".into();
    Err(Error::Format { name: path.display().to_string(), why, help })
}
