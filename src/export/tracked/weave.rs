//! Weaves the other text into the parts of a Word file, pairing by pairing. Knows pairings and places in
//! the file, not how changes are written.

use std::{
    collections::{HashMap, HashSet},
    ops::Range,
};

use super::{
    TrackedText,
    changed::Changed,
    exact::{Signs, exact_edits},
    head_lines::has_lines_of_its_own,
    moved::Moved,
    notes::{NewNotes, first_cited},
    paragraph::{Change, Inserted},
    places::{At, Part, places},
    rebuild::{rebuilt, rewritten},
    references::References,
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
    /// What the file of the other text says.
    pub(super) other_source: &'a str,
    pub(super) is_own_older: bool,
    /// Whether the file was made of the own text, since neither is a Word file.
    is_made: bool,
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
    pub(super) first_cited: [HashMap<usize, (Passage, usize)>; 2],
    /// Changes by paragraph: of the text, of the notes.
    pub(super) changes: [HashMap<usize, Changed>; 2],
    /// Notes that became another one of the other text where they stand.
    pub(super) rewritten_notes: HashMap<usize, usize>,
    /// Passages of the other text that stand elsewhere in the own one.
    pub(super) moved_here: HashMap<Passage, Moved>,
    /// Passages that the own text alone has.
    left_alone: HashSet<Passage>,
    /// The passage of the other text that was put in last.
    pub(super) last_new: Option<Passage>,
    /// What is put in at a byte of the text, in order.
    pub(super) inserted: Vec<(usize, String)>,
    /// What stands instead of bytes of the text.
    pub(super) replaced: Vec<(Range<usize>, String)>,
}

