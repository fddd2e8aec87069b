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
    column: usize,
}

impl<'a> Places<'a> {
    /// Those of a text.
    #[must_use]
    pub const fn new(text: &'a str) -> Self {
        Self { text, done: 0, line: 1, column: 1 }
    }

    /// Line and column of a byte, both counted from 1, the column in characters.
    pub fn of(&mut self, at: usize) -> (usize, usize) {
        let at = self.text.floor_char_boundary(at);
        if at < self.done {
            *self = Self::new(self.text);
        }
        let since = self.text.get(self.done..at).unwrap_or_default();
        let (lines, last) = match since.rsplit_once('\n') {
            Some((before, last)) => {
                (memchr::memchr_iter(b'\n', before.as_bytes()).count() + 1, last)
            }
            None => (0, since),
        };
        if lines > 0 {
            (self.line, self.column) = (self.line + lines, 1);
        }
        self.column += last.chars().count();
        self.done = at;
        (self.line, self.column)
    }

    /// What is wrong at a byte.
    pub(super) fn fault(&mut self, at: usize, message: String) -> Fault {
        let (line, column) = self.of(at);
        Fault { line, column, message }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_and_columns_are_counted_from_one_in_any_order() {
        let mut places = Places::new("é1\n\nab");
        assert_eq!(
            [0, 2, 3, 4, 5, 7].map(|at| places.of(at)),
            [(1, 1), (1, 2), (1, 3), (2, 1), (3, 1), (3, 3)]
        );
        // Back again, and within a character.
        assert_eq!([5, 1, 1, 3].map(|at| places.of(at)), [(3, 1), (1, 1), (1, 1), (1, 3)]);
        assert_eq!(places.of(99), (3, 3));
    }
}
