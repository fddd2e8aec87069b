//! Running text → rows: fills each row with as many words as fit, never splits a wide character,
//! keeps a footnote mark with the word it follows, and leaves no word alone in the last row where
//! it can be helped. Knows nothing of tables.

use std::ops::Range;

use unicode_segmentation::GraphemeCursor;

use super::{
    breaks,
    cells::{grapheme_width, graphemes, stand_in, width},
    row::{Piece, PieceKind, Row},
    setting::Hang,
    superscript::sign,
};
use crate::document::Mark;

/// Sets `part` of a text in rows of at most `measure` cells, the indent of `hang` included.
pub(super) fn lay_out(
    text: &str,
    marks: &[Mark],
    part: Range<usize>,
    hang: &Hang,
    measure: u16,
) -> Vec<Row> {
    let room = usize::from(measure.saturating_sub(hang.text_column));
    let ends_here = part.end == text.len();
    let flow = Flow { text, marks, part };
    let mut starts = flow.fill(room, ends_here);
    starts.push(flow.part.end);
    let mut rows: Vec<Row> = starts
        .windows(2)
        .map(|pair| flow.row(pair[0]..pair[1], hang.text_column, measure))
        .collect();
    if let Some(first) = rows.first_mut() {
        hang_label(first, hang);
    }
    rows
}

/// Puts the label in front of the first row.
pub(super) fn hang_label(row: &mut Row, hang: &Hang) {
    if !hang.label.is_empty() {
        let cells = u16::try_from(width(&hang.label)).unwrap_or(u16::MAX);
        let kind = PieceKind::Label { shown: hang.label.clone(), quiet: hang.quiet };
        row.pieces.insert(0, Piece { column: hang.label_column, cells, kind });
    }
}

/// A part of a text and the marks that stand in it.
pub(super) struct Flow<'a> {
    pub(super) text: &'a str,
    pub(super) marks: &'a [Mark],
    pub(super) part: Range<usize>,
}

/// A stretch of text that is not broken, and its cells with and without the space at its end.
struct Word {
    bytes: Range<usize>,
    ink: usize,
    full: usize,
}

