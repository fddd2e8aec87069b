//! A run of digits and what stands around it. Knows one place in one text, not what it is worth.

use super::{
    characters::{is_cjk, onward, up_to},
    style::Style,
};

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
    pub(super) fn digits(&self) -> &'a str {
        self.text.get(self.start..self.end).unwrap_or_default()
    }

    pub(super) fn before(&self) -> &'a str {
        up_to(self.text, self.start)
    }

    pub(super) fn after(&self) -> &'a str {
        onward(self.text, self.end)
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
        let before = if self.style.is_apart { before.trim_end() } else { before };
        before.ends_with([',', ';'])
            && self
                .after()
                .strip_prefix('/')
                .is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit()))
    }
}
