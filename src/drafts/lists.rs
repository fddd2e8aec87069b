//! The letters of items, and how the last paragraph ends. Knows the model.
//!
//! Of more than 700 lists that begin with (a) in the library's texts none leaves a letter out; of 312 texts of the General
//! Assembly from session 60 all end with a full stop but two that are not whole.

use super::{Finding, Subject};
use crate::document::{Block, Document, Language, Part, Shape};

pub(super) fn check(draft: &Document, found: &mut Vec<Finding>) {
    let mut lists: Vec<(usize, Vec<(usize, char)>)> = Vec::new();
    for (index, block) in draft.blocks.iter().enumerate() {
        let (Some(parent), Some(letter)) = (block.parent, letter(block)) else { continue };
        match lists.iter_mut().find(|(of, _)| *of == parent) {
            Some((_, list)) => list.push((index, letter)),
            None => lists.push((parent, vec![(index, letter)])),
        }
    }
    // Russian lists have letters of two alphabets.
    if draft.language != Language::Russian {
        found.extend(lists.iter().filter_map(|(_, list)| gap(draft, list)));
    }
    found.extend(without_end(draft));
}

/// The letter of an item in brackets; nothing for those between two, *(a) bis*.
fn letter(block: &Block) -> Option<char> {
    let number = block.number.as_deref().filter(|_| block.shape == Shape::Item)?;
    let mut letters = number.chars();
    let letter = letters.next().filter(char::is_ascii_lowercase)?;
    letters.next().is_none().then_some(letter)
}

/// The first letter that is left out of a list that begins with (a).
fn gap(draft: &Document, list: &[(usize, char)]) -> Option<Finding> {
    if list.first().is_none_or(|(_, first)| *first != 'a') {
        return None;
    }
    let next = |letter: char| char::from_u32(u32::from(letter) + 1);
    let skips = |pair: &&[(usize, char)]| matches!(pair, [(_, one), (_, other)] if next(*one).is_some_and(|next| *other > next));
    let [(_, before), (index, letter)] = list.windows(2).find(skips)? else { return None };
    let block = draft.blocks.get(*index)?;
    let due = next(*before)?;
    Some(Finding::new(
        Some((*index, block)),
        Subject::Numbering,
        format!("({letter}) stands behind ({before})"),
        format!("({due}) is due"),
        "letter the items through",
    ))
}

/// The last operative paragraph, if it ends as none does that is the last.
fn without_end(draft: &Document) -> Option<Finding> {
    let (index, block) = draft.part(Part::Operative).last()?;
    let text = block.text.trim_end_matches(|c: char| c.is_ascii_digit() || " ”\"’])".contains(c));
    let is_words = matches!(block.shape, Shape::Paragraph | Shape::Item)
        && draft.language == Language::English;
    let ends = text.ends_with(['.', '!', '?', ':']) || block.text.ends_with('.');
    (is_words && !ends).then(|| {
        let last: String =
            text.chars().rev().take(20).collect::<Vec<_>>().into_iter().rev().collect();
        Finding::new(
            Some((index, block)),
            Subject::Numbering,
            format!("ends with “{last}”"),
            "a text ends with a full stop",
            "write it, or see whether the text is whole",
        )
    })
}
