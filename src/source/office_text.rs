//! What the file of a word processor holds, whichever it is: paragraphs of words that look alike,
//! notes where they are cited, tables, and what stands beside the text. Written down as a manuscript
//! in one manner for all of them. Knows no format.

use std::collections::{BTreeMap, HashSet};

use super::{numbering::spelled, writing::Writing};
use crate::manuscript::{Fact, Manuscript};

/// The paragraphs of each note, by its id.
pub(super) type Notes = BTreeMap<String, Vec<Line>>;

/// Everything in a file.
#[derive(Debug, Default)]
pub(super) struct OfficeText {
    /// The text.
    pub(super) lines: Vec<Line>,
    /// Footnotes and endnotes.
    pub(super) notes: [Notes; 2],
    /// How these are numbered.
    pub(super) numbers: [Numbers; 2],
    /// What is no text of the body, by what it is.
    pub(super) beside: Vec<(&'static str, Vec<Line>)>,
}

/// How a kind of notes is numbered.
#[derive(Debug)]
pub(super) struct Numbers {
    /// As [`spelled`] knows it.
    pub(super) format: String,
    /// The first number.
    pub(super) start: u32,
}

impl Default for Numbers {
    fn default() -> Self {
        Self { format: "decimal".into(), start: 1 }
    }
}

/// A paragraph.
#[derive(Clone, Debug, Default)]
pub(super) struct Line {
    pub(super) pieces: Vec<Piece>,
    pub(super) is_heading: bool,
    /// The table, row and cell it stands in, counted through the text.
    pub(super) cell: Option<[usize; 3]>,
}

/// Words of a paragraph that look alike.
#[derive(Clone, Debug)]
pub(super) struct Piece {
    pub(super) words: String,
    pub(super) is_italic: bool,
    pub(super) kind: Kind,
}

/// What words are.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// Nothing else.
    Words,
    /// A mark that refers to a note.
    Cites(NoteRef),
    /// The place of a note's own number.
    OwnMark,
    /// The number of a note cited once more.
    Repeats,
    /// Words above the line: a power, or the number of a note cited once more.
    Raised,
    /// Words that lead to an address.
    Links(String),
}

impl Kind {
    /// Words that lead to an address, if it is one that a person could have set.
    pub(super) fn leads(address: &str) -> Self {
        const LONGEST: usize = 2048;
        if address.len() <= LONGEST { Self::Links(address.to_owned()) } else { Self::Words }
    }
}

/// A mark that refers to a note.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct NoteRef {
    /// 0 for footnotes, 1 for endnotes.
    pub(super) kind: usize,
    /// The note.
    pub(super) id: String,
    /// Its mark, where the file itself says it: `*`.
    pub(super) custom: Option<String>,
}

impl Line {
    /// Whether there is nothing to read in it.
    pub(super) fn is_blank(&self) -> bool {
        self.pieces.iter().all(|piece| piece.words.trim().is_empty())
    }

    /// Adds words at its end.
    pub(super) fn put(&mut self, words: &str, is_italic: bool, kind: Kind) {
        match self.pieces.last_mut() {
            Some(last)
                if last.kind == kind
                    && last.is_italic == is_italic
                    && matches!(kind, Kind::Words | Kind::Raised | Kind::Links(_)) =>
            {
                last.words.push_str(words);
            }
            _ => self.pieces.push(Piece { words: words.to_owned(), is_italic, kind }),
        }
    }

    /// Sets its automatic number in front, where it has words.
    pub(super) fn number(&mut self, number: &str) {
        if !self.is_blank() {
            let words = format!("\t{number}\t");
            self.pieces.insert(0, Piece { words, is_italic: false, kind: Kind::Words });
        }
    }

    /// `I`, a line break, and then a title: two lines in all but name.
    pub(super) fn numeral_and_rest(&self) -> Option<(Self, Self)> {
        const BREAK: char = '\u{2028}';
        /// Characters of `Annex VIII`.
        const LONGEST: usize = 12;
        let (first, others) = self.pieces.split_first()?;
        let (numeral, rest) = first.words.split_once(BREAK).or_else(|| {
            let next = others.first()?.words.strip_prefix(BREAK);
            next.map(|_| (first.words.as_str(), ""))
        })?;
        let count = numeral.trim().chars().count();
        if !(1..=LONGEST).contains(&count) || rest.is_empty() && others.is_empty() {
            return None;
        }
        let numeral = Piece { words: numeral.to_owned(), ..first.clone() };
        // The break stays, before the title: it tells the two lines from two paragraphs.
        let is_whole =
            rest.is_empty() && others.first().is_some_and(|next| next.words.starts_with(BREAK));
        let rest = if is_whole { String::new() } else { format!("{BREAK}{rest}") };
        let rest = Piece { words: rest, ..first.clone() };
        let pieces = std::iter::once(rest).chain(others.iter().cloned()).collect();
        Some((Self { pieces: vec![numeral], ..self.clone() }, Self { pieces, ..self.clone() }))
    }

