//! What is wrong with a text, and where, for a person. Knows lines and columns, not what was read.

/// What cannot be read, and where: line and column count from 1.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// The line.
    pub line: usize,
    /// The column, in characters.
    pub column: usize,
    /// What is wrong.
    pub message: String,
}

impl std::fmt::Display for Fault {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}:{}: {}", self.line, self.column, self.message)
    }
}

/// Turns bytes into lines and columns, going forwards through a text once.
pub(super) struct Places<'a> {
    text: &'a str,
    done: usize,
    line: usize,
    line_start: usize,
}

impl<'a> Places<'a> {
    pub(super) const fn new(text: &'a str) -> Self {
        Self { text, done: 0, line: 1, line_start: 0 }
    }

    pub(super) fn fault(&mut self, at: usize, message: String) -> Fault {
        let at = self.text.floor_char_boundary(at);
        for feed in memchr::memchr_iter(b'\n', &self.text.as_bytes()[self.done..at]) {
            self.line += 1;
            self.line_start = self.done + feed + 1;
        }
        self.done = at;
        let column = self.text[self.line_start..at].chars().count() + 1;
        Fault { line: self.line, column, message }
    }
}
