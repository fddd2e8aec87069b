//! The words, numbers and brackets ahead in a citation, taken one by one. Knows how they are spelled, not
//! what they say together.

use super::{super::cite::Within, ordinal::number_of};

/// One kind of space and one of dash.
pub(super) fn plain(text: &str) -> String {
    let plain = |c: char| match c {
        '\u{2010}'..='\u{2015}' | '\u{2212}' => '-',
        '“' | '”' | '„' => '"',
        c if c.is_whitespace() => ' ',
        c => c,
    };
    text.chars().map(plain).collect()
}

/// What is left of a citation, and where what follows is.
pub(super) struct Reader<'a> {
    pub(super) rest: &'a str,
    /// The part, and the annex or section, that what follows is in.
    pub(super) part: Option<String>,
    pub(super) within: Option<Within>,
}

impl<'a> Reader<'a> {
    pub(super) fn skip(&mut self, marks: &[char]) {
        self.rest = self.rest.trim_start_matches(marks);
    }

    /// `, `, ` and `, `; `.
    pub(super) fn skip_joint(&mut self) {
        self.skip(&[' ', ',', ';', '.']);
        if self.peek_word().eq_ignore_ascii_case("and") {
            self.word();
            self.skip(&[' ']);
        }
    }

    /// The letters ahead.
    pub(super) fn peek_word(&self) -> &'a str {
        let end = self.rest.find(|c: char| !c.is_alphabetic()).unwrap_or(self.rest.len());
        self.rest.get(..end).unwrap_or_default()
    }

    pub(super) fn word(&mut self) -> &'a str {
        let word = self.peek_word();
        self.rest = self.rest.get(word.len()..).unwrap_or_default();
        word
    }

    /// Takes the next word if it is one of these; a full stop and spaces behind it go with it.
    pub(super) fn takes(&mut self, words: &[&str]) -> bool {
        let word = self.peek_word();
        let is_one = words.iter().any(|own| own.eq_ignore_ascii_case(word));
        if is_one {
            self.word();
            self.skip(&['.', ' ']);
        }
        is_one
    }

    pub(super) fn begins_with_digit(&self) -> bool {
        self.rest.starts_with(|c: char| c.is_ascii_digit())
    }

    pub(super) fn begins_with_number(&self) -> bool {
        (self.begins_with_digit() && self.ordinal_ahead().is_none()) || self.item_ahead().is_some()
    }

    /// The ordinal ahead, and what stands behind it.
    pub(super) fn ordinal_ahead(&self) -> Option<(usize, &'a str)> {
        let end = self.rest.find(|c: char| !c.is_ascii_alphanumeric()).unwrap_or(self.rest.len());
        let (word, rest) = self.rest.split_at(end);
        Some((number_of(word)?, rest))
    }

    /// What is in brackets ahead, where it can be the letter or number of an item.
    pub(super) fn item_ahead(&self) -> Option<(&'a str, &'a str)> {
        let (item, rest) = self.rest.trim_start().strip_prefix('(')?.split_once(')')?;
        let item = item.trim();
        let is_item = !item.is_empty()
            && item.chars().count() <= 10
            && item.chars().all(|c| c.is_alphanumeric() || ('㈠'..='㈩').contains(&c));
        is_item.then_some((item, rest))
    }

    pub(super) fn item(&mut self) -> Option<String> {
        let (item, rest) = self.item_ahead()?;
        self.rest = rest;
        Some(item.to_owned())
    }

    /// `#2`, ` (second of that number)`: which of those of this name; the first where nothing is said.
    pub(super) fn occurrence(&mut self) -> usize {
        if let Some(rest) = self.rest.strip_prefix('#') {
            let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
            let (number, rest) = rest.split_at(digits);
            self.rest = rest;
            return number.parse().unwrap_or(1);
        }
        let said = self.rest.trim_start().strip_prefix('(').and_then(|rest| rest.split_once(')'));
        let of_that_number =
            |inside: &str| inside.strip_suffix(" of that number").and_then(number_of);
        match said.and_then(|(inside, rest)| Some((of_that_number(inside)?, rest))) {
            Some((number, rest)) => {
                self.rest = rest;
                number
            }
            None => 1,
        }
    }

    /// ` ("Decides")`, which says nothing that the number did not.
    pub(super) fn skip_opener(&mut self) {
        let opener =
            self.rest.trim_start().strip_prefix("(\"").and_then(|rest| rest.split_once("\")"));
        if let Some((_, rest)) = opener {
            self.rest = rest;
        }
    }
}
