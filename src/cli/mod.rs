//! The command line: argv → one command each. Knows every other module and is known by none.
//!
//! The definitions below are the only ones: `--help`, the completions and the man page are made
//! from them.

mod about;
mod advice;
mod agreed;
mod align;
mod answer;
mod cache;
mod carry;
mod check;
mod check_draft;
mod compare;
mod config_files;
mod corrected;
mod export;
mod find;
mod import;
mod keys;
mod library;
mod mandates;
mod merge;
mod no_body;
mod parse;
mod paths;
mod place;
mod read;
mod refs;
mod refs_graph;
mod refs_lists;
mod repair;
mod results;
mod set;
mod show;
mod tag;
mod tags;
mod themes;

use std::{env, io, process::ExitCode};

use clap::{Parser, Subcommand};

use crate::error::Error;

/// What a command found; errors apart. The exit status says it, as `grep` and `diff` do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// Done: exit status 0.
    Done,
    /// Done, and the answer is “no” or “problems found”: exit status 1.
    No,
    /// Done but for what could not be read, and was complained of: exit status 2.
    Partly,
    /// Ended by this signal: exit status 128 and its number.
    Signalled(u8),
}

/// Read and annotate United Nations resolutions.
#[derive(Debug, Parser)]
#[command(
    name = "seized",
    version,
    long_version = about::VERSION,
    args_conflicts_with_subcommands = true
)]
struct Cli {
    #[command(subcommand)]
    command: Option<Command>,
    #[command(flatten)]
    read: read::Arguments,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Print the document model: paragraphs, footnotes, marks, references, debris
    Parse(parse::Arguments),
    /// Print the document, or the cited paragraphs, set as in the reader
    Show(show::Arguments),
    /// List every citation of another document, who cites a resolution, or what is missing
    Refs(refs::Arguments),
    /// Compare two versions of a text word by word, or more than two
    Compare(compare::Arguments),
    /// Put one resolution in two languages side by side
    Align(align::Arguments),
    /// Search folders of documents for words, in any form and language
    Find(find::Arguments),
    /// List who is asked to do what, for whom, by when
    Mandates(mandates::Arguments),
    /// List earlier and later uses of nearly the same words, oldest first
    Agreed(agreed::Arguments),
    /// Bring the annotations of an older text onto a newer one, to be reviewed
    Carry(carry::Arguments),
    /// Report problems: missing footnotes, broken numbering, dangling references
    Check(check::Arguments),
    /// Add tags to a paragraph, or remove them
    Tag(tag::Arguments),
    /// List the tags in use, or rename one
    Tags(tags::Arguments),
    /// Read annotations of another program, or of another copy, into a document's
    Import(import::Arguments),
    /// Print all annotations, each with its quote and citation
    Export(export::Arguments),
    /// Merge two versions of annotations; fit to be a git merge driver
    Merge(merge::Arguments),
    /// Correct what the head of a document says: its symbol, title, date, organ or session
    Set(set::Arguments),
    /// Say where the index of the library is kept and how large it is, or remove it
    Cache(cache::Arguments),
    /// Print the keys of the reader as they are here, and what they do
    Keys,
    /// Print your configuration as it is now, with what each line means, to be copied
    Config(config_files::Arguments),
    /// List the themes of the reader
    Themes,
    /// Print a completion script for a shell
    Completions(about::CompletionArguments),
    /// Print the manual page, to be read with `man -l -`
    Man,
}

/// Runs the command that the process was started with.
#[must_use]
pub fn main() -> ExitCode {
    let done = match Cli::try_parse() {
        Ok(cli) => run(cli),
        // `--help` and `--version` come as errors too.
        Err(told) if !told.use_stderr() => {
            answer::to_people(&told.to_string()).map(|()| Outcome::Done)
        }
        Err(error) => Err(bad_arguments(&error)),
    };
    match done {
        Ok(Outcome::Done) => ExitCode::SUCCESS,
        Ok(Outcome::No) => ExitCode::from(1),
        Ok(Outcome::Signalled(signal)) => ExitCode::from(signal.saturating_add(128)),
        Ok(Outcome::Partly) => ExitCode::from(2),
        // Who closes the pipe has read enough.
        Err(Error::Output(cause) | Error::Unsaid { cause, .. })
            if cause.kind() == io::ErrorKind::BrokenPipe =>
        {
            ExitCode::SUCCESS
        }
        Err(error) => {
            answer::complain(&error);
            ExitCode::from(2)
        }
    }
}

fn run(cli: Cli) -> Result<Outcome, Error> {
    match cli.command {
        Some(Command::Parse(arguments)) => parse::run(&arguments),
        Some(Command::Show(arguments)) => show::run(&arguments),
        Some(Command::Refs(arguments)) => refs::run(&arguments),
        Some(Command::Compare(arguments)) => compare::run(&arguments),
        Some(Command::Align(arguments)) => align::run(&arguments),
        Some(Command::Find(arguments)) => find::run(&arguments),
        Some(Command::Mandates(arguments)) => mandates::run(&arguments),
        Some(Command::Agreed(arguments)) => agreed::run(&arguments),
        Some(Command::Cache(arguments)) => cache::run(&arguments),
        Some(Command::Carry(arguments)) => carry::run(&arguments),
        Some(Command::Check(arguments)) => check::run(&arguments),
        Some(Command::Themes) => themes::run(),
        Some(Command::Tag(arguments)) => tag::run(&arguments),
        Some(Command::Tags(arguments)) => tags::run(&arguments),
        Some(Command::Import(arguments)) => import::run(&arguments),
        Some(Command::Export(arguments)) => export::run(&arguments),
        Some(Command::Merge(arguments)) => merge::run(&arguments),
        Some(Command::Set(arguments)) => set::run(&arguments),
        Some(Command::Keys) => keys::run(),
        Some(Command::Config(arguments)) => config_files::run(&arguments),
        Some(Command::Completions(arguments)) => about::completions(&arguments),
        Some(Command::Man) => about::man(),
        None => read::run(&cli.read),
    }
}

/// The parser's complaint in the form that all our errors have.
fn bad_arguments(error: &clap::Error) -> Error {
    // What is neither a command nor a file was to be one of them, whatever is wrong behind it.
    if let Some((typed, help)) =
        env::args().nth(1).and_then(|typed| Some((typed.clone(), advice::on_command(&typed)?)))
    {
        return Error::Usage { what: typed, why: "is no command, and no file".into(), help };
    }
    let text = error.to_string();
    let mut lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
    let why = lines.next().unwrap_or_default().trim_start_matches("error: ");
    let listed = lines.clone().take_while(|line| line.starts_with('<') || line.starts_with('-'));
    let why = listed.fold(why.to_owned(), |why, argument| format!("{why} {argument}"));
    let possible = lines.clone().find_map(|line| line.strip_prefix("[possible values: "));
    let possible = possible.map(|values| format!("it is one of {}", values.trim_end_matches(']')));
    let tip = lines.clone().find_map(|line| line.strip_prefix("tip: ")).map(str::to_owned);
    let help = possible.or(tip).unwrap_or_else(|| {
        let usage = lines.find_map(|line| line.strip_prefix("Usage: ")).unwrap_or("seized");
        let is_name = |word: &&str| !word.starts_with(['[', '<', '-']);
        let command: Vec<&str> = usage.split_whitespace().take_while(is_name).collect();
        let what =
            if command.len() > 1 { "its arguments" } else { "the commands and their options" };
        format!("`{} --help` lists {what}", command.join(" "))
    });
    Error::Usage { what: "arguments".into(), why, help }
}
