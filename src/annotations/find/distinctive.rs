//! The words by which a passage is told from the others, as an anchor keeps them in `only`: `minors
//! children`, words that no other passage has, each of which tells it; or `+children minors +women`,
//! where others have them too: of each group a word must be there, as each nearly like passage lacks all
//! of some group.

use std::{cmp::Reverse, collections::HashSet};

use super::passages::{Passages, Prepared, Words};

/// How many of such words an anchor keeps.
const MOST_WORDS: usize = 10;
/// The same of a group.
const MOST_IN_GROUP: usize = 3;
/// How like a passage must be to be one from which another one has to be told.
pub(super) const NEAR: f32 = 0.5;
/// What each group begins with.
const GROUP: char = '+';

/// Those words, as numbers.
pub(super) struct Distinctive {
    /// Whether no other passage had any of them.
    pub(super) is_unique: bool,
    groups: Vec<Words>,
}

impl Distinctive {
    /// Reads them as an anchor has them.
    pub(super) fn read(passages: &Passages, only: &str) -> Self {
        let groups = only.split(GROUP).map(|group| passages.words_of(group));
        Self {
            is_unique: !only.contains(GROUP),
            groups: groups.filter(|group| !group.numbers.is_empty()).collect(),
        }
    }

    pub(super) fn is_empty(&self) -> bool {
        self.groups.is_empty()
    }

    /// Whether there are several words, each of which tells the passage.
    pub(super) fn are_several(&self) -> bool {
        self.groups.iter().any(|group| group.numbers.len() > 1)
    }

    /// How many of the words a passage has; none where it has no word of some group.
    pub(super) fn count_present(&self, own: &Prepared) -> usize {
        let counts = self.groups.iter().map(|group| count_present(group, own));
        counts.reduce(|all, here| if all == 0 || here == 0 { 0 } else { all + here }).unwrap_or(0)
    }
}

/// How many of some words a passage has.
pub(super) fn count_present(words: &Words, own: &Prepared) -> usize {
    words.numbers.iter().filter(|word| own.words.count(**word) > 0).count()
}

/// The words by which a passage is told from the others, given those that are most like it, as an
/// anchor keeps them; empty where there are none.
pub(super) fn distinctive_words(
    passages: &Passages,
    own: &Prepared,
    rivals: &[(f32, &Prepared)],
) -> String {
    let is_unique = |word: u32| {
        passages.passages_with(word).all(|other| other.at == own.at || other.kind != own.kind)
    };
    let mut unique = first_places(own, is_unique);
    if unique.is_empty() {
        let near = rivals.iter().filter(|(like, _)| *like >= NEAR).map(|(_, other)| *other);
        return groups(passages, own, near.collect());
    }
    // The longest ones, in the order of the text.
    unique.sort_by_key(|&(i, _, word)| (Reverse(word.chars().count()), i));
    unique.truncate(MOST_WORDS);
    unique.sort_unstable();
    unique.into_iter().map(|(_, _, word)| word).collect::<Vec<_>>().join(" ")
}

/// Groups of words such that each near passage lacks all of some group.
fn groups(passages: &Passages, own: &Prepared, mut near: Vec<&Prepared>) -> String {
    let lacks = |other: &&Prepared, word: u32| other.words.count(word) == 0;
    let mut made = String::new();
    while !near.is_empty() {
        // The word that tells it from most of them; of these the rarest.
        let all = first_places(own, |word| near.iter().any(|other| lacks(other, word)));
        let told = |word: u32| near.iter().filter(|other| lacks(other, word)).count();
        let best = all
            .iter()
            .min_by_key(|(_, word, _)| (Reverse(told(*word)), passages.count_with(*word)));
        let Some(&(_, best, _)) = best else { return String::new() };
        let (covered, rest): (Vec<&Prepared>, Vec<&Prepared>) =
            near.iter().partition(|other| lacks(other, best));
        let mut group: Vec<_> = all
            .into_iter()
            .filter(|(_, word, _)| covered.iter().all(|other| lacks(other, *word)))
            .collect();
        group.sort_by_key(|(_, word, _)| passages.count_with(*word));
        group.truncate(MOST_IN_GROUP);
        let words: Vec<&str> = group.into_iter().map(|(_, _, word)| word).collect();
        let gap = if made.is_empty() { "" } else { " " };
        made = format!("{made}{gap}{GROUP}{}", words.join(" "));
        near = rest;
    }
    made
}

/// Where each word that is wanted stands first in a passage, its number, and the word as printed.
fn first_places(own: &Prepared, is_wanted: impl Fn(u32) -> bool) -> Vec<(usize, u32, &str)> {
    let mut seen = HashSet::new();
    let words = own.words.numbers.iter().zip(&own.words.places).enumerate();
    words
        .filter(|(_, (word, _))| seen.insert(**word) && is_wanted(**word))
        .map(|(i, (word, place))| (i, *word, own.text.get(place.clone()).unwrap_or_default()))
        .collect()
}
