//! How many cells of a terminal a text takes, and what stands in for characters that must never
//! reach one. Knows nothing of lines.

use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

use crate::text::printable;

/// Cells of a tab. The clean text has none but in odd places, so there is no column to align to.
const TAB: &str = "    ";

/// What is shown in place of a character that would act on the terminal instead of being printed, as
/// everywhere; but a tab is so many cells, and what joins letters stays in their cluster. `None` for all
/// that is printed as it stands.
#[must_use]
pub fn stand_in(c: char) -> Option<&'static str> {
    match c {
        '\t' => Some(TAB),
        '\u{200c}' | '\u{200d}' => None,
        c => printable::stand_in(c),
    }
}

/// Whether every byte is one printed cell, so that bytes and cells can be counted as one.
#[must_use]
pub fn is_plain(text: &str) -> bool {
    text.bytes().all(|b| matches!(b, 0x20..=0x7e))
}

/// The grapheme clusters of a text (UAX #29), each with the byte at which it begins. A printed character of ASCII
/// before another of ASCII is a cluster, and most are: those are not looked up.
pub fn graphemes(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let mut at = 0;
    std::iter::from_fn(move || {
        let rest = text.get(at..)?;
        let (bytes, from) = (rest.as_bytes(), at);
        let is_own = matches!(bytes.first()?, 0x20..=0x7e) && bytes.get(1).is_none_or(u8::is_ascii);
        let cluster = if is_own { rest.get(..1)? } else { rest.graphemes(true).next()? };
        at += cluster.len();
        Some((from, cluster))
    })
}

/// The cells of one grapheme cluster as it is shown.
#[must_use]
pub fn grapheme_width(grapheme: &str) -> u16 {
    if let [0x20..=0x7e] = grapheme.as_bytes() {
        return 1;
    }
    let cells = if grapheme.starts_with(|c| stand_in(c).is_some()) {
        // Only a line end has two characters here.
        grapheme.chars().map(|c| stand_in(c).map_or(0, UnicodeWidthStr::width)).sum()
    } else {
        grapheme.width()
    };
    u16::try_from(cells).unwrap_or(u16::MAX)
}

/// The cells of a text as it is shown, stand-ins included.
#[must_use]
pub fn width(text: &str) -> usize {
    if is_plain(text) {
        return text.len();
    }
    graphemes(text).map(|(_, g)| usize::from(grapheme_width(g))).sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn takes(text: &str, cells: usize) {
        assert_eq!(width(text), cells, "{text:?}");
    }

    #[test]
    fn cells_are_counted_by_cluster() {
        takes("Recalling", 9);
        takes("决议", 4);
        takes("e\u{301}lan", 4);
        takes("👩‍👩‍👧", 2);
        takes("a\u{200b}b\u{ad}c", 3);
        takes("\u{1b}[2J", 4);
        takes("\t", 4);
        takes("\u{202e}abc", 4);
        takes("\u{9b}J", 3);
    }

    proptest::proptest! {
        #[test]
        fn clusters_are_those_of_the_standard(text in "[a \\r\\n~\u{301}\u{e9}\u{1f469}\u{200d}\u{1f1fa}\u{1f1f3}\u{915}\u{94d}\u{1100}\u{1161}\u{600}\u{0}]{0,12}") {
            let ours: Vec<_> = graphemes(&text).collect();
            let theirs: Vec<_> = text.grapheme_indices(true).collect();
            proptest::prop_assert_eq!(ours, theirs);
        }
    }

    #[test]
    fn nothing_that_acts_on_a_terminal_is_printed() {
        for c in (0..=0x9f).filter_map(char::from_u32).filter(|c| c.is_control()) {
            let shown = stand_in(c).expect("a control character has a stand-in");
            assert!(!shown.chars().any(char::is_control), "{c:?}");
        }
    }
}
