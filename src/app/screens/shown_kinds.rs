//! Which kinds of changes a comparison shows; the others are folded. Knows kinds, no pairs and no keys.

use crate::compare::{Kind, Pairing};

/// Which pairs are seen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ShownKinds {
    /// By the place of a kind in [`Kind::ALL`].
    kinds: [bool; Kind::ALL.len()],
    moved: bool,
}

/// What may be chosen to be shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum KindChoice {
    /// Changes that are more than dates, numbers and *also*.
    Weighty,
    /// All that was changed.
    Changed,
    /// All paragraphs.
    Everything,
    /// Pairs of this kind.
    Kind(Kind),
    /// Pairs that stand elsewhere now.
    Moved,
}

impl Default for ShownKinds {
    fn default() -> Self {
        Self::WEIGHTY
    }
}

impl ShownKinds {
    /// Changes that are more than dates, numbers and *also*.
    pub(super) const WEIGHTY: Self = Self {
        kinds: [false, false, false, true, true, true, true, true, true, true],
        moved: true,
    };
    /// All that was changed.
    const CHANGED: Self =
        Self { kinds: [false, true, true, true, true, true, true, true, true, true], moved: true };
    /// All paragraphs.
    pub(super) const EVERYTHING: Self = Self { kinds: [true; Kind::ALL.len()], moved: true };
    const NOTHING: Self = Self { kinds: [false; Kind::ALL.len()], moved: false };

    /// What is shown where this alone is chosen.
    #[must_use]
    pub fn only(choice: KindChoice) -> Self {
        match choice {
            KindChoice::Weighty => Self::WEIGHTY,
            KindChoice::Changed => Self::CHANGED,
            KindChoice::Everything => Self::EVERYTHING,
            KindChoice::Kind(_) | KindChoice::Moved => {
                let mut only = Self::NOTHING;
                only.toggle(choice);
                only
            }
        }
    }

    /// Shows this too, or no longer; of all changes or paragraphs these and no others.
    pub fn toggle(&mut self, choice: KindChoice) {
        match choice {
            KindChoice::Moved => self.moved = !self.moved,
            KindChoice::Kind(kind) => {
                let shown = Kind::ALL.iter().position(|one| *one == kind);
                if let Some(shown) = shown.and_then(|at| self.kinds.get_mut(at)) {
                    *shown = !*shown;
                }
            }
            choice => *self = Self::only(choice),
        }
    }

    /// Whether this is shown; of all changes or paragraphs, whether just these are.
    #[must_use]
    pub fn has(&self, choice: KindChoice) -> bool {
        match choice {
            KindChoice::Moved => self.moved,
            KindChoice::Kind(kind) => {
                let shown = Kind::ALL.iter().position(|one| *one == kind);
                shown.and_then(|at| self.kinds.get(at)).copied().unwrap_or_default()
            }
            choice => *self == Self::only(choice),
        }
    }

    /// What follows this: fewer paragraphs folded, and at last as few shown as at first.
    #[must_use]
    pub fn next(&self) -> KindChoice {
        match *self {
            Self::WEIGHTY => KindChoice::Changed,
            Self::CHANGED => KindChoice::Everything,
            _ => KindChoice::Weighty,
        }
    }

    /// Whether a pair is shown.
    #[must_use]
    pub fn shows(&self, pairing: &Pairing) -> bool {
        self.has(KindChoice::Kind(pairing.kind())) || self.moved && pairing.is_moved()
    }

    /// In a sentence.
    #[must_use]
    pub fn in_words(&self) -> String {
        match *self {
            Self::WEIGHTY => {
                return "changes of no more than dates, numbers and connectives are folded".into();
            }
            Self::CHANGED => return "all changes are shown".into(),
            Self::EVERYTHING => return "everything is shown".into(),
            Self::NOTHING => return "everything is folded".into(),
            _ => {}
        }
        format!("shown: {}", self.names().join(", "))
    }

    /// The kinds that are shown, where these are not all changes, nor the weighty ones.
    #[must_use]
    pub fn by_name(&self) -> Option<String> {
        let is_usual = [Self::WEIGHTY, Self::CHANGED, Self::EVERYTHING].contains(self);
        (!is_usual).then(|| self.names().join(", "))
    }

    fn names(&self) -> Vec<&'static str> {
        let own = Kind::ALL.into_iter().filter(|kind| self.has(KindChoice::Kind(*kind)));
        own.map(Kind::name).chain(self.moved.then_some("moved")).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn kinds_are_shown_one_by_one_or_as_usual() {
        let mut shown = ShownKinds::default();
        assert!(shown.has(KindChoice::Weighty) && !shown.has(KindChoice::Kind(Kind::Technical)));
        shown.toggle(KindChoice::Kind(Kind::Technical));
        shown.toggle(KindChoice::Kind(Kind::Connective));
        assert!(shown.has(KindChoice::Changed), "that is all changes");
        shown.toggle(KindChoice::Kind(Kind::Same));
        assert_eq!(shown, ShownKinds::EVERYTHING);
        let verbs = ShownKinds::only(KindChoice::Kind(Kind::Verb));
        assert_eq!(verbs.in_words(), "shown: verb");
        assert_eq!(verbs.by_name().as_deref(), Some("verb"));
        assert_eq!(shown.by_name(), None);
    }

    #[test]
    fn one_after_the_other_comes_round() {
        let mut shown = ShownKinds::default();
        for _ in 0..3 {
            shown.toggle(shown.next());
        }
        assert_eq!(shown, ShownKinds::default());
    }
}
