//! How passages of many documents are printed for people: what resolution, which paragraph, its words with
//! those that matter in a style. Knows texts and widths, no command.

use std::ops::Range;

use unicode_width::UnicodeWidthStr as _;

use super::library::{Styles, in_words};
use crate::library::{Found, organ_name};

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
    let mut words: Vec<(String, usize)> = Vec::new();
    for part in parts(text, hits) {
        match part {
            Part::Gap => words.push(("…".into(), 1)),
            Part::Text(range) => add_words(text, &range, hits, styles, &mut words),
        }
    }
    let label = format!("{:INDENT$}{cite:CITE$}", "");
    let margin = label.width() + 1;
    let mut out = format!("{} ", styles.put(&label, "36"));
    let mut column = margin;
    for (index, (word, cells)) in words.iter().enumerate() {
        let is_full = width.is_some_and(|width| column + 1 + cells > width);
        if index > 0 && is_full && column > margin {
            out.push('\n');
            out.push_str(&" ".repeat(INDENT + CITE + 1));
            column = INDENT + CITE + 1;
        } else if index > 0 {
            out.push(' ');
            column += 1;
        }
        out.push_str(word);
        column += cells;
    }
    out.push('\n');
    out
}

enum Part {
    Text(Range<usize>),
    Gap,
}

/// All of a passage; of a long one what is around the hits.
fn parts(text: &str, hits: &[Range<usize>]) -> Vec<Part> {
    if text.chars().count() <= LONGEST {
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

/// The words of a stretch of text, each with its cells, styled where a hit covers them.
fn add_words(
    text: &str,
    range: &Range<usize>,
    hits: &[Range<usize>],
    styles: Styles,
    words: &mut Vec<(String, usize)>,
) {
    let mut at = range.start;
    for word in text.get(range.clone()).unwrap_or_default().split(' ') {
        let (start, end) = (at, at + word.len());
        at = end + 1;
        if word.is_empty() {
            continue;
        }
        let mut styled = String::new();
        let mut last = start;
        for hit in hits.iter().filter(|hit| hit.start < end && hit.end > start) {
            let (from, to) = (hit.start.max(start), hit.end.min(end));
            styled.push_str(&styles.put(text.get(last..from).unwrap_or_default(), ""));
            styled.push_str(&styles.put(text.get(from..to).unwrap_or_default(), "1;33"));
            last = to;
        }
        styled.push_str(&styles.put(text.get(last..end).unwrap_or_default(), ""));
        words.push((styled, word.width()));
    }
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
        let line = passage("OP14", "Requests the Secretary-General", &[], None, Styles::none());
        assert_eq!(line, "  OP14     Requests the Secretary-General\n");
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
