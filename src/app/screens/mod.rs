//! What fills the screen: a document being read, a list, two texts side by side. They stand one upon the other, so
//! that leaving one leads back to the one from which it was opened, as that was. Knows no library and no keys.

mod annotating_pair;
mod answers;
pub(in crate::app) mod asking;
pub mod catalogue;
mod choosing;
pub mod cited_by;
pub mod columns;
mod comparing;
pub mod comparison;
pub mod content;
pub mod entries;
pub mod entry;
pub mod history;
pub mod hits;
mod in_lists;
mod in_words;
pub mod ledger;
pub mod library;
pub mod library_ledger;
pub mod list;
mod marks;
pub mod pair_areas;
mod pair_moves;
pub mod pair_rows;
mod pair_words;
mod preview;
mod run;
pub mod searches;
pub mod series;
mod show;
mod shown_kinds;
pub mod side;
pub mod tags;
pub mod unread;
pub mod uses;

pub use comparison::Comparison;
pub use list::ListScreen;
pub use shown_kinds::{KindChoice, ShownKinds};

use super::DocId;

/// What fills the screen.
#[derive(Clone, Debug)]
pub enum Screen {
    /// A document being read.
    Reading(DocId),
    /// A list.
    List(Box<ListScreen>),
    /// Two texts side by side.
    Pair(Box<Comparison>),
}

impl Screen {
    /// Whether it shows this document.
    pub(in crate::app) fn is_of(&self, document: DocId) -> bool {
        match self {
            Self::Reading(id) => *id == document,
            Self::Pair(pair) => pair.is_of(document),
            Self::List(_) => false,
        }
    }
}

/// The screens, the one that is seen last. Never empty.
#[derive(Clone, Debug)]
pub(in crate::app) struct Screens(Vec<Screen>);

impl Screens {
    /// A document being read.
    pub(in crate::app) fn reading(id: DocId) -> Self {
        Self(vec![Screen::Reading(id)])
    }

    /// The one that is seen.
    pub(in crate::app) fn current(&self) -> &Screen {
        // Never empty: made with one, and `leave` keeps the last.
        &self.0[self.0.len() - 1]
    }

    /// The one that is seen, to be changed.
    pub(in crate::app) fn current_mut(&mut self) -> &mut Screen {
        let last = self.0.len() - 1;
        &mut self.0[last]
    }

    /// All of them, to be changed.
    pub(in crate::app) fn all_mut(&mut self) -> &mut [Screen] {
        &mut self.0
    }

    /// Shows another screen upon the one that is seen.
    pub(in crate::app) fn push(&mut self, screen: Screen) {
        self.0.push(screen);
    }

    /// Shows another screen in place of all that are there.
    pub(in crate::app) fn begin_with(&mut self, screen: Screen) {
        self.0 = vec![screen];
    }

    /// A document is read now: upon a list or a pair, as a screen of its own.
    pub(in crate::app) fn read(&mut self, id: DocId) {
        match self.current_mut() {
            Screen::Reading(current) => *current = id,
            Screen::List(_) | Screen::Pair(_) => self.push(Screen::Reading(id)),
        }
    }

    /// Leaves the one that is seen, which is given; `None` where there is no other below it.
    pub(in crate::app) fn leave(&mut self) -> Option<Screen> {
        if self.0.len() < 2 { None } else { self.0.pop() }
    }

    /// The list of what was found last in the library, from the one that is seen downwards.
    pub(in crate::app) fn last_hits(&mut self) -> Option<&mut ListScreen> {
        self.0.iter_mut().rev().find_map(|screen| match screen {
            Screen::List(list) if list.content.is_hits() => Some(&mut **list),
            _ => None,
        })
    }

    /// A document is closed: no screen shows it any more, and what was upon such a screen stands upon the next
    /// below it. Where none is left, `other` is read.
    pub(in crate::app) fn forget(&mut self, closed: DocId, other: DocId) {
        self.0.retain(|screen| !screen.is_of(closed));
        if self.0.is_empty() {
            self.0.push(Screen::Reading(other));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(screens: &Screens) -> Vec<DocId> {
        let of = |screen: &Screen| match screen {
            Screen::Reading(id) => Some(*id),
            _ => None,
        };
        screens.0.iter().filter_map(of).collect()
    }

    #[test]
    fn another_document_takes_the_place_of_the_one_that_is_read() {
        let (one, two) = (DocId::FIRST, DocId::FIRST.next());
        let mut screens = Screens::reading(one);
        screens.read(two);
        assert_eq!(shown(&screens), [two]);
        assert!(screens.leave().is_none(), "the last one stays");
        screens.push(Screen::Reading(one));
        assert!(screens.leave().is_some_and(|left| left.is_of(one)));
        assert_eq!(shown(&screens), [two]);
        screens.push(Screen::Reading(one));
        screens.forget(two, two);
        assert_eq!(shown(&screens), [one]);
        screens.forget(one, two);
        assert_eq!(shown(&screens), [two]);
    }
}
