//! Drafts, notes and marks → the document: clean texts, spans, references, tiles.

use std::{collections::HashSet, ops::Range};

use super::{
    blocks::{Draft, Structure},
    fold::Folded,
    head::TitleAt,
    ibid,
    marks::{self, Placed},
    names,
    notes::Note,
    openers,
    pages::Pages,
    references::{self, Context},
    tables,
};
use crate::document::{
    Block, Certainty, Cite, Document, Footnote, Mark, Owner, Part, Shape, Span, Symbol, Tile,
};

/// Everything that was found, to be put together.
pub(super) struct Found<'a> {
    pub(super) pages: Pages<'a>,
    pub(super) structure: Structure,
    pub(super) notes: Vec<Note>,
    pub(super) title: Option<TitleAt>,
}

/// Fills in blocks, footnotes, the title's marks, and claims for their bytes. Returns the marks
/// whose footnote is missing.
pub(super) fn assemble(
    found: &mut Found<'_>,
    document: &mut Document,
    claims: &mut Vec<Tile>,
) -> Vec<(String, Span)> {
    let mut title = found.title.map(|at| title_words(found.pages, at));
    let placed = placed(found, title.as_ref());
    let mut missing = Vec::new();
    let mut cutter = Cutter { placed: &placed, missing: &mut missing };

    if let Some((title, span)) = &mut title {
        let (text, marks) = cutter.cut(0, title);
        document.head.title = Some(text).filter(|text| !text.is_empty());
        document.head.title_marks = marks;
        document.head.title_span = *span;
    }
    let in_head = found.pages.known.marks_within(found.pages, &found.structure.head);
    let has_note = |label: &str| found.notes.iter().any(|note| note.mark == label);
    add_to_title(document, in_head.into_iter().filter(|(label, _)| has_note(label)));
    let names = names::names(&found.structure);
    let pages = found.pages;
    let mut links: Vec<Vec<Link>> = Vec::new();
    let drafts = found.structure.drafts.iter_mut().enumerate();
    for ((index, draft), (cite, parent)) in drafts.zip(names) {
        let italics = pages.known.italics(&draft.words);
        let linked = pages.known.links(&draft.words);
        let (text, marks) = cutter.cut(index + 1, &mut draft.words);
        let italics = without_marks(italics, &cutter, index + 1, &text);
        let linked = linked.into_iter().filter_map(|(range, symbol)| {
            Some((without_marks(vec![range], &cutter, index + 1, &text).pop()?, symbol))
        });
        links.push(linked.collect());
        claim_block(pages, index, draft, &marks, claims);
        let mut block = block(pages, draft, cite, parent, text, marks);
        if block.shape == Shape::Paragraph {
            // The meeting at the end is in italics as well, and opens nothing.
            if block.part != Part::Closing {
                block.opener = emphasised_opener(&block.text, &italics).or(block.opener);
            }
        }
        document.blocks.push(Block { italics, ..block });
    }
    for (index, note) in found.notes.iter().enumerate() {
        let (footnote, linked) = footnote(found.pages, note);
        links.push(linked);
        claim_lines(found.pages, &note.paragraphs, Owner::Footnote(index), claims);
        document.footnotes.push(footnote);
    }
    refer(document, &links);
    missing
}

/// Words of a text, and the document that the format links them to.
type Link = (Range<usize>, Symbol);

/// The opener of a paragraph whose first words are in italics. What is longer than any opener is a
/// paragraph all in italics.
fn emphasised_opener(text: &str, italics: &[Range<usize>]) -> Option<usize> {
    const LONGEST: usize = 90;
    let first = italics.first().filter(|range| range.start == 0)?;
    let words = text.get(first.clone())?.trim_end_matches([' ', ',', ':', '\u{a0}']);
    (!words.is_empty() && words.chars().count() <= LONGEST).then_some(words.len())
}

/// Marks of the head that are not in the title stand below it, at the letter of a part: they are
/// cited at its end.
fn add_to_title(document: &mut Document, in_head: impl Iterator<Item = (String, Span)>) {
    let Some(title) = &document.head.title else { return };
    let at = title.len();
    for (label, span) in in_head {
        let marks = &mut document.head.title_marks;
        if !marks.iter().any(|mark| mark.span == span) {
            marks.push(Mark { label, at, kept: 0, certainty: Certainty::Sure, span });
        }
    }
}

fn title_words(pages: Pages<'_>, at: TitleAt) -> (Folded, Span) {
    let mut words = pages.words(at.start, at.number);
    for paragraph in at.start + 1..at.end {
        let lines = pages.paragraphs.get(paragraph).cloned().unwrap_or_default();
        for line in pages.lines.get(lines).unwrap_or_default() {
            words.push(pages.source, line.span);
        }
    }
    let span = Span::new(words.source_of(0), words.source_of(words.text.len()));
    (words, span)
}

