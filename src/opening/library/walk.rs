//! Which files below a folder may be documents, and how they are: by their endings, or without one by their
//! first bytes. What is hidden and what `.gitignore` names is left out. Knows names, not what is in files.

use std::{
    collections::HashMap,
    fs::{self, File, Metadata},
    io::{self, Read as _},
    path::{Path, PathBuf},
    thread,
    time::UNIX_EPOCH,
};

use ignore::WalkBuilder;

use super::{Seen, archive};
use crate::{source, store::cache::Stamp};

/// Endings of files that may hold a document.
const DOCUMENTS: [&str; 14] = [
    "txt", "text", "md", "doc", "docx", "odt", "rtf", "pdf", "xml", "akn", "html", "htm", "mht",
    "mhtml",
];
/// The ending of files that hold documents.
const ARCHIVE: &str = "zip";
/// What stands behind the name of a file for that of its annotations.
const ANNOTATIONS: &str = ".seized.ron";

/// What was found below a folder.
#[derive(Debug, Default)]
pub(super) struct Walked {
    /// The files, in order of their paths.
    pub(super) seen: Vec<Seen>,
    /// What could not be listed, and why.
    pub(super) unread: Vec<(String, String)>,
}

/// The files below a folder that may be documents.
pub(super) fn below(folder: &Path) -> Walked {
    let mut walked = Walked::default();
    let mut files: Vec<PathBuf> = Vec::new();
    let walk = WalkBuilder::new(folder)
        .require_git(false)
        .git_global(false)
        .ignore(false)
        .sort_by_file_name(Ord::cmp)
        .build();
    for entry in walk {
        let entry = match entry {
            Ok(entry) => entry,
            Err(error) => {
                walked.unread.push(refused(folder, error));
                continue;
            }
        };
        if !entry.file_type().is_some_and(|kind| kind.is_file()) {
            continue;
        }
        if is_annotations(entry.path()) || is_document(entry.path()) {
            files.push(entry.into_path());
        }
    }
    let mut annotations: HashMap<PathBuf, (u64, u64)> = HashMap::new();
    let mut found: Vec<(PathBuf, Metadata)> = Vec::new();
    for (file, metadata) in with_metadata(files) {
        let source = file.to_str().and_then(|path| path.strip_suffix(ANNOTATIONS));
        match source {
            Some(source) => {
                annotations.insert(source.into(), (metadata.len(), changed(&metadata)));
            }
            None => found.push((file, metadata)),
        }
    }
    for (file, metadata) in found {
        let path = path_below(folder, &file);
        let annotations = annotations.get(&file).copied().unwrap_or_default();
        let stamp = Stamp { annotations, ..stamp(&metadata) };
        match add(Seen { path: path.clone(), file, member: None, stamp }, &mut walked.seen) {
            Ok(()) => {}
            Err(reason) => walked.unread.push((path, reason)),
        }
    }
    walked
}

/// What could not be listed, below the folder, and why.
fn refused(folder: &Path, error: ignore::Error) -> (String, String) {
    let mut path = folder.to_owned();
    let mut error = error;
    loop {
        error = match error {
            ignore::Error::WithPath { path: at, err } => {
                path = at;
                *err
            }
            ignore::Error::WithDepth { err, .. } | ignore::Error::WithLineNumber { err, .. } => {
                *err
            }
            ignore::Error::Io(cause) => return (path_below(folder, &path), reason(&cause)),
            other => return (path_below(folder, &path), other.to_string()),
        }
    }
}

/// A file that is named: itself, or the documents in it; nothing is too strange to be tried.
pub(super) fn named(path: &Path) -> Result<Vec<Seen>, String> {
    let name = path.display().to_string();
    let mut seen = Vec::new();
    let now = match path == Path::new("-") {
        true => Stamp::default(),
        false => {
            let metadata = fs::metadata(path).map_err(|cause| reason(&cause))?;
            let mut beside = path.as_os_str().to_owned();
            beside.push(ANNOTATIONS);
            let of_annotations = fs::metadata(beside).ok();
            let annotations = of_annotations.map(|it| (it.len(), changed(&it)));
            Stamp { annotations: annotations.unwrap_or_default(), ..stamp(&metadata) }
        }
    };
    add(Seen { path: name, file: path.to_owned(), member: None, stamp: now }, &mut seen)?;
    Ok(seen)
}

/// Adds a file, or what is in it where it is an archive.
fn add(file: Seen, seen: &mut Vec<Seen>) -> Result<(), String> {
    if !has_ending(&file.file, ARCHIVE) {
        seen.push(file);
        return Ok(());
    }
    for member in archive::members(&file.file)? {
        if is_name_of_document(Path::new(&member)) {
            let path = format!("{}!/{member}", file.path);
            seen.push(Seen { path, member: Some(member), ..file.clone() });
        }
    }
    Ok(())
}

/// The path of a file below a folder, `/` between its parts on every system.
fn path_below(folder: &Path, file: &Path) -> String {
    let below = file.strip_prefix(folder).unwrap_or(file);
    if let Some(path) = below.to_str().filter(|_| std::path::MAIN_SEPARATOR == '/') {
        return path.to_owned();
    }
    let parts: Vec<_> = below.iter().map(|part| part.to_string_lossy()).collect();
    parts.join("/")
}

/// The files that are still there, with what the system knows of each; of many, two threads ask.
fn with_metadata(files: Vec<PathBuf>) -> Vec<(PathBuf, Metadata)> {
    let ask = |files: &[PathBuf]| -> Vec<Option<Metadata>> {
        files.iter().map(|file| fs::symlink_metadata(file).ok()).collect()
    };
    let (first, second) = files.split_at(files.len() / 2);
    let known: Vec<Option<Metadata>> = thread::scope(|scope| {
        if files.len() < FEW {
            return ask(&files);
        }
        let asked = scope.spawn(|| ask(second));
        let mut known = ask(first);
        known.extend(asked.join().unwrap_or_else(|_| ask(second)));
        known
    });
    files.into_iter().zip(known).filter_map(|(file, known)| Some((file, known?))).collect()
}

/// Files for which a second thread is not worth it.
const FEW: usize = 500;

fn is_annotations(path: &Path) -> bool {
    path.as_os_str().as_encoded_bytes().ends_with(ANNOTATIONS.as_bytes())
}

fn stamp(metadata: &Metadata) -> Stamp {
    Stamp { length: metadata.len(), changed: changed(metadata), ..Stamp::default() }
}

/// When a file was changed last, in nanoseconds since 1970.
fn changed(metadata: &Metadata) -> u64 {
    let since = metadata.modified().ok().and_then(|time| time.duration_since(UNIX_EPOCH).ok());
    since.and_then(|since| u64::try_from(since.as_nanos()).ok()).unwrap_or_default()
}

/// Whether a file found below a folder may hold a document, or documents.
fn is_document(path: &Path) -> bool {
    match path.extension() {
        Some(_) => is_name_of_document(path) || has_ending(path, ARCHIVE),
        None => beginning(path).is_ok_and(|bytes| source::may_be_document(&bytes)),
    }
}

fn is_name_of_document(path: &Path) -> bool {
    DOCUMENTS.iter().any(|known| has_ending(path, known))
}

fn has_ending(path: &Path, known: &str) -> bool {
    path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case(known))
}

fn beginning(path: &Path) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    File::open(path)?.take(4096).read_to_end(&mut bytes)?;
    Ok(bytes)
}

/// Why the system refused, as errors say it.
fn reason(cause: &io::Error) -> String {
    let text = cause.to_string();
    text.split(" (os error").next().unwrap_or(&text).to_lowercase()
}
