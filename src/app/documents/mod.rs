//! Several documents: which are open, which is read, how one gets there. Knows no file: what is to be
//! opened is an effect, what came of it a message.

mod facts;
mod opening;
mod readers;
mod switching;

pub(super) use facts::InAList;
pub use opening::{FileBeside, OpenedDocument, Wanted};
pub(super) use readers::Readers;

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
