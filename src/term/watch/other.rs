//! The watch where there is no inotify: that of the crate `notify`. It watches the folder, for editors
//! replace files, and a watch on the file itself would follow the old one into the bin.

use std::{
    path::{Path, PathBuf},
    sync::mpsc::Sender,
};

use notify::{EventKind, RecommendedWatcher, RecursiveMode, Watcher as _};

use super::Watched;
use crate::term::event::{Event, News};

/// Ends when it is dropped.
pub(in crate::term) struct Watch {
    _watcher: RecommendedWatcher,
}

/// The watch on folders, which there is on Linux alone: elsewhere a library is looked at again when it is opened.
pub(in crate::term) struct FolderWatch;

impl FolderWatch {
    pub(in crate::term) fn start(_: Watched, _: &Sender<Event>, _: News) -> Option<Self> {
        None
    }

    pub(in crate::term) fn add(&self, _: &[PathBuf]) -> bool {
        false
    }
}

pub(super) fn start(path: &Path, events: Sender<Event>, news: News) -> Option<Watch> {
    let watched = path.to_owned();
    let on_event = move |event: notify::Result<notify::Event>| {
        let Ok(event) = event else { return };
        let is_change = !matches!(event.kind, EventKind::Access(_));
        if is_change && event.paths.contains(&watched) {
            // Where nobody listens any more, nothing is to be told.
            let _ = events.send(news());
        }
    };
    let mut watcher = notify::recommended_watcher(on_event).ok()?;
    watcher.watch(path.parent()?, RecursiveMode::NonRecursive).ok()?;
    Some(Watch { _watcher: watcher })
}
