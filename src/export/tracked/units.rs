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
    /// The bytes of its words at which its references of a kind stand, in order.
    pub(super) fn unit_places(&self, kind: UnitKind) -> Vec<usize> {
        let (mut at, mut places) = (0, Vec::new());
        for piece in &self.parts {
            match piece {
                Piece::Repeat(_) if kind == UnitKind::Repeat => places.push(at),
                Piece::Between(_) | Piece::Repeat(_) => {}
                Piece::Run { items, .. } => {
                    for item in items {
                        match item {
                            Item::Words { words, .. } => at += words.len(),
                            Item::Other { is_note: true, .. } if kind == UnitKind::Note => {
                                places.push(at);
                            }
                            Item::Other { .. } => {}
                        }
                    }
                }
            }
        }
        places
    }

    /// The references of a kind in a stretch of its words, both ends included, counted through the paragraph;
    /// `None` where there are not so many.
    pub(super) fn units_within(
        &self,
        kind: UnitKind,
        range: &Range<usize>,
        count: usize,
    ) -> Option<Vec<usize>> {
        let places = self.unit_places(kind).into_iter().enumerate();
        let found: Vec<usize> = places
            .filter(|(_, at)| range.start <= *at && *at <= range.end)
            .map(|(index, _)| index)
            .collect();
        (found.len() == count).then_some(found)
    }
}
