//! Manuscripts whose format says of every line what it is: blocks, footnotes, title and marks are
//! taken as they are given, and only what no format says is recognised: items by their letters,
//! sections by their numerals, what a closing line means. Knows evidence and drafts.

use super::{
    assemble::Found,
    blocks::{self, Draft, Structure},
    debris, forms,
    head::{TitleAt, agenda_items},
    known::{Known, LineKind},
    label::{self, Label, Levels},
    lines::{self, Line},
    notes::Note,
    pages::Pages,
    paragraphs::Paragraph,
};
use crate::{
    document::{Document, Head, Language, Part, Problem, Shape, Span},
    manuscript::Manuscript,
};

/// Understands a manuscript of marked-up text.
pub(super) fn parse(manuscript: &Manuscript, language: Language) -> (Document, Vec<Problem>) {
    let source = manuscript.text.as_str();
    let known = &Known::of(manuscript);
    let sheets = Sheets::of(source, known);
    let (lines, paragraphs) = (&sheets.lines, &sheets.paragraphs);
    let pages = Pages { source, lines, paragraphs, language, known };
    let structure = structure(pages, &sheets.kinds);
    let mut document = Document { language, ..Document::default() };

    let _ = super::read_head(pages, structure.head.clone(), &mut document);
    let title = marked_title(pages, &structure);
    overlay(&manuscript.head, &mut document.head);
    let facts = debris::Facts {
        symbol: None,
        job_number: manuscript.head.job_number.clone(),
        first_job: None,
        issued: manuscript.head.issued,
    };
    super::fill_head(&structure, &facts, &mut document);
    if document.head.meeting.is_none() {
        document.head.meeting.clone_from(&manuscript.head.meeting);
    }
    if document.head.vote.is_none() {
        document.head.vote = document.head.voting.as_ref().map(|voting| voting.in_words());
    }
    let notes = notes(pages, &sheets.kinds);
    let found = Found { pages, structure, notes, title };
    super::finish(found, sheets.debris, document, manuscript.damaged)
}

/// The lines of a manuscript in paragraphs, and what each of these is.
#[derive(Default)]
struct Sheets<'a> {
    lines: Vec<Line>,
    paragraphs: Vec<Paragraph>,
    kinds: Vec<LineKind<'a>>,
    debris: Vec<(Span, &'static str)>,
}

impl<'a> Sheets<'a> {
    fn of(source: &str, known: &Known<'a>) -> Self {
        let mut sheets = Self::default();
        let mut before = None;
        for line in lines::lines(source) {
            let (kind, whole) = known.kind(line.span);
            if let LineKind::Debris(kind) = kind {
                sheets.debris.push((line.span, kind));
                continue;
            }
            let at = sheets.lines.len();
            sheets.lines.push(line);
            match sheets.paragraphs.last_mut() {
                Some(last) if before == Some(whole) => last.end += 1,
                _ => {
                    sheets.paragraphs.push(at..at + 1);
                    sheets.kinds.push(kind);
                }
            }
            before = Some(whole);
        }
        sheets
    }
}

fn structure(pages: Pages<'_>, kinds: &[LineKind<'_>]) -> Structure {
    let body = kinds.iter().position(|kind| *kind != LineKind::Head).unwrap_or(kinds.len());
    let structure = Structure {
        head: 0..body,
        letters: vec![blocks::head_letter(pages, body)],
        numerals: vec![vec![String::new()]],
        ..Structure::default()
    };
    let mut builder = Builder { pages, structure, annex: None, levels: Levels::default() };
    for (paragraph, kind) in kinds.iter().enumerate() {
        if let LineKind::Block(part, shape) = kind {
            builder.block(paragraph, *part, *shape);
        }
    }
    builder.structure
}

struct Builder<'a> {
    pages: Pages<'a>,
    structure: Structure,
    annex: Option<String>,
    levels: Levels,
}

