//! A draft or a note → a block or a footnote of the document. Knows one of them at a time.

use std::ops::Range;

use super::cut_marks::shifted;
use crate::{
    document::{Block, Cite, Footnote, Mark, Opener, Shape},
    parse::{
        blocks::{Draft, tables},
        inline::refer::Link,
        lines::line::Line,
        notes::note::Note,
        paragraphs::text::Text,
        words::openers,
    },
};

/// The block of a draft whose marks have been cut out of its words.
pub(in crate::parse) fn block(
    text: &Text<'_>,
    draft: &mut Draft,
    cite: Cite,
    parent: Option<usize>,
    words: String,
    marks: Vec<Mark>,
) -> Block {
    let lines = &text.lines[draft.lines.clone()];
    let span =
        lines.first().zip(lines.last()).map(|(a, b)| a.span.cover(b.span)).unwrap_or_default();
    let opener = match draft.shape {
        Shape::Paragraph => openers::opener(&words, text.language, draft.part),
        Shape::Item | Shape::Heading | Shape::Table => None,
    };
    let rows = if draft.shape == Shape::Table {
        let set = |line: &Line| (usize::from(line.indent), &text.source[line.span.range()]);
        let cells: Vec<(usize, &str)> = lines.iter().map(set).collect();
        text.known.table(text.source, lines).unwrap_or_else(|| tables::rows(&cells))
    } else {
        Vec::new()
    };
    let (number, label) = match draft.label.take() {
        Some(label) => (Some(label.number), label.printed),
        None => (None, String::new()),
    };
    Block {
        cite,
        part: draft.part,
        shape: draft.shape,
        depth: draft.depth,
        parent,
        number,
        label,
        text: words,
        opener,
        marks,
        references: Vec::new(),
        italics: Vec::new(),
        rows,
        span,
    }
}

/// The opener of a paragraph whose first words are in italics. What is longer than any opener is a
/// paragraph all in italics.
pub(in crate::parse) fn emphasised_opener(
    block: &Block,
    italics: &[Range<usize>],
) -> Option<Opener> {
    const LONGEST: usize = 90;
    let first = italics.first().filter(|range| range.start == 0)?;
    let words = block.text.get(first.clone())?.trim_end_matches([' ', ',', ':', '\u{a0}']);
    if words.is_empty() || words.chars().count() > LONGEST {
        return None;
    }
    let length = words.len();
    let told = block.opener.clone().map(|opener| Opener { length, ..opener });
    Some(told.unwrap_or_else(|| Opener::unknown(length)))
}

/// The footnote of a note, and what the format links in it.
pub(in crate::parse) fn footnote(text: &Text<'_>, note: &Note) -> (Footnote, Vec<Link>) {
    let mut words = text.words(note.paragraphs.start, note.lead);
    for paragraph in note.paragraphs.clone().skip(1) {
        for line in text.lines_of(paragraph) {
            words.push(text.source, line.span);
        }
    }
    let first = text.lines_of(note.paragraphs.start).first();
    let last = note.paragraphs.clone().next_back();
    let last = last.and_then(|paragraph| text.lines_of(paragraph).last());
    let span = first.zip(last).map(|(a, b)| a.span.cover(b.span)).unwrap_or_default();
    let trimmed = words.text.trim().to_owned();
    let lead = words.text.len() - words.text.trim_start().len();
    let italics = text.known.italics(&words).into_iter();
    let italics = italics.filter_map(|range| shifted(range, lead, &trimmed)).collect();
    let links = text.known.links(&words).into_iter();
    let links = links.filter_map(|(range, s)| Some((shifted(range, lead, &trimmed)?, s))).collect();
    let footnote = Footnote {
        mark: note.mark.clone(),
        antecedent: None,
        text: trimmed,
        references: Vec::new(),
        italics,
        span,
    };
    (footnote, links)
}
