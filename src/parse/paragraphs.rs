//! Lines → paragraphs: which lines belong together. In text saved from Word or copied from a
//! browser each line is a paragraph; in text of pages a paragraph is wrapped over many
//! (layouts.md). Knows how paragraphs begin and end, not what they are.

use std::ops::Range;

use super::{
    blocks::{is_meeting, is_section},
    dates, forms,
    head::stands_alone,
    label,
    lines::Line,
    openers::part_by_opener,
};
use crate::document::{Certainty, Language, Part};

/// A paragraph: a range of the lines that are text.
pub(super) type Paragraph = Range<usize>;

/// Groups lines into paragraphs. `lines` are those of text alone, debris left out.
pub(super) fn paragraphs(text: &str, lines: &[Line], language: Language) -> Vec<Paragraph> {
    if !is_wrapped(text, lines) {
        return (0..lines.len()).map(|i| i..i + 1).collect();
    }
    let lines = &from_the_left_edge(lines)[..];
    let mut found: Vec<Paragraph> = Vec::new();
    let first_indent = first_lines_indent(lines);
    let mut joiner = Joiner { text, language, in_head: true, last_number: 0, first_indent };
    for (i, line) in lines.iter().enumerate() {
        let starts = match i.checked_sub(1).and_then(|before| lines.get(before)) {
            None => true,
            Some(before) => joiner.starts(line, before) || joiner.is_heading(before, &lines[i..]),
        };
        match found.last_mut() {
            Some(paragraph) if !starts => paragraph.end = i + 1,
            _ => {
                joiner.note_head(line);
                joiner.note_number(line);
                found.push(i..i + 1);
            }
        }
    }
    found
}

/// Whether paragraphs are broken over lines: a fifth of the lines end in the middle of a sentence
/// that the next line goes on with in lower case; or, where names begin many lines, all lines are
/// short, none begins with a tab, and a third end in the middle.
pub(super) fn is_wrapped(text: &str, lines: &[Line]) -> bool {
    let (mut low, mut any, mut long) = (0, 0, 0);
    for pair in lines.windows(2) {
        let (before, after) = (words(text, &pair[0]), words(text, &pair[1]));
        let is_long = before.len() >= 45;
        long += usize::from(is_long);
        if pair[1].after_gap || ends_a_clause(before) {
            continue;
        }
        let goes_on = after.starts_with(|c: char| c.is_alphabetic() && !c.is_uppercase());
        low += usize::from(goes_on && label::item(after).is_none());
        any += usize::from(is_long);
    }
    let all_short = || lines.iter().all(|line| line.span.len() < 160 && line.tabs == 0);
    low > 0 && low * 5 >= lines.len() || any > 1 && any * 3 >= long && all_short()
}

/// The lines, indented from the left edge of the text on their page: pages to the left and to the
/// right have different margins.
fn from_the_left_edge(lines: &[Line]) -> Vec<Line> {
    let mut found = Vec::with_capacity(lines.len());
    for page in lines.chunk_by(|a, b| a.page == b.page) {
        let edge = left_edge(page);
        found.extend(page.iter().map(|l| Line { indent: l.indent.saturating_sub(edge), ..*l }));
    }
    found
}

/// The least indent that a fifth of the lines of a page have; of the last lines of a text there may
/// be too few to tell, and they may all be first lines.
fn left_edge(page: &[Line]) -> u16 {
    let mut counts = [0_usize; 64];
    for line in page {
        if let Some(count) = counts.get_mut(usize::from(line.indent)) {
            *count += 1;
        }
    }
    let least = (page.len() / 5).max(2);
    (0..64_u16).find(|&indent| counts[usize::from(indent)] >= least).unwrap_or(0)
}

/// The indent from which on a line is the first of a paragraph: pages set those deeper than the
/// lines that follow.
fn first_lines_indent(lines: &[Line]) -> Option<u16> {
    let mut counts = [0_usize; 64];
    for line in lines {
        if let Some(count) = counts.get_mut(usize::from(line.indent)) {
            *count += 1;
        }
    }
    let usual = (0..64_u16).max_by_key(|&indent| counts[usize::from(indent)])?;
    let deeper = usual + 2..usual + 20;
    let gaps = lines.iter().filter(|line| line.after_gap);
    let (firsts, all) = gaps.fold((0, 0), |(firsts, all), line| {
        (firsts + usize::from(deeper.contains(&line.indent)), all + 1)
    });
    (firsts >= 3 && firsts * 3 >= all).then_some(deeper.start)
}

