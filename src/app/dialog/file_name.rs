//! The name of a file being typed, to which something is to be written. Writes nothing, and asks for nothing that is
//! on a disk.

use std::path::PathBuf;

use super::{
    answer::{Action, Answer},
    line::{Edit, Line},
};
use crate::app::{DocId, keys::key::Key};

/// The name of a file being typed, for the comparison of two documents.
#[derive(Clone, Debug)]
pub struct FileName {
    /// What was typed.
    pub line: Line,
    /// The older and the newer document.
    texts: [DocId; 2],
}

impl FileName {
    /// With a name to begin from.
    pub(in crate::app) fn new(offered: String, texts: [DocId; 2]) -> Self {
        Self { line: Line::new(offered), texts }
    }

    pub(super) fn press(&mut self, key: Key) -> Answer {
        match self.line.press(key) {
            Edit::Submit if self.line.text().trim().is_empty() => Answer::Close,
            Edit::Submit => {
                let path = PathBuf::from(self.line.text().trim());
                Answer::CloseAnd(Action::WriteComparison(self.texts, path))
            }
            Edit::Cancel => Answer::Close,
            Edit::Changed | Edit::Same | Edit::NotMine => Answer::Stay,
        }
    }

    pub(super) fn paste(&mut self, text: &str) -> Answer {
        self.line.insert(text);
        Answer::Stay
    }
}
