//! A text cut as a person marks changes in it: words with their hyphens, dates, symbols and numbers of
//! resolutions each as one; signs, and the brackets of drafts, by themselves; Chinese by characters. Knows
//! one text, not what it is compared with.

use std::ops::Range;

use crate::{document::Language, text::roman};

/// A piece of text that changes as a whole.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Token {
    /// In bytes of the text.
    pub(super) range: Range<usize>,
    pub(super) sort: Sort,
}

/// What a token is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Sort {
    Word,
    /// Digits alone.
    Number,
    /// `17 December 2015`, `December 2015`.
    Date,
    /// `70/161`, `A/C.3/72/L.5`, `1325 (2000)`.
    Symbol,
    /// A square bracket: in drafts, what is not agreed on.
    Bracket,
    /// Any other sign.
    Sign,
}

impl Sort {
    /// Whether it is no sign.
    pub(super) const fn is_word(self) -> bool {
        matches!(self, Self::Word | Self::Number | Self::Date | Self::Symbol)
    }
}

/// The tokens of a text, in order; what is in `left_out` is none of its words.
pub(super) fn tokens(text: &str, language: Language, left_out: &[Range<usize>]) -> Vec<Token> {
    let mut single = single_tokens(text);
    single.retain(|token| {
        !left_out.iter().any(|out| out.start <= token.range.start && token.range.end <= out.end)
    });
    joined(text, single, language)
}

fn single_tokens(text: &str) -> Vec<Token> {
    let mut found: Vec<Token> = Vec::new();
    let mut at = 0;
    while let Some(c) = text.get(at..).and_then(|rest| rest.chars().next()) {
        let end = if is_alone(c) || !is_part(c) { at + c.len_utf8() } else { word_end(text, at) };
        if !is_gap(c) {
            let sort = sort(text.get(at..end).unwrap_or_default(), c);
            found.push(Token { range: at..end, sort });
        }
        at = end;
    }
    found
}

fn sort(word: &str, first: char) -> Sort {
    if !is_part(first) {
        return if matches!(first, '[' | ']') { Sort::Bracket } else { Sort::Sign };
    }
    let has_digit = word.contains(|c: char| c.is_numeric());
    if has_digit && word.contains('/') {
        Sort::Symbol
    } else if has_digit && word.chars().all(|c| c.is_numeric() || matches!(c, ',' | '.')) {
        Sort::Number
    } else {
        Sort::Word
    }
}

/// Spaces, and what cannot be seen.
fn is_gap(c: char) -> bool {
    c.is_whitespace()
        || matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}')
}

fn is_part(c: char) -> bool {
    c.is_alphanumeric() || matches!(c, '\u{300}'..='\u{36f}')
}

/// Characters that are words by themselves: Han.
const fn is_alone(c: char) -> bool {
    matches!(c, '\u{2e80}'..='\u{2fd5}' | '\u{3005}'..='\u{3007}' | '\u{3400}'..='\u{4dbf}'
        | '\u{4e00}'..='\u{9fff}' | '\u{f900}'..='\u{fad9}' | '\u{20000}'..='\u{3ffff}')
}

/// Where the word ends that begins at a byte: hyphens, apostrophes and strokes between letters are its
/// own, stops and commas between digits, and stops within a symbol.
fn word_end(text: &str, start: usize) -> usize {
    let rest = text.get(start..).unwrap_or_default();
    let mut chars = rest.char_indices().peekable();
    let (mut has_stroke, mut before) = (false, ' ');
    while let Some((at, c)) = chars.next() {
        let next = chars.peek().map_or(' ', |(_, next)| *next);
        let goes_on = is_part(next) && !is_alone(next);
        let is_joint = match c {
            _ if at > 0 && is_alone(c) => false,
            c if is_part(c) => true,
            '-' | '\u{2010}' | '\u{2011}' | '\'' | '\u{2019}' | '/' => goes_on,
            '.' => goes_on && (has_stroke || (before.is_numeric() && next.is_numeric())),
            ',' => goes_on && before.is_numeric() && next.is_numeric(),
            _ => false,
        };
        if !is_joint {
            return start + at;
        }
        has_stroke |= c == '/';
        before = c;
    }
    text.len()
}

/// Joins the tokens of dates and of numbers of resolutions.
fn joined(text: &str, tokens: Vec<Token>, language: Language) -> Vec<Token> {
    let mut made: Vec<Token> = Vec::with_capacity(tokens.len());
    let mut at = 0;
    while at < tokens.len() {
        let from = Reading { text, tokens: &tokens, at, language };
        let (count, sort) = if let Some(count) = from.date() {
            (count, Sort::Date)
        } else if let Some(count) = from.numbered_text() {
            (count, Sort::Symbol)
        } else {
            (1, tokens[at].sort)
        };
        let last = (at + count).min(tokens.len()) - 1;
        made.push(Token { range: tokens[at].range.start..tokens[last].range.end, sort });
        at = last + 1;
    }
    made
}

/// Tokens from one on.
struct Reading<'a> {
    text: &'a str,
    tokens: &'a [Token],
    at: usize,
    language: Language,
}

