//! How many cells of a terminal a text takes, and what stands in for characters that must never
//! reach one. Knows nothing of lines.

use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

/// Cells of a tab. The clean text has none but in odd places, so there is no column to align to.
const TAB: &str = "    ";

/// What is shown in place of a character that would act on the terminal instead of being printed:
/// the control pictures of Unicode for C0 and DEL, `�` for C1, nothing for bidirectional controls
/// and other invisible ones. `None` for all that is printed as it stands.
#[must_use]
pub fn stand_in(c: char) -> Option<&'static str> {
    const PICTURES: [&str; 32] = [
        "␀", "␁", "␂", "␃", "␄", "␅", "␆", "␇", "␈", TAB, "␊", "␋", "␌", "␍", "␎", "␏", "␐", "␑",
        "␒", "␓", "␔", "␕", "␖", "␗", "␘", "␙", "␚", "␛", "␜", "␝", "␞", "␟",
    ];
    match c {
        '\0'..='\x1f' => PICTURES.get(c as usize).copied(),
        '\x7f' => Some("␡"),
        '\u{80}'..='\u{9f}' => Some("\u{fffd}"),
        '\u{2028}' | '\u{2029}' => Some(" "),
        '\u{ad}' // soft hyphen: shown by some terminals, not by others
        | '\u{200b}'..='\u{200f}' // zero width space, joiners, direction marks
            if !matches!(c, '\u{200c}' | '\u{200d}') => Some(""),
        '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}' => Some(""),
        '\u{61c}' | '\u{180e}' | '\u{fff9}'..='\u{fffb}' | '\u{e0000}'..='\u{e001f}' => Some(""),
        _ => None,
    }
}

/// Whether every byte is one printed cell, so that bytes and cells can be counted as one.
#[must_use]
pub fn is_plain(text: &str) -> bool {
    text.bytes().all(|b| matches!(b, 0x20..=0x7e))
}

/// The cells of one grapheme cluster as it is shown.
#[must_use]
pub fn grapheme_width(grapheme: &str) -> u16 {
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
    text.graphemes(true).map(|g| usize::from(grapheme_width(g))).sum()
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
        takes("\u{202e}abc", 3);
    }

    #[test]
    fn nothing_that_acts_on_a_terminal_is_printed() {
        for c in (0..=0x9f).filter_map(char::from_u32).filter(|c| c.is_control()) {
            let shown = stand_in(c).expect("a control character has a stand-in");
            assert!(!shown.chars().any(char::is_control), "{c:?}");
        }
    }
}
