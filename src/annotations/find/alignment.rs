//! Which words of an old text are which of a new one. Knows words, not what is sought.

use std::ops::Range;

use super::passages::Words;
use crate::text::same_items;

/// Which words of an old text are which of a new one.
pub(super) struct Alignment {
    pub(super) old: Words,
    /// Indices of words, old and new, both rising.
    pub(super) pairs: Vec<(usize, usize)>,
}

impl Alignment {
    pub(super) fn new(old: Words, new: &Words) -> Self {
        let runs = same_items(&old.numbers, &new.numbers);
        let pairs = runs.into_iter().flat_map(|(old, new)| old.zip(new)).collect();
        Self { old, pairs }
    }

    /// The pairs whose old words are of a range, and the last one before and the first one after.
    pub(super) fn around(
        &self,
        asked: &Range<usize>,
    ) -> (&[(usize, usize)], Option<usize>, Option<usize>) {
        let start = self.pairs.partition_point(|(i, _)| *i < asked.start);
        let end = self.pairs.partition_point(|(i, _)| *i < asked.end);
        let new = |at: Option<usize>| self.pairs.get(at?).map(|(_, j)| *j);
        let inside = self.pairs.get(start..end).unwrap_or_default();
        (inside, new(start.checked_sub(1)), new(Some(end)))
    }

    /// Whether a pair is sure: a word that nothing stands beside as it did may be another one that
    /// reads the same.
    pub(super) fn is_held(&self, (i, j): (usize, usize), new: &Words) -> bool {
        let is_pair = |i: Option<usize>, j: Option<usize>| match (i, j) {
            (Some(i), Some(j)) => self.pairs.binary_search(&(i, j)).is_ok(),
            // Both at the edge of the passage.
            (None, None) => true,
            _ => false,
        };
        let next = |at: usize, all: &Words| Some(at + 1).filter(|at| *at < all.numbers.len());
        let is_single =
            |at: usize, all: &Words| all.numbers.get(at).is_some_and(|word| all.count(*word) == 1);
        is_pair(i.checked_sub(1), j.checked_sub(1))
            || is_pair(next(i, &self.old), next(j, new))
            || (is_single(i, &self.old) && is_single(j, new))
    }
}
