//! Finds the references of all texts of a document, and what its *ibid.* repeat. Knows the document's
//! places, so that a paragraph that is not there is not referred to.

use std::{collections::HashSet, ops::Range};

use crate::{
    document::{Cite, Document, Symbol},
    parse::{
        ibid,
        references::{self, Context},
    },
};

/// Words of a text, and the document that the format links them to.
pub(in crate::parse) type Link = (Range<usize>, Symbol);

/// Finds the references of all texts.
/// `links` are those of the blocks, then those of the footnotes.
pub(in crate::parse) fn refer(document: &mut Document, links: &[Vec<Link>]) {
    let places: HashSet<Cite> = document
        .blocks
        .iter()
        .map(|block| block.cite.clone())
        .chain(document.footnotes.iter().map(|note| Cite::footnote(note.mark.as_str())))
        .collect();
    let exists = |cite: &Cite| places.contains(cite);
    let (language, organ) = (document.language, document.head.organ);
    let (of_blocks, of_notes) = links.split_at(document.blocks.len().min(links.len()));
    for (block, links) in document.blocks.iter_mut().zip(of_blocks) {
        let context = Context { language, organ, place: &block.cite, exists: &exists };
        block.references = references::find_linked(&block.text, links, &context);
    }
    for (note, links) in document.footnotes.iter_mut().zip(of_notes) {
        let cite = Cite::footnote(note.mark.as_str());
        let context = Context { language, organ, place: &cite, exists: &exists };
        note.references = references::find_linked(&note.text, links, &context);
    }
    ibid::resolve(&mut document.footnotes, language);
}
