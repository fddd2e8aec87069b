//! Weaves the other text into the parts of a Word file, pairing by pairing. Knows pairings and places in
//! the file, not how changes are written.

use std::{collections::HashMap, ops::Range};

use super::{
    exact::{exact_edits, own_place},
    notes::{NewNotes, first_cited},
    paragraph::{Change, Inserted},
    places::{At, Part, places},
    rebuild::{rebuilt, rewritten},
    revision::Revision,
    table::table_alone,
};
use crate::{
    compare::Pairing,
    document::{Block, Document, Passage},
};

/// What is done to the parts of the file.
pub(super) struct Weaving<'a> {
    pub(super) own: &'a Document,
    pub(super) other: &'a Document,
    pub(super) is_own_older: bool,
    pub(super) text: Part<'a>,
    pub(super) notes: Part<'a>,
    pub(super) at: HashMap<Passage, At>,
    /// The partner of each passage of the other text that is paired and did not move.
    pub(super) partners: HashMap<Passage, Passage>,
    /// The partners of footnotes, own to other.
    pub(super) note_partners: HashMap<usize, usize>,
    pub(super) revision: Revision<'a>,
    pub(super) new_notes: NewNotes,
    /// Where each note is cited first, of the own text and of the other.
    first_cited: [HashMap<usize, (Passage, usize)>; 2],
    /// Changes by paragraph: of the text, of the notes.
    pub(super) changes: [HashMap<usize, Changed>; 2],
    /// What is put in at a byte of the text, in order.
    pub(super) inserted: Vec<(usize, String)>,
    /// What stands instead of bytes of the text.
    pub(super) replaced: Vec<(Range<usize>, String)>,
}

#[derive(Default)]
pub(super) struct Changed {
    pub(super) changes: Vec<Change>,
    /// Notes that only the own text cites here, counted through the paragraph.
    pub(super) gone_notes: Vec<usize>,
    pub(super) is_alone: bool,
}

/// The text and the notes with all changes.
pub(super) fn weave(
    own: &Document,
    other: &Document,
    pairings: &[Pairing],
    (text, notes): (&str, &str),
    revision: Revision<'_>,
) -> (String, String) {
    let (text, notes) = (Part::read(text), Part::read(notes));
    let mut at = places(own, &text, false);
    at.extend(places(own, &notes, true));
    let mut weaving = Weaving {
        own,
        other,
        is_own_older: revision.is_own_older,
        at,
        partners: HashMap::new(),
        note_partners: HashMap::new(),
        new_notes: NewNotes::new(&notes),
        first_cited: [first_cited(own), first_cited(other)],
        text,
        notes,
        revision,
        changes: Default::default(),
        inserted: Vec::new(),
        replaced: Vec::new(),
    };
    weaving.find_partners(pairings);
    let mut new = Vec::new();
    for pairing in pairings {
        new.extend(weaving.take(pairing));
    }
    new.sort_unstable();
    new.dedup();
    for passage in new {
        weaving.insert(passage);
    }
    weaving.finish()
}

