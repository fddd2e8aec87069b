//! Footnote marks as superscripts: `12` is `¹²`. Knows nothing of where they stand.

use crate::document::{Certainty, Mark};

/// A mark as it is printed in the text. A doubtful one has a raised question mark, so that doubt
/// does not rest on colour, and nothing else where its digits are among the words; one that follows another at once has a raised comma before it.
#[must_use]
pub(super) fn sign(mark: &Mark, follows_another: bool) -> String {
    let mut sign = String::new();
    if mark.kept == 0 {
        if follows_another {
            sign.push('ʼ');
        }
        sign.extend(mark.label.chars().map(raised));
    }
    if mark.certainty == Certainty::Weak {
        sign.push('ˀ');
    }
    sign
}

/// A character raised, where Unicode has it raised; itself otherwise.
fn raised(c: char) -> char {
    const DIGITS: [char; 10] = ['⁰', '¹', '²', '³', '⁴', '⁵', '⁶', '⁷', '⁸', '⁹'];
    const LETTERS: [char; 26] = [
        'ᵃ', 'ᵇ', 'ᶜ', 'ᵈ', 'ᵉ', 'ᶠ', 'ᵍ', 'ʰ', 'ⁱ', 'ʲ', 'ᵏ', 'ˡ', 'ᵐ', 'ⁿ', 'ᵒ', 'ᵖ', 'q', 'ʳ',
        'ˢ', 'ᵗ', 'ᵘ', 'ᵛ', 'ʷ', 'ˣ', 'ʸ', 'ᶻ',
    ];
    match c {
        '0'..='9' => DIGITS[c as usize - '0' as usize],
        'a'..='z' => LETTERS[c as usize - 'a' as usize],
        _ => c,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::Span;

    #[track_caller]
    fn shows(label: &str, certainty: Certainty, follows: bool, shown: &str) {
        let mark = Mark { label: label.into(), at: 0, kept: 0, certainty, span: Span::default() };
        assert_eq!(sign(&mark, follows), shown);
    }

    #[test]
    fn marks_are_raised_and_doubt_is_seen() {
        shows("12", Certainty::Sure, false, "¹²");
        shows("4", Certainty::Likely, true, "ʼ⁴");
        shows("7", Certainty::Weak, false, "⁷ˀ");
        shows("*", Certainty::Sure, false, "*");
        shows("a", Certainty::Sure, false, "ᵃ");
    }

    #[test]
    fn of_a_mark_among_the_words_only_the_doubt_is_set() {
        let span = Span::default();
        let mark = Mark { label: "6".into(), at: 2, kept: 1, certainty: Certainty::Weak, span };
        assert_eq!(sign(&mark, true), "ˀ");
    }
}
