//! Square brackets: words that are not agreed yet. Knows texts.

use std::ops::Range;

use super::{Finding, Subject};
use crate::{
    document::{Block, Document, Part},
    text::each_word,
};

/// Words in brackets: bytes of a text, the brackets included.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bracketed {
    /// From the opening bracket to behind the closing one, or to the end where it is missing.
    pub range: Range<usize>,
    /// Whether it is closed.
    pub is_closed: bool,
}

/// The outermost brackets of a text, in order. What ends in a bracket that was not opened counts from the
/// bracket.
#[must_use]
pub fn brackets(text: &str) -> Vec<Bracketed> {
    let mut found = Vec::new();
    let mut open: Vec<usize> = Vec::new();
    for (at, c) in text.char_indices() {
        match c {
            '[' | '［' => open.push(at),
            ']' | '］' => {
                let end = at + c.len_utf8();
                match (open.pop(), open.is_empty()) {
                    (Some(start), true) => {
                        found.push(Bracketed { range: start..end, is_closed: true });
                    }
                    (Some(_), false) => {}
                    (None, _) => found.push(Bracketed { range: at..end, is_closed: false }),
                }
            }
            _ => {}
        }
    }
    if let Some(start) = open.first() {
        found.push(Bracketed { range: *start..text.len(), is_closed: false });
    }
    found
}

/// How many words of a text stand in brackets, and how many words it has.
#[must_use]
pub fn share_in_brackets(text: &str) -> (usize, usize) {
    let found = brackets(text);
    let (mut within, mut all) = (0, 0);
    each_word(text, |_, place| {
        all += 1;
        within += usize::from(found.iter().any(|bracketed| bracketed.range.contains(&place.start)));
    });
    (within, all)
}

pub(super) fn check(draft: &Document, found: &mut Vec<Finding>) {
    let (mut within, mut all, mut paragraphs) = (0, 0, 0);
    for (index, block) in draft.blocks.iter().enumerate() {
        // What an editor leaves out of a quotation is no draft's bracket.
        if block.part == Part::Closing {
            continue;
        }
        let (own, words) = share_in_brackets(&block.text);
        within += own;
        all += words;
        let open = brackets(&block.text);
        if open.iter().all(is_no_text) {
            continue;
        }
        paragraphs += 1;
        found.push(of_block(index, block, &open, own, words));
    }
    if paragraphs > 0 {
        found.push(Finding {
            at: None,
            place: "document".to_owned(),
            subject: Subject::Brackets,
            what: format!(
                "{} of its words stand in brackets, in {paragraphs} paragraphs",
                percent(within, all)
            ),
            why: "words in brackets are not agreed".to_owned(),
            advice: "agree on them, or take them out, before the draft is tabled".to_owned(),
        });
    }
}

const fn is_no_text(bracketed: &Bracketed) -> bool {
    bracketed.range.end - bracketed.range.start <= 1 && bracketed.is_closed
}

fn of_block(index: usize, block: &Block, open: &[Bracketed], own: usize, words: usize) -> Finding {
    let unclosed = open.iter().filter(|bracketed| !bracketed.is_closed).count();
    let (why, advice) = if unclosed > 0 {
        ("a bracket has no fellow", "close it, or take it out")
    } else {
        ("words in brackets are not agreed", "agree on them, or take them out")
    };
    Finding {
        at: Some(index),
        place: block.cite.to_string(),
        subject: Subject::Brackets,
        what: format!("{} in brackets, in {} places", percent(own, words), open.len()),
        why: why.to_owned(),
        advice: advice.to_owned(),
    }
}

fn percent(part: usize, all: usize) -> String {
    format!("{} %", (part * 100 + all / 2).checked_div(all).unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_outermost_brackets_count() {
        let found = brackets("a [b [c] d] e [f");
        let ranges: Vec<_> = found.iter().map(|b| (b.range.clone(), b.is_closed)).collect();
        assert_eq!(ranges, [(2..11, true), (14..16, false)]);
        assert_eq!(share_in_brackets("one [two three] four"), (2, 4));
        assert_eq!(brackets("a] b").len(), 1);
    }
}
