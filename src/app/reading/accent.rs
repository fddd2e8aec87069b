//! What is to be seen of ranges of a text beyond its words: openers, references, search hits, the
//! selection. Says what they are; how they look is for the theme.

use std::ops::Range;

use crate::app::{Reader, Shell, annotating::placed::is_whole, annotating::tint::Tint};
use crate::document::{Document, Passage, Shape};

/// What a range of text is. Where several apply, the later one in this list is on top.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Accent {
    /// The title, a heading.
    Heading,
    /// A footnote that the paragraph under the cursor cites: all of its text.
    Cited,
    /// Words the source has in italics.
    Italic,
    /// The participle or verb a paragraph opens with.
    Opener,
    /// Words that lead to another place or document.
    Reference,
    /// Words with a note or tags.
    Noted,
    /// Highlighted by the reader.
    Highlight(Tint),
    /// A search hit.
    Hit,
    /// The search hit under the cursor.
    CurrentHit,
    /// Selected.
    Selection,
}

/// The accents that the document itself has on a passage, which touch `bytes`, cut to `bytes`.
#[must_use]
pub fn printed(
    document: &Document,
    passage: Passage,
    bytes: &Range<usize>,
) -> Vec<(Range<usize>, Accent)> {
    let text = document.text(passage);
    let mut accents = Vec::new();
    let mut add = |range: Range<usize>, accent| {
        accents.extend(cut(text, &range, bytes).map(|range| (range, accent)));
    };
    let block = match passage {
        Passage::Block(i) => document.blocks.get(i),
        Passage::Title | Passage::Footnote(_) => None,
    };
    let is_heading = block.is_some_and(|block| block.shape == Shape::Heading);
    if passage == Passage::Title || is_heading {
        add(0..text.len(), Accent::Heading);
    }
    add(0..block.and_then(|block| block.opener_length()).unwrap_or(0), Accent::Opener);
    let italics = document.italics(passage);
    let first = italics.partition_point(|range| range.end <= bytes.start);
    for italic in italics.iter().skip(first).take_while(|range| range.start < bytes.end) {
        add(italic.clone(), Accent::Italic);
    }
    let references = document.references(passage);
    let first = references.partition_point(|reference| reference.range.end <= bytes.start);
    let in_sight = references.iter().skip(first).take_while(|r| r.range.start < bytes.end);
    for reference in in_sight {
        add(reference.range.clone(), Accent::Reference);
    }
    accents
}

/// What of a range is in `bytes` and can be sliced.
fn cut(text: &str, range: &Range<usize>, bytes: &Range<usize>) -> Option<Range<usize>> {
    let cut = range.start.max(bytes.start)..range.end.min(bytes.end);
    (cut.start < cut.end && text.get(cut.clone()).is_some()).then_some(cut)
}

impl Reader {
    /// The accents on a passage that touch `bytes`, lowest first, cut to `bytes`.
    #[must_use]
    pub fn accents(
        &self,
        shell: &Shell,
        passage: Passage,
        bytes: &Range<usize>,
    ) -> Vec<(Range<usize>, Accent)> {
        let document = &self.document;
        let text = document.text(passage);
        let mut accents = printed(document, passage, bytes);
        let mut add = |range: Range<usize>, accent| {
            accents.extend(cut(text, &range, bytes).map(|range| (range, accent)));
        };
        if self.is_cited_here(passage) {
            add(0..text.len(), Accent::Cited);
        }
        for (annotation, range) in self.annotations.on(passage) {
            if annotation.is_unreviewed() {
                continue;
            }
            match &annotation.colour {
                Some(colour) => add(range, Accent::Highlight(Tint::named(colour))),
                None if is_whole(annotation) => {}
                None => add(range, Accent::Noted),
            }
        }
        let cursor = self.view.place();
        if let Some(pattern) = &shell.pattern {
            let at = cursor.filter(|place| place.passage == passage).map(|place| place.at);
            for hit in pattern.hits(text, bytes) {
                let here = at.is_some_and(|at| hit.contains(&at));
                add(hit, if here { Accent::CurrentHit } else { Accent::Hit });
            }
        }
        if let Some(extent) = &self.extent {
            let flow = &self.view.pane(self.view.focus()).flow;
            add(extent.bytes_of(document, flow, passage), Accent::Selection);
        }
        accents.sort_by_key(|(_, accent)| *accent);
        accents
    }

    /// Whether the paragraph under the cursor cites this footnote.
    #[must_use]
    pub fn is_cited_here(&self, footnote: Passage) -> bool {
        matches!(footnote, Passage::Footnote(i) if self.view.cited_notes().binary_search(&i).is_ok())
    }
}
