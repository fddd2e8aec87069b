//! What the format of a file knows for sure, asked by those who would have to guess otherwise. Knows
//! evidence and spans, no grammar. Where a format says nothing, every answer is "unknown".

use std::ops::Range;

use super::{
    fold::Folded, lines::Line, marks::Placed, notes::Note, pages::Pages, paragraphs::Paragraph,
};
use crate::{
    document::{Certainty, Span},
    manuscript::{Evidence, Fact, Manuscript},
};

/// The evidence of a manuscript, by kind, each sorted by place.
#[derive(Clone, Debug, Default)]
pub(super) struct Known<'a> {
    /// Whether each line is a whole paragraph.
    pub(super) lines_are_paragraphs: bool,
    notes: Vec<(Span, &'a str)>,
    marks: Vec<Span>,
    italics: Vec<Span>,
    headings: Vec<Span>,
    rows: Vec<Span>,
    cells: Vec<Span>,
    debris: Vec<(Span, &'static str)>,
}

impl<'a> Known<'a> {
    pub(super) fn of(manuscript: &'a Manuscript) -> Self {
        let lines_are_paragraphs = manuscript.lines_are_paragraphs;
        let mut known = Self { lines_are_paragraphs, ..Self::default() };
        for Evidence { span, fact } in &manuscript.evidence {
            match fact {
                Fact::Footnote(mark) => known.notes.push((*span, mark)),
                Fact::Mark => known.marks.push(*span),
                Fact::Italic => known.italics.push(*span),
                Fact::Heading => known.headings.push(*span),
                Fact::Row => known.rows.push(*span),
                Fact::Cell => known.cells.push(*span),
                Fact::Debris(kind) => known.debris.push((*span, kind)),
                Fact::Link(_) => {}
            }
        }
        known
    }

    /// Whether the format knows its footnotes: then there are no others, and no other marks.
    pub(super) fn knows_notes(&self) -> bool {
        !self.notes.is_empty()
    }

    /// Sets the kind of the lines that the format knows to be no text of the body.
    pub(super) fn sort(&self, lines: &[Line], kinds: &mut [Option<&'static str>]) {
        if self.debris.is_empty() && self.cells.is_empty() {
            return;
        }
        for (line, kind) in lines.iter().zip(kinds) {
            let inside = |span: &Span| covers(*span, line.span);
            if let Some((_, known)) = self.debris.iter().find(|(span, _)| inside(span)) {
                *kind = Some(known);
            } else if at(&self.cells, line.span).is_some_and(|span| inside(&span)) {
                *kind = None;
            }
        }
    }

    /// The footnotes that the format knows, as paragraphs.
    pub(super) fn footnotes(
        &self,
        source: &str,
        lines: &[Line],
        paragraphs: &[Paragraph],
    ) -> (Vec<Note>, Vec<bool>) {
        let mut is_note = vec![false; paragraphs.len()];
        let mut found = Vec::new();
        for (span, mark) in &self.notes {
            let start_of = |paragraph: &Paragraph| lines.get(paragraph.start).map(|l| l.span.start);
            let first = paragraphs.partition_point(|p| start_of(p) < Some(span.start));
            let end = paragraphs.partition_point(|p| start_of(p) < Some(span.end));
            if first >= end {
                continue;
            }
            let line = lines.get(paragraphs[first].start).map_or(*span, |line| line.span);
            let lead = self.lead(source, line);
            is_note[first..end].fill(true);
            found.push(Note { mark: (*mark).to_owned(), lead, paragraphs: first..end });
        }
        (found, is_note)
    }

    /// The bytes of a note's first line before its own words: its mark and the space behind it.
    fn lead(&self, source: &str, line: Span) -> usize {
        let mark = at(&self.marks, Span::new(line.start, line.start + 1));
        let Some(mark) = mark.filter(|mark| mark.start == line.start) else { return 0 };
        let words = source.get(mark.end..line.end).unwrap_or_default();
        line.len() - words.trim_start().len()
    }

    /// The marks in stretches of text, each with its place.
    pub(super) fn placed(&self, source: &str, stretches: &[&Folded]) -> Vec<Placed> {
        let is_defined = |label: &str| self.notes.iter().any(|(_, mark)| *mark == label);
        let mut placed = Vec::new();
        for (stretch, words) in stretches.iter().enumerate() {
            for (range, span) in ranges(words, &self.marks) {
                let label = label(source.get(span.range()).unwrap_or_default());
                let is_virtual = !is_defined(&label);
                let certainty = Certainty::Sure;
                placed.push(Placed { stretch, range, label, certainty, is_virtual });
            }
        }
        placed
    }

    /// The marks within paragraphs, and where they stand.
    pub(super) fn marks_within(
        &self,
        pages: Pages<'_>,
        paragraphs: &Range<usize>,
    ) -> Vec<(String, Span)> {
        if !self.knows_notes() {
            return Vec::new();
        }
        let paragraphs = pages.paragraphs.get(paragraphs.clone()).unwrap_or_default();
        let lines = paragraphs.iter().flat_map(|p| pages.lines.get(p.clone()).unwrap_or_default());
        let marks = lines.flat_map(|line| {
            let first = self.marks.partition_point(|mark| mark.start < line.span.start);
            self.marks[first..].iter().take_while(|mark| mark.end <= line.span.end)
        });
        marks
            .map(|mark| (label(pages.source.get(mark.range()).unwrap_or_default()), *mark))
            .collect()
    }

    /// The words in italics in a text: bytes of it.
    pub(super) fn italics(&self, words: &Folded) -> Vec<Range<usize>> {
        let mut found: Vec<Range<usize>> = Vec::new();
        for (range, _) in ranges(words, &self.italics) {
            match found.last_mut() {
                Some(last) if last.end >= range.start => last.end = last.end.max(range.end),
                _ => found.push(range),
            }
        }
        found
    }

    /// Whether a line is known to be a heading.
    pub(super) fn is_heading(&self, line: Span) -> bool {
        at(&self.headings, line).is_some_and(|span| covers(span, line))
    }

    /// Whether a line is known to be of a table.
    pub(super) fn is_cell(&self, line: Span) -> bool {
        at(&self.cells, line).is_some_and(|span| covers(span, line))
    }

    /// The rows of a table whose cells are these lines, where the format knows them.
    pub(super) fn table(&self, source: &str, lines: &[Line]) -> Option<Vec<Vec<String>>> {
        let first = lines.first()?;
        if !self.is_cell(first.span) {
            return None;
        }
        let mut rows: Vec<Vec<String>> = Vec::new();
        let (mut row, mut cell) = (None, None);
        for line in lines {
            let words = source.get(line.span.range()).unwrap_or_default();
            let (own_row, own_cell) = (at(&self.rows, line.span), at(&self.cells, line.span));
            if own_row.is_none() || own_row != row {
                rows.push(Vec::new());
            }
            let cells = rows.last_mut()?;
            match cells.last_mut() {
                Some(last) if own_cell.is_some() && own_cell == cell => {
                    last.push(' ');
                    last.push_str(words);
                }
                _ => cells.push(words.to_owned()),
            }
            (row, cell) = (own_row, own_cell);
        }
        Some(rows)
    }
}

/// The number of a mark without what encloses it: `7` of `(7)`.
fn label(mark: &str) -> String {
    let inside = mark.trim().trim_matches(['(', ')', '[', ']', '/']);
    if inside.is_empty() { mark.trim().to_owned() } else { inside.to_owned() }
}

fn covers(span: Span, line: Span) -> bool {
    span.start <= line.start && line.end <= span.end
}

/// The span at the beginning of a line, of spans that are sorted and do not overlap.
fn at(spans: &[Span], line: Span) -> Option<Span> {
    let after = spans.partition_point(|span| span.start <= line.start);
    let span = *spans.get(after.checked_sub(1)?)?;
    (span.end > line.start).then_some(span)
}

/// The spans that touch a text, as bytes of it, each with the span.
fn ranges(words: &Folded, spans: &[Span]) -> Vec<(Range<usize>, Span)> {
    if words.text.is_empty() {
        return Vec::new();
    }
    let whole = Span::new(words.source_of(0), words.source_of(words.text.len()));
    let first = spans.partition_point(|span| span.end <= whole.start);
    let touching = spans.iter().skip(first).take_while(|span| span.start < whole.end);
    touching
        .map(|span| (words.text_of(span.start)..words.text_of(span.end), *span))
        .filter(|(range, _)| !range.is_empty() && words.text.get(range.clone()).is_some())
        .collect()
}
