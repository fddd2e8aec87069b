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
    /// All that there is: of a long document it takes longer to say than a key may.
    all: Vec<Choice<Passage>>,
}

impl ContentsList {
    /// The list, with the section chosen in which the cursor is.
    pub(in crate::app) fn new(context: &Context<'_>) -> Self {
        let mut list = Self { menu: Menu::new("Contents", "/"), all: all(context) };
        list.menu.offer(list.all.clone());
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
        self.all = all(context);
        self.menu.renew(choices(&self.menu, &self.all));
    }

    pub(super) fn press(&mut self, key: Key) -> Answer {
        let go = |passage| Answer::CloseAnd(Action::CarryOut(Meaning::Place(passage)));
        self.menu.answer(key, |menu| choices(menu, &self.all), go)
    }

    pub(super) fn paste(&mut self, text: &str) -> Answer {
        self.menu.paste(text, |menu| choices(menu, &self.all))
    }
}

/// All that there is.
fn all(context: &Context<'_>) -> Vec<Choice<Passage>> {
    context.document.contents().iter().map(|section| choice(context, section)).collect()
}

/// What there is to choose.
fn choices(menu: &Menu<Passage>, all: &[Choice<Passage>]) -> Vec<Choice<Passage>> {
    fitting(menu.typed(), all)
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