/// Where the marks stand, over the title and all blocks.
fn placed(found: &Found<'_>, title: Option<&(Folded, Span)>) -> Vec<Placed> {
    let known = found.pages.known;
    if known.knows_notes() {
        let nothing = Folded::default();
        let mut stretches = vec![title.map_or(&nothing, |(title, _)| title)];
        stretches.extend(found.structure.drafts.iter().map(|draft| &draft.words));
        return known.placed(found.pages.source, &stretches);
    }
    let mut stretches: Vec<&str> = vec![title.map_or("", |(title, _)| title.text.as_str())];
    stretches.extend(found.structure.drafts.iter().map(|draft| match draft.part {
        Part::Closing => "",
        _ => draft.words.text.as_str(),
    }));
    let labels: Vec<&str> = found.notes.iter().map(|note| note.mark.as_str()).collect();
    let mut placed = marks::place_marks(&stretches, &labels, &[], found.pages.language);
    // The date below a meeting line ends in a year, and what stands before the text in a year's
    // book are dates too: marks there are few and never certain.
    placed.retain(|mark| {
        stretches.get(mark.stretch).is_some_and(|text| text.get(mark.range.clone()).is_some())
    });
    placed
}

/// Cuts marks out of stretches.
struct Cutter<'a> {
    placed: &'a [Placed],
    missing: &'a mut Vec<(String, Span)>,
}

impl Cutter<'_> {
    /// The clean text of a stretch, and its marks. Takes the text where nothing is to be cut out of
    /// it: most paragraphs have no mark, and long documents are not copied once more.
    fn cut(&mut self, stretch: usize, words: &mut Folded) -> (String, Vec<Mark>) {
        let start = self.placed.partition_point(|mark| mark.stretch < stretch);
        let end = self.placed.partition_point(|mark| mark.stretch <= stretch);
        if start == end && words.text.trim().len() == words.text.len() {
            return (std::mem::take(&mut words.text), Vec::new());
        }
        let mut text = String::with_capacity(words.text.len());
        let mut marks = Vec::with_capacity(end - start);
        let mut last = 0;
        for placed in &self.placed[start..end] {
            let Range { start, end } = placed.range;
            if start < last {
                continue;
            }
            let is_kept = placed.stays_in_words();
            let own = if is_kept { placed.sign(&words.text) } else { start..end };
            text.push_str(&words.text[last..own.start]);
            let span = source_span(words, own.start, own.end);
            marks.push(Mark {
                label: placed.label.clone(),
                at: text.len(),
                kept: if is_kept { own.len() } else { 0 },
                certainty: placed.certainty,
                span,
            });
            if placed.is_virtual {
                self.missing.push((placed.label.clone(), span));
            }
            last = if is_kept { own.start } else { end };
        }
        text.push_str(&words.text[last..]);
        let length = text.trim_end().len();
        text.truncate(length);
        let lead = text.len() - text.trim_start().len();
        if lead > 0 {
            text.drain(..lead);
        }
        for mark in &mut marks {
            mark.at = mark.at.saturating_sub(lead).min(length - lead);
            mark.kept = mark.kept.min(length - lead - mark.at);
        }
        (text, marks)
    }
}

/// Ranges of a stretch as ranges of the clean text, from which its marks have been cut.
fn without_marks(
    ranges: Vec<Range<usize>>,
    cutter: &Cutter<'_>,
    stretch: usize,
    text: &str,
) -> Vec<Range<usize>> {
    if ranges.is_empty() {
        return ranges;
    }
    let start = cutter.placed.partition_point(|mark| mark.stretch < stretch);
    let end = cutter.placed.partition_point(|mark| mark.stretch <= stretch);
    let cut_before = |at: usize| -> usize {
        let marks = cutter.placed[start..end].iter().filter(|mark| !mark.stays_in_words());
        marks.map(|mark| mark.range.end.min(at).saturating_sub(mark.range.start)).sum()
    };
    let clean = |range: Range<usize>| {
        range.start - cut_before(range.start)..range.end - cut_before(range.end)
    };
    ranges.into_iter().map(clean).filter_map(|range| shifted(range, 0, text)).collect()
}

/// A range of a text that lost so many bytes at its beginning, and perhaps some at its end.
fn shifted(range: Range<usize>, lead: usize, text: &str) -> Option<Range<usize>> {
    let start = range.start.saturating_sub(lead).min(text.len());
    let end = range.end.saturating_sub(lead).min(text.len());
    (start < end && text.get(start..end).is_some()).then_some(start..end)
}

/// The bytes of the source that a range of folded text was copied from, without the white space at
/// its end: one space of the text may stand for many bytes there.
fn source_span(words: &Folded, start: usize, end: usize) -> Span {
    let last = words.text[start..end].trim_end().char_indices().next_back();
    let (at, length) = last.map_or((start, 0), |(at, c)| (start + at, c.len_utf8()));
    Span::new(words.source_of(start), words.source_of(at) + length)
}

