//! A comparison as text for people: what went in `[-…-]`, what came in `{+…+}`, as git marks words, so that
//! nothing is said by colour; what did not change is folded.

use std::fmt::Write as _;

use super::{
    Compared, Shown, folded, heading,
    pieces::{Piece, pieces},
    place, unchanged, what,
};
use crate::{
    compare::{Kind, Pairing},
    text::printable,
};

/// The sign before a pairing: `+` new, `-` dropped, `>` moved, `~` edited.
fn sign(pairing: &Pairing) -> char {
    match pairing.kind() {
        Kind::New => '+',
        Kind::Dropped => '-',
        Kind::Same => '>',
        _ => '~',
    }
}

/// The comparison; lines are broken at `width` characters, where there is one.
#[must_use]
pub fn comparison_text(
    a: &Compared<'_>,
    b: &Compared<'_>,
    pairings: &[Pairing],
    width: Option<usize>,
) -> String {
    let (title, summary) = heading(a, b, pairings);
    let mut out = format!("{}\n{summary}\n", printable::line(&title));
    for shown in folded(pairings) {
        // Writing to a String cannot fail, here and below.
        match shown {
            Shown::Unchanged(run) => {
                let _ = writeln!(out, "\n  … {}", unchanged(b, run));
            }
            Shown::Changed(pairing) => {
                let _ = writeln!(
                    out,
                    "\n{} {}  {}",
                    sign(pairing),
                    place(a, b, pairing),
                    what(pairing)
                );
                out.push_str(&broken(&words(a, b, pairing), width));
            }
        }
    }
    out
}

fn words(a: &Compared<'_>, b: &Compared<'_>, pairing: &Pairing) -> String {
    // All of it is new, or was: the sign before it says so.
    let is_whole = pairing.pair().is_none();
    let shown = pieces(a.document, b.document, pairing).into_iter().map(|piece| match piece {
        Piece::Same(words) => words,
        Piece::Deleted(words) | Piece::Inserted(words) if is_whole => words,
        Piece::Deleted(words) => format!("[-{words}-]"),
        Piece::Inserted(words) => format!("{{+{words}+}}"),
    });
    shown.collect()
}

/// A text in lines of at most so many characters, each indented by four.
fn broken(text: &str, width: Option<usize>) -> String {
    let width = width.unwrap_or(usize::MAX).saturating_sub(4).max(20);
    let mut out = String::from("   ");
    let mut column = 0;
    for word in text.split(' ') {
        let length = word.chars().count();
        if column > 0 && column + 1 + length > width {
            out.push_str("\n   ");
            column = 0;
        }
        out.push(' ');
        out.push_str(word);
        column += length + 1;
    }
    out.push('\n');
    out
}
