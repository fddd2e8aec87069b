//! Annotations that could not be saved when the reader had to end the last time: offered, and merged
//! with what is here now as if they were saved only now. Knows no file.

use std::collections::HashMap;

use crate::{
    annotations::{Entry, merge},
    app::{App, DocId, Effect, annotating::saved::Offer, dialog::Dialog},
};

impl App {
    /// Offers annotations of a document that were not saved the last time and are based on `base`; whether
    /// there is anything in them that is not here already.
    pub fn offer(&mut self, id: DocId, base: Vec<Entry>, entries: Vec<Entry>) -> bool {
        let Some(reader) = self.readers.get_mut(id) else { return false };
        let count = count_changed(reader.entries(), &merge(&base, reader.entries(), &entries));
        reader.offer = (count > 0).then(|| Box::new(Offer { id, count, base, entries }));
        if self.reader().id() == id {
            self.show_offer();
        }
        count > 0
    }

    /// Asks about what was not saved the last time of the document that is read, where nothing else is asked.
    pub(in crate::app) fn show_offer(&mut self) {
        if self.shell.dialog.is_none()
            && let Some(offer) = self.readers.current_mut().offer.take()
        {
            self.shell.dialog = Some(Dialog::Offer(offer));
        }
    }

    /// Takes in what was offered.
    pub(in crate::app) fn take_in(&mut self, offer: &Offer) -> Vec<Effect> {
        let Self { shell, readers, .. } = self;
        let Some(reader) = readers.get_mut(offer.id) else { return Vec::new() };
        let merged = merge(&offer.base, reader.entries(), &offer.entries);
        reader.annotations.adopt(&reader.document, merged);
        shell.say(match offer.count {
            1 => "one annotation that was not saved is taken in".to_owned(),
            count => format!("{count} annotations that were not saved are taken in"),
        });
        [reader.after_change(shell), vec![Effect::TakenIn(offer.id)]].concat()
    }
}

/// How many entries were added, changed or removed.
fn count_changed(before: &[Entry], after: &[Entry]) -> usize {
    let old: HashMap<&str, &Entry> = before.iter().map(|entry| (entry.id(), entry)).collect();
    let same = after.iter().filter(|entry| old.get(entry.id()) == Some(entry)).count();
    let known = after.iter().filter(|entry| old.contains_key(entry.id())).count();
    (after.len() - same) + (before.len() - known)
}
