//! A document prepared to be searched: its passages folded and cut into words, and for each word the
//! passages that have it. Knows nothing of anchors.

use std::{cmp::Reverse, collections::HashMap, ops::Range};

use super::{
    align::align,
    fold::{Folded, each_word},
};
use crate::document::{Document, Passage};

/// The number of a word that the document does not have.
pub(super) const UNKNOWN: u32 = u32::MAX;

/// What an edit does not change: footnotes do not become paragraphs, nor paragraphs titles.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Title,
    Block,
    Footnote,
}

impl Kind {
    const fn of(passage: Passage) -> Self {
        match passage {
            Passage::Title => Self::Title,
            Passage::Block(_) => Self::Block,
            Passage::Footnote(_) => Self::Footnote,
        }
    }

    /// The kind that a citation names.
    pub(super) fn cited(cite: &str) -> Self {
        match cite {
            "title" => Self::Title,
            cite if cite.starts_with("fn ") => Self::Footnote,
            _ => Self::Block,
        }
    }
}

/// A passage, prepared.
pub(super) struct Leaf<'a> {
    pub(super) passage: Passage,
    pub(super) kind: Kind,
    pub(super) text: &'a str,
    pub(super) folded: Folded,
    pub(super) words: Vec<u32>,
    /// Where each word stands in the text.
    pub(super) places: Vec<Range<usize>>,
    /// What its words weigh together.
    pub(super) weight: f32,
}

/// All passages of a document, prepared.
pub(super) struct Leaves<'a> {
    pub(super) all: Vec<Leaf<'a>>,
    numbers: HashMap<String, u32>,
    weights: Vec<f32>,
    /// For each word the leaves that have it, and how often.
    having: Vec<Vec<(usize, u16)>>,
}

impl<'a> Leaves<'a> {
    pub(super) fn new(document: &'a Document) -> Self {
        let mut leaves = Self {
            all: Vec::new(),
            numbers: HashMap::new(),
            weights: Vec::new(),
            having: Vec::new(),
        };
        for passage in document.passages() {
            leaves.add(passage, document.text(passage));
        }
        #[expect(clippy::cast_precision_loss, reason = "counts of passages are small")]
        let all = leaves.all.len() as f32;
        #[expect(clippy::cast_precision_loss, reason = "counts of passages are small")]
        let weight = |having: &Vec<(usize, u16)>| (all / having.len() as f32).ln_1p();
        leaves.weights = leaves.having.iter().map(weight).collect();
        for leaf in &mut leaves.all {
            leaf.weight = leaf.words.iter().map(|&word| leaves.weights[word as usize]).sum();
        }
        leaves
    }

    fn add(&mut self, passage: Passage, text: &'a str) {
        let at = self.all.len();
        let (mut words, mut places) = (Vec::new(), Vec::new());
        each_word(text, |word, place| {
            let number = self.numbers.get(word).copied().unwrap_or_else(|| {
                let next = u32::try_from(self.having.len()).unwrap_or(UNKNOWN);
                self.numbers.insert(word.to_owned(), next);
                self.having.push(Vec::new());
                next
            });
            match self.having[number as usize].last_mut() {
                Some((leaf, count)) if *leaf == at => *count = count.saturating_add(1),
                _ => self.having[number as usize].push((at, 1)),
            }
            words.push(number);
            places.push(place);
        });
        let folded = Folded::new(text);
        self.all.push(Leaf {
            passage,
            kind: Kind::of(passage),
            text,
            folded,
            words,
            places,
            weight: 0.0,
        });
    }

    /// The numbers of the words of a text, and where they stand in it.
    pub(super) fn words_of(&self, text: &str) -> (Vec<u32>, Vec<Range<usize>>) {
        let (mut words, mut places) = (Vec::new(), Vec::new());
        each_word(text, |word, place| {
            words.push(self.numbers.get(word).copied().unwrap_or(UNKNOWN));
            places.push(place);
        });
        (words, places)
    }

    /// How much a word tells: the more, the fewer passages have it.
    pub(super) fn weight(&self, word: u32) -> f32 {
        let heaviest = || {
            #[expect(clippy::cast_precision_loss, reason = "counts of passages are small")]
            let all = self.all.len() as f32;
            all.ln_1p()
        };
        self.weights.get(word as usize).copied().unwrap_or_else(heaviest)
    }

    /// What it tells in a document that has one more passage with it.
    pub(super) fn weight_with(&self, word: u32) -> f32 {
        #[expect(clippy::cast_precision_loss, reason = "counts of passages are small")]
        let (all, having) = (self.all.len() as f32, self.having(word).len() as f32);
        ((all + 1.0) / (having + 1.0)).ln_1p()
    }

