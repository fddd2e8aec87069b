//! The library as the thread that answers has it: what is kept of it, whether it was compared with what is there, what
//! has to be read first and whether the person agreed to that. Knows no screen and no order of questions.

use std::{
    panic,
    path::PathBuf,
    sync::Arc,
    thread,
    time::{Duration, Instant},
};

use super::{progress::STACK, question::Question};
use crate::{
    app::screens::library::{Answer, Ask, Known},
    library::{LedgerOrder, Library, MandateFilter, Mandates, Unreadable},
    opening::library::{Gathered, Progress, as_kept, count_files, gather},
};

/// The library as it is known.
#[derive(Default)]
pub(super) struct Shelf {
    /// Of which folders it is.
    folders: Vec<PathBuf>,
    pub(super) library: Arc<Library>,
    unread: Vec<(String, String)>,
    /// What was told of it last.
    told: Known,
    /// Its mandates, once they were asked for.
    mandates: Option<Mandates>,
    /// Whether it was compared with what is there.
    pub(super) is_whole: bool,
    /// The folders that were not named and that the person agreed to have read.
    agreed: Vec<Vec<PathBuf>>,
    /// Questions that wait for that.
    pub(super) waiting: Vec<Question>,
    /// How many files are below folders that were not read.
    counted: Option<(Vec<PathBuf>, usize)>,
}

/// So many files of a folder that nobody named are read without asking.
const FEW: usize = 300;

/// The mandates that are shown of those that are asked for. Nobody reads so many.
const MOST_MANDATES: usize = 500;
/// What is said of a folder that was there and is not any more.
const GONE: &str = "the folder is gone; what was read of it is shown";

/// How long one waits at a time for reading to come to an end.
const WAIT: (Duration, Duration) = (Duration::from_millis(1), Duration::from_millis(50));

impl Shelf {
    /// What is known of a library that is being read: what the cache has by now.
    pub(super) fn so_far(folders: &[PathBuf]) -> Self {
        Self::of(folders, as_kept(folders))
    }

    /// A library, which was not compared with what is there.
    pub(super) fn of(folders: &[PathBuf], library: Library) -> Self {
        Self { folders: folders.to_vec(), library: Arc::new(library), ..Self::default() }
    }

    /// Whether it has nothing.
    pub(super) fn is_empty(&self) -> bool {
        self.library.segments().is_empty()
    }

    /// Whether it is the library of these folders.
    pub(super) fn is_of(&self, folders: &[PathBuf]) -> bool {
        self.folders == folders
    }

    /// Takes what the cache has of the library, where another one was asked before.
    pub(super) fn take_kept(&mut self, folders: &[PathBuf]) {
        if self.folders != folders {
            self.folders = folders.to_vec();
            self.library = Arc::new(as_kept(folders));
            (self.unread, self.mandates, self.is_whole) = (Vec::new(), None, false);
        }
    }

    /// What is to be answered now that something is asked: where that is an agreement, what waited for it.
    pub(super) fn take_up(&mut self, question: Question) -> Vec<Question> {
        if question.ask != Ask::ReadFolder {
            return vec![question];
        }
        self.agreed.extend(self.waiting.iter().map(|waiting| waiting.folders.clone()));
        std::mem::take(&mut self.waiting)
    }

    /// How many files would have to be read for an answer, where these are many, nobody named their folder, nothing is
    /// kept of it and the person has not agreed yet.
    pub(super) fn files_to_ask_about(&mut self, question: &Question) -> Option<usize> {
        let folders = &question.folders;
        if question.is_named || question.ask.is_of_what_is_known() || self.agreed.contains(folders)
        {
            return None;
        }
        self.take_kept(folders);
        if self.is_whole || !self.is_empty() {
            return None;
        }
        let known = self.counted.take().filter(|(counted, _)| counted == folders);
        let (folders, files) = known.unwrap_or_else(|| (folders.clone(), count_files(folders)));
        self.counted = Some((folders, files));
        (files > FEW).then_some(files)
    }