impl Builder<'_> {
    fn block(&mut self, paragraph: usize, part: Part, shape: Shape) {
        let language = self.pages.language;
        let line = self.pages.first_line(paragraph);
        match (part, shape) {
            (Part::Formula, _) => {
                let letter = blocks::part_letter(line).filter(|_| shape == Shape::Heading);
                if self.structure.drafts.last().is_some_and(|last| last.part != Part::Formula) {
                    self.structure.letters.push(letter);
                    self.structure.numerals.push(vec![String::new()]);
                } else if let (Some(letter), Some(last)) =
                    (letter, self.structure.letters.last_mut())
                {
                    last.get_or_insert(letter);
                }
                self.annex = None;
                if shape == Shape::Paragraph {
                    self.structure.has_formula = true;
                    let organ = forms::formula(line, language);
                    self.structure.organ = self.structure.organ.or(organ);
                }
            }
            (Part::Annex, Shape::Heading) => {
                let named = forms::annex(line, language);
                let first = || "Annex".to_owned();
                self.annex = named.or_else(|| self.annex.take()).or_else(|| Some(first()));
            }
            (Part::Annex, _) => {
                self.annex.get_or_insert_with(|| "Annex".to_owned());
            }
            (_, Shape::Heading) => {
                if let (Some(numeral), Some(numerals)) =
                    (blocks::section_numeral(line), self.structure.numerals.last_mut())
                {
                    numerals.push(numeral);
                }
            }
            _ => {}
        }
        self.push(paragraph, part, shape, line);
        if part == Part::Closing {
            blocks::note_closing(&mut self.structure, language);
        }
    }

    fn push(&mut self, paragraph: usize, part: Part, shape: Shape, line: &str) {
        let label = match (part, shape) {
            (Part::Formula | Part::Closing, _) | (_, Shape::Heading | Shape::Table) => None,
            _ => self.label(paragraph, shape, line),
        };
        let is_item = label.as_ref().is_some_and(|(label, _)| label.is_item);
        let depth = match &label {
            Some((label, _)) if is_item => self.levels.enter(&label.number),
            None if shape == Shape::Heading => {
                self.levels.interrupt();
                0
            }
            _ => {
                self.levels.clear();
                0
            }
        };
        let skip = label.as_ref().map_or(0, |(label, _)| label.length);
        let (label, label_in_line) = label.map_or((None, false), |(l, in_line)| (Some(l), in_line));
        self.structure.drafts.push(Draft {
            part,
            shape: if is_item { Shape::Item } else { shape },
            depth,
            label,
            label_in_line,
            lines: self.pages.paragraphs.get(paragraph).cloned().unwrap_or_default(),
            words: self.pages.words(paragraph, skip),
            scope: self.structure.letters.len() - 1,
            section: self.structure.numerals.last().map_or(0, |numerals| numerals.len() - 1),
            annex: self.annex.clone().filter(|_| part == Part::Annex),
        });
    }

    /// The number of a paragraph: the one that is marked as such, else the one that it begins with,
    /// which then stands among its words.
    fn label(&self, paragraph: usize, shape: Shape, line: &str) -> Option<(Label, bool)> {
        let span = self.pages.line_of(paragraph)?.span;
        if let Some(marked) = self.pages.known.number(span) {
            let printed = self.pages.source.get(marked.range())?;
            let known = label::paragraph(printed).or_else(|| label::item(&format!("{printed} ")));
            let is_item = shape == Shape::Item || known.as_ref().is_some_and(|l| l.is_item);
            let number = known.map_or_else(
                || printed.chars().filter(|c| c.is_alphanumeric()).collect(),
                |label| label.number,
            );
            let label =
                Label { length: printed.len(), printed: printed.to_owned(), number, is_item };
            return (!label.number.is_empty()).then_some((label, false));
        }
        let label = label::item(line).or_else(|| label::paragraph(line))?;
        let is_set_apart = line.get(label.length..)?.starts_with(char::is_whitespace);
        is_set_apart.then_some((label, true))
    }
}

/// The title, where the format names it.
fn marked_title(pages: Pages<'_>, structure: &Structure) -> Option<TitleAt> {
    let title = pages.known.title()?;
    let start = structure.head.clone().find(|&paragraph| {
        pages.line_of(paragraph).is_some_and(|line| line.span.contains(title.start))
    })?;
    let number = title.start - pages.line_of(start)?.span.start;
    Some(TitleAt { start, end: start + 1, number })
}

fn notes(pages: Pages<'_>, kinds: &[LineKind<'_>]) -> Vec<Note> {
    let notes = kinds.iter().enumerate().filter_map(|(paragraph, kind)| {
        let LineKind::Note(mark) = kind else { return None };
        let line = pages.first_line(paragraph);
        let words = line.strip_prefix(mark).map_or(line, str::trim_start);
        let lead = line.len() - words.len();
        Some(Note { mark: (*mark).to_owned(), lead, paragraphs: paragraph..paragraph + 1 })
    });
    notes.collect()
}

/// Puts what the format records of the document before what its text says.
fn overlay(recorded: &Head, head: &mut Head) {
    let recorded = recorded.clone();
    head.symbol = recorded.symbol.or(head.symbol.take());
    head.number = recorded.number.or(head.number.take());
    head.kind = recorded.kind;
    head.organ = recorded.organ.or(head.organ);
    head.session = recorded.session.or(head.session.take());
    if !recorded.agenda_items.is_empty() {
        let items = recorded.agenda_items.iter();
        head.agenda_items = items.flat_map(|printed| agenda_items(printed)).collect();
    }
    head.agenda_title = recorded.agenda_title.or(head.agenda_title.take());
    head.adopted = recorded.adopted.or(head.adopted);
    head.proposal = recorded.proposal.or(head.proposal.take());
    head.vote = recorded.vote.or(head.vote.take());
    head.voting = recorded.voting;
    head.keywords = recorded.keywords;
}
