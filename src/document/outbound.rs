//! What a document cites: every reference to another one, with the paragraph it stands in. Knows the
//! model alone.

use super::{Block, Cite, Document, Passage, Symbol, Target};

/// A reference to another document, and where it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Outbound<'a> {
    /// The block or footnote it stands in.
    pub passage: Passage,
    /// The name of that: `PP4`, `fn 3`.
    pub at: Cite,
    /// The words that name the other document: `53/144`.
    pub words: &'a str,
    /// The other document.
    pub symbol: &'a Symbol,
    /// Where in it, as printed: `para. 3`, `chap. IV, sect. A`.
    pub locus: Option<&'a str>,
    /// The opener of the paragraph it stands in, `Recalling`; of an item that has none, that of the
    /// paragraph the item belongs to. A footnote has none.
    pub opener: Option<&'a str>,
}

impl Document {
    /// The references to other documents, in reading order: blocks, then footnotes.
    pub fn outbound(&self) -> impl Iterator<Item = Outbound<'_>> {
        self.passages().flat_map(move |passage| {
            let text = self.text(passage);
            self.references(passage).iter().filter_map(move |reference| {
                let Target::Document { symbol, locus } = &reference.target else { return None };
                Some(Outbound {
                    passage,
                    at: self.cite(passage),
                    words: text.get(reference.range.clone()).unwrap_or_default(),
                    symbol,
                    locus: locus.as_deref(),
                    opener: self.opener_over(passage),
                })
            })
        })
    }

    /// The opener of a block, or of the nearest block around it that has one.
    fn opener_over(&self, passage: Passage) -> Option<&str> {
        let Passage::Block(index) = passage else { return None };
        let mut block = self.blocks.get(index)?;
        loop {
            if let Some(opener) = opener(block) {
                return Some(opener);
            }
            // A parent stands before its children, so this ends.
            block = self.blocks.get(block.parent?)?;
        }
    }
}

fn opener(block: &Block) -> Option<&str> {
    block.text.get(..block.opener.as_ref()?.length)
}
