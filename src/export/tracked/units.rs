//! The references of a paragraph of a Word file: its notes, and the numbers of notes that are cited again, which are
//! fields or raised digits. Knows pieces of a paragraph, no document.

use std::ops::Range;

use super::paragraph::{Item, Paragraph, Piece};

/// What a reference is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum UnitKind {
    /// A note.
    Note,
    /// The number of one that is cited again.
    Repeat,
}

impl Paragraph {
    /// The references of a kind in a stretch of its words, both ends included, counted through the paragraph;
    /// `None` where there are not so many.
    pub(super) fn units_within(
        &self,
        kind: UnitKind,
        range: &Range<usize>,
        count: usize,
    ) -> Option<Vec<usize>> {
        let mut at = 0;
        let (mut index, mut found) = (0, Vec::new());
        let mut meet = |at: usize| {
            if range.start <= at && at <= range.end {
                found.push(index);
            }
            index += 1;
        };
        for piece in &self.parts {
            match piece {
                Piece::Between(_) => {}
                Piece::Repeat(_) if kind == UnitKind::Repeat => meet(at),
                Piece::Repeat(_) => {}
                Piece::Run { items, .. } => {
                    for item in items {
                        match item {
                            Item::Words { words, .. } => at += words.len(),
                            Item::Other { is_note: true, .. } if kind == UnitKind::Note => {
                                meet(at);
                            }
                            Item::Other { .. } => {}
                        }
                    }
                }
            }
        }
        (found.len() == count).then_some(found)
    }
}
