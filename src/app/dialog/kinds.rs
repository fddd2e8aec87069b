//! The menu of the kinds of changes that a comparison shows: one alone, or several. Knows how many there are of each;
//! folding the others is for the comparison.

use super::{
    answer::{Action, Answer},
    line::Edit,
    menu::{Choice, Menu, fitting},
};
use crate::{
    app::{
        keys::key::{Code, Key, Named},
        screens::{KindChoice, ShownKinds},
    },
    compare::{Kind, Summary},
};

/// The kinds of changes, and which of them are shown.
#[derive(Clone, Debug)]
pub struct KindsMenu {
    /// The menu.
    pub menu: Menu<KindChoice>,
    shown: ShownKinds,
    counts: Summary,
}

impl KindsMenu {
    /// With what is shown now, and how much there is of each kind.
    pub(in crate::app) fn new(shown: ShownKinds, counts: Summary) -> Self {
        let mut made = Self { menu: Menu::new("Show", "/"), shown, counts };
        made.menu.offer(made.choices());
        let next = shown.next();
        let at = made.menu.choices.iter().position(|choice| choice.means == next);
        made.menu.chosen = at.unwrap_or(0);
        made
    }

    /// All that may be chosen: the usual ones, then the kinds of which there is any.
    fn choices(&self) -> Vec<Choice<KindChoice>> {
        let usual = [
            ("weighty", "more than dates, numbers and connectives", KindChoice::Weighty),
            ("changed", "all changes", KindChoice::Changed),
            ("everything", "all paragraphs", KindChoice::Everything),
        ];
        let usual = usual.map(|(name, doc, means)| Choice::new(name, doc, means));
        let kinds = Kind::ALL
            .into_iter()
            .map(|kind| (kind.name(), says(kind), KindChoice::Kind(kind), self.counts.count(kind)));
        let moved = ("moved", "they stand elsewhere now", KindChoice::Moved, self.counts.moved);
        let kinds = kinds.chain([moved]).filter(|(.., count)| *count > 0);
        let kinds = kinds.map(|(name, doc, means, count)| Choice {
            check: Some(self.shown.has(means)),
            keys: count.to_string(),
            ..Choice::new(name, doc, means)
        });
        let all = usual
            .into_iter()
            .chain(kinds)
            .map(|choice| Choice { check: Some(self.shown.has(choice.means)), ..choice });
        fitting(self.menu.typed(), &all.collect::<Vec<_>>())
    }

    pub(super) fn press(&mut self, key: Key) -> Answer {
        let edit = self.menu.press(key);
        let chosen = self.menu.chosen().copied();
        match (edit, chosen) {
            (Edit::Submit, Some(choice)) => {
                Answer::CloseAnd(Action::ShowKinds(ShownKinds::only(choice)))
            }
            (Edit::NotMine, Some(choice)) if key.code == Code::Named(Named::Tab) => {
                self.shown.toggle(choice);
                let choices = self.choices();
                self.menu.renew(choices);
                Answer::Do(Action::ShowKinds(self.shown))
            }
            (Edit::Cancel, _) => Answer::Close,
            (Edit::Changed, _) => {
                let choices = self.choices();
                self.menu.offer(choices);
                Answer::Stay
            }
            (Edit::Submit | Edit::Same | Edit::NotMine, _) => Answer::Stay,
        }
    }

    pub(super) fn paste(&mut self, text: &str) -> Answer {
        self.menu.line.insert(text);
        let choices = self.choices();
        self.menu.offer(choices);
        Answer::Stay
    }
}

const fn says(kind: Kind) -> &'static str {
    match kind {
        Kind::Same => "nothing was changed",
        Kind::Technical => "dates, sessions, numbers",
        Kind::Connective => "also, further",
        Kind::Reference => "what is cited",
        Kind::Wording => "any other words",
        Kind::Verb => "the verb it opens with",
        Kind::Split => "one became several",
        Kind::Merged => "several became one",
        Kind::Dropped => "in the left text only",
        Kind::New => "in the right text only",
    }
}
