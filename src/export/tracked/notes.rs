//! Footnotes of the other text that are put into a Word file. Knows the part of the notes, not the text.

use std::collections::HashMap;

use super::{paragraph::Inserted, paragraph_end::with_mark, places::Part, revision::Revision};
use crate::document::{Document, Passage};

/// The notes that were put in, and where.
pub(super) struct NewNotes {
    next: u32,
    made: HashMap<usize, u32>,
    /// The elements of the new notes.
    pub(super) xml: String,
    properties: String,
    is_possible: bool,
}

impl NewNotes {
    pub(super) fn new(part: &Part<'_>) -> Self {
        let ids = part.tokens.iter().filter_map(|placed| {
            let tag = part.xml.get(placed.range.clone())?;
            if !tag.starts_with("<w:footnote ") {
                return None;
            }
            tag.split_once("w:id=\"")?.1.split('"').next()?.parse::<u32>().ok()
        });
        let properties =
            part.paragraphs.last().map_or_else(String::new, |last| last.properties.clone());
        Self {
            next: ids.max().unwrap_or(0) + 1,
            made: HashMap::new(),
            xml: String::new(),
            properties,
            is_possible: part.xml.contains("</w:footnotes>"),
        }
    }

    /// The number of a note that is cited again, raised.
    pub(super) fn repeated(label: &str, is_spaced: bool, revision: &Revision<'_>) -> Inserted {
        let space = if is_spaced { " " } else { "" };
        Inserted::Note(revision.other_words(&format!("{space}{label}")))
    }

    /// What refers to a footnote of the other text, with a space before it or without; nothing where the file
    /// has no part for it.
    pub(super) fn reference(
        &mut self,
        other: &Document,
        (note, is_spaced): (usize, bool),
        revision: &mut Revision<'_>,
    ) -> Option<Inserted> {
        if !self.is_possible || self.made.contains_key(&note) {
            return None;
        }
        let id = self.next;
        self.next += 1;
        self.made.insert(note, id);
        let text = format!(" {}", other.text(Passage::Footnote(note)));
        let own_mark = Inserted::Note("<w:footnoteRef/>".into());
        let runs = revision.other_runs(&[own_mark, Inserted::Words(text)], "");
        let properties = with_mark(&self.properties, &revision.other_mark());
        self.xml.push_str(&format!(
            "<w:footnote w:id=\"{id}\"><w:p>{properties}{runs}</w:p></w:footnote>"
        ));
        let space = if is_spaced { revision.other_words(" ") } else { String::new() };
        Some(Inserted::Note(format!("{space}<w:footnoteReference w:id=\"{id}\"/>")))
    }
}

/// Where each note of a document is cited first: what cites it later says its number again.
pub(super) fn first_cited(document: &Document) -> HashMap<usize, (Passage, usize)> {
    let mut first = HashMap::new();
    for passage in document.passages() {
        for mark in document.marks(passage).iter().filter(|mark| mark.kept == 0) {
            if let Some((note, _)) = document.footnote_of(mark) {
                first.entry(note).or_insert((passage, mark.at));
            }
        }
    }
    first
}
