//! An entry of a list, its columns, and which entries have the letters that were typed. Knows no screen.

use std::ops::Range;

use nucleo_matcher::{
    Config, Matcher, Utf32Str,
    pattern::{AtomKind, CaseMatching, Normalization, Pattern},
};

use crate::layout;

/// Something in a list.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Entry {
    /// What stands in front of its words, a text a column.
    pub lead: Vec<String>,
    /// Its words.
    pub text: String,
    /// The bytes of them that are to be seen at once: what was found, what differs.
    pub marked: Vec<Range<usize>>,
    /// What stands at the right edge of its first row.
    pub tail: String,
    /// The rows that its words may take; what does not fit is cut off.
    pub most_rows: usize,
    /// Whether it is the heading of those below it. Nobody chooses a heading.
    pub is_heading: bool,
}

/// Bytes of a text that are shown before what is marked in it.
const BEFORE: usize = 72;
/// What is marked further on than this, in bytes, is not seen in the few rows of an entry.
const FAR: usize = 150;

/// Cells that the words of an entry need to be read at all.
pub(super) const LEAST_WORDS: u16 = 8;
/// Cells between the words and what stands at the right edge.
const BEFORE_TAIL: u16 = 2;

impl Entry {
    /// What stands at its right edge, and the cells of it, where `room` cells behind its columns are enough for that and
    /// for words.
    #[must_use]
    pub fn tail_in(&self, room: u16) -> Option<(&str, u16)> {
        let cells = u16::try_from(layout::width(&self.tail)).ok().filter(|cells| *cells > 0)?;
        let is_room = LEAST_WORDS + BEFORE_TAIL <= room.checked_sub(cells)?;
        is_room.then_some((self.tail.as_str(), cells))
    }

    /// The same with words from the middle of a text, where what is marked in them stands far from its beginning.
    #[must_use]
    pub fn around_marks(mut self) -> Self {
        let Some(first) = self.marked.first().map(|range| range.start).filter(|&at| at > FAR)
        else {
            return self;
        };
        let near = self.text.floor_char_boundary(first - BEFORE);
        let from = self.text[near..first].find(' ').map_or(near, |space| near + space + 1);
        const SIGN: &str = "… ";
        let moved = |at: usize| at - from + SIGN.len();
        self.text = format!("{SIGN}{}", &self.text[from..]);
        self.marked = self.marked.iter().map(|r| moved(r.start)..moved(r.end)).collect();
        self
    }
}

/// A column in front of the words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Column {
    /// Its widest text, in cells.
    pub most: u16,
    /// The narrowest list in which there is room for it, in cells.
    pub from: u16,
    /// Whether it is what an entry is known by.
    pub is_name: bool,
}

/// The entries that fit what is typed: names that have its letters in this order, texts that have its words; best
/// first where there are no headings. A heading stays where something below it does.
pub(super) fn fitting(entries: &[Entry], typed: &str) -> Vec<usize> {
    let typed = typed.trim();
    if typed.is_empty() {
        return (0..entries.len()).collect();
    }
    let mut matcher = Matcher::new(Config::DEFAULT);
    let letters = Pattern::parse(typed, CaseMatching::Smart, Normalization::Smart);
    let words = Pattern::new(typed, CaseMatching::Smart, Normalization::Smart, AtomKind::Substring);
    let (mut buffer, mut text) = (Vec::new(), String::new());
    let mut score = |entry: &Entry| {
        // Nearly every sentence has any few letters in this order; of what has a name they say which is meant.
        let named = entry.lead.first().filter(|_| entry.most_rows <= 1).and_then(|name| {
            text.clear();
            text.extend([name.as_str(), " ", entry.text.as_str()]);
            letters.score(Utf32Str::new(&text, &mut buffer), &mut matcher)
        });
        named.or_else(|| {
            text.clear();
            for part in entry.lead.iter().chain([&entry.text, &entry.tail]) {
                text.extend([part.as_str(), " "]);
            }
            words.score(Utf32Str::new(&text, &mut buffer), &mut matcher)
        })
    };
    let has_headings = entries.iter().any(|entry| entry.is_heading);
    let mut found: Vec<(usize, u32)> = Vec::new();
    let mut heading = None;
    for (index, entry) in entries.iter().enumerate() {
        if entry.is_heading {
            heading = Some(index);
        } else if let Some(score) = score(entry) {
            found.extend(heading.take().map(|heading| (heading, 0)));
            found.push((index, score));
        }
    }
    if !has_headings {
        found.sort_by_key(|&(_, score)| std::cmp::Reverse(score));
    }
    found.into_iter().map(|(index, _)| index).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn of_a_long_text_what_is_marked_is_seen() {
        let text = format!(
            "{}the human rights defenders of the world",
            "Recalling all of it, ".repeat(20)
        );
        let at = text.find("human").expect("there");
        let entry =
            Entry { marked: std::iter::once(at..at + 5).collect(), text, ..Entry::default() }
                .around_marks();
        assert!(entry.text.starts_with("… ") && entry.text.len() < 160, "{}", entry.text);
        assert_eq!(&entry.text[entry.marked[0].clone()], "human");
        let near = Entry {
            marked: std::iter::once(4..9).collect(),
            text: "the human rights".into(),
            ..Entry::default()
        };
        assert_eq!(near.clone().around_marks(), near);
    }

    #[test]
    fn what_stands_at_the_edge_leaves_room_for_words() {
        let entry = Entry { tail: "2× since 2017".into(), ..Entry::default() };
        assert_eq!(entry.tail_in(23), Some(("2× since 2017", 13)));
        assert_eq!(entry.tail_in(22), None);
        assert_eq!(entry.tail_in(5), None);
        assert_eq!(Entry::default().tail_in(80), None);
    }
}
