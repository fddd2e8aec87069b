//! Words in square brackets, which are not agreed yet: how many of a draft are. Knows the model, which
//! tells where they stand.

use super::{Finding, Subject};
use crate::{
    document::{Block, Bracketed, Document, Part},
    text::{counted, each_word},
};

/// How many words of a block stand in brackets, and how many words it has.
#[must_use]
pub fn share_in_brackets(block: &Block) -> (usize, usize) {
    share(&block.text, &block.brackets())
}

fn share(text: &str, found: &[Bracketed]) -> (usize, usize) {
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
        let open: Vec<Bracketed> =
            block.brackets().into_iter().filter(|bracketed| bracketed.depth == 0).collect();
        let (own, words) = share(&block.text, &open);
        within += own;
        all += words;
        if open.iter().all(is_no_text) {
            continue;
        }
        paragraphs += 1;
        found.push(of_block(index, block, &open, own, words));
    }
    if paragraphs > 0 {
        let (share, paragraphs) = (percent(within, all), counted(paragraphs, "paragraph"));
        found.push(Finding::new(
            None,
            Subject::Brackets,
            format!("{share} of its words stand in brackets, in {paragraphs}"),
            "words in brackets are not agreed",
            "agree on them, or take them out, before the draft is tabled",
        ));
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
    let what = format!("{} in brackets, in {}", percent(own, words), counted(open.len(), "place"));
    Finding::new(Some((index, block)), Subject::Brackets, what, why, advice)
}

fn percent(part: usize, all: usize) -> String {
    format!("{} %", (part * 100 + all / 2).checked_div(all).unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_in_brackets_count_once_however_deep() {
        let text = "one [two [three]] four";
        assert_eq!(share(text, &crate::document::brackets(text)), (2, 4));
    }
}
