//! Ways through a document: by citation, by part, from a mark to its footnote and back.
//! Knows the model alone.

use std::collections::HashMap;

use super::{Block, Cite, Document, Footnote, Mark, Part, Passage};

impl Document {
    /// The block of a citation.
    #[must_use]
    pub fn block(&self, cite: &Cite) -> Option<(usize, &Block)> {
        self.blocks.iter().enumerate().find(|(_, block)| block.cite == *cite)
    }

    /// The footnote of a mark. Where a mark is defined twice, the first one.
    #[must_use]
    pub fn footnote(&self, mark: &str) -> Option<(usize, &Footnote)> {
        self.footnotes.iter().enumerate().find(|(_, note)| note.mark == mark)
    }

    /// The blocks of a part with their indices, in reading order.
    pub fn part(&self, part: Part) -> impl Iterator<Item = (usize, &Block)> {
        self.blocks.iter().enumerate().filter(move |(_, block)| block.part == part)
    }

    /// The footnote that a mark leads to. A file of several resolutions, and one whose pages count
    /// anew, defines a mark more than once: the next definition behind the mark is meant.
    #[must_use]
    pub fn footnote_of(&self, mark: &Mark) -> Option<(usize, &Footnote)> {
        let mut same =
            self.footnotes.iter().enumerate().filter(|(_, note)| note.mark == mark.label);
        let first = same.next()?;
        if first.1.span.start >= mark.span.start {
            return Some(first);
        }
        let mut last = first;
        for note in same {
            last = note;
            if note.1.span.start >= mark.span.start {
                break;
            }
        }
        Some(last)
    }

    /// For each footnote, the marks that lead to it in reading order: the text each stands in, and
    /// which of its marks it is.
    #[must_use]
    pub fn marks_of_notes(&self) -> Vec<Vec<(Passage, usize)>> {
        let mut notes: HashMap<&str, Vec<(usize, usize)>> = HashMap::new();
        for (index, note) in self.footnotes.iter().enumerate() {
            notes.entry(&note.mark).or_default().push((note.span.start, index));
        }
        let mut marks_of = vec![Vec::new(); self.footnotes.len()];
        let blocks = (0..self.blocks.len()).map(Passage::Block);
        for passage in std::iter::once(Passage::Title).chain(blocks) {
            for (at, mark) in self.marks(passage).iter().enumerate() {
                let Some(same) = notes.get(mark.label.as_str()) else { continue };
                let next = same.partition_point(|(start, _)| *start < mark.span.start);
                let (_, index) = same[next.min(same.len() - 1)];
                marks_of[index].push((passage, at));
            }
        }
        marks_of
    }
}