struct Joiner<'a> {
    text: &'a str,
    language: Language,
    /// Whether the text has not begun yet.
    in_head: bool,
    /// The number of the last numbered paragraph.
    last_number: u16,
    /// The least indent of a paragraph's first line, where those stand deeper than the others.
    first_indent: Option<u16>,
}

impl Joiner<'_> {
    /// Whether a line begins a paragraph; `before` is the line of text before it.
    fn starts(&self, line: &Line, before: &Line) -> bool {
        let (here, before_words) = (words(self.text, line), words(self.text, before));
        if self.in_head && [here, before_words].iter().any(|l| stands_alone(l, self.language)) {
            return true;
        }
        let is_page_turn = line.page != before.page;
        if let Some(first_indent) = self.first_indent
            && line.indent < first_indent
            && !is_page_turn
            && !line.after_gap
            && !(line.indent > before.indent && ends_a_clause(before_words))
        {
            return false;
        }
        if forms::formula(before_words, self.language).is_some()
            || forms::formula(here, self.language).is_some()
            || forms::annex(before_words, self.language).is_some()
            || forms::annex(here, self.language).is_some()
            || is_frame(here, self.language)
        {
            return true;
        }
        if self.is_of_the_end(here, before_words) {
            return true;
        }
        if is_label_alone(before_words) && label::paragraph(here).is_none() {
            return false;
        }
        if is_page_turn && let Some(first_indent) = self.first_indent {
            let is_meeting = here.len() < 80
                && here.bytes().any(|b| b.is_ascii_digit())
                && forms::has(&forms::comparable(here), forms::Forms::of(self.language).meeting)
                && ends_a_clause(before_words);
            let is_due = label::paragraph(here)
                .is_some_and(|label| label.number.parse() == Ok(self.last_number + 1))
                && ends_a_clause(before_words);
            return line.indent >= first_indent || is_meeting || is_due;
        }
        let after_gap = line.after_gap && !line.after_debris;
        let begins_low = here.starts_with(|c: char| c.is_lowercase());
        let ended = ends_a_clause(before_words);
        if let Some(label) = label::paragraph(here) {
            let number: u16 = label.number.parse().unwrap_or(0);
            let is_next = number == self.last_number + 1;
            return ended || after_gap || (is_next && !is_numbered_word(before_words));
        }
        if label::item(here).is_some() {
            return ended || after_gap || ends_in_and(before_words);
        }
        if label::misread(here, self.last_number + 1).is_some() && ended {
            return true;
        }
        if is_note_start(here) && (after_gap || before_words.ends_with('.')) {
            return true;
        }
        if after_gap {
            // A page break in the middle of a sentence, or a gap that OCR made.
            return ended || !begins_low;
        }
        if !ended || begins_low {
            return false;
        }
        let Some((part, certainty)) = part_by_opener(here, self.language) else { return false };
        if self.last_number > 0 {
            // Within numbered paragraphs only a last one may lack its number.
            let stopped = before_words.ends_with([';', '.']) && !before_words.ends_with("Mr.");
            return stopped && part == Part::Operative && certainty == Certainty::Sure;
        }
        certainty >= Certainty::Likely
    }

    /// Whether lines stand as a heading between the end of a clause and the next numbered paragraph:
    /// a paragraph would end in a stop before that.
    fn is_heading(&self, before: &Line, lines: &[Line]) -> bool {
        let here = lines.first().map_or("", |line| words(self.text, line));
        let last = words(self.text, before);
        let begins = here.starts_with(|c: char| c.is_alphabetic() && !c.is_lowercase());
        if !end_of_clause(last).ends_with(['.', ';', '。', '；', '؛']) || !begins {
            return false;
        }
        if is_section(here) {
            return true;
        }
        let is_labelled = |line: &Line| label::paragraph(words(self.text, line)).is_some();
        let length = lines.iter().take(LONGEST_HEADING + 1).position(is_labelled);
        length.is_some_and(|length| {
            length > 0 && lines[..length].iter().all(|line| !ends_a_clause(words(self.text, line)))
        })
    }

    /// `69th plenary meeting` behind a clause, and a date alone below it.
    fn is_of_the_end(&self, here: &str, before: &str) -> bool {
        let forms = forms::Forms::of(self.language);
        let is_meeting = |line: &str| is_meeting(&forms::comparable(line), line, forms);
        ends_a_clause(before) && is_meeting(here)
            || is_meeting(before) && dates::is_only_a_date(here, self.language)
    }

    fn note_head(&mut self, line: &Line) {
        let here = words(self.text, line);
        let is_text = forms::formula(here, self.language).is_some()
            || label::paragraph(here).is_some()
            || part_by_opener(here, self.language).is_some_and(|(_, c)| c == Certainty::Sure);
        self.in_head &= !is_text;
    }

    fn note_number(&mut self, line: &Line) {
        let here = words(self.text, line);
        let label = label::paragraph(here);
        if let Some(label) = label.or_else(|| label::misread(here, self.last_number + 1)) {
            self.last_number = label.number.parse().unwrap_or(self.last_number);
        }
    }
}

