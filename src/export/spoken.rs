//! Passages as a screen reader says them: each on one line behind what it is in whole words, marks as
//! *footnote 7*, tables row by row. Knows neither columns nor styles.

use super::text::with_marks;
use crate::document::{Document, Passage, Shape};

/// The passages, one a line; of a table each row.
#[must_use]
pub fn spoken(document: &Document, passages: &[Passage]) -> String {
    passages.iter().map(|passage| said(document, *passage)).collect()
}

fn said(document: &Document, passage: Passage) -> String {
    let name = name(document, passage);
    let block = match passage {
        Passage::Block(index) => document.blocks.get(index),
        Passage::Title | Passage::Footnote(_) => None,
    };
    if let Some(table) = block.filter(|block| block.shape == Shape::Table) {
        let rows = table.rows.iter().enumerate();
        let rows = rows.map(|(index, cells)| format!("Row {}: {}\n", index + 1, cells.join("; ")));
        return format!("{name}\n{}", rows.collect::<String>());
    }
    let mark = |label: &str| format!(" [footnote {label}]");
    let words = with_marks(document.text(passage), document.marks(passage), mark);
    format!("{name} {words}\n")
}

/// `Paragraph 14 (a).`, `Annex I, paragraph 3.`
fn name(document: &Document, passage: Passage) -> String {
    let short = match passage {
        Passage::Title => "title".to_owned(),
        passage => document.place_in_words(passage),
    };
    let words = [
        ("subpara.", "subparagraph"),
        ("paras.", "paragraphs"),
        ("para.", "paragraph"),
        ("sect.", "section"),
    ];
    let whole = words.iter().fold(short, |name, (short, whole)| name.replace(short, whole));
    let mut letters = whole.chars();
    let name: String =
        letters.next().into_iter().flat_map(char::to_uppercase).chain(letters).collect();
    if name.is_empty() { String::new() } else { format!("{name}.") }
}
