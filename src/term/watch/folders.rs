//! The watch on folders: on those of a library and all below them, for files that come, go, are renamed or were written;
//! and on those in which files of a resolution lie, for files of annotations alone. Knows nothing of what is in them,
//! and tells no more than that something changed.

use std::{
    ffi::OsStr,
    io,
    path::{Path, PathBuf},
    sync::{Arc, Mutex, PoisonError, mpsc::Sender},
};

use inotify::{EventMask, Inotify, WatchMask, Watches};

use super::Watched;
use crate::{
    store,
    term::{
        event::{Event, News},
        jobs,
    },
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

/// Folders that are watched for as long as the process is there.
pub(in crate::term) struct FolderWatch {
    what: Watched,
    watches: Watches,
    folders: Arc<Mutex<Vec<PathBuf>>>,
    events: Sender<Event>,
}

impl FolderWatch {
    /// Watches no folder yet. `None` where the system cannot: then a library is looked at again when it is opened.
    pub(in crate::term) fn start(
        what: Watched,
        events: &Sender<Event>,
        news: News,
    ) -> Option<Self> {
        let inotify = Inotify::init().ok()?;
        let watches = inotify.watches();
        let folders = Arc::default();
        let own = (watches.clone(), Arc::clone(&folders));
        let watching = move |events: &Sender<Event>| {
            // What cannot be watched any more is not: what was read stays.
            let _ = watch(inotify, what, own, events, &news);
        };
        jobs::start("watching folders", 128 << 10, events.clone(), watching).ok()?;
        Some(Self { what, watches, folders, events: events.clone() })
    }

    /// Watches these folders as well, if they are not watched yet; whether one was not.
    pub(in crate::term) fn add(&self, folders: &[PathBuf]) -> bool {
        let mut known = self.folders.lock().unwrap_or_else(PoisonError::into_inner);
        let is_known = |folder: &&PathBuf| !known.contains(folder);
        let new: Vec<PathBuf> = folders.iter().filter(is_known).cloned().collect();
        if new.is_empty() {
            return false;
        }
        known.extend_from_slice(&new);
        drop(known);
        let (what, mut watches) = (self.what, self.watches.clone());
        let mut adding = move || {
            let mut left = MOST;
            new.iter().for_each(|folder| add(&mut watches, folder, what, &mut left));
        };
        match what {
            Watched::Annotations => adding(),
            Watched::Library => {
                // What lies below may be much. Without a thread for it they are not watched.
                let events = self.events.clone();
                let _ = jobs::start("watching a folder", 128 << 10, events, move |_| adding());
            }
        }
        true
    }
}

fn watch(
    mut inotify: Inotify,
    what: Watched,
    (mut watches, folders): (Watches, Arc<Mutex<Vec<PathBuf>>>),
    sender: &Sender<Event>,
    news: &News,
) -> io::Result<()> {
    let mut bytes = [0; 8 << 10];
    loop {
        let (mut is_news, mut has_new_folder) = (false, false);
        for event in inotify.read_events_blocking(&mut bytes)? {
            has_new_folder |= event.mask.contains(EventMask::ISDIR);
            is_news |= event.name.is_none_or(|name| is_watched(name, what));
        }
        if has_new_folder && what == Watched::Library {
            let mut left = MOST;
            let folders = folders.lock().unwrap_or_else(PoisonError::into_inner).clone();
            // Asking twice for the same folder changes nothing.
            folders.iter().for_each(|folder| add(&mut watches, folder, what, &mut left));
        }
        if is_news && sender.send(news()).is_err() {
            return Ok(());
        }
    }
}

/// Hidden files are no documents, and what is written before it takes a file's place is hidden.
fn is_watched(name: &OsStr, what: Watched) -> bool {
    let is_hidden = name.as_encoded_bytes().starts_with(b".");
    !is_hidden && (what == Watched::Library || store::is_annotation_file(Path::new(name)))
}

/// Watches a folder and, in a library, those below it, hidden ones left out.
fn add(watches: &mut Watches, folder: &Path, what: Watched, left: &mut usize) {
    if *left == 0 || watches.add(folder, FOLDER).is_err() {
        return;
    }
    *left -= 1;
    if what == Watched::Annotations {
        return;
    }
    let Ok(entries) = folder.read_dir() else { return };
    for entry in entries.flatten() {
        let is_hidden = entry.file_name().as_encoded_bytes().starts_with(b".");
        if !is_hidden && entry.file_type().is_ok_and(|kind| kind.is_dir()) {
            add(watches, &entry.path(), what, left);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::{
        fs,
        sync::mpsc::{Receiver, channel},
        time::Duration,
    };

    const SOON: Duration = Duration::from_secs(20);

    fn quiet(happened: &Receiver<Event>) {
        while happened.recv_timeout(Duration::from_millis(200)).is_ok() {}
    }

    /// Threads begin to watch at some time: until then the file is written again and again.
    fn is_begun(happened: &Receiver<Event>, file: &Path) {
        while happened.recv_timeout(Duration::from_millis(20)).is_err() {
            fs::write(file, "one").expect("written");
        }
        quiet(happened);
    }

    #[test]
    fn what_comes_and_goes_below_a_folder_is_told_and_hidden_files_are_not() {
        let library = tempfile::tempdir().expect("a folder");
        fs::create_dir(library.path().join("old")).expect("made");
        let (events, happened) = channel();
        let news = Box::new(|| Event::LibraryChanged);
        let watch = FolderWatch::start(Watched::Library, &events, news).expect("a watch");
        assert!(watch.add(&[library.path().to_owned()]));
        let told = || happened.recv_timeout(SOON).is_ok();
        is_begun(&happened, &library.path().join("a.txt"));
        fs::write(library.path().join("old/b.txt"), "two").expect("written");
        assert!(told(), "below a folder");
        quiet(&happened);
        fs::create_dir(library.path().join("new")).expect("made");
        assert!(told(), "a folder");
        quiet(&happened);
        fs::write(library.path().join("new/c.txt"), "three").expect("written");
        assert!(told(), "in the new folder");
        quiet(&happened);
        fs::write(library.path().join(".hidden"), "four").expect("written");
        assert!(happened.recv_timeout(Duration::from_millis(300)).is_err(), "hidden");
        fs::remove_file(library.path().join("a.txt")).expect("removed");
        assert!(told(), "one that goes");
        quiet(&happened);
        let another = tempfile::tempdir().expect("a folder");
        assert!(!watch.add(&[library.path().to_owned()]), "that is watched");
        watch.add(&[library.path().to_owned(), another.path().to_owned()]);
        is_begun(&happened, &another.path().join("d.txt"));
    }

    #[test]
    fn beside_a_document_only_files_of_annotations_are_told() {
        let folder = tempfile::tempdir().expect("a folder");
        fs::create_dir(folder.path().join("below")).expect("made");
        let (events, happened) = channel();
        let news = Box::new(|| Event::SiblingsChanged);
        let watch = FolderWatch::start(Watched::Annotations, &events, news).expect("a watch");
        watch.add(&[folder.path().to_owned()]);
        is_begun(&happened, &folder.path().join("a.txt.seized.ron"));
        fs::write(folder.path().join("a.txt"), "words").expect("written");
        fs::write(folder.path().join("below/a.txt.seized.ron"), "()").expect("written");
        assert!(happened.recv_timeout(Duration::from_millis(300)).is_err(), "other files");
        fs::remove_file(folder.path().join("a.txt.seized.ron")).expect("removed");
        assert!(happened.recv_timeout(SOON).is_ok(), "one that goes");
    }
}
