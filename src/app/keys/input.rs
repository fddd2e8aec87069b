//! Keys → a command and a count. `1`, `2` and `3` are commands of their own and done at once; they
//! begin a count as well, if what follows them follows soon. Where a count says *which* and not *how
//! often*, as in `14G`, there is more time. Knows the keymap and nothing else of the reader.

use std::time::Duration;

use crate::app::{
    keys::command::{Command, Following, Motion, Searching},
    keys::key::{Code, Key},
    keys::keymap::{Keymap, Lookup},
};

/// The keys typed that are not a command yet.
#[derive(Clone, Debug, Default)]
pub(in crate::app) struct Input {
    count: Option<usize>,
    /// The digits typed so far were done as commands.
    digits_were_commands: bool,
    /// So long ago that they are no count before `j`.
    is_late: bool,
    keys: Vec<Key>,
}

/// What a key did.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::app) enum Typed {
    /// A command, to be done as often as the count says. `undo` is set where the digit that turned
    /// out to begin the count was done as a command.
    Command {
        /// The command.
        command: Command,
        /// The count in front of it.
        count: Option<usize>,
        /// Whether the command of the digit before must be undone first.
        undo: bool,
    },
    /// Nothing yet; more keys may follow.
    More {
        /// As above.
        undo: bool,
    },
    /// Nothing at all: these keys mean nothing.
    Nothing,
}

/// Counts beyond this mean no more.
const LARGEST: usize = 999_999;

impl Input {
    /// Takes a key.
    pub(in crate::app) fn press(&mut self, keymap: &Keymap, key: Key) -> Typed {
        if self.keys.is_empty()
            && let Some(digit) = digit(key)
            && (digit > 0 || self.count.is_some())
        {
            return self.press_digit(keymap, key, digit);
        }
        self.keys.push(key);
        match keymap.lookup(&self.keys) {
            Lookup::Matched(command) => {
                let late = self.digits_were_commands && self.is_late && !is_address(command);
                let count = self.count.filter(|_| counts(command) && !late);
                let undo = self.digits_were_commands && count.is_some();
                *self = Self::default();
                Typed::Command { command, count, undo }
            }
            Lookup::Pending => Typed::More { undo: false },
            Lookup::Cancelled | Lookup::NotFound => {
                *self = Self::default();
                Typed::Nothing
            }
        }
    }

    fn press_digit(&mut self, keymap: &Keymap, key: Key, digit: usize) -> Typed {
        let only_commands = self.count.is_none() || self.digits_were_commands;
        self.count = Some((self.count.unwrap_or(0) * 10 + digit).min(LARGEST));
        self.is_late = false;
        if only_commands && let Lookup::Matched(command) = keymap.lookup(&[key]) {
            self.digits_were_commands = true;
            return Typed::Command { command, count: None, undo: false };
        }
        Typed::More { undo: std::mem::take(&mut self.digits_were_commands) }
    }

    /// How long digits that were commands may still begin a count.
    #[must_use]
    pub(in crate::app) fn deadline(&self) -> Option<Duration> {
        /// A count is typed faster than this; who looks at another pane first is slower.
        const SOON: Duration = Duration::from_millis(100);
        /// Nobody takes longer for the rest of `14G`.
        const LATE: Duration = Duration::from_millis(900);
        self.digits_were_commands.then_some(if self.is_late { LATE } else { SOON })
    }

    /// The time of [`Self::deadline`] has passed.
    pub(in crate::app) fn settle(&mut self) {
        if self.digits_were_commands && self.is_late {
            *self = Self::default();
        }
        self.is_late = self.digits_were_commands;
    }

    /// Forgets what was typed. Whether there was anything that had no effect yet.
    pub(in crate::app) fn clear(&mut self) -> bool {
        let had = !self.digits_were_commands && (self.count.is_some() || !self.keys.is_empty());
        *self = Self::default();
        had
    }

    /// The keys typed that begin a command, without the count before them.
    #[must_use]
    pub(in crate::app) fn begun(&self) -> &[Key] {
        &self.keys
    }

    /// What was typed so far, as it is shown in the status line.
    #[must_use]
    pub(in crate::app) fn shown(&self) -> String {
        let count = self.count.map(|count| count.to_string()).unwrap_or_default();
        count + &Key::write_all(&self.keys)
    }
}

fn digit(key: Key) -> Option<usize> {
    match key {
        Key { code: Code::Char(c), ctrl: false, alt: false, .. } => {
            c.to_digit(10).map(|digit| digit as usize)
        }
        _ => None,
    }
}

/// Whether a count before the command says which, and not how often.
const fn is_address(command: Command) -> bool {
    matches!(command, Command::Move(Motion::Start | Motion::End | Motion::Percent))
}

/// Whether a count before the command means anything.
const fn counts(command: Command) -> bool {
    match command {
        Command::Move(Motion::RowStart | Motion::RowEnd) => false,
        Command::Move(_)
        | Command::Follow(Following::NextLink | Following::PreviousLink)
        | Command::Search(Searching::NextHit | Searching::PreviousHit) => true,
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::keys::command::PaneCommand;

    /// What each key does, in short: `2G` is a count and the end.
    #[track_caller]
    fn does(notation: &str, expected: &[Typed]) {
        let mut input = Input::default();
        let keymap = Keymap::default();
        let keys = Key::read_all(notation).expect("keys");
        let typed: Vec<_> = keys.into_iter().map(|key| input.press(&keymap, key)).collect();
        assert_eq!(typed, expected, "{notation}");
    }

    const fn command(command: Command, count: Option<usize>, undo: bool) -> Typed {
        Typed::Command { command, count, undo }
    }

    #[test]
    fn counts_before_keys() {
        let more = Typed::More { undo: false };
        does("5j", &[more, command(Command::Move(Motion::LineDown), Some(5), false)]);
        does("50%", &[more, more, command(Command::Move(Motion::Percent), Some(50), false)]);
        does("4gg", &[more, more, command(Command::Move(Motion::Start), Some(4), false)]);
        does("0", &[command(Command::Move(Motion::RowStart), None, false)]);
    }

    #[test]
    fn a_pane_key_may_begin_a_count() {
        let preamble = command(Command::Panes(PaneCommand::Preamble), None, false);
        let undone = Typed::More { undo: true };
        does("14G", &[preamble, undone, command(Command::Move(Motion::End), Some(14), false)]);
        does("1G", &[preamble, command(Command::Move(Motion::End), Some(1), true)]);
        does("1<Tab>", &[preamble, command(Command::Panes(PaneCommand::NextPane), None, false)]);
        does("1z", &[preamble, command(Command::Panes(PaneCommand::Alone), None, false)]);
    }

    #[test]
    fn after_a_while_a_pane_key_is_one() {
        let mut input = Input::default();
        let keymap = Keymap::default();
        input.press(&keymap, Key::char('3'));
        input.settle();
        assert_eq!(
            input.press(&keymap, Key::char('j')),
            command(Command::Move(Motion::LineDown), None, false)
        );
    }

    #[test]
    fn a_number_of_a_paragraph_may_be_typed_slowly() {
        let mut input = Input::default();
        let keymap = Keymap::default();
        for digit in ['1', '2'] {
            input.press(&keymap, Key::char(digit));
            input.settle();
        }
        assert_eq!(
            input.press(&keymap, Key::char('G')),
            command(Command::Move(Motion::End), Some(12), true)
        );
        input.press(&keymap, Key::char('2'));
        input.settle();
        input.settle();
        assert_eq!(
            input.press(&keymap, Key::char('G')),
            command(Command::Move(Motion::End), None, false)
        );
    }
}
