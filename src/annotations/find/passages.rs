//! A document prepared to be searched: its passages made comparable and cut into words, and for each
//! word the passages that have it. Knows nothing of anchors.

use std::{collections::HashMap, ops::Range};

use crate::{
    document::{Document, Passage},
    text::{ComparableText, each_word, same_items},
};

/// The number of a word that the document does not have.
pub(super) const UNKNOWN: u32 = u32::MAX;

/// How many passages are looked at from which another one has to be told.
const MOST_RIVALS: usize = 8;

/// How far the lists of passages are looked through for those that share words. The rarest words come
/// first, and end it once any passage is found.
#[derive(Clone, Copy)]
struct Bounds {
    /// Entries of all lists together.
    entries: usize,
    /// Passages that have a word: one that more have tells too little.
    holders: usize,
}

/// Where an anchor is sought, perhaps ten thousand of them in ten thousand paragraphs all alike.
const SEEKING: Bounds = Bounds { entries: 20_000, holders: 1_000 };
/// Where a passage is to be told from its rivals: once, when an anchor is made.
const TELLING_APART: Bounds = Bounds { entries: 200_000, holders: usize::MAX };

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

/// A text as numbers of words, and where each word stands in it.
#[derive(Clone, Debug, Default)]
pub(super) struct Words {
    pub(super) numbers: Vec<u32>,
    pub(super) places: Vec<Range<usize>>,
    /// The numbers in their own order, to be counted.
    sorted: Vec<u32>,
}

impl Words {
    /// How often a word is in it.
    pub(super) fn count(&self, word: u32) -> usize {
        let from = self.sorted.partition_point(|other| *other < word);
        self.sorted.iter().skip(from).take_while(|other| **other == word).count()
    }

    /// The indices of the words that a range of bytes touches.
    pub(super) fn within(&self, bytes: &Range<usize>) -> Range<usize> {
        let start = self.places.partition_point(|place| place.end <= bytes.start);
        let end = self.places.partition_point(|place| place.start < bytes.end);
        start..end.max(start)
    }
}

/// A passage, prepared.
pub(super) struct Prepared {
    /// Its place among all of them.
    pub(super) at: usize,
    pub(super) passage: Passage,
    pub(super) kind: Kind,
    pub(super) cite: String,
    pub(super) text: String,
    pub(super) comparable: ComparableText,
    pub(super) words: Words,
    /// What its words weigh together.
    weight: f32,
}

/// All passages of a document, prepared.
#[derive(Default)]
pub(super) struct Passages {
    all: Vec<Prepared>,
    numbers: HashMap<String, u32>,
    /// For each word what it tells: the more, the fewer passages have it.
    weights: Vec<f32>,
    /// For each word the passages that have it, and how often.
    holders: Vec<Vec<(usize, u16)>>,
}

impl Passages {
    pub(super) fn new(document: &Document) -> Self {
        let mut passages = Self::default();
        for passage in document.passages() {
            let cite = document.cite(passage).to_string();
            passages.add(passage, cite, document.text(passage));
        }
        let all = as_number(passages.all.len());
        let weight = |holders: &Vec<_>| (all / as_number(holders.len())).ln_1p();
        passages.weights = passages.holders.iter().map(weight).collect();
        let weights: Vec<f32> =
            passages.all.iter().map(|own| passages.weight_of(&own.words.numbers)).collect();
        for (own, weight) in passages.all.iter_mut().zip(weights) {
            own.weight = weight;
        }
        passages
    }

    fn add(&mut self, passage: Passage, cite: String, text: &str) {
        let at = self.all.len();
        let mut words = Words::default();
        each_word(text, |word, place| {
            let number = self.numbers.get(word).copied().unwrap_or_else(|| {
                let next = u32::try_from(self.holders.len()).unwrap_or(UNKNOWN);
                self.numbers.insert(word.to_owned(), next);
                self.holders.push(Vec::new());
                next
            });
            if let Some(holders) = self.holders.get_mut(number as usize) {
                match holders.last_mut() {
                    Some((last, count)) if *last == at => *count = count.saturating_add(1),
                    _ => holders.push((at, 1)),
                }
            }
            words.numbers.push(number);
            words.places.push(place);
        });
        words.sorted.clone_from(&words.numbers);
        words.sorted.sort_unstable();
        let (kind, comparable) = (Kind::of(passage), ComparableText::new(text));
        let text = text.to_owned();
        self.all.push(Prepared { at, passage, kind, cite, text, comparable, words, weight: 0.0 });
    }

    /// All of them, in the order of the document.
    pub(super) fn all(&self) -> &[Prepared] {
        &self.all
    }

    pub(super) fn get(&self, at: usize) -> Option<&Prepared> {
        self.all.get(at)
    }

    /// The passages before and after one, of its kind.
    pub(super) fn neighbours(&self, own: &Prepared) -> (Option<&Prepared>, Option<&Prepared>) {
        let beside = |at: Option<usize>| self.get(at?).filter(|other| other.kind == own.kind);
        (beside(own.at.checked_sub(1)), beside(own.at.checked_add(1)))
    }

    /// The words of a text, by the numbers that they have here.
    pub(super) fn words_of(&self, text: &str) -> Words {
        let mut words = Words::default();
        each_word(text, |word, place| {
            words.numbers.push(self.numbers.get(word).copied().unwrap_or(UNKNOWN));
            words.places.push(place);
        });
        words.sorted.clone_from(&words.numbers);
        words.sorted.sort_unstable();
        words
    }

