//! How like two texts are, by the runs of words that they share.

use super::words;

/// How many words are in a run by which texts are likened.
pub const LIKENESS_WORDS: usize = 4;

/// Every run of `length` words, in order; none where there are fewer words, or `length` is 0.
pub fn word_ngrams<W>(words: &[W], length: usize) -> impl Iterator<Item = &[W]> {
    words.windows(length.max(1)).take(if length == 0 { 0 } else { usize::MAX })
}

/// The Dice coefficient of the sets of runs of four words of two texts: 1 for the same runs, 0 for
/// none in common. Where one has fewer than four words: 1 for the same words, else 0.
#[must_use]
pub fn likeness(one: &str, other: &str) -> f64 {
    likeness_of_words(&words(one), &words(other))
}

/// [`likeness`] of texts that are cut into words already.
#[must_use]
pub fn likeness_of_words<W: Ord>(one: &[W], other: &[W]) -> f64 {
    if one.len().min(other.len()) < LIKENESS_WORDS {
        return if one == other { 1.0 } else { 0.0 };
    }
    let (ours, theirs) = (sorted_runs(one), sorted_runs(other));
    let mut both = 0;
    let mut rest = theirs.as_slice();
    for run in &ours {
        let before = rest.iter().take_while(|other| *other < run).count();
        rest = rest.get(before..).unwrap_or_default();
        both += usize::from(rest.first() == Some(run));
    }
    #[expect(clippy::cast_precision_loss, reason = "counts of words are far below 2^52")]
    let likeness = 2.0 * both as f64 / (ours.len() + theirs.len()) as f64;
    likeness
}

/// Every run of four words once, in order of words.
fn sorted_runs<W: Ord>(words: &[W]) -> Vec<&[W]> {
    let mut runs: Vec<&[W]> = word_ngrams(words, LIKENESS_WORDS).collect();
    runs.sort_unstable();
    runs.dedup();
    runs
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn runs_of_four_words_are_counted_once_each() {
        assert_eq!(likeness("a b c d e", "A, b c D; e."), 1.0);
        // abcd bcde, and bcde cdef.
        assert_eq!(likeness("a b c d e", "b c d e f"), 0.5);
        assert_eq!(likeness("a b c d", "d c b a"), 0.0);
        // abcd once, however often.
        assert_eq!(likeness("a b c d", "a b c d a b c d"), 2.0 / 5.0);
    }

    #[test]
    fn short_texts_are_the_same_or_not_alike() {
        assert_eq!(likeness("Human rights", "human rights."), 1.0);
        assert_eq!(likeness("a b c", "a b c d"), 0.0);
        assert_eq!(likeness("a b c", "c b a"), 0.0);
        assert_eq!(likeness("", "…"), 1.0);
        assert_eq!(likeness("", "a"), 0.0);
    }

    #[test]
    fn runs_stand_in_order() {
        let runs: Vec<&[u8]> = word_ngrams(&[1, 2, 3], 2).collect();
        assert_eq!(runs, [&[1, 2], &[2, 3]]);
        assert_eq!(word_ngrams(&[1, 2, 3], 4).count(), 0);
        assert_eq!(word_ngrams(&[1, 2, 3], 0).count(), 0);
    }
}
