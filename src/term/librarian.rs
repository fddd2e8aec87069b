//! A thread that answers what the reader asks of its library, of other documents and of two texts: none of it may
//! keep a key waiting. It starts with the first question. Of questions of one kind only the newest is answered.
//! Knows the library; nothing of screens.

use std::{
    collections::VecDeque,
    io,
    path::PathBuf,
    sync::{
        Arc,
        atomic::{AtomicU64, Ordering},
        mpsc::{Receiver, Sender, channel},
    },
};

use super::{
    event::Event,
    jobs, past, progress, reading,
    seeking::{count_uses, find, own, uses},
    shelf::Shelf,
    subject::Subject,
};
use crate::{
    app::screens::library::{Answer, Ask, AskId},
    compare,
    library::{Asked, Graph, Query, Unreadable},
    mandates,
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
    /// Whether the person named them: else they are asked before many files are read.
    pub(super) is_named: bool,
}

/// Asks the thread.
pub(super) struct Librarian {
    questions: Sender<Question>,
    newest: Arc<Newest>,
}

/// Where questions come in, and answers go out.
pub(super) struct Desk<'a> {
    pub(super) asked: &'a Receiver<Question>,
    newest: &'a Newest,
    events: &'a Sender<Event>,
    /// What was asked while folders were read, and is to be answered of all that is in them.
    pub(super) later: VecDeque<Question>,
}

impl<'a> Desk<'a> {
    /// Nothing is left for later.
    pub(super) const fn new(
        asked: &'a Receiver<Question>,
        newest: &'a Newest,
        events: &'a Sender<Event>,
    ) -> Self {
        Self { asked, newest, events, later: VecDeque::new() }
    }

    /// What brings answers to a question to whoever asked.
    pub(super) fn tell(&self, id: AskId) -> impl Fn(Answer) + Sync + use<'a> {
        let events = self.events;
        move |answer| {
            // A reader that is gone needs no answer.
            let _ = events.send(Event::Answered(id, answer));
        }
    }

    /// Whether there is no newer question of that kind.
    pub(super) fn is_newest(&self, question: &Question) -> bool {
        self.newest.is_newest(&question.ask, question.id)
    }
}

/// The newest question of each kind: an older one need not be answered any more.
#[derive(Default)]
pub(super) struct Newest([AtomicU64; 16]);

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
            Ask::ReadFolder => 14,
            Ask::Preview(_) => 15,
        };
        &self.0[kind]
    }

    /// Takes in that this is asked now.
    pub(super) fn add(&self, question: &Question) {
        self.of(&question.ask).store(question.id.number(), Ordering::Relaxed);
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
        self.newest.add(&question);
        // Where the thread is gone, that was told.
        let _ = self.questions.send(question);
    }
}

fn answer_all(asked: &Receiver<Question>, newest: &Newest, events: &Sender<Event>) {
    let mut shelf = Shelf::default();
    let mut desk = Desk::new(asked, newest, events);
    while let Some(question) = desk.later.pop_front().or_else(|| asked.recv().ok()) {
        for question in shelf.take_up(question) {
            if !desk.is_newest(&question) {
                continue;
            }
            let tell = desk.tell(question.id);
            if let Some(files) = shelf.files_to_ask_about(&question) {
                tell(Answer::Large(files));
                shelf.waiting.retain(|other| desk.is_newest(other));
                shelf.waiting.push(question);
                continue;
            }
            let answered = jobs::caught(|| answer(&question, &mut shelf, &mut desk));
            if let Err(why) | Ok(Err(why)) = answered {
                tell(Answer::Failed(why));
            }
        }
    }
}

