//! Lists of names, items that are told by being due, and the letters of a decision's parts: what no heading is.
//! Knows the lines around, not what the machine makes of them.

use super::{
    beginning, levels,
    machine::{Machine, State},
};
use crate::{
    document::{Part, Shape},
    parse::lines::{
        label::Label,
        section_line::{is_section, part_letter},
    },
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

    /// Items need something to stand below.
    fn may_have_items(&self) -> bool {
        self.structure
            .drafts
            .last()
            .is_some_and(|last| last.part != Part::Formula || last.shape == Shape::Paragraph)
    }

    /// The label of an item, where items may stand.
    pub(super) fn item_label(&self, i: usize, line: &str) -> Option<Label> {
        let label = self.text.item(i).or_else(|| self.due_item(i, line));
        label.filter(|_| self.may_have_items())
    }

    /// `a.`, `1)`: the label of an item that goes on counting, or of a first whose second follows soon.
    fn due_item(&self, i: usize, line: &str) -> Option<Label> {
        const SOON: usize = 12;
        let label = self.text.due_item(i)?;
        let number = label.counted(line);
        let is_second = |k: usize| {
            let second = self.text.due_item(k).map(|label| label.counted(self.text.first_line(k)));
            second.is_some_and(|second| levels::follows(number, second))
        };
        let is_told = || match levels::is_first(number) {
            true => (i + 1..self.text.count().min(i + SOON)).any(is_second),
            false => self.levels.is_due(number),
        };
        (self.state != State::Preamble && is_told()).then_some(label)
    }
}
