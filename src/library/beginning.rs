//! The beginning of a resolution as a reader would look into it: how it opens, and what it decides. Reads a few passages
//! by their offsets, never a whole file.

use std::ops::Range;

use super::{Edition, Found, Library, PassageId, PassagePlace, Unreadable};

/// The beginning of a resolution.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Beginning {
    /// The first passages of the preamble, then those of the operative part.
    pub passages: Vec<Found>,
    /// How many of them are of the preamble.
    pub preamble: usize,
    /// How many more the preamble has.
    pub left_out: usize,
}

/// Passages of the preamble that are shown.
const PREAMBLE: usize = 2;
/// Passages behind it: more than fit beside a list.
const OPERATIVE: usize = 12;
/// Passages that are looked at: no preamble is longer.
const MOST: u32 = 200;

impl Library {
    /// The beginning of a resolution in one of its files; nothing where the library has another file there now.
    ///
    /// # Errors
    /// Where it cannot be read or is damaged.
    pub fn beginning(&self, of: &Edition) -> Result<Beginning, Unreadable> {
        let mut beginning = Beginning::default();
        let held = self.held.get(of.file.segment as usize);
        let filed = held.and_then(|held| held.segment.file(of.file.file as usize));
        let part = filed.and_then(|filed| Some((filed.first, filed.head.parts.get(of.part)?)));
        let Some((first, part)) = part.filter(|_| self.path(of.file) == of.path) else {
            return Ok(beginning);
        };
        let Range { start, end } = part.passages.clone();
        for passage in start..end.min(start.saturating_add(MOST)) {
            let id = PassageId { segment: of.file.segment, passage: first + passage };
            let found = self.passage(id)?;
            match found.place {
                PassagePlace::Preamble if beginning.preamble < PREAMBLE => {
                    beginning.preamble += 1;
                    beginning.passages.push(found);
                }
                PassagePlace::Preamble => beginning.left_out += 1,
                PassagePlace::Operative | PassagePlace::Annex => beginning.passages.push(found),
                PassagePlace::Title
                | PassagePlace::Formula
                | PassagePlace::Closing
                | PassagePlace::Footnotes => {}
            }
            if beginning.passages.len() == PREAMBLE + OPERATIVE {
                break;
            }
        }
        Ok(beginning)
    }
}
