//! A thread that answers what the reader asks of its library, of other documents and of two texts: none of it may
//! keep a key waiting. It starts with the first question. Of questions of one kind only the newest is answered.
//! Knows the library; nothing of screens.

use std::{
    io,
    path::PathBuf,
    sync::{
        Arc,
        atomic::{AtomicU64, Ordering},
        mpsc::{Receiver, Sender, channel},
    },
    time::Duration,
};

use super::{
    event::Event,
    jobs, past, progress,
    seeking::{count_uses, find, own, uses},
    subject::Subject,
};
use crate::{
    app::screens::library::{Answer, Ask, AskId, Known},
    compare,
    library::{
        Asked, Graph, LedgerOrder, LedgerPage, Library, MandateFilter, Mandates, Query, Unreadable,
    },
    mandates,
    opening::library::{Gathered, Progress, as_kept, gather},
};

/// A question, with the documents it is about.
pub(super) struct Question {
    pub(super) id: AskId,
    pub(super) ask: Ask,
    /// The document it is about, or the first of two.
    pub(super) about: Option<Subject>,
    /// The second of two.
    pub(super) other: Option<Subject>,
    /// The folders of the library.
    pub(super) folders: Vec<PathBuf>,
}

/// Asks the thread.
pub(super) struct Librarian {
    questions: Sender<Question>,
    newest: Arc<Newest>,
}

/// The newest question of each kind: an older one need not be answered any more.
#[derive(Default)]
struct Newest([AtomicU64; 14]);

impl Newest {
    fn of(&self, ask: &Ask) -> &AtomicU64 {
        let kind = match ask {
            Ask::Catalogue => 0,
            Ask::Find(_) => 1,
            Ask::Uses { .. } => 2,
            Ask::UseCounts(_) => 3,
            Ask::CitedBy { .. } => 4,
            Ask::Mandates(_) => 5,
            Ask::Compare(..) => 6,
            Ask::Align(..) => 7,
            Ask::Series(_) => 8,
            Ask::Tags => 9,
            Ask::Ledger(..) => 10,
            Ask::Refresh => 11,
            Ask::Siblings(_) => 12,
            Ask::History { .. } => 13,
        };
        &self.0[kind]
    }

    fn is_newest(&self, ask: &Ask, id: AskId) -> bool {
        // Each document is asked about for itself.
        matches!(ask, Ask::UseCounts(_) | Ask::Siblings(_))
            || self.of(ask).load(Ordering::Relaxed) == id.number()
    }
}

impl Librarian {
    /// Starts the thread.
    ///
    /// # Errors
    /// Where there is no thread to be had.
    pub(super) fn start(events: Sender<Event>) -> io::Result<Self> {
        let (questions, asked) = channel();
        let newest = Arc::new(Newest::default());
        let own = Arc::clone(&newest);
        jobs::start("reading the library", progress::STACK, events, move |events| {
            answer_all(&asked, &own, events);
        })?;
        Ok(Self { questions, newest })
    }

    /// Asks something; [`Event::Answered`] brings the answer.
    pub(super) fn ask(&self, question: Question) {
        self.newest.of(&question.ask).store(question.id.number(), Ordering::Relaxed);
        // Where the thread is gone, that was told.
        let _ = self.questions.send(question);
    }
}

/// The library as it is known.
#[derive(Default)]
struct Shelf {
    /// Of which folders it is.
    folders: Vec<PathBuf>,
    library: Arc<Library>,
    unread: Vec<(String, String)>,
    /// Its mandates, once they were asked for.
    mandates: Option<Mandates>,
    /// Whether it was compared with what is there.
    is_whole: bool,
}

/// The mandates that are shown of those that are asked for. Nobody reads so many.
const MOST_MANDATES: usize = 500;
/// What is said of a folder that was there and is not any more.
const GONE: &str = "the folder is gone; what was read of it is shown";

/// How long reading goes on in silence.
const TICK: Duration = Duration::from_millis(200);

fn answer_all(asked: &Receiver<Question>, newest: &Newest, events: &Sender<Event>) {
    let mut shelf = Shelf::default();
    while let Ok(question) = asked.recv() {
        if !newest.is_newest(&question.ask, question.id) {
            continue;
        }
        let tell = |answer: Answer| {
            // A reader that is gone needs no answer.
            let _ = events.send(Event::Answered(question.id, answer));
        };
        let answered = jobs::caught(|| answer(&question, &mut shelf, newest, &tell));
        if let Err(why) | Ok(Err(why)) = answered {
            tell(Answer::Failed(why));
        }
    }
}