    /// The line of a note without its own mark and the space around it.
    fn without_mark(&self, mark: &str) -> Self {
        let mut pieces: Vec<Piece> = Vec::new();
        let mut is_before_words = true;
        for piece in &self.pieces {
            if !is_before_words || piece.kind == Kind::OwnMark {
                if piece.kind != Kind::OwnMark {
                    pieces.push(piece.clone());
                }
                continue;
            }
            let words = piece.words.trim_start();
            let words = words.strip_prefix(mark).map_or(words, str::trim_start);
            is_before_words = words.is_empty();
            if !is_before_words {
                pieces.push(Piece { words: words.to_owned(), ..piece.clone() });
            }
        }
        Self { pieces, ..self.clone() }
    }
}

/// Adds a paragraph to others; `I`, a line break and a title are two.
pub(super) fn push(lines: &mut Vec<Line>, line: Line) {
    match line.numeral_and_rest() {
        Some((numeral, rest)) => lines.extend([numeral, rest]),
        None => lines.push(line),
    }
}

/// The place in tables that the next paragraph has.
#[derive(Debug, Default)]
pub(super) struct Grid {
    /// The table, row and cell, each counted through the text.
    at: [usize; 3],
    is_inside: bool,
}

impl Grid {
    /// The cell that a paragraph of a table stands in.
    pub(super) fn enter(&mut self) -> [usize; 3] {
        if !self.is_inside {
            self.is_inside = true;
            self.at = self.at.map(|count| count + 1);
        }
        self.at
    }

    /// Ends a cell.
    pub(super) fn end_cell(&mut self) {
        self.at[2] += 1;
    }

    /// Ends a row.
    pub(super) fn end_row(&mut self) {
        self.at = [self.at[0], self.at[1] + 1, self.at[2] + 1];
    }

    /// Ends the table, if there is one, the last thing in these paragraphs.
    pub(super) fn leave(&mut self, lines: &mut [Line]) {
        if self.is_inside {
            self.is_inside = false;
            end_table(lines, self.at[0]);
        }
    }
}

/// Ends a table, the last thing in these paragraphs. One that has one column is none: somebody has
/// set text in a frame.
pub(super) fn end_table(lines: &mut [Line], table: usize) {
    let is_own = |line: &&mut Line| line.cell.is_some_and(|cell| cell[0] == table);
    let mut own: Vec<&mut Line> = lines.iter_mut().rev().take_while(is_own).collect();
    let mut cells: Vec<[usize; 3]> = own.iter().filter_map(|line| line.cell).collect();
    cells.dedup();
    let rows = cells.chunk_by(|a, b| a[1] == b[1]).count();
    if rows == cells.len() {
        for line in &mut own {
            line.cell = None;
        }
    }
}

impl OfficeText {
    /// Everything as one manuscript: the text, its notes behind it, then what stands beside it.
    pub(super) fn write(&self) -> Manuscript {
        let mut writing = Writing::default();
        let mut marks = Marks::default();
        let labels = self.labels();
        write_all(&self.lines, &labels, &mut writing, &mut |note| marks.of(note, &self.numbers));
        for (note, mark) in &marks.cited {
            let lines = self.notes.get(note.kind).and_then(|notes| notes.get(&note.id));
            write_note(lines.map_or(&[], Vec::as_slice), mark, &mut writing);
        }
        for (kind, lines) in &self.beside {
            for line in lines.iter().filter(|line| !line.is_blank()) {
                let start = writing.here();
                write_line(line, &HashSet::new(), &mut writing, &mut |_| String::new());
                writing.know(start, Fact::Debris(kind));
            }
        }
        writing.finish()
    }

    /// The marks of all notes that the text cites.
    fn labels(&self) -> HashSet<String> {
        let mut marks = Marks::default();
        let pieces = self.lines.iter().flat_map(|line| &line.pieces);
        let cited = pieces.filter_map(|piece| match &piece.kind {
            Kind::Cites(note) => Some(bare(&marks.of(note, &self.numbers)).to_owned()),
            _ => None,
        });
        cited.collect()
    }
}

