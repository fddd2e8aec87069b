//! Tables in text: which paragraphs are the cells of one, told by the amounts of money in it, and the rows
//! of its lines (grammar.md §5, 6). Knows lines of text.

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
/// line is a row.
pub(in crate::parse) fn rows(lines: &[&str]) -> Vec<Vec<String>> {
    let cells = |line: &str| line.split('\t').map(|cell| cell.trim().to_owned()).collect();
    if lines.iter().any(|line| line.contains('\t')) {
        return lines.iter().map(|line| cells(line)).collect();
    }
    if lines.iter().any(|line| line.contains(COLUMN)) {
        let cells = |line: &str| {
            let cells = line.split(COLUMN).map(str::trim).filter(|cell| !cell.is_empty());
            cells.map(str::to_owned).collect()
        };
        return lines.iter().map(|line| cells(line.trim())).collect();
    }
    match stride(lines) {
        Some((first, columns)) => {
            let (head, body) = lines.split_at(first);
            let head = head.chunks(columns);
            head.chain(body.chunks(columns))
                .map(|row| row.iter().map(|&cell| cell.to_owned()).collect())
                .collect()
        }
        None => lines.iter().map(|line| vec![(*line).to_owned()]).collect(),
    }
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

    #[test]
    fn counted_rows_and_others() {
        assert_eq!(rows(&["1.", "Policy", "117 372", "2.", "Law", "12"]).len(), 2);
        assert_eq!(rows(&["Head", "Sum", "x", "1.", "a", "9", "2.", "b", "8"])[0].len(), 3);
        assert_eq!(rows(&["one", "two"]).len(), 2);
        assert_eq!(rows(&["a\tb", "c\td"])[1], ["c", "d"]);
        assert_eq!(
            rows(&["Law      12 000", "Subtotal"]),
            [vec!["Law", "12 000"], vec!["Subtotal"]]
        );
    }
}
