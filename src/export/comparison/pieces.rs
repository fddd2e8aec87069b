//! The words of a pair in one line: what stayed, what went, what came. Knows edits, and no format.

use crate::{
    compare::{Edit, Pairing, joined_text},
    document::Document,
};

/// Words that stayed, went or came.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Piece {
    /// In both, as the second has them.
    Same(String),
    /// In the first only.
    Deleted(String),
    /// In the second only.
    Inserted(String),
}

/// The words of a pairing, in order. Without what was deleted they are the second's, without what was
/// inserted the first's, as far as spaces, dashes and quotation marks go.
#[must_use]
pub fn pieces(a: &Document, b: &Document, pairing: &Pairing) -> Vec<Piece> {
    let (left, right) = (joined_text(a, pairing.left()), joined_text(b, pairing.right()));
    match pairing {
        Pairing::Left(_) => vec![Piece::Deleted(left.into_owned())],
        Pairing::Right(_) => vec![Piece::Inserted(right.into_owned())],
        Pairing::Both(pair) => of_edits(&left, &right, &pair.edits),
    }
}

fn of_edits(left: &str, right: &str, edits: &[Edit]) -> Vec<Piece> {
    let mut made = Vec::new();
    let mut at = 0;
    let mut push = |piece: fn(String) -> Piece, words: &str| {
        if !words.is_empty() {
            made.push(piece(words.to_owned()));
        }
    };
    for edit in edits {
        push(Piece::Same, right.get(at..edit.right.start).unwrap_or_default());
        push(Piece::Deleted, left.get(edit.left.clone()).unwrap_or_default());
        push(Piece::Inserted, right.get(edit.right.clone()).unwrap_or_default());
        at = edit.right.end;
    }
    push(Piece::Same, right.get(at..).unwrap_or_default());
    made
}
