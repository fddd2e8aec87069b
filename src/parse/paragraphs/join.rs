//! Lines → paragraphs: which lines belong together. In text saved from Word or copied from a browser each line is a
//! paragraph; in text of pages it is wrapped over many (layouts.md). Knows how they begin and end, not what they are.

mod headings;
mod in_head;

use super::{
    line_ends::{
        is_abbreviated, is_before_last_item, is_before_number, is_note_start, is_numbered_heading,
        last_item_within,
    },
    names::names_with_countries,
    openings::{begins_somehow, is_bracketed, is_quoted, opens_by_form, opens_without_capital},
    rows::rows_of_amounts,
    sections::Section,
    sponsor_lines,
    text::Paragraph,
    wrapping::{Widths, first_lines_indent, from_the_left_edge, is_label_alone, is_wrapped},
};
use crate::{
    document::{Certainty, Language, Part},
    parse::{
        lines::{
            facts::{Facts, LineFacts},
            head_line::{Field, stands_alone},
            label,
            line::Line,
        },
        words::{Words, dates},
    },
    text::clause::end_of_clause,
};

/// Groups lines into paragraphs. `lines` are those of text alone, debris left out.
pub(in crate::parse) fn paragraphs(
    source: &str,
    lines: &[Line],
    facts: &LineFacts<'_>,
    language: Language,
) -> Vec<Paragraph> {
    if !is_wrapped(source, lines, facts) {
        return (0..lines.len()).map(|i| i..i + 1).collect();
    }
    let lines = &from_the_left_edge(lines)[..];
    let mut found: Vec<Paragraph> = Vec::new();
    let first_indent = first_lines_indent(lines, facts);
    let mut joiner = Joiner {
        source,
        facts,
        language,
        in_head: true,
        in_brackets: false,
        last_number: 0,
        first_indent,
        widths: Widths::of(source, lines),
        in_heading: false,
        outer_number: 0,
        section: Section::default(),
        in_item: false,
        item_within: None,
        closes: false,
        is_stated: lines.iter().take(LONGEST_HEAD).any(|line| facts.of(line).names_a_statement),
        sponsors: sponsor_lines::first_line(source, lines, facts),
    };
    let names = names_with_countries(source, lines);
    let rows = rows_of_amounts(source, lines);
    for (i, line) in lines.iter().enumerate() {
        let before = i.checked_sub(1).and_then(|before| lines.get(before));
        let is_heading = before.is_some_and(|before| joiner.is_heading(before, &lines[i..]));
        let is_of_table = rows[i] || i > 0 && rows[i - 1] && !facts.of(line).begins_low;
        let is_name = names.get(i).is_some_and(|is_name| *is_name);
        let starts = is_heading
            || is_name
            || is_of_table
            || before.is_none_or(|before| joiner.starts(line, before));
        match found.last_mut() {
            Some(paragraph) if !starts => {
                paragraph.end = i + 1;
                joiner.item_within = last_item_within(line.words(source)).or(joiner.item_within);
                joiner.section = joiner.section.gone_on();
            }
            _ => {
                let below_annex = before.is_some_and(|before| facts.of(before).is_annex);
                joiner.in_heading = is_heading || below_annex;
                joiner.note_head(line);
                joiner.note_closing(line);
                joiner.note_number(line);
                joiner.section = joiner.section.begun(source, facts, line);
                joiner.in_item = facts.of(line).item.is_some();
                joiner.item_within = last_item_within(line.words(source));
                found.push(i..i + 1);
            }
        }
    }
    found
}

struct Joiner<'a> {
    source: &'a str,
    facts: &'a LineFacts<'a>,
    language: Language,
    /// Whether the text has not begun yet.
    in_head: bool,
    /// Whether the paragraph before is one of the head in square brackets.
    in_brackets: bool,
    /// The number of the last numbered paragraph.
    last_number: u16,
    /// The least indent of a paragraph's first line, where those stand deeper than the others.
    first_indent: Option<u16>,
    /// How wide lines are, the indent with them.
    widths: Widths<'a>,
    /// Whether the paragraph before stands as a heading.
    in_heading: bool,
    /// The number that was the last before numbers began anew: a list of their own may end.
    outer_number: u16,
    /// Where in the beginning of a section the text is.
    section: Section,
    /// Whether the paragraph before is an item of a list.
    in_item: bool,
    /// The letter of the last item within the paragraph, `(b)` amid its words.
    item_within: Option<u8>,
    /// Whether the paragraph before is the meeting that adopted a resolution, or the date below it.
    closes: bool,
    /// Whether the text is the statement of a president.
    is_stated: bool,
    /// The line with which the names of a draft's sponsors begin.
    sponsors: Option<usize>,
}

