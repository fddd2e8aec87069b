//! Manuscripts whose format says of every line what it is: blocks, footnotes, title and marks are
//! taken as they are given, and only what no format says is recognised: items by their letters,
//! sections by their numerals, what a closing line means. Knows evidence and drafts.

use super::{
    assemble::Reading,
    blocks::{self, BlockLabel, Draft, Structure, head, head::TitleAt, levels::Levels},
    lines::{
        debris::Imprint,
        facts::LineFacts,
        known::{Known, LineKind},
        label,
        line::{Line, is_invisible},
        section_line::{part_letter, section_numeral},
    },
    notes::note::Note,
    paragraphs::text::{Paragraph, Text},
    words::{Words, set_phrases},
};
use crate::{
    document::{Head, Language, Part, Shape, Span},
    manuscript::Manuscript,
};

/// Reads a manuscript of marked-up text. `lines` are all its lines.
pub(super) fn read<'a>(
    manuscript: &'a Manuscript,
    known: &'a Known<'a>,
    lines: Vec<Line>,
    facts: &'a LineFacts<'a>,
    language: Language,
) -> Reading<'a> {
    let source = manuscript.text.as_str();
    let sheets = Sheets::of(lines, known);
    let Sheets { lines, paragraphs, kinds, debris } = sheets;
    let text = Text { source, language, known, facts, lines, paragraphs };
    let structure = structure(&text, &kinds);
    let mut head = Head::default();
    let _ = head::read(&text, structure.head.clone(), &mut head);
    let title = marked_title(&text, &structure);
    overlay(&manuscript.head, &mut head);
    let imprint = Imprint {
        symbol: None,
        job_number: manuscript.head.job_number.clone(),
        first_job: None,
        issued: manuscript.head.issued,
    };
    blocks::complete_head(&structure, &imprint, &mut head);
    if head.meeting.is_none() {
        head.meeting.clone_from(&manuscript.head.meeting);
    }
    if head.vote.is_none() {
        head.vote = head.voting.as_ref().map(|voting| voting.in_words());
    }
    let notes = notes(&text, &kinds);
    Reading { text, structure, notes, title, head, debris }
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
    /// Lines into paragraphs as the format says: those within one span are one paragraph, whatever line breaks the author
    /// set in it.
    fn of(lines: Vec<Line>, known: &Known<'a>) -> Self {
        let mut sheets = Self::default();
        let mut before = None;
        for line in lines {
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

fn structure(text: &Text<'_>, kinds: &[LineKind<'_>]) -> Structure {
    let body = kinds.iter().position(|kind| *kind != LineKind::Head).unwrap_or(kinds.len());
    let structure = Structure::behind(body, blocks::head_letter(text, body));
    let mut builder = Builder { text, structure, annex: None, levels: Levels::default() };
    for (paragraph, kind) in kinds.iter().enumerate() {
        if let LineKind::Block(part, shape) = kind {
            builder.block(paragraph, *part, *shape);
        }
    }
    blocks::cite_in_latin_letters(&mut builder.structure.drafts);
    builder.structure
}

struct Builder<'a> {
    text: &'a Text<'a>,
    structure: Structure,
    annex: Option<String>,
    levels: Levels,
}

