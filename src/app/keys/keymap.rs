//! Which keys mean which command: data, and a lookup. Knows no state of the reader.

use crate::app::{
    keys::command::{Command, TABLE},
    keys::key::Key,
};

/// Sequences of keys and their commands.
#[derive(Clone, Debug)]
pub struct Keymap {
    /// Sorted by keys.
    bindings: Vec<(Vec<Key>, Command)>,
}

/// What the keys typed so far mean.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lookup {
    /// A command.
    Matched(Command),
    /// The beginning of one.
    Pending,
    /// A beginning, and then a key that does not go on with it.
    Cancelled,
    /// Nothing.
    NotFound,
}

/// Keys given to a command in place of its default ones.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Override {
    /// The command.
    pub command: Command,
    /// All its keys; none takes them away.
    pub keys: Vec<Vec<Key>>,
}

impl Default for Keymap {
    fn default() -> Self {
        Self::new(&[])
    }
}

impl Keymap {
    /// The default keys, changed by `overrides`. A key that a person gives to a command is taken
    /// from the one that had it by default, and so are sequences that begin with it.
    #[must_use]
    pub fn new(overrides: &[Override]) -> Self {
        let chosen = |command| overrides.iter().rev().find(|o| o.command == command);
        let mut bindings: Vec<(Vec<Key>, Command)> = Vec::new();
        for given in overrides {
            if chosen(given.command) == Some(given) {
                bindings.extend(given.keys.iter().map(|keys| (keys.clone(), given.command)));
            }
        }
        let taken = bindings.clone();
        let is_taken = |keys: &[Key]| {
            taken.iter().any(|(own, _)| keys.starts_with(own) || own.starts_with(keys))
        };
        for entry in TABLE.iter().filter(|entry| chosen(entry.command).is_none()) {
            let defaults = entry.keys.iter().filter_map(|keys| Key::read_all(keys).ok());
            bindings.extend(defaults.filter(|keys| !is_taken(keys)).map(|k| (k, entry.command)));
        }
        bindings.sort();
        Self { bindings }
    }

    /// What these keys mean.
    #[must_use]
    pub fn lookup(&self, keys: &[Key]) -> Lookup {
        let from = self.bindings.partition_point(|(own, _)| own.as_slice() < keys);
        match self.bindings.get(from) {
            Some((own, command)) if own == keys => Lookup::Matched(*command),
            Some((own, _)) if own.starts_with(keys) => Lookup::Pending,
            _ if keys.len() > 1 => Lookup::Cancelled,
            _ => Lookup::NotFound,
        }
    }

    /// How these keys may go on, and what each then means.
    #[must_use]
    pub fn continuations(&self, keys: &[Key]) -> Vec<(String, Command)> {
        let begun = self.bindings.iter().filter(|(own, _)| own.starts_with(keys));
        begun.map(|(own, command)| (Key::write_all(&own[keys.len()..]), *command)).collect()
    }

    /// The keys of a command, as they are written, in the order of the table.
    #[must_use]
    pub fn keys_of(&self, command: Command) -> Vec<String> {
        let own = self.bindings.iter().filter(|(_, c)| *c == command);
        let mut keys: Vec<String> = own.map(|(keys, _)| Key::write_all(keys)).collect();
        let default = command.entry().keys;
        let rank = |key: &String| default.iter().position(|d| d == key).unwrap_or(default.len());
        keys.sort_by_key(rank);
        keys
    }

    /// The first key of a command, for a hint. `None` where it has been taken away.
    #[must_use]
    pub fn key_of(&self, command: impl Into<Command>) -> Option<String> {
        self.keys_of(command.into()).into_iter().next()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::keys::command::{Motion, Program};

    fn keys(notation: &str) -> Vec<Key> {
        Key::read_all(notation).expect("a key")
    }

    #[track_caller]
    fn means(keymap: &Keymap, notation: &str, expected: Lookup) {
        assert_eq!(keymap.lookup(&keys(notation)), expected, "{notation}");
    }

    #[test]
    fn no_default_key_has_two_commands() {
        let map = Keymap::default();
        for (i, (keys, command)) in map.bindings.iter().enumerate() {
            for (others, other) in &map.bindings[i + 1..] {
                assert!(!others.starts_with(keys), "{command:?} hides {other:?}");
            }
        }
    }

    #[test]
    fn every_key_of_the_contract_that_reads_is_bound() {
        let map = Keymap::default();
        let contract = "j k <Down> <Up> <Space> b <PgDn> <PgUp> <C-d> <C-u> gg G <Home> <End> } { \
            <Tab> <S-Tab> 1 2 3 z Z f <Enter> F <C-o> <C-i> K / n N * ? <F1> v y Y t T a e h m ' B A x U <C-r> : q <C-c>";
        for notation in contract.split_whitespace() {
            assert!(matches!(map.lookup(&keys(notation)), Lookup::Matched(_)), "{notation}");
        }
    }

    #[test]
    fn a_lookup_says_what_keys_mean() {
        let map = Keymap::default();
        means(&map, "j", Lookup::Matched(Command::Move(Motion::LineDown)));
        means(&map, "g", Lookup::Pending);
        means(&map, "gg", Lookup::Matched(Command::Move(Motion::Start)));
        means(&map, "gz", Lookup::Cancelled);
        means(&map, "<A-x>", Lookup::NotFound);
    }

    #[test]
    fn own_keys_come_first() {
        let map = Keymap::new(&[
            Override {
                command: Command::Move(Motion::NextParagraph),
                keys: vec![keys("j"), keys("<C-n>")],
            },
            Override { command: Command::Program(Program::Leave), keys: Vec::new() },
        ]);
        means(&map, "j", Lookup::Matched(Command::Move(Motion::NextParagraph)));
        means(&map, "<C-n>", Lookup::Matched(Command::Move(Motion::NextParagraph)));
        means(&map, "}", Lookup::NotFound);
        means(&map, "<Down>", Lookup::Matched(Command::Move(Motion::LineDown)));
        means(&map, "q", Lookup::NotFound);
        assert_eq!(map.keys_of(Command::Move(Motion::LineDown)), ["<Down>"]);
    }
}
