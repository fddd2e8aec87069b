//! From paths on the command line to documents: a file is itself, a folder is every document below it, an archive
//! every document in it. Knows names, not what is in files.

use std::path::{Path, PathBuf};

use super::answer::Misses;
use crate::opening::{
    files,
    library::{Document, below, members},
};

/// What some paths lead to.
#[derive(Default)]
pub(super) struct Reached {
    /// The documents, in order of the paths, below folders by name.
    pub(super) documents: Vec<Document>,
    /// Files of annotations: those that are named, and those below folders.
    pub(super) annotations: Vec<PathBuf>,
}

impl Reached {
    /// What the paths lead to; what is not there or cannot be listed is complained of.
    pub(super) fn by(paths: &[PathBuf], misses: &mut Misses) -> Self {
        let mut reached = Self::default();
        for path in paths {
            if path.is_dir() {
                let below = below(path);
                for unread in below.unread {
                    misses.add_in_words(&format!("{}: {}", unread.path, unread.reason));
                }
                reached.documents.extend(below.documents);
                reached.annotations.extend(below.annotations);
                continue;
            }
            let is_there = || if path == Path::new("-") { Ok(()) } else { files::is_there(path) };
            if misses.or_none(is_there()).is_none() {
                continue;
            }
            if is_annotations(path) {
                reached.annotations.push(path.clone());
                continue;
            }
            match members(path) {
                Ok(documents) => reached.documents.extend(documents),
                Err(why) => misses.add_in_words(&format!("{}: {why}", path.display())),
            }
        }
        reached
    }

    /// The sources that have annotations, in order; one may be gone.
    pub(super) fn annotated(self) -> Vec<PathBuf> {
        let annotated = self.documents.into_iter().filter(|document| document.is_annotated);
        let mut sources: Vec<PathBuf> = annotated.map(|document| document.path).collect();
        sources.extend(self.annotations.iter().map(|path| source_of(path)));
        sources.sort_unstable();
        sources.dedup();
        sources
    }
}

/// The documents that the paths name, in order, folders by name.
pub(super) fn documents(paths: &[PathBuf], misses: &mut Misses) -> Vec<PathBuf> {
    let documents = Reached::by(paths, misses).documents.into_iter();
    documents.map(|document| document.path).collect()
}

/// Whether a file is one of annotations, by its name.
pub(super) fn is_annotations(path: &Path) -> bool {
    path.as_os_str().to_string_lossy().ends_with(".seized.ron")
}

/// The file whose annotations these are, or would be; the path itself where it is no file of
/// annotations.
pub(super) fn source_of(path: &Path) -> PathBuf {
    let text = path.to_string_lossy();
    text.strip_suffix(".seized.ron").map_or_else(|| path.to_owned(), PathBuf::from)
}
