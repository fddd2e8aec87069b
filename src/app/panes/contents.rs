//! Which passages a pane shows, in which order, and which of them stand close together. Knows the
//! document and no screen.

use std::collections::{HashMap, HashSet};

use crate::app::{panes::arrange::PaneId, panes::flow::Flow};
use crate::document::{Document, Part, Passage, Shape};

/// The footnotes that each passage cites, by their places among the footnotes, in that order.
pub(in crate::app) type CitedNotes = HashMap<Passage, Vec<usize>>;

pub(in crate::app) fn cited_notes(document: &Document) -> CitedNotes {
    let mut notes = CitedNotes::new();
    for (note, citations) in document.marks_of_notes().into_iter().enumerate() {
        for (passage, _) in citations {
            let cited = notes.entry(passage).or_default();
            if cited.last() != Some(&note) {
                cited.push(note);
            }
        }
    }
    notes
}

/// The text of a pane; where `only` is given, no more of it than that.
pub(in crate::app) fn flow(
    document: &Document,
    notes: &CitedNotes,
    only: Option<&HashSet<Passage>>,
    id: PaneId,
) -> Flow {
    let in_preamble = |part| matches!(part, Part::Formula | Part::Preamble);
    let has_preamble = document.blocks.iter().any(|block| in_preamble(block.part));
    let passages: Vec<Passage> = match id {
        PaneId::Whole => with_notes_below(document, notes),
        PaneId::Footnotes => (0..document.footnotes.len()).map(Passage::Footnote).collect(),
        PaneId::Preamble | PaneId::Operative => document
            .passages()
            .filter(|passage| match passage {
                Passage::Title => (id == PaneId::Preamble) == has_preamble,
                Passage::Block(i) => {
                    let part = document.blocks.get(*i).map(|block| block.part);
                    let is_in_preamble = part.is_some_and(in_preamble);
                    match id {
                        PaneId::Preamble => is_in_preamble || opens_a_part(document, *i),
                        _ => part.is_some() && !is_in_preamble,
                    }
                }
                Passage::Footnote(_) => false,
            })
            .collect(),
    };
    let is_shown = |passage: &Passage| only.is_none_or(|only| only.contains(passage));
    let passages = passages.into_iter().filter(is_shown);
    Flow::new(document, passages, |before, passage| match (before, passage) {
        (None, _) => false,
        (Some(Passage::Block(_) | Passage::Title), Passage::Footnote(_)) => false,
        (Some(Passage::Footnote(_)), Passage::Footnote(_)) => false,
        (Some(Passage::Block(before)), Passage::Block(i)) => !is_one_closing(document, before, i),
        _ => true,
    })
}

/// Whether a heading is that of a part with a formula or preamble of its own, as of `A` and `B`: it stands in
/// both panes.
fn opens_a_part(document: &Document, heading: usize) -> bool {
    let mut from = document.blocks.iter().skip(heading).skip_while(|b| b.shape == Shape::Heading);
    let is_heading = document.blocks.get(heading).is_some_and(|b| b.shape == Shape::Heading);
    is_heading && from.next().is_some_and(|b| matches!(b.part, Part::Formula | Part::Preamble))
}

/// The lines of the closing, meeting and date, stand together.
fn is_one_closing(document: &Document, before: usize, block: usize) -> bool {
    let closes = |i: usize| {
        document
            .blocks
            .get(i)
            .is_some_and(|b| b.part == Part::Closing && b.shape == Shape::Paragraph)
    };
    closes(before) && closes(block)
}

/// All passages, each footnote below the one that cites it first, uncited ones at the end.
fn with_notes_below(document: &Document, notes: &CitedNotes) -> Vec<Passage> {
    let mut placed = vec![false; document.footnotes.len()];
    let mut passages = Vec::new();
    let texts = document.passages().filter(|passage| !matches!(passage, Passage::Footnote(_)));
    for passage in texts {
        passages.push(passage);
        for &note in notes.get(&passage).into_iter().flatten() {
            if !std::mem::replace(&mut placed[note], true) {
                passages.push(Passage::Footnote(note));
            }
        }
    }
    let rest = placed.iter().enumerate().filter(|(_, placed)| !**placed);
    passages.extend(rest.map(|(note, _)| Passage::Footnote(note)));
    passages
}
