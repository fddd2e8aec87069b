//! The footnotes that the format knows. Knows evidence and paragraphs, no numbers.

use super::note::Note;
use crate::{
    document::Span,
    parse::{
        lines::known::{self, Known},
        paragraphs::text::{Paragraph, Text},
    },
};

/// The footnotes that the format knows, as paragraphs, and which paragraphs are theirs.
pub(in crate::parse) fn known_notes(text: &Text<'_>) -> (Vec<Note>, Vec<bool>) {
    let mut is_note = vec![false; text.count()];
    let mut found = Vec::new();
    for (span, mark) in &text.known.notes {
        let start_of =
            |paragraph: &Paragraph| text.lines.get(paragraph.start).map(|line| line.span.start);
        let first = text.paragraphs.partition_point(|p| start_of(p) < Some(span.start));
        let end = text.paragraphs.partition_point(|p| start_of(p) < Some(span.end));
        if first >= end {
            continue;
        }
        let line = text.line_of(first).map_or(*span, |line| line.span);
        let lead = lead(text.known, text.source, line);
        is_note[first..end].fill(true);
        found.push(Note { mark: (*mark).to_owned(), lead, paragraphs: first..end });
    }
    (found, is_note)
}

/// The bytes of a note's first line before its own words: its mark and the space behind it.
fn lead(known: &Known<'_>, source: &str, line: Span) -> usize {
    let mark = known::at(&known.marks, Span::new(line.start, line.start + 1));
    let Some(mark) = mark.filter(|mark| mark.start == line.start) else { return 0 };
    let words = source.get(mark.end..line.end).unwrap_or_default();
    line.len() - words.trim_start().len()
}
