//! Which files below a folder may be documents, and how they are: by their endings, or without one by their
//! first bytes. What is hidden and what `.gitignore` names is left out. Knows names, not what is in files.

use std::{
    collections::HashMap,
    ffi::OsStr,
    fs::{self, File, Metadata},
    io::{self, Read as _},
    path::{Path, PathBuf},
    sync::{Mutex, PoisonError, mpsc},
    thread,
    time::UNIX_EPOCH,
};

use ignore::WalkBuilder;

use super::Seen;
use crate::{
    opening::{archive, full_path},
    source,
    store::{self, KeptElsewhere, cache::Stamp},
};

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
    /// The files, in no order.
    pub(super) seen: Vec<Seen>,
    /// Files of annotations.
    pub(super) annotations: Vec<PathBuf>,
    /// What could not be listed, and why.
    pub(super) unread: Vec<(String, String)>,
}

/// The files below a folder that may be documents, in the order in which the system has them.
pub(super) fn below(folder: &Path) -> Walked {
    let mut walked = Walked::default();
    let known = with_metadata(|give| {
        let walk =
            WalkBuilder::new(folder).require_git(false).git_global(false).ignore(false).build();
        for entry in walk {
            match entry {
                Ok(entry) => {
                    let is_file = entry.file_type().is_some_and(|kind| kind.is_file());
                    let name = entry.file_name();
                    if is_file && (is_annotations(name) || is_document(name, entry.path())) {
                        give(entry.into_path());
                    }
                }
                Err(error) => walked.unread.push(refused(folder, error)),
            }
        }
    });
    let elsewhere = KeptElsewhere::all();
    let full = if elsewhere.is_empty() { PathBuf::new() } else { full_path(folder) };
    let mut annotations: HashMap<PathBuf, (u64, u64)> = HashMap::new();
    let mut found: Vec<(PathBuf, Metadata)> = Vec::with_capacity(known.len());
    for (file, metadata) in known {
        let source = file.to_str().and_then(|path| path.strip_suffix(ANNOTATIONS));
        match source {
            Some(source) => {
                annotations.insert(source.into(), (metadata.len(), changed(&metadata)));
                walked.annotations.push(file);
            }
            None => found.push((file, metadata)),
        }
    }
    for (file, metadata) in found {
        let path = path_below(folder, &file);
        let stamp = stamp(&metadata);
        let first = walked.seen.len();
        let beside = annotations.get(&file).copied();
        let seen = Seen { path: path.clone(), file, member: None, stamp };
        if let Err(reason) = add(seen, &mut walked.seen) {
            walked.unread.push((path, reason));
        }
        for seen in walked.seen.iter_mut().skip(first) {
            let beside = beside.filter(|_| seen.member.is_none());
            let kept =
                if elsewhere.is_empty() { None } else { elsewhere.of(&full.join(&seen.path)) };
            seen.stamp.annotations = together(beside, kept);
        }
    }
    walked
}

/// How annotations are that are beside their source, or elsewhere, or both.
fn together(beside: Option<(u64, u64)>, elsewhere: Option<(u64, u64)>) -> (u64, u64) {
    let all = beside.into_iter().chain(elsewhere);
    all.fold((0, 0), |(length, changed), one| (length + one.0, changed.max(one.1)))
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
    if path == Path::new("-") {
        let stamp = Stamp::default();
        return Ok(vec![Seen { path: name, file: path.to_owned(), member: None, stamp }]);
    }
    let in_archive = store::in_archive(path);
    let file = in_archive.as_ref().map_or(path, |(archive, _)| archive).to_owned();
    let now = stamp(&fs::metadata(&file).map_err(|cause| reason(&cause))?);
    let mut seen = Vec::new();
    match in_archive {
        Some((_, member)) => seen.push(Seen { path: name, file, member: Some(member), stamp: now }),
        None => add(Seen { path: name, file, member: None, stamp: now }, &mut seen)?,
    }
    let elsewhere = KeptElsewhere::all();
    for seen in &mut seen {
        let source = seen.source();
        let beside = fs::metadata(store::sidecar_path(&source)).ok();
        let beside = beside.map(|it| (it.len(), changed(&it)));
        seen.stamp.annotations = together(beside, elsewhere.of(&full_path(&source)));
    }
    Ok(seen)
}

