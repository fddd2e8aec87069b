//! What went wrong with which file, for a person. The library below cannot fail: it has problems,
//! which are data ([`crate::document::Problem`]).

use std::{borrow::Cow, path::PathBuf};

/// A command could not be carried out. Printed as `seized: WHAT: WHY`, and `help: …` below it.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// A file could not be read, written or found.
    #[error("{}: {}", path.display(), reason(cause))]
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
    /// There is no directory to keep private files in.
    #[error("the data directory: {}", reason(.0))]
    NoHome(std::io::Error),
    /// Standard output could not be written.
    #[error("standard output: {}", reason(.0))]
    Output(std::io::Error),
    /// Something was done and saved, and only that could not be said.
    #[error("standard output: {}", reason(cause))]
    Unsaid {
        /// What was done, in a line.
        done: String,
        /// Why it could not be said.
        cause: std::io::Error,
    },
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
    pub fn help(&self) -> Option<Cow<'_, str>> {
        match self {
            Self::Format { help, .. } | Self::Usage { help, .. } => {
                Some(help.as_str().into()).filter(|help: &Cow<str>| !help.is_empty())
            }
            Self::Unsaid { done, .. } => Some(format!("it is done and saved: {done}").into()),
            Self::File { .. } | Self::Output(_) | Self::NoHome(_) => None,
        }
    }
}

/// Why the system refused, without the number that means nothing to a person.
fn reason(cause: &std::io::Error) -> String {
    let text = cause.to_string();
    let words = text.split(" (os error").next().unwrap_or(&text);
    let mut chars = words.chars();
    chars.next().map_or_else(String::new, |c| c.to_lowercase().chain(chars).collect())
}
