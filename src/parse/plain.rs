//! Text, whose format says of few lines or none what they are: the way through the floors, in the order
//! of the work.

use super::{
    assemble::Reading,
    blocks::{
        self,
        head::{self, TitleAt},
    },
    lines::{
        debris::{self, Classified, SEPARATOR},
        facts::LineFacts,
        known::Known,
        line::Line,
    },
    notes::{
        self,
        note::{Note, PageFootnote},
    },
    paragraphs::{
        in_reading_order, paragraphs,
        text::{Paragraph, Text},
        with_stacked_labels, with_torn_words,
    },
};
use crate::document::{Head, Kind, Language, Span};

/// No title ends later than this many lines from the beginning of a file.
const LONGEST_HEAD: usize = 400;

/// Reads a text. `lines` are all its lines.
pub(super) fn read<'a>(
    source: &'a str,
    known: &'a Known<'a>,
    lines: Vec<Line>,
    facts: &'a LineFacts<'a>,
    language: Language,
) -> Reading<'a> {
    let Classified { mut kinds, imprint } = debris::classify(source, &lines, language);
    known.classify(&lines, &mut kinds);
    let cut = |lines: Vec<Line>| {
        let paragraphs = match known.lines_are_paragraphs {
            true => each_a_paragraph(&lines),
            false => paragraphs(source, &lines, facts, language),
        };
        Text { source, language, known, facts, lines, paragraphs }
    };

    // The head alone tells the title; then the heads of pages that repeat it are known as such.
    let mut first = text_lines(&lines, &kinds);
    first.truncate(LONGEST_HEAD);
    if let Some((title, end)) = title(&cut(first)) {
        let symbol = imprint.symbol.as_deref();
        debris::repeated_titles(source, &lines, &mut kinds, &title, end, symbol, facts);
    }

    let body = text_lines(&lines, &kinds);
    let (body, at_feet) = match known.knows_notes() {
        true => (body, Vec::new()),
        false => notes::take_out_notes(source, body, facts),
    };
    let body = with_torn_words(source, in_reading_order(source, body, facts), facts);
    let mut text = cut(with_stacked_labels(source, body, facts));
    // Notes stand at the feet of pages or behind the text, never in both places.
    let (mut notes, is_note) = if known.knows_notes() {
        notes::known_notes(&text)
    } else if at_feet.is_empty() {
        notes::find_behind_text(&text)
    } else {
        (Vec::new(), vec![false; text.count()])
    };
    let structure = blocks::blocks(&text, &is_note);
    notes.extend(append_page_footnotes(at_feet, &mut text));
    let mut head = Head::default();
    let first_head = structure.first_head();
    let title = head::read(&text, first_head.clone(), &mut head);
    blocks::complete_head(&structure, &imprint, &mut head);
    let title = match head.kind {
        Kind::Other => head::title_of_a_paper(&text, structure.head.clone()),
        Kind::Statement => title.or_else(|| {
            let start = blocks::title_of_a_statement(&text, structure.head.clone())?;
            Some(TitleAt { start, end: start + 1, number: 0 })
        }),
        // Below the end of another resolution it is a block, like the heads of later ones.
        _ => title.filter(|_| first_head == structure.head),
    };
    let kinds = lines.iter().zip(&kinds);
    let debris: Vec<(Span, &str)> =
        kinds.filter_map(|(line, kind)| Some((line.span, (*kind)?))).collect();
    Reading { text, structure, notes, title, head, debris }
}

fn each_a_paragraph(lines: &[Line]) -> Vec<Paragraph> {
    (0..lines.len()).map(|i| i..i + 1).collect()
}

/// The lines that are no debris, each with what is known of the debris before it.
fn text_lines(lines: &[Line], kinds: &[Option<&'static str>]) -> Vec<Line> {
    let (mut after_debris, mut after_rule) = (false, false);
    let mut text = Vec::with_capacity(lines.len());
    for (line, kind) in lines.iter().zip(kinds) {
        if let Some(kind) = kind {
            after_debris = true;
            after_rule |= *kind == SEPARATOR;
        } else {
            text.push(Line { after_debris, after_rule, ..*line });
            (after_debris, after_rule) = (false, false);
        }
    }
    text
}

/// The title as it stands in the head, and where it ends in the source.
fn title(text: &Text<'_>) -> Option<(String, usize)> {
    let at = head::read(text, 0..blocks::beginning(text), &mut Head::default())?;
    let words = text.words(at.start, at.number);
    let end = words.source_of(words.text.len());
    Some((words.text, end))
}

/// Puts the footnotes from the feet of pages behind the text, each a paragraph.
fn append_page_footnotes(footnotes: Vec<PageFootnote>, text: &mut Text<'_>) -> Vec<Note> {
    let append = |footnote: PageFootnote| {
        let start = text.lines.len();
        text.lines.extend(footnote.lines);
        text.paragraphs.push(start..text.lines.len());
        let paragraph = text.paragraphs.len() - 1;
        let paragraphs = paragraph..paragraph + 1;
        Note { mark: footnote.mark, lead: footnote.lead, paragraphs }
    };
    footnotes.into_iter().map(append).collect()
}
