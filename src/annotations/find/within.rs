//! Finds words again whose whole paragraph is known as it was: first the paragraph, then the words in
//! it, each old word beside the new one it is.

use std::ops::Range;

use super::{Anchor, Found, Index, ORPHAN, Verdict, align::align, fold::Folded};

/// So many words in their order are not found by chance; fewer need a neighbour that stayed.
const TELLING: usize = 3;
/// The share of a quote's words that must be left.
const HALF: f32 = 0.5;

impl Index<'_> {
    pub(super) fn find_words(&self, anchor: &Anchor, quote: &str, text: &str) -> Found {
        let Some(old) = place_in(anchor, quote, text) else {
            return self.find_quote(anchor, quote);
        };
        // Of words of a paragraph, prefix and suffix are within it; its neighbours stand elsewhere.
        let (prefix, suffix) = anchor.beside.clone().unwrap_or_default();
        let whole = Anchor { prefix, suffix, ..anchor.clone() };
        let found = self.find_whole(&whole, text);
        let Some((passage, _)) = found.place else { return ORPHAN };
        let Some(leaf) = self.leaves.all.iter().position(|leaf| leaf.passage == passage) else {
            return ORPHAN;
        };
        match found.verdict {
            Verdict::Orphan => ORPHAN,
            Verdict::Edited => self.left_of(leaf, text, &old),
            // The same words: what differs is spaces, dashes and quotation marks.
            verdict => {
                let before = Folded::new(text.get(..old.start).unwrap_or_default()).text.len();
                let own = Folded::new(quote).text.len();
                let range = self.leaves.all[leaf].folded.origin(&(before..before + own));
                range.map_or(ORPHAN, |range| Found { verdict, place: Some((passage, range)) })
            }
        }
    }

    /// What is left of words in a passage that changed.
    fn left_of(&self, leaf: usize, text: &str, old: &Range<usize>) -> Found {
        let (words, places) = self.leaves.words_of(text);
        let is_asked = |i: &usize| {
            places.get(*i).is_some_and(|place| place.start < old.end && old.start < place.end)
        };
        let own = (0..words.len()).filter(is_asked).count();
        let there = &self.leaves.all[leaf];
        let pairs = align(&words, &there.words, |word| self.leaves.weight_with(word));
        // A word that nothing stands beside as it did may be another one that reads the same.
        let is_held = |&&(i, j): &&(usize, usize)| {
            let met = |i: Option<usize>, j: Option<usize>| match (i, j) {
                (Some(i), Some(j)) => pairs.binary_search(&(i, j)).is_ok(),
                // Both at the edge of the passage.
                (None, None) => true,
                _ => false,
            };
            let next = |at: usize, all: usize| (at + 1 < all).then_some(at + 1);
            let times = there.words.iter().filter(|word| **word == there.words[j]).count();
            let times_before = words.iter().filter(|word| **word == words[i]).count();
            met(i.checked_sub(1), j.checked_sub(1))
                || met(next(i, words.len()), next(j, there.words.len()))
                || (times == 1 && times_before == 1)
        };
        let asked: Vec<&(usize, usize)> = pairs.iter().filter(|(i, _)| is_asked(i)).collect();
        let are_few = asked.len() < TELLING;
        let left = asked.iter().filter(|pair| !are_few || is_held(pair)).map(|(_, j)| *j);
        let left: Vec<usize> = left.collect();
        #[expect(clippy::cast_precision_loss, reason = "counts of words are small")]
        let is_enough = left.len() as f32 >= own as f32 * HALF;
        let words_left = match (left.first(), left.last()) {
            (Some(&first), Some(&last)) if is_enough && last - first < own * 2 + 4 => {
                first..last + 1
            }
            // Too little of it to know it by itself: it is what stands between its old neighbours.
            _ if !asked.is_empty() => {
                let before = pairs.iter().rev().find(|(i, _)| places[*i].end <= old.start);
                let after = pairs.iter().find(|(i, _)| places[*i].start >= old.end);
                let start = before.map_or(0, |(_, j)| j + 1);
                start..after.map_or(there.words.len(), |(_, j)| *j)
            }
            _ => return ORPHAN,
        };
        let (Some(from), Some(to)) = (
            there.places.get(words_left.start),
            there.places.get(words_left.end.saturating_sub(1)).filter(|_| !words_left.is_empty()),
        ) else {
            return ORPHAN;
        };
        if words_left.len() > own * 3 + 6 {
            return ORPHAN;
        }
        Found { verdict: Verdict::Edited, place: Some((there.passage, from.start..to.end)) }
    }
}

/// Where in the old text of its paragraph a quote stood: where its range says, else where its context
/// is, else at its only place.
fn place_in(anchor: &Anchor, quote: &str, text: &str) -> Option<Range<usize>> {
    let by_range = anchor.range.and_then(|(start, end)| {
        let mut bytes = text.char_indices().map(|(at, _)| at).chain([text.len()]);
        let start_byte = bytes.nth(start)?;
        let end_byte = if end > start { bytes.nth(end - start - 1)? } else { start_byte };
        (text.get(start_byte..end_byte)? == quote).then_some(start_byte..end_byte)
    });
    by_range.or_else(|| {
        let inside = format!("{}{quote}{}", anchor.prefix, anchor.suffix);
        let with_context = text.find(&inside).map(|at| at + anchor.prefix.len());
        let only = || (text.matches(quote).count() == 1).then(|| text.find(quote)).flatten();
        let at = with_context.or_else(only)?;
        Some(at..at + quote.len())
    })
}
