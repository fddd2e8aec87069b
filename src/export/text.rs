//! The document as plain text to read or paste: one paragraph a line, a blank line between, marks in
//! square brackets, footnotes at the end. Knows no terminal: widths and styles are `show`'s.

use crate::document::{Block, Document, Shape};

/// The whole document. Debris is left out: this is the resolution, not the file.
#[must_use]
pub fn text(document: &Document) -> String {
    let head = &document.head;
    let mut paragraphs: Vec<String> = Vec::new();
    let masthead = [head.symbol.as_ref().map(ToString::to_string), head.session.clone()];
    paragraphs.extend(masthead.into_iter().flatten());
    if let Some(title) = &head.title {
        paragraphs.push(with_marks(title, &head.title_marks, bracketed));
    }
    paragraphs.extend(document.blocks.iter().map(block));
    paragraphs
        .extend(document.footnotes.iter().map(|note| format!("[{}] {}", note.mark, note.text)));
    let mut out = paragraphs.join("\n\n");
    out.push('\n');
    out
}

/// One block as text: its number, its words and its marks; a table as tab-separated lines.
#[must_use]
fn block(block: &Block) -> String {
    if block.shape == Shape::Table {
        let rows: Vec<String> = block.rows.iter().map(|cells| cells.join("\t")).collect();
        return rows.join("\n");
    }
    let indent = "    ".repeat(usize::from(block.depth));
    let space = if block.label.is_empty() { "" } else { " " };
    let words = with_marks(&block.text, &block.marks, bracketed);
    format!("{indent}{}{space}{words}", block.label)
}

fn bracketed(label: &str) -> String {
    format!("[{label}]")
}

/// The text with its marks put back, each written by `write`.
pub(super) fn with_marks(
    text: &str,
    marks: &[crate::document::Mark],
    write: impl Fn(&str) -> String,
) -> String {
    let mut out = String::with_capacity(text.len() + marks.len() * 4);
    let mut last = 0;
    // The digits of a doubtful mark are among the words already.
    for mark in marks.iter().filter(|mark| mark.kept == 0) {
        out.push_str(text.get(last..mark.at).unwrap_or_default());
        out.push_str(&write(&mark.label));
        last = mark.at;
    }
    out.push_str(text.get(last..).unwrap_or_default());
    out
}
