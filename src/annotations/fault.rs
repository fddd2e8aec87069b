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
    /// Of which byte line and column are known.
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
        let passed = &self.text[self.done..at];
        let last_line = passed.rfind('\n').map_or(passed, |feed| {
            self.line += memchr::memchr_iter(b'\n', passed.as_bytes()).count();
            self.column = 1;
            &passed[feed + 1..]
        });
        self.column += last_line.chars().count();
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
    fn lines_and_columns_count_from_one_and_in_characters() {
        let text = "aé\u{1f600}b\n\nc";
        let places: Vec<usize> =
            text.char_indices().map(|(at, _)| at).chain([text.len()]).collect();
        let expected = [(1, 1), (1, 2), (1, 3), (1, 4), (1, 5), (2, 1), (3, 1), (3, 2)];
        let mut asked = Places::new(text);
        let found: Vec<_> = places.iter().map(|at| asked.of(*at)).collect();
        assert_eq!(found, expected);
        // In any order, more than once, within a character, and beyond the end.
        for (at, place) in places.iter().zip(expected).rev() {
            assert_eq!((asked.of(*at), asked.of(*at)), (place, place));
        }
        assert_eq!(asked.of(4), (1, 3));
        assert_eq!(asked.of(999), (3, 2));
    }

    /// Counted from the start of the line each time, it would be 4 million million characters.
    #[test]
    fn a_million_places_in_one_line_are_counted_on_from_each_other() {
        let text = "a b c d ".repeat(1_000_000);
        let mut places = Places::new(&text);
        for at in (0..text.len()).step_by(8) {
            assert_eq!(places.of(at), (1, at + 1));
        }
    }
}
