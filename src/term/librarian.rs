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
};

use super::{
    event::Event,
    jobs, past, progress,
    seeking::{count_uses, find, own, uses},
    shelf::Shelf,
    subject::Subject,
};
use crate::{
    app::screens::library::{Answer, Ask, AskId},
    compare,
    library::{Asked, Graph, Library, Query, Unreadable},
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

/// The newest question of each kind: an older one need not be answered any more.
#[derive(Default)]
struct Newest([AtomicU64; 16]);

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

fn answer_all(asked: &Receiver<Question>, newest: &Newest, events: &Sender<Event>) {
    let mut shelf = Shelf::default();
    while let Ok(question) = asked.recv() {
        for question in shelf.take_up(question) {
            if !newest.is_newest(&question.ask, question.id) {
                continue;
            }
            let tell = |answer: Answer| {
                // A reader that is gone needs no answer.
                let _ = events.send(Event::Answered(question.id, answer));
            };
            if let Some(files) = shelf.files_to_ask_about(&question) {
                tell(Answer::Large(files));
                shelf.waiting.retain(|other| newest.is_newest(&other.ask, other.id));
                shelf.waiting.push(question);
                continue;
            }
            let answered = jobs::caught(|| answer(&question, &mut shelf, newest, &tell));
            if let Err(why) | Ok(Err(why)) = answered {
                tell(Answer::Failed(why));
            }
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
        // What waited for it is answered instead.
        Ask::ReadFolder => {}
        Ask::Preview(edition) => {
            let text = shelf.library.beginning(edition).map_err(damaged)?;
            tell(Answer::Preview(edition.clone(), text));
        }
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
            shelf.tell_ledger(typed, *order, &goes_on, tell).map_err(damaged)?;
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
