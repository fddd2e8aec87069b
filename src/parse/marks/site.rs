//! A run of digits and what stands around it. Knows one place in one text, not what it is worth.

use super::{
    candidates::{Candidate, Form, Style},
    host::Host,
};
use crate::parse::words::word_before;

/// A run of digits and what is around it.
#[derive(Clone, Copy)]
pub(super) struct Site<'a> {
    pub(super) text: &'a str,
    pub(super) start: usize,
    pub(super) end: usize,
    /// Where the run before this one ended, if that reads as a mark.
    pub(super) mark_before: Option<usize>,
    pub(super) style: Style,
}

impl<'a> Site<'a> {
    pub(super) fn new(
        text: &'a str,
        start: usize,
        end: usize,
        mark_before: Option<usize>,
        style: Style,
    ) -> Self {
        Self { text, start, end, mark_before, style }
    }

    /// This place, or a part of it, read as the mark of a footnote.
    pub(super) fn candidate(
        &self,
        number: u16,
        (start, end): (usize, usize),
        score: f32,
        is_spaced: bool,
    ) -> Candidate {
        let before = self.text.get(..start).unwrap_or_default();
        let is_amid_cjk = before.ends_with(is_cjk) && self.after().starts_with(is_cjk);
        let host = Host::of(before);
        let is_behind_capitals = ends_with_capitals(before);
        let form = Form::of(self.text.get(start..end).unwrap_or_default());
        Candidate {
            number,
            start,
            end,
            score,
            is_spaced,
            is_amid_cjk,
            is_behind_capitals,
            form,
            is_certain: false,
            host,
        }
    }

    pub(super) fn glued_malus(&self) -> f32 {
        self.style.glued_malus
    }

    pub(super) fn digits(&self) -> &'a str {
        self.text.get(self.start..self.end).unwrap_or_default()
    }

    pub(super) fn before(&self) -> &'a str {
        self.text.get(..self.start).unwrap_or_default()
    }

    pub(super) fn after(&self) -> &'a str {
        self.text.get(self.end..).unwrap_or_default()
    }

    /// The run with the brackets around it: `(1)` in Arabic, `)1(` where the text came out
    /// mirrored, `[1]` from old converters.
    pub(super) fn with_brackets(&self) -> Self {
        let pair = (self.before().bytes().next_back(), self.after().bytes().next());
        let is_mark = match pair {
            (Some(b'('), Some(b')')) | (Some(b')'), Some(b'(')) => self.style.is_arabic,
            (Some(b'['), Some(b']')) => true,
            _ => false,
        };
        if is_mark { Self { start: self.start - 1, end: self.end + 1, ..*self } } else { *self }
    }

    /// Where the mark begins if the white space before it goes with it, and whether there is any.
    pub(super) fn with_space_before(&self) -> (usize, bool) {
        let trimmed = self.before().trim_end().len();
        if trimmed == 0 { (self.start, false) } else { (trimmed, trimmed < self.start) }
    }

    /// Where the mark ends. In Chinese the space after it is there for the mark's sake.
    pub(super) fn with_space_after(&self) -> usize {
        let rest = self.after().trim_start_matches(' ');
        let is_for_the_mark = self.style.is_chinese && rest.starts_with(is_cjk);
        if is_for_the_mark { self.text.len() - rest.len() } else { self.end }
    }

    /// Whether this is `437/27` right after punctuation: a mark, and a number without its space.
    pub(super) fn has_lost_a_space(&self) -> bool {
        let before = self.before();
        let before = if self.style.spaced_bonus > 0.0 { before.trim_end() } else { before };
        before.ends_with([',', ';'])
            && self
                .after()
                .strip_prefix('/')
                .is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit()))
    }
}

/// Whether a text ends in a year, or in a number like 53/144.
pub(super) fn ends_with_year_or_key(text: &str) -> bool {
    let digits = digits_at_end(text);
    if digits == 0 || digits > 4 {
        return false;
    }
    let (before, number) = text.split_at(text.len() - digits);
    is_year(number) || ends_with_session(before)
}

/// Whether a text ends in a number like 53/144.
pub(super) fn ends_with_key(text: &str) -> bool {
    let digits = digits_at_end(text);
    digits > 0 && ends_with_session(&text[..text.len() - digits])
}

/// Whether a text ends in a word all in capitals.
fn ends_with_capitals(text: &str) -> bool {
    let word = word_before(text, text.len());
    !word.is_empty() && word.chars().all(char::is_uppercase)
}

/// Whether a text ends in a Roman number.
pub(super) fn ends_with_roman(text: &str) -> bool {
    let word = word_before(text, text.len());
    is_roman(word)
}

pub(super) fn is_roman(word: &str) -> bool {
    !word.is_empty() && word.len() <= 5 && word.bytes().all(|b| b"IVXLCDM".contains(&b))
}

pub(super) fn digits_at_start(text: &str) -> usize {
    text.bytes().take(8).take_while(u8::is_ascii_digit).count()
}

/// How many digits a text ends in; no more than 8 are counted, so that this takes no time.
pub(super) fn digits_at_end(text: &str) -> usize {
    text.bytes().rev().take(8).take_while(u8::is_ascii_digit).count()
}

/// Whether a text ends in the session and the stroke of a number, `53/`; treaty bodies count their
/// meetings in Roman, `VIII/`.
fn ends_with_session(text: &str) -> bool {
    text.strip_suffix('/')
        .is_some_and(|rest| rest.ends_with(|c: char| c.is_ascii_digit()) || ends_with_roman(rest))
}

/// Whether a text begins with a year and its mark: `20164`.
pub(super) fn starts_with_year(text: &str) -> bool {
    text.get(..4).is_some_and(is_year)
}

/// Whether a text ends in a year.
pub(super) fn ends_with_year(text: &str) -> bool {
    is_year(&text[text.len() - digits_at_end(text)..])
}

pub(super) fn is_year(digits: &str) -> bool {
    digits.len() == 4 && digits.parse().is_ok_and(|year: u16| (1900..=2100).contains(&year))
}

pub(super) fn is_closing(c: char) -> bool {
    matches!(
        c,
        ',' | ';'
            | ':'
            | '.'
            | '!'
            | '?'
            | ')'
            | ']'
            | '"'
            | '\''
            | '»'
            | '”'
            | '’'
            | '“'
            | '，'
            | '。'
            | '；'
            | '：'
            | '、'
            | '）'
            | '》'
            | '」'
            | '』'
            | '】'
            | '،'
            | '؛'
            | '؟'
    )
}

pub(super) fn is_cjk(c: char) -> bool {
    matches!(c, '\u{3400}'..='\u{9fff}' | '\u{f900}'..='\u{faff}')
}

pub(super) fn is_arabic(c: char) -> bool {
    matches!(c, '\u{0620}'..='\u{064a}' | '\u{0671}'..='\u{06d3}')
}

pub(super) fn contains_start(list: &[&str], text: &str) -> bool {
    list.iter().any(|entry| text.starts_with(entry))
}

pub(super) fn contains_end(list: &[&str], text: &str) -> bool {
    list.iter().any(|entry| text.ends_with(entry))
}
