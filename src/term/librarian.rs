//! A thread that answers what the reader asks of its library, of other documents and of two texts: none of it may
//! keep a key waiting. It starts with the first question. Of questions of one kind only the newest is answered.
//! Knows the library; nothing of screens.

use std::{
    io,
    sync::{
        Arc,
        mpsc::{Receiver, Sender, channel},
    },
};

use super::{
    answering::answer_of,
    event::Event,
    jobs, progress,
    question::{Desk, Newest, Question},
    reading,
    shelf::Shelf,
};
use crate::app::screens::library::{Answer, Ask};

/// Asks the thread.
pub(super) struct Librarian {
    questions: Sender<Question>,
    newest: Arc<Newest>,
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
