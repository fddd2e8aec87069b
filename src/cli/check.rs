//! `seized check`: what is wrong with documents and with files of annotations, one problem a line as
//! compilers print them. A file that cannot be read is a problem, and no reason to stop.

use std::{
    fmt::Write as _,
    path::{Path, PathBuf},
};

use clap::{Args, ValueEnum};

use super::{
    Outcome,
    answer::{self, Misses},
    check_draft, paths, repair,
};
use crate::{
    annotations::{Entry, Index, Places, Sidecar, Verdict, corrected},
    document::{Document, HeadField},
    error::Error,
    manuscript::Manuscript,
    opening::files,
    parse, store,
    text::{printable, shortened},
};

#[derive(Debug, Args)]
#[command(
    after_help = "Problems in documents: missing footnotes, broken numbering, dangling references.\n\
                  Problems in annotations: records that cannot be read, conflicts of a merge, words that\n\
                  have changed (edited) or are gone (orphan), files whose document is gone.\n\n\
                  Example: seized check resolutions/\n         \
                  seized check --repair resolutions/\n         \
                  seized check --draft A_C.3_80_L.17.docx --library resolutions/"
)]
pub(super) struct Arguments {
    /// Documents, files of annotations, or folders of them
    #[arg(required = true)]
    paths: Vec<PathBuf>,
    /// Say what drafts lack before they are tabled: brackets, citations, openers, reports, clauses of review
    #[arg(long, conflicts_with = "repair")]
    draft: bool,
    /// Texts that drafts are compared with: documents, or folders of them
    #[arg(long, value_name = "DIR", requires = "draft")]
    library: Vec<PathBuf>,
    /// What to print the findings in drafts as
    #[arg(long, value_enum, default_value_t = Format::Text, requires = "draft")]
    format: Format,
    /// Bring annotations back to documents that were renamed or moved
    #[arg(long)]
    repair: bool,
}

/// What findings in drafts are printed as.
#[derive(Clone, Copy, Debug, ValueEnum)]
pub(super) enum Format {
    /// One a line: file, place, what, why, what to do
    Text,
    /// A list of objects
    Json,
}

pub(super) fn run(arguments: &Arguments) -> Result<Outcome, Error> {
    if arguments.draft {
        return check_draft::run(&arguments.paths, &arguments.library, arguments.format);
    }
    let mut misses = Misses::default();
    let reached = paths::Reached::by(&arguments.paths, &mut misses);
    let documents: Vec<PathBuf> =
        reached.documents.iter().map(|document| document.path.clone()).collect();
    let mut out = String::new();
    let lost = files_of_annotations(&reached)
        .into_iter()
        .filter(|file| files::is_there(&paths::source_of(file)).is_err())
        .collect::<Vec<_>>();
    let done = repair::run(&lost, &documents, arguments.repair, &mut out);
    // A repair has moved some.
    let reached = match done.is_empty() {
        true => reached,
        false => {
            let there = |path: &&PathBuf| files::is_there(path).is_ok();
            let named: Vec<PathBuf> = arguments.paths.iter().filter(there).cloned().collect();
            paths::Reached::by(&named, &mut Misses::default())
        }
    };
    for file in files_of_annotations(&reached) {
        annotations(&mut out, &file);
    }
    for path in documents {
        match files::manuscript(&path) {
            Ok(manuscript) => document(&mut out, &path, &manuscript),
            // What is found below a folder is a problem of the folder.
            Err(error) if !arguments.paths.contains(&path) => unread(&mut out, &error),
            Err(error) => misses.add(&error),
        }
    }
    let said = format!("{done}{out}");
    if done.is_empty() { answer::to_people(&said) } else { answer::of_what_is_done(&said) }?;
    Ok(misses.outcome(if out.is_empty() { Outcome::Done } else { Outcome::No }))
}

/// Those that are named or below a folder, and those of the documents, wherever they are kept.
fn files_of_annotations(reached: &paths::Reached) -> Vec<PathBuf> {
    let annotated = reached.documents.iter().filter(|document| document.is_annotated);
    let of_documents = annotated.map(|document| store::sidecar_path(&document.path));
    let mut found: Vec<PathBuf> = of_documents.chain(reached.annotations.iter().cloned()).collect();
    found.retain(|path| path.exists());
    found.sort_unstable();
    found.dedup();
    found
}