/// Headings are no longer than this many lines.
const LONGEST_HEADING: usize = 3;

/// `2.` on a line of its own: its words follow.
fn is_label_alone(line: &str) -> bool {
    label::paragraph(line).is_some_and(|label| label.length == line.len())
}

fn words<'a>(text: &'a str, line: &Line) -> &'a str {
    &text[line.span.range()]
}

/// Whether a line ends where a paragraph may end. A footnote mark may stand behind the stop.
pub(super) fn ends_a_clause(line: &str) -> bool {
    let clause = end_of_clause(line);
    clause.ends_with([',', ';', ':', '.', '，', '；', '：', '。', '،', '؛', '—', '!', '?'])
        && !(clause.len() < line.len() && ends_within_a_symbol(clause))
}

/// `A/C.3/80/L.`, `A/80/L.20/Rev.`: the digits that follow are the symbol's, no mark's.
fn ends_within_a_symbol(clause: &str) -> bool {
    let last = clause.rsplit([' ', '\u{a0}']).next().unwrap_or_default();
    let part = last.rsplit('/').next().unwrap_or_default();
    part.len() < last.len()
        && matches!(part, "L." | "C." | "Rev." | "Add." | "Corr." | "Amend." | "CRP." | "WP.")
}

/// A line without what may stand behind its last stop: a mark, brackets, quotation marks.
fn end_of_clause(line: &str) -> &str {
    line.trim_end_matches(|c: char| {
        c.is_ascii_digit()
            || matches!(c, ' ' | '\u{a0}' | '*' | '(' | ')' | '[' | ']' | '”' | '"' | '’' | '»')
    })
}

/// `paragraph`, `article`: a number that follows is theirs.
fn is_numbered_word(before: &str) -> bool {
    let last = before.rsplit(' ').next().unwrap_or_default().to_lowercase();
    ["paragraph", "paragraphs", "article", "articles", "and", "to", "annex", "point", "no."]
        .contains(&last.as_str())
}

fn ends_in_and(before: &str) -> bool {
    before.ends_with(" and") || before.ends_with(" or")
}

/// `52 One member (China)`, `1/ Text`: how a footnote begins.
fn is_note_start(here: &str) -> bool {
    let digits = here.bytes().take_while(u8::is_ascii_digit).count();
    let rest = here[digits..].trim_start_matches('/');
    (1..=3).contains(&digits)
        && rest.starts_with([' ', '\t'])
        && rest.trim_start().starts_with(|c: char| c.is_uppercase() || matches!(c, '“' | '"' | '«'))
}

/// Lines of the frame, which never go on with what is before them.
fn is_frame(here: &str, language: Language) -> bool {
    let comparable = forms::comparable(here);
    let forms = forms::Forms::of(language);
    // `adopted by the General Assembly` goes on with a sentence.
    !here.starts_with(char::is_lowercase)
        && (forms::begins_with(&comparable, forms.vote)
            || language == Language::English
                && comparable.starts_with("resolution ")
                && here.len() < 40)
}
