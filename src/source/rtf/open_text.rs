//! A text that is being read: its paragraphs so far, and the one that is open; and the mark that a note
//! shares with the words before it. Knows lines, no control words.

use crate::source::office_text::{self, Grid, Line};

/// Characters of a mark of a note's own.
const LONGEST_MARK: usize = 10;

/// A text that is open.
#[derive(Debug, Default)]
pub(super) struct Text {
    pub(super) lines: Vec<Line>,
    /// The paragraph being read, and what is deleted and hidden of it.
    pub(super) open: [Line; 3],
    pub(super) number: Option<String>,
    pub(super) grid: Grid,
}

impl Text {
    /// Ends the paragraph that is open; returns what is deleted and hidden of it.
    pub(super) fn end_paragraph(&mut self, is_heading: bool, is_in_table: bool) -> [Line; 2] {
        let [mut line, deleted, hidden] = std::mem::take(&mut self.open);
        line.is_heading = is_heading;
        if let Some(number) = self.number.take() {
            line.number(&number);
        }
        if is_in_table {
            line.cell = Some(self.grid.enter());
        } else {
            self.grid.leave(&mut self.lines);
        }
        office_text::push(&mut self.lines, line);
        [deleted, hidden]
    }
}

/// Takes the mark out of the words before a note that the note begins with, too.
pub(super) fn take_own_mark(open: &mut Line, note: &[Line]) -> Option<String> {
    let note: String =
        note.iter().flat_map(|line| &line.pieces).map(|piece| piece.words.as_str()).collect();
    let piece = open.pieces.last_mut()?;
    let length = own_mark(&piece.words, note.trim_start())?;
    Some(piece.words.split_off(piece.words.len() - length))
}

/// The length of the mark that ends some words and begins a note, in bytes.
fn own_mark(words: &str, note: &str) -> Option<usize> {
    let ends = words.char_indices().rev().take(LONGEST_MARK);
    let marks = ends.map(|(at, _)| &words[at..]);
    let is_mark = |mark: &&str| {
        note.starts_with(*mark) && !mark.contains(|c: char| c.is_whitespace() || c.is_alphabetic())
    };
    marks
        .take_while(|mark| !mark.contains(char::is_whitespace))
        .filter(is_mark)
        .last()
        .map(str::len)
}
