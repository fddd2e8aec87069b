//! Comparisons as text, one file a format. Knows pairings and documents, not how they were found.

mod html;
mod json;
mod lines;
mod markdown;
mod pieces;
mod text;

pub use html::comparison_html;
pub use json::{alignment_json, comparison_json, series_json};
pub use lines::{alignment_text, series_text};
pub use markdown::comparison_markdown;
pub use pieces::{Piece, pieces};
pub use text::comparison_text;

use crate::{
    compare::{Kind, Pairing, Summary},
    document::{Document, Passage},
};

/// A document that is compared, and how its file is called.
#[derive(Clone, Copy, Debug)]
pub struct Compared<'a> {
    /// The file, as it was named.
    pub file: &'a str,
    /// The document.
    pub document: &'a Document,
}

impl Compared<'_> {
    fn symbol(&self) -> Option<&str> {
        self.document.head.symbol.as_ref().map(|symbol| symbol.as_str())
    }

    /// Its symbol, or its file where it has none.
    fn name(&self) -> &str {
        self.symbol().unwrap_or(self.file)
    }

    fn cites(&self, passages: &[Passage]) -> Vec<String> {
        passages.iter().map(|passage| self.document.cite(*passage).to_string()).collect()
    }
}

/// What both are called: by their files where their symbols are the same.
fn names<'a>(a: &Compared<'a>, b: &Compared<'a>) -> (String, String) {
    match a.name() == b.name() {
        true => (a.file.to_owned(), b.file.to_owned()),
        false => (a.name().to_owned(), b.name().to_owned()),
    }
}

/// The pairings as they are shown: runs of what did not change in one.
enum Shown<'a> {
    Unchanged(&'a [Pairing]),
    Changed(&'a Pairing),
}

fn folded(pairings: &[Pairing]) -> Vec<Shown<'_>> {
    pairings
        .chunk_by(|one, other| !one.is_changed() && !other.is_changed())
        .map(|run| match run {
            [only] if only.is_changed() => Shown::Changed(only),
            run => Shown::Unchanged(run),
        })
        .collect()
}

/// Where a pairing stands: `OP3`, `OP3 → OP4`, `OP3 → OP4, OP5`.
fn place(a: &Compared<'_>, b: &Compared<'_>, pairing: &Pairing) -> String {
    let (left, right) = (a.cites(pairing.left()).join(", "), b.cites(pairing.right()).join(", "));
    match (left.is_empty(), right.is_empty()) {
        (true, _) => right,
        (_, true) => left,
        _ if left == right => left,
        _ => format!("{left} → {right}"),
    }
}

/// What became of a pairing, in words: `verb: urges → encourages, 3 steps weaker; moved`.
fn what(pairing: &Pairing) -> String {
    let mut words = match (pairing.kind(), pairing.is_moved()) {
        (Kind::Same, true) => return "moved".into(),
        (kind, _) => kind.name().to_owned(),
    };
    if let Some(pair) = pairing.pair() {
        if matches!(pair.kind, Kind::Split | Kind::Merged)
            && let Some(heaviest) = pair.edits.iter().map(|edit| edit.kind).max()
        {
            words = format!("{words}, {}", heaviest.name());
        }
        if let Some(verb) = &pair.verb {
            let steps = verb.step.unsigned_abs();
            let how = match verb.step {
                0 => "as strong".to_owned(),
                step => format!(
                    "{steps} {} {}",
                    if steps == 1 { "step" } else { "steps" },
                    if step > 0 { "stronger" } else { "weaker" }
                ),
            };
            words = format!("{words}: {} → {}, {how}", verb.from, verb.to);
        }
    }
    if pairing.is_moved() { format!("{words}; moved") } else { words }
}

/// The heading of the whole: `A → B`, and the summary.
fn heading(a: &Compared<'_>, b: &Compared<'_>, pairings: &[Pairing]) -> (String, String) {
    let (from, to) = names(a, b);
    (format!("{from} → {to}"), Summary::of(pairings).in_words())
}

/// A run of what did not change: `5 unchanged: PP3 to PP7`.
fn unchanged(b: &Compared<'_>, run: &[Pairing]) -> String {
    let cite = |pairing: Option<&Pairing>| {
        pairing.map(|pairing| b.cites(pairing.right()).join(", ")).unwrap_or_default()
    };
    let (first, last) = (cite(run.first()), cite(run.last()));
    match run.len() {
        1 => format!("1 unchanged: {first}"),
        count => format!("{count} unchanged: {first} to {last}"),
    }
}
