//! More than two versions of a text, from the oldest to the newest: each paragraph through all of them.
//! Knows pairings of neighbours, not what was changed within them.

use super::{Pairing, compare};
use crate::document::{Document, Passage};

/// Versions of a text, and what became of each paragraph from one to the next.
#[derive(Clone, Debug, PartialEq)]
pub struct Series {
    /// What became of the passages between each version and the next.
    pub steps: Vec<Vec<Pairing>>,
    /// One row a paragraph, in it one passage for each version, `None` where the version has none. Of
    /// paragraphs that were split or merged each has a row of its own from there on.
    pub rows: Vec<Vec<Option<Passage>>>,
}

/// Puts versions of a text in one table.
#[must_use]
pub fn series(versions: &[&Document]) -> Series {
    let steps: Vec<Vec<Pairing>> = versions.windows(2).map(|two| compare(two[0], two[1])).collect();
    let mut rows: Vec<Vec<Option<Passage>>> = versions
        .first()
        .map(|first| first.passages().map(|passage| vec![Some(passage)]).collect())
        .unwrap_or_default();
    for (version, step) in steps.iter().enumerate() {
        rows = next_rows(&rows, step, version + 1);
    }
    Series { steps, rows }
}

/// The rows with one more version, in the reading order of that version.
fn next_rows(
    rows: &[Vec<Option<Passage>>],
    step: &[Pairing],
    versions: usize,
) -> Vec<Vec<Option<Passage>>> {
    let row_of = |passage: Passage| rows.iter().position(|row| row.last() == Some(&Some(passage)));
    let mut made: Vec<(Option<usize>, Vec<Option<Passage>>)> = Vec::new();
    for pairing in step {
        let (left, right) = (pairing.left(), pairing.right());
        for at in 0..left.len().max(right.len()) {
            let from = left.get(at).and_then(|passage| row_of(*passage));
            let mut row = from.and_then(|from| rows.get(from)).cloned();
            let row_before = row.take().unwrap_or_else(|| vec![None; versions]);
            let row = [row_before, vec![right.get(at).copied()]].concat();
            made.push((from, row));
        }
    }
    // Paragraphs that were gone before stay behind what they stood behind.
    for (at, row) in rows.iter().enumerate().filter(|(_, row)| row.last() == Some(&None)) {
        let before = rows.get(..at).unwrap_or_default().len();
        let place = made.iter().rposition(|(from, _)| from.is_some_and(|from| from < before));
        let row = [row.clone(), vec![None]].concat();
        made.insert(place.map_or(0, |place| place + 1), (Some(at), row));
    }
    made.into_iter().map(|(_, row)| row).collect()
}