/// The marks of notes, as they are cited through the text.
#[derive(Default)]
struct Marks<'a> {
    /// The notes in the order in which they are first cited, with their marks.
    cited: Vec<(&'a NoteRef, String)>,
    seen: HashSet<(usize, &'a str)>,
    counts: [u32; 2],
}

impl<'a> Marks<'a> {
    /// The mark of a note where it is cited: its own, or the next number of its kind.
    fn of(&mut self, note: &'a NoteRef, numbers: &[Numbers; 2]) -> String {
        let (Some(count), Some(numbers)) = (self.counts.get_mut(note.kind), numbers.get(note.kind))
        else {
            return String::new();
        };
        let mark = note.custom.clone().unwrap_or_else(|| {
            *count += 1;
            spelled((*count - 1).saturating_add(numbers.start), &numbers.format)
        });
        if self.seen.insert((note.kind, &note.id)) {
            self.cited.push((note, mark.clone()));
        }
        mark
    }
}

/// Writes paragraphs, and which of them are cells and rows of tables.
fn write_all<'a>(
    lines: &'a [Line],
    labels: &HashSet<String>,
    writing: &mut Writing,
    mark_of: &mut dyn FnMut(&'a NoteRef) -> String,
) {
    let mut open: Option<([usize; 3], [usize; 2])> = None;
    for line in lines {
        let start = writing.here();
        open = match (open, line.cell) {
            (Some((cell, starts)), Some(own)) if cell[1] == own[1] => {
                let is_same = cell == own;
                if !is_same {
                    writing.know(starts[1], Fact::Cell);
                }
                Some((own, [starts[0], if is_same { starts[1] } else { start }]))
            }
            (before, own) => {
                end_row(before, writing);
                own.map(|own| (own, [start, start]))
            }
        };
        write_line(line, labels, writing, mark_of);
    }
    end_row(open, writing);
}

fn end_row(open: Option<([usize; 3], [usize; 2])>, writing: &mut Writing) {
    if let Some((_, [row, cell])) = open {
        writing.know(cell, Fact::Cell);
        writing.know(row, Fact::Row);
    }
}

/// Writes a paragraph, asking for the mark of each note it cites. Raised words that say a label are
/// marks as well.
fn write_line<'a>(
    line: &'a Line,
    labels: &HashSet<String>,
    writing: &mut Writing,
    mark_of: &mut dyn FnMut(&'a NoteRef) -> String,
) {
    let start = writing.here();
    let mut before = "";
    for piece in &line.pieces {
        let italic = piece.is_italic.then_some(Fact::Italic);
        match &piece.kind {
            Kind::Raised if labels.contains(bare(&piece.words)) && !ends_in_unit(before) => {
                writing.words(&piece.words, [Fact::Mark]);
            }
            Kind::Words | Kind::Raised | Kind::OwnMark => writing.words(&piece.words, italic),
            Kind::Repeats => writing.words(&piece.words, [Fact::Mark]),
            Kind::Links(address) => {
                let facts = italic.into_iter().chain([Fact::Link(address.clone())]);
                writing.words(&piece.words, facts);
            }
            Kind::Cites(note) => writing.words(&mark_of(note), [Fact::Mark]),
        }
        before = &piece.words;
    }
    if line.is_heading {
        writing.know(start, Fact::Heading);
    }
    writing.end_line();
}

/// A mark without white space and brackets around it.
fn bare(mark: &str) -> &str {
    let mark = mark.trim();
    mark.strip_prefix('(').and_then(|rest| rest.strip_suffix(')')).unwrap_or(mark)
}

/// `km`, before a power.
fn ends_in_unit(words: &str) -> bool {
    let last = words.rsplit(|c: char| !c.is_alphabetic()).next().unwrap_or_default();
    matches!(last, "m" | "km" | "cm" | "mm" | "\u{43c}" | "\u{43a}\u{43c}")
}

/// A note: its mark, and its words, a line a paragraph.
fn write_note(lines: &[Line], mark: &str, writing: &mut Writing) {
    let start = writing.here();
    writing.words("\t", []);
    let at = writing.here();
    writing.words(mark, []);
    writing.know(at, Fact::Mark);
    writing.words(" \t", []);
    for (i, line) in lines.iter().enumerate() {
        if i > 0 {
            writing.words("\t\t", []);
        }
        // The mark stands in front already, however the file has it.
        let line = if i == 0 { &line.without_mark(mark) } else { line };
        write_line(line, &HashSet::new(), writing, &mut |_| String::new());
    }
    if lines.is_empty() {
        writing.end_line();
    }
    writing.know(start, Fact::Footnote(mark.to_owned()));
}
