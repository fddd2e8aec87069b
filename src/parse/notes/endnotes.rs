//! Footnotes behind the text: where they begin, and which paragraphs they are (grammar.md §4, A).
//! Knows paragraphs by their facts, not the marks.

use std::ops::Range;

use super::{
    candidate::{Candidate, candidate},
    chain::chained,
    note::Note,
};
use crate::parse::{
    lines::section_line::part_letter,
    paragraphs::text::Text,
    words::{Words, set_phrases},
};

/// The footnotes of a document, in order, and which paragraphs are theirs.
pub(in crate::parse) fn find_behind_text(text: &Text<'_>) -> (Vec<Note>, Vec<bool>) {
    let count = text.count();
    let tail = tail(text, 0..count);
    let counts_on = (tail..count).any(|i| text.is_vote(i));
    let candidates: Vec<Candidate> = (0..count)
        .filter(|&i| i >= tail || is_old_note(text.first_line(i)))
        .filter_map(|i| candidate(i, text.first_line(i), text.is_tabbed(i)))
        .collect();
    let mut notes = chained(&candidates, tail..count, counts_on);
    if notes.first().is_none_or(|note| note.paragraphs.start >= tail) {
        notes.splice(0..0, before_the_next(text));
    }
    for note in &mut notes {
        let range = note.paragraphs.clone();
        let text = range.clone().skip(1).find(|&i| begins_another_part(text, i));
        note.paragraphs.end = text.unwrap_or(range.end);
    }
    let mut is_note = vec![false; count];
    for note in &notes {
        is_note[note.paragraphs.clone()].fill(true);
    }
    (notes, is_note)
}

/// The footnotes of all resolutions of a file but the last: behind the text of each, before the
/// head of the next. A paragraph each: what follows the last may be that head.
fn before_the_next(text: &Text<'_>) -> Vec<Note> {
    let is_formula = |&i: &usize| text.formula(i).is_some();
    let formulas: Vec<usize> = (0..text.count()).filter(is_formula).collect();
    let mut notes = Vec::new();
    for (from, to) in formulas.iter().zip(formulas.iter().skip(1)) {
        let tail = tail(text, *from..*to);
        let candidates: Vec<Candidate> = (tail..*to)
            .filter_map(|i| candidate(i, text.first_line(i), text.is_tabbed(i)))
            .collect();
        notes.extend(chained(&candidates, 0..0, false));
    }
    notes
}

/// The first paragraph behind the text of a resolution: what has a number of its own, the formula
/// and the meeting line are text, and so is all before the last of them.
fn tail(text: &Text<'_>, within: Range<usize>) -> usize {
    let is_text = |i: usize| {
        let line = text.first_line(i);
        let is_item = || !line.starts_with(|c: char| c.is_ascii_digit() || c == '(');
        text.number(i).is_some()
            || text.item(i).is_some() && is_item()
            || text.formula(i).is_some()
            || line.len() < 120 && text.is_meeting(i)
    };
    let start = within.start;
    within.rev().find(|&i| is_text(i)).map_or(start, |i| i + 1)
}

/// Whether another part of a decision begins: its letter, its meeting. No footnote goes on with that.
fn begins_another_part(text: &Text<'_>, i: usize) -> bool {
    let line = text.first_line(i);
    let phrases = &Words::of(text.language).phrases;
    part_letter(line).is_some()
        || set_phrases::tells_a_decision(&set_phrases::comparable(line), phrases).is_some()
}

/// `1/ S/24476, annex.`: a footnote as it was printed before 1997, at the foot of any page.
fn is_old_note(line: &str) -> bool {
    let digits = line.bytes().take_while(u8::is_ascii_digit).count();
    let behind = line[digits..].strip_prefix('/');
    (1..=2).contains(&digits)
        && behind.is_some_and(|rest| rest.starts_with([' ', '\t']) || rest.starts_with("s "))
}