    /// How much a word tells. One that the document does not have tells most.
    fn weight(&self, word: u32) -> f32 {
        let known = self.weights.get(word as usize).copied();
        known.unwrap_or_else(|| as_number(self.all.len()).ln_1p())
    }

    /// What it tells in a document that has one more passage with it.
    fn weight_with_one_more(&self, word: u32) -> f32 {
        let (all, holders) = (as_number(self.all.len()), as_number(self.holders_of(word).len()));
        ((all + 1.0) / (holders + 1.0)).ln_1p()
    }

    fn weight_of(&self, words: &[u32]) -> f32 {
        words.iter().map(|&word| self.weight(word)).sum()
    }

    fn holders_of(&self, word: u32) -> &[(usize, u16)] {
        self.holders.get(word as usize).map_or(&[], Vec::as_slice)
    }

    /// The passages that have a word.
    pub(super) fn passages_with(&self, word: u32) -> impl Iterator<Item = &Prepared> {
        self.holders_of(word).iter().filter_map(|(at, _)| self.get(*at))
    }

    /// How many passages have a word.
    pub(super) fn count_with(&self, word: u32) -> usize {
        self.holders_of(word).len()
    }

    /// The passages of a kind that share most of these words, the most similar first.
    pub(super) fn most_similar(&self, words: &Words, most: usize, kind: Kind) -> Vec<&Prepared> {
        self.sharing(words, most, kind, SEEKING)
    }

    fn sharing(&self, words: &Words, most: usize, kind: Kind, bounds: Bounds) -> Vec<&Prepared> {
        let mut distinct: Vec<&[u32]> = words.sorted.chunk_by(|a, b| a == b).collect();
        distinct.sort_by_key(|same| same.first().map_or(0, |word| self.count_with(*word)));
        let mut shared: HashMap<usize, f32> = HashMap::new();
        let mut looked_at = 0;
        for same in distinct {
            let Some(&word) = same.first() else { continue };
            let holders = self.holders_of(word);
            looked_at += holders.len();
            let is_beyond = looked_at > bounds.entries || holders.len() > bounds.holders;
            if is_beyond && !shared.is_empty() {
                break;
            }
            let weight = self.weight(word);
            for &(at, count) in holders.iter().take(bounds.entries) {
                let both = usize::from(count).min(same.len());
                *shared.entry(at).or_default() += as_number(both) * weight;
            }
        }
        let whole = self.weight_of(&words.numbers);
        let mut found: Vec<(f32, &Prepared)> = shared
            .into_iter()
            .filter_map(|(at, shared)| Some((shared, self.get(at)?)))
            .filter(|(shared, other)| *shared > 0.0 && other.kind == kind)
            // A long passage has many words of any text: what it has besides counts half.
            .map(|(shared, other)| (shared / (whole + 0.5 * other.weight), other))
            .collect();
        found.sort_unstable_by(|a, b| b.0.total_cmp(&a.0).then(a.1.at.cmp(&b.1.at)));
        found.into_iter().map(|(_, other)| other).take(most).collect()
    }

    /// How like a passage is to a text: 1 for the same words, 0 for nothing in common. With `is_gone`
    /// the words weigh as they did when the document still had the text.
    pub(super) fn likeness(&self, words: &Words, other: &Prepared, is_gone: bool) -> f32 {
        let weight = |word: u32| {
            if is_gone && words.count(word) > 0 {
                self.weight_with_one_more(word)
            } else {
                self.weight(word)
            }
        };
        let runs = same_items(&words.numbers, &other.words.numbers);
        let both = runs.into_iter().filter_map(|(run, _)| words.numbers.get(run)).flatten();
        let met: f32 = both.map(|&word| weight(word)).sum();
        let every = words.numbers.iter().chain(&other.words.numbers);
        let whole: f32 = every.map(|&word| weight(word)).sum();
        2.0 * met / whole.max(f32::MIN_POSITIVE)
    }

    /// Which share of these words stands at the end, or at the start, of a passage.
    pub(super) fn share(&self, words: &Words, own: &Prepared, is_end: bool) -> f32 {
        let all = own.words.numbers.as_slice();
        let most = (words.numbers.len() * 2).min(all.len());
        let part = if is_end { all.get(all.len() - most..) } else { all.get(..most) };
        let runs = same_items(&words.numbers, part.unwrap_or_default());
        let met = runs.into_iter().filter_map(|(run, _)| words.numbers.get(run));
        let met: f32 = met.map(|same| self.weight_of(same)).sum();
        let whole = self.weight_of(&words.numbers);
        if whole > 0.0 { met / whole } else { 0.0 }
    }

    /// The other passages that are most like one, each with how like it is.
    pub(super) fn rivals(&self, own: &Prepared) -> Vec<(f32, &Prepared)> {
        let most = MOST_RIVALS + 1;
        let others = self.sharing(&own.words, most, own.kind, TELLING_APART).into_iter();
        let others = others.filter(|other| other.at != own.at).take(MOST_RIVALS);
        others.map(|other| (self.likeness(&own.words, other, false), other)).collect()
    }
}

/// A share of 1 in hundredths.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "clamped to 0..=100")]
pub(super) fn in_hundredths(share: f32) -> u8 {
    (share * 100.0).clamp(0.0, 100.0).round() as u8
}

/// A count of words or passages.
#[expect(
    clippy::cast_precision_loss,
    reason = "such counts are far below 2^24, or need not be exact"
)]
pub(super) const fn as_number(count: usize) -> f32 {
    count as f32
}
