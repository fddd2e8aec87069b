//! What the format of a file knows for sure, asked by those who would have to guess otherwise. Knows
//! evidence and spans, no grammar. Where a format says nothing, every answer is "unknown".

use std::ops::Range;

use super::{clean_text::CleanText, line::Line};
use crate::{
    document::{Part, Shape, Span, Symbol},
    manuscript::{Evidence, Fact, Manuscript},
};

/// The evidence of a manuscript, by kind, each sorted by place.
#[derive(Clone, Debug, Default)]
pub(in crate::parse) struct Known<'a> {
    /// Whether each line is a whole paragraph.
    pub(in crate::parse) lines_are_paragraphs: bool,
    /// The footnotes, each with its mark.
    pub(in crate::parse) notes: Vec<(Span, &'a str)>,
    /// The marks in the text and before the words of footnotes.
    pub(in crate::parse) marks: Vec<Span>,
    /// Digits of the words that may be marks.
    pub(in crate::parse) doubtful_marks: Vec<Span>,
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
pub(in crate::parse) enum LineKind<'a> {
    Head,
    Block(Part, Shape),
    Note(&'a str),
    Debris(&'static str),
}

impl<'a> Known<'a> {
    /// Sorts what the format says into lists by kind. They stay in the order of the text, in which they are looked up
    /// later by a binary search.
    pub(in crate::parse) fn of(manuscript: &'a Manuscript) -> Self {
        let lines_are_paragraphs = manuscript.lines_are_paragraphs;
        let mut known = Self { lines_are_paragraphs, ..Self::default() };
        for Evidence { span, fact } in &manuscript.evidence {
            match fact {
                Fact::Footnote(mark) => known.notes.push((*span, bare(mark))),
                Fact::Mark => known.marks.push(*span),
                Fact::DoubtfulMark => known.doubtful_marks.push(*span),
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
    pub(in crate::parse) fn knows_notes(&self) -> bool {
        !self.notes.is_empty() || !self.blocks.is_empty()
    }

    /// What a line is, and where the whole of it is told, in a format that says it of all lines.
    pub(in crate::parse) fn kind(&self, line: Span) -> (LineKind<'a>, Span) {
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
    pub(in crate::parse) const fn title(&self) -> Option<Span> {
        self.title
    }

    /// The number at the beginning of a line.
    pub(in crate::parse) fn number(&self, line: Span) -> Option<Span> {
        at(&self.numbers, line).filter(|number| number.start == line.start)
    }

    /// The links to documents in a text, as bytes of it.
    pub(in crate::parse) fn links(&self, words: &CleanText) -> Vec<(Range<usize>, Symbol)> {
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
    pub(in crate::parse) fn classify(&self, lines: &[Line], kinds: &mut [Option<&'static str>]) {
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

    /// The words in italics in a text: bytes of it.
    pub(in crate::parse) fn italics(&self, words: &CleanText) -> Vec<Range<usize>> {
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
    pub(in crate::parse) fn is_heading(&self, line: Span) -> bool {
        at(&self.headings, line).is_some_and(|span| covers(span, line))
    }

    /// Whether a line is known to be of a table.
    pub(in crate::parse) fn is_cell(&self, line: Span) -> bool {
        at(&self.cells, line).is_some_and(|span| covers(span, line))
    }

    /// The rows of a table whose cells are these lines, where the format knows them: its cells
    /// without their marks, empty ones included.
    pub(in crate::parse) fn table(&self, source: &str, lines: &[Line]) -> Option<Vec<Vec<String>>> {
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
        let words = CleanText::of(source, [cell]);
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

/// The entry whose span holds the beginning of a line, of entries that are sorted.
fn around<T>(entries: &[T], line: Span, span: impl Fn(&T) -> Span) -> Option<&T> {
    let after = entries.partition_point(|entry| span(entry).start <= line.start);
    let entry = entries.get(after.checked_sub(1)?)?;
    (span(entry).end > line.start).then_some(entry)
}

fn covers(span: Span, line: Span) -> bool {
    span.start <= line.start && line.end <= span.end
}

/// The span at the beginning of a line, of spans that are sorted and do not overlap.
pub(in crate::parse) fn at(spans: &[Span], line: Span) -> Option<Span> {
    let after = spans.partition_point(|span| span.start <= line.start);
    let span = *spans.get(after.checked_sub(1)?)?;
    (span.end > line.start).then_some(span)
}

/// The spans that touch a text, as bytes of it, each with the span.
pub(in crate::parse) fn ranges(words: &CleanText, spans: &[Span]) -> Vec<(Range<usize>, Span)> {
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
