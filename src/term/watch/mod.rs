//! Watches a file by its name: it may be written, replaced, removed, and come into being. Knows
//! nothing of what is in it. How the system is asked is different on Linux and elsewhere.

#[cfg(target_os = "linux")]
mod folders;
#[cfg(target_os = "linux")]
mod linux;
#[cfg(not(target_os = "linux"))]
mod other;

#[cfg(target_os = "linux")]
pub(super) use folders::FolderWatch;
#[cfg(target_os = "linux")]
use linux as system;
#[cfg(not(target_os = "linux"))]
use other as system;
#[cfg(not(target_os = "linux"))]
pub(super) use other::FolderWatch;

use std::{
    path::{Path, PathBuf},
    sync::mpsc::Sender,
    time::SystemTime,
};

use super::event::{Event, News};
use crate::opening::changed_at;

/// A watch, which lasts as long as this.
pub(super) use system::Watch;

/// Starts watching a file that was read when it had been changed at `read`. `None` where the system
/// cannot: then the file is simply not read again.
pub(super) fn start(
    path: &Path,
    read: Option<SystemTime>,
    events: &Sender<Event>,
    news: News,
) -> Option<Watch> {
    let target = target_of(path)?;
    let event = news();
    let watch = system::start(&target, events.clone(), news)?;
    if changed_at(&target) != read {
        // Between being read and being watched.
        let _ = events.send(event);
    }
    Some(watch)
}

/// What is watched in folders.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Watched {
    /// All files, also in folders below.
    Library,
    /// Files of annotations in the folder itself.
    Annotations,
}

/// The file itself, where links lead to it; the name it will have, where it is not there yet.
fn target_of(path: &Path) -> Option<PathBuf> {
    let named = path.parent().filter(|folder| !folder.as_os_str().is_empty());
    let folder = named.unwrap_or(Path::new(".")).canonicalize().ok()?;
    Some(path.canonicalize().unwrap_or(folder.join(path.file_name()?)))
}
