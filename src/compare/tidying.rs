//! From the shortest list of differences to what a person would mark: what stands alone between two
//! changes goes with them, what could begin at several places begins where a clause does, and openings end
//! where both do. Knows tokens by number, and no kinds of edits.

use std::ops::Range;

/// A change: a range of tokens on either side.
pub(super) type Change = (Range<usize>, Range<usize>);

/// What is known of a token.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Known {
    /// The same for the same words.
    pub(super) number: u32,
    pub(super) is_word: bool,
    /// A short word that says nothing by itself, or a Chinese character.
    pub(super) is_small: bool,
    /// A date, a symbol.
    pub(super) is_technical: bool,
}

/// The changes between two lists of tokens, given the runs they share.
pub(super) fn changes(a: &[Known], b: &[Known], same: &[Change]) -> Vec<Change> {
    let mut found = Vec::new();
    let (mut i, mut j) = (0, 0);
    for (left, right) in same.iter().cloned().chain([(a.len()..a.len(), b.len()..b.len())]) {
        if left.start > i || right.start > j {
            found.push((i..left.start, j..right.start));
        }
        (i, j) = (left.end, right.end);
    }
    let mut found = joined(a, b, found);
    for at in 0..found.len() {
        let least =
            at.checked_sub(1).map_or((0, 0), |before| (found[before].0.end, found[before].1.end));
        let most =
            found.get(at + 1).map_or((a.len(), b.len()), |next| (next.0.start, next.1.start));
        found[at] = slid(a, b, found[at].clone(), least, most);
    }
    found
}

/// Joins changes between which too little stayed.
fn joined(a: &[Known], b: &[Known], changes: Vec<Change>) -> Vec<Change> {
    let mut made: Vec<Change> = Vec::with_capacity(changes.len());
    for change in changes {
        let mut change = change;
        while let Some(last) = made.last()
            && is_one(a, b, last, &change)
        {
            change = (last.0.start..change.0.end, last.1.start..change.1.end);
            made.pop();
        }
        made.push(change);
    }
    made
}

/// Whether two changes are shown as one. Single words that stayed between them are mostly chance (*of*, *the*), and a
/// reader follows one long change more easily than four short ones; a figure among words stays apart.
fn is_one(a: &[Known], b: &[Known], one: &Change, other: &Change) -> bool {
    let between = a.get(one.0.end..other.0.start).unwrap_or_default();
    let words = between.iter().filter(|token| token.is_word).count();
    let small = between.iter().filter(|token| token.is_word && token.is_small).count();
    let (one, other) = (Size::of(a, b, one), Size::of(a, b, other));
    // A date beside changed words stays a change by itself.
    if one.is_technical != other.is_technical {
        return false;
    }
    match words {
        0 => one.words > 0 && other.words > 0,
        1 => small == 1,
        2 => small == 2 && one.words.min(other.words) >= 2 || one.words.min(other.words) >= 4,
        // Much was written anew, and of three words hardly one is more than chance.
        3 => small >= 2 && one.words.min(other.words) >= 4,
        _ => false,
    }
}

/// How much a change is.
struct Size {
    words: usize,
    is_technical: bool,
}

impl Size {
    fn of(a: &[Known], b: &[Known], change: &Change) -> Self {
        let tokens = |all: &[Known], range: &Range<usize>| -> Vec<Known> {
            let tokens = all.get(range.clone()).unwrap_or_default();
            tokens.iter().filter(|token| token.is_word).copied().collect()
        };
        let (left, right) = (tokens(a, &change.0), tokens(b, &change.1));
        let is_technical = !(left.is_empty() && right.is_empty())
            && left.iter().chain(&right).all(|token| token.is_technical);
        Self { words: left.len().max(right.len()), is_technical }
    }
}

