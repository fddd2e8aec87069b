//! A paragraph as its tags have it, before it is known what it is.

use crate::source::pdf::{tags::Kind, typeset::Words};

/// A paragraph as it was found, and where.
pub(super) struct Found {
    pub(super) kind: Kind,
    pub(super) words: Words,
    /// The pages it begins and ends on.
    pub(super) first: usize,
    pub(super) last: usize,
    /// Where its first line begins and stands.
    pub(super) x: f64,
    pub(super) y: f64,
    /// How far its first line is set in from the others, where it has more than one.
    pub(super) indent: Option<f64>,
    /// The cell that it is in.
    pub(super) cell: Option<Cell>,
}

/// A cell of a table, by the numbers of both, of the row, and its own. All are counted through.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Cell {
    pub(super) table: usize,
    pub(super) row: usize,
    pub(super) cell: usize,
}
