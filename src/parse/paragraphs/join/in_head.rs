//! How lines of a head, and of a president's statement, are joined: they have ways of their own. Knows two lines.

use super::{super::openings::begins_somehow, Joiner};
use crate::parse::{
    lines::{
        head_line::{Field, council_number},
        line::Line,
    },
    words::Words,
};

impl Joiner<'_> {
    /// Whether a line of the head begins a paragraph, where the head has its own ways: what stands
    /// in square brackets, `[on the report of …]`, is one paragraph however it is wrapped.
    pub(super) fn starts_in_head(&self, line: &Line, before: &Line) -> Option<bool> {
        let is_open = self.in_brackets && !self.words(before).ends_with(']');
        if is_open && !line.after_gap {
            return Some(false);
        }
        // `Adopted by the Security Council at its 3119th meeting, ⏎⏎ on 6 October 1992`
        if self.facts.field(before) == Field::Adoption && self.facts(line).begins_low {
            return Some(false);
        }
        let is_number = |line: &Line| self.facts.field(line) == Field::Number;
        let begins = self.stands_alone(line)
            || is_number(before)
                && council_number(self.words(before)).is_some()
                && !self.facts(line).begins_low
            || self.runs_on_from_a_formula(line)
            || self.stands_alone(before)
            || self.in_brackets
            || self.sponsors == Some(line.at)
            || self.facts.field(line) == Field::Proposal
            || is_number(line);
        begins.then_some(true)
    }

    /// The words that introduce a statement are a paragraph; so are its own, in quotation marks, and its title.
    pub(super) fn starts_in_a_statement(&self, line: &Line, before: &Line) -> bool {
        let (here, above) = (self.words(line), self.words(before));
        let is_quoted =
            here.starts_with(['“', '«', '"']) && above.ends_with(['.', '。', ':', '：']);
        let is_whole = above.ends_with(['.', '。']) && self.widths.had_room(before, line, 90);
        self.facts(before).names_a_statement || is_quoted || is_whole && begins_somehow(here)
    }

    /// `The General Assembly, taking note of …`: a short text goes on behind its formula.
    fn runs_on_from_a_formula(&self, line: &Line) -> bool {
        let words = self.words(line);
        let is_formula = |name: &str| {
            let (start, rest) = words.split_at_checked(name.len()).unwrap_or_default();
            start.eq_ignore_ascii_case(name) && rest.starts_with(", ")
        };
        let mut formulas = Words::of(self.language).phrases.formulas.iter();
        words.starts_with(char::is_uppercase) && formulas.any(|(name, _)| is_formula(name))
    }
}