impl Joiner<'_> {
    fn words(&self, line: &Line) -> &str {
        line.words(self.source)
    }

    fn facts(&self, line: &Line) -> &Facts {
        self.facts.of(line)
    }

    /// Whether a line begins a paragraph; `before` is the line of text before it.
    fn starts(&self, line: &Line, before: &Line) -> bool {
        let (here, above) = (self.facts(line), self.facts(before));
        // `… (b) investing in skills; ⏎ (c) eradicating poverty`: of items within a paragraph the next.
        let letter = here.item.map(|label| label.number(self.words(line)).as_bytes());
        if !line.after_gap && self.item_within.is_some_and(|b| letter == Some(&[b + 1])) {
            return false;
        }
        if self.in_head
            && let Some(starts) = self.starts_in_head(line, before)
        {
            return starts;
        }
        // Below the date nothing goes on, wherever on the page it stands.
        let is_closed = self.closes && self.is_date(before);
        if is_closed || self.is_stated && self.starts_in_a_statement(line, before) {
            return true;
        }
        if let Some(starts) = self.section.starts(self.source, self.facts, line, before) {
            return starts;
        }
        let is_page_turn = line.page != before.page;
        if let Some(first_indent) = self.first_indent
            && line.indent < first_indent
            && !is_page_turn
            && !line.after_gap
            && !(line.indent > before.indent && above.ends_a_clause)
            && !self.ends_a_list(before, line)
            && !(self.is_due(line) && (above.ends_a_clause || self.is_broken_early(before, line)))
        {
            return false;
        }
        let is_apart = |facts: &Facts| facts.formula.is_some() || facts.is_annex || facts.is_voters;
        // A number of another resolution may begin a line of text: `Resolution 338 (1973),`.
        let is_frame = here.is_frame && (here.is_vote || above.ends_a_clause || line.after_gap);
        if is_apart(above) || is_apart(here) || is_frame || self.is_of_the_end(line, before) {
            return true;
        }
        if self.is_label_alone(before) && here.number.is_none() && here.item.is_none() {
            return false;
        }
        if above.ends_a_clause && is_numbered_heading(self.words(line)) {
            return true;
        }
        if let Some(first_indent) = self.first_indent
            && (before.indent < first_indent && first_indent <= line.indent)
            && above.ends_a_clause
            && self.words(line).starts_with(char::is_uppercase)
        {
            return true;
        }
        if self.is_set_in(line, before) {
            return true;
        }
        if is_page_turn && let Some(first_indent) = self.first_indent {
            return line.indent >= first_indent
                || above.ends_a_clause && (self.is_meeting(line) || self.is_due(line));
        }
        self.starts_by_its_words(line, before)
    }

    /// Whether a line behind the end of a sentence is set in, where nothing tells how far first lines are: a letter has
    /// two paragraphs.
    fn is_set_in(&self, line: &Line, before: &Line) -> bool {
        let (above, words_above) = (self.facts(before), self.words(before));
        let is_labelled = above.number.is_some() || above.item.is_some();
        self.first_indent.is_none()
            && line.page == before.page
            && line.indent >= before.indent + 2
            && !is_labelled
            && words_above.ends_with(['.', '。'])
            && !is_abbreviated(words_above)
            && self.words(line).starts_with(char::is_uppercase)
    }

    /// Whether the last item of a list ends above, and the words before the list go on at the margin:
    /// `… and requests …`.
    fn ends_a_list(&self, before: &Line, line: &Line) -> bool {
        self.in_item && self.words(before).ends_with(';') && self.is_broken_early(before, line)
    }

    /// Whether a line begins a paragraph by its own words and those before it, where no indent and
    /// no set phrase says so.
    fn starts_by_its_words(&self, line: &Line, before: &Line) -> bool {
        let (here, above) = (self.facts(line), self.facts(before));
        let (words, words_above) = (self.words(line), self.words(before));
        let after_gap = line.after_gap && !line.after_debris;
        let ended = above.ends_a_clause;
        if here.number.is_some() {
            let is_due = self.is_due(line) && !is_before_number(words_above);
            let is_alone = self.is_label_alone(line) && !is_before_number(words_above);
            return ended || after_gap || self.in_heading || is_due || is_alone;
        }
        if here.item.is_some() {
            return ended || after_gap || is_before_last_item(words_above);
        }
        if ended && label::misread(words, self.last_number + 1).is_some() {
            return true;
        }
        if is_note_start(words) && (after_gap || words_above.ends_with('.')) {
            return true;
        }
        if after_gap {
            // A page break in the middle of a sentence, or a gap that OCR made.
            let stopped = end_of_clause(words_above).ends_with(['.', ';', ':']);
            return !here.begins_low || ended && (stopped || self.may_open_low(line));
        }
        // `… and demands that …;` goes on with the words before a list, below it.
        let may_begin = begins_somehow(words) || words_above.ends_with(';');
        if may_begin && self.is_broken_on_purpose(before, line) {
            return true;
        }
        if ended && self.last_number == 0 && self.opens_low(before, line) {
            return true;
        }
        if ended
            && (is_bracketed(words) || is_quoted(words) && self.widths.had_room(before, line, 90))
        {
            return true;
        }
        if !ended || here.begins_low {
            return false;
        }
        let Some((part, certainty)) = self.facts.opener(line) else { return false };
        if self.last_number > 0 {
            // Within numbered paragraphs only a last one may lack its number.
            let stopped = words_above.ends_with([';', '.']) && !is_abbreviated(words_above);
            return stopped && part == Part::Operative && certainty == Certainty::Sure;
        }
        // `Forwards the following nominations`: a verb that no list has, where the line above had room.
        let is_verb = || part == Part::Operative && self.is_broken_early(before, line);
        certainty >= Certainty::Likely
            || part == Part::Preamble && opens_by_form(self.language, words_above, words)
            || is_verb()
    }

    /// Whether a paragraph may open in lower case here: in Russian most do, elsewhere known ones.
    fn may_open_low(&self, line: &Line) -> bool {
        let form = Words::of(self.language).opener_form.as_ref();
        form.is_none_or(|form| !form.is_capital) || self.facts.opens_surely(line)
    }

    fn opens_low(&self, before: &Line, line: &Line) -> bool {
        let (facts, language) = (self.facts, self.language);
        opens_without_capital(self.source, facts, language, &self.widths, [before, line])
    }

    /// Whether a line has the number that is due.
    fn is_due(&self, line: &Line) -> bool {
        let number = self.facts(line).number;
        let value = number.and_then(|label| label.value(self.words(line)));
        value.is_some_and(|value| {
            value == self.last_number + 1 || self.outer_number > 0 && value == self.outer_number + 1
        })
    }

    /// Whether a line at the top of a page names a meeting.
    fn is_meeting(&self, line: &Line) -> bool {
        self.facts(line).names_a_meeting && self.words(line).bytes().any(|b| b.is_ascii_digit())
    }

    fn stands_alone(&self, line: &Line) -> bool {
        stands_alone(self.facts.field(line), self.words(line))
    }

    fn is_label_alone(&self, line: &Line) -> bool {
        is_label_alone(self.facts(line), self.words(line))
    }

    /// Whether a line had room for the first word of the next, much room where it does not end as paragraphs do.
    fn is_broken_on_purpose(&self, before: &Line, line: &Line) -> bool {
        let above = self.words(before);
        if above.ends_with([':', '：']) {
            let used = self.widths.used(before, line);
            return self.widths.full(before.page).is_some_and(|width| used * 10 <= width * 9);
        }
        if above.ends_with(['.', ';', '。', '；', '؛']) {
            return !is_abbreviated(above) && self.is_broken_early(before, line);
        }
        let last = above.rsplit(' ').next().unwrap_or_default();
        let goes_on = above.ends_with([',', '-', '(']) || last.chars().all(char::is_lowercase);
        let used = self.widths.used(before, line);
        let is_far = |middle: usize| used * 5 <= middle * 3;
        !self.in_head
            && (!goes_on || last.chars().count() > LONGEST_JOINT && !above.ends_with([',', '-']))
            && before.page == line.page
            && self.widths.middle(before.page).is_some_and(is_far)
    }

    fn is_broken_early(&self, before: &Line, line: &Line) -> bool {
        self.widths.had_room(before, line, 80)
    }

    /// `69th plenary meeting` behind a clause, and a date alone below it.
    fn is_of_the_end(&self, line: &Line, before: &Line) -> bool {
        let (here, above) = (self.facts(line), self.facts(before));
        // In Chinese the date stands above the meeting.
        let is_below_date = self.language == Language::Chinese && self.is_date(before);
        is_meeting(here) && (above.ends_a_clause || is_below_date)
            || self.is_date(line) && (is_meeting(above) || self.words(before).ends_with('。'))
    }

    fn is_date(&self, line: &Line) -> bool {
        dates::is_only_a_date(self.words(line), self.language)
    }

    fn note_closing(&mut self, line: &Line) {
        self.closes = is_meeting(self.facts(line)) || self.closes && self.is_date(line);
    }

    fn note_head(&mut self, line: &Line) {
        let here = self.facts(line);
        if self.in_head {
            self.in_head =
                here.formula.is_none() && here.number.is_none() && !self.facts.opens_surely(line);
            self.in_brackets = self.facts.field(line) == Field::Proposal;
        }
    }

    fn note_number(&mut self, line: &Line) {
        let words = line.words(self.source);
        let number = self.facts(line).number;
        if self.facts(line).is_annex {
            (self.last_number, self.outer_number) = (0, 0);
        }
        if let Some(label) = number.or_else(|| label::misread(words, self.last_number + 1)) {
            let value = label.value(words).unwrap_or(self.last_number);
            if value == 1 {
                self.outer_number = self.last_number;
            } else if value == self.outer_number + 1 {
                self.outer_number = 0;
            }
            self.last_number = value;
        }
    }
}

/// `76th plenary meeting`, perhaps with a comma behind which its date follows.
fn is_meeting(facts: &Facts) -> bool {
    facts.is_meeting || facts.is_meeting_on
}

/// A statement has its title no later than this.
const LONGEST_HEAD: usize = 40;
/// Words between others, `of`, `the`, `and`, are no longer than this.
const LONGEST_JOINT: usize = 4;
