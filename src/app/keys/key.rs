//! A key press, and its notation: `j`, `}`, `<C-d>`, `<S-Tab>`, `<A-Left>`, `<Space>`, `gg` for two.
//! Knows nothing of terminals; `term` translates into it.

use std::fmt;

/// What was pressed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Code {
    /// A character, with Shift already in it: `G`.
    Char(char),
    /// A function key.
    F(u8),
    /// A key with a name.
    Named(Named),
}

/// Keys that type nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[allow(missing_docs, reason = "they say it themselves")]
pub enum Named {
    Enter,
    Esc,
    Tab,
    Backspace,
    Delete,
    Insert,
    Up,
    Down,
    Left,
    Right,
    Home,
    End,
    PageUp,
    PageDown,
}

/// A key with its modifiers. Shift is set for named keys only.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Key {
    /// What was pressed.
    pub code: Code,
    /// With Control.
    pub ctrl: bool,
    /// With Alt or Meta.
    pub alt: bool,
    /// With Shift.
    pub shift: bool,
}

const NAMES: [(&str, Code); 16] = [
    ("Enter", Code::Named(Named::Enter)),
    ("Esc", Code::Named(Named::Esc)),
    ("Tab", Code::Named(Named::Tab)),
    ("Backspace", Code::Named(Named::Backspace)),
    ("Del", Code::Named(Named::Delete)),
    ("Ins", Code::Named(Named::Insert)),
    ("Up", Code::Named(Named::Up)),
    ("Down", Code::Named(Named::Down)),
    ("Left", Code::Named(Named::Left)),
    ("Right", Code::Named(Named::Right)),
    ("Home", Code::Named(Named::Home)),
    ("End", Code::Named(Named::End)),
    ("PgUp", Code::Named(Named::PageUp)),
    ("PgDn", Code::Named(Named::PageDown)),
    ("Space", Code::Char(' ')),
    ("lt", Code::Char('<')),
];

impl Key {
    /// A key without modifiers.
    #[must_use]
    pub const fn plain(code: Code) -> Self {
        Self { code, ctrl: false, alt: false, shift: false }
    }

    /// A character without modifiers.
    #[must_use]
    pub const fn char(c: char) -> Self {
        Self::plain(Code::Char(c))
    }

    /// A letter with Ctrl.
    #[must_use]
    pub const fn ctrl(c: char) -> Self {
        Self { ctrl: true, ..Self::char(c) }
    }

    /// A named key without modifiers.
    #[must_use]
    pub const fn named(name: Named) -> Self {
        Self::plain(Code::Named(name))
    }

    /// The character this key types, if it types one.
    #[must_use]
    pub const fn typed(self) -> Option<char> {
        match self.code {
            Code::Char(c) if !self.ctrl && !self.alt => Some(c),
            _ => None,
        }
    }

    /// Reads a sequence of keys: `gg`, `<C-w>j`.
    ///
    /// # Errors
    /// What in the sequence is not a key, in words for a person.
    pub fn read_all(sequence: &str) -> Result<Vec<Self>, String> {
        let mut keys = Vec::new();
        let mut rest = sequence;
        while let Some(c) = rest.chars().next() {
            let (key, after) = match (c, rest.find('>')) {
                ('<', Some(end)) if end > 1 => (Self::read_named(&rest[1..end])?, &rest[end + 1..]),
                _ => (Self::char(c), &rest[c.len_utf8()..]),
            };
            keys.push(key);
            rest = after;
        }
        if keys.is_empty() { Err("no key is named".into()) } else { Ok(keys) }
    }

    /// Reads what stands between `<` and `>`: `C-d`, `S-Tab`, `F1`.
    fn read_named(name: &str) -> Result<Self, String> {
        let mut key = Self::char(' ');
        let mut rest = name;
        while let Some((modifier, after)) =
            rest.split_once('-').filter(|(_, after)| !after.is_empty())
        {
            match modifier {
                "C" | "c" => key.ctrl = true,
                "A" | "a" | "M" | "m" => key.alt = true,
                "S" | "s" => key.shift = true,
                _ => return Err(format!("<{name}> has no modifier {modifier}- (C-, A- or S-)")),
            }
            rest = after;
        }
        let mut chars = rest.chars();
        key.code = match (chars.next(), chars.next()) {
            (Some(c), None) => Code::Char(c),
            (Some('F' | 'f'), Some(_)) if rest[1..].parse::<u8>().is_ok() => {
                Code::F(rest[1..].parse().unwrap_or(1))
            }
            _ => NAMES
                .iter()
                .find(|(known, _)| known.eq_ignore_ascii_case(rest))
                .map(|&(_, code)| code)
                .ok_or_else(|| format!("<{name}> is no key"))?,
        };
        if let (Code::Char(c), true) = (key.code, key.shift) {
            key = Self { code: Code::Char(c.to_ascii_uppercase()), shift: false, ..key };
        }
        Ok(key)
    }

    /// A sequence as it is written.
    #[must_use]
    pub fn write_all(keys: &[Self]) -> String {
        keys.iter().map(ToString::to_string).collect()
    }
}

impl fmt::Display for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let named = NAMES.iter().find(|(_, code)| *code == self.code).map(|(name, _)| *name);
        let name = match (self.code, named) {
            (Code::F(n), _) => format!("F{n}"),
            (_, Some(name)) => name.to_owned(),
            (Code::Char(c), None) if !self.ctrl && !self.alt => return write!(f, "{c}"),
            (Code::Char(c), None) => c.to_string(),
            (Code::Named(_), None) => return Err(fmt::Error), // every named key has a name
        };
        let on = |is: bool, prefix| if is { prefix } else { "" };
        write!(f, "<{}{}{}{name}>", on(self.ctrl, "C-"), on(self.alt, "A-"), on(self.shift, "S-"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn notation_is_read_and_written_alike() {
        for notation in [
            "j", "G", "}", "gg", "<C-d>", "<S-Tab>", "<A-Left>", "<Space>", "<lt>", "<F1>",
            "<C-w>j",
        ] {
            let keys = Key::read_all(notation).expect(notation);
            assert_eq!(Key::write_all(&keys), notation);
        }
    }

    #[test]
    fn what_is_no_key_is_said() {
        for wrong in ["", "<Nope>", "<X-a>", "<C-Nope>"] {
            assert!(Key::read_all(wrong).is_err(), "{wrong:?}");
        }
    }
}
