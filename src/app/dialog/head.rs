//! What the head of the document says, field by field, to be corrected. Knows the document; what is corrected is
//! written in a draft.

use super::{
    answer::{Action, Answer},
    menu::{Choice, Menu, fitting},
};
use crate::{
    app::{
        context::Context,
        keys::key::{Code, Key},
    },
    document::HeadField,
};

/// A list of the fields of the head.
#[derive(Clone, Debug)]
pub struct HeadList {
    /// The menu.
    pub menu: Menu<HeadField>,
}

impl HeadList {
    /// The list, with nothing typed.
    pub(in crate::app) fn new(context: &Context<'_>) -> Self {
        let mut list = Self { menu: Menu::new("Head of the document", "/") };
        list.menu.offer(choices(&list.menu, context));
        list
    }

    /// Lists what there is now; what is typed and chosen stays.
    pub(super) fn renew(&mut self, context: &Context<'_>) {
        self.menu.renew(choices(&self.menu, context));
    }

    pub(super) fn press(&mut self, key: Key, context: &Context<'_>) -> Answer {
        let chosen = self.menu.chosen().copied();
        if let (Code::Char('x'), true, Some(field)) = (key.code, key.ctrl, chosen) {
            return Answer::Do(Action::CorrectHead(field, None));
        }
        let write = |field| Answer::Do(Action::WriteHeadField(field));
        self.menu.answer(key, |menu| choices(menu, context), write)
    }

    pub(super) fn paste(&mut self, text: &str, context: &Context<'_>) -> Answer {
        self.menu.paste(text, |menu| choices(menu, context))
    }
}

/// The fields with what the head says in each.
fn choices(menu: &Menu<HeadField>, context: &Context<'_>) -> Vec<Choice<HeadField>> {
    let head = &context.document.head;
    let choice = |field: HeadField| {
        let value = head.value(field).unwrap_or_else(|| "the text does not say".into());
        let is_corrected = head.corrected.contains(&field);
        let keys = if is_corrected { "corrected" } else { "" };
        Choice { keys: keys.into(), ..Choice::new(field.name(), value, field) }
    };
    fitting(menu.typed(), &HeadField::ALL.into_iter().map(choice).collect::<Vec<_>>())
}
