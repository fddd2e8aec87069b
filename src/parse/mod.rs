//! Manuscript → document. Total: any text gives a document, and what is wrong with it is data.
//! Knows the grammar of resolutions (`grammar.md`), no file and no format.
//!
//! In the order of the work: `lines`, then `debris` is told from text, `feet` of pages are taken
//! out, `paragraphs` are joined, `notes` finds the footnotes behind, a state machine makes `blocks`
//! of the rest, and `assemble` aligns [`marks`], finds [`references`] and gives every byte of the
//! source to its owner.

mod assemble;
mod blocks;
mod dates;
mod debris;
mod feet;
mod fold;
mod forms;
mod head;
pub mod ibid;
mod known;
mod label;
mod lines;
mod marked;
pub mod marks;
mod names;
mod notes;
pub mod openers;
mod pages;
mod paragraphs;
mod problems;
pub mod references;
mod stacks;
mod symbols;
mod tables;
mod tiles;
mod tongue;
mod words;

use std::ops::Range;

use assemble::Found;
use blocks::Structure;
use known::Known;
use lines::Line;
use notes::Note;
use pages::Pages;
use paragraphs::Paragraph;

use crate::{
    document::{Debris, Document, Kind, Language, Owner, Problem, ProblemKind, Span, Symbol, Tile},
    manuscript::Manuscript,
};

/// No title ends later than this many lines from the beginning of a file.
const LONGEST_HEAD: usize = 400;

/// Understands a manuscript.
#[must_use]
pub fn parse(manuscript: &Manuscript) -> (Document, Vec<Problem>) {
    let source = manuscript.text.as_str();
    let language = manuscript.language.unwrap_or_else(|| tongue::language(source));
    if manuscript.is_marked_up() {
        return marked::parse(manuscript, language);
    }
    let all = lines::lines(source);
    let known = Known::of(manuscript);
    let mut sorted = debris::sort(source, &all, language);
    known.sort(&all, &mut sorted.kinds);
    let mut document = Document { language, ..Document::default() };

    // A first reading finds the title; then the heads of pages that repeat it are known as such.
    let mut first = text_lines(&all, &sorted.kinds);
    first.truncate(LONGEST_HEAD);
    let first_paragraphs = cut(source, &first, language, &known);
    let known = &known;
    let pages = Pages { source, lines: &first, paragraphs: &first_paragraphs, language, known };
    if let Some((title, end)) = title_text(pages) {
        let symbol = sorted.facts.symbol.clone();
        debris::repeated_titles(source, &all, &mut sorted.kinds, &title, end, symbol.as_deref());
    }

    let text = text_lines(&all, &sorted.kinds);
    let (mut text, feet) =
        if known.knows_notes() { (text, Vec::new()) } else { feet::set_aside(source, text) };
    let mut paragraphs = cut(source, &text, language, known);
    let pages = Pages { source, lines: &text, paragraphs: &paragraphs, language, known };
    // Notes stand at the feet of pages or behind the text, never in both places.
    let (mut notes, is_note) = if known.knows_notes() {
        known.footnotes(source, &text, &paragraphs)
    } else if feet.is_empty() {
        notes::find(pages)
    } else {
        (Vec::new(), vec![false; paragraphs.len()])
    };
    let structure = blocks::blocks(pages, &is_note);
    notes.extend(lay_feet_behind(feet, &mut text, &mut paragraphs));
    let pages = Pages { source, lines: &text, paragraphs: &paragraphs, language, known };
    let title = read_head(pages, structure.head.clone(), &mut document);
    fill_head(&structure, &sorted.facts, &mut document);

    let kinds =
        all.iter().zip(&sorted.kinds).filter_map(|(line, kind)| Some((line.span, (*kind)?)));
    let found = Found { pages, structure, notes, title };
    finish(found, kinds.collect(), document, manuscript.damaged)
}

