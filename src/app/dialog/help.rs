//! The help: all commands with their keys, from the one table. Knows how far it is scrolled, not how
//! it is drawn.

use super::{
    answer::Answer,
    line::{Edit, Line},
};
use crate::app::{
    context::Context,
    keys::command::{Command, ELSEWHERE, GROUPS, Motion, TABLE},
    keys::key::Key,
    keys::keymap::{Keymap, Lookup},
};

/// The help, as far as it is scrolled, and what is searched in it.
#[derive(Clone, Debug, Default)]
pub struct Help {
    /// The first line shown.
    pub top: usize,
    /// What is searched: only commands that have it are listed.
    pub line: Line,
    /// Whether that is being typed.
    pub is_typing: bool,
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

/// The help, from the one table of commands and the keys as they are: those that have `searched` in their
/// keys, their name or what they do.
#[must_use]
pub fn help_lines(keymap: &Keymap, searched: &str) -> Vec<HelpLine> {
    let wanted = searched.trim().to_lowercase();
    let mut lines = Vec::new();
    for group in GROUPS {
        let of_group = TABLE.iter().filter(|entry| entry.command.group() == *group);
        let listed = of_group.filter_map(|entry| {
            let keys = keymap.keys_of(entry.command).join(" ");
            let has = |text: &str| text.to_lowercase().contains(&wanted);
            let is_found = has(entry.doc) || has(entry.name) || has(&keys);
            is_found.then_some(HelpLine::Command { keys, doc: entry.doc })
        });
        let elsewhere = ELSEWHERE.iter().filter(|own| own.group == *group).filter_map(|own| {
            let keys = keymap.keys_of(own.command).join(" ");
            let has = |text: &str| text.to_lowercase().contains(&wanted);
            let is_found = has(own.doc) || has(&keys);
            is_found.then_some(HelpLine::Command { keys, doc: own.doc })
        });
        let listed: Vec<HelpLine> = listed.chain(elsewhere).collect();
        if listed.is_empty() {
            continue;
        }
        if !lines.is_empty() {
            lines.push(HelpLine::Blank);
        }
        lines.push(HelpLine::Heading(group));
        lines.extend(listed);
    }
    lines
}

impl Help {
    /// Lines of help on a screen so high: all but its frame and the status line.
    const fn height(rows: u16) -> usize {
        rows.saturating_sub(4) as usize
    }

    pub(super) fn press(&mut self, key: Key, context: &Context<'_>) -> Answer {
        if self.is_typing {
            return self.press_in_line(key);
        }
        if let Some(rows) = rows_scrolled(key, context) {
            self.scroll(rows, context);
            return Answer::Stay;
        }
        if key == Key::char('/') {
            self.is_typing = true;
            return Answer::Stay;
        }
        Answer::Close
    }

    /// Types what is searched; Enter leaves it as it is, Esc lists everything again.
    fn press_in_line(&mut self, key: Key) -> Answer {
        match self.line.press(key) {
            Edit::Submit => self.is_typing = false,
            Edit::Cancel => {
                (self.line, self.is_typing) = (Line::default(), false);
            }
            Edit::Changed | Edit::Same | Edit::NotMine => {}
        }
        self.top = 0;
        Answer::Stay
    }

    pub(super) fn paste(&mut self, text: &str) -> Answer {
        if self.is_typing {
            self.line.insert(text);
            self.top = 0;
        }
        Answer::Stay
    }

    /// Scrolls by lines.
    pub(super) fn scroll(&mut self, by: isize, context: &Context<'_>) {
        let height = Self::height(context.view.arrangement().size.rows);
        let lines = help_lines(context.keymap, self.line.text()).len();
        self.top = self.top.saturating_add_signed(by).min(lines.saturating_sub(height));
    }
}

/// By how many rows a key scrolls what lies over the panes; `None` for any other key.
pub(super) fn rows_scrolled(key: Key, context: &Context<'_>) -> Option<isize> {
    let page = isize::try_from(context.view.arrangement().size.rows / 2).unwrap_or(1);
    let Lookup::Matched(command) = context.keymap.lookup(&[key]) else {
        return None;
    };
    let Command::Move(motion) = command else { return None };
    match motion {
        Motion::LineDown => Some(1),
        Motion::LineUp => Some(-1),
        Motion::PageDown | Motion::HalfPageDown => Some(page),
        Motion::PageUp | Motion::HalfPageUp => Some(-page),
        Motion::Start => Some(isize::MIN / 2),
        Motion::End => Some(isize::MAX / 2),
        _ => None,
    }
}
