//! Answers that a person has read and approved, in files beside the tests.

use std::{env, fs, path::Path};

/// What differs first between a file and what is said now, with the name of the file; nothing where it says the same.
/// With `SEIZED_RENEW` the file is written anew.
pub(crate) fn difference(kept: &Path, said: &str) -> Option<String> {
    if env::var_os("SEIZED_RENEW").is_some() {
        fs::write(kept, said).expect("written");
        return None;
    }
    let approved = fs::read_to_string(kept).unwrap_or_default();
    let differs = approved.lines().zip(said.lines()).find(|(old, new)| old != new);
    (approved != said).then(|| format!("{}: {differs:?}", kept.display()))
}
