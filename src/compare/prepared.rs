//! Two documents prepared to be paired: words as numbers that both share, what each word weighs, what
//! each passage is. Knows nothing of pairs.

use super::quick_map::QuickMap;
use crate::{
    document::{Document, Part, Passage, Shape, without_doubtful_marks},
    text::{comparable, each_word, likeness_of_words},
};

/// What a passage is, as far as it decides what it may be paired with.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Class {
    Title,
    Block(Part, Shape),
    Footnote,
}

impl Class {
    /// The part of the document, of a block.
    pub(super) const fn part(self) -> Option<Part> {
        match self {
            Self::Block(part, _) => Some(part),
            Self::Title | Self::Footnote => None,
        }
    }

    /// Whether two may be paired at all: paragraphs never become footnotes.
    pub(super) const fn may_be(self, other: Self) -> bool {
        matches!(
            (self, other),
            (Self::Title, Self::Title)
                | (Self::Block(..), Self::Block(..))
                | (Self::Footnote, Self::Footnote)
        )
    }
}

/// A passage, prepared.
pub(super) struct Text {
    pub(super) passage: Passage,
    pub(super) class: Class,
    pub(super) depth: u8,
    /// The block it is nested in, as an index of prepared texts.
    pub(super) parent: Option<usize>,
    /// The same for the same words and signs, spaces, dashes and quotation marks aside.
    pub(super) whole: u32,
    /// Its words, as numbers.
    pub(super) words: Vec<u32>,
    /// Its words and its pairs of words, sorted, each as often as it stands there.
    pub(super) features: Vec<u64>,
    /// What its features weigh together.
    pub(super) weight: f32,
    /// What it begins with: digits, a letter, or some sign.
    pub(super) look: char,
}

/// Both documents, prepared. Indices of texts are those of [`Document::passages`].
pub(super) struct Prepared {
    pub(super) a: Vec<Text>,
    pub(super) b: Vec<Text>,
    /// What each word tells: the more, the fewer passages have it.
    weights: Vec<f32>,
}

/// A number for every word and every whole text.
#[derive(Default)]
struct Vocabulary {
    words: QuickMap<Box<str>, u32>,
    /// In how many passages each word is, and the last of them.
    holders: Vec<(u32, u32)>,
    has_digit: Vec<bool>,
    wholes: QuickMap<Box<str>, u32>,
    passages: u32,
}

impl Prepared {
    /// Weighs words by how few passages have them; but numbers little, rare as they are, since they are what a renewed
    /// text changes first.
    pub(super) fn new(a: &Document, b: &Document) -> Self {
        let mut known = Vocabulary::default();
        let (a, b) = (known.texts_of(a), known.texts_of(b));
        let all = as_number(a.len() + b.len());
        let weight = |(&(holders, _), &has_digit): (&(u32, u32), &bool)| {
            let rare = (all / as_number(holders as usize)).ln_1p();
            // Numbers and dates are what a renewed text changes first.
            if has_digit { rare * 0.3 } else { rare }
        };
        let weights = known.holders.iter().zip(&known.has_digit).map(weight).collect();
        let mut prepared = Self { a, b, weights };
        let weighed = |texts: &[Text]| -> Vec<f32> {
            texts.iter().map(|text| prepared.weight_of(&text.features)).collect()
        };
        let (of_a, of_b) = (weighed(&prepared.a), weighed(&prepared.b));
        for (text, weight) in prepared.a.iter_mut().zip(of_a) {
            text.weight = weight;
        }
        for (text, weight) in prepared.b.iter_mut().zip(of_b) {
            text.weight = weight;
        }
        prepared
    }

    /// What a word tells.
    pub(super) fn word_weight(&self, word: u32) -> f32 {
        self.weights.get(word as usize).copied().unwrap_or_default()
    }

    /// What a word or a pair of words tells.
    pub(super) fn feature_weight(&self, feature: u64) -> f32 {
        let (first, second) = words_of(feature);
        let first = self.word_weight(first);
        // Of a pair of words half the weight of both: pairs weigh about as much as words together.
        second.map_or(first, |second| f32::midpoint(first, self.word_weight(second)))
    }

    /// The Dice coefficient of the sets of runs of four words of some passages of each, as everywhere; of fewer words 1
    /// for the same ones, else 0.
    pub(super) fn likeness_by_runs(&self, a: &[usize], b: &[usize]) -> f64 {
        let words = |side: &[Text], of: &[usize]| -> Vec<u32> {
            of.iter().filter_map(|i| side.get(*i)).flat_map(|text| &text.words).copied().collect()
        };
        likeness_of_words(&words(&self.a, a), &words(&self.b, b))
    }

    fn weight_of(&self, features: &[u64]) -> f32 {
        features.iter().map(|feature| self.feature_weight(*feature)).sum()
    }

    /// How like two passages are: 1 for the same words, 0 for nothing in common. Words and pairs of
    /// words count by what they tell.
    pub(super) fn likeness(&self, a: &Text, b: &Text) -> f32 {
        if a.whole == b.whole {
            return 1.0;
        }
        2.0 * self.shared(a, b) / (a.weight + b.weight).max(f32::MIN_POSITIVE)
    }

