//! What the reader knows of its library, and the numbers of its questions. Asks by effects; takes no answer.

use std::sync::Arc;

use super::{
    library::{Ask, AskId, Known},
    searches::Searches,
};
use crate::app::effect::Effect;

/// What the reader knows of its library.
#[derive(Clone, Debug, Default)]
pub(in crate::app) struct LibraryState {
    /// What is known of it, once it was asked for.
    pub(in crate::app) known: Option<Arc<Known>>,
    /// What was searched for in it.
    pub(in crate::app) searches: Searches,
    /// Whether it was asked for.
    is_asked: bool,
    last: AskId,
}

impl LibraryState {
    /// An effect that asks this.
    pub(in crate::app) fn ask(&mut self, ask: Ask) -> (AskId, Effect) {
        self.last.0 += 1;
        (self.last, Effect::Ask(self.last, ask))
    }

    /// Asks what has changed in the library, where it is known already.
    pub(in crate::app) fn look_again(&mut self) -> Vec<Effect> {
        if self.known.is_none() {
            return Vec::new();
        }
        vec![self.ask(Ask::Refresh).1]
    }

    /// Asks which resolutions there are, the first time.
    pub(in crate::app) fn ask_once(&mut self) -> Vec<Effect> {
        if std::mem::replace(&mut self.is_asked, true) {
            return Vec::new();
        }
        vec![self.ask(Ask::Catalogue).1]
    }
}
