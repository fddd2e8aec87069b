//! `seized agreed`: earlier and later uses of nearly the same words.

use std::{
    fmt::Write as _,
    io::{self, Read as _},
    ops::Range,
    path::{Path, PathBuf},
};

use clap::{Args, ValueEnum};
use serde::Serialize;

use super::{
    Outcome,
    answer::{self, Misses},
    corrected,
    library::{self, Styles, in_characters, in_words},
    place, results,
};
use crate::{
    error::Error,
    library::{Agreed, Asked, EditKind, Found, Library, PassageId, Unreadable},
    opening::{full_path, library::record},
    text::printable,
};

#[derive(Debug, Args)]
#[command(after_help = "\
Example: seized agreed A_RES_72_247.txt --at PP7 resolutions/
         echo 'leaving no one behind' | seized agreed - resolutions/")]
pub(super) struct Arguments {
    /// The document of the paragraph; with `-` and without --at, the words on standard input
    file: PathBuf,
    /// The paragraph, `OP14`, `PP7`
    #[arg(long)]
    at: Option<String>,
    /// Documents, or folders of documents, in which to look
    #[arg(required = true)]
    paths: Vec<PathBuf>,
    /// How like the words must be, from 0 to 1: the Dice coefficient of their runs of four words
    #[arg(long, default_value_t = 0.65, value_parser = share)]
    least: f64,
    /// What to print the uses as
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum Format {
    /// For people: oldest first, what differs marked
    Text,
    /// A list of objects, one a use
    Json,
}

fn share(text: &str) -> Result<f64, String> {
    let share: Result<f64, _> = text.parse();
    share.ok().filter(|share| (0.0..=1.0).contains(share)).ok_or("it is from 0 to 1".into())
}

/// A use as JSON.
#[derive(Serialize)]
struct Use<'a> {
    file: &'a str,
    symbol: Option<&'a str>,
    citation: &'a str,
    date: Option<&'a str>,
    likeness: f64,
    text: &'a str,
    edits: Vec<EditOfUse>,
    within: Option<[usize; 2]>,
    first: bool,
}

#[derive(Serialize)]
struct EditOfUse {
    op: &'static str,
    here: [usize; 2],
    there: [usize; 2],
}

/// The words that are asked for.
struct Words {
    text: String,
    /// The citation of their paragraph.
    cite: Option<String>,
    date: Option<String>,
}

pub(super) fn run(arguments: &Arguments) -> Result<Outcome, Error> {
    let mut misses = Misses::default();
    let words = words(arguments, &mut misses)?;
    let ask = |library: &Library| {
        let own = own(library, &arguments.file, words.cite.as_deref())?;
        let asked = Asked::new(&words.text, arguments.least, own);
        let mut uses = Vec::new();
        for candidate in library.uses(&asked, &|| true)? {
            uses.extend(library.agreed(&asked, candidate.id)?);
        }
        let first = first(library, &uses, own, words.date.as_deref());
        Ok((uses, first))
    };
    let (_, (uses, first)) = library::asked(&arguments.paths, &mut misses, ask)?;
    match arguments.format {
        Format::Json => answer::to_programs(&printable::json(&json(&words.text, &uses, first))),
        Format::Text => answer::to_programs(&text(&words.text, &uses, first)),
    }?;
    Ok(misses.outcome(if uses.is_empty() { Outcome::No } else { Outcome::Done }))
}

/// What is asked for: a paragraph of a document, or what stands on standard input.
fn words(arguments: &Arguments, misses: &mut Misses) -> Result<Words, Error> {
    let Some(at) = &arguments.at else {
        if arguments.file != Path::new("-") {
            return Err(Error::Usage {
                what: arguments.file.display().to_string(),
                why: "which of its paragraphs is meant".into(),
                help: "name one with --at OP14; words come on standard input, with - for the file"
                    .into(),
            });
        }
        let mut text = String::new();
        let read = io::stdin().lock().take(1 << 20).read_to_string(&mut text);
        read.map_err(|cause| Error::File { path: arguments.file.clone(), cause })?;
        let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
        return Ok(Words { text, cite: None, date: None });
    };
    let (document, _) = corrected::open(&arguments.file, misses)?;
    let passages = place::find(&document, at, &arguments.file)?;
    let [passage] = passages.as_slice() else {
        return Err(Error::Usage {
            what: at.clone(),
            why: "names several paragraphs".into(),
            help: "ask for one at a time".into(),
        });
    };
    let index = document.passages().position(|other| other == *passage).unwrap_or_default();
    let record = record(&document);
    let part = record.head.part_of(u32::try_from(index).unwrap_or_default());
    let date = record.head.parts.get(part).and_then(|part| part.date.clone());
    let found = record.passages.into_iter().nth(index).unwrap_or_default();
    Ok(Words { text: found.text, cite: Some(found.cite), date })
}

