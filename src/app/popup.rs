//! What lies over the panes, one thing at a time. Knows what is in it, not how it is drawn.

use super::{
    App,
    command::{Group, TABLE},
    keymap::Keymap,
    labels::Labels,
    palette::Palette,
    peek::Peek,
};

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
