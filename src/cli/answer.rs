//! What a command says: its answer on standard output, complaints on standard error. Nothing that a
//! document, a name or an argument says reaches a terminal but as [`printable`] text, or in a format
//! with escapes of its own. Knows no command.

use std::{
    io::{self, Write as _},
    path::Path,
};

use super::{Outcome, advice};
use crate::{error::Error, text::printable};

/// Writes an answer for people.
///
/// # Errors
/// Where it cannot be written.
pub(super) fn to_people(text: &str) -> Result<(), Error> {
    to_programs(&printable::lines(text))
}

/// Writes an answer as it is: in a format that has escaped what must not be raw.
///
/// # Errors
/// Where it cannot be written.
pub(super) fn to_programs(text: &str) -> Result<(), Error> {
    write(text).map_err(Error::Output)
}

/// Says what was done and is saved. Where that cannot be said, the error says it.
///
/// # Errors
/// Where it cannot be written.
pub(super) fn of_what_is_done(text: &str) -> Result<(), Error> {
    write(&printable::lines(text))
        .map_err(|cause| Error::Unsaid { cause, done: first_line(text).to_owned() })
}

fn first_line(text: &str) -> &str {
    text.lines().next().unwrap_or_default()
}

fn write(text: &str) -> io::Result<()> {
    let mut out = io::stdout().lock();
    out.write_all(text.as_bytes())?;
    out.flush()
}

/// One line that says what and why, and a second where there is something to do about it.
pub(super) fn complain(error: &Error) {
    let help = error.help().map(Into::into).or_else(|| advice::on(error));
    complain_in_words(&error.to_string(), help.as_deref());
}

/// The same of what is in words already.
pub(super) fn complain_in_words(what: &str, help: Option<&str>) {
    let mut err = io::stderr().lock();
    // Where even standard error is closed there is nobody left to tell.
    let _ = writeln!(err, "seized: {}", printable::line(what));
    if let Some(help) = help {
        let _ = writeln!(err, "help: {}", printable::line(help));
    }
}

/// A path within a line for people.
pub(super) fn name(path: &Path) -> String {
    printable::line(&path.display().to_string()).into_owned()
}

/// What could not be read on the way through many files: said at once, and no reason to stop, but
/// the exit status remembers it.
#[derive(Debug, Default)]
pub(super) struct Misses {
    are_there: bool,
}

impl Misses {
    /// Complains.
    pub(super) fn add(&mut self, error: &Error) {
        complain(error);
        self.are_there = true;
    }

    /// Complains of what is in words already.
    pub(super) fn add_in_words(&mut self, what: &str) {
        complain_in_words(what, None);
        self.are_there = true;
    }

    /// What was read; complains where it was not.
    pub(super) fn or_none<T>(&mut self, read: Result<T, Error>) -> Option<T> {
        read.map_err(|error| self.add(&error)).ok()
    }

    /// What came of a command that went on past them.
    pub(super) const fn outcome(&self, otherwise: Outcome) -> Outcome {
        if self.are_there { Outcome::Partly } else { otherwise }
    }
}
