//! The table of contents: parts, sections, headings, annexes, actions, found by a few letters. Knows the
//! document; going there is for others.

use super::{
    answer::{Action, Answer, Meaning},
    menu::{Choice, Menu, fitting},
};
use crate::{
    app::{context::Context, keys::key::Key},
    document::{Passage, Section},
};

/// A list of what the document consists of.
#[derive(Clone, Debug)]
pub struct ContentsList {
    /// The menu.
    pub menu: Menu<Passage>,
}

impl ContentsList {
    /// The list, with the section chosen in which the cursor is.
    pub(in crate::app) fn new(context: &Context<'_>) -> Self {
        let mut list = Self { menu: Menu::new("Contents", "/") };
        list.menu.offer(choices(&list.menu, context));
        let here = context.place().map(|place| place.passage);
        let begins_before = |choice: &Choice<Passage>| Some(choice.means) <= here;
        list.menu.chosen = list.menu.choices.iter().rposition(begins_before).unwrap_or(0);
        list
    }

    pub(in crate::app) fn is_empty(&self) -> bool {
        self.menu.choices.is_empty()
    }

    /// Lists what there is now; what is typed and chosen stays.
    pub(super) fn renew(&mut self, context: &Context<'_>) {
        self.menu.renew(choices(&self.menu, context));
    }

    pub(super) fn press(&mut self, key: Key, context: &Context<'_>) -> Answer {
        let go = |passage| Answer::CloseAnd(Action::CarryOut(Meaning::Place(passage)));
        self.menu.answer(key, |menu| choices(menu, context), go)
    }

    pub(super) fn paste(&mut self, text: &str, context: &Context<'_>) -> Answer {
        self.menu.paste(text, |menu| choices(menu, context))
    }
}

/// What there is to choose.
fn choices(menu: &Menu<Passage>, context: &Context<'_>) -> Vec<Choice<Passage>> {
    let sections = context.document.contents();
    fitting(menu.typed(), sections.iter().map(|section| choice(context, section)).collect())
}

/// A section with the paragraphs in it: `II  Operational activities   OP12–OP31`.
pub(super) fn choice(context: &Context<'_>, section: &Section) -> Choice<Passage> {
    let name = format!("{}{}", "  ".repeat(usize::from(section.depth)), section.title);
    let cite = |passage| context.document.cite(passage).to_string();
    let paragraphs = section.paragraphs.map(|(first, last)| match first == last {
        true => cite(first),
        false => format!("{}–{}", cite(first), cite(last)),
    });
    Choice { keys: paragraphs.unwrap_or_default(), ..Choice::new(name, "", section.passage) }
}
