//! Annotations that could not be saved when the reader had to end the last time: offered, and merged
//! with what is here now as if they were saved only now. Knows no file.

use std::collections::HashMap;

use super::{
    App, Effect, Notice,
    dialog::{Dialog, Offer},
};
use crate::annotations::{Entry, merge};

impl App {
    /// Offers annotations that were not saved the last time and are based on `base`; whether there is
    /// anything in them that is not here already.
    pub fn offer(&mut self, base: Vec<Entry>, entries: Vec<Entry>) -> bool {
        let count = count_changed(self.entries(), &merge(&base, self.entries(), &entries));
        if count > 0 {
            self.dialog = Some(Dialog::Offer(Box::new(Offer { count, base, entries })));
        }
        count > 0
    }

    /// Takes in what was offered.
    pub(super) fn take_in(&mut self, offer: &Offer) -> Vec<Effect> {
        let merged = merge(&offer.base, self.entries(), &offer.entries);
        self.marginalia.adopt(&self.document, merged);
        let said = match offer.count {
            1 => "one annotation that was not saved is taken in".to_owned(),
            count => format!("{count} annotations that were not saved are taken in"),
        };
        self.notice = Some(Notice::info(said));
        [self.written(), vec![Effect::TakenIn]].concat()
    }
}

/// How many entries were added, changed or removed.
fn count_changed(before: &[Entry], after: &[Entry]) -> usize {
    let old: HashMap<&str, &Entry> = before.iter().map(|entry| (entry.id(), entry)).collect();
    let same = after.iter().filter(|entry| old.get(entry.id()) == Some(entry)).count();
    let known = after.iter().filter(|entry| old.contains_key(entry.id())).count();
    (after.len() - same) + (before.len() - known)
}
