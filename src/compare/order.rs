//! What kept its order and what moved, and the order in which a person reads both documents at once.
//! Knows places, not words.

use super::{
    Group,
    matching::Matched,
    prepared::{Class, Prepared, Text},
    quoted::Quoted,
};
use crate::document::Shape;

/// The least likeness of a pair that stands elsewhere now: who says that a paragraph moved says that it is
/// the same.
const LEAST_MOVED: f32 = 0.6;
/// The same for a sub-paragraph of a paragraph that moved.
const LEAST_CARRIED: f32 = 0.45;
/// So many words are not the same by chance.
const TELLING: usize = 4;
/// Of so many words on a paragraph is told from others by its words.
const LONG: usize = 20;

/// Which pairs are in order, and which moved; pairs that would have moved and are not much alike are
/// parted.
pub(super) fn strict_with_moves(
    prepared: &Prepared,
    quoted: &Quoted,
    mut matched: Matched,
) -> (Matched, Vec<bool>) {
    let pairs: Vec<(usize, usize)> = matched.pairs().collect();
    let is_kept = kept(prepared, &pairs);
    for (pair, is_kept) in pairs.iter().zip(is_kept) {
        let (one, other) = (&prepared.a[pair.0], &prepared.b[pair.1]);
        let is_footnote = one.class == Class::Footnote;
        let length = one.words.len().min(other.words.len());
        let is_alike = length >= TELLING && prepared.likeness(one, other) >= least_moved(length)
            || is_same_heading(one, other)
            || quoted.has(pair.0, pair.1);
        if !is_kept && !is_footnote && !is_alike && !is_carried(prepared, &matched, *pair) {
            matched.part(pair.0);
        }
    }
    let pairs: Vec<(usize, usize)> = matched.pairs().collect();
    let mut is_moved = vec![false; matched.of_a.len()];
    for (pair, is_kept) in pairs.iter().zip(kept(prepared, &pairs)) {
        is_moved[pair.0] = !is_kept;
    }
    (matched, is_moved)
}

/// Whether both are the same heading; those that stand once in each document are paired at all.
fn is_same_heading(one: &Text, other: &Text) -> bool {
    one.whole == other.whole && matches!(one.class, Class::Block(_, Shape::Heading))
}

/// How like a pair of so many words must be to have moved: few words are soon alike by chance.
fn least_moved(words: usize) -> f32 {
    let missing = LONG.saturating_sub(words);
    #[expect(clippy::cast_precision_loss, reason = "far below 2^23")]
    let share = missing as f32 / LONG as f32;
    LEAST_MOVED + 0.15 * share
}

/// Whether a sub-paragraph goes where its paragraph goes.
fn is_carried(prepared: &Prepared, matched: &Matched, (a, b): (usize, usize)) -> bool {
    match (prepared.a[a].parent, prepared.b[b].parent) {
        (Some(parent), Some(theirs)) => {
            matched.of_a[parent] == Some(theirs)
                && prepared.likeness(&prepared.a[a], &prepared.b[b]) >= LEAST_CARRIED
                && prepared.likeness(&prepared.a[parent], &prepared.b[theirs]) >= LEAST_MOVED
        }
        _ => false,
    }
}

/// Which pairs are in order: as many as can be, of as many words as can be.
pub(super) fn kept(prepared: &Prepared, pairs: &[(usize, usize)]) -> Vec<bool> {
    longest_rising(pairs, |at| {
        let Some((a, b)) = pairs.get(at) else { return 1 };
        let (one, other) = (&prepared.a[*a], &prepared.b[*b]);
        // Of two that changed places the one that is in another part now is said to have moved, then the one that was
        // not touched, else the shorter one; but never two of any kind instead of one.
        if one.class.part() != other.class.part() {
            return 90;
        }
        let touched = if one.whole == other.whole { 0 } else { 40 };
        100 + touched + (one.words.len() as u64 / 6).min(39)
    })
}

