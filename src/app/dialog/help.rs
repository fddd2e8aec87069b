//! The help: all commands with their keys, from the one table. Knows how far it is scrolled, not how
//! it is drawn.

use super::answer::Answer;
use crate::app::{
    context::Context,
    keys::command::{Command, GROUPS, Motion, TABLE},
    keys::key::Key,
    keys::keymap::{Keymap, Lookup},
};

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
    for group in GROUPS {
        if !lines.is_empty() {
            lines.push(HelpLine::Blank);
        }
        lines.push(HelpLine::Heading(group));
        lines.extend(TABLE.iter().filter(|entry| entry.command.group() == *group).map(|entry| {
            HelpLine::Command { keys: keymap.keys_of(entry.command).join(" "), doc: entry.doc }
        }));
    }
    lines
}

impl Help {
    /// Lines of help on a screen so high: all but its frame and the status line.
    const fn height(rows: u16) -> usize {
        rows.saturating_sub(4) as usize
    }

    pub(super) fn press(&mut self, key: Key, context: &Context<'_>) -> Answer {
        let Some(rows) = rows_scrolled(key, context) else { return Answer::Close };
        self.scroll(rows, context);
        Answer::Stay
    }

    /// Scrolls by lines.
    pub(super) fn scroll(&mut self, by: isize, context: &Context<'_>) {
        let height = Self::height(context.view.arrangement().size.rows);
        let last = help_lines(context.keymap).len().saturating_sub(height);
        self.top = self.top.saturating_add_signed(by).min(last);
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