    /// Reads what has changed since the cache was written. Meanwhile it is asked again and again to do something else
    /// for as long as it is told. Returns whether the library is another one now. Of a folder that is gone what was read
    /// is kept, and that it is gone is said.
    pub(super) fn bring_up_to_date(
        &mut self,
        folders: &[PathBuf],
        meanwhile: &mut dyn FnMut(&Progress, Duration),
    ) -> bool {
        let gone = folders.iter().filter(|folder| !folder.is_dir());
        let gone: Vec<(String, String)> =
            gone.map(|folder| (folder.display().to_string(), GONE.to_owned())).collect();
        if self.is_whole && !gone.is_empty() {
            let is_news = self.unread != gone;
            self.unread = gone;
            return is_news;
        }
        let Gathered { library, unread, complaints, read, .. } = gather_beside(folders, meanwhile);
        let before = (self.library.count_files(), std::mem::take(&mut self.unread), self.is_whole);
        let unread = unread.into_iter().map(|unread| (unread.path, unread.reason));
        let complaints = complaints.into_iter().map(|why| ("the index".to_owned(), why));
        self.folders = folders.to_vec();
        self.library = Arc::new(library);
        self.unread = unread.chain(complaints).collect();
        (self.mandates, self.is_whole) = (None, true);
        read > 0 || before != (self.library.count_files(), self.unread.clone(), true)
    }

    /// Tells the mandates that fit what was typed: at once, and again when it is known how often each is asked.
    pub(super) fn tell_ledger(
        &mut self,
        typed: &str,
        order: LedgerOrder,
        goes_on: &(dyn Fn() -> bool + Sync),
        tell: &(dyn Fn(Answer) + Sync),
    ) -> Result<(), Unreadable> {
        let mandates = match self.mandates.take() {
            Some(mandates) => mandates,
            None => self.library.mandates()?,
        };
        let filter = MandateFilter::read(typed);
        let mut page = self.library.ledger(&mandates, &filter, order, MOST_MANDATES)?;
        tell(Answer::Ledger(page.clone()));
        if goes_on() {
            self.library.add_repeats(&mandates, &mut page);
            tell(Answer::Ledger(page));
        }
        self.mandates = Some(mandates);
        Ok(())
    }

    /// What is known of it. What has not changed since it was told last is not told anew: to take in another catalogue of
    /// thousands, and to give back the one before, would hold up a key.
    pub(super) fn known(&mut self) -> Known {
        let cited_by =
            shared(&self.told.cited_by, self.library.citing_counts().unwrap_or_default());
        let entries = shared(&self.told.entries, self.library.catalogue());
        let names = self.folders.iter().map(|folder| {
            let name = folder.file_name().or_else(|| Some(folder.as_os_str()));
            name.map(|name| name.to_string_lossy().into_owned()).unwrap_or_default()
        });
        self.told = Known {
            name: names.collect::<Vec<_>>().join(", "),
            entries,
            cited_by,
            unread: self.unread.clone(),
            is_whole: self.is_whole,
        };
        self.told.clone()
    }
}

/// Gathers a library in a thread of its own, and meanwhile does something else in this one: for a tenth of the time
/// that has gone by, so that what is gathered at once is there at once.
fn gather_beside(folders: &[PathBuf], meanwhile: &mut dyn FnMut(&Progress, Duration)) -> Gathered {
    let progress = Progress::default();
    let gather = || gather(folders, &progress, &|| true);
    thread::scope(|scope| {
        let beside = thread::Builder::new().name("gather".into()).stack_size(STACK);
        // Where there is no thread to be had, nothing else is done.
        let Ok(gathering) = beside.spawn_scoped(scope, gather) else { return gather() };
        let began = Instant::now();
        while !gathering.is_finished() {
            meanwhile(&progress, (began.elapsed() / 10).clamp(WAIT.0, WAIT.1));
        }
        gathering.join().unwrap_or_else(|panic| panic::resume_unwind(panic))
    })
}

/// The old one where the new one is the same.
fn shared<T: PartialEq>(old: &Arc<T>, new: T) -> Arc<T> {
    if **old == new { Arc::clone(old) } else { Arc::new(new) }
}