/// Puts together what was found, and says what is wrong with it.
fn finish(
    mut found: Found<'_>,
    debris: Vec<(Span, &'static str)>,
    mut document: Document,
    is_damaged: bool,
) -> (Document, Vec<Problem>) {
    let source = found.pages.source;
    let mut claims = Vec::new();
    assemble::claim_lines(found.pages, &found.structure.head, Owner::Head, &mut claims);
    let missing = assemble::assemble(&mut found, &mut document, &mut claims);
    let mut problems = problems::problems(&document, &found.structure, &missing);
    set_aside(source, debris, &mut document, claims, &mut problems);
    if is_damaged {
        problems.push(damaged(source));
    }
    (document, problems)
}

/// The lines in paragraphs: as the format has them, or as they seem to be.
fn cut(source: &str, lines: &[Line], language: Language, known: &Known<'_>) -> Vec<Paragraph> {
    if known.lines_are_paragraphs {
        return (0..lines.len()).map(|i| i..i + 1).collect();
    }
    paragraphs::paragraphs(source, lines, language)
}

/// The lines that are no debris.
fn text_lines(all: &[Line], kinds: &[Option<&'static str>]) -> Vec<Line> {
    let (mut after_debris, mut after_rule) = (false, false);
    let mut text = Vec::with_capacity(all.len());
    for (line, kind) in all.iter().zip(kinds) {
        if let Some(kind) = kind {
            after_debris = true;
            after_rule |= *kind == debris::SEPARATOR;
        } else {
            text.push(Line { after_debris, after_rule, ..*line });
            (after_debris, after_rule) = (false, false);
        }
    }
    text
}

/// Puts the footnotes from the feet of pages behind the text, each a paragraph.
fn lay_feet_behind(
    feet: Vec<feet::Foot>,
    text: &mut Vec<Line>,
    paragraphs: &mut Vec<Paragraph>,
) -> Vec<Note> {
    feet.into_iter()
        .map(|foot| {
            let start = text.len();
            text.extend(foot.lines);
            paragraphs.push(start..text.len());
            let paragraph = paragraphs.len() - 1;
            Note { mark: foot.mark, lead: foot.lead, paragraphs: paragraph..paragraph + 1 }
        })
        .collect()
}

/// The title as it stands in the head, and where it ends in the source.
fn title_text(pages: Pages<'_>) -> Option<(String, usize)> {
    let mut scratch = Document { language: pages.language, ..Document::default() };
    let at = read_head(pages, 0..blocks::body(pages), &mut scratch)?;
    let words = pages.words(at.start, at.number);
    let end = words.source_of(words.text.len());
    Some((words.text, end))
}

/// Reads the head; says where the title is among all paragraphs.
fn read_head(
    pages: Pages<'_>,
    range: Range<usize>,
    document: &mut Document,
) -> Option<head::TitleAt> {
    let words: Vec<String> = range.clone().map(|i| pages.words(i, 0).text).collect();
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    let at = head::read(&words, pages.language, &mut document.head)?;
    // The number stands in the source with a tab or a no-break space behind it.
    let first = pages.first_line(range.start + at.start);
    let number = if at.number == 0 { 0 } else { head::number_in_line(first) };
    Some(head::TitleAt { start: range.start + at.start, end: range.start + at.end, number })
}

/// What is known once the whole text has been read.
fn fill_head(structure: &Structure, facts: &debris::Facts, document: &mut Document) {
    let head = &mut document.head;
    head.organ = head.organ.or(structure.organ);
    head.meeting = head.meeting.take().or_else(|| structure.meeting.clone());
    head.vote = head.vote.take().or_else(|| structure.vote.clone());
    head.adopted = head.adopted.or(structure.closing_date);
    head.issued = facts.issued;
    head.job_number.clone_from(&facts.job_number);
    if let Some(symbol) = &facts.symbol {
        head.symbol = Some(Symbol::new(symbol.as_str()));
    } else if head.symbol.is_none()
        && let (Some(number), Some(organ)) = (&head.number, head.organ)
    {
        head.symbol = Some(head::symbol_of(number, organ));
    }
    let is_draft = head.symbol.as_ref().is_some_and(|symbol| symbol.as_str().contains("/L."));
    if is_draft {
        head.kind = Kind::Draft;
    } else if head.symbol.as_ref().is_some_and(|symbol| symbol.as_str().contains("/PRST/")) {
        head.kind = Kind::Statement;
    }
}

/// Gives debris, and whatever nobody claimed, to the document, and tiles the source.
fn set_aside(
    source: &str,
    debris: Vec<(Span, &'static str)>,
    document: &mut Document,
    mut claims: Vec<Tile>,
    problems: &mut Vec<Problem>,
) {
    let known = debris.iter().map(|(span, _)| Tile { span: *span, owner: Owner::Space });
    let lost = tiles::unclaimed(source, claims.iter().copied().chain(known).collect());
    let mut debris = debris;
    debris.extend(lost.into_iter().map(|span| (span, "stray text")));
    debris.sort_by_key(|(span, _)| span.start);
    for (span, kind) in debris {
        let text = source[span.range()].to_owned();
        if kind == "stray text" {
            let shown: String = text.chars().take(40).collect();
            problems.push(Problem {
                kind: ProblemKind::Stray,
                message: format!("this is no part of the resolution that we know: {shown}"),
                span,
            });
        }
        claims.push(Tile { span, owner: Owner::Debris(document.debris.len()) });
        document.debris.push(Debris { kind, text, span });
    }
    document.tiles = tiles::tiles(source, claims);
}

fn damaged(source: &str) -> Problem {
    let at = source.find('\u{fffd}').unwrap_or(0);
    Problem {
        kind: ProblemKind::Encoding,
        message: "some bytes are not valid in the encoding of this file".into(),
        span: Span::new(at, (at + '\u{fffd}'.len_utf8()).min(source.len())),
    }
}