/// The text and the notes with all changes.
pub(super) fn weave(
    own: TrackedText<'_>,
    other: TrackedText<'_>,
    pairings: &[Pairing],
    (text, notes): (&str, &str),
    revision: Revision<'_>,
    is_made: bool,
) -> (String, String) {
    let (own, own_source, other, other_source) =
        (own.document, own.source, other.document, other.source);
    let (text, notes) = (Part::read(text), Part::read(notes));
    let mut at = places(own, &text, false);
    at.extend(places(own, &notes, true));
    let mut weaving = Weaving {
        own,
        other,
        other_source,
        is_own_older: revision.is_own_older,
        is_made,
        at,
        partners: HashMap::new(),
        note_partners: HashMap::new(),
        new_notes: NewNotes::new(&notes),
        first_cited: [first_cited(own), first_cited(other)],
        text,
        notes,
        revision,
        changes: Default::default(),
        rewritten_notes: HashMap::new(),
        moved_here: HashMap::new(),
        left_alone: HashSet::new(),
        last_new: None,
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
    let lines = weaving.take_head_lines(own_source);
    weaving.take_whole_paragraphs();
    let mut lines = lines.into_iter().peekable();
    for passage in new {
        while let Some(line) = lines.next_if(|line| line.behind() < Some(passage)) {
            weaving.insert_line(&line);
        }
        weaving.insert(passage);
    }
    lines.for_each(|line| weaving.insert_line(&line));
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
        // A note stands where it is cited: to be moved says nothing of it.
        let are_notes = matches!((own, other), ([Passage::Footnote(_)], [Passage::Footnote(_)]));
        let stays = !pairing.is_moved() || are_notes;
        let is_together = stays && own.len() == 1 && other.len() == 1;
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
            ([own], [other]) if pairing.is_moved() && self.can_move(*own, *other) => {
                self.move_away(*own, *other, pairing);
                vec![*other]
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

    /// Whether a passage can be marked as moved: it is a paragraph by itself on both sides.
    fn can_move(&self, own: Passage, other: Passage) -> bool {
        let is_block = |passage: Passage| matches!(passage, Passage::Block(_));
        let has_rows = block(self.other, other).is_some_and(|block| !block.rows.is_empty());
        let place = self.at.get(&own);
        is_block(own)
            && is_block(other)
            && !has_rows
            && matches!(place, Some(At::Words { paragraph, .. }) if !self.is_shared(own, *paragraph))
    }

    /// Whether another passage stands in the same paragraph of the file.
    fn is_shared(&self, own: Passage, paragraph: usize) -> bool {
        self.at.iter().any(|(other, at)| {
            *other != own
                && !matches!(other, Passage::Footnote(_))
                && matches!(at, At::Words { paragraph: p, .. } if *p == paragraph)
        })
    }

    /// Marks a passage as one that stands elsewhere in the other text, with what was changed in it.
    fn move_away(&mut self, own: Passage, other: Passage, pairing: &Pairing) {
        let Some(At::Words { paragraph, bytes }) = self.at.get(&own) else { return };
        let name = format!("move{}", self.moved_here.len() + 1);
        let sides = pairing.edits().iter().map(|edit| match self.is_own_older {
            true => (&edit.left, &edit.right),
            false => (&edit.right, &edit.left),
        });
        let (mut of_own, mut of_other) = (Vec::new(), Vec::new());
        for (mine, theirs) in sides {
            if let (Some(start), Some(end)) = (bytes.get(mine.start), bytes.get(mine.end)) {
                of_own.push(*start..*end);
            }
            of_other.push(theirs.clone());
        }
        let changed = self.changes[0].entry(*paragraph).or_default();
        changed.is_alone = true;
        changed.moved = Some(Moved { name: name.clone(), changed: of_own });
        self.moved_here.insert(other, Moved { name, changed: of_other });
    }

    /// A paragraph of which the own text alone has every passage goes as a whole.
    fn take_whole_paragraphs(&mut self) {
        let mut passages: HashMap<usize, Vec<Passage>> = HashMap::new();
        for (passage, at) in &self.at {
            if let (At::Words { paragraph, .. }, Passage::Title | Passage::Block(_)) = (at, passage)
            {
                passages.entry(*paragraph).or_default().push(*passage);
            }
        }
        for (paragraph, changed) in &mut self.changes[0] {
            let own = passages.get(paragraph).filter(|passages| passages.len() > 1);
            if own.is_some_and(|own| own.iter().all(|own| self.left_alone.contains(own))) {
                *changed = Changed { is_alone: true, ..Changed::default() };
            }
        }
    }

    /// Marks a passage as one that only the own text has.
    fn leave_alone(&mut self, own: Passage) {
        self.left_alone.insert(own);
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
                let is_shared = self.is_shared(own, paragraph);
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

    /// Which signs are changes. Of Word files every sign is known; beside one, a dash may be what another format made of
    /// it; a file that is made of neither keeps nobody's paragraphs, and is to be both texts to the letter.
    fn signs(&self) -> Signs {
        let are_word_files = has_lines_of_its_own(self.own) && has_lines_of_its_own(self.other);
        match (self.is_made, are_word_files) {
            (true, _) => Signs::All,
            (false, true) => Signs::Seen,
            (false, false) => Signs::None,
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
        let signs = (self.is_own_older, self.signs());
        let edits = exact_edits(self.own, own, self.other, other, pairing, signs);
        let mut references = self.references((own, other), (paragraph, &bytes), &edits);
        changes.extend(references.with_words(edits, &bytes, pairing, self.is_own_older));
        let References { gone_notes, gone_repeats, spaces, .. } = references;
        if changes.is_empty() && gone_notes.is_empty() && gone_repeats.is_empty() {
            return;
        }
        let is_free = |space: &Change| {
            let meets = |change: &Change| {
                change.own.start < space.own.end && space.own.start < change.own.end
            };
            !changes.iter().any(meets)
        };
        let spaces: Vec<Change> = spaces.into_iter().filter(is_free).collect();
        changes.extend(spaces);
        let changed = self.changes[usize::from(is_note)].entry(paragraph).or_default();
        changed.changes.extend(changes);
        changed.gone_notes.extend(gone_notes);
        changed.gone_repeats.extend(gone_repeats);
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

    /// Puts the words of notes in the place of those of others.
    fn rewrite_notes(&mut self) {
        for (own, other) in std::mem::take(&mut self.rewritten_notes) {
            let Some(At::Words { paragraph, bytes }) = self.at.get(&Passage::Footnote(own)) else {
                continue;
            };
            let words = self.other.text(Passage::Footnote(other)).to_owned();
            let range = bytes.first().copied().unwrap_or(0)..bytes.last().copied().unwrap_or(0);
            let change =
                Change { own: range, other: vec![Inserted::Words(words)], ..Change::default() };
            let changed = Changed { changes: vec![change], ..Changed::default() };
            self.changes[1].insert(*paragraph, changed);
        }
    }

    fn finish(mut self) -> (String, String) {
        self.rewrite_notes();
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