/// Of the places where words may be said to be put in or taken out, `a [b a] c` or `[a b] a c`, the
/// one behind a sign, or before one.
fn slid(
    a: &[Known],
    b: &[Known],
    change: Change,
    least: (usize, usize),
    most: (usize, usize),
) -> Change {
    let (left, right) = change;
    let (all, range) = match (left.is_empty(), right.is_empty()) {
        (true, false) => (b, right.clone()),
        (false, true) => (a, left.clone()),
        _ => return (left, right),
    };
    let number = |at: usize| all.get(at).map(|token| token.number);
    let back = (1..=left.start.saturating_sub(least.0).min(right.start.saturating_sub(least.1)))
        .take_while(|by| number(range.start - by) == number(range.end - by))
        .count();
    let ahead = (0..most.0.saturating_sub(left.end).min(most.1.saturating_sub(right.end)))
        .take_while(|by| number(range.start + by) == number(range.end + by))
        .count();
    let is_sign =
        |at: Option<usize>| at.is_none_or(|at| all.get(at).is_none_or(|token| !token.is_word));
    // In steps from the furthest back; the first of the best.
    let score = |by: usize| {
        let (start, end) = (range.start - back + by, range.end - back + by);
        let stays = usize::from(by == back);
        4 * usize::from(is_sign(start.checked_sub(1)))
            + 2 * usize::from(is_sign(end.checked_sub(1)))
            + usize::from(is_sign(Some(start)))
            + stays
    };
    let by = (0..=back + ahead).rev().max_by_key(|by| score(*by)).unwrap_or(back);
    let shift = |range: &Range<usize>| range.start - back + by..range.end - back + by;
    (shift(&left), shift(&right))
}

/// Where the openings end, so that words which are the last of one opening and stand behind the other, or behind a word
/// or two that join, are of both: *Stressing the importance* | *of* beside *Stressing* | *also the importance of*.
pub(super) fn evened_out(a: &[Known], b: &[Known], (in_a, in_b): (usize, usize)) -> (usize, usize) {
    match (more(b, in_b, a, in_a), more(a, in_a, b, in_b)) {
        (0, more) => (in_a, in_b + more),
        (more, _) => (in_a + more, in_b),
    }
}

/// How many tokens behind an opening are of it, since the other opening ends in the last of them.
fn more(other: &[Known], opening: usize, own: &[Known], behind: usize) -> usize {
    const MOST: usize = 3;
    const MOST_BETWEEN: usize = 2;
    let numbers = |tokens: Option<&[Known]>| -> Vec<u32> {
        tokens.unwrap_or_default().iter().map(|token| token.number).collect()
    };
    for count in (1..=MOST.min(opening.saturating_sub(1))).rev() {
        let last = numbers(other.get(opening - count..opening));
        // The openings end alike as they are.
        if behind.checked_sub(count).is_some_and(|from| numbers(own.get(from..behind)) == last) {
            return 0;
        }
        // One small word stands behind many others.
        let is_telling = other[opening - count..opening].iter().any(|token| !token.is_small);
        let most_between = if is_telling { MOST_BETWEEN } else { 0 };
        for start in behind..=behind + most_between {
            if numbers(own.get(start..start + count)) == last {
                return start + count - behind;
            }
        }
    }
    0
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::same_items;

    /// The changes of two texts of words, `,` and numbers, as `old>new`.
    #[track_caller]
    fn marks(old: &str, new: &str, expected: &str) {
        let mut numbers: Vec<String> = Vec::new();
        let mut known = |text: &str| -> Vec<Known> {
            let known = |word: &str| {
                let number = numbers.iter().position(|known| known == word).unwrap_or_else(|| {
                    numbers.push(word.to_owned());
                    numbers.len() - 1
                });
                Known {
                    number: number as u32,
                    is_word: word != ",",
                    is_small: word.len() < 4,
                    is_technical: word.starts_with(|c: char| c.is_ascii_digit()),
                }
            };
            text.split(' ').map(known).collect()
        };
        let (a, b) = (known(old), known(new));
        let number = |all: &[Known]| all.iter().map(|token| token.number).collect::<Vec<_>>();
        let same = same_items(&number(&a), &number(&b));
        let words = |text: &str, range: &Range<usize>| {
            let words: Vec<&str> = text.split(' ').collect();
            words[range.clone()].join(" ")
        };
        let found: Vec<String> = changes(&a, &b, &same)
            .iter()
            .map(|change| format!("{}>{}", words(old, &change.0), words(new, &change.1)))
            .collect();
        assert_eq!(found.join(" | "), expected);
    }

    #[test]
    fn a_small_word_between_two_changes_goes_with_them() {
        marks("the needs of women", "the rights of children", "needs of women>rights of children");
        marks("needs concerning women", "rights concerning men", "needs>rights | women>men");
        marks("of 1 of needs x", "of 2 of rights x", "1>2 | needs>rights");
    }

    #[test]
    fn what_is_put_in_begins_behind_a_sign() {
        marks("peace , rights , order", "peace , law , rights , order", ">law ,");
        marks("a b", "a b", "");
    }
}
