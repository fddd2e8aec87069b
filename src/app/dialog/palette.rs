//! The line after `:`: a place to go to, or a command found by a few letters of its name. Knows what
//! may be meant, and does none of it.

use super::{
    answer::{Action, Answer, Meaning},
    contents,
    line::Edit,
    menu::{Choice, Menu, fitting},
};
use crate::{
    app::{
        Notice,
        context::Context,
        keys::command::TABLE,
        keys::key::{Code, Key, Named},
        keys::keymap::Keymap,
    },
    document::{Cite, Document, Place},
};

/// A line being typed, and what it may mean.
#[derive(Clone, Debug)]
pub struct Palette {
    /// The menu.
    pub menu: Menu<Meaning>,
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
        let is_new = |choice: &Choice<Meaning>, others: &[Choice<Meaning>]| {
            !others.iter().any(|other| other.means == choice.means)
        };
        for section in sections(context, typed) {
            if is_new(&section, &choices) {
                choices.push(section);
            }
        }
        choices.extend(commands(context.keymap, typed));
        choices
    }

    /// Enter with no choice says why and closes: nothing that was typed may run a command that merely resembles it.
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

/// `OP14`, `14`, `pp3`, `fn 7`, `annex I, para. 2`, and whatever else names a place.
fn place(document: &Document, typed: &str, from: Option<Place>) -> Option<Choice<Meaning>> {
    let found = document.find(typed, from.map(|place| place.passage)).ok()?;
    let passage = *found.first()?;
    let beginning: String = document.text(passage).chars().take(60).collect();
    Some(Choice::new(document.cite(passage).to_string(), beginning, Meaning::Place(passage)))
}

/// Sections, headings, annexes and actions whose titles have what was typed: `Annex I`, `Action 12`, `III`. What
/// begins with it comes first.
fn sections(context: &Context<'_>, typed: &str) -> Vec<Choice<Meaning>> {
    if typed.is_empty() {
        return Vec::new();
    }
    let wanted = typed.to_lowercase();
    let begins = |title: &str| {
        // `Annex I` is not meant by the beginning of `Annex II`.
        title.strip_prefix(&wanted).is_some_and(|rest| !rest.starts_with(char::is_alphanumeric))
    };
    let mut found: Vec<(u8, Choice<Meaning>)> = Vec::new();
    for section in context.document.contents() {
        let title = section.title.to_lowercase();
        let rank = if begins(&title) {
            0
        } else if title.starts_with(&wanted) {
            1
        } else if title.contains(&wanted) {
            2
        } else {
            continue;
        };
        let Choice { name, keys, means, .. } = contents::choice(context, &section);
        let choice = Choice::new(name.trim_start(), "", Meaning::Place(means));
        found.push((rank, Choice { keys, ..choice }));
    }
    found.sort_by_key(|(rank, _)| *rank);
    found.into_iter().map(|(_, choice)| choice).collect()
}

/// Commands whose name has these letters in this order, best first, short names before long ones. What a
/// command does is not searched: nobody is to run one by a word that it is described with.
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
    let mut found = fitting(typed, all);
    found.retain(|choice| typed.is_empty() || !choice.matched.is_empty());
    found
}
