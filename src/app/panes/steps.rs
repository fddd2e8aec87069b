//! How far commands that move go on a screen of some height, as signed rows. Knows rows, not what is in them.

/// Rows to go down; up is as many the other way.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::app) struct Steps {
    /// As many as were counted.
    pub(in crate::app) rows: isize,
    /// Pages: two rows of the last one stay in sight, so that the eye finds its place.
    pub(in crate::app) pages: isize,
    /// Half pages.
    pub(in crate::app) half_pages: isize,
}

impl Steps {
    /// The steps of a command that was given a count, on so many rows.
    pub(in crate::app) fn of(count: Option<usize>, height: u16) -> Self {
        let rows = isize::try_from(count.unwrap_or(1)).unwrap_or(isize::MAX);
        let height = isize::try_from(height).unwrap_or(1);
        Self {
            rows,
            pages: (height - 2).max(1).saturating_mul(rows),
            half_pages: (height / 2).max(1).saturating_mul(rows),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_leaves_two_rows_in_sight() {
        assert_eq!(Steps::of(None, 20), Steps { rows: 1, pages: 18, half_pages: 10 });
        assert_eq!(Steps::of(Some(3), 21), Steps { rows: 3, pages: 57, half_pages: 30 });
    }

    #[test]
    fn there_is_a_step_on_the_lowest_screen_and_by_the_largest_count() {
        assert_eq!(Steps::of(None, 1), Steps { rows: 1, pages: 1, half_pages: 1 });
        assert_eq!(Steps::of(Some(usize::MAX), 9).pages, isize::MAX);
    }
}
