//! What was read of a PDF, written as a manuscript: one line a paragraph, as text saved from Word
//! has it (layouts.md, 1), notes behind, and behind those whatever is no part of the text.

use std::{collections::HashSet, ops::Range};

use super::typeset::Words;
use crate::{
    manuscript::{Fact, Manuscript},
    source::writing::Writing,
};

/// Everything that stands in a file.
#[derive(Debug, Default)]
pub(super) struct Pages {
    pub(super) blocks: Vec<Block>,
    pub(super) notes: Vec<Note>,
    /// Heads and feet of pages, line by line.
    pub(super) debris: Vec<Words>,
}

/// A paragraph, a heading or a row of a table.
#[derive(Debug)]
pub(super) enum Block {
    Paragraph(Words),
    Heading(Words),
    Row(Vec<Words>),
}

/// A footnote: its mark, and its paragraphs without it.
#[derive(Debug)]
pub(super) struct Note {
    pub(super) mark: String,
    pub(super) paragraphs: Vec<Words>,
}

/// Writes it all down.
pub(super) fn manuscript(mut pages: Pages) -> Manuscript {
    mend_hyphens(&mut pages);
    let marks = pages.notes.iter().map(|note| note.mark.clone()).collect();
    let mut writer = Writer { writing: Writing::default(), marks };
    for block in &pages.blocks {
        match block {
            Block::Paragraph(words) => writer.paragraph(words),
            Block::Heading(words) => writer.heading(words),
            Block::Row(cells) => writer.row(cells),
        }
    }
    pages.notes.iter().for_each(|note| writer.note(note));
    for line in &pages.debris {
        let start = writer.writing.here();
        writer.words(line);
        writer.writing.know(start, Fact::Debris(FURNITURE));
        writer.writing.end_line();
    }
    let mut manuscript = writer.writing.finish();
    manuscript.damaged = manuscript.text.contains(char::REPLACEMENT_CHARACTER);
    manuscript
}

/// What heads and feet of pages are called among the debris.
const FURNITURE: &str = "page furniture";

struct Writer {
    writing: Writing,
    /// The marks that have a note. Other raised digits are powers and degrees.
    marks: HashSet<String>,
}

impl Writer {
    /// A paragraph of the text: behind a tab, and its number between tabs.
    fn paragraph(&mut self, words: &Words) {
        self.writing.words("\t", []);
        self.numbered(words, label(&words.text));
        self.writing.end_line();
    }

    fn heading(&mut self, words: &Words) {
        self.writing.words("\t", []);
        let start = self.writing.here();
        self.numbered(words, resolution_number(&words.text));
        self.writing.know(start, Fact::Heading);
        self.writing.end_line();
    }

    /// Words with a tab behind their number.
    fn numbered(&mut self, words: &Words, number: Option<&str>) {
        let Some(number) = number else { return self.words(words) };
        self.writing.words(number, []);
        self.writing.words("\t", []);
        let mut rest = words.clone();
        self.words(&rest.split_off(number.len()));
    }

    /// The cells of a row, a line each.
    fn row(&mut self, cells: &[Words]) {
        let row = self.writing.here();
        for cell in cells {
            let start = self.writing.here();
            self.words(cell);
            self.writing.know(start, Fact::Cell);
            self.writing.end_line();
        }
        self.writing.know(row, Fact::Row);
    }

    /// A note: its mark, and its words, a line a paragraph.
    fn note(&mut self, note: &Note) {
        let start = self.writing.here();
        self.writing.words("\t", []);
        self.writing.words(&note.mark, [Fact::Mark]);
        self.writing.words(" ", []);
        for paragraph in &note.paragraphs {
            self.writing.words("\t", []);
            self.words(paragraph);
            self.writing.end_line();
        }
        self.writing.know(start, Fact::Footnote(note.mark.clone()));
    }

    /// Words with what their type says.
    fn words(&mut self, words: &Words) {
        let mut marks = words.marks.clone();
        marks.extend(self.asterisks(&words.text));
        marks.retain(|mark| {
            words.text.get(mark.clone()).is_some_and(|mark| self.marks.contains(mark))
        });
        let mut edges: Vec<usize> = [&marks, &words.italics]
            .into_iter()
            .flatten()
            .chain(words.links.iter().map(|(range, _)| range))
            .flat_map(|range| [range.start, range.end])
            .chain([0, words.text.len()])
            .collect();
        edges.sort_unstable();
        edges.dedup();
        for (start, end) in edges.iter().zip(edges.iter().skip(1)) {
            let Some(piece) = words.text.get(*start..*end) else { continue };
            let within = |ranges: &[Range<usize>]| ranges.iter().any(|range| range.contains(start));
            let mark = within(&marks).then_some(Fact::Mark);
            let italic = within(&words.italics).then_some(Fact::Italic);
            let link = words.links.iter().find(|(range, _)| range.contains(start));
            let link = link.map(|(_, address)| Fact::Link(address.to_string()));
            self.writing.words(piece, mark.into_iter().chain(italic).chain(link));
        }
    }

