//! Which notes a paragraph cites in both texts, and which in one only: which references of the file go, which come,
//! and where changed words stand to those that stay. Knows documents and places, not how any of it is written.

use std::ops::Range;

use super::{
    exact::{ExactEdit, own_place},
    notes::NewNotes,
    paragraph::{Change, Inserted},
    units::UnitKind,
    weave::Weaving,
};
use crate::{
    compare::Pairing,
    document::{Document, Passage},
};

/// A place at which a text cites a note.
#[derive(Clone, Debug)]
struct Reference {
    /// In bytes of the passage.
    at: usize,
    note: usize,
    label: String,
    /// Whether the note was cited before: then its number stands there, and no note.
    is_repeat: bool,
}

/// What becomes of the references of a passage.
#[derive(Debug, Default)]
pub(super) struct References {
    /// Those of the file that go, counted through the paragraph: notes, and numbers of notes.
    pub(super) gone_notes: Vec<usize>,
    pub(super) gone_repeats: Vec<usize>,
    /// Those that stay: where in each text, and which of the other's references it is.
    kept: Vec<(usize, usize, usize)>,
    /// Those that come: where in the other text, which of its references, and what is put in.
    new: Vec<(usize, usize, Inserted)>,
}

impl Weaving<'_> {
    fn references_of(&self, side: usize, passage: Passage) -> Vec<Reference> {
        let document: &Document = if side == 0 { self.own } else { self.other };
        let marks = document.marks(passage).iter().filter(|mark| mark.kept == 0);
        let reference = |mark: &crate::document::Mark| {
            let (note, _) = document.footnote_of(mark)?;
            let is_first = self.first_cited[side].get(&note) == Some(&(passage, mark.at));
            Some(Reference { at: mark.at, note, label: mark.label.clone(), is_repeat: !is_first })
        };
        marks.filter_map(reference).collect()
    }

    /// The numbers of notes that a passage of the other text cites again, and where.
    pub(super) fn repeats_of_other(&self, passage: Passage) -> Vec<(usize, String)> {
        let all = self.references_of(1, passage).into_iter();
        all.filter(|one| one.is_repeat).map(|one| (one.at, one.label)).collect()
    }

    /// What becomes of the references of a passage; `bytes` are its places in the words of its paragraph.
    pub(super) fn references(
        &mut self,
        (own, other): (Passage, Passage),
        (paragraph, bytes): (usize, &[usize]),
        edits: &[ExactEdit],
    ) -> References {
        let mut found = References::default();
        if matches!(own, Passage::Footnote(_)) {
            return found;
        }
        let (mine, theirs) = (self.references_of(0, own), self.references_of(1, other));
        let units = &self.text.paragraphs[paragraph];
        let range = bytes.first().copied().unwrap_or(0)..bytes.last().copied().unwrap_or(0);
        let of_kind =
            |is_repeat: bool| mine.iter().filter(|one| one.is_repeat == is_repeat).count();
        let units_of = |kind: UnitKind, count: usize| units.units_within(kind, &range, count);
        let notes = units_of(UnitKind::Note, of_kind(false));
        let repeats = units_of(UnitKind::Repeat, of_kind(true));
        let (mut next, mut rewritten) = (0, Vec::new());
        let (mut notes_seen, mut repeats_seen) = (0, 0);
        for one in &mine {
            let (units, seen) = match one.is_repeat {
                false => (&notes, &mut notes_seen),
                true => (&repeats, &mut repeats_seen),
            };
            // Where the file has other references than were read, they stay as they are.
            let unit = units.as_ref().and_then(|units| units.get(*seen));
            *seen += 1;
            let partner = self.partner_of(one, &mine, &theirs, next, edits);
            let partner = partner.filter(|(_, is_other_note)| !is_other_note || unit.is_some());
            if let Some((partner, true)) = partner {
                rewritten.push((one.note, theirs[partner].note));
            }
            let partner = partner.map(|(partner, _)| partner);
            match (partner, unit) {
                (Some(partner), _) => {
                    found.kept.push((one.at, theirs[partner].at, partner));
                    next = partner + 1;
                }
                (None, Some(unit)) if one.is_repeat => found.gone_repeats.push(*unit),
                (None, Some(unit)) => found.gone_notes.push(*unit),
                (None, None) => {}
            }
        }
        self.rewritten_notes.extend(rewritten);
        let is_known = |is_repeat: bool| if is_repeat { &repeats } else { &notes }.is_some();
        let comes = |(index, one): &(usize, &Reference)| {
            is_known(one.is_repeat) && !found.kept.iter().any(|(_, _, partner)| partner == index)
        };
        let coming: Vec<(usize, &Reference)> = theirs.iter().enumerate().filter(comes).collect();
        for (index, one) in coming {
            let inserted = match one.is_repeat {
                true => Some(NewNotes::repeated(&one.label, &self.revision)),
                false => self.new_notes.reference(self.other, one.note, &mut self.revision),
            };
            found.new.extend(inserted.map(|inserted| (one.at, index, inserted)));
        }
        found
    }

    /// Which of the other's references is one of the own text's, and whether it cites another note.
    fn partner_of(
        &self,
        one: &Reference,
        mine: &[Reference],
        theirs: &[Reference],
        from: usize,
        edits: &[ExactEdit],
    ) -> Option<(usize, bool)> {
        let is_partner = |own: &Reference, other: &Reference| {
            self.note_partners.get(&own.note) == Some(&other.note)
        };
        let is_same = |other: &Reference| {
            is_partner(one, other)
                && one.is_repeat == other.is_repeat
                && (one.label == other.label || !one.is_repeat || edits.is_empty())
                && corresponds(edits, one.at, other.at)
        };
        // Of two notes in one place the words are changed: LibreOffice loses ends of paragraphs where a reference is
        // gone, and Word shows what became of the note.
        let is_in_place = |other: &Reference| {
            !one.is_repeat
                && !other.is_repeat
                && self.at.contains_key(&Passage::Footnote(one.note))
                && corresponds(edits, one.at, other.at)
                && !mine.iter().any(|own| is_partner(own, other))
        };
        let first = |is_meant: &dyn Fn(&Reference) -> bool| {
            (from..theirs.len()).find(|at| theirs.get(*at).is_some_and(is_meant))
        };
        let same = first(&is_same).map(|at| (at, false));
        same.or_else(|| Some((first(&is_in_place)?, true)))
    }
}

