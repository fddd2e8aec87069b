//! Letters over everything on the screen that can be followed. Knows where they stand and what was
//! typed of them, and follows nothing itself.

use super::answer::{Action, Answer};
use crate::{
    app::{
        keys::key::Key,
        panes::view::View,
        reading::link::{self, Link},
    },
    document::Document,
    layout::{PieceKind, Row},
};

/// A letter over something that can be followed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Label {
    /// What to type.
    pub keys: String,
    /// Its column on the screen.
    pub column: u16,
    /// Its row on the screen.
    pub row: u16,
    /// What it stands over.
    pub link: Link,
}

/// All labels, and what was typed of one.
#[derive(Clone, Debug)]
pub struct Labels {
    /// The labels, from top to bottom.
    pub labels: Vec<Label>,
    /// The letters typed so far.
    pub typed: String,
}

/// The letters, those under the strong fingers first.
const LETTERS: &str = "asdfghjklqwertyuiopzxcvbnm";

impl Labels {
    /// Labels for what is on the screen; none where there is nothing to follow.
    #[must_use]
    pub fn of(document: &Document, view: &View) -> Self {
        let mut found: Vec<(u16, u16, Link)> = Vec::new();
        for (frame, pane) in view.shown() {
            for (y, (row_at, row)) in (frame.text.y..).zip(pane.lines()) {
                if let Some(passage) = pane.passage_of(row_at) {
                    let links = links_in(document, passage, row);
                    found.extend(links.into_iter().map(|(x, link)| (y, frame.text.x + x, link)));
                }
            }
        }
        let keys = names(found.len());
        let label = |((row, column, link), keys)| Label { keys, column, row, link };
        Self { labels: found.into_iter().zip(keys).map(label).collect(), typed: String::new() }
    }

    pub(super) fn press(&mut self, key: Key) -> Answer {
        let Some(c) = key.typed() else { return Answer::Close };
        self.typed.push(c.to_ascii_lowercase());
        if let Some(label) = self.labels.iter().find(|label| label.keys == self.typed) {
            return Answer::CloseAnd(Action::Follow(label.link.clone()));
        }
        if self.labels.iter().any(|label| label.keys.starts_with(&self.typed)) {
            return Answer::Stay;
        }
        Answer::Close
    }
}

/// The links that begin in a row, with their columns.
fn links_in(document: &Document, passage: crate::document::Passage, row: &Row) -> Vec<(u16, Link)> {
    let text = document.text(passage);
    let marks = document.marks(passage);
    let mut found: Vec<(u16, Link)> = Vec::new();
    for piece in &row.pieces {
        if let PieceKind::Mark { index, .. } = piece.kind
            && let Some(mark) = marks.get(index)
        {
            found.push((piece.column, link::of_mark(document, passage, mark)));
        }
    }
    if !document.references(passage).is_empty() {
        let begins = |link: &Link| {
            !matches!(link.goal, link::Goal::Footnote { .. })
                && row.bytes.contains(&link.bytes.start)
        };
        let links = link::links(document, passage).into_iter().filter(begins);
        found.extend(links.map(|link| (row.column_of(text, link.bytes.start), link)));
    }
    found.sort_by_key(|(column, _)| *column);
    found
}

/// So many different names of one length.
fn names(count: usize) -> Vec<String> {
    let letters = || LETTERS.chars();
    if count <= LETTERS.len() {
        return letters().map(String::from).collect();
    }
    letters().flat_map(|a| letters().map(move |b| format!("{a}{b}"))).collect()
}
