//! The notes of a tagged file: which mark each has, and where one ends.

use super::found::Found;
use crate::source::pdf::{
    typeset::{self, Words},
    writing::Note,
};

/// The notes in one element: each paragraph that begins with a raised mark is one, the others go on.
pub(super) fn notes(paragraphs: Vec<Found>, mark: &str, due: &str) -> Vec<Note> {
    let mut notes: Vec<Note> = Vec::new();
    for (i, found) in paragraphs.into_iter().enumerate() {
        let (own, words) = own_mark(found.words, mark, due, i == 0);
        match (own, notes.last_mut()) {
            (Some(mark), _) => notes.push(Note { mark, paragraphs: vec![words] }),
            (None, Some(note)) => note.paragraphs.push(words),
            (None, None) => notes.push(Note { mark: mark.to_owned(), paragraphs: vec![words] }),
        }
    }
    notes
}

/// Takes the mark from the beginning of a note.
fn own_mark(
    mut words: Words,
    expected: &str,
    due: &str,
    is_first: bool,
) -> (Option<String>, Words) {
    let Some((mark, end)) = typeset::own_mark(&words.text) else { return (None, words) };
    let is_raised =
        words.marks.first().is_some_and(|mark| mark.start <= 1 && end.abs_diff(mark.end) <= 1);
    let is_asterisks = mark.starts_with('*');
    // Where notes are tagged apart from their marks, the number in front tells which one it is.
    let rest = words.text.get(end..).unwrap_or_default();
    let is_apart = rest.starts_with(char::is_whitespace) || end > mark.len() || mark == due;
    let is_told = expected.is_empty() && is_apart;
    let is_expected = is_first && (is_told || mark == expected);
    if !(is_raised || is_asterisks || is_expected) {
        return (None, words);
    }
    let mark = mark.to_owned();
    let rest = words.split_mark(&mark, end);
    (Some(mark), rest)
}
