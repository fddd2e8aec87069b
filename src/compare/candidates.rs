//! Which passages of one document may be which of the other: those that share words that tell something.
//! Never all against all: lists of passages by word are looked through within a bound. Knows likeness, not
//! what is chosen.

use super::{
    prepared::{Prepared, Text, as_number},
    quick_map::QuickMap,
};

/// How many passages of the other document are looked at closely for one.
const MOST: usize = 8;
/// A word that more passages have than so many tells too little to be looked up, in small documents.
const MOST_HOLDERS: usize = 48;
/// So many entries of lists are looked through for one passage.
const MOST_ENTRIES: usize = 6_000;

/// A passage of each document, and how like they are.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Candidate {
    pub(super) a: usize,
    pub(super) b: usize,
    pub(super) likeness: f32,
}

/// For each of some passages of the first document those of some of the second that are most like it.
pub(super) fn candidates(
    prepared: &Prepared,
    of_a: &[usize],
    of_b: &[usize],
    beside: impl Fn(usize) -> Vec<usize>,
) -> Vec<Candidate> {
    let holders = holders(prepared, of_b);
    let mut met = Met { weight: vec![0.0; prepared.b.len()], touched: Vec::new() };
    let mut found = Vec::new();
    for &a in of_a {
        let own = &prepared.a[a];
        met.look_up(prepared, own, &holders);
        let mut likely: Vec<(f32, usize)> = met
            .take()
            .into_iter()
            .filter(|(_, b)| own.class.may_be(prepared.b[*b].class))
            .map(|(weight, b)| (2.0 * weight / (own.weight + prepared.b[b].weight), b))
            .collect();
        let by_weight =
            |x: &(f32, usize), y: &(f32, usize)| y.0.total_cmp(&x.0).then(x.1.cmp(&y.1));
        if likely.len() > MOST {
            likely.select_nth_unstable_by(MOST, by_weight);
            likely.truncate(MOST);
        }
        likely.sort_unstable_by(by_weight);
        let mut all: Vec<usize> = likely.into_iter().map(|(_, b)| b).collect();
        for b in beside(a) {
            if !all.contains(&b) && own.class.may_be(prepared.b[b].class) {
                all.push(b);
            }
        }
        found.extend(all.into_iter().map(|b| Candidate {
            a,
            b,
            likeness: prepared.likeness(own, &prepared.b[b]),
        }));
    }
    found
}

/// The passages by word and by pair of words.
fn holders(prepared: &Prepared, of_b: &[usize]) -> QuickMap<u64, Vec<u32>> {
    let mut holders: QuickMap<u64, Vec<u32>> = QuickMap::default();
    for &b in of_b {
        let number = u32::try_from(b).unwrap_or(u32::MAX);
        for same in prepared.b[b].features.chunk_by(|x, y| x == y) {
            if let Some(feature) = same.first() {
                holders.entry(*feature).or_default().push(number);
            }
        }
    }
    holders
}

/// What passages of the second document have in common with one of the first.
struct Met {
    weight: Vec<f32>,
    touched: Vec<usize>,
}

impl Met {
    /// Weighs the texts that share features with one, the rarest features first. What half of the texts have tells little
    /// and would cost the most, so common features are left out once any text was met.
    fn look_up(&mut self, prepared: &Prepared, own: &Text, holders: &QuickMap<u64, Vec<u32>>) {
        let mut lists: Vec<(&Vec<u32>, f32)> = own
            .features
            .chunk_by(|x, y| x == y)
            .filter_map(|same| {
                let feature = *same.first()?;
                Some((holders.get(&feature)?, prepared.feature_weight(feature)))
            })
            .collect();
        lists.sort_unstable_by_key(|(list, _)| list.len());
        let mut entries = 0;
        for (list, weight) in lists {
            entries += list.len();
            if !self.touched.is_empty() && (list.len() > MOST_HOLDERS || entries > MOST_ENTRIES) {
                break;
            }
            for &b in list.iter().take(MOST_ENTRIES) {
                let Some(met) = self.weight.get_mut(b as usize) else { continue };
                if *met == 0.0 {
                    self.touched.push(b as usize);
                }
                // A word that tells nothing is met all the same.
                *met += weight.max(1.0 / as_number(MOST_ENTRIES));
            }
        }
    }

    /// What was met, and everything as before.
    fn take(&mut self) -> Vec<(f32, usize)> {
        let touched = std::mem::take(&mut self.touched);
        touched.into_iter().map(|b| (std::mem::take(&mut self.weight[b]), b)).collect()
    }
}
