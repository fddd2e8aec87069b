//! What two renderings of one text have in common: letters, digits and punctuation, without white
//! space, with quotation marks and dashes made alike.

use std::ops::Range;

/// A character as every rendering has it; nothing for white space and for what cannot be seen.
const fn alike(c: char) -> Option<char> {
    Some(match c {
        '\u{2018}' | '\u{2019}' | '\u{201a}' | '\u{201b}' | '\u{2032}' => '\'',
        '\u{201c}' | '\u{201d}' | '\u{201e}' | '\u{ab}' | '\u{bb}' | '\u{2033}' => '"',
        '\u{2010}'..='\u{2015}' | '\u{2212}' => '-',
        // Soft hyphens, joiners and marks of direction; the stretching and the vowels of Arabic.
        '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' => {
            return None;
        }
        '\u{feff}' | '\u{640}' | '\u{64b}'..='\u{652}' => return None,
        c if c.is_whitespace() => return None,
        c => c,
    })
}

/// A text without what renderings differ in.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ComparableText {
    /// What is left.
    pub text: String,
    /// For each byte of it, where its character stands in the text it was made of.
    origin: Vec<Range<u32>>,
}

impl ComparableText {
    /// Makes a text comparable and remembers where everything was.
    #[must_use]
    pub fn new(text: &str) -> Self {
        let mut made = Self { text: String::with_capacity(text.len()), origin: Vec::new() };
        made.origin.reserve(text.len());
        for (at, c) in text.char_indices() {
            let Some(alike) = alike(c) else { continue };
            made.text.push(alike);
            let (start, end) = (clipped(at), clipped(at + c.len_utf8()));
            made.origin.resize(made.text.len(), start..end);
        }
        made
    }

    /// Where a range of the comparable text was, in bytes of the text it was made of; nothing where it
    /// is empty or beyond the end.
    #[must_use]
    pub fn origin(&self, range: &Range<usize>) -> Option<Range<usize>> {
        if range.is_empty() {
            return None;
        }
        let first = self.origin.get(range.start)?;
        let last = self.origin.get(range.end.checked_sub(1)?)?;
        Some(first.start as usize..last.end as usize)
    }
}

/// Texts end long before 4 GiB; one that does not is found in its first 4 GiB.
fn clipped(at: usize) -> u32 {
    u32::try_from(at).unwrap_or(u32::MAX)
}

/// A text made comparable, where nothing need be found in it.
#[must_use]
pub fn comparable(text: &str) -> String {
    text.chars().filter_map(alike).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spaces_quotation_marks_dashes_and_what_is_unseen_do_not_count() {
        assert_eq!(comparable("“A\u{a0}b” – c\u{ad}d"), comparable("\"A b\" - cd"));
        assert_eq!(comparable("l’État"), comparable("l'État"));
        assert_eq!(comparable("\u{feff}مُحَمَّد\u{200f}"), comparable("محمد"));
        assert_ne!(comparable("a, b"), comparable("a b"));
        assert_ne!(comparable("The"), comparable("the"));
    }

    #[test]
    fn what_is_found_stands_somewhere_in_the_text() {
        let text = "On\u{a0}the “état” day";
        let made = ComparableText::new(text);
        assert_eq!(made.text, comparable(text));
        let at = made.text.find("\"état\"").expect("it is there");
        let range = made.origin(&(at..at + "\"état\"".len())).expect("a place");
        assert_eq!(text.get(range), Some("“état”"));
        assert_eq!(made.origin(&(0..made.text.len())), Some(0..text.len()));
        assert_eq!(made.origin(&(0..made.text.len() + 1)), None);
        assert_eq!(made.origin(&(0..0)), None);
        assert_eq!(made.origin(&(3..3)), None);
    }
}
