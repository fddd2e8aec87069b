//! The list of what is in the source and no part of the text: head lines, page heads, job lines, stray
//! text. Knows the document; what is chosen is copied, since it has no place in a pane to go to.

use super::{
    answer::{Action, Answer},
    line::Edit,
    menu::{Choice, Menu, fitting},
};
use crate::{
    app::{Notice, context::Context, keys::key::Key},
    document::Debris,
    text,
};

/// A list of the debris.
#[derive(Clone, Debug)]
pub struct DebrisList {
    /// The menu; each choice is an index into the debris of the document.
    pub menu: Menu<usize>,
}

/// Characters of a text in the list.
const MOST: usize = 200;

impl DebrisList {
    /// The list, with nothing typed.
    pub(in crate::app) fn new(context: &Context<'_>) -> Self {
        let mut menu = Menu::new("No part of the text", "/");
        menu.nothing = "everything in this file is part of the text".into();
        let mut list = Self { menu };
        list.menu.offer(choices(&list.menu, context));
        list
    }

    /// Lists what there is now; what is typed and chosen stays.
    pub(super) fn renew(&mut self, context: &Context<'_>) {
        self.menu.renew(choices(&self.menu, context));
    }

    pub(super) fn press(&mut self, key: Key, context: &Context<'_>) -> Answer {
        let chosen = self.menu.chosen().and_then(|&i| context.document.debris.get(i));
        match (self.menu.press(key), chosen) {
            (Edit::Submit, Some(debris)) => {
                let said = Notice::info(format!("copied a {}", debris.kind));
                Answer::CloseAnd(Action::Copy(debris.text.trim().to_owned(), said))
            }
            (Edit::Submit, None) | (Edit::Cancel, _) => Answer::Close,
            (Edit::Changed, _) => {
                self.menu.offer(choices(&self.menu, context));
                Answer::Stay
            }
            (Edit::Same | Edit::NotMine, _) => Answer::Stay,
        }
    }

    pub(super) fn paste(&mut self, text: &str, context: &Context<'_>) -> Answer {
        self.menu.paste(text, |menu| choices(menu, context))
    }
}

/// What there is to choose.
fn choices(menu: &Menu<usize>, context: &Context<'_>) -> Vec<Choice<usize>> {
    let debris = context.document.debris.iter().enumerate();
    let choice = |(i, debris): (usize, &Debris)| {
        let words: Vec<&str> = debris.text.split_whitespace().collect();
        Choice::new(debris.kind, text::shortened(&words.join(" "), MOST), i)
    };
    fitting(menu.typed(), &debris.map(choice).collect::<Vec<_>>())
}
