//! `seized parse`: the document model on standard output.

use std::path::PathBuf;

use clap::{Args, ValueEnum};

use super::{
    Outcome,
    answer::{self, Misses},
    corrected,
};
use crate::{error::Error, export};

#[derive(Debug, Args)]
#[command(after_help = "Example: seized parse A_RES_72_247.txt | jq '.blocks[].id'\n         \
                        seized parse A_RES_72_247.txt --format passages | grep -i meeting")]
pub(super) struct Arguments {
    /// The document, in any format seized reads; `-` is standard input
    file: PathBuf,
    /// What to print it as
    #[arg(long, value_enum, default_value_t = Format::Json)]
    format: Format,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum Format {
    /// One object with everything that was recognised, for other programs
    Json,
    /// Plain text, a blank line between paragraphs
    Text,
    /// Markdown, with footnotes and links
    Md,
    /// Akoma Ntoso for the United Nations, an XML
    Akn,
    /// One passage a line: its citation, a tab, its words
    Passages,
}

pub(super) fn run(arguments: &Arguments) -> Result<Outcome, Error> {
    let mut misses = Misses::default();
    let (document, problems) = corrected::open(&arguments.file, &mut misses)?;
    match arguments.format {
        Format::Json => answer::to_programs(&export::json(&document, &problems)),
        Format::Text => answer::to_people(&export::text(&document)),
        Format::Md => answer::to_people(&export::markdown(&document)),
        Format::Akn => answer::to_programs(&export::akn(&document)),
        Format::Passages => answer::to_people(&export::passages(&document)),
    }?;
    Ok(misses.outcome(Outcome::Done))
}
