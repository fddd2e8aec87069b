//! Footnotes, which stand in the text at their marks, and marks that repeat one.

use super::Reader;
use crate::{
    manuscript::Fact,
    source::{composer::Paragraph, xml::Tag},
};

/// A footnote whose end has not come.
#[derive(Debug)]
pub(super) struct Note {
    pub(super) label: String,
    pub(super) words: Paragraph,
}

impl Reader {
    pub(super) fn begin_note(&mut self, start: &Tag<'_>) {
        let label = start.attribute("marker").unwrap_or_default().trim().to_owned();
        // A note that nothing in the text leads to says so.
        if start.attribute("class").as_deref() != Some("unmarked") {
            self.target().mark(&label);
        }
        self.open_notes.push(Note { label, words: Paragraph::default() });
    }

    pub(super) fn end_note(&mut self) {
        self.notes.extend(self.open_notes.pop());
    }

    /// A number or stars set high lead to a footnote: one that was marked before.
    pub(super) fn end_superscript(&mut self, at: usize, class: &str) {
        let target = self.target();
        let label = target.from(at).trim().trim_matches(['(', ')']);
        let is_number = !label.is_empty() && label.bytes().all(|byte| byte.is_ascii_digit());
        let is_stars = !label.is_empty() && label.bytes().all(|byte| byte == b'*');
        if class == "doubtful" {
            target.state(at, Fact::DoubtfulMark);
        } else if is_number || is_stars || class == "mark" {
            target.state(at, Fact::Mark);
        }
    }
}

/// The bytes of a footnote's words that print its mark once more: `1 Text`, `() Text`.
pub(super) fn printed_label(words: &str, label: &str) -> usize {
    let text = words.trim_start();
    let lead = words.len() - text.len();
    let rest = text.strip_prefix("()").map_or(text, str::trim_start);
    let rest = rest.strip_prefix('(').unwrap_or(rest);
    let rest = rest.strip_prefix(label).unwrap_or(rest);
    let rest = rest.strip_prefix(')').unwrap_or(rest);
    let is_set_apart = rest.starts_with(char::is_whitespace) || text.starts_with("()");
    if is_set_apart { lead + text.len() - rest.trim_start().len() } else { lead }
}

/// Whether no two footnotes have one mark.
pub(super) fn are_distinct(notes: &[Note]) -> bool {
    let mut labels: Vec<&str> = notes.iter().map(|note| note.label.as_str()).collect();
    labels.sort_unstable();
    labels.windows(2).all(|pair| pair[0] != pair[1])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_footnote_may_print_its_mark() {
        let strips = |words: &str, label| words[printed_label(words, label)..].to_owned();
        assert_eq!(strips("\t()\tنص", "1"), "نص");
        assert_eq!(strips("(1) نص", "1"), "نص");
        assert_eq!(strips("1 Resolution 2/3.", "1"), "Resolution 2/3.");
        assert_eq!(strips("12 members", "1"), "12 members");
        assert_eq!(strips(" A/74/11.", "1"), "A/74/11.");
    }
}
