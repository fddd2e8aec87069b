//! How passages of many documents are printed for people: what resolution, which paragraph, its words with
//! those that matter in a style. Knows texts and widths, no command.

use std::ops::Range;

use unicode_width::UnicodeWidthStr as _;

use super::library::{Styles, in_words};
use crate::{
    library::{Found, organ_name},
    text::printable,
};

/// Cells for the citation of a passage, and before it.
const CITE: usize = 8;
const INDENT: usize = 2;
/// A passage longer than this, in characters, is cut around what matters in it; so much is left on either side.
const LONGEST: usize = 600;
const AROUND: usize = 120;

/// The width of the terminal; nothing into a pipe, where a passage is one line.
pub(super) fn width() -> Option<usize> {
    terminal_size::terminal_size().map(|(width, _)| usize::from(width.0).clamp(30, 100))
}

/// `A/RES/72/247 · General Assembly · 24 December 2017 · the title`, a line.
pub(super) fn heading(found: &Found, styles: Styles) -> String {
    let name = found.symbol.as_deref().unwrap_or(&found.file);
    let mut line = styles.put(name, "1");
    let date = found.date.as_deref().map(in_words);
    let rest = [organ_name(&found.organ).to_owned(), date.unwrap_or_default()];
    let rest = rest.into_iter().chain(found.title.clone());
    for field in rest.filter(|field| !field.is_empty()) {
        line.push_str(&styles.put(&format!(" · {field}"), "2"));
    }
    line.push('\n');
    line
}

/// A passage behind its citation, in lines of a width.
pub(super) fn passage(
    cite: &str,
    text: &str,
    hits: &[Range<usize>],
    width: Option<usize>,
    styles: Styles,
) -> String {
    let label = format!("{:INDENT$}{cite:CITE$}", "");
    let margin = label.width() + 1;
    let mut out = String::with_capacity(text.len() + 2 * margin);
    styles.write(&mut out, &label, "36");
    out.push(' ');
    let mut line = Line { out, column: margin, margin, width, is_begun: false };
    for part in parts(text, hits) {
        let Part::Text(range) = part else {
            line.make_room(1);
            line.out.push('…');
            continue;
        };
        let stretch = text.get(range.clone()).unwrap_or_default();
        if width.is_none() && !styles.is_on() && is_set_evenly(stretch) {
            line.make_room(1);
            line.out.push_str(&printable::line(stretch));
            continue;
        }
        for word in words(text, range) {
            let cells = width.map_or(1, |_| text.get(word.clone()).unwrap_or_default().width());
            line.make_room(cells);
            write_word(text, word, hits, styles, &mut line.out);
        }
    }
    line.out.push('\n');
    line.out
}

/// Whether it can be told from what [`passage`] gives where the hits of the text are: not in a pipe, unless the text is
/// so long that it is cut around them.
pub(super) fn shows_hits(text: &str, styles: Styles) -> bool {
    styles.is_on() || is_long(text)
}

fn is_long(text: &str) -> bool {
    text.len() > LONGEST && text.chars().count() > LONGEST
}

/// Whether one space stands between any two words, and none around them.
fn is_set_evenly(text: &str) -> bool {
    !text.starts_with(' ') && !text.ends_with(' ') && !text.contains("  ")
}

/// Lines behind a citation, while they are filled.
struct Line {
    out: String,
    /// Cells that are filled.
    column: usize,
    /// Cells of the citation and the space behind it.
    margin: usize,
    width: Option<usize>,
    is_begun: bool,
}

impl Line {
    /// Writes what stands before a word of so many cells: nothing before the first, a space, or where there is no room
    /// another line.
    fn make_room(&mut self, cells: usize) {
        let is_full = self.width.is_some_and(|width| self.column + 1 + cells > width);
        if self.is_begun && is_full && self.column > self.margin {
            self.out.push('\n');
            self.column = INDENT + CITE + 1;
            self.out.extend(std::iter::repeat_n(' ', self.column));
        } else if self.is_begun {
            self.out.push(' ');
            self.column += 1;
        }
        self.column += cells;
        self.is_begun = true;
    }
}

