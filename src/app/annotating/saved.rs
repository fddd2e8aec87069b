//! How far annotations are saved, and what was learnt in saving them. Knows no file and no reader.

use crate::{annotations::Entry, app::DocId};

/// How far what was written is saved.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Saving {
    /// Everything is on disk.
    #[default]
    Done,
    /// It is on its way.
    Due,
    /// It could not be saved, for this reason; it is still in memory.
    Failed(String),
}

/// What came of saving.
#[derive(Clone, Debug, Default)]
pub struct Saved {
    /// What was given to be saved.
    pub sent: Vec<Entry>,
    /// That, merged with what others wrote: what is on disk now.
    pub entries: Vec<Entry>,
    /// Where it went, where that is not beside the source.
    pub elsewhere: Option<String>,
}

/// Annotations that were not saved.
#[derive(Clone, Debug)]
pub struct Offer {
    /// The document.
    pub(in crate::app) id: DocId,
    /// Annotations and bookmarks that they add, change or remove.
    pub count: usize,
    /// What was on the disk when they were last brought together.
    pub(in crate::app) base: Vec<Entry>,
    /// The annotations as they were in the reader.
    pub(in crate::app) entries: Vec<Entry>,
}
