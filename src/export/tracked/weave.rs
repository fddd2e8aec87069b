//! Weaves the other text into the parts of a Word file, pairing by pairing. Knows pairings and places in
//! the file, not how changes are written.

use std::{collections::HashMap, ops::Range};

use super::{
    notes::NewNotes,
    paragraph::{Change, Inserted, with_mark},
    places::{At, Part, places},
    revision::Revision,
    table::{table, table_alone},
};
use crate::{
    compare::Pairing,
    document::{Block, Document, Passage},
};

/// What is done to the parts of the file.
struct Weaving<'a> {
    own: &'a Document,
    other: &'a Document,
    is_own_older: bool,
    text: Part<'a>,
    notes: Part<'a>,
    at: HashMap<Passage, At>,
    /// The partner of each passage of the other text that is paired and did not move.
    partners: HashMap<Passage, Passage>,
    /// The partners of footnotes, own to other.
    note_partners: HashMap<usize, usize>,
    revision: Revision<'a>,
    new_notes: NewNotes,
    /// Changes by paragraph: of the text, of the notes.
    changes: [HashMap<usize, Changed>; 2],
    /// What is put in at a byte of the text, in order.
    inserted: Vec<(usize, String)>,
    /// What stands instead of bytes of the text.
    replaced: Vec<(Range<usize>, String)>,
}