impl Flow<'_> {
    /// Where the rows begin that fill `room` cells each.
    pub(super) fn fill(&self, room: usize, ends_here: bool) -> Vec<usize> {
        let mut starts = vec![self.part.start];
        let mut used = 0;
        // The last word of the row before this one, if it can be spared, for the widow below.
        let mut last_of_previous: Option<Word> = None;
        let mut in_row: Vec<Word> = Vec::new();
        for word in self.words() {
            if used > 0 && used + word.ink > room {
                starts.push(word.bytes.start);
                last_of_previous = if in_row.len() > 2 { in_row.pop() } else { None };
                in_row.clear();
                used = 0;
            }
            if word.ink > room {
                let (last_start, cells) = self.split(&word, room, &mut starts);
                used = cells + (word.full - word.ink);
                last_of_previous = None;
                in_row.push(Word { bytes: last_start..word.bytes.end, ink: cells, full: used });
            } else {
                used += word.full;
                in_row.push(word);
            }
        }
        if let (true, [widow], Some(spare)) = (ends_here, in_row.as_slice(), last_of_previous)
            && spare.full + widow.ink <= room
            && let Some(start) = starts.last_mut()
        {
            *start = spare.bytes.start;
        }
        starts
    }

    /// The words of the part, each with the marks that follow it.
    fn words(&self) -> impl Iterator<Item = Word> {
        let text = &self.text[self.part.clone()];
        let mut from = self.part.start;
        breaks::breaks(text).map(move |at| {
            let bytes = from..self.part.start + at;
            from = bytes.end;
            let word = &self.text[bytes.clone()];
            let trimmed = word.trim_end_matches(' ');
            let spaces = word.len() - trimmed.len();
            let marks = self.marks_of(&bytes);
            let signs = self.signs_width(marks.clone());
            // A mark after the space keeps the space in the row.
            let ink_ends = bytes.start + trimmed.len();
            let late = marks.last().is_some_and(|last| place(&self.marks[last]) > ink_ends);
            let full = width(trimmed) + signs + spaces;
            Word { bytes, ink: if late { full } else { full - spaces }, full }
        })
    }

    /// Breaks a word that is wider than a row between its clusters, and returns where its last
    /// row begins and how many cells of that row it takes.
    fn split(&self, word: &Word, room: usize, starts: &mut Vec<usize>) -> (usize, usize) {
        let mut row_start = word.bytes.start;
        let mut used = 0;
        let spaces = word.full - word.ink;
        let ink_end = word.bytes.end - spaces; // a space is one byte and one cell
        for (i, grapheme) in graphemes(&self.text[word.bytes.clone()]) {
            let at = word.bytes.start + i;
            let marks = self.marks_of(&(at..at + grapheme.len()));
            let cells = usize::from(grapheme_width(grapheme)) + self.signs_width(marks);
            if used > 0 && used + cells > room && at < ink_end {
                starts.push(at);
                row_start = at;
                used = 0;
            }
            used += cells;
        }
        (row_start, used.saturating_sub(spaces))
    }

    /// The indices of the marks that follow a character of `bytes`. Those in front of the very
    /// first character of the text belong to it too.
    fn marks_of(&self, bytes: &Range<usize>) -> Range<usize> {
        if self.marks.is_empty() {
            return 0..0;
        }
        let first = if bytes.start == 0 {
            0
        } else {
            self.marks.partition_point(|mark| place(mark) <= bytes.start)
        };
        first..self.marks.partition_point(|mark| place(mark) <= bytes.end).max(first)
    }

    fn sign(&self, index: usize) -> String {
        let follows = index > 0 && place(&self.marks[index - 1]) == place(&self.marks[index]);
        sign(&self.marks[index], follows)
    }

    fn signs_width(&self, marks: Range<usize>) -> usize {
        marks.map(|index| width(&self.sign(index))).sum()
    }

    /// The row of these bytes, its text from cell `column`, nothing at or beyond cell `limit`.
    pub(super) fn row(&self, bytes: Range<usize>, column: u16, limit: u16) -> Row {
        let marks = self.marks_of(&bytes);
        let shown = self.text[bytes.clone()].trim_end_matches(' ').len() + bytes.start;
        let last_mark = marks.clone().last().map_or(0, |last| place(&self.marks[last]));
        let mut setter = Setter { text: self.text, column, limit, pieces: Vec::new() };
        let mut from = bytes.start;
        for index in marks {
            let at = whole(self.text, place(&self.marks[index])).clamp(from, bytes.end);
            setter.words(from..at);
            let shown = self.sign(index);
            let cells = width(&shown);
            setter.push(PieceKind::Mark { index, shown }, cells);
            from = at;
        }
        setter.words(from..shown.max(last_mark).clamp(from, bytes.end));
        Row { bytes, pieces: setter.pieces }
    }
}

/// The byte a mark is set behind: that of a doubtful one stands behind its digits.
fn place(mark: &Mark) -> usize {
    mark.kept_in_words().end
}

/// The end of the cluster in which a byte lies: a mark never splits one.
fn whole(text: &str, at: usize) -> usize {
    let at = text.floor_char_boundary(at);
    let mut cursor = GraphemeCursor::new(at, text.len(), true);
    match cursor.is_boundary(text, 0) {
        Ok(false) => cursor.next_boundary(text, 0).ok().flatten().unwrap_or(text.len()),
        _ => at,
    }
}

/// Puts pieces one after another into a row.
struct Setter<'a> {
    text: &'a str,
    column: u16,
    limit: u16,
    pieces: Vec<Piece>,
}

impl Setter<'_> {
    fn push(&mut self, kind: PieceKind, cells: usize) {
        let cells = u16::try_from(cells).unwrap_or(u16::MAX);
        // Only a pile of marks wider than the row can get here and not fit.
        if cells <= self.limit.saturating_sub(self.column) {
            self.pieces.push(Piece { column: self.column, cells, kind });
            self.column += cells;
        }
    }

    /// Sets words, with stand-ins for the characters that must not be printed.
    fn words(&mut self, bytes: Range<usize>) {
        let mut from = bytes.start;
        for (i, c) in self.text[bytes.clone()].char_indices() {
            let Some(shown) = stand_in(c) else { continue };
            let at = bytes.start + i;
            self.run(from..at);
            from = at + c.len_utf8();
            self.push(PieceKind::StandIn { bytes: at..from, shown }, width(shown));
        }
        self.run(from..bytes.end);
    }

    fn run(&mut self, bytes: Range<usize>) {
        if !bytes.is_empty() {
            let cells = width(&self.text[bytes.clone()]);
            self.push(PieceKind::Words(bytes), cells);
        }
    }
}
