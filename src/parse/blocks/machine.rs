//! The state machine: what each paragraph is, one after another. Knows the part of the resolution
//! that it is in, and what its paragraphs have been so far.

use super::{
    closing::{is_meeting, note_closing, without_date},
    sections::{head_letter, is_section, part_letter, section_numeral},
    structure::{Draft, Structure},
};
use crate::{
    document::{Part, Shape},
    parse::{
        dates,
        fold::Folded,
        forms::{self, Forms},
        head,
        label::{self, Label, Levels},
        lines::Line,
        openers::part_by_opener,
        pages::Pages,
    },
};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum State {
    Preamble,
    Operative,
    /// Behind the meeting line.
    End,
    Annex,
}

pub(super) struct Machine<'a> {
    pub(super) pages: Pages<'a>,
    formulas: &'a [usize],
    pub(super) state: State,
    levels: Levels,
    pub(super) structure: Structure,
    annex: Option<String>,
    /// Whether paragraphs begin with a tab, so that what has none is a cell of a table.
    is_tabbed: bool,
    /// The number of the last numbered paragraph.
    last_number: u16,
    /// Whether a section has just begun: a preamble of its own may follow.
    section_begins: bool,
}

impl<'a> Machine<'a> {
    pub(super) fn new(pages: Pages<'a>, formulas: &'a [usize], body: usize) -> Self {
        let from_body = pages.paragraphs.get(body..).unwrap_or_default();
        let tabbed = from_body.iter().filter(|p| pages.lines[p.start].tabs > 0).count();
        let structure = Structure {
            head: 0..body,
            letters: vec![head_letter(pages, body)],
            numerals: vec![vec![String::new()]],
            has_formula: !formulas.is_empty(),
            ..Structure::default()
        };
        Self {
            pages,
            formulas,
            state: State::Preamble,
            levels: Levels::default(),
            structure,
            annex: None,
            is_tabbed: tabbed * 2 > from_body.len() || pages.is_tabbed(body),
            last_number: 0,
            section_begins: false,
        }
    }

    pub(super) fn step(&mut self, i: usize) {
        let line = self.pages.first_line(i);
        if self.formulas.binary_search(&i).is_ok() {
            return self.formula(i, line);
        }
        if self.is_before_a_formula(i) {
            return self.head_of_part(i);
        }
        if self.state != State::Annex && self.is_closing(i, line) {
            return self.closing(i);
        }
        if let Some(annex) = self.annex_heading(i, line) {
            return self.begin_annex(i, annex);
        }
        if self.state == State::End {
            if !self.goes_on_counting(line) {
                return; // No part of the resolution that we know.
            }
            self.state = State::Operative;
        }
        let is_known_cell = |line: &Line| self.pages.known.is_cell(line.span);
        if self.state != State::Preamble && self.pages.line_of(i).is_some_and(is_known_cell) {
            return self.push(i, Shape::Table, None);
        }
        let due = self.last_number + 1;
        let misread = || label::misread(line, due).filter(|_| self.state == State::Operative);
        let numbered =
            label::paragraph(line).filter(|label| self.is_number(i, label, line)).or_else(misread);
        if let Some(label) = numbered {
            self.numbered(i, label, line);
        } else if let Some(label) = label::item(line).filter(|_| self.may_have_items()) {
            self.item(i, label, line);
        } else if self.is_cell(i) && !self.is_of_a_section(line) {
            self.push(i, Shape::Table, None);
        } else {
            self.unnumbered(i, line);
        }
    }

    fn formula(&mut self, i: usize, line: &str) {
        let organ = forms::formula(line, self.pages.language);
        self.structure.organ = self.structure.organ.or(organ);
        if self.formulas.first() != Some(&i)
            && self.structure.drafts.last().is_some_and(|d| d.part != Part::Formula)
        {
            self.begin_scope(None);
        }
        self.state = State::Preamble;
        self.annex = None;
        self.levels.clear();
        self.push_as(i, Part::Formula, Shape::Paragraph, None);
    }

    /// Whether all that stands between here and the next formula is the head of a part.
    fn is_before_a_formula(&self, i: usize) -> bool {
        let next = self.formulas.partition_point(|&f| f <= i);
        let Some(&next) = self.formulas.get(next) else { return false };
        let is_head = next - i <= 6
            && (i..next).all(|k| {
                let line = self.pages.first_line(k);
                label::paragraph(line).is_none()
                    && !self.pages.ends_a_clause(k)
                    && self.pages.length(k) < 600
                    || line.starts_with('[')
                    || head::is_of_a_head(line, self.pages.language)
            });
        let is_closing = self.is_closing(i, self.pages.first_line(i));
        is_head && !is_closing
    }

