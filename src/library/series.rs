//! The series of a topic: the resolutions of one organ that take up the same matter session after session. Found by
//! titles that say the same, and where they say nearly the same by the newer one citing the older. Knows the
//! catalogue and the citations, no texts.

use std::collections::BTreeSet;

use super::{Entry, Library, Unreadable, forms};
use crate::{
    document::{Language, Symbol},
    text,
};

/// How like titles must be, by the words they share: alone, and where one resolution cites the other.
const SAME: f64 = 0.8;
const SAME_AND_CITED: f64 = 0.45;
/// A title of fewer words says too little alone: *Oceans*, *Report of the Council*.
const FEW_WORDS: usize = 2;

/// The words of titles that say nothing of the matter.
const COMMON: [&str; 16] = [
    "the", "of", "and", "in", "on", "for", "to", "a", "an", "its", "all", "with", "by", "from",
    "as", "at",
];

/// What a title is of: the stems of its words, without numbers and words that say nothing.
fn matter(title: &str) -> BTreeSet<String> {
    let words = text::words(title);
    let says = |word: &&String| {
        !COMMON.contains(&word.as_str()) && !word.contains(|c: char| c.is_numeric())
    };
    let stem = |word: &String| forms::keys(word, Language::English).into_iter().next();
    words.iter().filter(says).filter_map(stem).collect()
}

/// The share of words that two titles have in common: the Dice coefficient.
fn likeness(one: &BTreeSet<String>, other: &BTreeSet<String>) -> f64 {
    let count = |n: usize| f64::from(u32::try_from(n).unwrap_or(u32::MAX));
    let both = one.intersection(other).count();
    2.0 * count(both) / count((one.len() + other.len()).max(1))
}

impl Library {
    /// The series that a resolution is of, in order of date, itself included; it alone where there is none, and
    /// nothing where the library has not got it.
    ///
    /// # Errors
    /// Where a segment cannot be read or is damaged.
    pub fn series(&self, symbol: &Symbol) -> Result<Vec<Entry>, Unreadable> {
        let entries = self.catalogue();
        let matters: Vec<BTreeSet<String>> = entries
            .iter()
            .map(|entry| entry.title.as_deref().map(matter).unwrap_or_default())
            .collect();
        let cites = self.cited()?;
        let name = |entry: &Entry| entry.symbol.clone().unwrap_or_default();
        let cite_each_other = |a: &Entry, b: &Entry| {
            let (a, b) = (name(a), name(b));
            let has =
                |from: &str, to: &str| cites.get(from).is_some_and(|cited| cited.contains(to));
            has(&a, &b) || has(&b, &a)
        };
        let is_next = |a: usize, b: usize| {
            if entries[a].organ != entries[b].organ || entries[a].date == entries[b].date {
                return false;
            }
            let like = likeness(&matters[a], &matters[b]);
            let says_enough = matters[a].len().min(matters[b].len()) >= FEW_WORDS;
            (like >= SAME && says_enough)
                || (like >= SAME_AND_CITED && cite_each_other(&entries[a], &entries[b]))
        };
        let start =
            entries.iter().position(|entry| entry.symbol.as_deref() == Some(symbol.as_str()));
        let Some(start) = start else { return Ok(Vec::new()) };
        let mut series = BTreeSet::from([start]);
        let mut next = vec![start];
        while let Some(at) = next.pop() {
            for other in 0..entries.len() {
                if !series.contains(&other) && is_next(at, other) {
                    series.insert(other);
                    next.push(other);
                }
            }
        }
        Ok(series.into_iter().map(|at| entries[at].clone()).collect())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn titles_are_likened_by_what_they_say() {
        let like = |one: &str, other: &str| likeness(&matter(one), &matter(other));
        let same = like("The right to water", "Rights to waters in 2017");
        assert!((same - 1.0).abs() < 1e-9, "{same}");
        assert!(like("Oceans and the law of the sea", "Sustainable fisheries") < 0.01);
        assert!(like("The human right to water", "The human right to food") < SAME);
    }
}
