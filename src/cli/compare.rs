//! `seized compare`: what became of each paragraph from one text to the next.

use std::{
    env,
    io::{self, IsTerminal as _},
    path::{Path, PathBuf},
};

use clap::{Args, ValueEnum};
use jiff::Timestamp;

use super::{
    Outcome,
    answer::{self, Misses},
    corrected, library,
};
use crate::{
    compare::{self, Pairing, Summary},
    config,
    document::Document,
    error::Error,
    export::{self, Compared, TrackedText, Tracking, WordSource},
    opening::files,
    source, store,
};

#[derive(Debug, Args)]
#[command(after_help = "Example: seized compare A_RES_70_161.docx A_RES_72_247.docx\n         \
                  seized compare 2015.docx 2017.docx --format docx --output changes.docx\n         \
                  seized compare 2013.txt 2015.txt 2017.txt")]
pub(super) struct Arguments {
    /// The older text and the newer one; more than two are a series, from the oldest to the newest
    #[arg(required = true, num_args = 2.., value_name = "TEXT")]
    texts: Vec<PathBuf>,
    /// What to print it as
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,
    /// Write it to a file
    #[arg(long, short, value_name = "FILE")]
    output: Option<PathBuf>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Format {
    /// Changed paragraphs with their changes, `[-old-]{+new+}`
    Text,
    /// Every pair of paragraphs with its edits, for other programs
    Json,
    /// Markdown
    Md,
    /// A page for a browser and for paper
    Html,
    /// A Word file with tracked changes
    Docx,
}

/// Lines are no longer than so many characters, however wide the terminal is.
const WIDEST: u16 = 100;

pub(super) fn run(arguments: &Arguments) -> Result<Outcome, Error> {
    let mut misses = Misses::default();
    let mut documents = Vec::new();
    for path in &arguments.texts {
        documents.push(corrected::open(&library::named(path), &mut misses)?.0);
    }
    let outcome = match (arguments.texts.as_slice(), documents.as_slice()) {
        ([one, other], [a, b]) => two(arguments, (one, a), (other, b))?,
        (paths, documents) => several(arguments, paths, documents)?,
    };
    Ok(misses.outcome(outcome))
}

fn two(
    arguments: &Arguments,
    (one, a): (&Path, &Document),
    (other, b): (&Path, &Document),
) -> Result<Outcome, Error> {
    let pairings = compare::compare(a, b);
    let (one, other) = (one.display().to_string(), other.display().to_string());
    let (of_a, of_b) =
        (Compared { file: &one, document: a }, Compared { file: &other, document: b });
    let text = match arguments.format {
        Format::Text => export::comparison_text(&of_a, &of_b, &pairings, width(arguments)),
        Format::Json => export::comparison_json(&of_a, &of_b, &pairings),
        Format::Md => export::comparison_markdown(&of_a, &of_b, &pairings),
        Format::Html => export::comparison_html(&of_a, &of_b, &pairings),
        Format::Docx => return word_file(arguments, (a, b), &pairings),
    };
    say(arguments, &text)?;
    Ok(outcome(&pairings))
}

fn outcome(pairings: &[Pairing]) -> Outcome {
    if Summary::of(pairings).is_same() { Outcome::Done } else { Outcome::No }
}

fn several(
    arguments: &Arguments,
    paths: &[PathBuf],
    documents: &[Document],
) -> Result<Outcome, Error> {
    let versions: Vec<&Document> = documents.iter().collect();
    let files: Vec<String> = paths.iter().map(|path| path.display().to_string()).collect();
    let texts: Vec<Compared<'_>> =
        files.iter().zip(&versions).map(|(file, document)| Compared { file, document }).collect();
    let series = compare::series(&versions);
    let text = match arguments.format {
        Format::Text => export::series_text(&texts, &series),
        Format::Json => export::series_json(&texts, &series),
        Format::Md | Format::Html | Format::Docx => {
            return Err(Error::Usage {
                what: "--format".into(),
                why: "shows two texts, and more are named".into(),
                help: "a series is text or json; or name two of them".into(),
            });
        }
    };
    say(arguments, &text)?;
    let is_same = series.steps.iter().all(|step| Summary::of(step).is_same());
    Ok(if is_same { Outcome::Done } else { Outcome::No })
}

/// Says it, or writes it to the file that is named.
fn say(arguments: &Arguments, text: &str) -> Result<(), Error> {
    if let Some(path) = &arguments.output {
        return write(path, text.as_bytes());
    }
    match arguments.format {
        Format::Text | Format::Md => answer::to_people(text),
        Format::Json | Format::Html | Format::Docx => answer::to_programs(text),
    }
}

fn write(path: &Path, bytes: &[u8]) -> Result<(), Error> {
    store::write_durably(path, bytes).map_err(|cause| Error::File { path: path.to_owned(), cause })
}

/// How wide lines may be: as wide as the terminal, and as they are where there is none.
fn width(arguments: &Arguments) -> Option<usize> {
    if arguments.output.is_some() || !io::stdout().is_terminal() {
        return None;
    }
    let width = terminal_size::terminal_size().map_or(80, |(width, _)| width.0);
    Some(usize::from(width.min(WIDEST)))
}

/// Writes the comparison as a Word file, made from the older text's where it is one, else from the newer's.
fn word_file(
    arguments: &Arguments,
    (a, b): (&Document, &Document),
    pairings: &[Pairing],
) -> Result<Outcome, Error> {
    let Some(path) = &arguments.output else {
        return Err(Error::Usage {
            what: "--format docx".into(),
            why: "is no text to be shown".into(),
            help: "add `--output FILE.docx`".into(),
        });
    };
    let word = |at: usize| -> Result<Option<Vec<u8>>, Error> {
        let Some(text) = arguments.texts.get(at).filter(|text| *text != Path::new("-")) else {
            return Ok(None);
        };
        let bytes = files::bytes(text)?;
        Ok(source::is_word_file(&bytes).then_some(bytes))
    };
    let said = |at: usize| -> String {
        let text = arguments.texts.get(at).filter(|text| *text != Path::new("-"));
        text.and_then(|text| files::manuscript(text).ok()).map_or_else(String::new, |it| it.text)
    };
    let (older, newer) = (word(0)?, word(1)?);
    let sources = (said(0), said(1));
    let made_from = match (&older, &newer) {
        (Some(bytes), _) => WordSource::Older(bytes),
        (None, Some(bytes)) => WordSource::Newer(bytes),
        (None, None) => WordSource::Neither,
    };
    let author = author();
    let date = Timestamp::now().strftime("%Y-%m-%dT%H:%M:%SZ").to_string();
    let tracking = Tracking { author: &author, date: &date };
    let a = TrackedText { document: a, source: &sources.0 };
    let b = TrackedText { document: b, source: &sources.1 };
    let bytes = export::tracked_docx(made_from, a, b, pairings, tracking).map_err(|why| {
        let named = match made_from {
            WordSource::Newer(_) => arguments.texts.get(1),
            WordSource::Older(_) | WordSource::Neither => arguments.texts.first(),
        };
        Error::Format {
            name: named.map_or_else(String::new, |path| path.display().to_string()),
            why,
            help: "Open and save it in a word processor, and try again.".into(),
        }
    })?;
    write(path, &bytes)?;
    Ok(outcome(pairings))
}

/// Who is said to have made the changes.
fn author() -> String {
    let config = config::folder().map(|folder| config::config(&folder, &mut Vec::new()));
    let author = config.and_then(|config| config.author).or_else(|| env::var("USER").ok());
    author.filter(|author| !author.is_empty()).unwrap_or_else(|| "seized".into())
}
