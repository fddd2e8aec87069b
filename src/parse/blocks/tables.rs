//! Tables in text: which paragraphs are the cells of one, told by the amounts of money in it, and the rows
//! of its lines (grammar.md §5, 6). Knows lines of text.

use std::ops::Range;

use crate::parse::{
    lines::section_line::is_section,
    paragraphs::{
        rows::{COLUMN, ends_in_amount},
        text::Text,
    },
};

/// Cells without an amount between two that have one, and before the first.
const FARTHEST: usize = 8;
const LONGEST_HEAD: usize = 4;
/// Fewer amounts are no table.
const FEWEST: usize = 3;
/// Longer paragraphs are text; in characters.
const LONGEST_CELL: usize = 240;
const LONGEST_TITLE: usize = 80;

/// Of each paragraph whether it is part of a table of amounts: budgets, and scales of assessments.
///
/// A table goes from its head, a few short lines before the first amount, to the last amount; what ends as
/// a clause does is text.
pub(in crate::parse) fn of_amounts(text: &Text<'_>) -> Vec<bool> {
    let mut found = vec![false; text.count()];
    let is_cell = |i: usize| {
        // `Peacekeeping operations` is a line of a budget, and begins as a preambular paragraph may.
        let is_title = text.length(i) <= LONGEST_TITLE || text.opener(i).is_none();
        // `0.006` ends in no stop with a mark behind it.
        let ends = text.ends_a_clause(i) && !ends_in_amount(text.last_line(i));
        is_title && text.length(i) <= LONGEST_CELL && !ends
    };
    let has_amount = |i: usize| {
        is_cell(i) && text.lines_of(i).iter().any(|line| ends_in_amount(line.words(text.source)))
    };
    let mut i = 0;
    while i < text.count() {
        if !has_amount(i) {
            i += 1;
            continue;
        }
        let (mut last, mut count, mut at) = (i, 1, i + 1);
        while at < text.count() && at - last <= FARTHEST && is_cell(at) {
            if has_amount(at) {
                (last, count) = (at, count + 1);
            }
            at += 1;
        }
        if count >= FEWEST {
            let is_of_head = |&k: &usize| {
                let is_row = text.number(k).is_none() || text.length(k) <= LONGEST_TITLE;
                is_cell(k) && is_row && !is_section(text.first_line(k))
            };
            let head = (0..i).rev().take(LONGEST_HEAD).take_while(is_of_head).count();
            found[i - head..=last].fill(true);
        }
        i = last + 1;
    }
    found
}

/// The cells of a table in rows. Lines with tabs within are rows already; otherwise cells that
/// count, `1.`, `2.`, at equal distances say how many columns there are. Where nothing does, each
/// line is a row. Of each line the columns to its left are given, in characters, and its words.
pub(in crate::parse) fn rows(lines: &[(usize, &str)]) -> Vec<Vec<String>> {
    let words: Vec<&str> = lines.iter().map(|(_, words)| *words).collect();
    let cells = |line: &str| line.split('\t').map(|cell| cell.trim().to_owned()).collect();
    if words.iter().any(|line| line.contains('\t')) {
        return words.iter().map(|line| cells(line)).collect();
    }
    if words.iter().any(|line| line.contains(COLUMN)) {
        return in_columns(
            &lines.iter().map(|(indent, line)| set_cells(*indent, line)).collect::<Vec<_>>(),
        );
    }
    match stride(&words) {
        Some((first, columns)) => {
            let (head, body) = words.split_at(first);
            let head = head.chunks(columns);
            head.chain(body.chunks(columns))
                .map(|row| row.iter().map(|&cell| cell.to_owned()).collect())
                .collect()
        }
        None => words.iter().map(|line| vec![(*line).to_owned()]).collect(),
    }
}

/// A cell of a page that keeps its layout: from which character of its line to which it stands, and its words.
type SetCell<'a> = (Range<usize>, &'a str);

fn set_cells(indent: usize, line: &str) -> Vec<SetCell<'_>> {
    let mut cells = Vec::new();
    let mut at = indent;
    for piece in line.split(COLUMN) {
        let words = piece.trim();
        if !words.is_empty() {
            let start = at + piece.chars().take_while(|c| c.is_whitespace()).count();
            cells.push((start..start + words.chars().count(), words));
        }
        at += piece.chars().count() + COLUMN.len();
    }
    cells
}

