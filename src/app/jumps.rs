//! Where the person jumped from: back and forward, as in a browser, through all documents. Knows places,
//! not panes.

use super::DocId;
use crate::document::Place;

/// A place in one of the documents.
pub(super) type PlaceIn = (DocId, Place);

/// The jumps that were made.
#[derive(Clone, Debug, Default)]
pub(super) struct Jumps {
    back: Vec<PlaceIn>,
    forward: Vec<PlaceIn>,
}

/// More than anybody goes back.
const MOST: usize = 200;

impl Jumps {
    /// Remembers the place from which a jump starts.
    pub(super) fn leave(&mut self, from: PlaceIn) {
        self.forward.clear();
        if self.back.last() != Some(&from) {
            self.back.push(from);
        }
        if self.back.len() > MOST {
            self.back.remove(0);
        }
    }

    /// The place before the last jump.
    pub(super) fn back(&mut self, from: PlaceIn) -> Option<PlaceIn> {
        Self::step(&mut self.back, &mut self.forward, from)
    }

    /// The place that was left by going back.
    pub(super) fn forward(&mut self, from: PlaceIn) -> Option<PlaceIn> {
        Self::step(&mut self.forward, &mut self.back, from)
    }

    fn step(out: &mut Vec<PlaceIn>, into: &mut Vec<PlaceIn>, from: PlaceIn) -> Option<PlaceIn> {
        while let Some(place) = out.pop() {
            if place != from {
                into.push(from);
                return Some(place);
            }
        }
        None
    }

    /// Moves all places of a document to where they are in another version of it; those that are gone are
    /// forgotten.
    pub(super) fn map(&mut self, document: DocId, to: impl Fn(Place) -> Option<Place>) {
        for list in [&mut self.back, &mut self.forward] {
            let moved = |&(id, place): &PlaceIn| {
                if id == document { to(place).map(|place| (id, place)) } else { Some((id, place)) }
            };
            *list = list.iter().filter_map(moved).collect();
        }
    }
}
