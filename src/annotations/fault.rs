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

/// Turns bytes of a text into lines and columns. Asked in the order of the text, each byte is looked
/// at once.
pub struct Places<'a> {
    text: &'a str,
    done: usize,
    line: usize,
    line_start: usize,
}

impl<'a> Places<'a> {
    /// Those of a text.
    #[must_use]
    pub const fn new(text: &'a str) -> Self {
        Self { text, done: 0, line: 1, line_start: 0 }
    }

    /// Line and column of a byte, both counted from 1, the column in characters.
    pub fn of(&mut self, at: usize) -> (usize, usize) {
        let at = self.text.floor_char_boundary(at);
        if at < self.done {
            *self = Self::new(self.text);
        }
        for feed in memchr::memchr_iter(b'\n', &self.text.as_bytes()[self.done..at]) {
            self.line += 1;
            self.line_start = self.done + feed + 1;
        }
        self.done = at;
        (self.line, self.text[self.line_start..at].chars().count() + 1)
    }

    /// What is wrong at a byte.
    pub(super) fn fault(&mut self, at: usize, message: String) -> Fault {
        let (line, column) = self.of(at);
        Fault { line, column, message }
    }
}
