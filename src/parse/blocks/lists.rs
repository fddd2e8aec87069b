//! Lists of names, and the letters of a decision's parts: what stands alone on a line and is no heading.
//! Knows the lines around, not what the machine makes of them.

use super::{
    beginning,
    machine::{Machine, State},
};
use crate::{
    document::Shape,
    parse::lines::section_line::{is_section, part_letter},
};

impl Machine<'_> {
    /// Whether a line is the letter behind that of the part that is open.
    pub(super) fn begins_the_next_part(&self, line: &str) -> bool {
        let open = self.structure.scopes.last().and_then(|scope| scope.letter.as_deref());
        let next = |letter: &str| letter.bytes().next().map(|byte| byte + 1);
        part_letter(line).is_some_and(|letter| open.and_then(next) == letter.bytes().next())
    }

    /// Whether a list of names may go on or begin here: decisions have them anywhere, resolutions behind
    /// what ends in a colon.
    pub(super) fn lists_names(&self) -> bool {
        if self.structure.is_told {
            return matches!(self.state, State::Operative | State::Annex);
        }
        let last = self.structure.drafts.last();
        self.state == State::Operative
            && last.is_some_and(|last| {
                last.shape == Shape::Item && last.label.is_none()
                    || last.shape == Shape::Paragraph && last.words.text.ends_with(':')
            })
    }

    /// A line of a list of names: one of three at least that have neither number nor end.
    pub(super) fn is_in_a_list(&self, i: usize) -> bool {
        const LONGEST_NAME: usize = 250;
        let is_name = |k: usize| {
            (1..LONGEST_NAME).contains(&self.text.length(k))
                && self.text.number(k).is_none()
                && self.text.item(k).is_none()
                && !self.text.ends_a_clause(k)
                && !is_section(self.text.first_line(k))
                && beginning::teller(self.text, k).is_none()
        };
        (i.saturating_sub(2)..=i).any(|from| (from..from + 3).all(is_name))
    }

    /// Adds a line of a list, one level below what introduces it.
    pub(super) fn listed(&mut self, i: usize) {
        self.levels.clear();
        self.push(i, Shape::Item, None);
        if let Some(draft) = self.structure.drafts.last_mut() {
            draft.depth = 1;
        }
    }
}
