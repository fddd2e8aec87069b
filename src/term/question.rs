//! Questions to the library: where they come in, which of a kind is the newest, and where answers go out. Knows
//! neither what is asked nor what answers it.

use std::{
    collections::VecDeque,
    path::PathBuf,
    sync::{
        atomic::{AtomicU64, Ordering},
        mpsc::{Receiver, Sender},
    },
};

use super::{event::Event, subject::Subject};
use crate::app::screens::library::{Answer, Ask, AskId};

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

/// Where questions come in, and answers go out.
pub(super) struct Desk<'a> {
    pub(super) asked: &'a Receiver<Question>,
    pub(super) newest: &'a Newest,
    events: &'a Sender<Event>,
    /// What was asked while folders were read, and is to be answered of all that is in them.
    pub(super) later: VecDeque<Question>,
}

impl<'a> Desk<'a> {
    /// With nothing left for later.
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

    /// Whether there is no newer question of that kind than this one.
    pub(super) fn is_newest(&self, ask: &Ask, id: AskId) -> bool {
        // Each document is asked about for itself.
        matches!(ask, Ask::UseCounts(_) | Ask::Siblings(_))
            || self.of(ask).load(Ordering::Relaxed) == id.number()
    }
}
