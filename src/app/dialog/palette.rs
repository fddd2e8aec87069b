//! The line after `:`: a place to go to, or a command found by a few letters of its name. Knows what
//! may be meant, and does none of it.

use super::{
    answer::{Action, Answer},
    line::Edit,
    menu::{Choice, Menu, fitting},
};
use crate::{
    app::{
        Notice,
        context::Context,
        keys::command::{Command, TABLE},
        keys::key::{Code, Key, Named},
        keys::keymap::Keymap,
    },
    document::{Cite, Document, Passage, Place},
};

/// A line being typed, and what it may mean.
#[derive(Clone, Debug)]
pub struct Palette {
    /// The menu.
    pub menu: Menu<Meaning>,
}

/// What a line of the palette means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Meaning {
    /// Do this.
    Command(Command),
    /// Go there.
    Place(Passage),
    /// Go so many hundredths into the pane.
    Percent(usize),
}

impl Palette {
    /// With nothing typed, offering everything.
    pub(in crate::app) fn new(context: &Context<'_>) -> Self {
        let mut palette = Self { menu: Menu::new("Go to, or do", ":") };
        palette.menu.offer(palette.choices(context));
        palette
    }

    /// What may be meant by what was typed.
    fn choices(&self, context: &Context<'_>) -> Vec<Choice<Meaning>> {
        let typed = self.menu.typed();
        let mut choices: Vec<Choice<Meaning>> = percent(typed).into_iter().collect();
        choices.extend(place(context.document, typed, context.place()));
        // A number names a place, and no command by a number in its description.
        if !typed.contains(|c: char| c.is_ascii_digit()) {
            choices.extend(commands(context.keymap, typed));
        }
        choices
    }

    pub(super) fn press(&mut self, key: Key, context: &Context<'_>) -> Answer {
        match self.menu.press(key) {
            Edit::Submit => Answer::CloseAnd(match self.menu.chosen() {
                Some(&meaning) => Action::CarryOut(meaning),
                None => Action::Say(Notice::warning(no_match_message(self.menu.typed()))),
            }),
            Edit::Cancel => Answer::Close,
            Edit::Changed => {
                self.menu.offer(self.choices(context));
                Answer::Stay
            }
            Edit::NotMine if key.code == Code::Named(Named::Tab) => {
                self.menu.choose(!key.shift);
                Answer::Stay
            }
            Edit::NotMine | Edit::Same => Answer::Stay,
        }
    }

    pub(super) fn paste(&mut self, text: &str, context: &Context<'_>) -> Answer {
        self.menu.line.insert(text);
        self.menu.offer(self.choices(context));
        Answer::Stay
    }

    /// Offers what may be meant now; what is typed and chosen stays.
    pub(super) fn renew(&mut self, context: &Context<'_>) {
        self.menu.renew(self.choices(context));
    }
}

/// Why Enter does nothing, where nothing is meant.
fn no_match_message(typed: &str) -> String {
    match Cite::read(typed) {
        Some(cite) => format!("there is no {cite} in this document"),
        None => format!("\"{typed}\" is no command and no place of this document"),
    }
}

/// `50%`.
fn percent(typed: &str) -> Option<Choice<Meaning>> {
    let number: usize = typed.strip_suffix('%')?.trim().parse().ok()?;
    let (name, doc) = (format!("{number} %"), "of the way through this pane");
    Some(Choice::new(name, doc, Meaning::Percent(number)))
}

/// `OP14`, `14`, `pp3`, `fn 7`.
fn place(document: &Document, typed: &str, from: Option<Place>) -> Option<Choice<Meaning>> {
    let passage = document.meant(&Cite::read(typed)?, from.map(|place| place.passage))?;
    let beginning: String = document.text(passage).chars().take(60).collect();
    Some(Choice::new(document.cite(passage).to_string(), beginning, Meaning::Place(passage)))
}

/// Commands whose name or description has these letters in this order, best first, short names
/// before long ones.
fn commands(keymap: &Keymap, typed: &str) -> Vec<Choice<Meaning>> {
    let mut all: Vec<Choice<Meaning>> = TABLE
        .iter()
        .map(|entry| Choice {
            keys: keymap.keys_of(entry.command).join(" "),
            ..Choice::new(entry.name, entry.doc, Meaning::Command(entry.command))
        })
        .collect();
    if !typed.is_empty() {
        all.sort_by_key(|choice| choice.name.len());
    }
    fitting(typed, all)
}
