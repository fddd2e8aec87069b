//! Where the person jumped from: back and forward, as in a browser, through all documents and the screens from
//! which they were opened. Knows places, not panes.

use super::{DocId, screens::Screen};
use crate::document::Place;

/// A place in one of the documents.
pub(super) type PlaceIn = (DocId, Place);

/// Where a jump leads back or forward to.
#[derive(Clone, Debug)]
pub(super) enum Stop {
    /// A place in a document.
    Place(PlaceIn),
    /// The list or comparison below the document that is read, out of which that was opened.
    Below,
    /// A list or comparison that was left.
    Left(Box<Screen>),
}

/// The jumps that were made.
#[derive(Clone, Debug, Default)]
pub(super) struct Jumps {
    back: Vec<Stop>,
    forward: Vec<Stop>,
}

/// More than anybody goes back.
const MOST: usize = 200;

impl Jumps {
    /// Remembers whence a jump starts. What was left by going back is forgotten.
    pub(super) fn leave(&mut self, from: Stop) {
        self.forward.clear();
        self.keep(from);
    }

    fn keep(&mut self, from: Stop) {
        let is_known = match (&from, self.back.last()) {
            (Stop::Place(from), Some(Stop::Place(last))) => from == last,
            _ => false,
        };
        if !is_known {
            self.back.push(from);
        }
        if self.back.len() > MOST {
            self.back.remove(0);
        }
    }

    /// Forgets what was left by going back: the person goes another way.
    pub(super) fn go_another_way(&mut self) {
        self.forward.clear();
    }

    /// Whence the last jump started. `None` where there was none since the document was opened that is read.
    pub(super) fn back(&mut self, from: PlaceIn) -> Option<Stop> {
        let to = take_other(&mut self.back, from)?;
        self.forward.push(Stop::Place(from));
        Some(to)
    }

    /// What was left last by going back, from a place in a document or, without one, from a list.
    pub(super) fn forward(&mut self, from: Option<PlaceIn>) -> Option<Stop> {
        let to = match from {
            Some(from) => take_other(&mut self.forward, from)?,
            None => self.forward.pop()?,
        };
        match (from, &to) {
            (Some(from), Stop::Place(_)) => self.keep(Stop::Place(from)),
            (None, Stop::Place(_)) => self.keep(Stop::Below),
            // A list knows by itself what is below it.
            (_, Stop::Below | Stop::Left(_)) => {}
        }
        Some(to)
    }

    /// A screen is left: Ctrl-i shows it again.
    pub(super) fn left(&mut self, screen: Screen) {
        self.forward.push(Stop::Left(Box::new(screen)));
    }

    /// A document is left for the screen out of which it was opened, wherever in it the person is.
    pub(super) fn left_document(&mut self, from: Option<PlaceIn>) {
        let opened = self.back.iter().rposition(|stop| matches!(stop, Stop::Below));
        if let Some(opened) = opened {
            self.back.truncate(opened);
        }
        self.forward.extend(from.map(Stop::Place));
    }

    /// Moves all places of a document to where they are in another version of it; those that are gone are
    /// forgotten.
    pub(super) fn map(&mut self, document: DocId, to: impl Fn(Place) -> Option<Place>) {
        for list in [&mut self.back, &mut self.forward] {
            list.retain_mut(|stop| match stop {
                Stop::Place((id, place)) if *id == document => match to(*place) {
                    Some(moved) => {
                        *place = moved;
                        true
                    }
                    None => false,
                },
                _ => true,
            });
        }
    }

    /// Forgets a document that is closed.
    pub(super) fn forget(&mut self, closed: DocId) {
        self.map(closed, |_| None);
        self.forward.retain(|stop| match stop {
            Stop::Left(screen) => !screen.is_of(closed),
            Stop::Place(_) | Stop::Below => true,
        });
    }
}

/// Takes the last stop that is elsewhere.
fn take_other(stops: &mut Vec<Stop>, from: PlaceIn) -> Option<Stop> {
    loop {
        let stop = stops.pop()?;
        if !matches!(stop, Stop::Place(place) if place == from) {
            return Some(stop);
        }
    }
}
