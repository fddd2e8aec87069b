//! The line after `:`: a place to go to, or a command found by a few letters of its name. Knows what
//! may be meant, and does none of it.

use std::collections::HashSet;

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
    document::{Cite, Document, Place, Section},
};

/// A line being typed, and what it may mean.
#[derive(Clone, Debug)]
pub struct Palette {
    /// The menu.
    pub menu: Menu<Meaning>,
}

/// Of more sections nobody chooses: they type on.
const MOST_SECTIONS: usize = 200;

impl Palette {
    /// With nothing typed, offering everything.
    pub(in crate::app) fn new(context: &Context<'_>) -> Self {
        let mut palette = Self { menu: Menu::new("Go to, or do", ":") };
        let choices = palette.choices(context);
        palette.menu.offer(choices);
        palette
    }

    /// What may be meant by what was typed.
    fn choices(&self, context: &Context<'_>) -> Vec<Choice<Meaning>> {
        let typed = self.menu.typed();
        let mut choices: Vec<Choice<Meaning>> = percent(typed).into_iter().collect();
        choices.extend(place(context.document, typed, context.place()));
        // Where a resolution begins with a heading, both lead to one place, as may what was typed.
        let mut offered: HashSet<Meaning> = choices.iter().map(|choice| choice.means).collect();
        choices.extend(
            sections(context, typed).into_iter().filter(|section| offered.insert(section.means)),
        );
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
                let choices = self.choices(context);
                self.menu.offer(choices);
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
        let choices = self.choices(context);
        self.menu.offer(choices);
        Answer::Stay
    }

    /// Offers what may be meant now; what is typed and chosen stays.
    pub(super) fn renew(&mut self, context: &Context<'_>) {
        let choices = self.choices(context);
        self.menu.renew(choices);
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
    let mut found: Vec<(u8, &Section)> = Vec::new();
    let (all, titles) = (context.document.contents(), context.document.titles_in_small_letters());
    for (title, section) in titles.iter().zip(all.iter()) {
        let rank = if begins(title) {
            0
        } else if title.starts_with(&wanted) {
            1
        } else if title.contains(&wanted) {
            2
        } else {
            continue;
        };
        found.push((rank, section));
    }
    found.sort_by_key(|(rank, _)| *rank);
    let choice = |(_, section)| {
        let Choice { name, keys, means, .. } = contents::choice(context, section);
        Choice { keys, ..Choice::new(name.trim_start(), "", Meaning::Place(means)) }
    };
    found.into_iter().take(MOST_SECTIONS).map(choice).collect()
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
    let mut found = fitting(typed, &all);
    found.retain(|choice| typed.is_empty() || !choice.matched.is_empty());
    found
}
