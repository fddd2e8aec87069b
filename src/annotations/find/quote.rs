//! Finds words of a passage again: as they were, by what stands around them; changed, by the words
//! that are left of them, in the passage that has the rest.

use std::ops::Range;

use super::{
    Anchor, Found, Index, ORPHAN, Verdict,
    distinctive::count_present,
    passages::{Kind, Prepared, UNKNOWN, as_number},
};
use crate::text::{comparable, same_items};

/// The share of the context that must be there for words to be the same words.
const SAME_CONTEXT: f32 = 0.5;
/// How far the best place must be ahead of the second.
const AHEAD: f32 = 0.2;
/// A quote of so many characters, found once, needs little context.
const TELLING: usize = 24;
/// The share of a changed quote's words, and of all the words kept around it, that must be there.
const HALF: f32 = 0.5;
/// Passages looked at for words that changed.
const MOST_SIMILAR: usize = 6;

/// A place where a quote may be.
struct Claim<'a> {
    passage: &'a Prepared,
    /// Bytes of the comparable text where the quote is as it was, of the text where it changed.
    range: Range<usize>,
    score: f32,
    /// The share of the context that is there.
    context: f32,
    /// Of the words that told the old passage from others, the share that is there.
    present: f32,
}

impl Index {
    pub(super) fn find_quote(&self, anchor: &Anchor, quote: &str) -> Found {
        let bare = comparable(quote);
        if bare.is_empty() {
            return ORPHAN;
        }
        let cited = self.cited(anchor).map(|own| own.at);
        let mut claims = self.as_it_was(anchor, quote, &bare, cited);
        claims.sort_by(|a, b| b.score.total_cmp(&a.score));
        let second = claims.get(1).map_or(0.0, |claim| claim.score);
        let has_context = !(anchor.prefix.is_empty() && anchor.suffix.is_empty());
        if let Some(best) = claims.first() {
            let is_cited = cited == Some(best.passage.at);
            let is_ahead = claims.len() == 1 || best.score > second + AHEAD;
            let is_long = bare.chars().count() >= TELLING;
            // A file written by hand may know no context: then the words stand where it says, once.
            let is_sure = best.context >= SAME_CONTEXT
                || (is_long && claims.len() == 1 && best.present > 0.0)
                || (!has_context && is_cited);
            let belongs = best.present > 0.0 || best.context >= 0.8 || !has_context;
            let range = best.passage.comparable.origin(&best.range);
            if let (true, Some(range)) = (is_ahead && is_sure && belongs, range) {
                let has_its_context = best.context >= SAME_CONTEXT || !has_context;
                let verdict = match (is_cited, has_its_context) {
                    (true, true) => Verdict::Exact,
                    (false, true) => Verdict::Moved,
                    (_, false) => Verdict::Edited,
                };
                return Found { verdict, place: Some((best.passage.passage, range)) };
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
    ) -> Vec<Claim<'_>> {
        let kind = Kind::cited(&anchor.paragraph);
        let (before, after) = (comparable(&anchor.prefix), comparable(&anchor.suffix));
        let distinctive = self.passages.words_of(&anchor.only);
        let mut claims = Vec::new();
        for own in self.passages_with_quote(quote).into_iter().filter(|own| own.kind == kind) {
            let is_cited = cited == Some(own.at);
            let text = own.comparable.text.as_str();
            for (at, _) in text.match_indices(bare) {
                let end = at + bare.len();
                let around =
                    (text.get(..at).unwrap_or_default(), text.get(end..).unwrap_or_default());
                let context = same_context(around, (&before, &after));
                let present = match distinctive.numbers.len() {
                    0 if is_cited => 0.5,
                    all => ratio(count_present(&distinctive, own), all),
                };
                let score = context + 0.6 * present + if is_cited { 0.25 } else { 0.0 };
                claims.push(Claim { passage: own, range: at..end, score, context, present });
            }
        }
        claims
    }

    /// The passages in which a quote can stand: those that have the rarest of its words.
    fn passages_with_quote(&self, quote: &str) -> Vec<&Prepared> {
        let words = self.passages.words_of(quote).numbers;
        // The first and the last may be parts of words.
        let inner = words.get(1..words.len().saturating_sub(1)).unwrap_or_default();
        let rarest = |words: &[u32]| {
            words.iter().copied().min_by_key(|word| self.passages.count_with(*word))
        };
        match rarest(inner) {
            Some(UNKNOWN) => Vec::new(),
            Some(word) => self.passages.passages_with(word).collect(),
            None => match rarest(&words) {
                Some(word) if !words.contains(&UNKNOWN) => {
                    self.passages.passages_with(word).collect()
                }
                _ => self.passages.all().iter().collect(),
            },
        }
    }

    /// A quote that is nowhere as it was: the words that are left of it, in the passage that has the
    /// most of what stood around it.
    fn changed_quote(&self, anchor: &Anchor, quote: &str, cited: Option<usize>) -> Found {
        let kind = Kind::cited(&anchor.paragraph);
        let words_of = |text: &str| self.passages.words_of(text);
        let distinctive = words_of(&anchor.only);
        let before = words_of(&anchor.prefix).numbers.len();
        let own = words_of(quote).numbers.len();
        let around = format!("{} {quote} {}", anchor.prefix, anchor.suffix);
        let words = words_of(&around);
        let sought = words_of(&format!("{around} {}", anchor.only));
        let asked = before..before + own;
        let mut claims: Vec<Claim<'_>> = Vec::new();
        for passage in self.passages.most_similar(&sought, MOST_SIMILAR, kind) {
            let runs = same_items(&words.numbers, &passage.words.numbers);
            let pairs: Vec<_> = runs.into_iter().flat_map(|(old, new)| old.zip(new)).collect();
            let inside: Vec<usize> =
                pairs.iter().filter(|(i, _)| asked.contains(i)).map(|(_, j)| *j).collect();
            let (Some(&first), Some(&last)) = (inside.first(), inside.last()) else { continue };
            let quote_kept = ratio(inside.len(), own);
            if last - first >= own * 2 + 3 || quote_kept < HALF {
                continue;
            }
            let places = &passage.words.places;
            let (Some(from), Some(to)) = (places.get(first), places.get(last)) else { continue };
            let around = words.numbers.len().saturating_sub(own);
            let context = ratio(pairs.len() - inside.len(), around);
            let present = ratio(count_present(&distinctive, passage), distinctive.numbers.len());
            let by_name = if cited == Some(passage.at) { 0.2 } else { 0.0 };
            let score = quote_kept * 0.5 + context + 0.8 * present + by_name;
            claims.push(Claim { passage, range: from.start..to.end, score, context, present });
        }
        claims.sort_by(|a, b| b.score.total_cmp(&a.score));
        let second = claims.get(1).map_or(0.0, |claim| claim.score);
        let is_sure = |best: &&Claim<'_>| {
            let belongs = if distinctive.numbers.is_empty() {
                cited == Some(best.passage.at) && best.context >= HALF
            } else {
                best.present >= 0.3 && (best.context >= 0.34 || best.present > 0.6)
            };
            belongs && best.score > second + AHEAD
        };
        claims.first().filter(is_sure).map_or(ORPHAN, |best| Found {
            verdict: Verdict::Edited,
            place: Some((best.passage.passage, best.range.clone())),
        })
    }
}

/// The share of the context that stands around a place, from the place outwards.
fn same_context((before, after): (&str, &str), (prefix, suffix): (&str, &str)) -> f32 {
    if prefix.is_empty() && suffix.is_empty() {
        return if before.is_empty() && after.is_empty() { 1.0 } else { 0.0 };
    }
    let left = alike(before.chars().rev(), prefix.chars().rev());
    let right = alike(after.chars(), suffix.chars());
    ratio(left + right, prefix.chars().count() + suffix.chars().count())
}

fn alike(a: impl Iterator<Item = char>, b: impl Iterator<Item = char>) -> usize {
    a.zip(b).take_while(|(a, b)| a == b).count()
}

fn ratio(part: usize, whole: usize) -> f32 {
    as_number(part) / as_number(whole.max(1))
}
