//! The watch by inotify. The file itself is watched for what is written in it, and its folder only
//! for files that come, go and change their names: so whatever others write in the folder, a log
//! that grows every millisecond, wakes nobody. The crate `notify` has no say in what it asks for.

use std::{ffi::OsStr, io, path::Path, sync::mpsc::Sender};

use inotify::{Inotify, WatchMask, Watches};

use crate::term::{
    event::{Event, News},
    jobs,
};

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
        let _ = watch(inotify, watches, &path, events, &news);
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
    news: &News,
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::DocId;
    use std::{fs, io::Write as _, sync::mpsc::channel, time::Duration};

    #[test]
    fn a_log_beside_the_file_wakes_nobody() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("a.txt");
        fs::write(&path, "one").expect("written");
        let mut log = fs::File::create(folder.path().join("a.log")).expect("a log");
        let (events, happened) = channel();
        let _watch =
            start(&path, events, Box::new(|| Event::SourceChanged(DocId::FIRST))).expect("watched");
        for line in 0..1000 {
            log.write_all(b"line\n").expect("written");
            // Others open and close their file for each line.
            let again = fs::OpenOptions::new().append(true).open(folder.path().join("a.log"));
            writeln!(again.expect("opened"), "{line}").expect("written");
        }
        fs::write(&path, "two").expect("written");
        assert!(happened.recv().is_ok(), "the file itself is heard of");
        let more = std::iter::from_fn(|| happened.recv_timeout(Duration::from_millis(100)).ok());
        assert!(more.count() < 5, "the log is not");
    }

    #[test]
    fn a_file_that_is_replaced_removed_and_made_again_is_followed() {
        let folder = tempfile::tempdir().expect("a folder");
        let (path, new) = (folder.path().join("a.txt"), folder.path().join("new"));
        let (events, happened) = channel();
        let _watch =
            start(&path, events, Box::new(|| Event::SourceChanged(DocId::FIRST))).expect("watched");
        let is_heard = || {
            let is_heard = happened.recv_timeout(Duration::from_secs(20)).is_ok();
            while happened.recv_timeout(Duration::from_millis(100)).is_ok() {}
            is_heard
        };
        fs::write(&path, "made").expect("written");
        assert!(is_heard(), "it comes into being");
        fs::write(&new, "replaced").expect("written");
        fs::rename(&new, &path).expect("replaced");
        assert!(is_heard(), "it is replaced");
        fs::OpenOptions::new()
            .append(true)
            .open(&path)
            .expect("opened")
            .write_all(b"!")
            .expect("!");
        assert!(is_heard(), "the new one is written to");
        fs::remove_file(&path).expect("removed");
        assert!(is_heard(), "it is removed");
    }
}
