//! Which notes a paragraph cites in both texts, and which in one only: which references of the file go, which come,
//! and where changed words stand to those that stay. Knows documents and places, not how any of it is written.

use std::ops::Range;

use super::{
    exact::{ExactEdit, own_place},
    head_lines::marks_within,
    notes::NewNotes,
    paragraph::{Change, Inserted, Paragraph},
    units::UnitKind,
    weave::Weaving,
};
use crate::{
    compare::Pairing,
    document::{Document, Mark, Passage},
    text::comparable,
};

const SPACES: [char; 2] = [' ', '\u{a0}'];

/// A place at which a text cites a note.
#[derive(Clone, Debug)]
struct Reference {
    /// In bytes of the passage.
    at: usize,
    /// How much stands before it that counts in comparing.
    before: usize,
    note: usize,
    label: String,
    /// Whether the note was cited before: then its number stands there, and no note.
    is_repeat: bool,
    /// Whether a space stands before it that is none between words.
    is_spaced: bool,
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
    /// Spaces before those that stay, which come or go.
    pub(super) spaces: Vec<Change>,
}

impl Weaving<'_> {
    fn references_of(&self, side: usize, passage: Passage) -> Vec<Reference> {
        let document: &Document = if side == 0 { self.own } else { self.other };
        let marks = marks_within(document, passage);
        let reference = |mark: &Mark| {
            let (note, _) = document.footnote_of(mark)?;
            let is_first = self.first_cited[side].get(&note) == Some(&(passage, mark.at));
            let (at, label) = (mark.at, mark.label.clone());
            let before = comparable(document.text(passage).get(..at)?).len();
            let is_spaced = side == 1 && self.is_spaced(passage, mark);
            Some(Reference { at, before, note, label, is_repeat: !is_first, is_spaced })
        };
        marks.filter_map(reference).collect()
    }

    /// Whether the source of the other text has a space before a mark that is none between its words.
    pub(super) fn is_spaced(&self, passage: Passage, mark: &Mark) -> bool {
        let (before, own) = self.other_source.split_at_checked(mark.span.start).unwrap_or_default();
        let words = self.other.text(passage).get(..mark.at).unwrap_or_default();
        (before.ends_with(SPACES) || own.starts_with(SPACES)) && !words.ends_with(' ')
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
        let file = &self.text.paragraphs[paragraph];
        let (units, is_known) = units_of(&mine, file, bytes);
        let mut rewritten = Vec::new();
        for (one, unit) in mine.iter().zip(units) {
            let next = found.kept.last().map_or(0, |(_, _, partner)| partner + 1);
            let partner = self.partner_of(one, &mine, &theirs, next, edits);
            let partner = partner.filter(|(_, is_other_note)| !is_other_note || unit.is_some());
            if let Some((partner, true)) = partner {
                rewritten.push((one.note, theirs[partner].note));
            }
            let words = self.own.text(own).get(..one.at).unwrap_or_default();
            match (partner, unit) {
                (Some((partner, _)), unit) => {
                    let other = &theirs[partner];
                    found.kept.push((one.at, other.at, partner));
                    let before = unit.and_then(|unit| file.text.get(..unit.place));
                    found.spaces.extend(before.and_then(|it| self.space_before(words, it, other)));
                }
                (None, Some(unit)) => {
                    let gone = match one.is_repeat {
                        true => &mut found.gone_repeats,
                        false => &mut found.gone_notes,
                    };
                    gone.push(unit.index);
                    found.spaces.extend(spaces_of_gone(words, &file.text, unit.place));
                }
                // Where the file has other references than were read, they stay as they are.
                (None, None) => {}
            }
        }
        self.rewritten_notes.extend(rewritten);
        let comes = |(index, one): &(usize, &Reference)| {
            is_known[usize::from(one.is_repeat)]
                && !found.kept.iter().any(|(_, _, partner)| partner == index)
        };
        let coming: Vec<(usize, &Reference)> = theirs.iter().enumerate().filter(comes).collect();
        for (index, one) in coming {
            let inserted = match one.is_repeat {
                true => Some(NewNotes::repeated(&one.label, one.is_spaced, &self.revision)),
                false => {
                    let new = (one.note, one.is_spaced);
                    self.new_notes.reference(self.other, new, &mut self.revision)
                }
            };
            found.new.extend(inserted.map(|inserted| (one.at, index, inserted)));
        }
        found
    }

    /// The space before a reference that stays, where the other text has none there, or has one.
    fn space_before(&self, words: &str, before: &str, other: &Reference) -> Option<Change> {
        if self.other_source.is_empty() || words.ends_with(' ') {
            return None;
        }
        let end = before.trim_end_matches(SPACES).len();
        match (end < before.len(), other.is_spaced) {
            (true, false) => {
                Some(Change { own: end..before.len(), leads: true, ..Change::default() })
            }
            (false, true) => {
                let other = vec![Inserted::Words(" ".into())];
                Some(Change { own: end..end, other, leads: true })
            }
            _ => None,
        }
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
                && corresponds(edits, one, other)
        };
        // Of two notes in one place the words are changed: LibreOffice loses ends of paragraphs where a reference is
        // gone, and Word shows what became of the note.
        let is_in_place = |other: &Reference| {
            !one.is_repeat
                && !other.is_repeat
                && self.at.contains_key(&Passage::Footnote(one.note))
                && corresponds(edits, one, other)
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

/// A reference as the file has it.
#[derive(Clone, Copy, Debug)]
struct Unit {
    /// Which of its kind it is in the paragraph.
    index: usize,
    /// The byte of the paragraph's words at which it stands.
    place: usize,
}

/// For each reference of a passage what the file has for it, and of notes and of their numbers whether the file has as
/// many as were read; `bytes` are the places of the passage in the words of its paragraph.
fn units_of(
    mine: &[Reference],
    file: &Paragraph,
    bytes: &[usize],
) -> (Vec<Option<Unit>>, [bool; 2]) {
    let (start, end) = (bytes.first().copied(), bytes.last().copied().unwrap_or(0));
    // A space may stand between the words and the reference at their end.
    let behind = file.text.get(end..).unwrap_or_default();
    let spaces = behind.len() - behind.trim_start_matches(SPACES).len();
    let range = start.unwrap_or(0)..end + spaces;
    let found = [(UnitKind::Note, false), (UnitKind::Repeat, true)].map(|(kind, is_repeat)| {
        let count = mine.iter().filter(|one| one.is_repeat == is_repeat).count();
        let places = file.unit_places(kind);
        let units = file.units_within(kind, &range, count)?.into_iter();
        Some(units.map(|index| Unit { index, place: places[index] }).collect::<Vec<_>>())
    });
    let is_known = [found[0].is_some(), found[1].is_some()];
    let mut left = found.map(|units| units.unwrap_or_default().into_iter());
    (mine.iter().map(|one| left[usize::from(one.is_repeat)].next()).collect(), is_known)
}

/// The spaces that go with a reference: before it, where there is none between the words, and behind it at the end of
/// the paragraph.
fn spaces_of_gone(words: &str, file: &str, place: usize) -> Vec<Change> {
    let before = file.get(..place).unwrap_or_default().trim_end_matches(SPACES).len();
    let is_last = file.trim_end_matches(SPACES).len() <= place;
    [before..place, place..if is_last { file.len() } else { place }]
        .into_iter()
        .filter(|own| !own.is_empty() && !words.ends_with(' '))
        .map(|own| Change { own, leads: true, ..Change::default() })
        .collect()
}

fn touches(range: &Range<usize>, at: usize) -> bool {
    range.start <= at && at <= range.end
}

/// Whether a reference of the own text stands where one of the other does: at the same words, or within the same edit.
fn corresponds(edits: &[ExactEdit], own: &Reference, their: &Reference) -> bool {
    /// A mark before a comma is one behind it.
    const SIGNS: usize = 2;
    if edits.is_empty() {
        return own.before.abs_diff(their.before) <= SIGNS;
    }
    let (own, their) = (own.at, their.at);
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
