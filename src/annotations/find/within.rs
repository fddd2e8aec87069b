//! Finds words again whose whole paragraph is known as it was: first the paragraph, then the words in
//! it, each old word beside the new one it is.

use std::ops::Range;

use super::{
    Anchor, Found, Index, ORPHAN, Verdict,
    alignment::Alignment,
    bytes_of,
    passages::{Prepared, as_number},
};
use crate::text::ComparableText;

/// So many words in their order are not found by chance; fewer need a neighbour that stayed.
const TELLING: usize = 3;
/// The share of a quote's words that must be left.
const HALF: f32 = 0.5;

impl Index {
    pub(super) fn find_words(&self, anchor: &Anchor, quote: &str, text: &str) -> Found {
        let Some(old) = place_in(anchor, quote, text) else {
            return self.find_quote(anchor, quote);
        };
        let successor = self.successor(&paragraph_of(anchor), text);
        let Some((at, verdict)) = successor.found else { return ORPHAN };
        let Some(own) = self.passages.get(at) else { return ORPHAN };
        if verdict == Verdict::Edited {
            let alignment = successor
                .alignment
                .get_or_init(|| Alignment::new(self.passages.words_of(text), &own.words));
            return left_of(alignment, own, &old);
        }
        // The same words: what differs is spaces, dashes and quotation marks.
        let before = ComparableText::new(text.get(..old.start).unwrap_or_default()).text.len();
        let length = ComparableText::new(quote).text.len();
        let range = own.comparable.origin(&(before..before + length));
        range.map_or(ORPHAN, |range| Found { verdict, place: Some((own.passage, range)) })
    }
}

/// The anchor on the whole of the paragraph that an anchor's words are in: the same for all of them.
pub(super) fn paragraph_of(anchor: &Anchor) -> Anchor {
    // Of words of a paragraph, prefix and suffix are within it; its neighbours stand elsewhere.
    let (prefix, suffix) = anchor.beside.clone().unwrap_or_default();
    Anchor {
        paragraph: anchor.paragraph.clone(),
        text: anchor.text.clone(),
        prefix,
        suffix,
        rival: anchor.rival,
        only: anchor.only.clone(),
        ..Anchor::default()
    }
}

/// What is left of words, in bytes of the old text, in a passage that changed.
fn left_of(alignment: &Alignment, own: &Prepared, old: &Range<usize>) -> Found {
    let new = &own.words;
    let asked = alignment.old.within(old);
    let (inside, before, after) = alignment.around(&asked);
    let are_few = inside.len() < TELLING;
    let left: Vec<usize> = inside
        .iter()
        .filter(|pair| !are_few || alignment.is_held(**pair, new))
        .map(|(_, j)| *j)
        .collect();
    let is_enough = as_number(left.len()) >= as_number(asked.len()) * HALF;
    let words_left = match (left.first(), left.last()) {
        (Some(&first), Some(&last)) if is_enough && last - first < asked.len() * 2 + 4 => {
            first..last + 1
        }
        // Too little of it to know it by itself: it is what stands between its old neighbours.
        _ if !inside.is_empty() => {
            before.map_or(0, |before| before + 1)..after.unwrap_or(new.numbers.len())
        }
        _ => return ORPHAN,
    };
    if words_left.len() > asked.len() * 3 + 6 {
        return ORPHAN;
    }
    match new.places.get(words_left).map(|places| (places.first(), places.last())) {
        Some((Some(first), Some(last))) => {
            Found { verdict: Verdict::Edited, place: Some((own.passage, first.start..last.end)) }
        }
        _ => ORPHAN,
    }
}

/// Where in the old text of its paragraph a quote stood: where its range says, else where its context
/// is, else at its only place.
fn place_in(anchor: &Anchor, quote: &str, text: &str) -> Option<Range<usize>> {
    let by_range = anchor
        .range
        .and_then(|characters| bytes_of(text, characters))
        .filter(|bytes| text.get(bytes.clone()) == Some(quote));
    by_range.or_else(|| {
        let inside = format!("{}{quote}{}", anchor.prefix, anchor.suffix);
        let with_context = text.find(&inside).map(|at| at + anchor.prefix.len());
        let single = || (text.matches(quote).count() == 1).then(|| text.find(quote)).flatten();
        let at = with_context.or_else(single)?;
        Some(at..at + quote.len())
    })
}
