//! What was read → the document: clean texts, spans, names, references, tiles, problems.

use super::{
    block::{block, emphasised_opener, footnote},
    claims::{claim_block, claim_lines},
    cut_marks::{Cutter, without_marks},
    head_lines::claim_head,
    inline_notes, names, problems,
    reading::Reading,
    resolutions::resolutions,
    tiles,
};
use crate::{
    document::{
        Block, Certainty, Document, Kind, Mark, Owner, Part, Problem, ProblemKind, Shape, Span,
        Tile,
    },
    parse::{
        blocks::{head::TitleAt, vote_of},
        inline::{
            known_marks,
            refer::{Link, refer},
        },
        lines::clean_text::CleanText,
        marks::{self, Placed},
        paragraphs::text::Text,
        words::{Words, set_phrases},
    },
};

/// The word before a footnote in brackets, `Footnote:`, which is none of its words.
const NOTE_LABEL: &str = "note label";

/// Puts together what was found, and says what is wrong with it. `is_damaged` says that some bytes
/// of the file were not valid in its encoding.
pub(in crate::parse) fn document(
    mut found: Reading<'_>,
    is_damaged: bool,
) -> (Document, Vec<Problem>) {
    let source = found.text.source;
    let head = std::mem::take(&mut found.head);
    let mut document = Document { language: found.text.language, head, ..Document::default() };
    let mut claims = Vec::new();
    claim_head(&mut found, &document.head, &mut claims);
    let missing = fill(&mut found, &mut document, &mut claims);
    document.resolutions = resolutions(&found, &document);
    if document.head.title.is_none() && document.head.kind != Kind::Other {
        let mut titles = document.resolutions.iter().map(|resolution| &resolution.title);
        document.head.title = titles.find_map(Clone::clone);
    }
    let mut problems = problems::problems(&document, &found.structure, &missing);
    tiles::finish_tiles(source, found.debris, &mut document, claims, &mut problems);
    if is_damaged {
        problems.push(damaged(source));
    }
    (document, problems)
}

/// Fills in title, blocks and footnotes with marks and references, and claims their bytes. Returns
/// the marks whose footnote is missing.
fn fill(
    found: &mut Reading<'_>,
    document: &mut Document,
    claims: &mut Vec<Tile>,
) -> Vec<(String, Span)> {
    let mut title = found.title.map(|at| title_words(&found.text, at));
    let mut placed = placed_marks(found, title.as_ref());
    let numbers = found.notes.iter().filter_map(|note| note.mark.parse().ok());
    let words = found.structure.drafts.iter().map(|draft| &draft.words);
    let inline = inline_notes::find(words, numbers.max().unwrap_or(0), &mut placed);
    let mut missing = Vec::new();
    let mut cutter = Cutter { placed: &placed, missing: &mut missing };
    if let Some((title, span)) = &mut title {
        let (text, marks) = cutter.cut(0, title);
        document.head.title = Some(text).filter(|text| !text.is_empty());
        document.head.title_marks = marks;
        document.head.title_span = *span;
    }
    let has_note = |label: &str| found.notes.iter().any(|note| note.mark == label);
    let in_head = known_marks::marks_within(&found.text, &found.structure.head).into_iter();
    add_to_title(document, in_head.filter(|(label, _)| has_note(label)));
    let mut links = fill_blocks(found, &mut cutter, document, claims);
    for (index, note) in found.notes.iter().enumerate() {
        let (footnote, linked) = footnote(&found.text, note);
        links.push(linked);
        claim_lines(&found.text, &note.paragraphs, Owner::Footnote(index), claims);
        document.footnotes.push(footnote);
    }
    for note in inline {
        links.push(Vec::new());
        found.debris.push((note.label, NOTE_LABEL));
        document.footnotes.push(note.footnote);
    }
    refer(document, &links);
    missing
}

/// Fills in the blocks; returns what the format links in each.
fn fill_blocks(
    found: &mut Reading<'_>,
    cutter: &mut Cutter<'_>,
    document: &mut Document,
    claims: &mut Vec<Tile>,
) -> Vec<Vec<Link>> {
    let Reading { text, structure, .. } = found;
    let names = names::names(structure);
    let mut links: Vec<Vec<Link>> = Vec::with_capacity(structure.drafts.len());
    for ((index, draft), (cite, parent)) in structure.drafts.iter_mut().enumerate().zip(names) {
        let italics = text.known.italics(&draft.words);
        let linked = text.known.links(&draft.words);
        // The words of the vote are those of its block, without their marks.
        let is_the_vote = draft.part == Part::Closing
            && document.head.vote.as_ref().is_some_and(|vote| *vote == vote_of(&draft.words.text));
        let (words, marks) = cutter.cut(index + 1, &mut draft.words);
        if is_the_vote {
            document.head.vote = Some(vote_of(&words));
        }
        let italics = without_marks(italics, cutter, index + 1, &words);
        let linked = linked.into_iter().filter_map(|(range, symbol)| {
            Some((without_marks(vec![range], cutter, index + 1, &words).pop()?, symbol))
        });
        links.push(linked.collect());
        claim_block(text, index, draft, &marks, claims);
        let mut block = block(text, draft, cite, parent, words, marks);
        // The meeting at the end is in italics as well, and opens nothing.
        if block.shape == Shape::Paragraph && block.part != Part::Closing {
            block.opener = emphasised_opener(&block, &italics).or(block.opener);
        }
        document.blocks.push(Block { italics, ..block });
    }
    links
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

/// The words of the title, its marks still in them, and its bytes in the source.
fn title_words(text: &Text<'_>, at: TitleAt) -> (CleanText, Span) {
    let mut words = text.words(at.start, at.number);
    for paragraph in at.start + 1..at.end {
        for line in text.lines_of(paragraph) {
            words.push(text.source, line.span);
        }
    }
    let span = Span::new(words.source_of(0), words.source_of(words.text.len()));
    (words, span)
}

/// Aligns marks and footnotes over the title and all blocks.
fn placed_marks(found: &Reading<'_>, title: Option<&(CleanText, Span)>) -> Vec<Placed> {
    let known = found.text.known;
    if known.knows_notes() {
        let nothing = CleanText::default();
        let mut stretches = vec![title.map_or(&nothing, |(title, _)| title)];
        stretches.extend(found.structure.drafts.iter().map(|draft| &draft.words));
        return known_marks::placed(known, found.text.source, &stretches);
    }
    let mut stretches: Vec<&str> = vec![title.map_or("", |(title, _)| title.text.as_str())];
    // The date below a meeting line ends in a year; only behind a vote there may be a mark.
    let phrases = &Words::of(found.text.language).phrases;
    let is_vote =
        |text: &str| set_phrases::begins_with(&set_phrases::comparable(text), phrases.vote);
    stretches.extend(found.structure.drafts.iter().map(|draft| match draft.part {
        Part::Closing if !is_vote(&draft.words.text) => "",
        _ => draft.words.text.as_str(),
    }));
    let labels: Vec<&str> = found.notes.iter().map(|note| note.mark.as_str()).collect();
    marks::place_marks(&stretches, &labels, found.text.language)
}

fn damaged(source: &str) -> Problem {
    let at = source.find('\u{fffd}').unwrap_or(0);
    Problem {
        kind: ProblemKind::Encoding,
        message: "some bytes are not valid in the encoding of this file".into(),
        span: Span::new(at, (at + '\u{fffd}'.len_utf8()).min(source.len())),
    }
}
