//! What became of a paragraph, as it was found once for all annotations on it.

use std::sync::OnceLock;

use super::{Verdict, alignment::Alignment};

/// What became of a paragraph.
pub(super) struct Successor {
    /// Where it is among the passages, and how sure that is; nothing where it is gone.
    pub(super) found: Option<(usize, Verdict)>,
    /// Which of its words are which there, once that was asked.
    pub(super) alignment: OnceLock<Alignment>,
}
