//! The words by which a passage is told from the others, as an anchor keeps them in `only`: `minors
//! infants +children +migrants`. First words that no other passage has, each of which tells it; then,
//! each behind a `+`, groups of words that others may have too: every passage nearly like it lacks all
//! of some group, so it takes a word of each.

use std::{cmp::Reverse, collections::HashSet};

use super::passages::{Passages, Prepared, Words};

/// How many unique words an anchor keeps.
const MOST_UNIQUE: usize = 10;
/// Where there are fewer unique words than so many, others are kept as well.
const FEW: usize = 4;
/// How many words of a group an anchor keeps.
const MOST_IN_GROUP: usize = 3;
/// How like a passage must be to be one from which another one has to be told.
const NEAR: f32 = 0.4;
/// What each group begins with.
const GROUP: char = '+';

/// Those words, as numbers.
pub(super) struct Distinctive {
    unique: Words,
    groups: Vec<Words>,
}

/// What a passage has of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Present {
    /// Too little to tell it.
    Nothing,
    /// One of several unique words.
    OneOfSeveral,
    /// The only unique word, or more than one.
    Unique,
    /// A word of each group.
    EachGroup,
}

impl Distinctive {
    /// Reads them as an anchor has them.
    pub(super) fn read(passages: &Passages, only: &str) -> Self {
        let mut parts = only.split(GROUP).map(|part| passages.words_of(part));
        let unique = parts.next().unwrap_or_default();
        Self { unique, groups: parts.filter(|group| !group.numbers.is_empty()).collect() }
    }

    pub(super) fn is_empty(&self) -> bool {
        self.unique.numbers.is_empty() && self.groups.is_empty()
    }

    /// What a passage has of them.
    pub(super) fn present(&self, own: &Prepared) -> Present {
        let has_each = self.groups.iter().all(|group| count_present(group, own) > 0);
        match count_present(&self.unique, own) {
            1 if self.unique.numbers.len() > 1 => Present::OneOfSeveral,
            1.. => Present::Unique,
            0 if has_each && !self.groups.is_empty() => Present::EachGroup,
            0 => Present::Nothing,
        }
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
    let near = rivals.iter().filter(|(like, _)| *like >= NEAR).map(|(_, other)| *other);
    let groups = if unique.len() < FEW {
        groups(passages, own, near.collect(), |word| !is_unique(word))
    } else {
        String::new()
    };
    // The longest ones, in the order of the text.
    unique.sort_by_key(|&(i, _, word)| (Reverse(word.chars().count()), i));
    unique.truncate(MOST_UNIQUE);
    unique.sort_unstable();
    let mut words: Vec<&str> = unique.into_iter().map(|(_, _, word)| word).collect();
    words.extend((!groups.is_empty()).then_some(groups.as_str()));
    words.join(" ")
}

/// Groups of words such that each near passage lacks all of some group; empty where there are none.
fn groups(
    passages: &Passages,
    own: &Prepared,
    mut near: Vec<&Prepared>,
    is_wanted: impl Fn(u32) -> bool,
) -> String {
    let lacks = |other: &&Prepared, word: u32| other.words.count(word) == 0;
    let mut made = String::new();
    while !near.is_empty() {
        // The word that tells it from most of them; of these the rarest.
        let all = first_places(own, |word| {
            is_wanted(word) && near.iter().any(|other| lacks(other, word))
        });
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