    /// The leaves that have a word.
    pub(super) fn having(&self, word: u32) -> &[(usize, u16)] {
        self.having.get(word as usize).map_or(&[], Vec::as_slice)
    }

    /// The leaves that share most of these words, the likest first.
    pub(super) fn likest(&self, words: &[u32], limit: usize, kind: Kind) -> Vec<usize> {
        let mut sorted = words.to_vec();
        sorted.sort_unstable();
        let mut shared = vec![0.0_f32; self.all.len()];
        for same in sorted.chunk_by(|a, b| a == b) {
            let weight = self.weight(same[0]);
            for &(leaf, count) in self.having(same[0]) {
                let both = usize::from(count).min(same.len());
                #[expect(clippy::cast_precision_loss, reason = "counts of words are small")]
                let both = both as f32;
                shared[leaf] += both * weight;
            }
        }
        let whole: f32 = words.iter().map(|&word| self.weight(word)).sum();
        let mut found: Vec<(f32, usize)> = shared
            .iter()
            .enumerate()
            .filter(|(i, shared)| **shared > 0.0 && self.all[*i].kind == kind)
            // A long passage has many words of any text: what it has besides counts half.
            .map(|(i, shared)| (shared / (whole + 0.5 * self.all[i].weight), i))
            .collect();
        found.sort_unstable_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
        found.into_iter().map(|(_, leaf)| leaf).take(limit).collect()
    }

    /// How like a leaf is to a list of words: 1 for the same, 0 for nothing in common. With `is_gone`
    /// the words weigh as they did when the document still had them.
    pub(super) fn likeness(&self, words: &[u32], leaf: usize, is_gone: bool) -> f32 {
        let mut own = words.to_vec();
        own.sort_unstable();
        own.dedup();
        let weight = |word: u32| {
            if is_gone && own.binary_search(&word).is_ok() {
                self.weight_with(word)
            } else {
                self.weight(word)
            }
        };
        let leaf = &self.all[leaf];
        let pairs = align(words, &leaf.words, weight);
        let met: f32 = pairs.iter().map(|&(_, j)| weight(leaf.words[j])).sum();
        let whole: f32 = words.iter().chain(&leaf.words).map(|&word| weight(word)).sum();
        2.0 * met / whole.max(f32::MIN_POSITIVE)
    }

    /// Which share of these words stands at the end, or at the start, of a leaf.
    pub(super) fn share(&self, words: &[u32], leaf: usize, is_end: bool) -> f32 {
        let all = &self.all[leaf].words;
        let most = (words.len() * 2).min(all.len());
        let part = if is_end { &all[all.len() - most..] } else { &all[..most] };
        self.share_of(words, part)
    }

    /// Which share of some words other words have, in the same order.
    pub(super) fn share_of(&self, words: &[u32], part: &[u32]) -> f32 {
        let weight = |word| self.weight(word);
        let whole: f32 = words.iter().map(|&word| weight(word)).sum();
        let pairs = align(words, part, weight);
        let met: f32 = pairs.iter().map(|&(i, _)| weight(words[i])).sum();
        if whole > 0.0 { met / whole } else { 0.0 }
    }

    /// How many of some words a leaf has.
    pub(super) fn kept(&self, words: &[u32], leaf: usize) -> usize {
        words.iter().filter(|word| self.all[leaf].words.contains(word)).count()
    }

    /// How like the likest other leaf is, in hundredths.
    pub(super) fn rival(&self, at: usize) -> u8 {
        let own = &self.all[at];
        let others = self.likest(&own.words, 4, own.kind).into_iter().filter(|other| *other != at);
        let most = others.map(|other| self.likeness(&own.words, other, false)).fold(0.0, f32::max);
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "at most 100")]
        let hundredths = (most * 100.0).clamp(0.0, 100.0).round() as u8;
        hundredths
    }

    /// Words that no other leaf of its kind has: the longest ones, in the order of the text.
    pub(super) fn only(&self, at: usize, most: usize) -> String {
        let own = &self.all[at];
        let is_only = |word: u32| {
            let others = self.having(word).iter().filter(|(other, _)| *other != at);
            others.filter(|(other, _)| self.all[*other].kind == own.kind).count() == 0
        };
        let mut found: Vec<(usize, &str)> = Vec::new();
        for (i, (&word, place)) in own.words.iter().zip(&own.places).enumerate() {
            if is_only(word) && !own.words[..i].contains(&word) {
                found.push((i, own.text.get(place.clone()).unwrap_or_default()));
            }
        }
        found.sort_by_key(|(i, word)| (Reverse(word.chars().count()), *i));
        found.truncate(most);
        found.sort_unstable();
        let words: Vec<&str> = found.into_iter().map(|(_, word)| word).collect();
        words.join(" ")
    }
}
