//! The watch on the folders of a library and all below them: files that come, go, are renamed or were written. Knows
//! nothing of what is in them, and tells no more than that something changed.

use std::{
    io,
    path::{Path, PathBuf},
    sync::mpsc::Sender,
};

use inotify::{EventMask, Inotify, WatchMask, Watches};

use crate::term::{
    event::{Event, News},
    jobs,
};

/// What is asked of each folder.
const FOLDER: WatchMask = WatchMask::CREATE
    .union(WatchMask::DELETE)
    .union(WatchMask::MOVED_FROM)
    .union(WatchMask::MOVED_TO)
    .union(WatchMask::CLOSE_WRITE)
    .union(WatchMask::DELETE_SELF)
    .union(WatchMask::ONLYDIR);

/// The folders that are watched at most: the system lends only so many watches.
const MOST: usize = 4096;

/// Watches folders for as long as the process is there. Where the system cannot, nothing is told.
pub(in crate::term) fn start(folders: Vec<PathBuf>, events: Sender<Event>, news: News) {
    let watching = move |events: &Sender<Event>| {
        // What cannot be watched any more is not: what was read stays.
        let _ = watch(&folders, events, &news);
    };
    // Without a thread for it the library is looked at again when it is opened.
    let _ = jobs::start("watching the library", 128 << 10, events, watching);
}

fn watch(folders: &[PathBuf], sender: &Sender<Event>, news: &News) -> io::Result<()> {
    let mut inotify = Inotify::init()?;
    let mut watches = inotify.watches();
    let mut left = MOST;
    for folder in folders {
        add(&mut watches, folder, &mut left);
    }
    let mut bytes = [0; 8 << 10];
    loop {
        let (mut is_news, mut has_new_folder) = (false, false);
        for event in inotify.read_events_blocking(&mut bytes)? {
            has_new_folder |= event.mask.contains(EventMask::ISDIR);
            // Hidden files are no documents, and what is written before it takes a file's place is hidden.
            is_news |= event.name.is_none_or(|name| !name.as_encoded_bytes().starts_with(b"."));
        }
        if has_new_folder {
            left = MOST;
            // Asking twice for the same folder changes nothing.
            folders.iter().for_each(|folder| add(&mut watches, folder, &mut left));
        }
        if is_news && sender.send(news()).is_err() {
            return Ok(());
        }
    }
}

/// Watches a folder and those below it, hidden ones left out.
fn add(watches: &mut Watches, folder: &Path, left: &mut usize) {
    if *left == 0 || watches.add(folder, FOLDER).is_err() {
        return;
    }
    *left -= 1;
    let Ok(entries) = folder.read_dir() else { return };
    for entry in entries.flatten() {
        let is_hidden = entry.file_name().as_encoded_bytes().starts_with(b".");
        if !is_hidden && entry.file_type().is_ok_and(|kind| kind.is_dir()) {
            add(watches, &entry.path(), left);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::{fs, sync::mpsc::channel, time::Duration};

    #[test]
    fn what_comes_and_goes_below_a_folder_is_told_and_hidden_files_are_not() {
        let library = tempfile::tempdir().expect("a folder");
        fs::create_dir(library.path().join("old")).expect("made");
        let (events, happened) = channel();
        start(vec![library.path().to_owned()], events, Box::new(|| Event::LibraryChanged));
        let told = || happened.recv_timeout(Duration::from_secs(20)).is_ok();
        let quiet = || while happened.recv_timeout(Duration::from_millis(200)).is_ok() {};
        // The thread begins to watch at some time: until then files are written again and again.
        while happened.recv_timeout(Duration::from_millis(20)).is_err() {
            fs::write(library.path().join("a.txt"), "one").expect("written");
        }
        quiet();
        fs::write(library.path().join("old/b.txt"), "two").expect("written");
        assert!(told(), "below a folder");
        quiet();
        fs::create_dir(library.path().join("new")).expect("made");
        assert!(told(), "a folder");
        quiet();
        fs::write(library.path().join("new/c.txt"), "three").expect("written");
        assert!(told(), "in the new folder");
        quiet();
        fs::write(library.path().join(".hidden"), "four").expect("written");
        assert!(happened.recv_timeout(Duration::from_millis(300)).is_err(), "hidden");
        fs::remove_file(library.path().join("a.txt")).expect("removed");
        assert!(told(), "one that goes");
    }
}
