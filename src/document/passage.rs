//! One way to point at anything a person reads: the title, a block or a footnote, each a text with
//! a name. Knows the model alone.

use std::ops::Range;

use super::{Cite, Document, Mark, PlaceKind, Reference};

/// A text of a document. The numbers are indices into the document's own lists.
///
/// The order is that of reading: the title, the blocks, the footnotes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Passage {
    /// The title, in [`Head::title`](super::Head::title).
    Title,
    /// A paragraph, sub-paragraph, heading or table.
    Block(usize),
    /// A footnote.
    Footnote(usize),
}

/// A byte of the clean text of a passage: what a cursor, a jump and an annotation point at.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Place {
    /// The text.
    pub passage: Passage,
    /// A byte of it, at the start of a character.
    pub at: usize,
}

impl Place {
    /// The beginning of a passage.
    #[must_use]
    pub const fn start_of(passage: Passage) -> Self {
        Self { passage, at: 0 }
    }
}

impl Document {
    /// Every passage, in reading order: the title where there is one, the blocks, the footnotes.
    pub fn passages(&self) -> impl DoubleEndedIterator<Item = Passage> {
        let title = self.head.title.is_some().then_some(Passage::Title);
        let blocks = (0..self.blocks.len()).map(Passage::Block);
        let notes = (0..self.footnotes.len()).map(Passage::Footnote);
        title.into_iter().chain(blocks).chain(notes)
    }

    /// The passages from one on, in reading order.
    pub fn passages_from(&self, first: Passage) -> impl Iterator<Item = Passage> {
        let title = (first == Passage::Title && self.head.title.is_some()).then_some(first);
        let blocks = match first {
            Passage::Title => 0..self.blocks.len(),
            Passage::Block(i) => i..self.blocks.len(),
            Passage::Footnote(_) => 0..0,
        };
        let notes = match first {
            Passage::Footnote(i) => i..self.footnotes.len(),
            _ => 0..self.footnotes.len(),
        };
        title.into_iter().chain(blocks.map(Passage::Block)).chain(notes.map(Passage::Footnote))
    }

    /// The clean text of a passage; empty where the document has no such passage.
    #[must_use]
    pub fn text(&self, passage: Passage) -> &str {
        match passage {
            Passage::Title => self.head.title.as_deref(),
            Passage::Block(i) => self.blocks.get(i).map(|block| block.text.as_str()),
            Passage::Footnote(i) => self.footnotes.get(i).map(|note| note.text.as_str()),
        }
        .unwrap_or_default()
    }

    /// The footnote marks in a passage, by place.
    #[must_use]
    pub fn marks(&self, passage: Passage) -> &[Mark] {
        match passage {
            Passage::Title => &self.head.title_marks,
            Passage::Block(i) => self.blocks.get(i).map_or(&[], |block| &block.marks),
            Passage::Footnote(_) => &[],
        }
    }

    /// The references in a passage, by place.
    #[must_use]
    pub fn references(&self, passage: Passage) -> &[Reference] {
        match passage {
            Passage::Title => &[],
            Passage::Block(i) => self.blocks.get(i).map_or(&[], |block| &block.references),
            Passage::Footnote(i) => self.footnotes.get(i).map_or(&[], |note| &note.references),
        }
    }

    /// The words of a passage that the source itself has in italics, by place.
    #[must_use]
    pub fn italics(&self, passage: Passage) -> &[Range<usize>] {
        match passage {
            Passage::Title => &[],
            Passage::Block(i) => self.blocks.get(i).map_or(&[], |block| &block.italics),
            Passage::Footnote(i) => self.footnotes.get(i).map_or(&[], |note| &note.italics),
        }
    }

    /// How a person cites a passage: `OP14`, `fn 7`, `title`. Of two footnotes of one mark, as a file of
    /// several resolutions has them, the second is `fn 7#2`.
    #[must_use]
    pub fn cite(&self, passage: Passage) -> Cite {
        match passage {
            Passage::Title => Cite::title(),
            Passage::Block(i) => {
                self.blocks.get(i).map(|block| block.cite.clone()).unwrap_or_default()
            }
            Passage::Footnote(i) => {
                let mark = self.footnotes.get(i).map_or("", |note| &note.mark);
                let before = self.footnotes.iter().take(i).filter(|note| note.mark == mark).count();
                Cite::footnote(mark).nth(before + 1)
            }
        }
    }

    /// The passage of a citation.
    #[must_use]
    pub fn passage(&self, cite: &Cite) -> Option<Passage> {
        match cite.kind() {
            PlaceKind::Footnote => {
                let is_one = |i: &usize| self.footnotes[*i].mark == cite.number();
                let mut same = (0..self.footnotes.len()).filter(is_one);
                same.nth(cite.occurrence.checked_sub(1)?).map(Passage::Footnote)
            }
            PlaceKind::Title => self.head.title.is_some().then_some(Passage::Title),
            _ => self.block(cite).map(|(i, _)| Passage::Block(i)),
        }
    }

    /// What a person means by a citation who reads at `near`: that place; else the one of the same
    /// name in the same section, else in any; else, for `OP3`, the third unnumbered paragraph.
    #[must_use]
    pub fn meant(&self, cite: &Cite, near: Option<Passage>) -> Option<Passage> {
        let block = || self.block_of_name(cite, near).map(Passage::Block);
        self.passage(cite).or_else(block)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{manuscript::Manuscript, parse};

    /// What a citation means to who reads at another one, in a document of two sections.
    #[track_caller]
    fn means(typed: &str, near: &str, expected: Option<&str>) {
        let text = "The General Assembly,\n\nRecalling its decisions,\n\nI\n\n1. Decides to meet;\n\n\
                    2. Urges all to come;\n\nII\n\n1. Requests a report;\n\n2. Decides to end.\n";
        let manuscript = Manuscript { text: text.into(), ..Manuscript::default() };
        let (document, _) = parse::parse(&manuscript);
        let near = Cite::read(near).and_then(|near| document.passage(&near));
        let found = document.meant(&Cite::read(typed).expect("a citation"), near);
        assert_eq!(found.map(|passage| document.cite(passage).to_string()).as_deref(), expected);
    }

    #[test]
    fn a_paragraph_is_of_the_section_that_is_read() {
        means("2", "I.OP1", Some("I.OP2"));
        means("2", "II.OP1", Some("II.OP2"));
        means("II.OP2", "I.OP1", Some("II.OP2"));
        means("2", "PP1", Some("I.OP2"));
        means("7", "I.OP1", None);
    }
}
