//! What lies over the panes, one thing at a time, and what keys do to it. Knows what is in it, not
//! how it is drawn.

use super::{
    App, Effect, Notice,
    command::{Command, Group, TABLE},
    key::{Code, Key, Named},
    keymap::{Keymap, Lookup},
    labels::{Choice, Labels},
    line::Edit,
    listing::Listing,
    note::Note,
    palette::{self, Meaning, Palette},
    peek::Peek,
    tagging::Tagging,
};
use crate::document::Place;

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
    Labels(Labels),
    /// The tags of something, or those to show alone.
    Tags(Tagging),
    /// A note being written.
    Note(Box<Note>),
    /// All annotations, or all bookmarks.
    Listing(Listing),
    /// Waiting for the letter of a bookmark.
    Bookmark {
        /// Whether it is to be set.
        sets: bool,
    },
    /// Whether to leave, though something could not be saved, for this reason.
    Unsaved(String),
}

/// The help, as far as it is scrolled.
#[derive(Clone, Copy, Debug, Default)]
pub struct Help {
    /// The first line shown.
    pub top: usize,
}

/// A line of the help.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum HelpLine {
    /// The heading of a group.
    Heading(&'static str),
    /// A command.
    Command {
        /// Its keys as they are now, with spaces between.
        keys: String,
        /// What it does.
        doc: &'static str,
    },
    /// An empty line.
    Blank,
}

/// The help, from the one table of commands and the keys as they are.
#[must_use]
pub fn help_lines(keymap: &Keymap) -> Vec<HelpLine> {
    let mut lines = Vec::new();
    for group in Group::ALL {
        if !lines.is_empty() {
            lines.push(HelpLine::Blank);
        }
        lines.push(HelpLine::Heading(group.title()));
        lines.extend(TABLE.iter().filter(|entry| entry.group == group).map(|entry| {
            HelpLine::Command { keys: keymap.keys_of(entry.command).join(" "), doc: entry.doc }
        }));
    }
    lines
}

impl Help {
    /// Lines of help on a screen so high: all but its frame and the status line.
    #[must_use]
    pub const fn height(rows: u16) -> usize {
        rows.saturating_sub(4) as usize
    }

    /// The same help scrolled by lines.
    #[must_use]
    pub(super) fn scrolled(self, by: isize, app: &App) -> Self {
        let height = Self::height(app.view.arrangement().size.rows);
        let last = help_lines(&app.keymap).len().saturating_sub(height);
        Self { top: self.top.saturating_add_signed(by).min(last) }
    }
}

impl App {
    /// What a key does while something lies over the panes.
    pub(super) fn press_in_popup(&mut self, key: Key) -> Vec<Effect> {
        match self.popup.take() {
            Some(Popup::Palette(palette)) => return self.press_in_palette(palette, key),
            Some(Popup::Labels(labels)) => self.press_in_labels(labels, key),
            Some(Popup::Tags(tagging)) => return self.press_in_tags(tagging, key),
            Some(Popup::Note(note)) => return self.press_in_note(note, key),
            Some(Popup::Listing(listing)) => return self.press_in_listing(listing, key),
            Some(Popup::Bookmark { sets }) => return self.press_bookmark(sets, key),
            Some(Popup::Unsaved(_)) => return Self::press_unsaved(key),
            Some(Popup::Help(help)) => {
                self.popup = self.scrolls(key).map(|rows| Popup::Help(help.scrolled(rows, self)));
            }
            Some(Popup::Peek(mut peek)) => {
                if let Some(rows) = self.scrolls(key) {
                    peek.scroll(rows);
                    self.popup = Some(Popup::Peek(peek));
                } else {
                    return self.press_in_peek(&peek, key);
                }
            }
            None => {}
        }
        Vec::new()
    }

    /// By how many rows a key scrolls what lies over the panes; `None` for any other key.
    fn scrolls(&self, key: Key) -> Option<isize> {
        let page = isize::try_from(self.view.arrangement().size.rows / 2).unwrap_or(1);
        let Lookup::Matched(command) = self.keymap.lookup(&[key]) else {
            return None;
        };
        match command {
            Command::LineDown => Some(1),
            Command::LineUp => Some(-1),
            Command::PageDown | Command::HalfPageDown => Some(page),
            Command::PageUp | Command::HalfPageUp => Some(-page),
            Command::Start => Some(isize::MIN / 2),
            Command::End => Some(isize::MAX / 2),
            _ => None,
        }
    }

    fn press_in_labels(&mut self, mut labels: Labels, key: Key) {
        match labels.press(key) {
            Choice::Follow(link) => self.follow_link(&link),
            Choice::More => self.popup = Some(Popup::Labels(labels)),
            Choice::None => {}
        }
    }

    fn press_in_palette(&mut self, mut palette: Palette, key: Key) -> Vec<Effect> {
        match palette.press(key) {
            Edit::Submit => {
                let Some(&meaning) = palette.chosen() else {
                    self.notice = Some(Notice::warning(palette::sorry(palette.typed())));
                    return Vec::new();
                };
                return self.mean(meaning);
            }
            Edit::Cancel => return Vec::new(),
            Edit::Changed => {
                palette::refresh(&mut palette, &self.document, &self.keymap, self.place());
            }
            Edit::NotMine if key.code == Code::Named(Named::Tab) => palette.choose(!key.shift),
            Edit::NotMine | Edit::Same => {}
        }
        self.popup = Some(Popup::Palette(palette));
        Vec::new()
    }

    fn press_unsaved(key: Key) -> Vec<Effect> {
        match key.typed() {
            Some('y' | 'Y') => vec![Effect::QuitUnsaved],
            Some('s' | 'S') => vec![Effect::Save],
            _ => Vec::new(),
        }
    }

    fn mean(&mut self, meaning: Meaning) -> Vec<Effect> {
        match meaning {
            Meaning::Command(command) => return self.run(command, None),
            Meaning::Place(passage) => self.jump(Place::start_of(passage)),
            Meaning::Percent(percent) => self.run_far(Command::Percent, Some(percent)),
        }
        Vec::new()
    }

    /// Text that was pasted goes where text is typed, and nowhere else.
    pub(super) fn paste(&mut self, text: &str) -> Vec<Effect> {
        match &mut self.popup {
            Some(Popup::Note(note)) => {
                note.paste(text);
                return Vec::new();
            }
            // As if it were typed: what it finds is found anew.
            Some(Popup::Tags(_) | Popup::Listing(_)) => {
                let typed = text.chars().filter(|c| !c.is_control());
                return typed.flat_map(|c| self.press_in_popup(Key::char(c))).collect();
            }
            _ => {}
        }
        if let Some(Popup::Palette(palette)) = &mut self.popup {
            palette.line.insert(text);
            palette::refresh(palette, &self.document, &self.keymap, self.view.place());
        } else if let Some(prompt) = &mut self.prompt {
            prompt.line.insert(text);
            self.search_as_typed();
        }
        Vec::new()
    }
}
