//! Items that have rows, and places in them: what scrolling needs to know of a text, a list, two texts
//! aligned. Rows are asked for one item at a time, so that nothing ever needs those of the whole. Knows not
//! what is in them.

/// Things one below the other, each of one row or more.
pub trait Rows {
    /// How many there are.
    fn items(&self) -> usize;

    /// The rows of an item, an empty one before it included.
    fn height(&mut self, item: usize) -> usize;
}

/// A row: the item it belongs to, and which of its rows it is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct RowAt {
    /// Index of the item.
    pub item: usize,
    /// Index of the row in the item; an empty row before it counts.
    pub row: usize,
}

/// The next row.
pub fn below(rows: &mut impl Rows, at: RowAt) -> Option<RowAt> {
    if at.row + 1 < rows.height(at.item) {
        return Some(RowAt { row: at.row + 1, ..at });
    }
    (at.item + 1 < rows.items()).then_some(RowAt { item: at.item + 1, row: 0 })
}

/// The row before.
pub fn above(rows: &mut impl Rows, at: RowAt) -> Option<RowAt> {
    if at.row > 0 {
        return Some(RowAt { row: at.row - 1, ..at });
    }
    let item = at.item.checked_sub(1)?;
    Some(RowAt { item, row: rows.height(item).saturating_sub(1) })
}

/// The row `count` rows higher, or the first one.
pub fn up(rows: &mut impl Rows, from: RowAt, count: usize) -> RowAt {
    let mut at = from;
    for _ in 0..count {
        match above(rows, at) {
            Some(next) => at = next,
            None => break,
        }
    }
    at
}

/// The row `count` rows lower, or the last one.
pub fn down(rows: &mut impl Rows, from: RowAt, count: usize) -> RowAt {
    let mut at = from;
    for _ in 0..count {
        match below(rows, at) {
            Some(next) => at = next,
            None => break,
        }
    }
    at
}

/// The last row of all.
pub fn last(rows: &mut impl Rows) -> RowAt {
    let item = rows.items().saturating_sub(1);
    RowAt { item, row: rows.height(item).saturating_sub(1) }
}

/// The lowest row that may be at the top of a window so high: no empty rows below the end while there is
/// something above.
pub fn lowest_top(rows: &mut impl Rows, height: usize) -> RowAt {
    let end = last(rows);
    up(rows, end, height.saturating_sub(1))
}

/// The top of a window so high that has this row in sight, `margin` rows from its edges, and is moved from
/// `top` as little as can be; far away, the row is a third below the top.
pub fn top_with(
    rows: &mut impl Rows,
    at: RowAt,
    top: RowAt,
    height: usize,
    margin: usize,
) -> RowAt {
    let Some(last_line) = height.checked_sub(1) else { return top };
    let margin = margin.min(last_line / 2);
    let highest = up(rows, at, last_line - margin);
    let lowest = up(rows, at, margin);
    if (highest..=lowest).contains(&top) {
        return top;
    }
    let near_below = down(rows, top, height + height / 2);
    let near_above = up(rows, top, height / 2);
    if at < near_above || at > near_below {
        up(rows, at, height / 3)
    } else if top < highest {
        highest
    } else {
        lowest
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Items of so many rows.
    struct Items(Vec<usize>);

    impl Rows for Items {
        fn items(&self) -> usize {
            self.0.len()
        }

        fn height(&mut self, item: usize) -> usize {
            self.0[item]
        }
    }

    fn at(item: usize, row: usize) -> RowAt {
        RowAt { item, row }
    }

    #[test]
    fn rows_are_counted_through_items() {
        let rows = &mut Items(vec![2, 1, 3]);
        assert_eq!(below(rows, at(0, 1)), Some(at(1, 0)));
        assert_eq!(below(rows, at(2, 2)), None);
        assert_eq!(above(rows, at(2, 0)), Some(at(1, 0)));
        assert_eq!(above(rows, at(0, 0)), None);
        assert_eq!(down(rows, at(0, 0), 4), at(2, 1));
        assert_eq!(down(rows, at(0, 0), 9), at(2, 2));
        assert_eq!(up(rows, at(2, 1), 3), at(0, 1));
        assert_eq!(last(rows), at(2, 2));
    }

    #[test]
    fn a_window_moves_no_more_than_it_must() {
        let rows = &mut Items(vec![1; 100]);
        let top = |rows: &mut Items, row| top_with(rows, at(row, 0), at(20, 0), 10, 2).item;
        assert_eq!(top(rows, 25), 20, "in sight");
        assert_eq!(top(rows, 28), 21, "two rows stay below it");
        assert_eq!(top(rows, 21), 19, "and above it");
        assert_eq!(top(rows, 80), 77, "far away: a third below the top");
        assert_eq!(lowest_top(rows, 10), at(90, 0));
    }
}