/// Answers a question, and reads the folders of the library first where it must be known as it is. Which resolutions
/// there are, and what a search finds, is told of what is known already at once.
fn answer(question: &Question, shelf: &mut Shelf, desk: &mut Desk<'_>) -> Result<(), String> {
    let folders = &question.folders;
    match &question.ask {
        Ask::Refresh => {
            if shelf.is_whole && shelf.is_of(folders) && reading::read(question, shelf, desk) {
                desk.tell(question.id)(Answer::Catalogue(Arc::new(shelf.known())));
            }
            return Ok(());
        }
        ask if ask.is_of_what_is_known() => {}
        ask => {
            shelf.take_kept(folders);
            let is_catalogue = *ask == Ask::Catalogue;
            let is_told_at_once = is_catalogue || matches!(ask, Ask::Find(_)) && !shelf.is_whole;
            if is_told_at_once && !shelf.is_empty() {
                answer_of(question, shelf, desk)?;
            }
            if is_catalogue || !shelf.is_whole {
                reading::read(question, shelf, desk);
            }
        }
    }
    answer_of(question, shelf, desk)
}

/// Answers a question of a library as it is on the shelf.
pub(super) fn answer_of(
    question: &Question,
    shelf: &mut Shelf,
    desk: &Desk<'_>,
) -> Result<(), String> {
    let tell = desk.tell(question.id);
    let newest = desk.newest;
    let goes_on = || newest.is_newest(&question.ask, question.id);
    match &question.ask {
        Ask::Catalogue => tell(Answer::Catalogue(Arc::new(shelf.known()))),
        // What waited for the folder is answered instead; and whether anything is new is no matter of what is known.
        Ask::ReadFolder | Ask::Refresh => {}
        Ask::Preview(edition) => {
            let text = shelf.library.beginning(edition).map_err(damaged)?;
            tell(Answer::Preview(edition.clone(), text));
        }
        Ask::Find(query) => {
            let query =
                Query::read(query).map_err(|error| format!("{} {}", error.what, error.why))?;
            if let Some(hits) = find(&shelf.library, &query, &goes_on).map_err(damaged)? {
                tell(hits);
            }
        }
        Ask::Uses { text, of } => {
            let cite = of.as_ref().map(|(_, cite)| cite);
            let subject = question.about.as_ref();
            let own = subject.and_then(|subject| own(&shelf.library, subject, cite?));
            let asked = Asked::new(text, LEAST, own);
            tell(Answer::Uses(uses(&shelf.library, &asked, &goes_on).map_err(damaged)?));
        }
        Ask::UseCounts(_) | Ask::Siblings(_) | Ask::History { .. } => {
            if let Some(answer) = answer_of_others(question, shelf)? {
                tell(answer);
            }
        }
        Ask::CitedBy { symbol, .. } => {
            let graph = Graph::about(&shelf.library, symbol).map_err(damaged)?;
            tell(Answer::CitedBy(graph.cited_by(symbol)));
        }
        Ask::Series(symbol) => {
            tell(Answer::Series(shelf.library.series(symbol).map_err(damaged)?));
        }
        Ask::Ledger(typed, order) => {
            shelf.tell_ledger(typed, *order, &goes_on, &tell).map_err(damaged)?;
        }
        Ask::Tags => tell(Answer::Tags(shelf.library.tags())),
        Ask::Mandates(_) | Ask::Compare(..) | Ask::Align(..) => {
            tell(answer_of_documents(question)?);
        }
    }
    Ok(())
}

/// Answers what other texts have to do with a document.
fn answer_of_others(question: &Question, shelf: &mut Shelf) -> Result<Option<Answer>, String> {
    match (&question.ask, &question.about) {
        (Ask::UseCounts(id), Some(subject)) => {
            shelf.take_kept(&question.folders);
            if shelf.is_empty() {
                return Ok(None);
            }
            let counts = count_uses(&shelf.library, subject).map_err(damaged)?;
            Ok(Some(Answer::UseCounts(*id, counts)))
        }
        (Ask::UseCounts(_), None) => Ok(None),
        (Ask::Siblings(id), Some(subject)) => {
            shelf.take_kept(&question.folders);
            Ok(Some(past::siblings(*id, &shelf.library, subject)))
        }
        (Ask::History { symbol, passage, .. }, Some(subject)) => {
            let series = shelf.library.series(symbol).map_err(damaged)?;
            Ok(Some(past::through_sessions(series, subject, *passage)))
        }
        _ => Err(closed()),
    }
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
