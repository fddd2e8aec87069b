//! A comparison as Markdown: what went struck out, what came in bold, what did not change folded.

use std::fmt::Write as _;

use super::{
    Compared, Shown, folded, heading,
    pieces::{Piece, pieces},
    place, unchanged, what,
};
use crate::{compare::Pairing, export::markdown::escaped};

/// The comparison.
#[must_use]
pub fn comparison_markdown(a: &Compared<'_>, b: &Compared<'_>, pairings: &[Pairing]) -> String {
    let (title, summary) = heading(a, b, pairings);
    let mut out = format!("# {}\n\n{}\n", escaped(&title), escaped(&summary));
    for shown in folded(pairings) {
        // Writing to a String cannot fail, here and below.
        match shown {
            Shown::Unchanged(run) => {
                let _ = writeln!(out, "\n*… {}*", escaped(&unchanged(b, run)));
            }
            Shown::Changed(pairing) => {
                let (place, what) = (place(a, b, pairing), what(pairing));
                let _ = writeln!(out, "\n**{}** *({})*\n", escaped(&place), escaped(&what));
                let _ = writeln!(out, "{}", words(a, b, pairing));
            }
        }
    }
    out
}

fn words(a: &Compared<'_>, b: &Compared<'_>, pairing: &Pairing) -> String {
    let shown = pieces(a.document, b.document, pairing).into_iter().map(|piece| match piece {
        Piece::Same(words) => escaped(&words),
        Piece::Deleted(words) => marked(&words, "~~"),
        Piece::Inserted(words) => marked(&words, "**"),
    });
    shown.collect()
}

/// Words between two marks, which hold only where no space stands within.
fn marked(words: &str, mark: &str) -> String {
    let inner = words.trim();
    if inner.is_empty() {
        return words.to_owned();
    }
    let before = words.len() - words.trim_start().len();
    let after = words.len() - words.trim_end().len();
    let (start, end) = (
        words.get(..before).unwrap_or_default(),
        words.get(words.len() - after..).unwrap_or_default(),
    );
    format!("{start}{mark}{}{mark}{end}", escaped(inner))
}
