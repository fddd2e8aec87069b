//! Paragraphs that became several, and several that became one: what is left over beside a pair and has
//! the words that the pair lost. Knows likeness and places, not edits.

use super::{
    Group, left_over,
    matching::Matched,
    prepared::{Prepared, Text},
};
use crate::text::same_items;

/// The share of a piece's words, by what they tell, that must come from the whole.
const FROM_WHOLE: f32 = 0.45;
/// How much more like the whole all pieces together must be than the one alone.
const GAIN: f32 = 0.05;
/// The least likeness of the whole and all pieces.
const LEAST: f32 = 0.5;
/// So many words of a piece at least must come from the whole.
const TELLING: usize = 5;
/// So many pieces are looked at on each side of the one that is paired.
const MOST_PIECES: usize = 12;

/// All passages in groups: pairs, with what was split from them, and what is in one document only.
pub(super) fn with_splits(
    prepared: &Prepared,
    (matched, is_moved): (Matched, Vec<bool>),
) -> Vec<Group> {
    let (open_a, open_b) = left_over(&matched);
    let mut is_taken_a = vec![true; prepared.a.len()];
    let mut is_taken_b = vec![true; prepared.b.len()];
    open_a.iter().for_each(|a| is_taken_a[*a] = false);
    open_b.iter().for_each(|b| is_taken_b[*b] = false);
    let mut groups = Vec::new();
    for (a, b) in matched.pairs() {
        let (one, other) = (&prepared.a[a], &prepared.b[b]);
        let mut group = Group { left: vec![a], right: vec![b], is_moved: is_moved[a] };
        if one.whole != other.whole {
            let right = pieces(prepared, one, b, &prepared.b, &is_taken_b);
            let left = pieces(prepared, other, a, &prepared.a, &is_taken_a);
            if right.len() > 1 {
                right.iter().for_each(|b| is_taken_b[*b] = true);
                group.right = right;
            } else if left.len() > 1 {
                left.iter().for_each(|a| is_taken_a[*a] = true);
                group.left = left;
            }
        }
        groups.push(group);
    }
    let alone = |left: &[usize], right: &[usize]| Group {
        left: left.to_vec(),
        right: right.to_vec(),
        is_moved: false,
    };
    groups.extend((0..prepared.a.len()).filter(|a| !is_taken_a[*a]).map(|a| alone(&[a], &[])));
    groups.extend((0..prepared.b.len()).filter(|b| !is_taken_b[*b]).map(|b| alone(&[], &[b])));
    groups
}

/// The passages around `at` that, with it, have the words of `whole`, in order; `at` alone where there
/// are none.
fn pieces(
    prepared: &Prepared,
    whole: &Text,
    at: usize,
    texts: &[Text],
    is_taken: &[bool],
) -> Vec<usize> {
    let may_be = |i: usize| {
        let text = texts.get(i);
        !is_taken.get(i).copied().unwrap_or(true)
            && text.is_some_and(|text| whole.class.may_be(text.class))
    };
    let behind = (at + 1..).take_while(|i| may_be(*i)).take(MOST_PIECES).count();
    let before = (0..at).rev().take_while(|i| may_be(*i)).take(MOST_PIECES).count();
    if before + behind == 0 {
        return vec![at];
    }
    let all: Vec<usize> = (at - before..=at + behind).collect();
    let from_whole = from_whole(prepared, whole, &all, texts);
    let is_piece = |i: usize| i == at || from_whole.get(i + before - at) == Some(&true);
    let start = (at - before..at).rev().take_while(|i| is_piece(*i)).last().unwrap_or(at);
    let end = (at + 1..=at + behind).take_while(|i| is_piece(*i)).last().unwrap_or(at);
    let found: Vec<usize> = (start..=end).collect();
    let together = likeness(prepared, whole, &found, texts);
    let is_more = found.len() > 1
        && together >= LEAST
        && together >= likeness(prepared, whole, &[at], texts) + GAIN;
    if is_more { found } else { vec![at] }
}

/// Which of several passages have most of their words from a text.
fn from_whole(prepared: &Prepared, whole: &Text, all: &[usize], texts: &[Text]) -> Vec<bool> {
    let words: Vec<u32> = all.iter().flat_map(|i| &texts[*i].words).copied().collect();
    let mut is_met = vec![false; words.len()];
    for (_, run) in same_items(&whole.words, &words) {
        is_met[run].fill(true);
    }
    let mut start = 0;
    all.iter()
        .map(|i| {
            let own = &texts[*i].words;
            let met = is_met.get(start..start + own.len()).unwrap_or_default();
            start += own.len();
            let weight = |only_met: bool| -> f32 {
                let all = own.iter().zip(met).filter(|(_, is_met)| **is_met || !only_met);
                all.map(|(word, _)| prepared.word_weight(*word)).sum()
            };
            let count = met.iter().filter(|is_met| **is_met).count();
            count >= TELLING.min(own.len()).max(2) && weight(true) >= FROM_WHOLE * weight(false)
        })
        .collect()
}

/// How like a text is to several in a row: 1 for the same words in the same order.
fn likeness(prepared: &Prepared, whole: &Text, several: &[usize], texts: &[Text]) -> f32 {
    let words: Vec<u32> = several.iter().flat_map(|i| &texts[*i].words).copied().collect();
    let weight =
        |words: &[u32]| -> f32 { words.iter().map(|word| prepared.word_weight(*word)).sum() };
    let met: f32 = same_items(&whole.words, &words)
        .into_iter()
        .filter_map(|(run, _)| whole.words.get(run))
        .map(weight)
        .sum();
    2.0 * met / (weight(&whole.words) + weight(&words)).max(f32::MIN_POSITIVE)
}
