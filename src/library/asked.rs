//! A text whose uses are sought, cut once into all by which passages are held against it. Words are numbers here: they are
//! compared faster, and runs of them are looked up. Knows no segment.

use std::{
    collections::{HashMap, HashSet},
    ops::Range,
};

use super::{PassageId, grams, segment::GRAM_BITS};
use crate::text::{self, LIKENESS_WORDS};

/// From how many equal words on a run is a use of them, in a passage that is otherwise different.
const RUN: usize = 8;

/// A text whose uses are sought.
#[derive(Clone, Debug)]
pub struct Asked {
    /// Each word, and its number.
    numbers: HashMap<String, u32>,
    /// Its words, by their numbers.
    pub(super) words: Vec<u32>,
    pub(super) places: Vec<Range<usize>>,
    /// Where each run of [`RUN`] words stands.
    runs: HashMap<[u32; RUN], Vec<usize>>,
    /// A number for each run of four words.
    pub(super) grams: Vec<u32>,
    /// How many different ones there are.
    pub(super) distinct: usize,
    /// From which likeness on a passage is a use.
    pub(super) least: f64,
    /// Whether runs of eight words are sought within others, too.
    pub(super) has_runs: bool,
    /// The passage itself, where it is of the library: no use of itself.
    pub(super) own: Option<PassageId>,
}

impl Asked {
    /// A text, from which likeness on something is a use of it, and which passage it is itself.
    #[must_use]
    pub fn new(text: &str, least: f64, own: Option<PassageId>) -> Self {
        let mut numbers = HashMap::new();
        let (mut words, mut places) = (Vec::new(), Vec::new());
        text::each_word(text, |word, place| {
            let next = number_of(numbers.len());
            words.push(*numbers.entry(word.to_owned()).or_insert(next));
            places.push(place);
        });
        let mut runs: HashMap<[u32; RUN], Vec<usize>> = HashMap::new();
        for (at, run) in words.array_windows::<RUN>().enumerate() {
            runs.entry(*run).or_default().push(at);
        }
        let mut hashes = Vec::new();
        grams::word_hashes(text, &mut hashes);
        let grams: Vec<u32> = grams::grams(&hashes, GRAM_BITS).collect();
        let distinct: HashSet<&[u32]> = words.windows(LIKENESS_WORDS).collect();
        let distinct = distinct.len().max(1);
        Self { numbers, words, places, runs, grams, distinct, least, has_runs: true, own }
    }

    /// The same without runs of eight words within other passages.
    #[must_use]
    pub const fn without_runs(mut self) -> Self {
        self.has_runs = false;
        self
    }

    /// The words of another text and their places: those of this one by its numbers, all others by numbers that it
    /// does not have.
    pub(super) fn read(&self, text: &str) -> (Vec<u32>, Vec<Range<usize>>) {
        let mut others: HashMap<String, u32> = HashMap::new();
        let (mut words, mut places) = (Vec::new(), Vec::new());
        text::each_word(text, |word, place| {
            let number = self.numbers.get(word).copied().unwrap_or_else(|| {
                let next = number_of(self.numbers.len() + others.len());
                *others.entry(word.to_owned()).or_insert(next)
            });
            words.push(number);
            places.push(place);
        });
        (words, places)
    }

    /// The longest run of words of `there` that this text has too, of [`RUN`] and more; the first of the longest.
    pub(super) fn longest_run(&self, there: &[u32]) -> Option<Range<usize>> {
        let mut longest = 0..0;
        for (from, run) in there.array_windows::<RUN>().enumerate() {
            for &at in self.runs.get(run).into_iter().flatten() {
                // A run is measured once, where it begins.
                let is_begun = at > 0 && from > 0 && self.words[at - 1] == there[from - 1];
                if is_begun {
                    continue;
                }
                let both = self.words[at..].iter().zip(&there[from..]);
                let length = both.take_while(|(one, other)| one == other).count();
                if length > longest.len() {
                    longest = from..from + length;
                }
            }
        }
        (!longest.is_empty()).then_some(longest)
    }
}

fn number_of(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}

/// The bytes of a range of words; of no words the place before the next one, or behind the last.
pub(super) fn range(places: &[Range<usize>], words: &Range<usize>) -> Range<usize> {
    match (places.get(words.start), places.get(words.end.wrapping_sub(1))) {
        (Some(first), Some(last)) if !words.is_empty() => first.start..last.end,
        (Some(next), _) => next.start..next.start,
        (None, _) => {
            let end = places.last().map_or(0, |last| last.end);
            end..end
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_longest_run_is_found_wherever_it_stands() {
        fn run<'a>(here: &str, there: &'a str) -> Option<&'a str> {
            let asked = Asked::new(here, 0.8, None);
            let (words, places) = asked.read(there);
            asked.longest_run(&words).map(|run| &there[range(&places, &run)])
        }
        let eight = "a b c d e f g h";
        assert_eq!(run("x y a b c d e f g h z", "A b, c d e f g h!"), Some("A b, c d e f g h"));
        assert_eq!(run("a b c d e f g h i", "z a b c d e f g h i z"), Some("a b c d e f g h i"));
        assert_eq!(run(eight, "b c d e f g h i"), None);
        // Halves that changed places: the longer one; of two as long the first.
        let (one, other) = ("1 2 3 4 5 6 7 8", "9 a b c d e f g h");
        assert_eq!(run(&format!("{one} {other}"), &format!("{other} {one}")), Some(other));
        assert_eq!(run(&format!("{one} {eight}"), &format!("{eight} {one}")), Some(eight));
        // What repeats itself is measured from its beginning, in both.
        assert_eq!(run("a a a a a a a a a", "b a a a a a a a a a a"), Some("a a a a a a a a a"));
    }
}