#[derive(Default)]
struct Changed {
    changes: Vec<Change>,
    /// Notes that only the own text cites here, counted through the paragraph.
    gone_notes: Vec<usize>,
    is_alone: bool,
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
                    changed.changes.push(Change { own, other: Vec::new() });
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
        for (own_range, words) in
            exact_edits(self.own, own, self.other, other, pairing, self.is_own_older)
        {
            let own = bytes[own_range.start]..bytes[own_range.end];
            let other = if words.is_empty() { Vec::new() } else { vec![Inserted::Words(words)] };
            changes.push(Change { own, other });
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
        let at = before.rfind(&own_label).filter(|_| !own_label.is_empty())?;
        (own_label != other_label).then(|| Change {
            own: at..at + own_label.len(),
            other: vec![Inserted::Words(other_label)],
        })
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
        let notes = |document: &Document, passage: Passage| -> Vec<(usize, usize)> {
            let marks = document.marks(passage).iter().filter(|mark| mark.kept == 0);
            marks.filter_map(|mark| Some((mark.at, document.footnote_of(mark)?.0))).collect()
        };
        let (own_notes, other_notes) = (notes(self.own, own), notes(self.other, other));
        let range = bytes.first().copied().unwrap_or(0)..bytes.last().copied().unwrap_or(0);
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
                changes.push(Change { own: place..place, other: vec![reference] });
            }
        }
        gone
    }

    /// Puts in a passage that only the other text has.
    fn insert(&mut self, passage: Passage) {
        let place = self.place_of_new(passage);
        let xml = match passage {
            Passage::Block(i) if !self.other.blocks[i].rows.is_empty() => {
                let mark = self.revision.other_mark();
                let cell = |words: &str| self.revision.other_words(words);
                table(&self.other.blocks[i].rows, &mark, &cell)
            }
            passage => self.new_paragraph(passage),
        };
        self.inserted.push((place, xml));
    }

    /// Behind what the passage stands behind in the other text.
    fn place_of_new(&self, passage: Passage) -> usize {
        let before = self.other.passages().take_while(|other| *other != passage);
        let anchor = before
            .filter_map(|before| self.partners.get(&before))
            .filter_map(|own| self.at.get(own))
            .last();
        match anchor {
            Some(At::Words { paragraph, .. }) => self.text.behind(*paragraph),
            Some(At::Table(table)) => self.text.tables[*table].1.end,
            None => {
                let first =
                    self.at.iter().filter(|(passage, _)| !matches!(passage, Passage::Footnote(_)));
                let starts = first.filter_map(|(_, at)| match at {
                    At::Words { paragraph, .. } => {
                        Some(self.text.paragraphs[*paragraph].range.start)
                    }
                    At::Table(_) => None,
                });
                starts
                    .min()
                    .unwrap_or_else(|| self.text.xml.find("<w:body>").map_or(0, |at| at + 8))
            }
        }
    }

    /// A paragraph like the nearest one of its kind.
    fn new_paragraph(&mut self, passage: Passage) -> String {
        let model = self.model(passage);
        let block = block(self.other, passage);
        let text = self.other.text(passage).to_owned();
        let opener = block.and_then(Block::opener_length).unwrap_or(0);
        let label = label(self.other, passage);
        let (mut properties, mut prefix, mut first, mut rest) =
            (String::new(), format!("{label}\t"), String::new(), String::new());
        if label.is_empty() {
            prefix.clear();
        }
        if let Some((own, paragraph, bytes)) = model {
            let paragraph = &self.text.paragraphs[paragraph];
            properties = without_section(&paragraph.properties);
            let own_label = self::label(self.own, own);
            let before =
                bytes.first().and_then(|start| paragraph.text.get(..*start)).unwrap_or_default();
            prefix = match before.rfind(&own_label).filter(|_| !own_label.is_empty()) {
                Some(at) => format!(
                    "{}{label}{}",
                    before.get(..at).unwrap_or_default(),
                    before.get(at + own_label.len()..).unwrap_or_default()
                ),
                // The other had no number at all.
                None if own_label.is_empty() && !label.is_empty() => format!("{before}{label}\t"),
                None => before.to_owned(),
            };
            let at =
                |byte: Option<&usize>| paragraph.looks_at(byte.copied().unwrap_or(0)).to_owned();
            first = at(bytes.first());
            rest = at(bytes.len().checked_sub(2).and_then(|last| bytes.get(last)));
        }
        let properties = with_mark(&properties, &self.revision.other_mark());
        let mut runs = self.revision.other_runs(&words(&prefix), &rest);
        runs.push_str(
            &self.revision.other_runs(&words(text.get(..opener).unwrap_or_default()), &first),
        );
        let mut at = opener;
        let marks = self.other.marks(passage).iter().filter(|mark| mark.kept == 0).cloned();
        for mark in marks.collect::<Vec<_>>() {
            let Some((note, _)) = self.other.footnote_of(&mark) else { continue };
            let Some(reference) = self.new_notes.reference(self.other, note, &mut self.revision)
            else {
                continue;
            };
            let mut inserted = words(text.get(at..mark.at).unwrap_or_default());
            inserted.push(reference);
            runs.push_str(&self.revision.other_runs(&inserted, &rest));
            at = mark.at.max(at);
        }
        runs.push_str(&self.revision.other_runs(&words(text.get(at..).unwrap_or_default()), &rest));
        format!("<w:p>{properties}{runs}</w:p>")
    }

    /// The own paragraph that a new one is made like.
    fn model(&self, passage: Passage) -> Option<(Passage, usize, Vec<usize>)> {
        let kind = |document: &Document, passage: Passage| {
            block(document, passage).map(|block| (block.part, block.shape, block.depth))
        };
        let wanted = kind(self.other, passage);
        let place = self.place_of_new(passage);
        let is_unnumbered = label(self.other, passage).is_empty();
        let near = self.at.iter().filter_map(|(own, at)| match at {
            At::Words { paragraph, bytes } if !matches!(own, Passage::Footnote(_)) => {
                let (kind, wanted) = (kind(self.own, *own)?, wanted?);
                let otherwise = usize::from(kind.0 != wanted.0) * 4
                    + usize::from(kind.1 != wanted.1) * 8
                    + usize::from(kind.2 != wanted.2) * 2
                    + usize::from(label(self.own, *own).is_empty() != is_unnumbered) * 3;
                let distance = self.text.paragraphs[*paragraph].range.start.abs_diff(place);
                (self.text.table_of[*paragraph].is_none()).then_some((
                    (otherwise, distance),
                    *own,
                    *paragraph,
                    bytes,
                ))
            }
            _ => None,
        });
        near.min_by_key(|(score, ..)| *score)
            .map(|(_, own, paragraph, bytes)| (own, paragraph, bytes.clone()))
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
        (text, rebuilt(self.notes.xml, replaced, inserted))
    }
}

fn rewritten(
    part: &Part<'_>,
    changed: HashMap<usize, Changed>,
    revision: &mut Revision<'_>,
) -> Vec<(Range<usize>, String)> {
    let mut changed: Vec<(usize, Changed)> = changed.into_iter().collect();
    changed.sort_by_key(|(paragraph, _)| *paragraph);
    changed
        .into_iter()
        .map(|(paragraph, mut changed)| {
            let paragraph = &part.paragraphs[paragraph];
            changed.changes.sort_by_key(|change| (change.own.start, change.own.end));
            let gone = |note: usize| changed.gone_notes.contains(&note);
            let xml = match changed.is_alone {
                true => paragraph.alone(revision),
                false => paragraph.changed(&changed.changes, &gone, revision),
            };
            (paragraph.range.clone(), xml)
        })
        .collect()
}

