//! Which passage of one version is which of the other: first what stayed as it was, in its order; then
//! paragraphs, by the assignment of the largest sum of likeness; then sub-paragraphs, those of paragraphs
//! that are a pair before others; at last across parts and levels. Knows likeness, not edits.

use std::collections::HashSet;

use super::{
    candidates::{Candidate, candidates},
    left_over,
    matching::{Matched, Worth, best_pairs},
    order::kept,
    prepared::{Class, Prepared, Text},
    quoted::Quoted,
};
use crate::{
    document::{Part, Shape},
    text::same_items,
};

/// The least likeness of a pair that stands where its neighbours would have it.
const FLOOR: f32 = 0.25;
/// The same of what stands alone between the same neighbours, and has a long run of words that nothing else has or begins
const FLOOR_ANEW: f32 = 0.18;
/// with so many words that are the same.
const BEGINNING: usize = 7;
/// The least likeness of one that does not.
const FLOOR_ELSEWHERE: f32 = 0.45;
/// What a pair is worth beyond its likeness: between the same neighbours,
const BETWEEN: f32 = 0.10;
/// within paragraphs that are a pair,
const WITHIN: f32 = 0.15;
/// and less, of different parts or levels.
const ACROSS: f32 = 0.12;
/// So many passages between the same neighbours are looked at, whatever words they share.
const MOST_BESIDE: usize = 4;
/// So many words are not the same by chance.
const TELLING: usize = 4;

/// Pairs what belongs together.
pub(super) fn assign(prepared: &Prepared) -> (Matched, Quoted) {
    let mut matched = Matched::new(prepared.a.len(), prepared.b.len());
    pair_titles(prepared, &mut matched);
    pair_unchanged(prepared, &mut matched);
    let (open_a, open_b) = left_over(&matched);
    let quoted = Quoted::new(prepared, &open_a, &open_b);
    let is_paragraph = |depth: u8| depth == 0;
    pair_likely(prepared, &quoted, &mut matched, is_paragraph);
    pair_likely(prepared, &quoted, &mut matched, |_| true);
    (matched, quoted)
}

/// Pairs what stands alone between the same neighbours, of the same sort, and begins with the same words or shares a long
/// run of them: there a paragraph was written anew, however little of it was kept.
pub(super) fn pair_what_stands_alone(
    prepared: &Prepared,
    quoted: &Quoted,
    (matched, is_moved): &mut (Matched, Vec<bool>),
) {
    let is_in_order = |pair: &(usize, usize)| !is_moved[pair.0];
    let kept: Vec<(usize, usize)> = matched.pairs().filter(is_in_order).collect();
    for two in kept.windows(2) {
        let [(a, b), (next_a, next_b)] = two else { continue };
        let mut own = (a + 1..*next_a).filter(|a| matched.of_a[*a].is_none());
        let mut theirs = (b + 1..*next_b).filter(|b| matched.of_b[*b].is_none());
        let (Some(one), None, Some(other), None) =
            (own.next(), own.next(), theirs.next(), theirs.next())
        else {
            continue;
        };
        let (a, b) = (&prepared.a[one], &prepared.b[other]);
        let begins = |text: &Text| text.words.get(..BEGINNING).map(<[u32]>::to_vec);
        let is_begun_alike = begins(a).is_some() && begins(a) == begins(b);
        if a.class == b.class
            && a.depth == b.depth
            && (is_begun_alike || quoted.is_shared(one, other))
            && prepared.likeness(a, b) >= FLOOR_ANEW
        {
            matched.join(one, other);
        }
    }
}

/// A document has one title, whatever became of it.
fn pair_titles(prepared: &Prepared, matched: &mut Matched) {
    let is_title = |text: Option<&Text>| text.is_some_and(|text| text.class == Class::Title);
    if is_title(prepared.a.first()) && is_title(prepared.b.first()) {
        matched.join(0, 0);
    }
}

/// What two passages must have the same to be unchanged.
type Key = (u32, u8, Class);

/// What has the same words: in its order as far as it is in order, then wherever it is once in both.
fn pair_unchanged(prepared: &Prepared, matched: &mut Matched) {
    let (a, b) = left_over(matched);
    let key = |text: &Text| (text.whole, text.depth, text.class);
    let keys_a: Vec<Key> = a.iter().map(|i| key(&prepared.a[*i])).collect();
    let keys_b: Vec<Key> = b.iter().map(|i| key(&prepared.b[*i])).collect();
    // What only one of them has cannot be paired, and would be looked at again and again.
    let shared = |own: &[usize], keys: &[Key], others: &[Key]| -> (Vec<usize>, Vec<Key>) {
        let others: HashSet<&Key> = others.iter().collect();
        let kept = own.iter().copied().zip(keys.iter().copied());
        kept.filter(|(_, key)| others.contains(key)).unzip()
    };
    let ((a, keys_a), (b, keys_b)) = (shared(&a, &keys_a, &keys_b), shared(&b, &keys_b, &keys_a));
    for (left, right) in same_items(&keys_a, &keys_b) {
        for (i, j) in left.zip(right) {
            matched.join(a[i], b[j]);
        }
    }
    let (a, b) = left_over(matched);
    let mut places: std::collections::HashMap<u32, (Vec<usize>, Vec<usize>)> = Default::default();
    for i in a {
        places.entry(prepared.a[i].whole).or_default().0.push(i);
    }
    for j in b {
        places.entry(prepared.b[j].whole).or_default().1.push(j);
    }
    for (left, right) in places.into_values() {
        if let ([i], [j]) = (left.as_slice(), right.as_slice()) {
            let (one, other) = (&prepared.a[*i], &prepared.b[*j]);
            // A heading of few words is told by standing once in both.
            let is_heading = matches!(one.class, Class::Block(_, Shape::Heading))
                && one.class == other.class
                && one.words.len() + 1 >= TELLING;
            if (one.words.len() >= TELLING || is_heading) && one.class.may_be(other.class) {
                matched.join(*i, *j);
            }
        }
    }
}

