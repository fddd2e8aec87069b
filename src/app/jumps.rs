//! Where the person jumped from: back and forward, as in a browser. Knows places, not panes.

use crate::document::Place;

/// The jumps that were made.
#[derive(Clone, Debug, Default)]
pub(super) struct Jumps {
    back: Vec<Place>,
    forward: Vec<Place>,
}

/// More than anybody goes back.
const MOST: usize = 200;

impl Jumps {
    /// Remembers the place from which a jump starts.
    pub(super) fn leave(&mut self, from: Place) {
        self.forward.clear();
        if self.back.last() != Some(&from) {
            self.back.push(from);
        }
        if self.back.len() > MOST {
            self.back.remove(0);
        }
    }

    /// The place before the last jump.
    pub(super) fn back(&mut self, from: Place) -> Option<Place> {
        Self::step(&mut self.back, &mut self.forward, from)
    }

    /// The place that was left by going back.
    pub(super) fn forward(&mut self, from: Place) -> Option<Place> {
        Self::step(&mut self.forward, &mut self.back, from)
    }

    fn step(out: &mut Vec<Place>, into: &mut Vec<Place>, from: Place) -> Option<Place> {
        while let Some(place) = out.pop() {
            if place != from {
                into.push(from);
                return Some(place);
            }
        }
        None
    }

    /// Moves all places to where they are in another version of the document.
    pub(super) fn map(&mut self, to: impl Fn(Place) -> Option<Place>) {
        for list in [&mut self.back, &mut self.forward] {
            *list = list.iter().filter_map(|&place| to(place)).collect();
        }
    }
}
