//! One line of text being typed, with its cursor: for the search prompt and the palette. Knows not
//! what it is typed for.

use crate::app::{
    keys::key::{Code, Key, Named},
    reading::units::{Unit, next_start, previous_start},
};

/// A text and a cursor in it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Line {
    text: String,
    cursor: usize,
}

/// What a key did to a [`Line`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Edit {
    /// The text is another one.
    Changed,
    /// Only the cursor moved, if anything.
    Same,
    /// The person is done.
    Submit,
    /// The person wants none of it.
    Cancel,
    /// The key is no key of a line.
    NotMine,
}

impl Line {
    /// A line with the cursor at its end.
    #[must_use]
    pub fn new(text: impl Into<String>) -> Self {
        let text = text.into();
        Self { cursor: text.len(), text }
    }

    /// The text.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The cursor: a byte of the text.
    #[must_use]
    pub fn cursor(&self) -> usize {
        self.cursor
    }

    /// Types a text at the cursor; what would act on a terminal, such as the end of a line, as a
    /// space.
    pub fn insert(&mut self, typed: &str) {
        let clean: String = typed.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
        self.text.insert_str(self.cursor, &clean);
        self.cursor += clean.len();
    }

    /// Takes a key.
    pub fn press(&mut self, key: Key) -> Edit {
        if let Some(c) = key.typed() {
            self.insert(c.encode_utf8(&mut [0; 4]));
            return Edit::Changed;
        }
        match (key.code, key.ctrl) {
            (Code::Named(Named::Enter), _) | (Code::Char('m' | 'j'), true) => Edit::Submit,
            (Code::Named(Named::Esc), _) | (Code::Char('c' | 'g'), true) => Edit::Cancel,
            (Code::Named(Named::Backspace), false) | (Code::Char('h'), true) => {
                if self.text.is_empty() {
                    return Edit::Cancel;
                }
                self.delete(self.step(Unit::Character, false), self.cursor)
            }
            (Code::Named(Named::Delete), _) => {
                self.delete(self.cursor, self.step(Unit::Character, true))
            }
            (Code::Char('w'), true) | (Code::Named(Named::Backspace), true) => {
                self.delete(self.step(Unit::Word, false), self.cursor)
            }
            (Code::Char('u'), true) => self.delete(0, self.cursor),
            (Code::Char('k'), true) => self.delete(self.cursor, self.text.len()),
            (Code::Named(Named::Left), false) => self.go(self.step(Unit::Character, false)),
            (Code::Named(Named::Right), false) => self.go(self.step(Unit::Character, true)),
            (Code::Named(Named::Left), true) => self.go(self.step(Unit::Word, false)),
            (Code::Named(Named::Right), true) => self.go(self.step(Unit::Word, true)),
            (Code::Named(Named::Home), _) | (Code::Char('a'), true) => self.go(0),
            (Code::Named(Named::End), _) | (Code::Char('e'), true) => self.go(self.text.len()),
            _ => Edit::NotMine,
        }
    }

    fn step(&self, unit: Unit, forward: bool) -> usize {
        if forward {
            next_start(&self.text, self.cursor, unit).unwrap_or(self.text.len())
        } else {
            previous_start(&self.text, self.cursor, unit).unwrap_or(0)
        }
    }

    fn go(&mut self, cursor: usize) -> Edit {
        self.cursor = cursor;
        Edit::Same
    }

    fn delete(&mut self, from: usize, to: usize) -> Edit {
        self.text.replace_range(from..to, "");
        self.cursor = from;
        Edit::Changed
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn types(keys: &str, text: &str, last: Edit) {
        let mut line = Line::new("");
        let edits = Key::read_all(keys).expect("keys").into_iter().map(|key| line.press(key));
        assert_eq!(edits.last(), Some(last), "{keys}");
        assert_eq!(line.text(), text, "{keys}");
    }

    #[test]
    fn a_line_is_edited() {
        types("note<Enter>", "note", Edit::Submit);
        types("notse<Left><Backspace>", "note", Edit::Changed);
        types("take note<C-w>", "take ", Edit::Changed);
        types("take note<C-u>", "", Edit::Changed);
        types("été<Left><Left><Del>", "éé", Edit::Changed);
        types("a<Backspace><Backspace>", "", Edit::Cancel);
        types("<Tab>", "", Edit::NotMine);
    }
}
