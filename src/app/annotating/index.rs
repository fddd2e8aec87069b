//! The index of the version of a document that is read: worked out once, by whoever needs it first,
//! and shared by the threads that do. Knows nothing of what is sought in it.

use std::{
    fmt,
    sync::{Arc, OnceLock},
};

use crate::{annotations::Index, document::Document};

/// The index of one version of a document, made when it is first asked for.
#[derive(Clone, Default)]
pub(in crate::app) struct DocumentIndex(Arc<OnceLock<Index>>);

impl DocumentIndex {
    /// The index of `document`, which must be the one it was asked for before. Waits where another
    /// thread is making it.
    pub(in crate::app) fn of(&self, document: &Document) -> &Index {
        self.0.get_or_init(|| Index::new(document))
    }
}

impl fmt::Debug for DocumentIndex {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("DocumentIndex").field(&self.0.get().is_some()).finish()
    }
}
