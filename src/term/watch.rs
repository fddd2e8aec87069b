//! Watches the file of a document. Its folder, in truth: editors replace files, and a watch on the
//! file itself would follow the old one into the bin. Knows nothing of what is in it.

use std::{fs, path::Path, sync::mpsc::Sender, time::SystemTime};

use notify::{Event, EventKind, RecommendedWatcher, RecursiveMode, Watcher as _};

use super::Happening;

/// When a file was changed last; `None` where nobody knows.
pub(super) fn changed_at(path: &Path) -> Option<SystemTime> {
    fs::metadata(path).ok()?.modified().ok()
}

/// Starts watching a file that was read when it had been changed at `read`; it lasts as long as
/// what is returned. `None` where the system cannot: then the document is simply not read again.
pub(super) fn start(
    path: &Path,
    read: Option<SystemTime>,
    happenings: Sender<Happening>,
    happening: fn() -> Happening,
) -> Option<RecommendedWatcher> {
    let named = path.parent().filter(|folder| !folder.as_os_str().is_empty());
    let folder = named.unwrap_or(Path::new(".")).canonicalize().ok()?;
    // What is not there yet is watched by the name it will have.
    let path = path.canonicalize().unwrap_or(folder.join(path.file_name()?));
    let folder = path.parent()?.to_owned();
    let (watched, sender) = (path.clone(), happenings.clone());
    let on_event = move |event: notify::Result<Event>| {
        let Ok(event) = event else { return };
        let is_change = !matches!(event.kind, EventKind::Access(_));
        if is_change && event.paths.contains(&watched) {
            // Where nobody listens any more, nothing is to be told.
            let _ = sender.send(happening());
        }
    };
    let mut watcher = notify::recommended_watcher(on_event).ok()?;
    watcher.watch(&folder, RecursiveMode::NonRecursive).ok()?;
    if changed_at(&path) != read {
        // Between being read and being watched.
        let _ = happenings.send(happening());
    }
    Some(watcher)
}
