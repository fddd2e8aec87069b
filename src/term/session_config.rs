//! What the run loop needs beside the reader itself.

use std::path::PathBuf;

use crate::{opening::Surroundings, ui::theme::Theme};

/// What the run loop needs beside the reader itself.
pub struct SessionConfig {
    /// How everything looks.
    pub theme: Theme,
    /// Whether the terminal is asked for the mouse.
    pub mouse: bool,
    /// What is needed to open more documents.
    pub surroundings: Surroundings,
    /// The folder that was named instead of a document.
    pub folder: Option<PathBuf>,
}