    fn head_of_part(&mut self, i: usize) {
        let line = self.pages.first_line(i);
        let letter = part_letter(line);
        let begins = self.structure.drafts.last().is_none_or(|last| last.part != Part::Formula);
        if begins {
            self.begin_scope(letter);
        } else if let (Some(letter), Some(last)) = (letter, self.structure.letters.last_mut()) {
            last.get_or_insert(letter);
        }
        self.annex = None;
        self.push_as(i, Part::Formula, Shape::Heading, None);
    }

    fn begin_scope(&mut self, letter: Option<String>) {
        self.structure.letters.push(letter);
        self.structure.numerals.push(vec![String::new()]);
        self.state = State::Preamble;
    }

    /// A meeting line, a date that stands below one, or how it was voted on.
    fn is_closing(&self, i: usize, line: &str) -> bool {
        let language = self.pages.language;
        if line.len() > 250 || label::paragraph(line).is_some() {
            return false;
        }
        let words = self.pages.words(i, 0).text;
        let comparable = forms::comparable(without_date(&words, language));
        let forms = Forms::of(language);
        if self.state == State::Preamble && !self.structure.has_formula {
            return false;
        }
        let is_vote = matches!(self.state, State::Operative | State::End)
            && forms::begins_with(&comparable, forms.vote)
            && (comparable.starts_with('[')
                || comparable.contains("meeting")
                || comparable.contains("vote"));
        is_vote || is_meeting(&comparable, line, forms) || self.is_closing_date(i, line)
    }

    fn is_closing_date(&self, i: usize, line: &str) -> bool {
        let is_last = self.state != State::Preamble
            && !matches!(self.state, State::Annex)
            && label::paragraph(line).is_none();
        is_last
            && self.pages.paragraphs[i].len() == 1
            && dates::is_only_a_date(line, self.pages.language)
    }

    fn closing(&mut self, i: usize) {
        self.state = State::End;
        self.push_as(i, Part::Closing, Shape::Paragraph, None);
        note_closing(&mut self.structure, self.pages.language);
    }

    /// `Annex`, `Annex II`, `Appendix`: the heading alone on its line.
    fn annex_heading(&self, i: usize, line: &str) -> Option<String> {
        if line.chars().count() > 40 || self.state == State::Preamble || self.pages.ends_a_clause(i)
        {
            return None;
        }
        forms::annex(line, self.pages.language)
    }

    fn begin_annex(&mut self, i: usize, annex: String) {
        self.state = State::Annex;
        self.annex = Some(annex);
        self.levels.clear();
        self.push_as(i, Part::Annex, Shape::Heading, None);
    }

    /// Whether a number begins a paragraph here; `1.` alone may be a cell of a table.
    fn is_number(&self, i: usize, label: &Label, line: &str) -> bool {
        let is_bare = line.len() == label.length && self.pages.paragraphs[i].len() == 1;
        let rest = line[label.length..].trim_start();
        let is_cell = is_bare && self.is_cell(i);
        let is_untabbed = self.is_tabbed && self.untabbed(i) && rest.is_empty();
        !is_cell && !is_untabbed
    }

    fn numbered(&mut self, i: usize, label: Label, line: &str) {
        if self.state == State::Preamble {
            self.state = State::Operative;
        }
        self.section_begins = false;
        self.levels.clear();
        self.last_number = label.number.parse().unwrap_or(self.last_number);
        let in_line = is_in_line(line, &label);
        self.push(i, Shape::Paragraph, Some((label, in_line)));
    }

    /// Whether a line has the number that is due: what seemed to be the end was none.
    fn goes_on_counting(&self, line: &str) -> bool {
        let number = label::paragraph(line).and_then(|label| label.number.parse().ok());
        self.last_number > 0 && number == Some(self.last_number + 1)
    }

    /// Items need something to stand below.
    fn may_have_items(&self) -> bool {
        self.structure
            .drafts
            .last()
            .is_some_and(|last| last.part != Part::Formula || last.shape == Shape::Paragraph)
    }

    fn item(&mut self, i: usize, label: Label, line: &str) {
        let depth = self.levels.enter(&label.number);
        let in_line = is_in_line(line, &label);
        // An item right behind the formula, `Decides:` gone: the operative part has begun.
        let in_formula =
            self.structure.drafts.last().is_some_and(|last| last.part == Part::Formula);
        if in_formula {
            self.state = State::Operative;
        }
        self.push(i, Shape::Item, Some((label, in_line)));
        if let Some(draft) = self.structure.drafts.last_mut() {
            draft.depth = depth;
        }
    }

    fn untabbed(&self, i: usize) -> bool {
        !self.pages.is_tabbed(i)
    }

