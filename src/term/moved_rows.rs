//! Rows that moved up or down from one grid of cells to the next, as they do when a text scrolls: a terminal moves them
//! for a dozen bytes. Knows cells, no escape sequences.

use std::ops::Range;

use ratatui::buffer::{Buffer, Cell};

use super::pen::looks_like;

/// Rows that the terminal shows already, further down or up.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct MovedRows {
    /// The rows among which they move; what is moved out of these is gone, and as many become empty.
    pub(super) among: Range<u16>,
    /// How far: up by so many rows, or down where it is less than nothing.
    pub(super) up: i16,
}

/// Fewer rows than these are written.
const FEWEST: usize = 4;

/// The rows of `old` that are elsewhere in `new`, where it pays to move them.
pub(super) fn moved_rows(old: &Buffer, new: &Buffer) -> Option<MovedRows> {
    if old.area != new.area || new.area.width == 0 {
        return None;
    }
    let width = usize::from(new.area.width);
    let old: Vec<&[Cell]> = old.content.chunks(width).collect();
    let new: Vec<&[Cell]> = new.content.chunks(width).collect();
    let changed: Vec<usize> = (0..new.len()).filter(|&y| !is_alike(new[y], old[y])).collect();
    if changed.len() < FEWEST {
        return None;
    }
    // A text that scrolls is told by any of its rows; three are asked, since a scrollbar may differ in one.
    let asked = [1, 2, 3].map(|quarter| changed[changed.len() * quarter / 4]);
    asked.into_iter().filter(|&y| !is_uniform(new[y])).find_map(|y| {
        let from = (0..old.len()).find(|&from| from != y && is_alike(old[from], new[y]))?;
        moved_by(&old, &new, i16::try_from(from).ok()? - i16::try_from(y).ok()?)
    })
}

/// All rows that moved as far as this, if they are enough.
fn moved_by(old: &[&[Cell]], new: &[&[Cell]], up: i16) -> Option<MovedRows> {
    let from = |y: usize| y.checked_add_signed(isize::from(up)).filter(|&from| from < old.len());
    let moved: Vec<usize> = (0..new.len())
        .filter(|&y| from(y).is_some_and(|from| is_alike(old[from], new[y])))
        .collect();
    let (first, last) = (*moved.first()?, *moved.last()?);
    let saved = moved.iter().filter(|&&y| !is_alike(new[y], old[y])).count();
    let spoilt =
        (first..=last).filter(|&y| !moved.contains(&y) && is_alike(new[y], old[y])).count();
    if saved < spoilt + FEWEST {
        return None;
    }
    let (top, end) = (first.min(from(first)?), last.max(from(last)?) + 1);
    Some(MovedRows { among: u16::try_from(top).ok()?..u16::try_from(end).ok()?, up })
}

/// Whether two rows look the same.
fn is_alike(one: &[Cell], other: &[Cell]) -> bool {
    one.iter().zip(other).all(|(one, other)| looks_like(one, other))
}

/// Whether all cells of a row are alike: it could have come from anywhere.
fn is_uniform(row: &[Cell]) -> bool {
    row.windows(2).all(|pair| looks_like(&pair[0], &pair[1]))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn grid(rows: &[&str]) -> Buffer {
        Buffer::with_lines(rows.iter().copied())
    }

    #[track_caller]
    fn moves(old: &[&str], new: &[&str], among: Range<u16>, up: i16) {
        assert_eq!(moved_rows(&grid(old), &grid(new)), Some(MovedRows { among, up }));
    }

    #[test]
    fn a_text_that_scrolls_moves_between_the_lines_that_stand() {
        let old = ["head", "a", "b", "c", "d", "e", "f", "1 %"];
        moves(&old, &["head", "b", "c", "d", "e", "f", "g", "2 %"], 1..7, 1);
        moves(&old, &["head", "z", "a", "b", "c", "d", "e", "0 %"], 1..7, -1);
        moves(&old, &["head", "c", "d", "e", "f", "g", "h", "3 %"], 1..7, 2);
    }

    #[test]
    fn a_row_that_differs_among_them_is_no_hindrance() {
        let old = ["head", "a", "b", "c", "d", "e", "f", "g", "h"];
        moves(&old, &["head", "b", "c", "D", "e", "f", "g", "h", "i"], 1..9, 1);
    }

    #[test]
    fn what_does_not_pay_is_written() {
        let old = ["head", "a", "b", "c", "d", "e", "f"];
        let few = ["head", "b", "c", "C", "D", "E", "F"];
        let other = ["head", "k", "l", "m", "n", "o", "p"];
        let empty = ["", "", "", "", "", "", ""];
        for new in [few, other, empty, old] {
            assert_eq!(moved_rows(&grid(&old), &grid(&new)), None, "{new:?}");
        }
        // Of two texts side by side one stands: to move both would spoil it.
        let beside = ["a 1", "b 2", "c 3", "d 4", "e 5", "f 6"];
        let scrolled = ["b 1", "c 2", "d 3", "e 4", "f 5", "g 6"];
        assert_eq!(moved_rows(&grid(&beside), &grid(&scrolled)), None);
    }
}
