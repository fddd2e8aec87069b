//! From folders to a library: what is below them is found, what has changed is read in several threads, the
//! rest is taken from the cache. A file that cannot be read is a reason, and so is a panic in one. Knows files,
//! records and the cache; nothing of what a library is asked.

mod folder;
mod listed;
mod mandates;
mod pool;
mod read;
mod walk;

use std::{
    path::{Path, PathBuf},
    sync::{
        Arc,
        atomic::{AtomicUsize, Ordering},
    },
    time::{Duration, Instant},
};

pub use listed::{Below, Document, below, members};
pub use mandates::mandate;
pub use read::record;

use super::full_path;
use crate::{
    library::{Builder, Held, Library, Segment},
    store::cache::{Cache, Stamp},
};

/// A library, and what was met on the way to it.
#[derive(Default)]
pub struct Gathered {
    /// The library.
    pub library: Library,
    /// What could not be read, in order of paths.
    pub unread: Vec<Unread>,
    /// What the person must know beside that: that nothing can be kept, and why.
    pub complaints: Vec<String>,
    /// How many files were read anew.
    pub read: usize,
    /// Whether it was ended before all was read.
    pub is_partial: bool,
}

/// A file that could not be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unread {
    /// The file, as it was named.
    pub path: String,
    /// Why.
    pub reason: String,
}

/// How far reading has got; asked from another thread, now and then.
#[derive(Debug)]
pub struct Progress {
    all: AtomicUsize,
    done: AtomicUsize,
    kept: AtomicUsize,
    began: Instant,
}

impl Default for Progress {
    fn default() -> Self {
        Self {
            all: AtomicUsize::new(0),
            done: AtomicUsize::new(0),
            kept: AtomicUsize::new(0),
            began: Instant::now(),
        }
    }
}

impl Seen {
    /// What its annotations are those of: the file, or the document in the archive.
    fn source(&self) -> PathBuf {
        let Some(member) = &self.member else { return self.file.clone() };
        let mut source = self.file.clone().into_os_string();
        source.push(format!("!/{member}"));
        source.into()
    }
}

impl Progress {
    /// How many files are to be read anew; 0 while that is not known.
    #[must_use]
    pub fn all(&self) -> usize {
        self.all.load(Ordering::Relaxed)
    }

    /// How many have been.
    #[must_use]
    pub fn done(&self) -> usize {
        self.done.load(Ordering::Relaxed)
    }

    /// In how many pieces what was read is kept so far: each time there is one more, [`as_kept`] knows more.
    #[must_use]
    pub fn kept(&self) -> usize {
        self.kept.load(Ordering::Acquire)
    }

    /// How long the rest will take, if it goes on as before.
    #[must_use]
    pub fn left(&self) -> Option<Duration> {
        let (all, done) = (self.all(), self.done());
        let of_one = self.began.elapsed().checked_div(u32::try_from(done).ok()?)?;
        Some(of_one * u32::try_from(all.checked_sub(done)?).ok()?)
    }

    fn add_all(&self, count: usize) {
        self.all.fetch_add(count, Ordering::Relaxed);
    }

    fn add_done(&self) {
        self.done.fetch_add(1, Ordering::Relaxed);
    }

    fn add_kept(&self) {
        self.kept.fetch_add(1, Ordering::Release);
    }
}

/// A file that may be a document.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Seen {
    /// Its path below the folder, or as it was named.
    path: String,
    /// The file.
    file: PathBuf,
    /// The name within an archive, where it is in one.
    member: Option<String>,
    /// How it is now.
    stamp: Stamp,
}

/// The library of some paths: files, and folders with all below them. `goes_on` is asked from several threads;
/// once it says no, what has been read is given, and what was kept of it stays kept.
pub fn gather(
    paths: &[PathBuf],
    progress: &Progress,
    goes_on: &(dyn Fn() -> bool + Sync),
) -> Gathered {
    let mut gathered = Gathered::default();
    let mut held = Vec::new();
    let mut named = Vec::new();
    for path in without_those_below_others(paths) {
        if path.is_dir() {
            folder::add(path, progress, goes_on, &mut held, &mut gathered);
        } else {
            named.push(path.clone());
        }
    }
    if !named.is_empty() {
        add_named(&named, progress, goes_on, &mut held, &mut gathered);
    }
    gathered.unread.sort_by(|a, b| a.path.cmp(&b.path));
    gathered.library = Library::new(held);
    gathered
}

/// How many files below folders may be documents, by their names.
#[must_use]
pub fn count_files(folders: &[PathBuf]) -> usize {
    folders.iter().map(|folder| walk::below(folder).seen.len()).sum()
}

/// The library of folders as it was when it was gathered last, or as far as it is gathered just now, from the cache
/// alone: at once, and perhaps not as it is now.
#[must_use]
pub fn as_kept(folders: &[PathBuf]) -> Library {
    let mut held = Vec::new();
    for folder in folders {
        folder::as_kept(folder, &mut held);
    }
    Library::new(held)
}

/// The paths without those that are named twice, or stand below a folder that is named too.
fn without_those_below_others(paths: &[PathBuf]) -> Vec<&PathBuf> {
    let full: Vec<PathBuf> = paths.iter().map(|path| full_path(path)).collect();
    let is_covered = |index: usize| {
        let above = |other: usize| {
            let is_above = full[other] != full[index] && full[index].starts_with(&full[other]);
            is_above || (full[other] == full[index] && other < index)
        };
        (0..full.len()).any(above)
    };
    paths
        .iter()
        .enumerate()
        .filter(|(index, _)| !is_covered(*index))
        .map(|(_, path)| path)
        .collect()
}

/// Files that are named are read each time, and nothing of them is kept.
fn add_named(
    paths: &[PathBuf],
    progress: &Progress,
    goes_on: &(dyn Fn() -> bool + Sync),
    held: &mut Vec<Held>,
    gathered: &mut Gathered,
) {
    let mut seen = Vec::new();
    for path in paths {
        match walk::named(path) {
            Ok(files) => seen.extend(files),
            Err(reason) => {
                gathered.unread.push(Unread { path: path.display().to_string(), reason });
            }
        }
    }
    let name = |path: &str, reason: String| Unread { path: path.to_owned(), reason };
    let done = pool::read(&seen, progress, goes_on, &|builder, _| Some(in_memory(builder)));
    gathered.is_partial |= done.is_partial;
    gathered.read += done.segments.iter().map(|(_, files)| files.len()).sum::<usize>();
    gathered.unread.extend(done.unread.into_iter().map(|(at, why)| name(&seen[at].path, why)));
    for (segment, files) in done.segments {
        held.push(Held { segment, alive: vec![true; files.len()], prefix: String::new() });
    }
}

/// A segment that is kept nowhere.
fn in_memory(builder: &mut Builder) -> Arc<Segment> {
    let bytes = builder.finish();
    Arc::new(Segment::open(Box::new(bytes)).unwrap_or_else(|_| empty()))
}

/// A segment of nothing. What was just made can be opened.
fn empty() -> Segment {
    let bytes = Builder::default().finish();
    Segment::open(Box::new(bytes)).unwrap_or_else(|_| unreachable!("an empty segment is whole"))
}

/// The cache of a folder, and why there is none.
fn cache_of(folder: &Path) -> Result<Cache, String> {
    Cache::of(&full_path(folder)).map_err(|cause| {
        let why = walk::reason(&cause);
        format!("the index of {} cannot be kept: {why}", folder.display())
    })
}
