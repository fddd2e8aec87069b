//! `keys.ron`: a person's own keys, as it is written. The only file of the app that knows RON.
//!
//! ```ron
//! {
//!     "next-paragraph": ["}", "<C-n>"],
//!     "quit": ["q"],       // and no longer Ctrl-c
//!     "suspend": [],       // no key at all
//! }
//! ```

use std::fmt;

use serde::{
    Deserialize, Deserializer,
    de::{Error, MapAccess, Visitor},
};

use crate::app::{keys::command::Command, keys::key::Key, keys::keymap::Override};

/// Why a `keys.ron` cannot be used, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KeysError {
    /// The line, counted from 1.
    pub line: usize,
    /// The column in characters, counted from 1.
    pub column: usize,
    /// What is wrong there.
    pub message: String,
}

/// Reads the text of a `keys.ron`.
///
/// # Errors
/// Where the text is no RON, or names a command or a key that there is not.
pub fn read_keys(text: &str) -> Result<Vec<Override>, KeysError> {
    let text = text.trim_start_matches('\u{feff}');
    let Overrides(overrides) = ron::from_str(text).map_err(|error| KeysError {
        line: error.span.start.line,
        column: error.span.start.col,
        message: error.code.to_string(),
    })?;
    Ok(overrides)
}

struct Overrides(Vec<Override>);

/// The name of a command, checked while its place in the file is still known.
struct Name(Command);

/// One sequence of keys, checked likewise.
struct Sequence(Vec<Key>);

impl<'de> Deserialize<'de> for Overrides {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Entries;
        impl<'de> Visitor<'de> for Entries {
            type Value = Overrides;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a map of commands and their keys")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Overrides, A::Error> {
                let mut overrides = Vec::new();
                while let Some((Name(command), keys)) = map.next_entry::<Name, Vec<Sequence>>()? {
                    let keys = keys.into_iter().map(|Sequence(keys)| keys).collect();
                    overrides.push(Override { command, keys });
                }
                Ok(Overrides(overrides))
            }
        }
        deserializer.deserialize_map(Entries)
    }
}

impl<'de> Deserialize<'de> for Name {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let name = String::deserialize(deserializer)?;
        Command::named(&name).map(Self).ok_or_else(|| {
            D::Error::custom(format!("there is no command \"{name}\"; `seized keys` lists them"))
        })
    }
}

impl<'de> Deserialize<'de> for Sequence {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let notation = String::deserialize(deserializer)?;
        Key::read_all(&notation).map(Self).map_err(D::Error::custom)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::keys::command::Program;

    #[test]
    fn own_keys_are_read() {
        let text = "{\n  \"quit\": [\"q\", \"<C-q>\"], // comment\n  \"suspend\": [],\n}";
        let overrides = read_keys(text).expect("good keys");
        assert_eq!(overrides.len(), 2);
        assert_eq!(overrides[0].command, Command::Program(Program::Quit));
        assert_eq!(overrides[0].keys.len(), 2);
        assert!(overrides[1].keys.is_empty());
    }

    #[track_caller]
    fn refused(text: &str, line: usize, words: &str) {
        let error = read_keys(text).expect_err("bad keys");
        assert_eq!(error.line, line, "{error:?}");
        assert!(error.message.contains(words), "{error:?}");
    }

    #[test]
    fn what_is_wrong_is_said_with_its_line() {
        refused("{\n  \"quit\": [\"q\"],\n  \"fly\": [\"x\"],\n}", 3, "no command \"fly\"");
        refused("{\n  \"quit\": [\"<Nope>\"],\n}", 2, "<Nope> is no key");
        refused("{\n  \"quit\": [\"q\"\n}", 3, "xpected");
    }
}
