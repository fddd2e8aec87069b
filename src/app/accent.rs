//! What is to be seen of ranges of a text beyond its words: openers, references, search hits, the
//! selection. Says what they are; how they look is for the theme.

use std::ops::Range;

use super::App;
use crate::document::{Passage, Shape};

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
    /// A search hit.
    Hit,
    /// The search hit under the cursor.
    CurrentHit,
    /// Selected.
    Selection,
}

impl App {
    /// The accents on a passage that touch `bytes`, lowest first, cut to `bytes`.
    #[must_use]
    pub fn accents(&self, passage: Passage, bytes: &Range<usize>) -> Vec<(Range<usize>, Accent)> {
        let mut accents = Vec::new();
        let text = self.document.text(passage);
        let mut add = |range: Range<usize>, accent| {
            let cut = range.start.max(bytes.start)..range.end.min(bytes.end);
            if !cut.is_empty() && text.get(cut.clone()).is_some() {
                accents.push((cut, accent));
            }
        };
        let document = &self.document;
        let all = 0..text.len();
        match passage {
            Passage::Title => add(all, Accent::Heading),
            Passage::Block(i) => {
                if let Some(block) = document.blocks.get(i) {
                    if block.shape == Shape::Heading {
                        add(all, Accent::Heading);
                    }
                    add(0..block.opener.unwrap_or(0), Accent::Opener);
                }
            }
            Passage::Footnote(_) if self.is_cited_here(passage) => add(all, Accent::Cited),
            Passage::Footnote(_) => {}
        }
        let italics = document.italics(passage);
        for italic in &italics[italics.partition_point(|range| range.end <= bytes.start)..] {
            if italic.start >= bytes.end {
                break;
            }
            add(italic.clone(), Accent::Italic);
        }
        let references = document.references(passage);
        for reference in &references[references.partition_point(|r| r.range.end <= bytes.start)..] {
            if reference.range.start >= bytes.end {
                break;
            }
            add(reference.range.clone(), Accent::Reference);
        }
        if let Some(pattern) = &self.pattern {
            let cursor = self.view.place().filter(|place| place.passage == passage);
            for hit in pattern.hits(text, bytes) {
                let here = cursor.is_some_and(|place| hit.contains(&place.at));
                add(hit, if here { Accent::CurrentHit } else { Accent::Hit });
            }
        }
        if let (Some(selection), Some(cursor)) = (&self.selection, self.view.place()) {
            let galley = &self.view.pane(self.view.focus()).galley;
            add(selection.bytes_of(document, galley, cursor, passage), Accent::Selection);
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
