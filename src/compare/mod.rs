//! Two documents side by side: which paragraph of one is which of the other, what became of each, and
//! word by word what was changed and how much that weighs. Pure: knows documents and texts, neither files
//! nor screens, and says nothing of who is right.
//!
//! [`compare`] pairs two versions of a text, [`align()`] one text in two languages, [`series()`] more than
//! two versions. All return plain values in reading order, so that a screen can show any part of them.

use std::{num::NonZero, thread};

mod align;
mod assign;
mod candidates;
mod edits;
mod history;
mod kinds;
mod matching;
mod order;
mod pairing;
mod prepared;
mod quick_map;
mod quoted;
mod series;
mod split;
mod summary;
mod technical;
mod tidying;
mod tokens;
mod verbs;

pub use align::{Alignment, align};
pub use edits::edits;
pub use history::{History, Phrase, Stage, history};
pub use pairing::{Edit, Kind, Pair, Pairing, VerbChange, joined_text};
pub use series::{Series, series};
pub use summary::Summary;

use crate::document::{Document, Part, Passage};
use matching::Matched;
use prepared::Prepared;

/// How two versions of a text go together: every passage of both in exactly one [`Pairing`], in the
/// order in which a person reads both.
///
/// Paragraphs are paired as a whole: of all ways to pair them the one with the largest sum of likeness
/// above a low floor, preamble with preamble, operative with operative, sub-paragraphs within theirs, and
/// only then across. A pair that would have changed its place must be much alike: a wrong move hides
/// an edit, a missed one is only noise.
#[must_use]
pub fn compare(a: &Document, b: &Document) -> Vec<Pairing> {
    let prepared = Prepared::new(a, b);
    let (matched, quoted) = assign::assign(&prepared);
    let mut moved = order::strict_with_moves(&prepared, &quoted, matched);
    assign::pair_what_stands_alone(&prepared, &quoted, &mut moved);
    let groups = split::with_splits(&prepared, moved);
    let in_order = order::in_reading_order(&prepared, groups);
    pairings(a, b, &prepared, &in_order)
}

/// So many groups are worth a thread.
const WORTH_A_THREAD: usize = 200;

/// What became of each group, in their order; of long texts found by several threads.
fn pairings(a: &Document, b: &Document, prepared: &Prepared, groups: &[Group]) -> Vec<Pairing> {
    let some = |part: &[Group]| -> Vec<Pairing> {
        part.iter().map(|group| pairing(a, b, prepared, group)).collect()
    };
    let most = thread::available_parallelism().map_or(1, NonZero::get).min(4);
    let threads = most.min(groups.len() / WORTH_A_THREAD);
    if threads < 2 {
        return some(groups);
    }
    thread::scope(|scope| {
        let mut parts = groups.chunks(groups.len().div_ceil(threads));
        let own = parts.next().unwrap_or_default();
        let others: Vec<_> = parts
            .map(|part| (part, thread::Builder::new().spawn_scoped(scope, move || some(part))))
            .collect();
        let mut found = some(own);
        for (part, other) in others {
            // Where there is no thread to be had, it is done here.
            found.extend(match other.map(thread::ScopedJoinHandle::join) {
                Ok(Ok(done)) => done,
                Ok(Err(panic)) => std::panic::resume_unwind(panic),
                Err(_) => some(part),
            });
        }
        found
    })
}

/// Passages of both that belong together, as indices of prepared texts; either side may be empty.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Group {
    left: Vec<usize>,
    right: Vec<usize>,
    is_moved: bool,
}

/// What became of passages that belong together. Two that are the same to the letter are not compared word by word:
/// in a renewed text most are, and that is what most of the time would go to.
fn pairing(a: &Document, b: &Document, prepared: &Prepared, group: &Group) -> Pairing {
    let left: Vec<Passage> = group.left.iter().map(|i| prepared.a[*i].passage).collect();
    let right: Vec<Passage> = group.right.iter().map(|i| prepared.b[*i].passage).collect();
    match (left.as_slice(), right.as_slice()) {
        ([only], []) => return Pairing::Left(*only),
        ([], [only]) => return Pairing::Right(*only),
        _ => {}
    }
    let is_same = left.len() == 1
        && right.len() == 1
        && prepared.a[group.left[0]].whole == prepared.b[group.right[0]].whole;
    let edits = if is_same { Vec::new() } else { edits(a, &left, b, &right) };
    let heaviest = edits.iter().map(|edit| edit.kind).max().unwrap_or(Kind::Same);
    let kind = match (left.len(), right.len()) {
        (1, 1) => heaviest,
        // Meeting and date in one line or in two are the same.
        _ if edits.is_empty() && is_closing(a, &left) && is_closing(b, &right) => Kind::Same,
        (1, _) => Kind::Split,
        _ => Kind::Merged,
    };
    let likeness = match is_same {
        true => 1.0,
        false => prepared.likeness_by_runs(&group.left, &group.right),
    };
    let verb = if heaviest == Kind::Verb { verbs::change(a, left[0], b, right[0]) } else { None };
    Pairing::Both(Box::new(Pair {
        left,
        right,
        kind,
        is_moved: group.is_moved,
        likeness,
        verb,
        edits,
    }))
}

fn is_closing(document: &Document, passages: &[Passage]) -> bool {
    passages.iter().all(|passage| match passage {
        Passage::Block(i) => document.blocks.get(*i).is_some_and(|own| own.part == Part::Closing),
        Passage::Title | Passage::Footnote(_) => false,
    })
}

/// Pairs found so far, with what is left of both sides.
fn left_over(matched: &Matched) -> (Vec<usize>, Vec<usize>) {
    let open = |side: &[Option<usize>]| -> Vec<usize> {
        side.iter().enumerate().filter(|(_, of)| of.is_none()).map(|(i, _)| i).collect()
    };
    (open(&matched.of_a), open(&matched.of_b))
}
