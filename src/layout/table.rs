//! A table → rows: aligned columns, cells that wrap. Knows nothing of running text but how to
//! fill a column with it.

use std::ops::Range;

use super::{
    cells::width,
    paragraph::{Flow, hang_label},
    row::{Piece, PieceKind, Row},
    setting::Hang,
};
use crate::document::Block;

/// What stands between two columns.
const RULE: &str = " │ ";
/// The narrowest a column may be, in cells.
const NARROWEST: usize = 4;

/// Sets a table in at most `measure` cells. `None` where its cells are not those of its text; it is
/// then read as running text. Where there is no room for columns, each row is.
pub(super) fn lay_out(block: &Block, hang: &Hang, measure: u16) -> Option<Vec<Row>> {
    let cells = cells_of(block)?;
    let columns = block.rows.iter().map(Vec::len).max().filter(|&n| n > 0)?;
    let room = usize::from(measure.saturating_sub(hang.text_column));
    let rules = (columns - 1) * width(RULE);
    let wishes = natural_widths(block, columns);
    let widths = room.checked_sub(rules).and_then(|room| share(&wishes, room));
    let columns = widths.map(|widths| Columns { is_figures: columns_of_figures(block), widths });
    let mut rows = Vec::new();
    for cells in cells {
        match &columns {
            Some(columns) => set_row(block, &cells, columns, hang.text_column, &mut rows),
            None => run_on(block, &cells, hang.text_column, measure, &mut rows),
        }
    }
    hang_label(rows.first_mut()?, hang);
    Some(rows)
}

/// The columns of a table.
struct Columns {
    /// Cells of each.
    widths: Vec<usize>,
    /// Whether each has figures, which stand at its right.
    is_figures: Vec<bool>,
}

/// Which columns have figures in all their cells but that of the head row, and the empty ones. Behind the first, which
/// counts, most of them are enough: on each page of a budget its head stands anew.
fn columns_of_figures(block: &Block) -> Vec<bool> {
    let columns = block.rows.iter().map(Vec::len).max().unwrap_or(0);
    let is_of_figures = |column: usize| {
        let cells = block.rows.iter().skip(1).filter_map(|row| row.get(column));
        let filled: Vec<&String> = cells.filter(|cell| !cell.trim().is_empty()).collect();
        let figures = filled.iter().filter(|cell| is_figure(cell)).count();
        figures > 0 && (figures == filled.len() || column > 0 && figures * 2 > filled.len())
    };
    (0..columns).map(is_of_figures).collect()
}

/// `1 234.5`, `(12)`, `– 7 %`, `$3,000`: digits, and what is set with them.
fn is_figure(cell: &str) -> bool {
    let is_of_one = |c: char| {
        c.is_ascii_digit()
            || c.is_whitespace()
            || matches!(c, '.' | ',' | '\'' | '(' | ')' | '-' | '\u{2013}' | '\u{2212}' | '%' | '$')
    };
    cell.chars().all(is_of_one) && cell.contains(|c: char| c.is_ascii_digit())
}

/// The bytes of each cell, row by row, found in the text in order.
fn cells_of(block: &Block) -> Option<Vec<Vec<Range<usize>>>> {
    let mut from = 0;
    let mut table = Vec::new();
    for row in &block.rows {
        let mut cells = Vec::new();
        for cell in row {
            let start = from + block.text.get(from..)?.find(cell.as_str())?;
            from = start + cell.len();
            cells.push(start..from);
        }
        table.push(cells);
    }
    Some(table)
}

/// How wide each column would like to be: its widest cell.
fn natural_widths(block: &Block, columns: usize) -> Vec<usize> {
    let mut widths = vec![1; columns];
    for row in &block.rows {
        for (wish, cell) in widths.iter_mut().zip(row) {
            *wish = width(cell).max(*wish);
        }
    }
    widths
}

