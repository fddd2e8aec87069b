//! Whether to take in what could not be saved when the reader had to end the last time. None of the
//! answers loses it.

use super::answer::{Action, Answer};
use crate::app::{
    Notice,
    annotating::saved::Offer,
    keys::key::{Code, Key, Named},
};

/// What a key does.
pub(super) fn press(offer: &Offer, key: Key) -> Answer {
    match (key.typed(), key.code) {
        (Some('y' | 'Y'), _) => Answer::CloseAnd(Action::TakeIn(Box::new(offer.clone()))),
        (Some('n' | 'N'), _) => Answer::CloseAnd(Action::PutAway(offer.id)),
        (_, Code::Named(Named::Esc)) => {
            let said = "what was not saved is offered again at the next start";
            Answer::CloseAnd(Action::Say(Notice::info(said)))
        }
        // Keys typed by chance decide nothing.
        _ => Answer::Stay,
    }
}
