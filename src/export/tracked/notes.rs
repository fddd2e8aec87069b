//! Footnotes of the other text that are put into a Word file. Knows the part of the notes, not the text.

use std::{collections::HashMap, fmt::Write as _};

use super::{
    paragraph::{Inserted, with_mark},
    places::Part,
    revision::Revision,
};
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
    pub(super) fn repeated(label: &str, revision: &Revision<'_>) -> Inserted {
        Inserted::Note(revision.other_words(label))
    }

    /// What refers to a footnote of the other text; nothing where the file has no part for it.
    pub(super) fn reference(
        &mut self,
        other: &Document,
        note: usize,
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
        Some(Inserted::Note(format!("<w:footnoteReference w:id=\"{id}\"/>")))
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

/// Numbers the notes by the order in which they are cited, where they are not cited in the order of their
/// numbers: LibreOffice shows the text of another note else.
pub(super) fn number_by_citation(text: &mut String, notes: &mut String) {
    let cited: Vec<i64> =
        numbers(text, "<w:footnoteReference ").map(|(number, _)| number).collect();
    let own: Vec<(i64, usize)> = numbers(notes, "<w:footnote ").filter(|(n, _)| *n > 0).collect();
    let Some(lowest) = own.iter().map(|(number, _)| *number).min() else { return };
    if (lowest..).zip(&cited).all(|(number, cited)| number == *cited) {
        return;
    }
    let mut order = cited;
    order.extend(own.iter().map(|(number, _)| *number));
    let mut renumbered: HashMap<i64, i64> = HashMap::new();
    for number in order {
        let next = lowest + i64::try_from(renumbered.len()).unwrap_or_default();
        renumbered.entry(number).or_insert(next);
    }
    *text = with_numbers(text, "<w:footnoteReference ", &renumbered);
    let changed = with_numbers(notes, "<w:footnote ", &renumbered);
    *notes = in_order(&changed);
}

/// The numbers of elements, each with the byte where it begins in the text.
fn numbers<'x>(xml: &'x str, element: &'x str) -> impl Iterator<Item = (i64, usize)> {
    xml.match_indices(element).filter_map(|(start, _)| {
        let tag = xml.get(start..)?.split('>').next()?;
        let (before, rest) = tag.split_once("w:id=\"")?;
        Some((rest.split('"').next()?.parse().ok()?, start + before.len() + "w:id=\"".len()))
    })
}

fn with_numbers(xml: &str, element: &str, renumbered: &HashMap<i64, i64>) -> String {
    let mut out = String::with_capacity(xml.len());
    let mut at = 0;
    for (number, start) in numbers(xml, element) {
        let Some(new) = renumbered.get(&number) else { continue };
        out.push_str(xml.get(at..start).unwrap_or_default());
        // Writing to a String cannot fail.
        let _ = write!(out, "{new}");
        at = start + number.to_string().len();
    }
    out + xml.get(at..).unwrap_or_default()
}

/// The part of the notes with its elements in the order of their numbers.
fn in_order(notes: &str) -> String {
    const END: &str = "</w:footnote>";
    let starts: Vec<usize> = notes.match_indices("<w:footnote ").map(|(at, _)| at).collect();
    let (Some(first), Some(last)) = (starts.first(), notes.rfind(END)) else {
        return notes.to_owned();
    };
    let mut elements: Vec<(i64, &str)> = Vec::new();
    for (at, start) in starts.iter().enumerate() {
        let end = starts.get(at + 1).copied().unwrap_or(last + END.len());
        let element = notes.get(*start..end).unwrap_or_default();
        let number = numbers(element, "<w:footnote ").next().map_or(0, |(number, _)| number);
        elements.push((number, element));
    }
    elements.sort_by_key(|(number, _)| *number);
    let elements: String = elements.into_iter().map(|(_, element)| element).collect();
    let (head, tail) = (notes.get(..*first), notes.get(last + END.len()..));
    format!("{}{elements}{}", head.unwrap_or_default(), tail.unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn notes_are_numbered_as_they_are_cited() {
        let note = |id: i64, words: &str| {
            format!("<w:footnote w:id=\"{id}\"><w:p>{words}</w:p></w:footnote>")
        };
        let cite = |id: i64| format!("<w:r><w:footnoteReference w:id=\"{id}\"/></w:r>");
        let part = |notes: &[String]| format!("<w:footnotes>{}</w:footnotes>", notes.concat());
        let before = [note(0, "line"), note(1, "a"), note(2, "b"), note(3, "new")];
        let (mut text, mut notes) = (format!("{}{}", cite(3), cite(1)), part(&before));
        number_by_citation(&mut text, &mut notes);
        assert_eq!(text, format!("{}{}", cite(1), cite(2)));
        assert_eq!(notes, part(&[note(0, "line"), note(1, "new"), note(2, "a"), note(3, "b")]));
        // Where they are in order all stays as it is.
        let (mut text, mut notes) = (format!("{}{}", cite(1), cite(2)), part(&before));
        number_by_citation(&mut text, &mut notes);
        assert_eq!((text, notes), (format!("{}{}", cite(1), cite(2)), part(&before)));
    }
}
