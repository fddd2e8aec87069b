//! What a paragraph without a number is: of the preamble, operative, or a heading. Knows its words
//! and what is still to come, not what the machine makes of it.

use super::machine::{Machine, State};
use crate::document::{Certainty, Part};

impl Machine<'_> {
    /// Whether a paragraph without a number is of the preamble: its end and its opener say it; the
    /// opener where it is sure, else the comma (grammar.md §1: 99.9 % of them end in one).
    pub(super) fn is_preambular(&self, i: usize, opened: Option<(Part, Certainty)>) -> bool {
        let end = self.text.last_line(i).trim_end_matches(|c: char| {
            c.is_ascii_digit() || matches!(c, ' ' | '\u{a0}' | ')' | '(' | '*')
        });
        let comma = end.ends_with([',', '，', '،']);
        let colon = end.ends_with([':', '：']);
        let no_comma = colon || end.ends_with([';', '.', '；', '。', '؛']);
        match opened {
            Some((Part::Preamble, Certainty::Sure)) => true,
            Some((_, Certainty::Sure)) => comma && self.has_number_ahead(i),
            Some((Part::Preamble, _)) if !comma => !no_comma || !colon && self.has_number_ahead(i),
            Some(_) if !comma => false,
            // What introduces a declaration or its numbered paragraphs is a chapeau.
            None if colon => false,
            _ => comma || !no_comma || self.has_number_ahead(i),
        }
    }

    /// Whether a first numbered paragraph is still to come before the text ends: what stands before
    /// it is the preamble, but for a chapeau.
    fn has_number_ahead(&self, i: usize) -> bool {
        let end = (i + 80).min(self.text.count());
        for k in i + 1..end {
            if let Some(label) = self.text.number(k) {
                return label.number(self.text.first_line(k)) == "1" && self.text.length(i) > 0;
            }
            if self.text.formula(k).is_some() {
                return false;
            }
        }
        false
    }

    /// A heading within the text: short, without an end, without an opener.
    pub(super) fn is_heading(&self, i: usize, ends: bool, opener: Option<Certainty>) -> bool {
        let line = self.text.first_line(i);
        let is_short = self.text.length(i) <= 400;
        let is_opened = opener.is_some_and(|certainty| certainty >= Certainty::Likely);
        let begins = line.starts_with(|c: char| !c.is_lowercase());
        if self.text.line_of(i).is_some_and(|line| self.text.known.is_heading(line.span)) {
            return is_short;
        }
        let double_tabbed = self.text.line_of(i).is_some_and(|line| line.tabs >= 2);
        !ends && is_short && begins && (!is_opened || double_tabbed || self.state == State::Annex)
    }
}
