//! Symbolic links where a file of ours is to be written. Whoever shares a folder can plant one, and a
//! link to somebody's file must not make us write over that file. Knows paths; what a file must say to
//! be ours, the caller knows.

use std::{fs, io, path::Path};

use super::read_text;

/// Refuses to write through a symbolic link, unless it leads to a file that is there already and is
/// ours. What is no link may be written.
///
/// # Errors
/// `PermissionDenied` where it must not be written through, with where it leads.
pub(super) fn refuse_planted(path: &Path, is_ours: impl Fn(&str) -> bool) -> io::Result<()> {
    let Ok(to) = fs::read_link(path) else { return Ok(()) };
    // What cannot be read through the link is not ours either.
    let text = read_text(path).ok().flatten();
    if text.is_some_and(|text| is_ours(&text)) {
        return Ok(());
    }
    let why = format!("a link to {}, which is not written through", to.display());
    Err(io::Error::new(io::ErrorKind::PermissionDenied, why))
}