impl Weaving<'_> {
    fn sides<'p>(&self, pairing: &'p Pairing) -> (&'p [Passage], &'p [Passage]) {
        match self.is_own_older {
            true => (pairing.left(), pairing.right()),
            false => (pairing.right(), pairing.left()),
        }
    }

    fn find_partners(&mut self, pairings: &[Pairing]) {
        for pairing in pairings {
            if let ([own], [other]) = self.sides(pairing) {
                if let (Passage::Footnote(own), Passage::Footnote(other)) = (own, other) {
                    self.note_partners.insert(*own, *other);
                } else if !pairing.is_moved() && self.at.contains_key(own) {
                    self.partners.insert(*other, *own);
                }
            }
        }
    }

    /// Does what is to be done to the own passages of a pairing; returns passages of the other text that
    /// are to be put in.
    fn take(&mut self, pairing: &Pairing) -> Vec<Passage> {
        let (own, other) = self.sides(pairing);
        let is_together = !pairing.is_moved() && own.len() == 1 && other.len() == 1;
        match (own, other) {
            ([own], [other]) if is_together && self.at.contains_key(own) => {
                if self.is_table(*own) {
                    if pairing.is_changed() {
                        self.leave_alone(*own);
                        return vec![*other];
                    }
                    return Vec::new();
                }
                self.edit(*own, *other, pairing);
                Vec::new()
            }
            // What was not found in the file stays, and is not said twice.
            ([own], [_]) if is_together && !self.at.contains_key(own) => Vec::new(),
            (own, other) => {
                own.iter().for_each(|own| self.leave_alone(*own));
                let is_note = |passage: &Passage| matches!(passage, Passage::Footnote(_));
                other.iter().copied().filter(|other| !is_note(other)).collect()
            }
        }
    }

    fn is_table(&self, own: Passage) -> bool {
        matches!(self.at.get(&own), Some(At::Table(_)))
    }

    /// Marks a passage as one that only the own text has.
    fn leave_alone(&mut self, own: Passage) {
        match self.at.get(&own) {
            Some(At::Table(table)) => {
                let (token, range) = self.text.tables[*table].clone();
                let xml = table_alone(self.text.xml, &self.text.tokens, token, &mut self.revision);
                self.replaced.push((range, xml));
            }
            Some(At::Words { paragraph, bytes }) => {
                let is_note = matches!(own, Passage::Footnote(_));
                // A note goes with what cites it.
                if is_note {
                    return;
                }
                let paragraph = *paragraph;
                let is_shared = self.at.iter().any(|(other, at)| {
                    *other != own
                        && !matches!(other, Passage::Footnote(_))
                        && matches!(at, At::Words { paragraph: p, .. } if *p == paragraph)
                });
                let changed = self.changes[0].entry(paragraph).or_default();
                if is_shared {
                    let (start, end) = (bytes.first().copied(), bytes.last().copied());
                    let own = start.unwrap_or(0)..end.unwrap_or(0);
                    changed.changes.push(Change { own, ..Change::default() });
                } else {
                    changed.is_alone = true;
                }
            }
            None => {}
        }
    }

    /// Marks what was changed in a passage.
    fn edit(&mut self, own: Passage, other: Passage, pairing: &Pairing) {
        let Some(At::Words { paragraph, bytes }) = self.at.get(&own).cloned() else { return };
        let is_note = matches!(own, Passage::Footnote(_));
        let part = if is_note { &self.notes } else { &self.text };
        let own_words = part.paragraphs[paragraph].text.clone();
        let mut changes = Vec::new();
        changes.extend(self.label_change(own, other, &own_words, &bytes));
        let kept = self.kept_notes(own, other);
        for (own_range, words, their_end) in
            exact_edits(self.own, own, self.other, other, pairing, self.is_own_older)
        {
            let leads =
                kept.iter().any(|(at, theirs)| *at == own_range.end && *theirs >= their_end);
            let own = bytes[own_range.start]..bytes[own_range.end];
            let other = if words.is_empty() { Vec::new() } else { vec![Inserted::Words(words)] };
            changes.push(Change { own, other, leads });
        }
        let gone_notes = self.note_changes(own, other, paragraph, &bytes, pairing, &mut changes);
        if changes.is_empty() && gone_notes.is_empty() {
            return;
        }
        let changed = self.changes[usize::from(is_note)].entry(paragraph).or_default();
        changed.changes.extend(changes);
        changed.gone_notes.extend(gone_notes);
    }

    /// The number before a passage, where it is typed and is another one.
    fn label_change(
        &self,
        own: Passage,
        other: Passage,
        words: &str,
        bytes: &[usize],
    ) -> Option<Change> {
        let (own_label, other_label) = (label(self.own, own), label(self.other, other));
        let before = words.get(..*bytes.first()?)?;
        if own_label.is_empty() && !other_label.is_empty() {
            let other = vec![Inserted::Words(format!("{other_label}\t"))];
            return Some(Change { own: before.len()..before.len(), other, leads: true });
        }
        let at = before.rfind(&own_label).filter(|_| !own_label.is_empty())?;
        (own_label != other_label).then(|| Change {
            own: at..at + own_label.len(),
            other: vec![Inserted::Words(other_label)],
            leads: true,
        })
    }

    /// Where a passage cites which notes for the first time, of the own text (0) or of the other (1).
    fn notes_of(&self, side: usize, passage: Passage) -> Vec<(usize, usize)> {
        let document = if side == 0 { self.own } else { self.other };
        let marks = document.marks(passage).iter().filter(|mark| mark.kept == 0);
        let all = marks.filter_map(|mark| Some((mark.at, document.footnote_of(mark)?.0)));
        let first = &self.first_cited[side];
        all.filter(|(at, note)| first.get(note) == Some(&(passage, *at))).collect()
    }

    /// The numbers of notes that a passage cites again, and where.
    pub(super) fn repeats_of(&self, side: usize, passage: Passage) -> Vec<(usize, String)> {
        let document = if side == 0 { self.own } else { self.other };
        let first = self.notes_of(side, passage);
        let marks = document.marks(passage).iter().filter(|mark| mark.kept == 0);
        let cited = marks.filter(|mark| document.footnote_of(mark).is_some());
        let again = cited.filter(|mark| !first.iter().any(|(at, _)| *at == mark.at));
        again.map(|mark| (mark.at, mark.label.clone())).collect()
    }

    /// Where notes that both sides cite stand in the words of each.
    fn kept_notes(&self, own: Passage, other: Passage) -> Vec<(usize, usize)> {
        let theirs = self.notes_of(1, other);
        let place = |note: usize| {
            let partner = self.note_partners.get(&note)?;
            theirs.iter().find(|(_, other)| other == partner).map(|(at, _)| *at)
        };
        let kept = self.notes_of(0, own).into_iter();
        kept.filter_map(|(at, note)| Some((at, place(note)?))).collect()
    }

    /// Notes that are cited on one side only: returns which of the paragraph's go.
    fn note_changes(
        &mut self,
        own: Passage,
        other: Passage,
        paragraph: usize,
        bytes: &[usize],
        pairing: &Pairing,
        changes: &mut Vec<Change>,
    ) -> Vec<usize> {
        if matches!(own, Passage::Footnote(_)) {
            return Vec::new();
        }
        let (own_notes, other_notes) = (self.notes_of(0, own), self.notes_of(1, other));
        let range = bytes.first().copied().unwrap_or(0)..bytes.last().copied().unwrap_or(0);
        // Numbers that the own text repeats are left as they are.
        if self.repeats_of(0, own).is_empty() {
            for (at, label) in self.repeats_of(1, other) {
                let place = own_place(pairing, at, self.is_own_older);
                let place = bytes.get(place).copied().unwrap_or(range.end);
                let other = vec![NewNotes::repeated(&label, &self.revision)];
                changes.push(Change { own: place..place, other, leads: false });
            }
        }
        if self.text.paragraphs[paragraph].notes_within(&range) != own_notes.len() {
            return Vec::new();
        }
        let before =
            self.text.paragraphs[paragraph].notes_within(&(0..range.start)).min(own_notes.len());
        let before = if range.start == 0 { 0 } else { before };
        let partner = |note: usize| self.note_partners.get(&note).copied();
        let stays = |note: usize| {
            partner(note)
                .is_some_and(|partner| other_notes.iter().any(|(_, other)| *other == partner))
        };
        let gone = own_notes.iter().enumerate().filter(|(_, (_, note))| !stays(*note));
        let gone: Vec<usize> = gone.map(|(at, _)| before + at).collect();
        let kept: Vec<usize> = own_notes.iter().filter_map(|(_, note)| partner(*note)).collect();
        for (at, note) in other_notes {
            if !kept.contains(&note)
                && let Some(reference) =
                    self.new_notes.reference(self.other, note, &mut self.revision)
            {
                let place = own_place(pairing, at, self.is_own_older);
                let place = bytes.get(place).copied().unwrap_or(range.end);
                changes.push(Change { own: place..place, other: vec![reference], leads: false });
            }
        }
        gone
    }

    fn finish(mut self) -> (String, String) {
        let [of_text, of_notes] = std::mem::take(&mut self.changes);
        let mut replaced = std::mem::take(&mut self.replaced);
        replaced.extend(rewritten(&self.text, of_text, &mut self.revision));
        let text = rebuilt(self.text.xml, replaced, self.inserted);
        let replaced = rewritten(&self.notes, of_notes, &mut self.revision);
        let end = self.notes.xml.rfind("</w:footnotes>").unwrap_or(self.notes.xml.len());
        let inserted = if self.new_notes.xml.is_empty() {
            Vec::new()
        } else {
            vec![(end, self.new_notes.xml)]
        };
        // LibreOffice sorts notes by their numbers. To number them anew would change paragraphs that nobody touched.
        (text, rebuilt(self.notes.xml, replaced, inserted))
    }
}

pub(super) fn block(document: &Document, passage: Passage) -> Option<&Block> {
    match passage {
        Passage::Block(i) => document.blocks.get(i),
        Passage::Title | Passage::Footnote(_) => None,
    }
}

/// The number that is printed before a passage.
pub(super) fn label(document: &Document, passage: Passage) -> String {
    match passage {
        Passage::Title => document.head.printed_number().unwrap_or_default(),
        passage => block(document, passage).map_or_else(String::new, |block| block.label.clone()),
    }
}