    /// How much of the one that tells less is in the other: 1 for all of it.
    pub(super) fn share_of_shorter(&self, a: &Text, b: &Text) -> f32 {
        self.shared(a, b) / a.weight.min(b.weight).max(f32::MIN_POSITIVE)
    }

    fn shared(&self, a: &Text, b: &Text) -> f32 {
        shared(&a.features, &b.features).map(|feature| self.feature_weight(feature)).sum()
    }
}

impl Vocabulary {
    fn texts_of(&mut self, document: &Document) -> Vec<Text> {
        let has_title = usize::from(document.head.title.is_some());
        document
            .passages()
            .map(|passage| {
                let text = without_doubtful_marks(document.text(passage), document.marks(passage));
                self.text(document, passage, &text, has_title)
            })
            .collect()
    }

    /// What a passage is compared by: its words and pairs of words, sorted, so that likeness is one walk along two lists.
    /// Pairs tell apart what has the same words in another order.
    fn text(
        &mut self,
        document: &Document,
        passage: Passage,
        text: &str,
        has_title: usize,
    ) -> Text {
        let block = match passage {
            Passage::Block(i) => document.blocks.get(i),
            Passage::Title | Passage::Footnote(_) => None,
        };
        let class = match (passage, block) {
            (Passage::Footnote(_), _) => Class::Footnote,
            (_, Some(block)) => Class::Block(block.part, block.shape),
            _ => Class::Title,
        };
        let words = self.words_of(text);
        let mut features: Vec<u64> = Vec::with_capacity(words.len() * 2);
        features.extend(words.iter().map(|word| u64::from(*word)));
        features.extend(words.windows(2).map(|two| pair_of(two[0], two[1])));
        features.sort_unstable();
        let wholes = u32::try_from(self.wholes.len()).unwrap_or(u32::MAX);
        let whole = comparable(text).into_boxed_str();
        Text {
            passage,
            class,
            depth: block.map_or(0, |block| block.depth),
            parent: block.and_then(|block| block.parent).map(|parent| parent + has_title),
            whole: *self.wholes.entry(whole).or_insert(wholes),
            words,
            features,
            weight: 0.0,
            look: look(text),
        }
    }

    fn words_of(&mut self, text: &str) -> Vec<u32> {
        let mut found = Vec::new();
        self.passages += 1;
        let passage = self.passages;
        each_word(text, |word, _| {
            let number = self.words.get(word).copied().unwrap_or_else(|| {
                let next = u32::try_from(self.holders.len()).unwrap_or(u32::MAX);
                self.words.insert(word.into(), next);
                self.holders.push((0, 0));
                self.has_digit.push(word.contains(|c: char| c.is_numeric()));
                next
            });
            if let Some(holders) = self.holders.get_mut(number as usize)
                && holders.1 != passage
            {
                *holders = (holders.0 + 1, passage);
            }
            found.push(number);
        });
        found
    }
}

/// What a text begins with: `0` for digits, `a` for letters, else the sign itself.
fn look(text: &str) -> char {
    match text.chars().next() {
        Some(c) if c.is_numeric() => '0',
        Some(c) if c.is_alphabetic() => 'a',
        c => c.unwrap_or(' '),
    }
}

/// Two words in a row as one number, apart from those of words.
fn pair_of(first: u32, second: u32) -> u64 {
    (u64::from(first) + 1) << 32 | u64::from(second)
}

fn words_of(feature: u64) -> (u32, Option<u32>) {
    let low = u32::try_from(feature & u64::from(u32::MAX)).unwrap_or(u32::MAX);
    match u32::try_from(feature >> 32).unwrap_or(u32::MAX).checked_sub(1) {
        Some(first) => (first, Some(low)),
        None => (low, None),
    }
}

/// What two sorted lists have in common, each as often as both have it.
fn shared<'a>(a: &'a [u64], b: &'a [u64]) -> impl Iterator<Item = u64> + 'a {
    let (mut i, mut j) = (0, 0);
    std::iter::from_fn(move || {
        loop {
            let (x, y) = (*a.get(i)?, *b.get(j)?);
            i += usize::from(x <= y);
            j += usize::from(y <= x);
            if x == y {
                return Some(x);
            }
        }
    })
}

/// A count of passages or words.
#[expect(
    clippy::cast_precision_loss,
    reason = "such counts are far below 2^24, or need not be exact"
)]
pub(super) const fn as_number(count: usize) -> f32 {
    count as f32
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pair_of_words_is_no_word() {
        for (first, second) in [(0, 0), (7, 0), (0, 9), (u32::MAX - 1, u32::MAX)] {
            assert_eq!(words_of(pair_of(first, second)), (first, Some(second)));
        }
        assert_eq!(words_of(5), (5, None));
    }

    #[test]
    fn what_two_lists_share_counts_as_often_as_both_have_it() {
        let both: Vec<u64> = shared(&[1, 2, 2, 5], &[2, 2, 2, 4, 5]).collect();
        assert_eq!(both, [2, 2, 5]);
    }
}
