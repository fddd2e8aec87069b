//! What the format of a file knows for sure, asked by those who would have to guess otherwise. Knows
//! evidence and spans, no grammar. Where a format says nothing, every answer is "unknown".

use std::{collections::HashSet, ops::Range};

use super::{
    fold::Folded, lines::Line, marks::Placed, notes::Note, pages::Pages, paragraphs::Paragraph,
};
use crate::{
    document::{Certainty, Part, Shape, Span, Symbol},
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
    links: Vec<Span>,
    addresses: Vec<&'a str>,
    title: Option<Span>,
    numbers: Vec<Span>,
    blocks: Vec<(Span, Part, Shape)>,
}

/// A mark without the brackets that Arabic has around it.
fn bare(mark: &str) -> &str {
    mark.strip_prefix('(').and_then(|rest| rest.strip_suffix(')')).unwrap_or(mark)
}

/// What a format knows a line to be, where it knows that of all lines.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum LineKind<'a> {
    Head,
    Block(Part, Shape),
    Note(&'a str),
    Debris(&'static str),
}

impl<'a> Known<'a> {
    pub(super) fn of(manuscript: &'a Manuscript) -> Self {
        let lines_are_paragraphs = manuscript.lines_are_paragraphs;
        let mut known = Self { lines_are_paragraphs, ..Self::default() };
        for Evidence { span, fact } in &manuscript.evidence {
            match fact {
                Fact::Footnote(mark) => known.notes.push((*span, bare(mark))),
                Fact::Mark => known.marks.push(*span),
                Fact::Italic => known.italics.push(*span),
                Fact::Heading => known.headings.push(*span),
                Fact::Row => known.rows.push(*span),
                Fact::Cell => known.cells.push(*span),
                Fact::Debris(kind) => known.debris.push((*span, kind)),
                Fact::Link(address) => {
                    known.links.push(*span);
                    known.addresses.push(address);
                }
                Fact::Title => known.title = known.title.or(Some(*span)),
                Fact::Number => known.numbers.push(*span),
                Fact::Block(part, shape) => known.blocks.push((*span, *part, *shape)),
            }
        }
        known
    }

    /// Whether the format knows its footnotes: then there are no others, and no other marks.
    pub(super) fn knows_notes(&self) -> bool {
        !self.notes.is_empty() || !self.blocks.is_empty()
    }

    /// What a line is, and where the whole of it is told, in a format that says it of all lines.
    pub(super) fn kind(&self, line: Span) -> (LineKind<'a>, Span) {
        let block = around(&self.blocks, line, |(span, ..)| *span);
        let note = || around(&self.notes, line, |(span, _)| *span);
        let debris = || around(&self.debris, line, |(span, _)| *span);
        if let Some((span, part, shape)) = block {
            (LineKind::Block(*part, *shape), *span)
        } else if let Some((span, mark)) = note() {
            (LineKind::Note(mark), *span)
        } else if let Some((span, kind)) = debris() {
            (LineKind::Debris(kind), *span)
        } else {
            (LineKind::Head, line)
        }
    }

    /// Where the title stands.
    pub(super) const fn title(&self) -> Option<Span> {
        self.title
    }

    /// The number at the beginning of a line.
    pub(super) fn number(&self, line: Span) -> Option<Span> {
        at(&self.numbers, line).filter(|number| number.start == line.start)
    }

    /// The links to documents in a text, as bytes of it.
    pub(super) fn links(&self, words: &Folded) -> Vec<(Range<usize>, Symbol)> {
        let named = |(range, span): (Range<usize>, Span)| {
            let link = self.links.partition_point(|link| link.start < span.start);
            let symbol = Symbol::of_link(self.addresses.get(link)?)?;
            // A link without a number in its words names nothing: it is a slip of the pen.
            // Mark-up means what it marks; who sets a link in a word processor may take too much.
            let range = match words.text.get(range.clone())? {
                link if self.blocks.is_empty() => {
                    let inner = without_stops(link);
                    range.start + inner.start..range.start + inner.end
                }
                _ => range,
            };
            let has_number = words.text.get(range.clone())?.contains(|c: char| c.is_ascii_digit());
            has_number.then_some((range, symbol))
        };
        ranges(words, &self.links).into_iter().filter_map(named).collect()
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
        let defined: HashSet<&str> = self.notes.iter().map(|(_, mark)| *mark).collect();
        let mut placed = Vec::new();
        for (stretch, words) in stretches.iter().enumerate() {
            for (range, span) in ranges(words, &self.marks) {
                let label = label(source.get(span.range()).unwrap_or_default());
                let range = whole(&words.text, range);
                let is_virtual = !defined.contains(label.as_str());
                let certainty = if is_virtual { Certainty::Weak } else { Certainty::Sure };
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

    /// The rows of a table whose cells are these lines, where the format knows them: its cells
    /// without their marks, empty ones included.
    pub(super) fn table(&self, source: &str, lines: &[Line]) -> Option<Vec<Vec<String>>> {
        let whole = lines.first()?.span.cover(lines.last()?.span);
        let first = self.rows.partition_point(|row| row.end <= whole.start);
        let rows = self.rows.iter().skip(first).take_while(|row| row.start < whole.end);
        let rows: Vec<Vec<String>> = rows.map(|row| self.cells_of(source, *row)).collect();
        (!rows.is_empty()).then_some(rows)
    }

    fn cells_of(&self, source: &str, row: Span) -> Vec<String> {
        let first = self.cells.partition_point(|cell| cell.start < row.start);
        let is_inside =
            |cell: &&Span| cell.start < row.end || cell.start == row.end && cell.is_empty();
        let cells = self.cells.iter().skip(first).take_while(is_inside);
        cells.map(|cell| self.words_of_cell(source, *cell)).collect()
    }

    fn words_of_cell(&self, source: &str, cell: Span) -> String {
        let words = Folded::of(source, [cell]);
        let mut text = words.text.clone();
        if self.knows_notes() {
            for (range, _) in ranges(&words, &self.marks).into_iter().rev() {
                text.replace_range(range, "");
            }
        }
        text.trim().to_owned()
    }
}

/// The bytes of a link without white space, stops and halves of brackets at its ends: `(A/72/35).`
/// and `A/72/35),` are `A/72/35`, but `1990 (2011)` is whole.
fn without_stops(link: &str) -> Range<usize> {
    let count = |bracket: char| link.matches(bracket).count();
    let (open, close) = (count('('), count(')'));
    let is_around = open == 1 && close == 1 && link.trim_start().starts_with('(');
    let is_stop = |c: char| {
        c.is_whitespace()
            || matches!(c, '.' | ',' | ';' | ':' | '，' | '。' | '；' | '،' | '؛')
            || c == ')' && (close > open || is_around)
            || c == '(' && (open > close || is_around)
    };
    let end = link.trim_end_matches(is_stop).len();
    let start = link.len() - link.trim_start_matches(is_stop).len();
    start.min(end)..end
}

/// A mark takes with it the brackets around it, and one of two spaces.
fn whole(text: &str, range: Range<usize>) -> Range<usize> {
    let before = text.get(..range.start).is_some_and(|text| text.ends_with('('));
    let after = text.get(range.end..).is_some_and(|text| text.starts_with(')'));
    let range = if before && after { range.start - 1..range.end + 1 } else { range };
    let before = text.get(..range.start).is_none_or(|text| text.is_empty() || text.ends_with(' '));
    let after = text.get(range.end..).is_some_and(|text| text.starts_with(' '));
    range.start..range.end + usize::from(before && after)
}

/// The entry whose span holds the beginning of a line, of entries that are sorted.
fn around<T>(entries: &[T], line: Span, span: impl Fn(&T) -> Span) -> Option<&T> {
    let after = entries.partition_point(|entry| span(entry).start <= line.start);
    let entry = entries.get(after.checked_sub(1)?)?;
    (span(entry).end > line.start).then_some(entry)
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
