//! Whether to take in what could not be saved when the reader had to end the last time. None of the
//! answers loses it.

use super::answer::{Action, Answer};
use crate::{
    annotations::Entry,
    app::{
        DocId, Notice,
        keys::key::{Code, Key, Named},
    },
};

/// Annotations that were not saved.
#[derive(Clone, Debug)]
pub struct Offer {
    /// The document.
    pub(in crate::app) id: DocId,
    /// Annotations and bookmarks that they add, change or remove.
    pub count: usize,
    /// What was on the disk when they were last brought together.
    pub(in crate::app) base: Vec<Entry>,
    /// The annotations as they were in the reader.
    pub(in crate::app) entries: Vec<Entry>,
}

impl Offer {
    pub(super) fn press(&self, key: Key) -> Answer {
        match (key.typed(), key.code) {
            (Some('y' | 'Y'), _) => Answer::CloseAnd(Action::TakeIn(Box::new(self.clone()))),
            (Some('n' | 'N'), _) => Answer::CloseAnd(Action::PutAway(self.id)),
            (_, Code::Named(Named::Esc)) => {
                let said = "what was not saved is offered again at the next start";
                Answer::CloseAnd(Action::Say(Notice::info(said)))
            }
            // Keys typed by chance decide nothing.
            _ => Answer::Stay,
        }
    }
}