    /// A Roman numeral alone, or the heading right below it.
    fn is_of_a_section(&self, line: &str) -> bool {
        self.state != State::Annex && (self.section_begins || section_numeral(line).is_some())
    }

    /// A cell of a table: in tab-led text, a short line without tab and without end.
    fn is_cell(&self, i: usize) -> bool {
        self.is_tabbed
            && matches!(self.state, State::Operative | State::Annex)
            && self.untabbed(i)
            && self.pages.length(i) < 300
            && (!self.pages.ends_a_clause(i) || self.pages.length(i) < 8)
    }

    fn unnumbered(&mut self, i: usize, line: &str) {
        let ends = self.pages.ends_a_clause(i);
        if self.state != State::Annex
            && let Some(numeral) = section_numeral(line)
        {
            return self.section(i, numeral);
        }
        let opened = part_by_opener(line, self.pages.language);
        let is_letter = is_section(line) && self.state == State::Operative;
        if is_letter || self.is_heading(i, ends, opened.map(|(_, certainty)| certainty)) {
            self.levels.interrupt();
            return self.push(i, Shape::Heading, None);
        }
        match self.state {
            State::Preamble if !self.is_preambular(i, opened) => {
                self.state = State::Operative;
                self.levels.clear();
            }
            State::Operative if self.section_begins && self.is_preambular(i, opened) => {
                self.state = State::Preamble;
            }
            _ => {}
        }
        self.levels.clear();
        self.push(i, Shape::Paragraph, None);
    }

    /// `II`, alone on a line: a section begins, if only of headings.
    fn section(&mut self, i: usize, numeral: String) {
        if let Some(numerals) = self.structure.numerals.last_mut() {
            numerals.push(numeral);
        }
        self.section_begins = true;
        self.levels.clear();
        self.push(i, Shape::Heading, None);
    }

    fn push(&mut self, i: usize, shape: Shape, label: Option<(Label, bool)>) {
        let part = match self.state {
            State::Preamble => Part::Preamble,
            State::Operative => Part::Operative,
            State::End => Part::Closing,
            State::Annex => Part::Annex,
        };
        self.push_as(i, part, shape, label);
    }

    fn push_as(&mut self, i: usize, part: Part, shape: Shape, label: Option<(Label, bool)>) {
        let lines = self.pages.paragraphs[i].clone();
        // Cells that follow one another are one table.
        if shape == Shape::Table
            && let Some(last) = self.structure.drafts.last_mut()
            && last.shape == Shape::Table
            && last.lines.end == lines.start
        {
            last.lines.end = lines.end;
            return;
        }
        let skip = label.as_ref().map_or(0, |(label, _)| label.length);
        let words =
            if shape == Shape::Table { Folded::default() } else { self.pages.words(i, skip) };
        let (label, label_in_line) = label.map_or((None, false), |(l, in_line)| (Some(l), in_line));
        self.structure.drafts.push(Draft {
            part,
            shape,
            depth: 0,
            label,
            label_in_line,
            lines,
            words,
            scope: self.structure.letters.len() - 1,
            section: self.structure.numerals.last().map_or(0, |numerals| numerals.len() - 1),
            annex: self.annex.clone(),
        });
    }

    pub(super) fn finish(mut self) -> Structure {
        number_behind_its_text(&mut self.structure.drafts);
        for draft in self.structure.drafts.iter_mut().filter(|d| d.shape == Shape::Table) {
            let spans = self.pages.lines[draft.lines.clone()].iter().map(|line| line.span);
            draft.words = Folded::of(self.pages.source, spans);
        }
        self.structure
    }
}

/// Extraction from PDF sets the number of a last paragraph behind its words: `Decides to remain
/// seized of the matter.`, `8.`
fn number_behind_its_text(drafts: &mut Vec<Draft>) {
    let [.., words, number] = drafts.as_mut_slice() else { return };
    let is_severed = number.words.text.is_empty()
        && number.label.is_some()
        && words.label.is_none()
        && words.part == Part::Operative
        && words.shape == Shape::Paragraph
        && words.lines.end == number.lines.start;
    if is_severed {
        words.label = number.label.take();
        words.lines.end = number.lines.end;
        drafts.pop();
    }
}

/// Whether no more than a space stands between label and words.
fn is_in_line(line: &str, label: &Label) -> bool {
    // In Arabic the UN sets the numbers of paragraphs so as well, `1 - تشدد`.
    let may_be = label.is_item || label.printed.ends_with(['-', '–', '−']);
    let words = &line[label.length..];
    may_be && !words.starts_with(['\t', '\u{3000}']) && !words.starts_with("  ")
}
