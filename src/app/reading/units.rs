//! Characters, words and sentences of a text (UAX #29). Looks at a window of the text only, so that
//! a paragraph of a megabyte costs no more than a short one. Knows no rows and no cursor.

use std::ops::Range;

use unicode_segmentation::UnicodeSegmentation;

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
    units(text, at, unit).into_iter().map(|range| range.start).find(|&start| start > at)
}

/// Where the last unit that begins before `at` begins.
#[must_use]
pub fn previous_start(text: &str, at: usize, unit: Unit) -> Option<usize> {
    units(text, at, unit).into_iter().map(|range| range.start).rfind(|&start| start < at)
}

/// The unit at a byte; the character there, where no word is.
#[must_use]
pub fn unit_at(text: &str, at: usize, unit: Unit) -> Range<usize> {
    let holds = |range: &Range<usize>| range.contains(&at);
    units(text, at, unit)
        .into_iter()
        .find(holds)
        .or_else(|| units(text, at, Unit::Character).into_iter().find(holds))
        .unwrap_or(at..at)
}

fn units(text: &str, at: usize, unit: Unit) -> Vec<Range<usize>> {
    let from = text.floor_char_boundary(at.saturating_sub(WINDOW));
    let to = text.floor_char_boundary(at.saturating_add(WINDOW));
    let window = text.get(from..to).unwrap_or_default();
    let range = |(start, piece): (usize, &str)| from + start..from + start + piece.len();
    match unit {
        Unit::Character => window.grapheme_indices(true).map(range).collect(),
        Unit::Word => window.unicode_word_indices().map(range).collect(),
        Unit::Sentence => window.split_sentence_bound_indices().map(range).collect(),
    }
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
    }
}
