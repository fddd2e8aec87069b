//! The runs of four words by which texts are likened, as numbers. Knows words, not where they stand.

use crate::text::{self, LIKENESS_WORDS};

/// A number for each word of a text, in order: what [`text::words`] takes for the same has the same.
pub(super) fn word_hashes(text: &str, hashes: &mut Vec<u64>) {
    hashes.clear();
    text::each_word(text, |word, _| hashes.push(hash(word.as_bytes())));
}

/// FNV-1a and a last mixing: written to files, so always the same.
fn hash(bytes: &[u8]) -> u64 {
    let start = 0xcbf2_9ce4_8422_2325_u64;
    let hash = bytes
        .iter()
        .fold(start, |hash, byte| (hash ^ u64::from(*byte)).wrapping_mul(0x100_0000_01b3));
    mixed(hash)
}

const fn mixed(mut hash: u64) -> u64 {
    hash ^= hash >> 33;
    hash = hash.wrapping_mul(0xff51_afd7_ed55_8ccd);
    hash ^= hash >> 33;
    hash
}

/// A number of `bits` bits for each run of four words, in order. A text of fewer words has one, made of all
/// of them, which only the same words give.
pub(super) fn grams(words: &[u64], bits: u32) -> impl Iterator<Item = u32> {
    let is_short = words.len() < LIKENESS_WORDS;
    let runs = words.windows(if is_short { words.len().max(1) } else { LIKENESS_WORDS });
    let none = words.is_empty().then_some(0);
    let salt = if is_short { words.len() as u64 + 1 } else { 0 };
    let of_run = move |run: &[u64]| {
        let start = mixed(salt);
        let hash = run.iter().fold(start, |hash, word| mixed(hash.rotate_left(5) ^ word));
        u32::try_from(hash >> (64 - bits)).unwrap_or_default()
    };
    none.into_iter().chain(runs.map(of_run))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(text: &str) -> Vec<u32> {
        let mut words = Vec::new();
        word_hashes(text, &mut words);
        grams(&words, 18).collect()
    }

    #[test]
    fn the_same_runs_have_the_same_numbers() {
        assert_eq!(of("a b c d e")[1], of("B, c D; e.")[0]);
        assert_ne!(of("a b c d")[0], of("d c b a")[0]);
        assert_eq!(of("Human rights"), of("human rights."));
        assert_ne!(of("a b c"), of("a b"));
        assert_eq!(of("…"), [0]);
    }
}
