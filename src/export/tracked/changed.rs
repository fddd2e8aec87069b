//! A paragraph of a Word file with changes in it, each where it belongs. Knows pieces of a paragraph and what is to be
//! done with them, not why.

use super::{
    moved::Moved,
    paragraph::{Change, Item, Paragraph, Piece, item_xml},
    paragraph_end::gone_last,
    revision::Revision,
};

/// What is done to a paragraph.
#[derive(Default)]
pub(super) struct Changed {
    pub(super) changes: Vec<Change>,
    /// Notes that only the own text cites here, counted through the paragraph.
    pub(super) gone_notes: Vec<usize>,
    /// The same of numbers of notes that are cited again.
    pub(super) gone_repeats: Vec<usize>,
    pub(super) is_alone: bool,
    /// Whether it stands elsewhere in the other text.
    pub(super) moved: Option<Moved>,
}

/// What goes with changed words.
#[derive(Clone, Copy, Debug)]
pub(super) struct Gone<'a> {
    /// The notes that the own text alone cites, counted through the paragraph.
    pub(super) notes: &'a [usize],
    /// The same of numbers of notes that are cited again.
    pub(super) repeats: &'a [usize],
    /// Whether a paragraph follows that the own text alone has.
    pub(super) before_gone: bool,
}

impl Paragraph {
    /// The paragraph with changes.
    pub(super) fn changed(
        &self,
        changes: &[Change],
        gone: &Gone<'_>,
        revision: &mut Revision<'_>,
    ) -> String {
        let mut writing = Writing {
            out: format!("{}{}", self.open, self.properties),
            changes,
            next: 0,
            at: 0,
            notes: 0,
            repeats: 0,
            end: self.text.len(),
        };
        for piece in &self.parts {
            match piece {
                Piece::Between(xml) => writing.out.push_str(xml),
                Piece::Repeat(xml) => writing.repeat(self, xml, gone, revision),
                Piece::Run { properties, items } => {
                    for item in items {
                        writing.item(self, properties, item, gone, revision);
                    }
                }
            }
        }
        writing.insert_up_to(self, usize::MAX, false, revision);
        // What is gone there would be one with a gone paragraph that follows, and what is new with a new one.
        let out = if gone.before_gone { writing.out } else { gone_last(writing.out) };
        format!("{}</w:p>", revision.earlier_at_end(out))
    }
}

/// A paragraph being written with its changes.
struct Writing<'a> {
    out: String,
    changes: &'a [Change],
    /// The first change that is not done yet.
    next: usize,
    at: usize,
    notes: usize,
    repeats: usize,
    end: usize,
}

impl Writing<'_> {
    /// The number of a note that is cited again.
    fn repeat(
        &mut self,
        paragraph: &Paragraph,
        xml: &str,
        gone: &Gone<'_>,
        revision: &mut Revision<'_>,
    ) {
        self.insert_up_to(paragraph, self.at, true, revision);
        let is_gone = gone.repeats.contains(&self.repeats);
        self.repeats += 1;
        match is_gone {
            true => {
                let inner = revision.own_field(xml);
                self.out.push_str(&revision.own(&inner));
            }
            false => self.out.push_str(xml),
        }
    }

    fn item(
        &mut self,
        paragraph: &Paragraph,
        properties: &str,
        item: &Item,
        gone: &Gone<'_>,
        revision: &mut Revision<'_>,
    ) {
        let Item::Words { words, xml } = item else {
            let run = format!("<w:r>{properties}{}</w:r>", item_xml(item));
            let is_note = matches!(item, Item::Other { is_note: true, .. });
            if is_note {
                self.insert_up_to(paragraph, self.at, true, revision);
            }
            let is_gone = is_note && gone.notes.contains(&self.notes);
            self.notes += usize::from(is_note);
            self.out.push_str(&if is_gone { revision.own(&run) } else { run });
            return;
        };
        let mut from = 0;
        while from < words.len() {
            self.insert_up_to(paragraph, self.at, false, revision);
            let change = self.changes.get(self.next);
            let (is_own, until) = match change {
                Some(change) if change.own.start <= self.at => (true, change.own.end),
                Some(change) => (false, change.own.start),
                None => (false, usize::MAX),
            };
            let length = until.saturating_sub(self.at).min(words.len() - from).max(1);
            let part = words
                .get(from..from + length)
                .unwrap_or_else(|| words.get(from..).unwrap_or_default());
            let inner = xml.clone().unwrap_or_else(|| super::revision::words(part));
            let inner =
                if is_own && xml.is_none() { revision.own_item(&inner, Some(part)) } else { inner };
            let run = format!("<w:r>{properties}{inner}</w:r>");
            self.out.push_str(&if is_own { revision.own(&run) } else { run });
            from += part.len().max(1);
            self.at += part.len().max(1);
        }
    }

    /// Puts in what the other text has at the ends of changes up to a place.
    fn insert_up_to(
        &mut self,
        paragraph: &Paragraph,
        place: usize,
        only_leading: bool,
        revision: &mut Revision<'_>,
    ) {
        while let Some(change) = self.changes.get(self.next)
            && change.own.end <= place.min(self.end)
            && (change.leads || !only_leading)
        {
            let looks = match change.own.is_empty() {
                true => paragraph.looks_at(change.own.start.saturating_sub(1)),
                false => paragraph.looks_at(change.own.start),
            };
            self.out.push_str(&revision.other_runs(&change.other, looks));
            self.next += 1;
        }
    }
}
