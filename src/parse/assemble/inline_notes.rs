//! Footnotes that stand in brackets among the words, `(Footnote: A/77/379, para. 7.)`, as decisions of the
//! General Assembly are published. Knows the words of blocks, and no other note.

use std::ops::Range;

use crate::{
    document::{Certainty, Footnote, Span},
    parse::{lines::clean_text::CleanText, marks::Placed, words::Words},
};

/// A footnote among the words, and the bytes of the source that are only its label.
pub(super) struct InlineNote {
    pub(super) footnote: Footnote,
    pub(super) label: Span,
}

/// Finds such footnotes in the words of all blocks, each a stretch behind that of the title, and sets the
/// marks that they leave among the others. They have no numbers: they are counted on from `last`.
pub(super) fn find<'a>(
    blocks: impl Iterator<Item = &'a CleanText>,
    last: u32,
    placed: &mut Vec<Placed>,
) -> Vec<InlineNote> {
    let mut notes = Vec::new();
    for (index, words) in blocks.enumerate() {
        let stretch = index + 1;
        for Found { whole, label, inside } in within(&words.text) {
            let mark = (last as usize + notes.len() + 1).to_string();
            let is_inside = |other: &Placed| {
                other.stretch == stretch
                    && other.range.start < whole.end
                    && whole.start < other.range.end
            };
            placed.retain(|other| !is_inside(other));
            placed.push(Placed {
                stretch,
                range: whole,
                label: mark.clone(),
                certainty: Certainty::Sure,
                is_virtual: false,
            });
            let span = |range: &Range<usize>| {
                Span::new(words.source_of(range.start), words.source_of(range.end))
            };
            let text = words.text.get(inside.clone()).unwrap_or_default().to_owned();
            let footnote = Footnote {
                mark,
                antecedent: None,
                text,
                references: Vec::new(),
                italics: Vec::new(),
                span: span(&inside),
            };
            notes.push(InlineNote { footnote, label: span(&label) });
        }
    }
    if !notes.is_empty() {
        placed.sort_by_key(|mark| (mark.stretch, mark.range.start));
    }
    notes
}

/// One of them, as bytes of a text.
#[derive(Debug, PartialEq)]
struct Found {
    /// The brackets and the space before them included.
    whole: Range<usize>,
    /// The word that says what it is.
    label: Range<usize>,
    /// Its own words.
    inside: Range<usize>,
}

fn within(text: &str) -> Vec<Found> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(open) = text.get(at..).and_then(|rest| rest.find('(')) {
        let open = at + open;
        at = open + 1;
        let before = text.get(..open).unwrap_or_default().trim_end().len();
        let Some(note) = note_at(text, open).filter(|_| before > 0) else { continue };
        at = note.whole.end;
        found.push(Found { whole: before..note.whole.end, ..note });
    }
    found
}

/// The footnote that begins with a bracket, up to the bracket that closes it.
fn note_at(text: &str, open: usize) -> Option<Found> {
    let rest = text.get(open + 1..)?;
    let mut names = Words::all().flat_map(|words| words.footnote);
    let name = names.find(|name| {
        let start = rest.get(..name.len());
        start.is_some_and(|start| start.to_lowercase() == **name)
    })?;
    let behind = rest.get(name.len()..)?.strip_prefix(':')?;
    let mut depth = 0;
    let closes = |c: char| {
        depth += i32::from(c == '(') - i32::from(c == ')');
        depth < 0
    };
    let end = text.len() - behind.len() + behind.find(closes)?;
    let start = text.len() - behind.trim_start().len();
    let label = open + 1..open + 1 + name.len();
    Some(Found { whole: open..end + 1, label, inside: start..end })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn finds(text: &str, expected: &[(&str, &str)]) {
        let found = within(text);
        let words: Vec<(&str, &str)> = found
            .iter()
            .map(|note| (&text[note.whole.clone()], &text[note.inside.clone()]))
            .collect();
        assert_eq!(words, expected);
    }

    #[test]
    fn notes_in_brackets() {
        finds(
            "a draft decision, (Footnote: A/76/L.31) and another. (footnote: A/77/379, para. 7 (a).)",
            &[
                (" (Footnote: A/76/L.31)", "A/76/L.31"),
                (" (footnote: A/77/379, para. 7 (a).)", "A/77/379, para. 7 (a)."),
            ],
        );
    }

    #[test]
    fn what_is_no_note() {
        finds("(Footnote: it stands alone.)", &[]);
        finds("first report (A/76/250) of (footnotes: none)", &[]);
        finds("unclosed (Footnote: A/76/250", &[]);
    }
}