fn block(
    pages: Pages<'_>,
    draft: &Draft,
    cite: Cite,
    parent: Option<usize>,
    text: String,
    marks: Vec<Mark>,
) -> Block {
    let lines = &pages.lines[draft.lines.clone()];
    let span =
        lines.first().zip(lines.last()).map(|(a, b)| a.span.cover(b.span)).unwrap_or_default();
    let opener = match draft.shape {
        Shape::Paragraph => openers::opener(&text, pages.language, draft.part),
        Shape::Item | Shape::Heading | Shape::Table => None,
    };
    let rows = if draft.shape == Shape::Table {
        let cells: Vec<&str> = lines.iter().map(|line| &pages.source[line.span.range()]).collect();
        pages.known.table(pages.source, lines).unwrap_or_else(|| tables::rows(&cells))
    } else {
        Vec::new()
    };
    Block {
        cite,
        part: draft.part,
        shape: draft.shape,
        depth: draft.depth,
        parent,
        number: draft.label.as_ref().map(|label| label.number.clone()),
        label: draft.label.as_ref().map(|label| label.printed.clone()).unwrap_or_default(),
        label_in_line: draft.label_in_line,
        text,
        opener,
        marks,
        references: Vec::new(),
        italics: Vec::new(),
        rows,
        span,
    }
}

fn footnote(pages: Pages<'_>, note: &Note) -> (Footnote, Vec<Link>) {
    let mut words = pages.words(note.paragraphs.start, note.lead);
    for paragraph in note.paragraphs.clone().skip(1) {
        for line in &pages.lines[pages.paragraphs[paragraph].clone()] {
            words.push(pages.source, line.span);
        }
    }
    let lines = pages.paragraphs[note.paragraphs.start].start
        ..pages.paragraphs[note.paragraphs.end - 1].end;
    let lines = &pages.lines[lines];
    let span =
        lines.first().zip(lines.last()).map(|(a, b)| a.span.cover(b.span)).unwrap_or_default();
    let text = words.text.trim().to_owned();
    let lead = words.text.len() - words.text.trim_start().len();
    let italics = pages.known.italics(&words).into_iter();
    let italics = italics.filter_map(|range| shifted(range, lead, &text)).collect();
    let links = pages.known.links(&words).into_iter();
    let links = links.filter_map(|(range, s)| Some((shifted(range, lead, &text)?, s))).collect();
    let footnote = Footnote {
        mark: note.mark.clone(),
        antecedent: None,
        text,
        references: Vec::new(),
        italics,
        span,
    };
    (footnote, links)
}

fn claim_block(
    pages: Pages<'_>,
    index: usize,
    draft: &Draft,
    marks: &[Mark],
    claims: &mut Vec<Tile>,
) {
    for line in &pages.lines[draft.lines.clone()] {
        let mut at = line.span.start;
        let inside = marks
            .iter()
            .enumerate()
            .filter(|(_, mark)| mark.kept == 0 && line.span.contains(mark.span.start));
        for (number, mark) in inside {
            let start = mark.span.start.max(at);
            let end = mark.span.end.min(line.span.end).max(start);
            claims.extend(tile(at, start, Owner::Block(index)));
            claims.extend(tile(start, end, Owner::Mark { block: index, mark: number }));
            at = end;
        }
        claims.extend(tile(at, line.span.end, Owner::Block(index)));
    }
}

fn tile(start: usize, end: usize, owner: Owner) -> Option<Tile> {
    (start < end).then(|| Tile { span: Span::new(start, end), owner })
}

/// Claims the lines of paragraphs for an owner.
pub(super) fn claim_lines(
    pages: Pages<'_>,
    paragraphs: &Range<usize>,
    owner: Owner,
    claims: &mut Vec<Tile>,
) {
    for paragraph in pages.paragraphs.get(paragraphs.clone()).unwrap_or_default() {
        let lines = pages.lines.get(paragraph.clone()).unwrap_or_default();
        claims.extend(lines.iter().map(|line| Tile { span: line.span, owner }));
    }
}

/// Finds the references of all texts.
fn refer(document: &mut Document, links: &[Vec<Link>]) {
    let places: HashSet<Cite> = document
        .blocks
        .iter()
        .map(|block| block.cite.clone())
        .chain(document.footnotes.iter().map(|note| Cite::footnote(&note.mark)))
        .collect();
    let exists = |cite: &Cite| places.contains(cite);
    let (language, organ) = (document.language, document.head.organ);
    let (of_blocks, of_notes) = links.split_at(document.blocks.len().min(links.len()));
    for (block, links) in document.blocks.iter_mut().zip(of_blocks) {
        let context = Context { language, organ, place: &block.cite, exists: &exists };
        block.references = references::find_linked(&block.text, links, &context);
    }
    for (note, links) in document.footnotes.iter_mut().zip(of_notes) {
        let cite = Cite::footnote(&note.mark);
        let context = Context { language, organ, place: &cite, exists: &exists };
        note.references = references::find_linked(&note.text, links, &context);
    }
    ibid::resolve(&mut document.footnotes, language);
}
