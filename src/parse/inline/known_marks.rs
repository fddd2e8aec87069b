//! The marks that the format knows. Knows evidence and clean texts, and guesses nothing.

use std::{collections::HashSet, ops::Range};

use crate::{
    document::{Certainty, Span},
    parse::{
        lines::{
            clean_text::CleanText,
            known::{Known, ranges},
        },
        marks::Placed,
        paragraphs::text::Text,
    },
};

/// The marks in stretches of text, each with its place.
pub(in crate::parse) fn placed(
    known: &Known<'_>,
    source: &str,
    stretches: &[&CleanText],
) -> Vec<Placed> {
    let defined: HashSet<&str> = known.notes.iter().map(|(_, mark)| *mark).collect();
    let mut placed = Vec::new();
    for (stretch, words) in stretches.iter().enumerate() {
        for (range, span) in ranges(words, &known.marks) {
            let label = label(source.get(span.range()).unwrap_or_default());
            let range = with_brackets(&words.text, range);
            let is_virtual = !defined.contains(label.as_str());
            let certainty = if is_virtual { Certainty::Weak } else { Certainty::Sure };
            placed.push(Placed { stretch, range, label, certainty, is_virtual });
        }
        for (range, span) in ranges(words, &known.doubtful_marks) {
            let label = label(source.get(span.range()).unwrap_or_default());
            let is_virtual = !defined.contains(label.as_str());
            placed.push(Placed { stretch, range, label, certainty: Certainty::Weak, is_virtual });
        }
    }
    placed.sort_by_key(|mark| (mark.stretch, mark.range.start));
    placed
}

/// The marks within paragraphs, and where they stand.
pub(in crate::parse) fn marks_within(
    text: &Text<'_>,
    paragraphs: &Range<usize>,
) -> Vec<(String, Span)> {
    if !text.known.knows_notes() {
        return Vec::new();
    }
    let known = &text.known.marks;
    let marks =
        paragraphs.clone().flat_map(|paragraph| text.lines_of(paragraph)).flat_map(|line| {
            let first = known.partition_point(|mark| mark.start < line.span.start);
            known[first..].iter().take_while(|mark| mark.end <= line.span.end)
        });
    marks.map(|mark| (label(text.source.get(mark.range()).unwrap_or_default()), *mark)).collect()
}

/// A mark takes with it the brackets around it, and one of two spaces.
fn with_brackets(text: &str, range: Range<usize>) -> Range<usize> {
    let before = text.get(..range.start).is_some_and(|text| text.ends_with('('));
    let after = text.get(range.end..).is_some_and(|text| text.starts_with(')'));
    let range = if before && after { range.start - 1..range.end + 1 } else { range };
    let before = text.get(..range.start).is_none_or(|text| text.is_empty() || text.ends_with(' '));
    let after = text.get(range.end..).is_some_and(|text| text.starts_with(' '));
    range.start..range.end + usize::from(before && after)
}

/// The number of a mark without what encloses it: `7` of `(7)`.
fn label(mark: &str) -> String {
    let inside = mark.trim().trim_matches(['(', ')', '[', ']', '/']);
    if inside.is_empty() { mark.trim().to_owned() } else { inside.to_owned() }
}
