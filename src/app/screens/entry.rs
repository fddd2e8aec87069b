//! An entry of a list, its columns, and which entries have the letters that were typed. Knows no screen.

use std::{borrow::Cow, ops::Range};

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
    /// Whether of long words those around what is marked are shown, and not the first.
    pub is_excerpt: bool,
    /// Bytes at the beginning of its words that are its name, which has no column.
    pub name: usize,
}

/// Bytes of a text that are shown before what is marked in it, at most.
const BEFORE: usize = 72;
/// What is marked further on than this, in cells, is not looked for by whoever reads along an entry.
const FAR: usize = 150;
/// What stands before the words of an excerpt that are not the first.
const LEFT_OUT: &str = "… ";
/// What stands between a name and the words behind it.
const BEHIND_NAME: &str = "  ";

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

    /// It as it is shown in rows of so many cells: behind this name, where there is no column for it; of long words those
    /// around what is marked.
    #[must_use]
    pub fn as_shown(&self, name: Option<&str>, room: u16) -> Cow<'_, Self> {
        let name = name.filter(|name| !name.is_empty() && !self.text.contains(name));
        let before = name.map_or(0, |name| layout::width(name) + BEHIND_NAME.len());
        let from = self.first_shown(usize::from(room), before);
        if name.is_none() && from == 0 {
            return Cow::Borrowed(self);
        }
        let mut before = name.map_or_else(String::new, |name| format!("{name}{BEHIND_NAME}"));
        let name = name.map_or(0, str::len);
        if from > 0 {
            before.push_str(LEFT_OUT);
        }
        let moved = |at: usize| before.len() + at.saturating_sub(from);
        let marked = self.marked.iter().map(|range| moved(range.start)..moved(range.end)).collect();
        let text = format!("{before}{}", &self.text[from..]);
        Cow::Owned(Self { text, marked, name, ..self.clone() })
    }

    /// Where its words begin, in bytes, so that what is marked is seen in rows of so many cells, of which so many are
    /// taken.
    fn first_shown(&self, room: usize, taken: usize) -> usize {
        let Some(first) = self.marked.first().map(|range| range.start).filter(|_| self.is_excerpt)
        else {
            return 0;
        };
        // In half of the last row it is still seen whole, for the most part.
        let seen = (room * self.most_rows.max(1)).saturating_sub(room / 2 + taken).min(FAR);
        if first <= seen || first < 4 * FAR && layout::width(&self.text[..first]) <= seen {
            return 0;
        }
        let near = self.text.floor_char_boundary(first - BEFORE.min(room).min(first));
        self.text[near..first].find(' ').map_or(near, |space| near + space + 1)
    }
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

    /// A text of 25 words and then `human`, which is marked.
    fn far() -> Entry {
        let text = format!("{}human rights defenders", "Recalling all of it, ".repeat(5));
        let at = text.find("human").expect("there");
        let marked = std::iter::once(at..at + 5).collect();
        Entry { text, marked, most_rows: 3, is_excerpt: true, ..Entry::default() }
    }

    #[track_caller]
    fn shows(entry: &Entry, name: Option<&str>, room: u16, words: &str) {
        let shown = entry.as_shown(name, room);
        assert!(shown.text.starts_with(words), "{}", shown.text);
        assert_eq!(&shown.text[shown.marked[0].clone()], "human");
        assert_eq!(&shown.text[..shown.name], name.unwrap_or_default());
    }

    #[test]
    fn of_a_long_text_what_is_marked_is_seen() {
        let entry = far();
        // 105 cells before it: in the third row of 45 cells, and beyond three of 40.
        shows(&entry, None, 45, "Recalling all of it, Recalling");
        shows(&entry, None, 40, "… all of it, Recalling all of it, human");
        let first = Entry { is_excerpt: false, ..entry.clone() };
        shows(&first, None, 20, "Recalling all of it, Recalling");
        let marked = std::iter::once(4..9).collect();
        let near = Entry { marked, text: "the human rights".into(), ..entry };
        shows(&near, None, 20, "the human rights");
        assert!(matches!(near.as_shown(None, 20), Cow::Borrowed(_)));
    }

    #[test]
    fn a_name_that_has_no_column_stands_before_the_words() {
        let entry = far();
        shows(&entry, Some("72/247"), 45, "72/247  Recalling all of it");
        shows(
            &entry,
            Some("72/247"),
            44,
            "72/247  … Recalling all of it, Recalling all of it, human",
        );
        // Who is named in the words is not named twice.
        assert!(matches!(entry.as_shown(Some("defenders"), 45), Cow::Borrowed(_)));
        let untitled = Entry::default();
        assert_eq!(untitled.as_shown(Some("S/RES/2777"), 30).text, "S/RES/2777  ");
        assert!(matches!(untitled.as_shown(Some(""), 30), Cow::Borrowed(_)));
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