/// Adds a file, or what is in it where it is an archive.
fn add(file: Seen, seen: &mut Vec<Seen>) -> Result<(), String> {
    if !is_archive(&file.file.to_string_lossy()) {
        seen.push(file);
        return Ok(());
    }
    for member in archive::members(&file.file)? {
        if ending(member.as_bytes()).is_some_and(is_of_document) {
            let path = format!("{}!/{member}", file.path);
            seen.push(Seen { path, member: Some(member), ..file.clone() });
        }
    }
    Ok(())
}

/// The path of a file below a folder, `/` between its parts on every system.
fn path_below(folder: &Path, file: &Path) -> String {
    // Of thousands of files it takes its time to look at paths part by part.
    if let (Some(folder), Some(path), '/') =
        (folder.to_str(), file.to_str(), std::path::MAIN_SEPARATOR)
        && let Some(below) = path.strip_prefix(folder)
        && let below = below.trim_start_matches('/')
        && (folder.ends_with('/') || path[folder.len()..].starts_with('/'))
    {
        return below.to_owned();
    }
    let below = file.strip_prefix(folder).unwrap_or(file);
    let parts: Vec<_> = below.iter().map(|part| part.to_string_lossy()).collect();
    parts.join("/")
}

/// The files that `walk` gives and that are still there, each with what the system knows of it: two threads ask
/// while the one walks, and then help.
fn with_metadata(walk: impl FnOnce(&mut dyn FnMut(PathBuf))) -> Vec<(PathBuf, Metadata)> {
    let (chunks, to_ask) = mpsc::channel::<Vec<PathBuf>>();
    let to_ask = Mutex::new(to_ask);
    let ask = || {
        let mut known = Vec::new();
        loop {
            let chunk = to_ask.lock().unwrap_or_else(PoisonError::into_inner).recv();
            let Ok(chunk) = chunk else { return known };
            let asked = chunk.into_iter().map(|file| (fs::symlink_metadata(&file).ok(), file));
            known.extend(asked.filter_map(|(known, file)| Some((file, known?))));
        }
    };
    thread::scope(|scope| {
        let mut asking = None;
        let mut chunk = Vec::new();
        walk(&mut |file| {
            chunk.push(file);
            if chunk.len() == CHUNK {
                asking.get_or_insert_with(|| thread::Builder::new().spawn_scoped(scope, ask).ok());
                let _ = chunks.send(std::mem::take(&mut chunk));
            }
        });
        let _ = chunks.send(chunk);
        drop(chunks);
        let mut known = ask();
        if let Some(asking) = asking.flatten() {
            known.extend(asking.join().unwrap_or_default());
        }
        known
    })
}

/// Files that are asked about at once; for fewer a second thread is not worth it.
const CHUNK: usize = 256;

fn is_annotations(name: &OsStr) -> bool {
    name.as_encoded_bytes().ends_with(ANNOTATIONS.as_bytes())
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
fn is_document(name: &OsStr, path: &Path) -> bool {
    match ending(name.as_encoded_bytes()) {
        Some(ending) => is_of_document(ending) || ending.eq_ignore_ascii_case(ARCHIVE.as_bytes()),
        None => beginning(path).is_ok_and(|bytes| source::may_be_document(&bytes)),
    }
}

fn is_archive(path: &str) -> bool {
    ending(path.as_bytes()).is_some_and(|ending| ending.eq_ignore_ascii_case(ARCHIVE.as_bytes()))
}

fn is_of_document(ending: &[u8]) -> bool {
    DOCUMENTS.iter().any(|known| ending.eq_ignore_ascii_case(known.as_bytes()))
}

/// The ending of a name: what is behind its last dot, where there is something before that.
fn ending(path: &[u8]) -> Option<&[u8]> {
    let name = path.rsplit(|byte| matches!(byte, b'/' | b'\\')).next()?;
    let dot = name.iter().rposition(|byte| *byte == b'.').filter(|dot| *dot > 0)?;
    name.get(dot + 1..)
}

fn beginning(path: &Path) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    File::open(path)?.take(4096).read_to_end(&mut bytes)?;
    Ok(bytes)
}

/// Why the system refused, as errors say it.
pub(super) fn reason(cause: &io::Error) -> String {
    let text = cause.to_string();
    text.split(" (os error").next().unwrap_or(&text).to_lowercase()
}
