//! Finds a whole passage again by its words, its neighbours and its citation.

use super::{Anchor, Found, Index, ORPHAN, TWIN, Verdict, fold::folded, leaves::Kind};

/// The least likeness of a passage that changed.
const LIKE: f32 = 0.35;
/// The same for a text of fewer words than so many.
const LIKE_SHORT: f32 = 0.6;
const SHORT: usize = 6;
/// How far the best passage must be ahead of the second.
const AHEAD: f32 = 0.1;
/// How much more like than its old rival a passage must be that has none of the words which only the
/// old one had.
const BEYOND_RIVAL: f32 = 0.33;
/// What a rival is taken to be where the file does not say.
const SOME_RIVAL: f32 = 0.5;

/// What speaks for a leaf.
struct Claim {
    leaf: usize,
    like: f32,
    /// How like its neighbours are to the old neighbours.
    near: f32,
    is_cited: bool,
    /// Of the words that only the old passage had, those that the leaf has.
    kept: usize,
    only: usize,
}

impl Claim {
    fn score(&self) -> f32 {
        self.like + 0.25 * self.near + if self.is_cited { 0.1 } else { 0.0 }
    }
}

impl Index<'_> {
    pub(super) fn find_whole(&self, anchor: &Anchor, text: &str) -> Found {
        let cited = self.cited(anchor);
        let same = self.by_text.get(&folded(text)).map_or(&[][..], Vec::as_slice);
        let is_twin = anchor.rival.is_some_and(|rival| rival >= TWIN);
        let as_it_was =
            |at| self.all_of(at, if Some(at) == cited { Verdict::Exact } else { Verdict::Moved });
        match same {
            [only] if !is_twin => as_it_was(*only),
            [] => self.find_changed(anchor, text, cited),
            twins => self.tell_apart(anchor, twins, cited).map_or(ORPHAN, as_it_was),
        }
    }

    /// Which of several passages with the same words it is: the one with the same neighbours.
    fn tell_apart(&self, anchor: &Anchor, twins: &[usize], cited: Option<usize>) -> Option<usize> {
        let mut near: Vec<(f32, usize)> = twins
            .iter()
            .map(|&at| {
                let by_name = if Some(at) == cited { 0.2 } else { 0.0 };
                (self.nearness(anchor, at) + by_name, at)
            })
            .collect();
        near.sort_by(|a, b| b.0.total_cmp(&a.0));
        let second = near.get(1).map_or(0.0, |second| second.0);
        let (best, at) = *near.first()?;
        let has_neighbours = !(anchor.prefix.is_empty() && anchor.suffix.is_empty());
        // A file written by hand knows no neighbours: then the citation is all there is.
        let is_sure =
            if has_neighbours { best > 0.7 && best > second + 0.25 } else { best > second };
        is_sure.then_some(at)
    }

    fn find_changed(&self, anchor: &Anchor, text: &str, cited: Option<usize>) -> Found {
        let (words, _) = self.leaves.words_of(text);
        let (only, _) = self.leaves.words_of(&anchor.only);
        let mut claims: Vec<Claim> = self
            .leaves
            .likest(&words, 6, Kind::cited(&anchor.paragraph))
            .into_iter()
            .map(|leaf| Claim {
                leaf,
                like: self.leaves.likeness(&words, leaf, true),
                near: self.nearness(anchor, leaf),
                is_cited: cited == Some(leaf),
                kept: self.leaves.kept(&only, leaf),
                only: only.len(),
            })
            .collect();
        claims.sort_by(|a, b| b.score().total_cmp(&a.score()));
        let second = claims.get(1).map_or(0.0, Claim::score);
        // A short text may stand within any other.
        let least = if words.len() < SHORT { LIKE_SHORT } else { LIKE };
        let is_sure = |best: &&Claim| {
            best.like > least && is_it(best, rival(anchor)) && best.score() > second + AHEAD
        };
        claims
            .first()
            .filter(is_sure)
            .map_or(ORPHAN, |best| self.all_of(best.leaf, Verdict::Edited))
    }

    /// How like the neighbours of a leaf are to those that the anchor had: 1 for both the same.
    fn nearness(&self, anchor: &Anchor, leaf: usize) -> f32 {
        let beside = |text: &str, at: Option<usize>, is_before: bool| {
            let (words, _) = self.leaves.words_of(text);
            at.filter(|at| *at < self.leaves.all.len())
                .map_or(0.0, |at| self.leaves.share(&words, at, is_before))
        };
        let before = beside(&anchor.prefix, leaf.checked_sub(1), true);
        let after = beside(&anchor.suffix, Some(leaf + 1), false);
        (before + after) / 2.0
    }
}

fn rival(anchor: &Anchor) -> f32 {
    anchor.rival.map_or(SOME_RIVAL, |hundredths| f32::from(hundredths) / 100.0)
}

/// Whether a passage is the old one, changed, and not another that was there already.
fn is_it(claim: &Claim, rival: f32) -> bool {
    let beyond = claim.like - rival
        + 0.15 * claim.near
        + 0.2 * claim.like
        + if claim.is_cited { 0.05 } else { 0.0 };
    let enough = match (claim.kept, claim.only) {
        (0, 0) => beyond > BEYOND_RIVAL,
        (0, _) => beyond > BEYOND_RIVAL + 0.1,
        // One word of several may have come from elsewhere.
        (1, 2..) => claim.like > LIKE + 0.1,
        _ => true,
    };
    claim.like > LIKE && enough
}
