//! The line after `:`: a place to go to, or a command found by a few letters of its name. Knows what
//! may be meant, and does none of it.

use nucleo_matcher::{
    Config, Matcher, Utf32Str,
    pattern::{CaseMatching, Normalization, Pattern},
};

use super::{
    command::{Command, TABLE},
    keymap::Keymap,
    line::Line,
};
use crate::document::{Cite, Document, Passage, Place};

/// A line being typed, and what it may mean.
#[derive(Clone, Debug)]
pub struct Palette {
    /// What is being typed.
    pub line: Line,
    /// What it may mean, best first.
    pub choices: Vec<Choice>,
    /// Which of them Enter takes.
    pub chosen: usize,
}

/// Something the palette offers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Choice {
    /// Its name: `next-paragraph`, `OP14`.
    pub name: String,
    /// What it does, or how the place begins.
    pub doc: String,
    /// Its keys: `}`.
    pub keys: String,
    /// The characters of the name that were typed, as indices of characters.
    pub matched: Vec<u32>,
    /// What it means.
    pub meaning: Meaning,
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
    #[must_use]
    pub fn new(document: &Document, keymap: &Keymap, from: Option<Place>) -> Self {
        let mut palette = Self { line: Line::default(), choices: Vec::new(), chosen: 0 };
        palette.refresh(document, keymap, from);
        palette
    }

    /// Finds anew what may be meant, after the line has changed.
    pub fn refresh(&mut self, document: &Document, keymap: &Keymap, from: Option<Place>) {
        let typed = self.line.text().trim();
        self.choices = percent(typed).into_iter().collect();
        self.choices.extend(place(document, typed, from));
        // A number names a place, and no command by a number in its description.
        if !typed.contains(|c: char| c.is_ascii_digit()) {
            self.choices.extend(commands(keymap, typed));
        }
        self.chosen = 0;
    }

    /// Chooses the next or the previous, going round.
    pub fn choose(&mut self, forward: bool) {
        let count = self.choices.len().max(1);
        let step = if forward { 1 } else { count - 1 };
        self.chosen = (self.chosen + step) % count;
    }

    /// Why Enter does nothing, where nothing is meant.
    #[must_use]
    pub fn sorry(&self) -> String {
        let typed = self.line.text().trim();
        match Cite::read(typed) {
            Some(cite) => format!("there is no {cite} in this document"),
            None => format!("\"{typed}\" is no command and no place of this document"),
        }
    }

    /// What Enter takes.
    #[must_use]
    pub fn meaning(&self) -> Option<Meaning> {
        self.choices.get(self.chosen).map(|choice| choice.meaning)
    }
}

/// `50%`.
fn percent(typed: &str) -> Option<Choice> {
    let number: usize = typed.strip_suffix('%')?.trim().parse().ok()?;
    Some(Choice {
        name: format!("{number} %"),
        doc: "of the way through this pane".into(),
        keys: String::new(),
        matched: Vec::new(),
        meaning: Meaning::Percent(number),
    })
}

/// `OP14`, `14`, `pp3`, `fn 7`.
fn place(document: &Document, typed: &str, from: Option<Place>) -> Option<Choice> {
    let passage = document.meant(&Cite::read(typed)?, from.map(|place| place.passage))?;
    let beginning: String = document.text(passage).chars().take(60).collect();
    Some(Choice {
        name: document.cite(passage).to_string(),
        doc: beginning,
        keys: String::new(),
        matched: Vec::new(),
        meaning: Meaning::Place(passage),
    })
}

/// Commands whose name or description has these letters in this order, best first.
fn commands(keymap: &Keymap, typed: &str) -> Vec<Choice> {
    let mut matcher = Matcher::new(Config::DEFAULT);
    let pattern = Pattern::parse(typed, CaseMatching::Smart, Normalization::Smart);
    let mut buffer = Vec::new();
    let mut scored: Vec<(u32, Choice)> = Vec::new();
    for entry in TABLE {
        let mut matched = Vec::new();
        let name =
            pattern.indices(Utf32Str::new(entry.name, &mut buffer), &mut matcher, &mut matched);
        // A name counts twice what a description does.
        let score = name.map(|score| score * 2).or_else(|| {
            matched.clear();
            pattern.score(Utf32Str::new(entry.doc, &mut buffer), &mut matcher)
        });
        let Some(score) = score else { continue };
        matched.sort_unstable();
        matched.dedup();
        let choice = Choice {
            name: entry.name.into(),
            doc: entry.doc.into(),
            keys: keymap.keys_of(entry.command).join(" "),
            matched,
            meaning: Meaning::Command(entry.command),
        };
        scored.push((score, choice));
    }
    scored.sort_by_key(|(score, choice)| (std::cmp::Reverse(*score), choice.name.len()));
    scored.into_iter().map(|(_, choice)| choice).collect()
}
