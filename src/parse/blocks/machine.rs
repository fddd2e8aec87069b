//! The state machine: what each paragraph is, one after another. Knows the part of the resolution
//! that it is in, and what its paragraphs have been so far.

use super::{
    beginning,
    closing::{self, is_within_the_vote, note_closing, note_telling, unbroken, without_date},
    levels::Levels,
    statements,
    structure::{BlockLabel, Draft, Structure, cite_in_latin_letters, number_behind_its_text},
    tables,
};
use crate::{
    document::{Part, Shape},
    parse::{
        lines::{
            clean_text::CleanText,
            label::{self, Label},
            line::Line,
            section_line::{is_section, part_letter, section_numeral},
        },
        paragraphs::text::Text,
        words::{SetPhrases, Words, dates, meetings, set_phrases},
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
    pub(super) text: &'a Text<'a>,
    formulas: &'a [usize],
    pub(super) state: State,
    pub(super) levels: Levels,
    pub(super) structure: Structure,
    annex: Option<String>,
    /// Whether paragraphs begin with a tab, so that what has none is a cell of a table.
    is_tabbed: bool,
    /// Of each paragraph whether it is part of a table of amounts.
    amounts: Vec<bool>,
    /// The number of the last numbered paragraph.
    last_number: u16,
    /// Whether a section has just begun: a preamble of its own may follow.
    section_begins: bool,
}

impl<'a> Machine<'a> {
    /// Whether a text is tabbed is asked of all its paragraphs, since some of every text have lost their tab.
    pub(super) fn new(text: &'a Text<'a>, formulas: &'a [usize], body: usize) -> Self {
        let tabbed = (body..text.count()).filter(|&i| text.is_tabbed(i)).count();
        let teller = beginning::teller(text, body).filter(|_| !formulas.contains(&body));
        let is_told = teller.is_some() && beginning::told_decision(text, body + 1).is_some();
        let stated = statements::introduction(text).filter(|&i| i == body);
        let is_tabbed = tabbed * 2 > text.count().saturating_sub(body) || text.is_tabbed(body);
        let mut structure = Structure {
            has_formula: !formulas.is_empty(),
            is_told,
            organ: teller.filter(|_| is_told),
            ..Structure::behind(body, beginning::head_letter(text, body))
        };
        if let Some(introduction) = stated {
            statements::note(&mut structure, text, introduction);
        }
        Self {
            text,
            formulas,
            state: if is_told || stated.is_some() { State::Operative } else { State::Preamble },
            levels: Levels::default(),
            structure,
            annex: None,
            is_tabbed,
            amounts: if is_tabbed { Vec::new() } else { tables::of_amounts(text) },
            last_number: 0,
            section_begins: false,
        }
    }

    /// One paragraph. The order is the rule: what is sure by its words alone (formula, meeting, annex) comes
    /// before what depends on the state.
    pub(super) fn step(&mut self, i: usize) {
        let line = self.text.first_line(i);
        if self.formulas.binary_search(&i).is_ok() {
            return self.formula(i);
        }
        if self.is_before_a_formula(i) {
            return self.head_of_part(i);
        }
        if self.is_closing(i) && (self.state != State::Annex || self.is_vote_at_a_meeting(i)) {
            return self.closing(i);
        }
        if let Some(annex) = self.annex_heading(i, line) {
            return self.begin_annex(i, annex);
        }
        if self.state == State::End {
            if is_within_the_vote(&self.structure.drafts) {
                return self.closing(i);
            }
            if !self.goes_on_counting(i) {
                return; // No part of the resolution that we know.
            }
            self.state = State::Operative;
        }
        let is_known_cell = |line: &Line| self.text.known.is_cell(line.span);
        let is_cell = self.text.line_of(i).is_some_and(is_known_cell)
            || self.amounts.get(i).is_some_and(|is_cell| *is_cell);
        if self.state != State::Preamble && is_cell {
            return self.push(i, Shape::Table, None);
        }
        if self.structure.is_told && self.begins_the_next_part(line) {
            return self.part_of_a_decision(i, line);
        }
        let due = self.last_number + 1;
        let misread = || label::misread(line, due).filter(|_| self.state == State::Operative);
        let numbered =
            self.text.number(i).filter(|label| self.is_number(i, *label, line)).or_else(misread);
        if let Some(label) = numbered {
            self.numbered(i, label, line);
        } else if let Some(label) = self.item_label(i, line) {
            self.item(i, label, line);
        } else if self.is_cell(i) && !self.is_of_a_section(line) {
            self.push(i, Shape::Table, None);
        } else {
            self.unnumbered(i, line);
        }
    }

    fn formula(&mut self, i: usize) {
        self.structure.organ = self.structure.organ.or(self.text.formula(i));
        let is_first = self.formulas.first() == Some(&i) || self.structure.drafts.is_empty();
        if !is_first && !self.structure.is_in_formula() {
            self.structure.begin_scope(None);
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
                self.text.number(k).is_none()
                    && !self.text.ends_a_clause(k)
                    && self.text.length(k) < 600
                    || self.text.first_line(k).starts_with('[')
                    || self.text.is_of_a_head(k)
            });
        is_head && !self.is_closing(i)
    }

    fn head_of_part(&mut self, i: usize) {
        let line = self.text.first_line(i);
        let letter = part_letter(line);
        if self.structure.is_in_formula() {
            self.structure.give_letter(letter);
        } else {
            self.structure.begin_scope(letter);
            self.state = State::Preamble;
        }
        self.annex = None;
        self.structure.lengthen_head(i);
        self.push_as(i, Part::Formula, Shape::Heading, None);
    }

    /// A meeting line, a date that stands below one, or how it was voted on.
    fn is_closing(&self, i: usize) -> bool {
        let line = self.text.first_line(i);
        if line.len() > 250 || self.text.number(i).is_some() {
            return false;
        }
        if self.state == State::Preamble && !self.structure.has_formula {
            return false;
        }
        let (words, phrases) = (unbroken(&self.text.words(i, 0).text), self.phrases());
        let comparable = set_phrases::comparable(without_date(&words, self.text.language));
        let is_vote = self.state != State::Preamble
            && set_phrases::begins_with(&comparable, phrases.vote)
            && (comparable.starts_with('[') || set_phrases::has(&comparable, phrases.vote_words));
        is_vote
            || set_phrases::is_meeting(&comparable, line, phrases)
            || closing::is_meeting_before_its_date(self.text, i, &comparable)
            || self.is_closing_date(i, line)
    }

    /// The vote behind an annex; rules of procedure within one speak of votes too, but of no meeting.
    fn is_vote_at_a_meeting(&self, i: usize) -> bool {
        let words = unbroken(&self.text.words(i, 0).text);
        self.text.is_vote(i) && meetings::first(&words, self.text.language).is_some()
    }

    fn phrases(&self) -> &'static SetPhrases {
        &Words::of(self.text.language).phrases
    }

    fn is_closing_date(&self, i: usize, line: &str) -> bool {
        !matches!(self.state, State::Preamble | State::Annex)
            && self.text.lines_of(i).len() == 1
            && dates::is_only_a_date(line, self.text.language)
    }

    fn closing(&mut self, i: usize) {
        self.state = State::End;
        self.annex = None;
        self.push_as(i, Part::Closing, Shape::Paragraph, None);
        note_closing(&mut self.structure, self.text.language);
    }

    /// `Annex`, `Annex II`, `Appendix`: the heading alone on its line.
    fn annex_heading(&self, i: usize, line: &str) -> Option<String> {
        if !self.text.is_annex(i) || self.state == State::Preamble || self.text.ends_a_clause(i) {
            return None;
        }
        let comparable = set_phrases::comparable(line);
        set_phrases::annex(line, &comparable, self.phrases())
    }

    fn begin_annex(&mut self, i: usize, annex: String) {
        self.state = State::Annex;
        self.annex = Some(annex);
        self.levels.clear();
        self.push_as(i, Part::Annex, Shape::Heading, None);
    }

    /// Whether a number begins a paragraph here; `1.` alone may be a cell of a table.
    fn is_number(&self, i: usize, label: Label, line: &str) -> bool {
        let is_alone = line.len() == label.length();
        let is_cell = is_alone && self.text.lines_of(i).len() == 1 && self.is_cell(i);
        let is_untabbed = self.is_tabbed && !self.text.is_tabbed(i) && is_alone;
        !is_cell && !is_untabbed
    }

    fn numbered(&mut self, i: usize, label: Label, line: &str) {
        if label.is_preambular(line) {
            self.state = State::Preamble;
            return self.push(i, Shape::Paragraph, Some(label));
        }
        if self.state == State::Preamble {
            self.state = State::Operative;
        }
        self.section_begins = false;
        self.levels.clear();
        self.last_number = label.value(line).unwrap_or(self.last_number);
        self.push(i, Shape::Paragraph, Some(label));
    }

    /// Whether a line has the number that is due: what seemed to be the end was none.
    fn goes_on_counting(&self, i: usize) -> bool {
        let number = self.text.number(i);
        let number = number.and_then(|label| label.value(self.text.first_line(i)));
        self.last_number > 0 && number == Some(self.last_number + 1)
    }

    fn item(&mut self, i: usize, label: Label, line: &str) {
        // `(a) bis` stands beside `(a)`.
        let beside = label::between(label.printed(line)).and_then(|_| self.levels.deepest());
        let opens = self.structure.opens_a_list();
        let depth = beside.unwrap_or_else(|| self.levels.enter(label.counted(line), opens));
        // An item right behind the formula, `Decides:` gone: the operative part has begun.
        if self.structure.is_in_formula() {
            self.state = State::Operative;
        }
        self.push(i, Shape::Item, Some(label));
        if let Some(draft) = self.structure.drafts.last_mut() {
            draft.depth = depth;
        }
    }

    /// A Roman numeral alone, or the heading right below it.
    fn is_of_a_section(&self, line: &str) -> bool {
        self.state != State::Annex && (self.section_begins || section_numeral(line).is_some())
    }

    /// A cell of a table: in tab-led text, a short line without tab and without end.
    fn is_cell(&self, i: usize) -> bool {
        self.is_tabbed
            && matches!(self.state, State::Operative | State::Annex)
            && !self.text.is_tabbed(i)
            && self.text.length(i) < 300
            && (!self.text.ends_a_clause(i) || self.text.length(i) < 8)
    }

    /// What has no number is a section, a line of a list, a heading or a paragraph, asked in that order: each is
    /// the exception of the next.
    fn unnumbered(&mut self, i: usize, line: &str) {
        let ends = self.text.ends_a_clause(i);
        if self.state != State::Annex
            && self.text.lines_of(i).len() == 1
            && let Some(numeral) = section_numeral(line)
        {
            return self.section(i, numeral);
        }
        if self.lists_names() && self.is_in_a_list(i) {
            return self.listed(i);
        }
        if self.structure.is_told
            && matches!(self.state, State::Operative | State::Annex)
            && beginning::teller(self.text, i).is_some()
        {
            self.push(i, Shape::Paragraph, None);
            return note_telling(&mut self.structure, self.text.language);
        }
        let opened = self.text.opener(i);
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

    fn part_of_a_decision(&mut self, i: usize, line: &str) {
        self.structure.begin_scope(part_letter(line));
        self.state = State::Operative;
        self.annex = None;
        self.levels.clear();
        self.push_as(i, Part::Formula, Shape::Heading, None);
    }

    /// `II`, alone on a line: a section begins, if only of headings.
    fn section(&mut self, i: usize, numeral: String) {
        self.structure.begin_section(numeral);
        self.section_begins = true;
        self.levels.clear();
        self.push(i, Shape::Heading, None);
    }

    pub(super) fn push(&mut self, i: usize, shape: Shape, label: Option<Label>) {
        let part = match self.state {
            State::Preamble => Part::Preamble,
            State::Operative => Part::Operative,
            State::End => Part::Closing,
            State::Annex => Part::Annex,
        };
        self.push_as(i, part, shape, label);
    }

    /// Adds a draft, or lengthens the table that is open: extraction gives the cells of one table as paragraphs.
    fn push_as(&mut self, i: usize, part: Part, shape: Shape, label: Option<Label>) {
        let lines = self.text.paragraphs[i].clone();
        // Cells that follow one another are one table.
        if shape == Shape::Table
            && let Some(last) = self.structure.drafts.last_mut()
            && last.shape == Shape::Table
            && last.lines.end == lines.start
        {
            last.lines.end = lines.end;
            return;
        }
        let skip = label.map_or(0, Label::length);
        let words = match shape {
            Shape::Table => CleanText::default(),
            _ => self.text.words(i, skip),
        };
        let line = self.text.first_line(i);
        let draft = self.structure.draft(part, shape);
        self.structure.drafts.push(Draft {
            label: label.map(|label| BlockLabel::new(label, line)),
            lines,
            words,
            annex: self.annex.clone(),
            ..draft
        });
    }

    pub(super) fn finish(mut self) -> Structure {
        number_behind_its_text(&mut self.structure.drafts);
        cite_in_latin_letters(&mut self.structure.drafts);
        for draft in self.structure.drafts.iter_mut().filter(|d| d.shape == Shape::Table) {
            let spans = self.text.lines[draft.lines.clone()].iter().map(|line| line.span);
            draft.words = CleanText::of(self.text.source, spans);
        }
        self.structure
    }
}