enum Part {
    Text(Range<usize>),
    Gap,
}

/// All of a passage; of a long one what is around the hits.
fn parts(text: &str, hits: &[Range<usize>]) -> Vec<Part> {
    if !is_long(text) {
        return vec![Part::Text(0..text.len())];
    }
    let first = 0..0;
    let hits = if hits.is_empty() { std::slice::from_ref(&first) } else { hits };
    let mut ranges: Vec<Range<usize>> = Vec::new();
    for hit in hits {
        let before = text.get(..hit.start).unwrap_or_default();
        let start = before.char_indices().rev().take(AROUND).last().map_or(hit.start, |(at, _)| at);
        let behind = text.get(hit.end..).unwrap_or_default();
        let end = behind.char_indices().nth(AROUND).map_or(text.len(), |(at, _)| hit.end + at);
        let start = text.get(..start).and_then(|b| b.rfind(' ')).map_or(0, |at| at + 1);
        let end = text.get(end..).and_then(|rest| rest.find(' ')).map_or(text.len(), |at| end + at);
        match ranges.last_mut() {
            Some(last) if start <= last.end => last.end = end,
            _ => ranges.push(start..end),
        }
    }
    let mut parts = Vec::new();
    let mut at = 0;
    for range in ranges {
        if range.start > at {
            parts.push(Part::Gap);
        }
        at = range.end;
        parts.push(Part::Text(range));
    }
    if at < text.len() {
        parts.push(Part::Gap);
    }
    parts
}

/// The words of a stretch of text.
fn words(text: &str, range: Range<usize>) -> impl Iterator<Item = Range<usize>> {
    let mut at = range.start;
    let all = text.get(range).unwrap_or_default().split(' ').map(move |word| {
        let start = at;
        at += word.len() + 1;
        start..start + word.len()
    });
    all.filter(|word| !word.is_empty())
}

/// Writes a word, styled where a hit covers it.
fn write_word(
    text: &str,
    word: Range<usize>,
    hits: &[Range<usize>],
    styles: Styles,
    out: &mut String,
) {
    let mut last = word.start;
    for hit in hits.iter().filter(|hit| hit.start < word.end && hit.end > word.start) {
        let (from, to) = (hit.start.max(word.start), hit.end.min(word.end));
        styles.write(out, text.get(last..from).unwrap_or_default(), "");
        styles.write(out, text.get(from..to).unwrap_or_default(), "1;33");
        last = to;
    }
    styles.write(out, text.get(last..word.end).unwrap_or_default(), "");
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_passage_is_set_behind_its_citation() {
        let set = passage(
            "OP14",
            "Requests the Secretary-General to report",
            &[],
            Some(30),
            Styles::none(),
        );
        assert_eq!(
            set,
            "  OP14     Requests the\n           Secretary-General\n           to report\n"
        );
        // Into a pipe it is one line, whatever stands between its words.
        for text in ["Requests the Secretary-General", " Requests  the Secretary-General "] {
            let line = passage("OP14", text, &[], None, Styles::none());
            assert_eq!(line, "  OP14     Requests the Secretary-General\n");
        }
        let line = passage("PP1", "to \u{1b}[2J\nreport", &[], None, Styles::none());
        assert_eq!(line, "  PP1      to ␛[2J␊report\n");
    }

    #[test]
    fn a_long_passage_is_cut_around_its_hits() {
        let text = format!("{}here it is{}", "before ".repeat(200), " behind".repeat(200));
        let at = text.find("here").expect("it is there");
        let hit = at..at + 4;
        let set = passage("PP1", &text, std::slice::from_ref(&hit), None, Styles::none());
        assert!(
            set.contains("… before") && set.contains("here it is") && set.contains("behind …"),
            "{set}"
        );
        assert!(set.len() < 400, "{}", set.len());
    }
}
