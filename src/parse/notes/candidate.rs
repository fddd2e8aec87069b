//! Whether one line may begin a footnote, and how much it looks like one. Knows the line alone.

use crate::document::Session;
use crate::parse::words::{Words, first_word, set_phrases};

/// A paragraph that may begin a footnote.
#[derive(Clone, Debug, PartialEq)]
pub(in crate::parse) struct Candidate {
    /// Its index among the paragraphs.
    pub(in crate::parse) paragraph: usize,
    /// Its number; 0 for `*`.
    pub(in crate::parse) number: u16,
    /// Its mark, as printed.
    pub(in crate::parse) mark: String,
    /// Bytes of the paragraph before the note's own words.
    pub(in crate::parse) lead: usize,
    /// How much it looks like a note, by itself.
    pub(in crate::parse) score: f32,
}

/// Whether and how a paragraph may begin a footnote. `text` is its source, tabs and all.
pub(in crate::parse) fn candidate(
    paragraph: usize,
    text: &str,
    after_tab: bool,
) -> Option<Candidate> {
    if let Some(rest) = text.strip_prefix('*') {
        let words = rest.trim_start_matches('*');
        let mark = &text[..text.len() - words.len()];
        let lead = text.len() - words.trim_start().len();
        let is_note = mark.len() <= 3 && words.starts_with(char::is_whitespace);
        return is_note.then(|| Candidate {
            paragraph,
            number: 0,
            mark: mark.into(),
            lead,
            score: 1.0,
        });
    }
    // Brackets: `(1)` in Arabic, `[1]` where a program wrote the file as text.
    let closing = match text.chars().next() {
        Some('(') => Some(')'),
        Some('[') => Some(']'),
        _ => None,
    };
    let open = usize::from(closing.is_some());
    let digits = text[open..].bytes().take_while(u8::is_ascii_digit).count();
    if digits == 0 || digits > 3 || text[open..].starts_with('0') {
        return None;
    }
    let mut end = open + digits;
    let mut ocr = 0;
    if let Some(closing) = closing {
        if !text[end..].starts_with(closing) {
            return None;
        }
        end += 1;
    } else if let Some(behind) = text[end..].strip_prefix('/') {
        // The old way, `1/ Text`; `1/s` is OCR's way to read it, and its letter is shown with the words.
        ocr = usize::from(behind.starts_with("s "));
        end += 1 + ocr;
    }
    let rest = &text[end..];
    let words = rest.trim_start();
    let is_set_apart = words.len() < rest.len();
    let is_glued = rest.starts_with(|c: char| c.is_uppercase() || matches!(c, '“' | '«' | '《'));
    // `17 (1947). Resolution of …`, `3 (I).` are numbers of resolutions.
    let is_resolution = words.strip_prefix('(').is_some_and(begins_a_session);
    if words.is_empty()
        || is_resolution
        || !(is_set_apart || is_glued)
        || words.starts_with(['-', '–', ')', '/'])
        || words.starts_with('.') && !(is_set_apart && is_stop_in_front(words))
    {
        return None;
    }
    if set_phrases::begins_with_a_meeting(&set_phrases::comparable(text)) {
        return None;
    }
    let mut score = 1.0;
    if looks_like_a_note(words) {
        score += 2.0;
    }
    if after_tab || rest.starts_with('\t') {
        score += 1.0;
    }
    if is_month(words) {
        score -= 6.0;
    }
    let number = text[open..open + digits].parse().ok()?;
    let mark = text[open..open + digits].to_owned();
    let lead = if ocr > 0 { end - ocr } else { text.len() - words.len() };
    Some(Candidate { paragraph, number, mark, lead, score })
}

/// `1947). Resolution of`, `XV).`: the year or session of a resolution's number.
fn begins_a_session(words: &str) -> bool {
    let Some((inside, _)) = words.split_once(')') else { return false };
    let is_year = inside.len() == 4 && inside.bytes().all(|b| b.is_ascii_digit());
    is_year || Session::from_roman(inside).is_some()
}

/// `.United Nations, Treaty Series, vol. 12`: among Arabic notes one in Latin letters, saved with
/// its full stop in front.
fn is_stop_in_front(words: &str) -> bool {
    words.strip_prefix('.').is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_uppercase()))
}

/// `24 December 2017` is a date, in whichever language.
fn is_month(words: &str) -> bool {
    let word = first_word(words);
    Words::all().any(|words| words.month(word).is_some())
}

pub(in crate::parse) fn looks_like_a_note(words: &str) -> bool {
    Words::all().flat_map(|table| table.note_beginnings).any(|start| words.starts_with(start))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_meeting_is_no_note() {
        assert_eq!(candidate(0, "41 e séance 8 juillet 2022 [Adoptée sans vote.]", false), None);
        assert!(candidate(0, "41 Voir résolution 217 A (III).", false).is_some());
    }

    #[test]
    fn what_may_begin_a_footnote() {
        for (text, expected) in [
            ("1 Resolution 70/1.", Some((1, "1", 2, 3.0))),
            ("1\tResolution 70/1.", Some((1, "1", 2, 4.0))),
            ("12 One member (Cuba) did not vote.", Some((12, "12", 3, 1.0))),
            ("7Text", Some((7, "7", 1, 1.0))),
            ("7“Text”", Some((7, "7", 1, 1.0))),
            ("7text", None),
            ("123 Text", Some((123, "123", 4, 1.0))),
            ("1234 Text", None),
            ("07 Text", None),
            ("(1) Text", Some((1, "1", 4, 1.0))),
            ("[1] Text", Some((1, "1", 4, 1.0))),
            ("(1] Text", None),
            ("(1 Text", None),
            ("1/ Text", Some((1, "1", 3, 1.0))),
            ("1/s United Nations", Some((1, "1", 2, 3.0))),
            ("1/ United Nations", Some((1, "1", 3, 3.0))),
            ("24 December 2017", Some((24, "24", 3, -5.0))),
            ("17 (1947). Resolution of", None),
            ("3 (I). Text", None),
            ("3 (a) text", Some((3, "3", 2, 1.0))),
            ("1. Text", None),
            ("1 . Text", None),
            ("1 .United Nations", Some((1, "1", 2, 1.0))),
            ("1.United Nations", None),
            ("1 - Text", None),
            ("1 ) Text", None),
            ("1 / Text", None),
            ("1 ", None),
            ("* Reissued", Some((0, "*", 2, 1.0))),
            ("*** Reissued", Some((0, "***", 4, 1.0))),
            ("**** Reissued", None),
            ("*Reissued", None),
        ] {
            let found = candidate(0, text, false);
            let found = found.as_ref().map(|c| (c.number, c.mark.as_str(), c.lead, c.score));
            assert_eq!(found, expected, "{text}");
        }
        assert_eq!(candidate(0, "7 Text", true).map(|c| c.score), Some(2.0));
    }
}