/// The paragraph itself, where its document is of the library.
fn own(
    library: &Library,
    file: &Path,
    cite: Option<&str>,
) -> Result<Option<PassageId>, Unreadable> {
    let Some(cite) = cite else { return Ok(None) };
    let full = full_path(file);
    let same = library.files().find(|(id, _)| full_path(Path::new(&library.path(*id))) == full);
    let Some((id, filed)) = same else { return Ok(None) };
    let Some(held) = library.segments().get(id.segment as usize) else { return Ok(None) };
    let (mut at, mut own) = (filed.first, None);
    held.segment.each_line_of(id.file as usize, |other, _| {
        if other == cite && own.is_none() {
            own = Some(PassageId { segment: id.segment, passage: at });
        }
        at += 1;
    })?;
    Ok(own)
}

/// Which of the uses is the first of all, the words asked for among them; of uses that have only a run of the
/// words the first where there are no others.
fn first(
    library: &Library,
    uses: &[Agreed],
    own: Option<PassageId>,
    date: Option<&str>,
) -> Option<usize> {
    let index = uses.iter().position(|used| used.edits.is_empty() || used.likeness >= 0.65);
    let index = index.or((!uses.is_empty()).then_some(0))?;
    let found = &uses.get(index)?.found;
    let is_before = match (own, date, found.date.as_deref()) {
        (Some(own), _, _) => library.order(found.id) < library.order(own),
        (None, Some(ours), Some(theirs)) => theirs <= ours,
        (None, Some(_), None) => false,
        (None, None, _) => true,
    };
    is_before.then_some(index)
}

fn json(here: &str, uses: &[Agreed], first: Option<usize>) -> String {
    let of_use = |(index, used): (usize, &Agreed)| {
        let text = &used.found.text;
        let use_of_words = Use {
            file: &used.found.file,
            symbol: used.found.symbol.as_deref(),
            citation: &used.found.cite,
            date: used.found.date.as_deref(),
            likeness: used.likeness,
            text,
            edits: used
                .edits
                .iter()
                .map(|edit| EditOfUse {
                    op: edit.kind.name(),
                    here: in_characters(here, &edit.here),
                    there: in_characters(text, &edit.there),
                })
                .collect(),
            within: used.within.as_ref().map(|range| in_characters(text, range)),
            first: first == Some(index),
        };
        serde_json::to_string(&use_of_words)
            .expect("every value is a string, a number or null, so nothing can fail to be written")
    };
    let lines: Vec<String> = uses.iter().enumerate().map(of_use).collect();
    if lines.is_empty() { "[]\n".into() } else { format!("[\n{}\n]\n", lines.join(",\n")) }
}

/// Oldest first; of each use what is not in the words asked for in a style, and where there are no styles in
/// square brackets; what is only in those stands crossed out, or in braces.
fn text(here: &str, uses: &[Agreed], first: Option<usize>) -> String {
    let styles = Styles::of_output();
    let width = results::width();
    let mut out = String::new();
    let mut before: Option<&Found> = None;
    for (index, used) in uses.iter().enumerate() {
        let found = &used.found;
        let is_same = before.is_some_and(|other| {
            other.symbol == found.symbol && (found.symbol.is_some() || other.file == found.file)
        });
        if !is_same {
            out.push_str(if before.is_some() { "\n" } else { "" });
            out.push_str(&results::heading(found, styles));
        }
        before = Some(found);
        let likeness = match used.likeness {
            1.0.. => "the same words".to_owned(),
            likeness if used.within.is_some() && likeness < 0.5 => "a run of the words".to_owned(),
            likeness => format!("{:.0} % the same", likeness * 100.0),
        };
        let is_first = if first == Some(index) { ", the first use" } else { "" };
        let label = format!("  {} ({likeness}{is_first})", found.cite);
        let _ = writeln!(out, "{}", styles.put(&label, "36"));
        let differs: Vec<Range<usize>> = used
            .edits
            .iter()
            .filter(|edit| edit.kind != EditKind::Delete)
            .map(|edit| edit.there.clone())
            .collect();
        let shown = match used.likeness < 0.5 {
            true => used.within.clone().into_iter().collect(),
            false => differs,
        };
        out.push_str(&results::passage("", &found.text, &shown, width, styles));
        let left_out: Vec<&str> = used
            .edits
            .iter()
            .filter(|edit| edit.kind != EditKind::Insert && used.likeness >= 0.5)
            .filter_map(|edit| here.get(edit.here.clone()))
            .collect();
        if !left_out.is_empty() {
            let line = format!("           without: {}", left_out.join(" … "));
            let _ = writeln!(out, "{}", styles.put(&line, "2"));
        }
    }
    let dated = uses.iter().find_map(|used| used.found.date.as_deref());
    if let Some(date) = dated.filter(|_| uses.len() > 1) {
        let line = format!("{} uses, since {}", uses.len(), in_words(date));
        let _ = writeln!(out, "\n{}", styles.put(&line, "2"));
    }
    out
}