impl References {
    /// The changes of words, with the references that come among them, and parted where one stays.
    pub(super) fn with_words(
        &mut self,
        edits: Vec<ExactEdit>,
        bytes: &[usize],
        pairing: &Pairing,
        is_own_older: bool,
    ) -> Vec<Change> {
        let place =
            |at: usize| bytes.get(at).copied().or_else(|| bytes.last().copied()).unwrap_or(0);
        let mut changes = Vec::new();
        let mapped: Vec<(Range<usize>, Range<usize>)> =
            edits.iter().map(|edit| (edit.own.clone(), edit.other.clone())).collect();
        for edit in edits {
            let (mut own_at, mut their_at) = (edit.own.start, edit.other.start);
            let cuts: Vec<(usize, usize, usize)> = self
                .kept
                .iter()
                .filter(|(own, their, _)| touches(&edit.own, *own) && touches(&edit.other, *their))
                .copied()
                .collect();
            for (own, their, partner) in cuts {
                let words = self.words_of(&edit, their_at..their, Some(partner));
                if own > own_at || !words.is_empty() {
                    let own = place(own_at)..place(own);
                    changes.push(Change { own, other: words, leads: true });
                }
                (own_at, their_at) = (own, their);
            }
            let words = self.words_of(&edit, their_at..edit.other.end, None);
            if edit.own.end > own_at || !words.is_empty() {
                let own = place(own_at)..place(edit.own.end);
                changes.push(Change { own, other: words, leads: false });
            }
        }
        for (their, index, inserted) in std::mem::take(&mut self.new) {
            let own = match mapped.is_empty() {
                true => own_place(pairing, their, is_own_older),
                false => own_of(&mapped, their),
            };
            let leads = self.kept.iter().any(|(at, _, partner)| *at == own && *partner > index);
            let own = place(own)..place(own);
            changes.push(Change { own, other: vec![inserted], leads });
        }
        changes
    }

    /// The words of a stretch of an edit, with the references that come in it; those before one that stays.
    fn words_of(
        &mut self,
        edit: &ExactEdit,
        range: Range<usize>,
        before: Option<usize>,
    ) -> Vec<Inserted> {
        let mut found = Vec::new();
        let mut at = range.start;
        let put = |found: &mut Vec<Inserted>, range: Range<usize>| {
            let from = range.start - edit.other.start;
            let words = edit.words.get(from..range.end - edit.other.start).unwrap_or_default();
            if !words.is_empty() {
                found.push(Inserted::Words(words.to_owned()));
            }
        };
        let mut rest = Vec::new();
        for (their, index, inserted) in std::mem::take(&mut self.new) {
            let is_here = range.start <= their && their <= range.end && their >= at;
            if is_here && before.is_none_or(|before| index < before) {
                put(&mut found, at..their);
                found.push(inserted);
                at = their;
            } else {
                rest.push((their, index, inserted));
            }
        }
        self.new = rest;
        put(&mut found, at..range.end);
        found
    }
}

fn touches(range: &Range<usize>, at: usize) -> bool {
    range.start <= at && at <= range.end
}

/// Whether a place of the own text is one of the other: at the same words, or within the same edit.
fn corresponds(edits: &[ExactEdit], own: usize, their: usize) -> bool {
    if edits.is_empty() {
        return true;
    }
    let is_in = |edit: &ExactEdit| touches(&edit.own, own) && touches(&edit.other, their);
    let mapped: Vec<_> = edits.iter().map(|edit| (edit.own.clone(), edit.other.clone())).collect();
    let is_in_edit = edits.iter().any(|edit| touches(&edit.own, own));
    edits.iter().any(is_in) || !is_in_edit && own_of(&mapped, their) == own
}

/// Where a place of the other text is in the own one.
fn own_of(edits: &[(Range<usize>, Range<usize>)], their: usize) -> usize {
    let (mut own_end, mut their_end) = (0, 0);
    for (own, other) in edits {
        if their < other.start {
            break;
        }
        if their <= other.end {
            return own.end;
        }
        (own_end, their_end) = (own.end, other.end);
    }
    own_end + their.saturating_sub(their_end)
}
