//! Where the head of a document ends and its text begins. Knows formulas and openers, not what
//! comes after them.

use crate::{
    document::Certainty,
    parse::{forms, head, label, openers::part_by_opener, pages::Pages},
};

/// The first paragraph that is no part of the head.
pub(in crate::parse) fn body(pages: Pages<'_>) -> usize {
    let formula = (0..pages.paragraphs.len()).find(|&i| is_formula(pages, i));
    formula.unwrap_or_else(|| body_without_formula(pages))
}

pub(super) fn is_formula(pages: Pages<'_>, i: usize) -> bool {
    pages.paragraphs[i].len() == 1 && forms::formula(pages.first_line(i), pages.language).is_some()
}

/// Where the text begins when nothing enacts it: behind the last line that is plainly of a head.
pub(super) fn body_without_formula(pages: Pages<'_>) -> usize {
    let first = (0..pages.paragraphs.len()).find(|&i| {
        let line = pages.first_line(i);
        label::paragraph(line).is_some()
            || part_by_opener(line, pages.language).is_some_and(|(_, c)| c == Certainty::Sure)
                && pages.length(i) > 60
    });
    let end = first.unwrap_or(pages.paragraphs.len());
    let head = (0..end).rev().find(|&i| head::is_of_a_head(pages.first_line(i), pages.language));
    // What stands between it and the text is short and has no end: agenda items, sponsors, a title.
    let is_of_head = |&i: &usize| !pages.ends_a_clause(i) && pages.length(i) < 300;
    match (head, first) {
        (Some(head), Some(first)) => {
            (head + 1..first).take_while(is_of_head).last().unwrap_or(head) + 1
        }
        (Some(head), None) => head + 1,
        (None, _) => 0,
    }
}
