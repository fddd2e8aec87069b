//! Ways through a document: by citation, by part, from a mark to its footnote and back.
//! Knows the model alone.

use super::{Block, Cite, Document, Footnote, Part};

/// A mark's place: which block, and which of its marks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct MarkPlace {
    /// Index into [`Document::blocks`].
    pub block: usize,
    /// Index into [`Block::marks`].
    pub mark: usize,
}

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

    /// Where the text cites a footnote, in reading order. Marks in the title are not blocks'.
    pub fn cited_by(&self, mark: &str) -> impl Iterator<Item = MarkPlace> {
        self.blocks.iter().enumerate().flat_map(move |(block, b)| {
            b.marks
                .iter()
                .enumerate()
                .filter(move |(_, m)| m.label == mark)
                .map(move |(mark, _)| MarkPlace { block, mark })
        })
    }
}