impl Reading<'_> {
    fn word(&self, ahead: usize) -> &str {
        let token = self.tokens.get(self.at + ahead);
        token.and_then(|token| self.text.get(token.range.clone())).unwrap_or_default()
    }

    fn number(&self, ahead: usize) -> Option<u32> {
        let word = self.word(ahead);
        let digits = word.find(|c: char| !c.is_numeric()).unwrap_or(word.len());
        let ending = word.get(digits..)?;
        let is_day =
            ending.is_empty() || ending.chars().count() <= 3 && !ending.contains(['/', ',']);
        value(word.get(..digits)?).filter(|_| is_day)
    }

    fn is_year(&self, ahead: usize) -> bool {
        value(self.word(ahead)).is_some_and(|year| (1900..2100).contains(&year))
    }

    /// How many tokens from here are a date.
    fn date(&self) -> Option<usize> {
        if self.language == Language::Chinese {
            return self.chinese_date();
        }
        let day = usize::from(self.number(0).is_some_and(|day| (1..=31).contains(&day)));
        // `17 de diciembre`, `17 كانون الأول/ديسمبر`: a word may stand between.
        let month = (day..day + 2 * day + 1).find(|ahead| self.is_month(*ahead))?;
        let between = |ahead: usize| self.word(ahead).chars().all(char::is_alphabetic);
        if !(day..month).all(between) {
            return None;
        }
        let year = (month + 1..month + 3).find(|ahead| self.is_year(*ahead));
        let year =
            year.filter(|year| *year == month + 1 || matches!(self.word(month + 1), "de" | "del"));
        let end = match (day, year) {
            (_, Some(year)) => year + 1,
            (1, None) => month + 1,
            _ => return None,
        };
        let is_followed = matches!(self.word(end), "года" | "г" | "году");
        Some(if is_followed && year.is_some() { end + 1 } else { end })
    }

    fn is_month(&self, ahead: usize) -> bool {
        let months = self.language.months();
        let is_name = |word: &str| {
            let is_same = |name: &&str| **name == *word;
            months.iter().any(|names| names.iter().any(is_same))
        };
        let word = self.word(ahead);
        // All names of months, numbers apart, are of letters.
        let may_be = word.len() >= 2 && !word.starts_with(|c: char| c.is_numeric());
        may_be && (is_name(word) || word.contains('/') && word.split('/').any(is_name))
    }

    /// `2015年12月17日`, or as much of it as there is from the year on.
    fn chinese_date(&self) -> Option<usize> {
        let is_year = self.is_year(0) && self.word(1) == "年";
        let is_month = |ahead: usize| self.number(ahead).is_some() && self.word(ahead + 1) == "月";
        let start = if is_year { 2 } else { 0 };
        if !is_month(start) {
            return is_year.then_some(2);
        }
        let is_day = self.number(start + 2).is_some() && self.word(start + 3) == "日";
        let end = start + if is_day { 4 } else { 2 };
        (is_year || is_day).then_some(end)
    }

    /// How many tokens from here are `1325 (2000)`, `217 A (III)`, `55/488 B`.
    fn numbered_text(&self) -> Option<usize> {
        let token = self.tokens.get(self.at)?;
        let is_number = token.sort == Sort::Number && token.range.len() <= 5;
        let letter = self.word(1);
        let has_part = letter.len() == 1 && letter.starts_with(|c: char| c.is_ascii_uppercase());
        let is_of_session =
            token.sort == Sort::Symbol && self.word(0).chars().all(|c| c.is_numeric() || c == '/');
        if is_of_session && has_part && self.word(2) != "." {
            return Some(2);
        }
        let bracket = 1 + usize::from(has_part);
        let within = self.word(bracket + 1);
        let is_session = !within.is_empty()
            && within.chars().all(|c| c.is_ascii_uppercase() || c == '-')
            && within
                .rsplit('-')
                .next()
                .is_some_and(|numeral| roman::value(&numeral.to_ascii_lowercase()).is_some());
        let is_bracketed = self.word(bracket) == "(" && self.word(bracket + 2) == ")";
        (is_number && is_bracketed && (is_session || self.is_year(bracket + 1)))
            .then_some(bracket + 3)
    }
}

/// The value of digits, European or Arabic.
pub(super) fn value(digits: &str) -> Option<u32> {
    if digits.is_empty() || digits.chars().count() > 6 {
        return None;
    }
    digits.chars().try_fold(0_u32, |value, c| {
        let digit = match c {
            '\u{660}'..='\u{669}' => Some(u32::from(c) - 0x660),
            c => c.to_digit(10),
        };
        Some(value * 10 + digit?)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn cut(text: &str, language: Language, expected: &str) {
        let found = tokens(text, language, &[]);
        let found: Vec<&str> = found.iter().map(|token| &text[token.range.clone()]).collect();
        assert_eq!(found.join(" | "), expected);
    }

    #[test]
    fn dates_symbols_and_hyphenated_words_are_one_each() {
        cut(
            "resolution 70/161 of 17 December 2015, 1325 (2000) and 217 A (III)",
            Language::English,
            "resolution | 70/161 | of | 17 December 2015 | , | 1325 (2000) | and | 217 A (III)",
        );
        cut(
            "Secretary-General’s 1,000.5 A/C.3/72/L.5.",
            Language::English,
            "Secretary-General’s | 1,000.5 | A/C.3/72/L.5 | .",
        );
        cut(
            "In May 2015, it may 5 come",
            Language::English,
            "In | May 2015 | , | it | may | 5 | come",
        );
        cut("16 and 17 May", Language::English, "16 | and | 17 May");
        cut("el 17 de diciembre de 2015", Language::Spanish, "el | 17 de diciembre de 2015");
        cut("от 17 декабря 2015 года,", Language::Russian, "от | 17 декабря 2015 года | ,");
        cut("17 كانون الأول/ديسمبر 2015", Language::Arabic, "17 كانون الأول/ديسمبر 2015");
    }

    #[test]
    fn chinese_is_cut_into_characters_and_brackets_stand_alone() {
        cut(
            "大会2015年12月17日第70/161号",
            Language::Chinese,
            "大 | 会 | 2015年12月17日 | 第 | 70/161 | 号",
        );
        cut("[all] States", Language::English, "[ | all | ] | States");
    }
}
