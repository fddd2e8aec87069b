//! What is below a folder, as a list: its documents, those in archives among them, and its files of annotations.
//! The same walk as the library's. Knows names, not what is in files.

use std::path::{Path, PathBuf};

use super::{Seen, Unread, walk};

/// A document of a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Document {
    /// Its path: of one in an archive `a.zip!/b.docx`.
    pub path: PathBuf,
    /// Whether it has annotations, beside it or in the data directory.
    pub is_annotated: bool,
}

/// What is below a folder.
#[derive(Clone, Debug, Default)]
pub struct Below {
    /// The documents, in order of their paths.
    pub documents: Vec<Document>,
    /// The files of annotations, in order.
    pub annotations: Vec<PathBuf>,
    /// What could not be listed, and why.
    pub unread: Vec<Unread>,
}

fn document(seen: &Seen) -> Document {
    Document { path: seen.source(), is_annotated: seen.stamp.annotations != (0, 0) }
}

/// What is below a folder.
#[must_use]
pub fn below(folder: &Path) -> Below {
    let walked = walk::below(folder);
    let mut documents: Vec<Document> = walked.seen.iter().map(document).collect();
    documents.sort_unstable_by(|a, b| a.path.cmp(&b.path));
    let mut annotations = walked.annotations;
    annotations.sort_unstable();
    let unread = walked
        .unread
        .into_iter()
        .map(|(path, reason)| Unread { path: folder.join(path).display().to_string(), reason });
    Below { documents, annotations, unread: unread.collect() }
}

/// A file that is named, or the documents in it where it is an archive.
///
/// # Errors
/// Why it cannot be told what is in it.
pub fn members(path: &Path) -> Result<Vec<Document>, String> {
    Ok(walk::named(path)?.iter().map(document).collect())
}