/// Writing to a String cannot fail, here and below.
fn annotations(out: &mut String, path: &Path) {
    let text = match store::read_text(path) {
        Ok(text) => text.unwrap_or_default(),
        Err(error) => {
            return unread(out, &error);
        }
    };
    if text.trim().is_empty() {
        return;
    }
    let shown = answer::name(path);
    let file = match Sidecar::read(&text) {
        Ok(file) => file,
        Err(fault) => {
            let _ = writeln!(out, "{shown}:{fault} (damaged: it is only read, and left as it is)");
            return;
        }
    };
    if file.is_newer() {
        let _ =
            writeln!(out, "{shown}:1:1: newer version: made by a newer seized, it is only read");
    }
    for fault in &file.faults {
        let _ = writeln!(out, "{shown}:{fault} (kept as it stands)");
    }
    let mut records = Records::new(&text);
    for entry in file.entries() {
        if let Some(with) = entry.conflict() {
            let (line, column) = records.place_of(entry.id());
            let what = match with {
                "deleted" => "was removed on one side and changed on the other".to_owned(),
                id => format!("contradicts {id}"),
            };
            let _ = writeln!(out, "{shown}:{line}:{column}: conflict: {} {what}", entry.id());
        }
    }
    for (field, other) in file.contradicting_corrections() {
        let (field, other) = (field.name(), printable::line(&other));
        let _ = writeln!(
            out,
            "{shown}:1:1: conflict: {field} was corrected in two ways, the other is {other} \
             (seized set settles it)"
        );
    }
    places(out, path, &text, &file);
}

/// Annotations whose words have changed or are gone.
fn places(out: &mut String, path: &Path, text: &str, file: &Sidecar) {
    let source = paths::source_of(path);
    // A document that is gone or cannot be read is told elsewhere.
    let Ok((document, _)) = files::open(&source) else { return };
    let document = corrected(document, &file.corrections());
    let index = Index::new(&document);
    let mut records = Records::new(text);
    for entry in file.entries() {
        let Entry::Annotation(annotation) = entry else { continue };
        for at in std::iter::once(&annotation.at).chain(&annotation.also) {
            let what = match index.find(at).verdict {
                Verdict::Exact | Verdict::Moved => continue,
                Verdict::Edited => "edited: it was",
                Verdict::Orphan => "orphan: no longer there:",
            };
            let (line, column) = records.place_of(&annotation.id);
            let (path, cite) = (answer::name(path), printable::line(&at.paragraph));
            let words = shortened(&printable::line(at.shown()), 60);
            let _ = writeln!(out, "{path}:{line}:{column}: {what} {cite} “{words}”");
        }
    }
}

fn unread(out: &mut String, error: &Error) {
    let _ = writeln!(out, "{}", printable::line(&error.to_string()));
}

fn document(out: &mut String, path: &Path, manuscript: &Manuscript) {
    let (document, mut problems) = parse::parse(manuscript);
    let (mut places, name) = (Places::new(&manuscript.text), answer::name(path));
    problems.sort_by_key(|problem| problem.span.start);
    missing(out, path, document);
    for problem in problems {
        let (line, column) = places.of(problem.span.start);
        let (kind, message) = (problem.kind.name(), printable::line(&problem.message));
        let _ = writeln!(out, "{name}:{line}:{column}: {kind}: {message}");
    }
}

/// What the head does not say, and nobody has said for it.
fn missing(out: &mut String, path: &Path, document: Document) {
    // What cannot be read of the corrections is told with the annotations.
    let corrections = store::look(path).map(|file| file.corrections()).unwrap_or_default();
    let missing = corrected(document, &corrections).head.missing();
    if missing.is_empty() {
        return;
    }
    let words: Vec<String> =
        missing.iter().map(|field| format!("no {}", in_words(*field))).collect();
    let fields: Vec<String> = missing.iter().map(|field| format!("{}=…", field.name())).collect();
    let (name, words, fields) = (answer::name(path), words.join(", "), fields.join(" "));
    let _ = writeln!(out, "{name}:1:1: head: {words} (`seized set` says it: {fields})");
}

const fn in_words(field: HeadField) -> &'static str {
    match field {
        HeadField::Adopted => "day of adoption",
        field => field.name(),
    }
}

/// Where the records of a file stand. Asked in the order of the file, its text is looked at once.
struct Records<'a> {
    text: &'a str,
    places: Places<'a>,
    done: usize,
}

impl<'a> Records<'a> {
    const fn new(text: &'a str) -> Self {
        Self { text, places: Places::new(text), done: 0 }
    }

    /// Line and column of the record of an id.
    fn place_of(&mut self, id: &str) -> (usize, usize) {
        let quoted = format!("\"{id}\"");
        let ahead = self.text.get(self.done..).and_then(|rest| rest.find(&quoted));
        let at = ahead.map(|ahead| self.done + ahead).or_else(|| self.text.find(&quoted));
        self.done = at.unwrap_or_default();
        self.places.of(self.done)
    }
}
