//! `seized check --repair`: files of annotations whose document was renamed or moved, and the
//! documents they belong to: by the same bytes, else by symbol and by the annotations found there.

use std::{
    collections::HashMap,
    fmt::Write as _,
    fs,
    path::{Path, PathBuf},
};

use super::answer;
use crate::{
    annotations::{Index, Sidecar, SourceLine, Verdict},
    document::Document,
    opening::files,
    store,
    text::printable,
};

/// A document that a lost file may belong to.
struct Candidate {
    path: PathBuf,
    line: SourceLine,
    document: Option<Document>,
}

/// Why a document is taken for the one.
struct Match<'a> {
    candidate: &'a Candidate,
    why: String,
}

/// Finds the documents of the lost files. With `does_it` brings them together; what was done is
/// returned. What could not be done, or could be, goes to `problems`.
pub(super) fn run(
    lost: &[PathBuf],
    documents: &[PathBuf],
    does_it: bool,
    problems: &mut String,
) -> String {
    let mut done = String::new();
    if lost.is_empty() {
        return done;
    }
    let candidates: Vec<Candidate> = documents.iter().filter_map(|path| candidate(path)).collect();
    for path in lost {
        // A damaged file is told elsewhere.
        let Ok(file) = store::read(path, "") else { continue };
        let shown = answer::name(path);
        let missing = file
            .source()
            .map_or_else(|| "its document".into(), |line| printable::line(&line.file).into_owned());
        // Writing to a String cannot fail.
        match found(&file, path, &candidates) {
            Ok(Match { candidate, why }) if does_it => {
                let (source, count) = (answer::name(&candidate.path), file.entries().len());
                let _ = match store::relocate(path, &candidate.path, &candidate.line) {
                    Ok(()) => {
                        writeln!(done, "{shown}: reunited with {source}, {why} ({count} entries)")
                    }
                    Err(error) => writeln!(
                        problems,
                        "{shown}:1:1: lost: {missing} is gone; {source} is it, {why}, but they \
                         cannot be reunited: {}",
                        printable::line(&error.to_string())
                    ),
                };
            }
            Ok(Match { candidate, why }) => {
                let source = answer::name(&candidate.path);
                let _ = writeln!(
                    problems,
                    "{shown}:1:1: lost: {missing} is gone; {source} is it, {why} (--repair reunites them)"
                );
            }
            Err(why) => {
                let _ = writeln!(problems, "{shown}:1:1: lost: {missing} is gone, {why}");
            }
        }
    }
    done
}

/// A document that cannot be read at all is told elsewhere; one that cannot be understood may still
/// have the same bytes.
fn candidate(path: &Path) -> Option<Candidate> {
    // Nothing can be beside what is in an archive.
    let bytes = fs::read(path).ok()?;
    let document = files::open(path).ok().map(|(document, _)| document);
    let symbol = document.as_ref().and_then(|document| document.head.symbol.clone());
    let line = store::source_line(path, &bytes, symbol.as_ref().map(|symbol| symbol.as_str()));
    Some(Candidate { path: path.to_owned(), line, document })
}

/// The one document a file belongs to; else why there is none.
fn found<'a>(
    file: &Sidecar,
    path: &Path,
    candidates: &'a [Candidate],
) -> Result<Match<'a>, &'static str> {
    let old = file.source().ok_or("and the file does not say which document it belongs to")?;
    let same: Vec<&Candidate> =
        candidates.iter().filter(|candidate| candidate.line.hash == old.hash).collect();
    if !same.is_empty() {
        let candidate = only(&same, path).ok_or("and several documents have its bytes")?;
        return Ok(Match { candidate, why: "which has the same bytes".into() });
    }
    let none = "and no document here has its bytes or its annotations";
    let symbol = old.symbol.as_ref().ok_or(none)?;
    let entries = file.entries();
    let mut by_count: HashMap<usize, Vec<&Candidate>> = HashMap::new();
    for candidate in candidates.iter().filter(|c| c.line.symbol.as_ref() == Some(symbol)) {
        let Some(document) = &candidate.document else { continue };
        let index = Index::new(document);
        let is_found = |entry: &_| index.find(crate::annotations::Entry::at(entry)).verdict;
        let count = entries.iter().filter(|entry| is_found(entry) != Verdict::Orphan).count();
        by_count.entry(count).or_default().push(candidate);
    }
    let (count, best) = by_count.into_iter().max_by_key(|(count, _)| *count).ok_or(none)?;
    if count * 2 < entries.len() {
        return Err("and the documents with its symbol have few of its annotations");
    }
    let candidate = only(&best, path).ok_or("and several documents have its symbol")?;
    let why = format!("which is {symbol} and has {count} of {} annotations", entries.len());
    Ok(Match { candidate, why })
}

/// The only one; of several the only one in the same folder, or the only one without annotations.
fn only<'a>(all: &[&'a Candidate], path: &Path) -> Option<&'a Candidate> {
    let is_near = |candidate: &&&Candidate| candidate.path.parent() == path.parent();
    let is_free = |candidate: &&&Candidate| !store::sidecar_path(&candidate.path).exists();
    let single = |found: Vec<&&'a Candidate>| match found.as_slice() {
        [one] => Some(**one),
        _ => None,
    };
    single(all.iter().collect())
        .or_else(|| single(all.iter().filter(is_near).collect()))
        .or_else(|| single(all.iter().filter(is_free).collect()))
        .or_else(|| single(all.iter().filter(|c| is_near(c) && is_free(c)).collect()))
}