/// Of pairs that rise in their first, which to keep so that they rise in their second too and weigh
/// the most.
pub(super) fn longest_rising(pairs: &[(usize, usize)], weight: impl Fn(usize) -> u64) -> Vec<bool> {
    let size = pairs.iter().map(|pair| pair.1 + 1).max().unwrap_or(0);
    // For each prefix of the second places, the best that ends in it: a binary indexed tree.
    let mut tree: Vec<(u64, Option<usize>)> = vec![(0, None); size + 1];
    let mut before: Vec<Option<usize>> = vec![None; pairs.len()];
    for (at, &(_, second)) in pairs.iter().enumerate() {
        let (mut best, mut from) = (0, None);
        let mut place = second;
        while place > 0 {
            if tree[place].0 > best {
                (best, from) = tree[place];
            }
            place &= place - 1;
        }
        before[at] = from;
        let total = best + weight(at);
        let mut place = second + 1;
        while place <= size {
            if total > tree[place].0 {
                tree[place] = (total, Some(at));
            }
            place += place & place.wrapping_neg();
        }
    }
    let mut is_kept = vec![false; pairs.len()];
    let mut last = best_of(&tree, size);
    while let Some(at) = last {
        is_kept[at] = true;
        last = before[at];
    }
    is_kept
}

fn best_of(tree: &[(u64, Option<usize>)], size: usize) -> Option<usize> {
    let (mut best, mut place) = ((0, None), size);
    while place > 0 {
        if tree[place].0 > best.0 {
            best = tree[place];
        }
        place &= place - 1;
    }
    best.1
}

/// The groups as a person reads both: in the order of the second document, what was dropped behind what
/// it stood behind.
pub(super) fn in_reading_order(prepared: &Prepared, mut groups: Vec<Group>) -> Vec<Group> {
    let mut behind = vec![None; prepared.a.len()];
    for group in groups.iter().filter(|group| !group.is_moved) {
        if let ([a, ..], Some(b)) = (group.left.as_slice(), group.right.last()) {
            behind[*a] = Some(b + 1);
        }
    }
    let mut last = 0;
    for place in &mut behind {
        last = place.unwrap_or(last).max(last);
        *place = Some(last);
    }
    groups.sort_by_key(|group| match (group.right.first(), group.left.first()) {
        (Some(b), _) => (b + 1, 0, 0),
        (None, a) => (a.and_then(|a| behind[*a]).unwrap_or(0), 1, a.copied().unwrap_or(0)),
    });
    groups
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rising(seconds: &[usize], weights: &[u64]) -> Vec<usize> {
        let pairs: Vec<(usize, usize)> = seconds.iter().copied().enumerate().collect();
        let kept = longest_rising(&pairs, |at| weights[at]);
        (0..pairs.len()).filter(|at| kept[*at]).collect()
    }

    #[test]
    fn what_weighs_most_keeps_its_order() {
        assert_eq!(rising(&[0, 1, 2], &[1, 1, 1]), [0, 1, 2]);
        assert_eq!(rising(&[3, 0, 1, 2], &[1, 1, 1, 1]), [1, 2, 3]);
        assert_eq!(rising(&[3, 0, 1, 2], &[9, 1, 1, 1]), [0]);
        assert_eq!(rising(&[1, 0], &[2, 1]), [0]);
        assert_eq!(rising(&[], &[]), [0; 0]);
    }

    /// All orders of five, with weights of all sorts: no other choice of them rises and weighs more.
    #[test]
    fn no_other_choice_that_rises_weighs_more() {
        let mut seed = 7_u64;
        for number in 0..5_usize.pow(5) {
            let seconds: Vec<usize> = (0..5).map(|i| number / 5_usize.pow(i) % 5).collect();
            let weights: Vec<u64> = seconds
                .iter()
                .map(|_| {
                    seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
                    1 + (seed >> 60)
                })
                .collect();
            let rises = |of: &[usize]| of.windows(2).all(|two| seconds[two[0]] < seconds[two[1]]);
            let sum = |of: &[usize]| -> u64 { of.iter().map(|at| weights[*at]).sum() };
            let choices = (0..32_usize)
                .map(|bits| -> Vec<usize> { (0..5).filter(|at| bits >> at & 1 == 1).collect() });
            let best = choices.filter(|of| rises(of)).map(|of| sum(&of)).max();
            let found = rising(&seconds, &weights);
            assert!(rises(&found), "{seconds:?} {found:?}");
            assert_eq!(Some(sum(&found)), best, "{seconds:?} {weights:?} {found:?}");
        }
    }
}