/// Gives columns that ask for little what they ask for, and the others equal shares of the rest.
fn share(wishes: &[usize], room: usize) -> Option<Vec<usize>> {
    if wishes.iter().sum::<usize>() <= room {
        return Some(wishes.to_vec());
    }
    let mut order: Vec<usize> = (0..wishes.len()).collect();
    order.sort_by_key(|&i| wishes[i]);
    let mut widths = vec![0; wishes.len()];
    let mut left = room;
    for (done, &i) in order.iter().enumerate() {
        let fair = left / (wishes.len() - done);
        widths[i] = wishes[i].min(fair);
        left -= widths[i];
    }
    let squeezed = |i: &usize| widths[*i] < wishes[*i].min(NARROWEST);
    (!order.iter().any(squeezed)).then_some(widths)
}

/// Sets one row of the table in as many rows of the screen as its longest cell needs.
fn set_row(
    block: &Block,
    cells: &[Range<usize>],
    columns: &Columns,
    column: u16,
    rows: &mut Vec<Row>,
) {
    let widths = &columns.widths;
    let mut lines: Vec<Vec<Piece>> = vec![Vec::new()];
    let mut left = column;
    for (i, &cell_width) in widths.iter().enumerate() {
        let right = left.saturating_add(u16::try_from(cell_width).unwrap_or(u16::MAX));
        let part = cells.get(i).cloned().unwrap_or_else(|| {
            let end = cells.last().map_or(0, |last| last.end);
            end..end
        });
        let flow = Flow { text: &block.text, marks: &block.marks, part };
        let mut starts = flow.fill(cell_width, false);
        starts.push(flow.part.end);
        for (line, pair) in starts.windows(2).enumerate() {
            if lines.len() <= line {
                lines.push(Vec::new());
            }
            let row = flow.row(pair[0]..pair[1], left, right);
            let is_figures = columns.is_figures.get(i) == Some(&true);
            let shown = usize::from(row.width().saturating_sub(left));
            let shift = if is_figures { cell_width.saturating_sub(shown) } else { 0 };
            let shift = u16::try_from(shift).unwrap_or(0);
            let moved = |piece: Piece| Piece { column: piece.column + shift, ..piece };
            lines[line].extend(row.pieces.into_iter().map(moved));
        }
        left = right.saturating_add(if i + 1 < widths.len() { 3 } else { 0 });
    }
    rows.extend(lines.into_iter().map(|pieces| ruled(pieces, widths, column, cells)));
}

/// Sets the cells of a row one after another, the rows after the first a little further in.
fn run_on(block: &Block, cells: &[Range<usize>], column: u16, limit: u16, rows: &mut Vec<Row>) {
    const INDENT: u16 = 2;
    let (Some(first), Some(last)) = (cells.first(), cells.last()) else { return };
    let part = first.start..last.end;
    let room = usize::from(limit.saturating_sub(column + INDENT));
    let flow = Flow { text: &block.text, marks: &block.marks, part };
    let mut starts = flow.fill(room, false);
    starts.push(flow.part.end);
    for (line, pair) in starts.windows(2).enumerate() {
        let indent = if line == 0 { 0 } else { INDENT };
        rows.push(flow.row(pair[0]..pair[1], column + indent, limit));
    }
}

/// A row of the screen with the rules between its columns.
fn ruled(mut pieces: Vec<Piece>, widths: &[usize], column: u16, cells: &[Range<usize>]) -> Row {
    let mut at = usize::from(column);
    for &cell_width in widths.iter().take(widths.len().saturating_sub(1)) {
        at += cell_width;
        let column = u16::try_from(at).unwrap_or(u16::MAX);
        pieces.push(Piece { column, cells: 3, kind: PieceKind::Rule(RULE) });
        at += 3;
    }
    pieces.sort_by_key(|piece| piece.column);
    let shown = || pieces.iter().filter_map(|piece| piece.kind.bytes());
    let fallback = cells.first().map_or(0, |cell| cell.start);
    let start = shown().map(|bytes| bytes.start).min().unwrap_or(fallback);
    let end = shown().map(|bytes| bytes.end).max().unwrap_or(start);
    Row { bytes: start..end, pieces }
}