fn answer(
    question: &Question,
    shelf: &mut Shelf,
    newest: &Newest,
    tell: &(dyn Fn(Answer) + Sync),
) -> Result<(), String> {
    let goes_on = || newest.is_newest(&question.ask, question.id);
    match &question.ask {
        Ask::Catalogue => shelf.tell_catalogue(&question.folders, tell),
        Ask::Refresh => shelf.refresh(&question.folders, tell),
        Ask::Find(query) => answer_search(query, question, shelf, &goes_on, tell)?,
        Ask::Uses { text, of } => {
            shelf.be_ready(&question.folders, tell);
            let cite = of.as_ref().map(|(_, cite)| cite);
            let subject = question.about.as_ref();
            let own = subject.and_then(|subject| own(&shelf.library, subject, cite?));
            let asked = Asked::new(text, LEAST, own);
            tell(Answer::Uses(uses(&shelf.library, &asked, &goes_on).map_err(damaged)?));
        }
        Ask::UseCounts(id) => {
            shelf.take_kept(&question.folders);
            if let Some(subject) = &question.about
                && !shelf.library.segments().is_empty()
            {
                let counts = count_uses(&shelf.library, subject).map_err(damaged)?;
                tell(Answer::UseCounts(*id, counts));
            }
        }
        Ask::Siblings(_) | Ask::History { .. } => answer_of_others(question, shelf, tell)?,
        Ask::CitedBy { symbol, .. } => {
            shelf.be_ready(&question.folders, tell);
            let graph = Graph::about(&shelf.library, symbol).map_err(damaged)?;
            tell(Answer::CitedBy(graph.cited_by(symbol)));
        }
        Ask::Series(symbol) => {
            shelf.be_ready(&question.folders, tell);
            tell(Answer::Series(shelf.library.series(symbol).map_err(damaged)?));
        }
        Ask::Ledger(typed, order) => {
            shelf.be_ready(&question.folders, tell);
            tell(Answer::Ledger(shelf.ledger(typed, *order).map_err(damaged)?));
        }
        Ask::Tags => {
            shelf.be_ready(&question.folders, tell);
            tell(Answer::Tags(shelf.library.tags()));
        }
        Ask::Mandates(_) | Ask::Compare(..) | Ask::Align(..) => {
            tell(answer_of_documents(question)?);
        }
    }
    Ok(())
}

/// Answers what other texts have to do with a document.
fn answer_of_others(
    question: &Question,
    shelf: &mut Shelf,
    tell: &(dyn Fn(Answer) + Sync),
) -> Result<(), String> {
    let subject = question.about.as_ref().ok_or_else(closed)?;
    match &question.ask {
        Ask::Siblings(id) => {
            shelf.take_kept(&question.folders);
            tell(past::siblings(*id, &shelf.library, subject));
        }
        Ask::History { symbol, passage, .. } => {
            shelf.be_ready(&question.folders, tell);
            let series = shelf.library.series(symbol).map_err(damaged)?;
            tell(past::through_sessions(series, subject, *passage));
        }
        _ => {}
    }
    Ok(())
}

/// Answers a search: of what is known already at once, and of all when the rest has been read.
fn answer_search(
    query: &str,
    question: &Question,
    shelf: &mut Shelf,
    goes_on: &(dyn Fn() -> bool + Sync),
    tell: &(dyn Fn(Answer) + Sync),
) -> Result<(), String> {
    let query = Query::read(query).map_err(|error| format!("{} {}", error.what, error.why))?;
    let tell_hits = |library: &Library| -> Result<(), String> {
        if let Some(hits) = find(library, &query, goes_on).map_err(damaged)? {
            tell(hits);
        }
        Ok(())
    };
    shelf.take_kept(&question.folders);
    if !shelf.is_whole && !shelf.library.segments().is_empty() {
        tell_hits(&shelf.library)?;
    }
    shelf.be_ready(&question.folders, tell);
    tell_hits(&shelf.library)
}

/// Answers what is asked of documents alone.
fn answer_of_documents(question: &Question) -> Result<Answer, String> {
    let (Some(a), b) = (&question.about, &question.other) else { return Err(closed()) };
    let a = &*a.document;
    let b = b.as_ref().map(|b| &*b.document);
    Ok(match (&question.ask, b) {
        (Ask::Mandates(_), _) => Answer::Mandates(mandates::mandates(a)),
        (Ask::Compare(..), Some(b)) => Answer::Compared(compare::compare(a, b)),
        (Ask::Align(..), Some(b)) => Answer::Aligned(compare::align(a, b)),
        _ => return Err(closed()),
    })
}

