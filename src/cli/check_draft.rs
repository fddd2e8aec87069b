//! `seized check --draft`: what a draft lacks before it is tabled, beside the texts of a library.

use std::{
    fmt::Write as _,
    path::{Path, PathBuf},
};

use serde::Serialize;

use super::{
    Outcome,
    answer::{self, Misses},
    check::Format,
    corrected, paths,
};
use crate::{
    drafts::{self, Finding, Known},
    error::Error,
    text::printable,
};

/// One finding as JSON.
#[derive(Serialize)]
struct Row<'a> {
    file: &'a str,
    place: &'a str,
    kind: &'static str,
    what: &'a str,
    why: &'a str,
    #[serde(rename = "do")]
    advice: &'a str,
}

pub(super) fn run(
    drafts: &[PathBuf],
    library: &[PathBuf],
    format: Format,
) -> Result<Outcome, Error> {
    let mut misses = Misses::default();
    let texts = documents_of(library, &mut misses);
    let mut all: Vec<(String, Vec<Finding>)> = Vec::new();
    for path in paths::documents(drafts, &mut misses) {
        let read = corrected::open(&path, &mut misses);
        let Some((document, problems)) = misses.or_none(read) else { continue };
        let found = drafts::check(&document, &problems, &texts);
        all.push((path.display().to_string(), found));
    }
    match format {
        Format::Text => answer::to_people(&text(&all)),
        Format::Json => answer::to_programs(&printable::json(&json(&all))),
    }?;
    let is_clean = all.iter().all(|(_, found)| found.is_empty());
    Ok(misses.outcome(if is_clean { Outcome::Done } else { Outcome::No }))
}

/// The texts a draft is compared with.
fn documents_of(library: &[PathBuf], misses: &mut Misses) -> Vec<Known> {
    let mut texts = Vec::new();
    for path in paths::documents(library, misses) {
        let read = corrected::open(&path, misses);
        texts.extend(misses.or_none(read).map(|(document, _)| Known::new(document)));
    }
    texts
}

/// One finding a line as compilers print them, and below it what to do.
fn text(all: &[(String, Vec<Finding>)]) -> String {
    let mut out = String::new();
    for (file, found) in all {
        let name = answer::name(Path::new(file));
        for finding in found {
            let Finding { place, subject, what, why, advice, .. } = finding;
            let (what, why) = (printable::line(what), printable::line(why));
            // Writing to a String cannot fail.
            let _ = writeln!(out, "{name}:{place}: {}: {what} ({why}): {advice}", subject.name());
        }
    }
    out
}

fn json(all: &[(String, Vec<Finding>)]) -> String {
    let rows: Vec<Row<'_>> = all
        .iter()
        .flat_map(|(file, found)| {
            found.iter().map(move |finding| Row {
                file,
                place: &finding.place,
                kind: finding.subject.name(),
                what: finding.in_full(),
                why: &finding.why,
                advice: &finding.advice,
            })
        })
        .collect();
    // Strings can all be written.
    let mut out = serde_json::to_string_pretty(&rows).unwrap_or_default();
    out.push('\n');
    out
}
