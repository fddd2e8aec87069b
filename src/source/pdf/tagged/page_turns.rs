//! Paragraphs that a page's end has parted: Word tags their halves as two. Knows how halves begin and
//! end, not what they are.

use super::found::Found;
use crate::source::pdf::{joints, tags::Kind, writing};

/// Puts the halves of paragraphs together that a page's end has parted: Word tags them as two.
pub(super) fn join_across_pages(found: Vec<Found>) -> Vec<Found> {
    let indented =
        found.iter().filter(|found| found.indent.is_some_and(|indent| indent > 4.0)).count();
    let flush =
        found.iter().filter(|found| found.indent.is_some_and(|indent| indent <= 4.0)).count();
    let mut joined: Vec<Found> = Vec::with_capacity(found.len());
    for next in found {
        if let Some(last) = joined.last_mut()
            && next.first == last.last + 1
            && last.kind == Kind::Paragraph
            && next.kind == Kind::Paragraph
            && last.cell.is_none()
            && next.cell.is_none()
            && goes_on(last, &next, indented > 2 * flush)
        {
            last.words.append(&next.words);
            last.last = next.last;
        } else {
            joined.push(next);
        }
    }
    joined
}

/// Characters that the first half of a parted paragraph has at least: most of a line.
const SHORTEST_HALF: usize = 40;

/// Whether a paragraph at the top of a page goes on with the last one of the page before.
fn goes_on(last: &Found, next: &Found, are_indented: bool) -> bool {
    if writing::label(&next.words.text).is_some() {
        return false;
    }
    let (before, after) = (&last.words.text, &next.words.text);
    // A line or two of a list, a table or a signature goes nowhere.
    if before.chars().count() < SHORTEST_HALF {
        return false;
    }
    // Russian paragraphs begin in lower case, but their first lines are set in like all others.
    if joints::ends_a_clause(before) && next.indent.is_some_and(|indent| indent > 4.0) {
        return false;
    }
    let is_flush = are_indented && next.indent.is_some_and(|indent| indent.abs() < 2.0);
    !joints::ends_a_clause(before)
        || joints::begins_low(after)
        || (is_flush && !joints::ends_a_sentence(before))
}
