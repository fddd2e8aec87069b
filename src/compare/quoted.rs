//! Passages that share a long run of words which stands once in each document. Who took over so many words in a row
//! took over the paragraph, or a part of it, however much else was changed and wherever it stands now. Knows words, not
//! who is whose partner.

use std::collections::HashSet;

use super::{
    prepared::{Prepared, Text, as_number},
    quick_map::QuickMap,
};
use crate::text::same_items;

/// So many words in a row.
const RUN: usize = 12;
/// How much each of them must tell on average, as a share of what a word of one passage in each document tells: names of
/// organs in a row tell less.
const LEAST_TOLD: f32 = 0.35;

/// The likeness of what shares a run that is enough by itself.
const LIKELY: f32 = 0.45;
/// The likeness that is enough where in all
const LEAST: f32 = 0.33;
/// so many words were taken over
const LEAST_TAKEN: usize = 21;
/// in runs of so many.
const LEAST_RUN: usize = 4;
/// Of so much of a passage that is in another one the likeness does not matter.
const LEAST_SHARE: f32 = 0.9;
/// What is in another part must be so like
const LEAST_ACROSS: f32 = 0.5;
/// and so much of it be in the other.
const LEAST_SHARE_ACROSS: f32 = 0.75;

/// Which passages share such a run.
#[derive(Debug, Default)]
pub(super) struct Quoted {
    /// All that do.
    sharing: HashSet<(usize, usize)>,
    /// Those of them that are one paragraph wherever they stand.
    pairs: HashSet<(usize, usize)>,
}

/// Where a run stands.
#[derive(Clone, Copy)]
struct Places {
    a: usize,
    b: Option<usize>,
    is_common: bool,
}

impl Quoted {
    /// Looks for runs of the passages that are not paired yet. Those of all others count where it is asked whether a run
    /// stands anywhere else.
    pub(super) fn new(prepared: &Prepared, of_a: &[usize], of_b: &[usize]) -> Self {
        let mut known: QuickMap<u64, Places> = QuickMap::default();
        let all = as_number(prepared.a.len() + prepared.b.len());
        let least = LEAST_TOLD * as_number(RUN) * (all / 2.0).ln_1p();
        for &a in of_a {
            each_run(&prepared.a[a], |hash, words| {
                let weight: f32 = words.iter().map(|word| prepared.word_weight(*word)).sum();
                if weight >= least {
                    let met = known.entry(hash).or_insert(Places { a, b: None, is_common: false });
                    met.is_common |= met.a != a;
                }
            });
        }
        let mut note = |text: &Text, b: Option<usize>| {
            each_run(text, |hash, _| {
                if let Some(met) = known.get_mut(&hash) {
                    met.is_common |= b.is_none() || met.b.is_some_and(|other| Some(other) != b);
                    met.b = b;
                }
            });
        };
        of_b.iter().for_each(|b| note(&prepared.b[*b], Some(*b)));
        let others = |texts: usize, open: &[usize]| -> Vec<usize> {
            let open: HashSet<usize> = open.iter().copied().collect();
            (0..texts).filter(|i| !open.contains(i)).collect()
        };
        others(prepared.a.len(), of_a).into_iter().for_each(|a| note(&prepared.a[a], None));
        others(prepared.b.len(), of_b).into_iter().for_each(|b| note(&prepared.b[b], None));
        let own = known.into_values().filter(|met| !met.is_common);
        let sharing: HashSet<(usize, usize)> =
            own.filter_map(|met| Some((met.a, met.b?))).collect();
        let is_one = |pair: &(usize, usize)| is_one(prepared, pair.0, pair.1);
        Self { pairs: sharing.iter().copied().filter(is_one).collect(), sharing }
    }

    /// Whether two passages share such a run, and enough besides it to be one paragraph wherever they stand.
    pub(super) fn has(&self, a: usize, b: usize) -> bool {
        self.pairs.contains(&(a, b))
    }

    /// Whether two passages share such a run at all.
    pub(super) fn is_shared(&self, a: usize, b: usize) -> bool {
        self.sharing.contains(&(a, b))
    }
}

/// Whether two passages that share a run are one paragraph. A name may be as long as a run, so more must be shared than
/// one run; and where a decision is recalled in its own words a year later, that is another part, and less is believed.
fn is_one(prepared: &Prepared, a: usize, b: usize) -> bool {
    let (one, other) = (&prepared.a[a], &prepared.b[b]);
    let (likeness, share) = (prepared.likeness(one, other), prepared.share_of_shorter(one, other));
    if one.class.part() != other.class.part() {
        return likeness >= LEAST_ACROSS && share >= LEAST_SHARE_ACROSS;
    }
    if likeness >= LIKELY || share >= LEAST_SHARE {
        return true;
    }
    let runs = same_items(&one.words, &other.words).into_iter().map(|(run, _)| run.len());
    let runs: Vec<usize> = runs.filter(|length| *length >= LEAST_RUN).collect();
    likeness >= LEAST && runs.len() > 1 && runs.iter().sum::<usize>() >= LEAST_TAKEN
}

/// Calls with every run of a text, and a number that stands for it.
fn each_run(text: &Text, mut call: impl FnMut(u64, &[u32])) {
    for words in text.words.windows(RUN) {
        let hash = words.iter().fold(0_u64, |hash, word| {
            (hash ^ u64::from(*word)).wrapping_mul(0x9e37_79b9_7f4a_7c15).rotate_left(29)
        });
        call(hash, words);
    }
}
