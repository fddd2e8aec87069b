//! The edits of a pair to the letter, for a file in which every sign counts. Knows pairings and texts, no file.

use std::ops::Range;

use crate::{
    compare::Pairing,
    document::{Document, Passage},
};

/// Words that are not the same to the letter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct ExactEdit {
    /// In bytes of the own text.
    pub(super) own: Range<usize>,
    /// In bytes of the other text.
    pub(super) other: Range<usize>,
    /// The words of the other text.
    pub(super) words: String,
}

/// What is a change where no word is another one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Signs {
    /// Nothing: a dash may be what another format made of one.
    None,
    /// What is seen: a dash of another length, but no other space.
    Seen,
    /// Everything.
    All,
}

impl Signs {
    /// Whether two texts of the same words are not the same.
    fn differ(self, text: &str, theirs: &str) -> bool {
        match self {
            Self::None => false,
            Self::Seen => seen(text).ne(seen(theirs)),
            Self::All => text != theirs,
        }
    }
}

/// The edits of a pair, with what else is not the same to the letter; of a pair without edits other signs alone, if
/// these `signs` are to be told apart.
pub(super) fn exact_edits(
    own: &Document,
    own_passage: Passage,
    other: &Document,
    other_passage: Passage,
    pairing: &Pairing,
    (is_own_older, signs): (bool, Signs),
) -> Vec<ExactEdit> {
    let (text, theirs) = (own.text(own_passage), other.text(other_passage));
    let is_edited =
        pairing.edits().iter().any(|edit| !edit.left.is_empty() || !edit.right.is_empty());
    if !(is_edited || signs.differ(text, theirs)) {
        return Vec::new();
    }
    let mut made: Vec<ExactEdit> = Vec::new();
    let (mut at, mut their_at) = (0, 0);
    let ends = (text.len()..text.len(), theirs.len()..theirs.len());
    let sides = pairing.edits().iter().map(|edit| match is_own_older {
        true => (edit.left.clone(), edit.right.clone()),
        false => (edit.right.clone(), edit.left.clone()),
    });
    for (mine, their) in sides.chain([ends]) {
        let (same, their_same) = (
            text.get(at..mine.start).unwrap_or_default(),
            theirs.get(their_at..their.start).unwrap_or_default(),
        );
        if same != their_same {
            let start: usize = same
                .chars()
                .zip(their_same.chars())
                .take_while(|(x, y)| x == y)
                .map(|(c, _)| c.len_utf8())
                .sum();
            let (same, their_same) = (&same[start..], &their_same[start..]);
            let end: usize = same
                .chars()
                .rev()
                .zip(their_same.chars().rev())
                .take_while(|(x, y)| x == y)
                .map(|(c, _)| c.len_utf8())
                .sum();
            let words = their_same[..their_same.len() - end].to_owned();
            let their_end = their.start - end;
            made.push(ExactEdit {
                own: at + start..at + start + same.len() - end,
                other: their_end - words.len()..their_end,
                words,
            });
        }
        if !mine.is_empty() || !their.is_empty() {
            let words = theirs.get(their.clone()).unwrap_or_default().to_owned();
            made.push(ExactEdit { own: mine.clone(), other: their.clone(), words });
        }
        (at, their_at) = (mine.end, their.end);
    }
    made
}

/// What is seen of a text, but for spaces and for hyphens at which no line may end.
fn seen(text: &str) -> impl Iterator<Item = char> {
    let is_unseen =
        |c: &char| matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}');
    let seen = text.chars().filter(move |c| !c.is_whitespace() && !is_unseen(c));
    seen.map(|c| if c == '\u{2011}' { '-' } else { c })
}

/// Where a place of the other text is in the own one.
pub(super) fn own_place(pairing: &Pairing, place: usize, is_own_older: bool) -> usize {
    let (mut own_end, mut other_end) = (0, 0);
    for edit in pairing.edits() {
        let (own, other) = match is_own_older {
            true => (&edit.left, &edit.right),
            false => (&edit.right, &edit.left),
        };
        if place < other.start {
            break;
        }
        if place <= other.end {
            return own.end;
        }
        (own_end, other_end) = (own.end, other.end);
    }
    own_end + place.saturating_sub(other_end)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn other_dashes_are_seen_and_other_spaces_are_not() {
        assert!(seen("a – b").ne(seen("a — b")));
        assert!(seen("A/72\u{2011}1,\u{a0}b\u{ad}c").eq(seen("A/72-1, bc")));
    }
}
