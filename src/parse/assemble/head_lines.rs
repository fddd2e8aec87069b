//! The lines before the text: whose they are. A line that a field of the head shows letter by letter is
//! that field's; any other, `Resolution adopted by the General Assembly on 24 December 2017`, is kept as
//! a *head line* among what is no body, so that nothing of it is lost. Reads no line: the head is read.

use super::{claims::claim_lines, reading::Reading};
use crate::document::{Head, Owner, Tile};

/// What is said of a line of the head that no field shows as it is printed.
pub(in crate::parse) const HEAD_LINE: &str = "head line";

/// Claims the lines of the head that its fields show, and puts the others among the debris.
pub(in crate::parse) fn claim_head(found: &mut Reading<'_>, head: &Head, claims: &mut Vec<Tile>) {
    let mut fields = shown(head);
    for paragraph in found.structure.head.clone() {
        let is_title = found.title.is_some_and(|at| (at.start..at.end).contains(&paragraph));
        // A footnote among the lines of the head is shown as one.
        let is_note = found.notes.iter().any(|note| note.paragraphs.contains(&paragraph));
        if is_note && !is_title {
            continue;
        }
        let words = letters(&found.text.words(paragraph, 0).text);
        let field = fields.iter().position(|field| *field == words);
        if is_title || field.is_some() {
            // Printed once more, a field shows only one of the two.
            field.map(|field| fields.swap_remove(field));
            claim_lines(&found.text, &(paragraph..paragraph + 1), Owner::Head, claims);
        } else {
            let lines = found.text.lines_of(paragraph).iter();
            found.debris.extend(lines.map(|line| (line.span, HEAD_LINE)));
        }
    }
}

/// The letters of every field that shows a line as it is printed.
fn shown(head: &Head) -> Vec<String> {
    let symbol = head.symbol.as_ref().map(|symbol| symbol.as_str());
    let fields =
        [symbol, head.number.as_deref(), head.session.as_deref(), head.agenda_title.as_deref()];
    let sponsors = head.sponsors.iter().map(String::as_str);
    fields.into_iter().flatten().chain(sponsors).map(letters).collect()
}

/// The letters and digits alone.
fn letters(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).collect()
}