impl Builder<'_> {
    /// A block of which the format says part and shape. What only its words say is taken from them: the number of an
    /// annex, the numeral of a section; an annex without a heading is the first.
    fn block(&mut self, paragraph: usize, part: Part, shape: Shape) {
        let line = self.text.first_line(paragraph);
        match (part, shape) {
            (Part::Formula, _) => self.formula(paragraph, line, shape),
            (Part::Annex, Shape::Heading) => {
                let phrases = &Words::of(self.text.language).phrases;
                let named = set_phrases::annex(line, &set_phrases::comparable(line), phrases);
                let open = self.annex.take().unwrap_or_else(|| FIRST_ANNEX.to_owned());
                self.annex = Some(named.unwrap_or(open));
            }
            (Part::Annex, _) => {
                self.annex.get_or_insert_with(|| FIRST_ANNEX.to_owned());
            }
            (_, Shape::Heading) => {
                if let Some(numeral) = section_numeral(line) {
                    self.structure.begin_section(numeral);
                }
            }
            _ => {}
        }
        self.push(paragraph, part, shape, line);
        if part == Part::Closing {
            blocks::note_closing(&mut self.structure, self.text.language);
        }
    }

    fn formula(&mut self, paragraph: usize, line: &str, shape: Shape) {
        let letter = part_letter(line).filter(|_| shape == Shape::Heading);
        if self.structure.drafts.is_empty() || self.structure.is_in_formula() {
            self.structure.give_letter(letter);
        } else {
            self.structure.begin_scope(letter);
        }
        self.annex = None;
        if shape == Shape::Paragraph {
            self.structure.has_formula = true;
            let organ = self.text.formula(paragraph);
            self.structure.organ = self.structure.organ.or(organ);
        }
    }

    /// Adds a draft. Where the format says what a paragraph is, its label is still read from its words: hardly any of the
    /// UN's files mark them as such.
    fn push(&mut self, paragraph: usize, part: Part, shape: Shape, line: &str) {
        let label = match (part, shape) {
            (Part::Formula | Part::Closing, _) | (_, Shape::Heading | Shape::Table) => None,
            _ => self.label(paragraph, shape, line),
        };
        let is_item = label.as_ref().is_some_and(|(_, is_item)| *is_item);
        let depth = match &label {
            Some((label, true)) => {
                let opens = self.structure.opens_a_list();
                self.levels.enter(&label.number, opens)
            }
            None if shape == Shape::Heading => {
                self.levels.interrupt();
                0
            }
            _ => {
                self.levels.clear();
                0
            }
        };
        let label = label.map(|(label, _)| label);
        let skip = label.as_ref().map_or(0, |label| label.printed.len());
        let draft = self.structure.draft(part, if is_item { Shape::Item } else { shape });
        self.structure.drafts.push(Draft {
            depth,
            label,
            lines: self.text.paragraphs.get(paragraph).cloned().unwrap_or_default(),
            words: self.text.words(paragraph, skip),
            annex: self.annex.clone().filter(|_| part == Part::Annex),
            ..draft
        });
    }

    /// The number of a paragraph, and whether it is that of an item: the one that is marked as such,
    /// else the one that the words begin with.
    fn label(&self, paragraph: usize, shape: Shape, line: &str) -> Option<(BlockLabel, bool)> {
        let span = self.text.line_of(paragraph)?.span;
        if let Some(marked) = self.text.known.number(span) {
            let printed = self.text.source.get(marked.range())?;
            let spaced = format!("{printed} ");
            let known = label::paragraph(printed).or_else(|| label::item(&spaced));
            let number = known.map_or_else(
                || printed.chars().filter(|c| c.is_alphanumeric()).collect(),
                |label| label.number(&spaced).to_owned(),
            );
            let is_item = shape == Shape::Item || known.is_some_and(|label| label.is_item);
            let label = BlockLabel::apart(printed.to_owned(), number);
            return (!label.number.is_empty()).then_some((label, is_item));
        }
        let label = self.text.item(paragraph).or_else(|| self.text.number(paragraph))?;
        // A letter that is no label may stand in brackets: `(a)ll`.
        let is_set_apart = !label.is_item || line.get(label.length()..)?.starts_with(is_invisible);
        is_set_apart.then(|| (BlockLabel::new(label, line), label.is_item))
    }
}

/// How the annex is cited whose heading does not say.
const FIRST_ANNEX: &str = "";

/// The title, where the format names it.
fn marked_title(text: &Text<'_>, structure: &Structure) -> Option<TitleAt> {
    let title = text.known.title()?;
    let start = structure.head.clone().find(|&paragraph| {
        text.line_of(paragraph).is_some_and(|line| line.span.contains(title.start))
    })?;
    let number = title.start - text.line_of(start)?.span.start;
    Some(TitleAt { start, end: start + 1, number })
}

fn notes(text: &Text<'_>, kinds: &[LineKind<'_>]) -> Vec<Note> {
    let notes = kinds.iter().enumerate().filter_map(|(paragraph, kind)| {
        let LineKind::Note(mark) = kind else { return None };
        let line = text.first_line(paragraph);
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
        head.agenda_items = items.flat_map(|printed| head::agenda_items(printed)).collect();
    }
    head.agenda_title = recorded.agenda_title.or(head.agenda_title.take());
    head.adopted = recorded.adopted.or(head.adopted);
    head.proposal = recorded.proposal.or(head.proposal.take());
    head.vote = recorded.vote.or(head.vote.take());
    head.voting = recorded.voting;
    head.keywords = recorded.keywords;
}