/// Rows of cells, each in the column in which it stands: `Subtotal      446 092 700` has nothing in the first of three. The
/// columns are those of the longest rows. What would share a column with another is set from the left, as it comes.
fn in_columns(lines: &[Vec<SetCell<'_>>]) -> Vec<Vec<String>> {
    let count = lines.iter().map(Vec::len).max().unwrap_or_default();
    let longest = || lines.iter().filter(|cells| cells.len() == count);
    let column = |at: usize| {
        let places = longest().filter_map(|cells| cells.get(at)).map(|(place, _)| place);
        let start = places.clone().map(|place| place.start).min().unwrap_or_default();
        start..places.map(|place| place.end).max().unwrap_or_default()
    };
    let columns: Vec<Range<usize>> = (0..count).map(column).collect();
    let shared =
        |a: &Range<usize>, b: &Range<usize>| a.end.min(b.end).saturating_sub(a.start.max(b.start));
    let own = |place: &Range<usize>| {
        let best =
            columns.iter().map(|column| shared(place, column)).max().filter(|most| *most > 0)?;
        columns.iter().position(|column| shared(place, column) == best)
    };
    let row = |cells: &Vec<SetCell<'_>>| {
        let places: Option<Vec<usize>> = cells.iter().map(|(place, _)| own(place)).collect();
        let places = places.filter(|places| places.is_sorted_by(|a, b| a < b));
        let places = places.unwrap_or_else(|| (0..cells.len()).collect());
        let mut row = vec![String::new(); places.last().map_or(0, |last| last + 1)];
        for (at, (_, words)) in places.into_iter().zip(cells) {
            if let Some(cell) = row.get_mut(at) {
                (*words).clone_into(cell);
            }
        }
        row
    };
    lines.iter().map(row).collect()
}

/// Where the first counted row begins, and the cells from one to the next.
fn stride(lines: &[&str]) -> Option<(usize, usize)> {
    let counts = |line: &str| {
        line.strip_suffix('.')
            .is_some_and(|n| !n.is_empty() && n.bytes().all(|b| b.is_ascii_digit()))
    };
    let starts: Vec<usize> = (0..lines.len()).filter(|&i| counts(lines[i])).collect();
    let (first, second) = (*starts.first()?, *starts.get(1)?);
    let columns = second - first;
    let is_regular = starts.windows(2).all(|pair| pair[1] - pair[0] == columns);
    (is_regular && columns > 1).then_some((first, columns))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rows_of(lines: &[&str]) -> Vec<Vec<String>> {
        rows(
            &lines
                .iter()
                .map(|line| (line.len() - line.trim_start().len(), line.trim()))
                .collect::<Vec<_>>(),
        )
    }

    #[test]
    fn cells_stand_in_their_columns() {
        let lines = [
            "                         Amount",
            "Section               (dollars)",
            "       Part I. Policy",
            "1      Direction         92 500",
            "2      Policy, and its  192 500",
            "       keeping",
            "       Subtotal         285 000",
        ];
        let expected: [&[&str]; 7] = [
            &["", "", "Amount"],
            &["Section", "", "(dollars)"],
            &["", "Part I. Policy"],
            &["1", "Direction", "92 500"],
            &["2", "Policy, and its  192 500"],
            &["", "keeping"],
            &["", "Subtotal", "285 000"],
        ];
        assert_eq!(rows_of(&lines), expected);
    }

    #[test]
    fn counted_rows_and_others() {
        assert_eq!(rows_of(&["1.", "Policy", "117 372", "2.", "Law", "12"]).len(), 2);
        assert_eq!(rows_of(&["Head", "Sum", "x", "1.", "a", "9", "2.", "b", "8"])[0].len(), 3);
        assert_eq!(rows_of(&["one", "two"]).len(), 2);
        assert_eq!(rows_of(&["a\tb", "c\td"])[1], ["c", "d"]);
        assert_eq!(
            rows_of(&["Law      12 000", "Subtotal"]),
            [vec!["Law", "12 000"], vec!["Subtotal"]]
        );
    }
}
