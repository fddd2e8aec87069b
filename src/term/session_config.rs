//! What the run loop needs beside the reader itself.

use std::path::PathBuf;

use crate::{opening::Surroundings, ui::theme::Theme};

/// What the run loop needs beside the reader itself.
pub struct SessionConfig {
    /// How everything looks.
    pub theme: Theme,
    /// What is needed to open more documents.
    pub surroundings: Surroundings,
    /// The folders that were named: the library is shown.
    pub folders: Vec<PathBuf>,
    /// The folders of the library where none were named; where there are none either, it is the folder of the
    /// document that is read.
    pub library: Vec<PathBuf>,
}
