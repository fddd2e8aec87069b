//! Mandates as they are found and as a library keeps them, one made of the other. Knows both, and no file.

use std::borrow::Cow;

use crate::{
    document::{Act, Cite, Document, Passage, without_doubtful_marks},
    library::{MandateRecord, MandateRow},
    mandates::{Every, Mandate, What, mandates},
    text::printable,
};

/// What is to be kept of the mandates of a document.
pub(super) fn records(document: &Document) -> Vec<MandateRecord> {
    let before = usize::from(document.head.title.is_some());
    let narrow = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
    let record = |one: Mandate| {
        let clean = |at: usize| narrow(place_in_clean_text(document, one.block, at));
        MandateRecord {
            passage: narrow(before + one.block),
            range: clean(one.range.start)..clean(one.range.end),
            act: one.act.name(),
            verb: one.verb,
            who: one.who,
            who_text: one.who_text,
            task: one.task,
            what: one.what.name(),
            about: one.about,
            to: one.to,
            session: one.session,
            year: one.year,
            date: one.date,
            every: one.every.map(Every::name),
            renews: one.renews,
        }
    };
    mandates(document).into_iter().map(record).collect()
}

/// Where a place of a block is in its passage as the library has it: without doubtful marks, and printable.
fn place_in_clean_text(document: &Document, block: usize, at: usize) -> usize {
    let passage = Passage::Block(block);
    let text = document.text(passage);
    let marks = document.marks(passage);
    let before = text.get(..at).unwrap_or(text);
    let first = marks.partition_point(|mark| mark.kept_in_words().end <= at);
    let words = without_doubtful_marks(before, marks.get(..first).unwrap_or_default());
    match printable::lines(&words) {
        Cow::Borrowed(shown) => shown.len(),
        Cow::Owned(shown) => shown.len(),
    }
}

/// A mandate as it was found, in a block of its document, which the library does not count.
#[must_use]
pub fn mandate(row: &MandateRow<'_>, block: usize) -> Option<Mandate> {
    Some(Mandate {
        cite: Cite::read(row.cite)?,
        block,
        act: Act::ALL.into_iter().find(|act| act.name() == row.act)?,
        verb: row.verb.to_owned(),
        who: row.who.map(str::to_owned),
        who_text: row.who_text.to_owned(),
        task: row.task.to_owned(),
        what: WHATS.into_iter().find(|what| what.name() == row.what)?,
        about: row.about.to_owned(),
        to: row.to.map(str::to_owned),
        session: row.session,
        year: row.year,
        date: row.date,
        every: row.every.and_then(Every::named),
        renews: row.renews.map(str::to_owned),
        range: row.range.clone(),
    })
}

const WHATS: [What; 9] = [
    What::Report,
    What::Review,
    What::Meeting,
    What::Briefing,
    What::Update,
    What::Study,
    What::Plan,
    What::Fund,
    What::Other,
];
