//! Characters, words and sentences of a text (UAX #29). Looks at a window of the text only, so that
//! a paragraph of a megabyte costs no more than a short one. Knows no rows and no cursor.

use std::ops::Range;

use unicode_segmentation::{GraphemeCursor, UnicodeSegmentation};

/// What a motion or a selection goes by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unit {
    /// A grapheme cluster.
    Character,
    /// A word; punctuation and spaces belong to none.
    Word,
    /// A sentence, with the space after it.
    Sentence,
}

/// Bytes looked at on each side.
const WINDOW: usize = 4096;

/// Where the next unit after `at` begins.
#[must_use]
pub fn next_start(text: &str, at: usize, unit: Unit) -> Option<usize> {
    match unit {
        Unit::Character => cluster_end(text, at).filter(|&end| end < text.len()),
        _ => units(text, at, unit).map(|range| range.start).find(|&start| start > at),
    }
}

/// Where the last unit that begins before `at` begins.
#[must_use]
pub fn previous_start(text: &str, at: usize, unit: Unit) -> Option<usize> {
    match unit {
        Unit::Character => cluster_start(text, at),
        _ => units(text, at, unit).map(|range| range.start).take_while(|&start| start < at).last(),
    }
}

/// The unit at a byte; the character there, where no word is.
#[must_use]
pub fn unit_at(text: &str, at: usize, unit: Unit) -> Range<usize> {
    let mut wider = units(text, at, unit);
    let holding = wider.find(|range| range.end > at).filter(|range| range.start <= at);
    holding.unwrap_or_else(|| {
        let Some(end) = cluster_end(text, at) else { return at..at };
        cluster_start(text, end).filter(|&start| start <= at).unwrap_or(at)..end
    })
}

/// Words or sentences of the window around a byte, from its beginning on. Nothing for characters, which need none.
fn units(text: &str, at: usize, unit: Unit) -> impl Iterator<Item = Range<usize>> {
    let from = text.floor_char_boundary(at.saturating_sub(WINDOW));
    let to = text.floor_char_boundary(at.saturating_add(WINDOW));
    let window = text.get(from..to).unwrap_or_default();
    let pieces: Box<dyn Iterator<Item = (usize, &str)>> = match unit {
        Unit::Character => Box::new(std::iter::empty()),
        Unit::Word => Box::new(window.unicode_word_indices()),
        Unit::Sentence => Box::new(window.split_sentence_bound_indices()),
    };
    pieces.map(move |(start, piece)| from + start..from + start + piece.len())
}

/// Where the cluster with the character after `at` ends. `None` at the end of the text.
fn cluster_end(text: &str, at: usize) -> Option<usize> {
    let from = text.floor_char_boundary(at);
    GraphemeCursor::new(from, text.len(), true).next_boundary(text, 0).ok()?
}

/// Where the cluster with the character before `at` begins. `None` at the beginning of the text.
fn cluster_start(text: &str, at: usize) -> Option<usize> {
    let from = text.ceil_char_boundary(at);
    GraphemeCursor::new(from, text.len(), true).prev_boundary(text, 0).ok()?
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_sentences_characters() {
        let text = "Takes note, again. Decides 53/144 e\u{301}t";
        assert_eq!(next_start(text, 0, Unit::Word), Some(6));
        assert_eq!(next_start(text, 6, Unit::Sentence), Some(19));
        assert_eq!(previous_start(text, 19, Unit::Word), Some(12));
        assert_eq!(&text[unit_at(text, 8, Unit::Word)], "note");
        assert_eq!(&text[unit_at(text, 10, Unit::Word)], ",");
        assert_eq!(&text[unit_at(text, 3, Unit::Sentence)], "Takes note, again. ");
        assert_eq!(next_start(text, 34, Unit::Character), Some(37));
        assert_eq!(next_start(text, 37, Unit::Character), None);
        assert_eq!(previous_start(text, 37, Unit::Character), Some(34));
        assert_eq!(previous_start(text, 0, Unit::Character), None);
        assert_eq!(unit_at(text, 35, Unit::Character), 34..37);
        assert_eq!(unit_at(text, 38, Unit::Character), 38..38);
        assert_eq!(unit_at("", 0, Unit::Word), 0..0);
    }

    /// Wherever one asks, the clusters are those of the whole text, one after the other.
    #[test]
    fn clusters_follow_each_other() {
        let text = "a\u{301}\u{302}b🇺🇳🇫🇷👩\u{200d}👩\u{200d}👧决\r\n.";
        let starts: Vec<usize> = text.grapheme_indices(true).map(|(at, _)| at).collect();
        let ends = starts.iter().skip(1).copied().chain([text.len()]);
        for (&start, end) in starts.iter().zip(ends) {
            for at in start..end {
                let next = next_start(text, at, Unit::Character);
                assert_eq!(next, Some(end).filter(|&end| end < text.len()), "after {at}");
                assert_eq!(unit_at(text, at, Unit::Character), start..end, "at {at}");
            }
            assert_eq!(previous_start(text, end, Unit::Character), Some(start), "before {end}");
        }
    }
}
