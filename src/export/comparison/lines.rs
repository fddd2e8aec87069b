//! Series and languages side by side as lines for people: citations in columns, and the first words.

use super::Compared;
use crate::{
    compare::{Alignment, Series},
    document::Passage,
    text::shortened,
};

/// So many characters of a passage are shown beside its citation.
const FIRST_WORDS: usize = 60;

/// A series: a column a version, a line a paragraph, `·` where a version has none.
#[must_use]
pub fn series_text(texts: &[Compared<'_>], series: &Series) -> String {
    let mut rows: Vec<Vec<String>> =
        vec![texts.iter().map(|text| text.name().to_owned()).collect()];
    for row in &series.rows {
        let cite = |(text, passage): (&Compared<'_>, &Option<Passage>)| {
            passage.map_or("·".to_owned(), |passage| text.document.cite(passage).to_string())
        };
        let mut cells: Vec<String> = texts.iter().zip(row).map(cite).collect();
        let last = texts.iter().zip(row).rev().find_map(|(text, passage)| {
            Some(shortened(text.document.text((*passage)?), FIRST_WORDS))
        });
        cells.push(last.unwrap_or_default());
        rows.push(cells);
    }
    in_columns(&rows)
}

/// Two languages: a line for what says the same, and how much of both that is.
#[must_use]
pub fn alignment_text(a: &Compared<'_>, b: &Compared<'_>, alignment: &Alignment) -> String {
    let cites = |compared: &Compared<'_>, passages: &[Passage]| {
        if passages.is_empty() { "—".to_owned() } else { compared.cites(passages).join(" ") }
    };
    let words = |compared: &Compared<'_>, passages: &[Passage]| {
        let text = passages.first().map(|passage| compared.document.text(*passage));
        shortened(text.unwrap_or("no counterpart"), FIRST_WORDS / 2)
    };
    let mut rows = Vec::new();
    for (left, right) in &alignment.pairs {
        rows.push(vec![
            cites(a, left),
            cites(b, right),
            format!("{} ↔ {}", words(a, left), words(b, right)),
        ]);
    }
    let count = |is_aligned: bool| {
        let both = alignment
            .pairs
            .iter()
            .filter(|(left, right)| !is_aligned || (!left.is_empty() && !right.is_empty()));
        both.count()
    };
    let (aligned, all) = (count(true), count(false));
    format!("{}aligned {aligned} of {all}\n", in_columns(&rows))
}

/// Cells below each other; the last column as long as it is.
fn in_columns(rows: &[Vec<String>]) -> String {
    let columns = rows.iter().map(Vec::len).max().unwrap_or(0);
    let width = |column: usize| {
        let cells = rows.iter().filter_map(|row| row.get(column));
        cells.map(|cell| cell.chars().count()).max().unwrap_or(0)
    };
    let widths: Vec<usize> = (0..columns).map(width).collect();
    let line = |row: &Vec<String>| {
        let cells = row.iter().zip(&widths).enumerate().map(|(at, (cell, width))| {
            let is_last = at + 1 == row.len();
            if is_last { cell.clone() } else { format!("{cell:width$}  ") }
        });
        format!("{}\n", cells.collect::<String>().trim_end())
    };
    rows.iter().map(line).collect()
}
