//! What is watched beside the open documents: the folders of the library, and those in which other files of the
//! resolutions lie that are read; and when what changed there is told to the reader. Knows nothing of what is in them.

use std::{path::PathBuf, sync::mpsc::Sender, time::Instant};

use super::{
    debounce::Debounce,
    event::{Event, News},
    watch::{FolderWatch, Watched},
};
use crate::app::Message;

/// What is watched, and what of it is not told yet.
#[derive(Default)]
pub(super) struct FolderNews {
    library: Option<FolderWatch>,
    siblings: Option<FolderWatch>,
    library_changes: Debounce,
    sibling_changes: Debounce,
}

impl FolderNews {
    /// Watches the folders of a library from now on, as well as those of before.
    pub(super) fn watch_library(&mut self, folders: &[PathBuf], events: &Sender<Event>) {
        let news: News = Box::new(|| Event::LibraryChanged);
        watch(&mut self.library, Watched::Library, folders, events, news);
    }

    /// Watches the folders in which files of a resolution lie for what is written on them; whether one was not watched.
    pub(super) fn watch_siblings(&mut self, folders: &[PathBuf], events: &Sender<Event>) -> bool {
        let news: News = Box::new(|| Event::SiblingsChanged);
        watch(&mut self.siblings, Watched::Annotations, folders, events, news)
    }

    /// Takes note that something in the library changed.
    pub(super) fn library_changed(&mut self, now: Instant) {
        self.library_changes.stir(now);
    }

    /// Takes note that something was written on a file that may be another one of a resolution that is read.
    pub(super) fn siblings_changed(&mut self, now: Instant) {
        self.sibling_changes.stir(now);
    }

    /// When something is to be told.
    pub(super) fn due_at(&self) -> Option<Instant> {
        [self.library_changes.due_at(), self.sibling_changes.due_at()].into_iter().flatten().min()
    }

    /// What is to be told now.
    pub(super) fn take_due(&mut self, now: Instant) -> Vec<Message> {
        let library = self.library_changes.take_due(now).then_some(Message::LibraryChanged);
        let siblings = self.sibling_changes.take_due(now).then_some(Message::SiblingsChanged);
        library.into_iter().chain(siblings).collect()
    }
}

fn watch(
    watch: &mut Option<FolderWatch>,
    what: Watched,
    folders: &[PathBuf],
    events: &Sender<Event>,
    news: News,
) -> bool {
    if watch.is_none() {
        *watch = FolderWatch::start(what, events, news);
    }
    watch.as_ref().is_some_and(|watch| watch.add(folders))
}
