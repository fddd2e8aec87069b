//! The line after `:`: a place to go to, or a command found by a few letters of its name. Knows what
//! may be meant, and does none of it.

use super::{
    command::{Command, TABLE},
    keymap::Keymap,
    menu::{Choice, Menu, fitting},
};
use crate::document::{Cite, Document, Passage, Place};

/// A line being typed, and what it may mean.
pub type Palette = Menu<Meaning>;

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

/// With nothing typed, offering everything.
#[must_use]
pub fn palette(document: &Document, keymap: &Keymap, from: Option<Place>) -> Palette {
    let mut palette = Menu::new("Go to, or do", ":");
    refresh(&mut palette, document, keymap, from);
    palette
}

/// Finds anew what may be meant, after the line has changed.
pub fn refresh(palette: &mut Palette, document: &Document, keymap: &Keymap, from: Option<Place>) {
    let typed = palette.typed();
    let mut choices: Vec<Choice<Meaning>> = percent(typed).into_iter().collect();
    choices.extend(place(document, typed, from));
    // A number names a place, and no command by a number in its description.
    if !typed.contains(|c: char| c.is_ascii_digit()) {
        choices.extend(commands(keymap, typed));
    }
    palette.offer(choices);
}

/// Why Enter does nothing, where nothing is meant.
#[must_use]
pub fn sorry(typed: &str) -> String {
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
