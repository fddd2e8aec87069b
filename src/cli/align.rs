//! `seized align`: one resolution in two languages, paragraph beside paragraph.

use std::path::PathBuf;

use clap::{Args, ValueEnum};

use super::{
    Outcome,
    answer::{self, Misses},
    corrected, library,
};
use crate::{
    compare,
    error::Error,
    export::{self, Compared},
};

#[derive(Debug, Args)]
#[command(after_help = "Example: seized align A_RES_74_1_en.xml A_RES_74_1_fr.xml --format json")]
pub(super) struct Arguments {
    /// The resolution in one language
    #[arg(value_name = "TEXT")]
    one: PathBuf,
    /// The same in another
    #[arg(value_name = "OTHER")]
    other: PathBuf,
    /// What to print it as
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum Format {
    /// A line for what says the same
    Text,
    /// Pairs of citations, for other programs
    Json,
}

pub(super) fn run(arguments: &Arguments) -> Result<Outcome, Error> {
    let mut misses = Misses::default();
    let (a, _) = corrected::open(&library::named(&arguments.one), &mut misses)?;
    let (b, _) = corrected::open(&library::named(&arguments.other), &mut misses)?;
    let alignment = compare::align(&a, &b);
    let files = (arguments.one.display().to_string(), arguments.other.display().to_string());
    let (a, b) =
        (Compared { file: &files.0, document: &a }, Compared { file: &files.1, document: &b });
    match arguments.format {
        Format::Text => answer::to_people(&export::alignment_text(&a, &b, &alignment)),
        Format::Json => answer::to_programs(&export::alignment_json(&a, &b, &alignment)),
    }?;
    Ok(misses.outcome(Outcome::Done))
}
