//! Which words of an old text are which of a new one. In memory that grows with the texts and not with
//! their product, and in bounded time: where the two have little in common, what is in common may be
//! found in part only.

use std::{collections::HashMap, hash::Hash, ops::Range};

use similar::{Algorithm, DiffOp, capture_diff_slices};

/// The runs that two lists have in common, as ranges of the same length in the old and in the new one,
/// both rising.
#[must_use]
pub fn same_items<T: Eq + Hash>(old: &[T], new: &[T]) -> Vec<(Range<usize>, Range<usize>)> {
    let mut numbers: HashMap<&T, u32> = HashMap::with_capacity(old.len());
    let [old, new] = [old, new].map(|items| {
        let mut number = |item| {
            let next = u32::try_from(numbers.len()).unwrap_or(u32::MAX);
            *numbers.entry(item).or_insert(next)
        };
        items.iter().map(&mut number).collect::<Vec<u32>>()
    });
    same_numbers(&old, &new)
}

/// The same of numbers: they are compared faster than words, and the search is compiled once.
#[must_use]
pub fn same_numbers(old: &[u32], new: &[u32]) -> Vec<(Range<usize>, Range<usize>)> {
    // The crate's Myers goes the way of git: the search gives up the shortest answer for a good one.
    let found = capture_diff_slices(Algorithm::Myers, old, new);
    let same = |op: DiffOp| match op {
        DiffOp::Equal { old_index, new_index, len } => {
            Some((old_index..old_index + len, new_index..new_index + len))
        }
        _ => None,
    };
    found.into_iter().filter_map(same).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::words;

    /// The words in common, and how often they stand in a row.
    fn shared(old: &str, new: &str) -> String {
        let (old, new) = (words(old), words(new));
        let runs = same_items(&old, &new);
        for (a, b) in &runs {
            assert_eq!(old[a.clone()], new[b.clone()]);
        }
        runs.into_iter().map(|(a, _)| old[a].join(" ")).collect::<Vec<_>>().join(" | ")
    }

    #[test]
    fn what_is_in_common_is_found_in_order() {
        assert_eq!(shared("a b c", "a b c"), "a b c");
        assert_eq!(
            shared("urges all states to act", "urges states also to act"),
            "urges | states | to act"
        );
        assert_eq!(shared("a b", "c d"), "");
        assert_eq!(shared("", "a"), "");
    }

    #[test]
    fn runs_rise_on_both_sides() {
        let old: Vec<u32> = (0..500).map(|i| i * 7 % 50).collect();
        let new: Vec<u32> = (0..400).map(|i| i * 11 % 50).collect();
        let (mut i, mut j) = (0, 0);
        for (a, b) in same_items(&old, &new) {
            assert!(a.start >= i && b.start >= j && a.len() == b.len() && !a.is_empty());
            assert_eq!(old[a.clone()], new[b.clone()]);
            (i, j) = (a.end, b.end);
        }
    }

    /// A table of words by words would be 40 GB here.
    #[test]
    fn long_texts_need_no_table_of_words_by_words() {
        let old: Vec<u32> = (0..100_000).collect();
        let mut new = old.clone();
        new.retain(|word| word % 1000 != 7);
        let same: usize = same_items(&old, &new).iter().map(|(a, _)| a.len()).sum();
        assert_eq!(same, new.len());
        let strange: Vec<u32> = (0..100_000).map(|i| i * 7919 % 99_991).collect();
        assert!(!same_items(&old, &strange).is_empty());
    }
}
