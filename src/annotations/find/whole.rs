//! Finds a whole passage again by its words, its neighbours and its citation.

use std::sync::OnceLock;

use super::{
    Anchor, Index, Verdict,
    distinctive::{Distinctive, Present},
    is_twin,
    passages::{Kind, Prepared},
    successor::Successor,
};
use crate::text::comparable;

/// The least likeness of a passage that changed.
const LIKE: f32 = 0.35;
/// The same for a text of fewer words than so many.
const LIKE_SHORT: f32 = 0.6;
const SHORT: usize = 6;
/// The same where its words are those by which the old one was told from what was nearly like it.
const LIKE_NEAR: f32 = 0.5;
/// How far the best passage must be ahead of the second.
const AHEAD: f32 = 0.1;
/// How much more like than its old rival a passage must be that has none of the words which only the
/// old one had.
const BEYOND_RIVAL: f32 = 0.33;
/// What a rival is taken to be where the file does not say.
const SOME_RIVAL: f32 = 0.5;
/// A rival as like as this differs in few words: without any of them nobody can tell the two apart.
const NEAR_RIVAL: f32 = 0.7;
/// Passages looked at.
const MOST_SIMILAR: usize = 6;
/// So many passages of the same words are told apart by their neighbours; of more, those around the
/// one that is cited.
const MOST_TWINS: usize = 64;

/// What speaks for a passage.
struct Claim<'a> {
    passage: &'a Prepared,
    like: f32,
    /// How like its neighbours are to the old neighbours.
    near: f32,
    is_cited: bool,
    /// What it has of the words that told the old passage from others.
    present: Present,
}

impl Claim<'_> {
    fn score(&self) -> f32 {
        self.like + 0.25 * self.near + if self.is_cited { 0.1 } else { 0.0 }
    }

    /// Whether it is the old passage, changed, and not another that was there already. `rival` is how
    /// like the old one the most similar other was.
    fn is_same_passage(&self, distinctive: &Distinctive, rival: f32) -> bool {
        let beyond = self.like - rival
            + 0.15 * self.near
            + 0.2 * self.like
            + if self.is_cited { 0.05 } else { 0.0 };
        let is_enough = match self.present {
            // It may be the rival itself, as like as it always was.
            Present::Nothing if rival >= NEAR_RIVAL => false,
            Present::Nothing if distinctive.is_empty() => beyond > BEYOND_RIVAL,
            Present::Nothing => beyond > BEYOND_RIVAL + 0.1,
            // One that is less like may always have had these words.
            Present::EachGroup => self.like > LIKE_NEAR,
            // One word of several may have come from elsewhere.
            Present::OneOfSeveral => self.like > LIKE + 0.1,
            Present::Unique => true,
        };
        self.like > LIKE && is_enough
    }
}

impl Index {
    pub(super) fn find_successor(&self, anchor: &Anchor, text: &str) -> Successor {
        let cited = self.cited(anchor).map(|own| own.at);
        // The title may have the words of a heading, and is another passage all the same.
        let kind = Kind::cited(&anchor.paragraph);
        let is_of_kind = |at: &usize| self.passages.get(*at).is_some_and(|own| own.kind == kind);
        let same = self.by_text.get(&comparable(text)).into_iter().flatten().copied();
        let same: Vec<usize> = same.filter(is_of_kind).collect();
        let as_it_was =
            |at: usize| (at, if Some(at) == cited { Verdict::Exact } else { Verdict::Moved });
        let found = match same.as_slice() {
            [one] if !is_twin(anchor) => Some(as_it_was(*one)),
            [] => self.find_changed(anchor, text, cited),
            twins => self.tell_apart(anchor, twins, cited).map(as_it_was),
        };
        Successor { found, alignment: OnceLock::new() }
    }

    /// Which of several passages with the same words it is: the one with the same neighbours.
    fn tell_apart(&self, anchor: &Anchor, twins: &[usize], cited: Option<usize>) -> Option<usize> {
        let middle = cited.map_or(0, |cited| twins.partition_point(|at| *at < cited));
        let first = middle.saturating_sub(MOST_TWINS / 2);
        let mut near: Vec<(f32, f32, usize)> = twins
            .iter()
            .skip(first)
            .take(MOST_TWINS)
            .filter_map(|&at| {
                let near = self.nearness(anchor, self.passages.get(at)?);
                Some((near + if Some(at) == cited { 0.2 } else { 0.0 }, near, at))
            })
            .collect();
        near.sort_by(|a, b| b.0.total_cmp(&a.0));
        let second = near.get(1).map_or(0.0, |second| second.0);
        let (best, nearness, at) = *near.first()?;
        let has_neighbours = !(anchor.prefix.is_empty() && anchor.suffix.is_empty());
        // A file written by hand knows no neighbours: then the citation is all there is.
        let is_sure =
            if has_neighbours { nearness > 0.7 && best > second + 0.25 } else { best > second };
        is_sure.then_some(at)
    }

    fn find_changed(
        &self,
        anchor: &Anchor,
        text: &str,
        cited: Option<usize>,
    ) -> Option<(usize, Verdict)> {
        let words = self.passages.words_of(text);
        let distinctive = Distinctive::read(&self.passages, &anchor.only);
        let rival = anchor.rival.map_or(SOME_RIVAL, |hundredths| f32::from(hundredths) / 100.0);
        let similar =
            self.passages.most_similar(&words, MOST_SIMILAR, Kind::cited(&anchor.paragraph));
        let mut claims: Vec<Claim<'_>> = similar
            .into_iter()
            .map(|passage| Claim {
                passage,
                like: self.passages.likeness(&words, passage, true),
                near: self.nearness(anchor, passage),
                is_cited: cited == Some(passage.at),
                present: distinctive.present(passage),
            })
            .collect();
        claims.sort_by(|a, b| b.score().total_cmp(&a.score()));
        // A short text may stand within any other.
        let least = if words.numbers.len() < SHORT { LIKE_SHORT } else { LIKE };
        let best = claims
            .iter()
            .find(|claim| claim.like > least && claim.is_same_passage(&distinctive, rival))?;
        // One with the words that tell it has no rivals but others with them.
        let is_told = best.present != Present::Nothing;
        let is_rival = |other: &&Claim<'_>| {
            let may_be_it = !is_told || other.present != Present::Nothing;
            other.passage.at != best.passage.at && may_be_it
        };
        let second = claims.iter().find(is_rival).map_or(0.0, Claim::score);
        let is_sure = best.score() > second + AHEAD;
        is_sure.then_some((best.passage.at, Verdict::Edited))
    }

    /// How like the neighbours of a passage are to those that the anchor had: 1 for both the same.
    fn nearness(&self, anchor: &Anchor, own: &Prepared) -> f32 {
        let beside = |text: &str, at: Option<usize>, is_before: bool| {
            let words = self.passages.words_of(text);
            let other = at.and_then(|at| self.passages.get(at));
            other.map_or(0.0, |other| self.passages.share(&words, other, is_before))
        };
        let before = beside(&anchor.prefix, own.at.checked_sub(1), true);
        let after = beside(&anchor.suffix, own.at.checked_add(1), false);
        (before + after) / 2.0
    }
}
