//! Which document is meant.

/// Which of the documents that are or were open. No two have the same, so that what is told of one that was
/// closed meanwhile reaches none.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct DocId(u32);

impl DocId {
    /// The one that the reader begins with.
    pub const FIRST: Self = Self(0);

    /// The one after it.
    #[must_use]
    pub const fn next(self) -> Self {
        Self(self.0 + 1)
    }
}