    /// Asterisks behind a word, which need not be raised to be marks where there are such notes.
    fn asterisks(&self, text: &str) -> Vec<Range<usize>> {
        if !self.marks.iter().any(|mark| mark.starts_with('*')) {
            return Vec::new();
        }
        let is_behind_word =
            |at: usize| text[..at].ends_with(|c: char| !c.is_whitespace() && c != '*');
        let starts = text.match_indices('*').map(|(at, _)| at).filter(|at| is_behind_word(*at));
        starts
            .map(|at| at..at + text[at..].bytes().take_while(|byte| *byte == b'*').count())
            .collect()
    }
}

/// The label at the beginning of a paragraph: `14.`, `(a)`, `(iv)`, `a)`, `14`, with white space behind.
pub(super) fn label(text: &str) -> Option<&str> {
    let word = text.split(char::is_whitespace).next()?;
    let is_alone = word.len() == text.len();
    let digits = word.strip_suffix('.').is_some_and(|n| is_number(n) || is_letter(n));
    let number = resolution_number(text).is_some();
    let item = word
        .strip_prefix('(')
        .and_then(|rest| rest.strip_suffix(')'))
        .is_some_and(|inside| is_number(inside) || is_item(inside))
        || word.strip_suffix(')').is_some_and(is_bare_item);
    (!is_alone && (digits || item || number)).then_some(word)
}

fn is_number(text: &str) -> bool {
    (1..=3).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_digit())
}

/// `a`
fn is_letter(text: &str) -> bool {
    text.chars().count() == 1 && text.chars().all(char::is_lowercase)
}

/// `a`, `bb`, `xiv`, `А`
fn is_item(text: &str) -> bool {
    (1..=5).contains(&text.chars().count()) && text.chars().all(char::is_alphabetic)
}

/// `a`, `xiv`, as French and Spanish have them without the first bracket.
fn is_bare_item(text: &str) -> bool {
    is_letter(text) || is_item(text) && text.chars().all(|c| matches!(c, 'i' | 'v' | 'x'))
}

/// `72/247.` before a title.
fn resolution_number(text: &str) -> Option<&str> {
    let word = text.split(char::is_whitespace).next()?;
    let (session, rest) = word.split_once('/')?;
    let number = rest.strip_suffix('.')?;
    let is_session = session.trim_start_matches(['E', 'S', '-']).parse::<u16>().is_ok();
    (is_session && is_number(number) && word.len() < text.len()).then_some(word)
}

/// Takes away hyphens at line ends where the word stands elsewhere in the file without
/// (grammar.md §5, 3): a writer's own hyphens are kept.
fn mend_hyphens(pages: &mut Pages) {
    let mut known = HashSet::new();
    for_each(pages, &mut |words| {
        let mut at = 0;
        for word in words.text.split(|c: char| !is_part_of_word(c)) {
            let range = at..at + word.len();
            if !words.hyphens.iter().any(|hyphen| range.contains(hyphen)) {
                known.insert(word.to_lowercase());
            }
            at = words.text[range.end..]
                .chars()
                .next()
                .map_or(range.end, |c| range.end + c.len_utf8());
        }
    });
    for_each(pages, &mut |words| {
        for hyphen in words.hyphens.clone().into_iter().rev() {
            let (before, rest) = words.text.split_at(hyphen);
            let Some(sign) = rest.chars().next() else { continue };
            let after = &rest[sign.len_utf8()..];
            let first = before.rsplit(|c: char| !is_part_of_word(c)).next().unwrap_or_default();
            let second = after.split(|c: char| !is_part_of_word(c)).next().unwrap_or_default();
            let stands =
                |with: &str| known.contains(&format!("{first}{with}{second}").to_lowercase());
            if stands("") && !stands("-") {
                words.cut(hyphen..hyphen + sign.len_utf8());
            }
        }
    });
}

fn is_part_of_word(c: char) -> bool {
    c.is_alphanumeric() || c == '-'
}

fn for_each(pages: &mut Pages, change: &mut dyn FnMut(&mut Words)) {
    for block in &mut pages.blocks {
        match block {
            Block::Paragraph(words) | Block::Heading(words) => change(words),
            Block::Row(cells) => cells.iter_mut().for_each(&mut *change),
        }
    }
    for note in &mut pages.notes {
        note.paragraphs.iter_mut().for_each(&mut *change);
    }
}
