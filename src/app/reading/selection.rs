//! What is selected: from an anchor to the cursor, by characters, words or sentences, across
//! passages of one pane. Knows what it covers, not what is done with it.

use std::ops::Range;

use crate::app::{
    panes::flow::Flow,
    reading::units::{Unit, unit_at},
};
use crate::document::{Document, Passage, Place};

/// A selection being made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Selection {
    /// The end that stays.
    pub anchor: Place,
    /// What it goes by: the units at both ends are whole.
    pub unit: Unit,
}

impl Selection {
    /// What `v` makes of a selection: words, then sentences, then characters, then words again.
    #[must_use]
    pub fn coarser(self) -> Self {
        let unit = match self.unit {
            Unit::Word => Unit::Sentence,
            Unit::Sentence => Unit::Character,
            Unit::Character => Unit::Word,
        };
        Self { unit, ..self }
    }

    /// What it covers, given the cursor. That costs as much as finding the units at both ends, so it is
    /// asked once and not for every row.
    #[must_use]
    pub fn extent(&self, document: &Document, flow: &Flow, cursor: Place) -> Extent {
        let order = |place: Place| (flow.item_of(place), place.at);
        let (first, last) = if order(self.anchor) <= order(cursor) {
            (self.anchor, cursor)
        } else {
            (cursor, self.anchor)
        };
        let start = unit_at(document.text(first.passage), first.at, self.unit).start;
        let text = document.text(last.passage);
        let mut end = unit_at(text, last.at, self.unit).end;
        if self.unit == Unit::Sentence {
            end = text.get(..end).map_or(end, |sentence| sentence.trim_end().len());
        }
        Extent { start: Place { at: start, ..first }, end: Place { at: end, ..last } }
    }
}

/// What a selection covers: from the first byte to the one after the last.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Extent {
    /// Its first place.
    pub start: Place,
    /// The place after its last.
    pub end: Place,
}

impl Extent {
    /// The bytes of a passage that are selected.
    #[must_use]
    pub fn bytes_of(&self, document: &Document, flow: &Flow, passage: Passage) -> Range<usize> {
        let item = |passage| flow.item_of(Place::start_of(passage));
        let (from, here, to) = (item(self.start.passage), item(passage), item(self.end.passage));
        if here.is_none() || here < from || here > to {
            return 0..0;
        }
        let start = if passage == self.start.passage { self.start.at } else { 0 };
        let is_last = passage == self.end.passage;
        let end = if is_last { self.end.at } else { document.text(passage).len() };
        start..end.max(start)
    }

    /// All that is selected, passage by passage.
    #[must_use]
    pub fn ranges(&self, document: &Document, flow: &Flow) -> Vec<(Passage, Range<usize>)> {
        let first = flow.item_of(Place::start_of(self.start.passage));
        let (Some(from), Some(to)) = (first, flow.item_of(self.end)) else {
            return Vec::new();
        };
        let mut ranges: Vec<(Passage, Range<usize>)> = Vec::new();
        for item in flow.items().get(from..=to).unwrap_or_default() {
            if ranges.last().is_none_or(|(passage, _)| *passage != item.passage) {
                ranges.push((item.passage, self.bytes_of(document, flow, item.passage)));
            }
        }
        ranges
    }
}
