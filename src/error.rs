//! What went wrong with which file, for a person. The library below cannot fail: it has problems,
//! which are data ([`crate::document::Problem`]).

use std::path::PathBuf;

/// A command could not be carried out. Printed as `seized: WHAT: WHY`, and `help: …` below it.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// A file could not be read, written or found.
    #[error("{}: {cause}", path.display())]
    File {
        /// Which file.
        path: PathBuf,
        /// Why not.
        cause: std::io::Error,
    },
    /// Bytes that no reader of ours understands.
    #[error("{name}: {why}")]
    Format {
        /// The file, or `standard input`.
        name: String,
        /// What is wrong with it, in a phrase.
        why: String,
        /// What to do about it, in a sentence; empty where there is nothing.
        help: String,
    },
    /// Standard output could not be written.
    #[error("standard output: {0}")]
    Output(std::io::Error),
    /// A citation, a command or a value that means nothing here.
    #[error("{what}: {why}")]
    Usage {
        /// The words as given.
        what: String,
        /// Why they cannot be used.
        why: String,
        /// What to do about it, in a sentence; empty where there is nothing.
        help: String,
    },
}

impl Error {
    /// What to do about it, in a sentence.
    #[must_use]
    pub fn help(&self) -> Option<&str> {
        match self {
            Self::Format { help, .. } | Self::Usage { help, .. } => {
                Some(help.as_str()).filter(|help| !help.is_empty())
            }
            Self::File { .. } | Self::Output(_) => None,
        }
    }
}
