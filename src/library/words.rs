//! The words of a segment: all different ones, sorted, a line each. Knows lines; what they mean, the segment
//! knows.

use std::ops::Range;

use memchr::memmem;

/// Sorted words, a line feed before and after each. A word is known by its number in that order.
#[derive(Debug, Default)]
pub(super) struct Words {
    lines: Vec<u8>,
}

impl Words {
    /// Those that were written so.
    pub(super) const fn new(lines: Vec<u8>) -> Self {
        Self { lines }
    }

    /// The number of the word that begins at a byte.
    fn number(&self, start: usize) -> u32 {
        let before = self.lines.get(..start).unwrap_or_default();
        let before = memchr::memchr_iter(b'\n', before).count();
        u32::try_from(before.saturating_sub(1)).unwrap_or(u32::MAX)
    }

    /// The line that a byte stands in: from its first byte to the line feed behind it.
    fn line_around(&self, at: usize) -> Range<usize> {
        let before = self.lines.get(..at).unwrap_or_default();
        let start = memchr::memrchr(b'\n', before).map_or(0, |feed| feed + 1);
        let rest = self.lines.get(at..).unwrap_or_default();
        let end = memchr::memchr(b'\n', rest).map_or(self.lines.len(), |length| at + length);
        start..end
    }

    /// Where the first word begins that is not less than a text.
    fn lower_bound(&self, text: &[u8]) -> usize {
        let (mut low, mut high) = (1, self.lines.len().max(1));
        while low < high {
            let line = self.line_around(usize::midpoint(low, high));
            match self.lines.get(line.clone()) {
                Some(word) if word < text => low = line.end + 1,
                _ => high = line.start,
            }
        }
        low
    }

    /// The word that is exactly this.
    pub(super) fn exactly(&self, word: &str) -> Option<u32> {
        let start = self.lower_bound(word.as_bytes());
        let line = self.lines.get(start..).and_then(|rest| rest.strip_prefix(word.as_bytes()));
        line.is_some_and(|rest| rest.starts_with(b"\n")).then(|| self.number(start))
    }

    /// The words that begin with a text, as they stand in order, each given to `is_wanted`.
    pub(super) fn starting(&self, text: &str, is_wanted: impl Fn(&str) -> bool) -> Vec<u32> {
        let mut found = Vec::new();
        let mut at = self.lower_bound(text.as_bytes());
        let mut number = self.number(at);
        while at < self.lines.len() {
            let line = self.line_around(at);
            let word = self.lines.get(line.clone()).unwrap_or_default();
            if !word.starts_with(text.as_bytes()) {
                break;
            }
            if str::from_utf8(word).is_ok_and(&is_wanted) {
                found.push(number);
            }
            number += 1;
            at = line.end + 1;
        }
        found
    }

    /// The words that have a text in them, each given to `is_wanted` with where it stands.
    pub(super) fn having(
        &self,
        text: &str,
        most: usize,
        is_wanted: impl Fn(&str, usize) -> bool,
    ) -> Option<Vec<u32>> {
        let mut found: Vec<u32> = Vec::new();
        let (mut counted, mut number) = (0, 0_usize);
        for at in memmem::find_iter(&self.lines, text.as_bytes()) {
            let line = self.line_around(at);
            number += memchr::memchr_iter(b'\n', &self.lines[counted..line.start]).count();
            counted = line.start;
            let word = u32::try_from(number - 1).unwrap_or(u32::MAX);
            let is_word = str::from_utf8(&self.lines[line.clone()])
                .is_ok_and(|word| is_wanted(word, at - line.start));
            if is_word && found.last() != Some(&word) {
                if found.len() == most {
                    return None;
                }
                found.push(word);
            }
        }
        Some(found)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_found_by_what_they_are_begin_with_and_have() {
        let words = Words::new(b"\nea\neair\nehair\neright\nerights\n".to_vec());
        assert_eq!(words.exactly("ea"), Some(0));
        assert_eq!(words.exactly("erights"), Some(4));
        assert_eq!(words.exactly("erig"), None);
        assert_eq!(words.exactly("z"), None);
        assert_eq!(words.starting("eri", |_| true), [3, 4]);
        assert_eq!(words.starting("ea", |word| word.len() > 2), [1]);
        assert_eq!(words.having("air", 9, |_, _| true), Some(vec![1, 2]));
        assert_eq!(words.having("r", 9, |word, at| at + 1 == word.len()), Some(vec![1, 2]));
        assert_eq!(words.having("r", 1, |_, _| true), None);
        assert_eq!(Words::new(b"\n".to_vec()).starting("a", |_| true), [0; 0]);
    }
}
