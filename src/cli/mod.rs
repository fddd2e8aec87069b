//! The command line: argv → one command each. Knows every other module and is known by none.
//!
//! The definitions below are the only ones: `--help`, the completions and the man page are made
//! from them.

mod input;
mod parse;

use std::{
    io::{self, Write as _},
    process::ExitCode,
};

use clap::{Parser, Subcommand};

use crate::error::Error;

/// What a command found; errors apart. The exit status says it, as `grep` and `diff` do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// Done: exit status 0.
    Done,
    /// Done, and the answer is “no” or “problems found”: exit status 1.
    No,
}

/// Read and annotate United Nations resolutions.
#[derive(Debug, Parser)]
#[command(name = "seized", version, args_conflicts_with_subcommands = true)]
struct Cli {
    #[command(subcommand)]
    command: Option<Command>,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Print the document model: paragraphs, footnotes, marks, references, debris
    Parse(parse::Arguments),
}

/// Runs the command that the process was started with.
#[must_use]
pub fn main() -> ExitCode {
    let cli = match Cli::try_parse() {
        Ok(cli) => cli,
        Err(error) => error.exit(),
    };
    match run(cli) {
        Ok(Outcome::Done) => ExitCode::SUCCESS,
        Ok(Outcome::No) => ExitCode::from(1),
        Err(Error::Output(cause)) if cause.kind() == io::ErrorKind::BrokenPipe => ExitCode::SUCCESS,
        Err(error) => {
            complain(&error);
            ExitCode::from(2)
        }
    }
}

fn run(cli: Cli) -> Result<Outcome, Error> {
    match cli.command {
        Some(Command::Parse(arguments)) => parse::run(&arguments),
        None => Ok(Outcome::Done),
    }
}

/// One line that says what and why, and a second where there is something to do about it.
fn complain(error: &Error) {
    let mut err = io::stderr().lock();
    // Where even standard error is closed there is nobody left to tell.
    let _ = writeln!(err, "seized: {error}");
    if let Some(help) = error.help() {
        let _ = writeln!(err, "help: {help}");
    }
}

/// Writes a whole answer to standard output.
fn answer(text: &str) -> Result<(), Error> {
    let mut out = io::stdout().lock();
    out.write_all(text.as_bytes()).and_then(|()| out.flush()).map_err(Error::Output)
}
