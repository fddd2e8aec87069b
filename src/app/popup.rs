//! What lies over the panes, one thing at a time. Knows what is in it, not how it is drawn.

use super::arrange::Area;
use crate::layout::Row;

/// A thing over the panes. The keys go to it while it is there.
#[derive(Clone, Debug)]
pub enum Popup {
    /// All commands with their keys.
    Help(Help),
    /// Commands and places found by name.
    Palette(Palette),
    /// What a reference leads to.
    Peek(Peek),
    /// Letters over everything that can be followed.
    Labels(Vec<Label>),
}

/// The help: one line a command.
#[derive(Clone, Debug, Default)]
pub struct Help {
    /// The first line shown.
    pub top: usize,
}

/// A line being typed, and what it may mean.
#[derive(Clone, Debug, Default)]
pub struct Palette {
    /// What was typed.
    pub text: String,
    /// The cursor: a byte of `text`.
    pub cursor: usize,
    /// What it may mean, best first.
    pub choices: Vec<Choice>,
    /// Which of them Enter takes.
    pub chosen: usize,
}

/// Something the palette offers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Choice {
    /// Its name: `next paragraph`.
    pub name: String,
    /// What it does.
    pub doc: String,
    /// Its keys: `}`.
    pub keys: String,
    /// The characters of the name that were typed, as indices of characters.
    pub matched: Vec<u32>,
}

/// A text in a box.
#[derive(Clone, Debug)]
pub struct Peek {
    /// What it is: `fn 7`, `A/RES/53/144`.
    pub title: String,
    /// Its text, which the rows point into.
    pub text: String,
    /// Its rows, for the width of `area`.
    pub rows: Vec<Row>,
    /// The first row shown.
    pub top: usize,
    /// Where on the screen, frame included: one cell on each side.
    pub area: Area,
}

/// A letter over something that can be followed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Label {
    /// What to type.
    pub keys: String,
    /// How many characters of it were typed.
    pub typed: usize,
    /// Its column on the screen.
    pub column: u16,
    /// Its row on the screen.
    pub row: u16,
}