/// What is like enough, the whole of it at once.
fn pair_likely(
    prepared: &Prepared,
    quoted: &Quoted,
    matched: &mut Matched,
    is_meant: impl Fn(u8) -> bool,
) {
    let (a, b) = left_over(matched);
    let a: Vec<usize> = a.into_iter().filter(|i| is_meant(prepared.a[*i].depth)).collect();
    let b: Vec<usize> = b.into_iter().filter(|j| is_meant(prepared.b[*j].depth)).collect();
    let gaps = Gaps::new(prepared, matched);
    let beside = |i: usize| gaps.beside(i, &b);
    let worth = |found: &Candidate| worth(prepared, quoted, matched, &gaps, found);
    let worths: Vec<Worth> =
        candidates(prepared, &a, &b, beside).iter().filter_map(worth).collect();
    for (i, j) in best_pairs(&worths) {
        matched.join(i, j);
    }
}

/// What a pair is worth; nothing where it is none.
fn worth(
    prepared: &Prepared,
    quoted: &Quoted,
    matched: &Matched,
    gaps: &Gaps,
    found: &Candidate,
) -> Option<Worth> {
    let (one, other) = (&prepared.a[found.a], &prepared.b[found.b]);
    let is_between = gaps.is_between(found.a, found.b);
    let is_within = match (one.parent, other.parent) {
        (Some(parent), Some(theirs)) => matched.of_a[parent] == Some(theirs),
        (None, None) => true,
        _ => false,
    };
    let is_item = one.parent.is_some() && other.parent.is_some();
    let (class, theirs) = (one.class, other.class);
    let is_heading = |class: Class| matches!(class, Class::Block(_, Shape::Heading | Shape::Table));
    let is_across = class != theirs || one.depth != other.depth || (is_item && !is_within);
    // Headings and tables become nothing else.
    if class != theirs && (is_heading(class) || is_heading(theirs)) {
        return None;
    }
    // Meeting, date and vote stand for one another, whatever is said of them.
    let is_closing = class == theirs && matches!(class, Class::Block(Part::Closing, _));
    if is_closing && is_between && one.look == other.look {
        return Some(Worth { a: found.a, b: found.b, worth: found.likeness + 0.1 });
    }
    let is_quoted = quoted.has(found.a, found.b);
    let floor = if is_between || is_quoted { FLOOR } else { FLOOR_ELSEWHERE };
    let is_short = one.words.len().min(other.words.len()) < TELLING;
    let is_enough = found.likeness >= floor && !(is_short && is_across && found.likeness < 0.8);
    let worth = found.likeness - FLOOR
        + if is_between { BETWEEN } else { 0.0 }
        + if is_item && is_within { WITHIN } else { 0.0 }
        - if is_across { ACROSS } else { 0.0 };
    (is_enough && worth > 0.0).then_some(Worth { a: found.a, b: found.b, worth })
}

/// Between which passages that are paired already, and in order, each other passage stands.
struct Gaps {
    /// For each passage of the first document, the range of the second's that it may be without having
    /// moved.
    of_a: Vec<std::ops::Range<usize>>,
    /// How many passages before each stand in the same gap.
    before: Vec<usize>,
}

impl Gaps {
    fn new(prepared: &Prepared, matched: &Matched) -> Self {
        let pairs: Vec<(usize, usize)> = matched.pairs().collect();
        let kept = kept(prepared, &pairs);
        let kept: Vec<(usize, usize)> =
            pairs.iter().zip(kept).filter(|(_, is_kept)| *is_kept).map(|(pair, _)| *pair).collect();
        let mut of_a = Vec::with_capacity(matched.of_a.len());
        let mut next = 0;
        for a in 0..matched.of_a.len() {
            while kept.get(next).is_some_and(|pair| pair.0 <= a) {
                next += 1;
            }
            let start =
                next.checked_sub(1).and_then(|at| kept.get(at)).map_or(0, |pair| pair.1 + 1);
            let end = kept.get(next).map_or(matched.of_b.len(), |pair| pair.1);
            of_a.push(start..end.max(start));
        }
        let mut before = vec![0; of_a.len()];
        for a in 1..of_a.len() {
            before[a] = if of_a[a] == of_a[a - 1] { before[a - 1] + 1 } else { 0 };
        }
        Self { of_a, before }
    }

    fn is_between(&self, a: usize, b: usize) -> bool {
        self.of_a.get(a).is_some_and(|gap| gap.contains(&b))
    }

    /// The first and last of some passages of the second document that stand in the same gap.
    fn beside(&self, a: usize, of_b: &[usize]) -> Vec<usize> {
        let Some(gap) = self.of_a.get(a) else { return Vec::new() };
        let start = of_b.partition_point(|b| *b < gap.start);
        let end = of_b.partition_point(|b| *b < gap.end);
        let all = of_b.get(start..end).unwrap_or_default();
        let first = self.before.get(a).copied().unwrap_or_default();
        let from = first.saturating_sub(MOST_BESIDE / 2).min(all.len().saturating_sub(MOST_BESIDE));
        all.iter().skip(from).take(MOST_BESIDE).copied().collect()
    }
}
