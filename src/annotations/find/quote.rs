//! Finds words of a passage again: as they were, by what stands around them; changed, by the words
//! that are left of them, in the passage that has the rest.

use std::ops::Range;

use super::{
    Anchor, Found, Index, ORPHAN, Verdict,
    align::align,
    fold::folded,
    leaves::{Kind, UNKNOWN},
};

/// The share of the context that must be there for words to be the same words.
const SAME_CONTEXT: f32 = 0.5;
/// How far the best place must be ahead of the second.
const AHEAD: f32 = 0.2;
/// A quote of so many characters, found once, needs little context.
const TELLING: usize = 24;
/// The share of a changed quote's words, and of all the words kept around it, that must be there.
const HALF: f32 = 0.5;
/// Passages looked at for words that changed.
const LIKEST: usize = 6;

/// A place where a quote may be.
struct Claim {
    leaf: usize,
    /// Bytes of the folded text where the quote is as it was, of the text where it changed.
    range: Range<usize>,
    score: f32,
    /// The share of the context that is there.
    context: f32,
    /// Of the words that only the old passage had, the share that is there.
    kept: f32,
}

impl Index<'_> {
    pub(super) fn find_quote(&self, anchor: &Anchor, quote: &str) -> Found {
        let bare = folded(quote);
        if bare.is_empty() {
            return ORPHAN;
        }
        let cited = self.cited(anchor);
        let mut claims = self.as_it_was(anchor, quote, &bare, cited);
        claims.sort_by(|a, b| b.score.total_cmp(&a.score));
        let second = claims.get(1).map_or(0.0, |claim| claim.score);
        let has_context = !(anchor.prefix.is_empty() && anchor.suffix.is_empty());
        if let Some(best) = claims.first() {
            let is_ahead = claims.len() == 1 || best.score > second + AHEAD;
            let is_long = bare.chars().count() >= TELLING;
            // A file written by hand may know no context: then the words stand where it says, once.
            let is_sure = best.context >= SAME_CONTEXT
                || (is_long && claims.len() == 1 && best.kept > 0.0)
                || (!has_context && cited == Some(best.leaf));
            let belongs = best.kept > 0.0 || best.context >= 0.8 || !has_context;
            if is_ahead && is_sure && belongs {
                let verdict = match (
                    cited == Some(best.leaf),
                    best.context >= SAME_CONTEXT || !has_context,
                ) {
                    (true, true) => Verdict::Exact,
                    (false, true) => Verdict::Moved,
                    (_, false) => Verdict::Edited,
                };
                let leaf = &self.leaves.all[best.leaf];
                if let Some(range) = leaf.folded.origin(&best.range) {
                    return Found { verdict, place: Some((leaf.passage, range)) };
                }
            }
        }
        self.changed_quote(anchor, quote, cited)
    }

    /// All places where the quote stands as it was.
    fn as_it_was(
        &self,
        anchor: &Anchor,
        quote: &str,
        bare: &str,
        cited: Option<usize>,
    ) -> Vec<Claim> {
        let kind = Kind::cited(&anchor.paragraph);
        let (before, after) = (folded(&anchor.prefix), folded(&anchor.suffix));
        let (only, _) = self.leaves.words_of(&anchor.only);
        let all = (before.chars().count() + after.chars().count()).max(1);
        let mut claims = Vec::new();
        for leaf in self.leaves_with(quote) {
            let own = &self.leaves.all[leaf];
            if own.kind != kind {
                continue;
            }
            for (at, _) in own.folded.text.match_indices(bare) {
                let end = at + bare.len();
                let left = alike(own.folded.text[..at].chars().rev(), before.chars().rev());
                let right = alike(own.folded.text[end..].chars(), after.chars());
                // At the edge of a passage nothing is what stands there.
                let (left, right) = (
                    if before.is_empty() && at > 0 { 0 } else { left },
                    if after.is_empty() && end < own.folded.text.len() { 0 } else { right },
                );
                let context = ratio(left + right, all);
                let context = if before.is_empty() && after.is_empty() {
                    if at == 0 && end == own.folded.text.len() { 1.0 } else { 0.0 }
                } else {
                    context
                };
                let kept = if only.is_empty() {
                    if cited == Some(leaf) { 0.5 } else { 0.0 }
                } else {
                    ratio(self.leaves.kept(&only, leaf), only.len())
                };
                let score = context + 0.6 * kept + if cited == Some(leaf) { 0.25 } else { 0.0 };
                claims.push(Claim { leaf, range: at..end, score, context, kept });
            }
        }
        claims
    }

    /// The leaves in which a quote can stand: those that have the rarest of its words.
    fn leaves_with(&self, quote: &str) -> Vec<usize> {
        let (words, _) = self.leaves.words_of(quote);
        // The first and the last may be parts of words.
        let inner = words.get(1..words.len().saturating_sub(1)).unwrap_or_default();
        match inner.iter().min_by_key(|word| self.leaves.having(**word).len()) {
            Some(&UNKNOWN) => Vec::new(),
            Some(&rarest) => self.leaves.having(rarest).iter().map(|(leaf, _)| *leaf).collect(),
            None if !words.contains(&UNKNOWN) && !words.is_empty() => {
                let rarest = words.iter().min_by_key(|word| self.leaves.having(**word).len());
                let having = rarest.map_or(&[][..], |word| self.leaves.having(*word));
                having.iter().map(|(leaf, _)| *leaf).collect()
            }
            None => (0..self.leaves.all.len()).collect(),
        }
    }

    /// A quote that is nowhere as it was: the words that are left of it, in the passage that has the
    /// most of what stood around it.
    fn changed_quote(&self, anchor: &Anchor, quote: &str, cited: Option<usize>) -> Found {
        let kind = Kind::cited(&anchor.paragraph);
        let (only, _) = self.leaves.words_of(&anchor.only);
        let (before, _) = self.leaves.words_of(&anchor.prefix);
        let (own, _) = self.leaves.words_of(quote);
        let (after, _) = self.leaves.words_of(&anchor.suffix);
        let words: Vec<u32> = before.iter().chain(&own).chain(&after).copied().collect();
        let asked = before.len()..before.len() + own.len();
        let sought: Vec<u32> = words.iter().chain(&only).copied().collect();
        let mut claims: Vec<Claim> = Vec::new();
        for leaf in self.leaves.likest(&sought, LIKEST, kind) {
            let there = &self.leaves.all[leaf];
            let pairs = align(&words, &there.words, |word| self.leaves.weight(word));
            let inside: Vec<usize> =
                pairs.iter().filter(|(i, _)| asked.contains(i)).map(|(_, j)| *j).collect();
            let (Some(&first), Some(&last)) = (inside.first(), inside.last()) else { continue };
            let is_close = last - first < own.len() * 2 + 3;
            let quote_kept = ratio(inside.len(), own.len());
            let context = ratio(pairs.len() - inside.len(), words.len() - own.len());
            let kept = ratio(self.leaves.kept(&only, leaf), only.len());
            if !is_close || quote_kept < HALF {
                continue;
            }
            let (Some(a), Some(b)) = (there.places.get(first), there.places.get(last)) else {
                continue;
            };
            let score = quote_kept * 0.5
                + context
                + 0.8 * kept
                + if cited == Some(leaf) { 0.2 } else { 0.0 };
            claims.push(Claim { leaf, range: a.start..b.end, score, context, kept });
        }
        claims.sort_by(|a, b| b.score.total_cmp(&a.score));
        let second = claims.get(1).map_or(0.0, |claim| claim.score);
        let is_sure = |best: &&Claim| {
            let belongs = if only.is_empty() {
                cited == Some(best.leaf) && best.context >= HALF
            } else {
                best.kept >= 0.3 && (best.context >= 0.34 || best.kept > 0.6)
            };
            belongs && best.score > second + AHEAD
        };
        claims.first().filter(is_sure).map_or(ORPHAN, |best| Found {
            verdict: Verdict::Edited,
            place: Some((self.leaves.all[best.leaf].passage, best.range.clone())),
        })
    }
}

fn alike(a: impl Iterator<Item = char>, b: impl Iterator<Item = char>) -> usize {
    a.zip(b).take_while(|(a, b)| a == b).count()
}

fn ratio(part: usize, whole: usize) -> f32 {
    #[expect(clippy::cast_precision_loss, reason = "counts of words and characters are small")]
    let ratio = part as f32 / whole.max(1) as f32;
    ratio
}
