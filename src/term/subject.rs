//! A document that something is asked about, to be handed to another thread. Knows nothing of what is asked.

use std::{path::PathBuf, sync::Arc};

use crate::document::Document;

/// A document that is asked about.
#[derive(Clone)]
pub(super) struct Subject {
    pub(super) document: Arc<Document>,
    pub(super) file: Option<PathBuf>,
}
