//! The words of the status line: where the cursor is, what was done, which keys matter here.
//! Knows no colours and no widths; `ui` leaves out from the end what does not fit.

use super::{
    App, command::Command, dialog::Dialog, link, message::Notice, saving::Saving, units::Unit,
};
use crate::document::Passage;

/// What the status line says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Status {
    /// `OP14 · 62 %`.
    pub place: String,
    /// What must not be overlooked: that something is not saved, that not everything is shown.
    pub alarm: Option<String>,
    /// What was done last, until the next key.
    pub notice: Option<Notice>,
    /// Keys typed that are not a command yet: `14`, `g`.
    pub pending: String,
    /// A line being typed instead: `/`, its text, and the cursor in it as a byte.
    pub prompt: Option<PromptLine>,
    /// The keys that matter here, the most important first.
    pub hints: Vec<Hint>,
}

/// A line being typed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PromptLine {
    /// What it is for: `/`.
    pub sign: &'static str,
    /// What was typed.
    pub text: String,
    /// The cursor: a byte of `text`.
    pub cursor: usize,
}

/// A key and what it does here, in one or two words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hint {
    /// The key as it is written.
    pub key: String,
    /// `footnote`, `search`.
    pub does: &'static str,
}

impl App {
    /// What the status line says.
    #[must_use]
    pub fn status(&self) -> Status {
        let prompt = match &self.dialog {
            Some(Dialog::Search(prompt)) => Some(PromptLine {
                sign: "/",
                text: prompt.line.text().to_owned(),
                cursor: prompt.line.cursor(),
            }),
            _ => None,
        };
        Status {
            place: self.place_in_words(),
            alarm: self.alarm(),
            notice: self.notice.clone(),
            pending: self.input.shown(),
            prompt,
            hints: self.hints(),
        }
    }

    /// `OP14 · 62 %`; with a selection, what it goes by.
    fn place_in_words(&self) -> String {
        let Some(place) = self.view.place() else { return "no text".into() };
        let cite = match place.passage {
            Passage::Title => "Title".to_owned(),
            passage => self.document.cite(passage).to_string(),
        };
        let selecting = match self.selection.map(|selection| selection.unit) {
            Some(Unit::Character) => " · selecting characters",
            Some(Unit::Word) => " · selecting words",
            Some(Unit::Sentence) => " · selecting sentences",
            None => "",
        };
        format!("{cite} · {} %{selecting}", self.percent())
    }

    fn alarm(&self) -> Option<String> {
        if let Saving::Failed(_) = self.saving {
            return Some("not saved".into());
        }
        (!self.only.is_empty()).then(|| format!("only #{}", self.only.join(" #")))
    }

    /// How much of the pane stands above the cursor; 100 in its last row.
    fn percent(&self) -> u8 {
        let pane = self.view.pane(self.view.focus());
        let (_, _, bytes) = pane.extent();
        let Some(spot) = pane.cursor_spot() else { return 0 };
        let Some(row) = pane.galley.row(spot) else { return 0 };
        if pane.galley.bytes_before(spot.item, row.bytes.end) >= bytes {
            return 100;
        }
        let before = pane.galley.bytes_before(spot.item, row.bytes.start);
        u8::try_from(before * 100 / bytes.max(1)).unwrap_or(100)
    }

    /// The keys that matter here, the most important first.
    fn hints(&self) -> Vec<Hint> {
        match &self.dialog {
            Some(Dialog::Search(_)) => fixed(&[("Enter", "go there"), ("Esc", "back")]),
            Some(Dialog::Help(_)) => fixed(&[("j k", "scroll"), ("Esc", "close")]),
            Some(Dialog::Palette(_)) => {
                fixed(&[("Enter", "do it"), ("↑ ↓", "choose"), ("Esc", "close")])
            }
            Some(Dialog::Peek(_)) => {
                fixed(&[("Enter", "go there"), ("y", "copy"), ("Esc", "close")])
            }
            Some(Dialog::Labels(_)) => fixed(&[("a–z", "follow"), ("Esc", "close")]),
            Some(Dialog::Tags(_)) => fixed(&[
                ("Enter", "set or take away"),
                ("Tab", "and stay"),
                ("Ctrl-r", "rename"),
                ("Ctrl-d", "describe"),
                ("Esc", "close"),
            ]),
            Some(Dialog::Draft(_)) => {
                fixed(&[("Esc", "keep"), ("Ctrl-c", "drop"), ("Ctrl-e", "in your editor")])
            }
            Some(Dialog::Listing(listing)) if listing.of_bookmarks => fixed(&[
                ("Enter", "go there"),
                ("Ctrl-o", "name"),
                ("Ctrl-x", "delete"),
                ("Esc", "close"),
            ]),
            Some(Dialog::Listing(_)) => fixed(&[
                ("Enter", "go there"),
                ("Ctrl-o", "note"),
                ("Ctrl-t", "tags"),
                ("Ctrl-x", "delete"),
                ("Ctrl-y", "accept place"),
                ("Esc", "close"),
            ]),
            Some(Dialog::Debris(_)) => {
                fixed(&[("Enter", "copy"), ("↑ ↓", "choose"), ("Esc", "close")])
            }
            Some(Dialog::Bookmark { sets: true }) => fixed(&[("a–z", "set a bookmark here")]),
            Some(Dialog::Bookmark { sets: false }) => {
                fixed(&[("a–z", "go to a bookmark"), ("'", "back")])
            }
            Some(Dialog::Unsaved(_)) => {
                fixed(&[("y", "leave"), ("s", "try again"), ("Esc", "stay")])
            }
            Some(Dialog::Offer(_)) => {
                fixed(&[("y", "take them in"), ("n", "put them away"), ("Esc", "ask next time")])
            }
            None => self.hints_of(&self.commands_here()),
        }
    }

    fn commands_here(&self) -> Vec<(Command, &'static str)> {
        if self.selection.is_some() {
            return vec![
                (Command::Highlight, "highlight"),
                (Command::Tag, "tag"),
                (Command::Note, "note"),
                (Command::CopyText, "copy"),
                (Command::CopyCitation, "copy citation"),
                (Command::Select, "words, sentences …"),
                (Command::Cancel, "leave"),
            ];
        }
        let mut commands = Vec::new();
        let place = self.view.place();
        let on_link = place.and_then(|place| link::link_at(&self.document, place));
        if on_link.is_some() {
            commands.push((Command::Follow, "follow"));
            commands.push((Command::Peek, "peek"));
        }
        match place.map(|place| place.passage) {
            Some(Passage::Footnote(_)) => commands.push((Command::Footnote, "where it is cited")),
            Some(passage) if !self.document.marks(passage).is_empty() => {
                commands.push((Command::Footnote, "footnote"));
            }
            _ => {}
        }
        if self.pattern.is_some() {
            commands.push((Command::NextHit, "next hit"));
            commands.push((Command::PreviousHit, "previous"));
        }
        commands.push((Command::Help, "help"));
        commands.push((Command::Search, "search"));
        commands.push((Command::NextPane, "next pane"));
        commands.push((Command::Palette, "commands"));
        commands.push((Command::Quit, "quit"));
        commands
    }

    fn hints_of(&self, commands: &[(Command, &'static str)]) -> Vec<Hint> {
        let hint = |&(command, does)| Some(Hint { key: self.keymap.key_of(command)?, does });
        commands.iter().filter_map(hint).collect()
    }
}

fn fixed(hints: &[(&str, &'static str)]) -> Vec<Hint> {
    hints.iter().map(|&(key, does)| Hint { key: key.to_owned(), does }).collect()
}