/// A part with stretches replaced and others put in; what is put in where something ends stands behind it.
fn rebuilt(
    xml: &str,
    mut replaced: Vec<(Range<usize>, String)>,
    mut inserted: Vec<(usize, String)>,
) -> String {
    replaced.sort_by_key(|(range, _)| range.start);
    inserted.sort_by_key(|(place, _)| *place);
    let mut out = String::with_capacity(xml.len() + xml.len() / 4);
    let mut at = 0;
    let mut inserted = inserted.into_iter().peekable();
    for (range, text) in replaced {
        while let Some((place, text)) = inserted.next_if(|(place, _)| *place <= range.start) {
            out.push_str(xml.get(at..place).unwrap_or_default());
            at = place.max(at);
            out.push_str(&text);
        }
        out.push_str(xml.get(at..range.start).unwrap_or_default());
        out.push_str(&text);
        at = range.end.max(at);
    }
    for (place, text) in inserted {
        out.push_str(xml.get(at..place).unwrap_or_default());
        at = place.max(at);
        out.push_str(&text);
    }
    out + xml.get(at..).unwrap_or_default()
}

fn block(document: &Document, passage: Passage) -> Option<&Block> {
    match passage {
        Passage::Block(i) => document.blocks.get(i),
        Passage::Title | Passage::Footnote(_) => None,
    }
}

/// The number that is printed before a passage.
fn label(document: &Document, passage: Passage) -> String {
    match passage {
        Passage::Title => document.head.printed_number().unwrap_or_default(),
        passage => block(document, passage).map_or_else(String::new, |block| block.label.clone()),
    }
}

fn words(text: &str) -> Vec<Inserted> {
    if text.is_empty() { Vec::new() } else { vec![Inserted::Words(text.to_owned())] }
}

/// Properties of a paragraph without the end of a section, and without what was changed in them before.
fn without_section(properties: &str) -> String {
    let mut out = properties.to_owned();
    for name in ["w:sectPr", "w:pPrChange"] {
        if let (Some(start), Some(end)) =
            (out.find(&format!("<{name}")), out.find(&format!("</{name}>")))
        {
            out.replace_range(start..end + name.len() + 3, "");
        }
    }
    out
}

/// The edits of a pair, with what else is not the same to the letter: own bytes, and the other's words.
fn exact_edits(
    own: &Document,
    own_passage: Passage,
    other: &Document,
    other_passage: Passage,
    pairing: &Pairing,
    is_own_older: bool,
) -> Vec<(Range<usize>, String)> {
    let (text, theirs) = (own.text(own_passage), other.text(other_passage));
    if !pairing.edits().iter().any(|edit| !edit.left.is_empty() || !edit.right.is_empty()) {
        return Vec::new();
    }
    let mut made: Vec<(Range<usize>, String)> = Vec::new();
    let (mut at, mut their_at) = (0, 0);
    let ends = (text.len()..text.len(), theirs.len()..theirs.len());
    let sides = pairing.edits().iter().map(|edit| match is_own_older {
        true => (edit.left.clone(), edit.right.clone()),
        false => (edit.right.clone(), edit.left.clone()),
    });
    for (mine, their) in sides.chain([ends]) {
        let (same, their_same) = (
            text.get(at..mine.start).unwrap_or_default(),
            theirs.get(their_at..their.start).unwrap_or_default(),
        );
        if same != their_same {
            let start: usize = same
                .chars()
                .zip(their_same.chars())
                .take_while(|(x, y)| x == y)
                .map(|(c, _)| c.len_utf8())
                .sum();
            let (same, their_same) = (&same[start..], &their_same[start..]);
            let end: usize = same
                .chars()
                .rev()
                .zip(their_same.chars().rev())
                .take_while(|(x, y)| x == y)
                .map(|(c, _)| c.len_utf8())
                .sum();
            made.push((
                at + start..at + start + same.len() - end,
                their_same[..their_same.len() - end].to_owned(),
            ));
        }
        if !mine.is_empty() || !their.is_empty() {
            made.push((mine.clone(), theirs.get(their.clone()).unwrap_or_default().to_owned()));
        }
        (at, their_at) = (mine.end, their.end);
    }
    made
}

/// Where a place of the other text is in the own one.
fn own_place(pairing: &Pairing, place: usize, is_own_older: bool) -> usize {
    let (mut own_end, mut other_end) = (0, 0);
    for edit in pairing.edits() {
        let (own, other) = match is_own_older {
            true => (&edit.left, &edit.right),
            false => (&edit.right, &edit.left),
        };
        if place < other.start {
            break;
        }
        if place <= other.end {
            return own.end;
        }
        (own_end, other_end) = (own.end, other.end);
    }
    own_end + place.saturating_sub(other_end)
}
