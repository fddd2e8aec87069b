//! Paragraphs → blocks: a state machine over the paragraphs of a document (grammar.md §1). Knows
//! what kind each is by its number, its end, its opener and what came before; not its marks.

use std::ops::Range;

use super::{
    dates,
    fold::Folded,
    forms::{self, Forms},
    head,
    label::{self, Label, Levels},
    lines::Line,
    openers::part_by_opener,
    pages::Pages,
    paragraphs::is_section,
};
use crate::document::{Certainty, Language, Organ, Part, Shape};

/// A block before it has a name.
#[derive(Clone, Debug)]
pub(super) struct Draft {
    pub(super) part: Part,
    pub(super) shape: Shape,
    pub(super) depth: u8,
    pub(super) label: Option<Label>,
    /// Whether the label is set apart from the words by no more than a space.
    pub(super) label_in_line: bool,
    /// Its lines.
    pub(super) lines: Range<usize>,
    /// Its words, marks still in them.
    pub(super) words: Folded,
    /// Which resolution of the file, or part of it, counted from 0.
    pub(super) scope: usize,
    /// Which section of that, counted from 0; a section begins with a Roman numeral.
    pub(super) section: usize,
    /// `Annex II`, for all blocks below that heading.
    pub(super) annex: Option<String>,
}

/// What the paragraphs of a document are.
#[derive(Clone, Debug, Default)]
pub(super) struct Structure {
    /// The paragraphs of the head: those before the first formula.
    pub(super) head: Range<usize>,
    /// The blocks, in order.
    pub(super) drafts: Vec<Draft>,
    /// The letter of each scope, `A`, where it has one.
    pub(super) letters: Vec<Option<String>>,
    /// The numeral of each section of each scope, `II`; the first has none.
    pub(super) numerals: Vec<Vec<String>>,
    /// Who enacts it, by its formula.
    pub(super) organ: Option<Organ>,
    /// How it was voted on.
    pub(super) vote: Option<String>,
    /// The meeting it was adopted at.
    pub(super) meeting: Option<String>,
    /// The date below the meeting.
    pub(super) closing_date: Option<jiff::civil::Date>,
    /// Whether there is an enacting formula.
    pub(super) has_formula: bool,
}

/// Finds the blocks of a document. `is_note` says which paragraphs are footnotes.
pub(super) fn blocks(pages: Pages<'_>, is_note: &[bool]) -> Structure {
    let count = pages.paragraphs.len();
    let formulas: Vec<usize> = (0..count).filter(|&i| is_formula(pages, i)).collect();
    let body = formulas.first().copied().unwrap_or_else(|| body_without_formula(pages));
    let mut machine = Machine::new(pages, &formulas, body);
    for i in (body..count).filter(|&i| is_note.get(i) != Some(&true)) {
        machine.step(i);
    }
    machine.finish()
}

/// The first paragraph that is no part of the head.
pub(super) fn body(pages: Pages<'_>) -> usize {
    let formula = (0..pages.paragraphs.len()).find(|&i| is_formula(pages, i));
    formula.unwrap_or_else(|| body_without_formula(pages))
}

fn is_formula(pages: Pages<'_>, i: usize) -> bool {
    pages.paragraphs[i].len() == 1 && forms::formula(pages.first_line(i), pages.language).is_some()
}