/// From which likeness on words are a use of others.
const LEAST: f64 = 0.65;

fn closed() -> String {
    "the document is not open any more".into()
}

fn damaged(why: Unreadable) -> String {
    format!(
        "the index of the library: {why}; seized cache --clear removes it, and it is made again"
    )
}

impl Shelf {
    /// Takes what the cache has of the library, where another one was asked before.
    fn take_kept(&mut self, folders: &[PathBuf]) {
        if self.folders != folders {
            *self = Self {
                folders: folders.to_vec(),
                library: Arc::new(as_kept(folders)),
                ..Self::default()
            };
        }
    }

    /// Reads what has changed since the cache was written, and tells how far that is. Returns whether the library
    /// is another one now. Of a folder that is gone what was read is kept, and that it is gone is said.
    fn bring_up_to_date(&mut self, folders: &[PathBuf], tell: &(dyn Fn(Answer) + Sync)) -> bool {
        let gone = folders.iter().filter(|folder| !folder.is_dir());
        let gone: Vec<(String, String)> =
            gone.map(|folder| (folder.display().to_string(), GONE.to_owned())).collect();
        if self.is_whole && !gone.is_empty() {
            let is_news = self.unread != gone;
            self.unread = gone;
            return is_news;
        }
        let progress = Progress::default();
        let (done, is_done) = channel::<()>();
        let gathered = std::thread::scope(|scope| {
            let progress = &progress;
            scope.spawn(move || {
                while is_done.recv_timeout(TICK) == Err(std::sync::mpsc::RecvTimeoutError::Timeout)
                {
                    let left = progress.left().map(|left| left.as_secs());
                    tell(Answer::Progress { done: progress.done(), all: progress.all(), left });
                }
            });
            let gathered = gather(folders, progress, &|| true);
            drop(done);
            gathered
        });
        let Gathered { library, unread, complaints, read, .. } = gathered;
        let before = (self.library.count_files(), std::mem::take(&mut self.unread), self.is_whole);
        let unread = unread.into_iter().map(|unread| (unread.path, unread.reason));
        let complaints = complaints.into_iter().map(|why| ("the index".to_owned(), why));
        *self = Self {
            folders: folders.to_vec(),
            library: Arc::new(library),
            unread: unread.chain(complaints).collect(),
            mandates: None,
            is_whole: true,
        };
        read > 0 || before != (self.library.count_files(), self.unread.clone(), true)
    }

    /// The mandates that fit what was typed.
    fn ledger(&mut self, typed: &str, order: LedgerOrder) -> Result<LedgerPage, Unreadable> {
        let mandates = match self.mandates.take() {
            Some(mandates) => mandates,
            None => self.library.mandates()?,
        };
        let page =
            self.library.ledger(&mandates, &MandateFilter::read(typed), order, MOST_MANDATES)?;
        self.mandates = Some(mandates);
        Ok(page)
    }

    /// Tells which resolutions there are: as they are kept, and as they are.
    fn tell_catalogue(&mut self, folders: &[PathBuf], tell: &(dyn Fn(Answer) + Sync)) {
        self.take_kept(folders);
        if !self.library.segments().is_empty() {
            tell(Answer::Catalogue(Arc::new(self.known())));
        }
        self.bring_up_to_date(folders, tell);
        tell(Answer::Catalogue(Arc::new(self.known())));
    }

    /// Tells which resolutions there are where these are others than before.
    fn refresh(&mut self, folders: &[PathBuf], tell: &(dyn Fn(Answer) + Sync)) {
        self.take_kept(folders);
        if self.bring_up_to_date(folders, tell) {
            tell(Answer::Catalogue(Arc::new(self.known())));
        }
    }

    /// Has the library ready to be searched: as it is kept, or where nothing is, read.
    fn be_ready(&mut self, folders: &[PathBuf], tell: &(dyn Fn(Answer) + Sync)) {
        self.take_kept(folders);
        if !self.is_whole {
            self.bring_up_to_date(folders, tell);
        }
    }

    fn known(&self) -> Known {
        let cited_by = self.library.citing_counts().unwrap_or_default();
        let names = self.folders.iter().map(|folder| {
            let name = folder.file_name().or_else(|| Some(folder.as_os_str()));
            name.map(|name| name.to_string_lossy().into_owned()).unwrap_or_default()
        });
        Known {
            name: names.collect::<Vec<_>>().join(", "),
            entries: self.library.catalogue(),
            cited_by,
            unread: self.unread.clone(),
            is_whole: self.is_whole,
        }
    }
}
