//! The watch by inotify. The file itself is watched for what is written in it, and its folder only
//! for files that come, go and change their names: so whatever others write in the folder, a log
//! that grows every millisecond, wakes nobody. The crate `notify` has no say in what it asks for.

use std::{ffi::OsStr, io, path::Path, sync::mpsc::Sender};

use inotify::{Inotify, WatchMask, Watches};

use super::{Event, News};
use crate::term::jobs;

/// What is asked of the folder. Editors replace files: the new one comes by its name.
const FOLDER: WatchMask = WatchMask::CREATE
    .union(WatchMask::DELETE)
    .union(WatchMask::MOVED_FROM)
    .union(WatchMask::MOVED_TO)
    .union(WatchMask::ONLYDIR);

/// What is asked of the file: that somebody who wrote in it closed it, or writes on and on.
const FILE: WatchMask = WatchMask::CLOSE_WRITE.union(WatchMask::MODIFY);

/// The thread waits in the system for as long as the process is there; what it says after the run
/// loop has ended is heard by nobody, and ends it.
pub(in crate::term) struct Watch;

pub(super) fn start(path: &Path, events: Sender<Event>, news: News) -> Option<Watch> {
    let inotify = Inotify::init().ok()?;
    let mut watches = inotify.watches();
    watches.add(path.parent()?, FOLDER).ok()?;
    follow(&mut watches, path);
    let path = path.to_owned();
    let watching = move |events: &Sender<Event>| {
        // A folder that cannot be watched any more is not: what was read stays.
        let _ = watch(inotify, watches, &path, events, news);
    };
    jobs::start("watching files", 64 << 10, events, watching).ok()?;
    Some(Watch)
}

/// Watches the file that has the name now, if there is one. Asking twice for the same file changes
/// nothing.
fn follow(watches: &mut Watches, path: &Path) {
    let _ = watches.add(path, FILE);
}

fn watch(
    mut inotify: Inotify,
    mut watches: Watches,
    path: &Path,
    sender: &Sender<Event>,
    news: News,
) -> io::Result<()> {
    let mut bytes = [0; 8 << 10];
    loop {
        let mut is_ours = false;
        for event in inotify.read_events_blocking(&mut bytes)? {
            // What happens to the file itself comes without a name.
            is_ours |= event.name.is_none_or(|name| Some::<&OsStr>(name) == path.file_name());
        }
        if is_ours {
            follow(&mut watches, path);
            if sender.send(news()).is_err() {
                return Ok(());
            }
        }
    }
}