/// Where the text begins when nothing enacts it: behind the last line that is plainly of a head.
fn body_without_formula(pages: Pages<'_>) -> usize {
    let first = (0..pages.paragraphs.len()).find(|&i| {
        let line = pages.first_line(i);
        label::paragraph(line).is_some()
            || part_by_opener(line, pages.language).is_some_and(|(_, c)| c == Certainty::Sure)
                && pages.length(i) > 60
    });
    let end = first.unwrap_or(pages.paragraphs.len());
    let head = (0..end).rev().find(|&i| head::is_of_a_head(pages.first_line(i), pages.language));
    match (head, first) {
        (Some(head), _) => head + 1,
        (None, _) => 0,
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum State {
    Preamble,
    Operative,
    /// Behind the meeting line.
    End,
    Annex,
}

struct Machine<'a> {
    pages: Pages<'a>,
    formulas: &'a [usize],
    state: State,
    levels: Levels,
    structure: Structure,
    annex: Option<String>,
    /// Whether paragraphs begin with a tab, so that what has none is a cell of a table.
    is_tabbed: bool,
    /// The number of the last numbered paragraph.
    last_number: u16,
    /// Whether a section has just begun: a preamble of its own may follow.
    section_begins: bool,
}

impl<'a> Machine<'a> {
    fn new(pages: Pages<'a>, formulas: &'a [usize], body: usize) -> Self {
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

    fn step(&mut self, i: usize) {
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
        let comparable = forms::comparable(&self.pages.words(i, 0).text);
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

    /// Whether a paragraph without a number is of the preamble: its end and its opener say it; the
    /// opener where it is sure, else the comma (grammar.md §1: 99.9 % of them end in one).
    fn is_preambular(&self, i: usize, opened: Option<(Part, Certainty)>) -> bool {
        let end = self.pages.last_line(i).trim_end_matches(|c: char| {
            c.is_ascii_digit() || matches!(c, ' ' | '\u{a0}' | ')' | '(' | '*')
        });
        let comma = end.ends_with([',', '，', '،']);
        let colon = end.ends_with([':', '：']);
        let no_comma = colon || end.ends_with([';', '.', '；', '。', '؛']);
        match opened {
            Some((Part::Preamble, Certainty::Sure)) => true,
            Some((_, Certainty::Sure)) => comma && self.has_number_ahead(i),
            Some((part, _)) if !comma => part == Part::Preamble && !no_comma,
            // What introduces a declaration or its numbered paragraphs is a chapeau.
            None if colon => false,
            _ => comma || !no_comma || self.has_number_ahead(i),
        }
    }

    /// Whether a first numbered paragraph is still to come before the text ends: what stands before
    /// it is the preamble, but for a chapeau.
    fn has_number_ahead(&self, i: usize) -> bool {
        let end = (i + 80).min(self.pages.paragraphs.len());
        for k in i + 1..end {
            let line = self.pages.first_line(k);
            if let Some(label) = label::paragraph(line) {
                return label.number == "1" && self.pages.length(i) > 0;
            }
            if forms::formula(line, self.pages.language).is_some() {
                return false;
            }
        }
        false
    }

    /// A heading within the text: short, without an end, without an opener.
    fn is_heading(&self, i: usize, ends: bool, opener: Option<Certainty>) -> bool {
        let line = self.pages.first_line(i);
        let is_short = self.pages.length(i) <= 400;
        let is_opened = opener.is_some_and(|certainty| certainty >= Certainty::Likely);
        let begins = line.starts_with(|c: char| !c.is_lowercase());
        if self.pages.line_of(i).is_some_and(|line| self.pages.known.is_heading(line.span)) {
            return is_short;
        }
        let double_tabbed = self.pages.line_of(i).is_some_and(|line| line.tabs >= 2);
        !ends && is_short && begins && (!is_opened || double_tabbed || self.state == State::Annex)
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

    fn finish(mut self) -> Structure {
        number_behind_its_text(&mut self.structure.drafts);
        for draft in self.structure.drafts.iter_mut().filter(|d| d.shape == Shape::Table) {
            let spans = self.pages.lines[draft.lines.clone()].iter().map(|line| line.span);
            draft.words = Folded::of(self.pages.source, spans);
        }
        self.structure
    }
}

/// Takes from the last block what a closing says: the meeting, the date, the vote.
pub(super) fn note_closing(structure: &mut Structure, language: Language) {
    let Some(draft) = structure.drafts.last() else { return };
    let words = draft.words.text.clone();
    let comparable = forms::comparable(&words);
    let forms = Forms::of(language);
    if forms::begins_with(&comparable, forms.vote) {
        structure.vote.get_or_insert_with(|| words.trim_matches(['[', ']']).to_owned());
    } else if forms::has(&comparable, forms.meeting) {
        structure.meeting.get_or_insert_with(|| words.clone());
    }
    structure.closing_date = structure.closing_date.or_else(|| dates::first(&words, language));
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

/// `A`, or `B1` where a footnote mark stands behind it: the letter of a part.
pub(super) fn part_letter(line: &str) -> Option<String> {
    let letter = line.chars().next().filter(char::is_ascii_uppercase)?;
    let rest = &line[1..];
    (rest.len() <= 3 && rest.bytes().all(|b| b.is_ascii_digit() || b == b'*'))
        .then(|| letter.to_string())
}

/// The letter that the last lines of the head give to the first part.
pub(super) fn head_letter(pages: Pages<'_>, body: usize) -> Option<String> {
    (body.saturating_sub(3)..body).find_map(|i| part_letter(pages.first_line(i)))
}

/// `II`, alone on a line.
pub(super) fn section_numeral(line: &str) -> Option<String> {
    let line = line.strip_suffix('.').unwrap_or(line);
    let is_numeral = !line.is_empty()
        && line.len() <= 8
        && line.bytes().all(|b| b.is_ascii_uppercase())
        && label::roman(&line.to_lowercase()).is_some();
    (is_numeral && line != "C" && line != "L").then(|| line.to_owned())
}

/// `76th plenary meeting (resumed)`: a meeting and nothing else.
pub(super) fn is_meeting(comparable: &str, line: &str, forms: &Forms) -> bool {
    let words = comparable.split(" (").next().unwrap_or(comparable).trim_end();
    line.chars().count() <= 60
        && line.contains(|c: char| c.is_ascii_digit())
        && !line.ends_with([',', ';', ':', '.'])
        && forms.meeting.iter().any(|phrase| words.ends_with(phrase) || words.starts_with(phrase))
}
