//! `X.seized.ron` beside `X`: opened, merged with what others wrote meanwhile, saved. Knows where
//! files are; what is in them, `annotations` knows.

use std::{
    fs::{self, File},
    io,
    path::{Path, PathBuf},
};

use super::durable;
use crate::{
    annotations::{Entry, Sidecar, SourceLine, merge},
    error::Error,
};

/// Where annotations went.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Where {
    /// Beside the source.
    Beside,
    /// In this file of the data directory, as the folder of the source cannot be written.
    Elsewhere(PathBuf),
}

/// The file of one source's annotations, with what it was when it was last read or written.
#[derive(Debug)]
pub struct Store {
    path: PathBuf,
    fallback: Option<PathBuf>,
    source: SourceLine,
    base: Vec<Entry>,
}

/// The name of the file that belongs to a source.
#[must_use]
pub fn sidecar_path(source: &Path) -> PathBuf {
    let mut name = source.as_os_str().to_owned();
    name.push(".seized.ron");
    name.into()
}

impl Store {
    /// Opens the annotations of a source; `bytes` are the source's own.
    ///
    /// # Errors
    /// Where the file cannot be read or its outer form is damaged.
    pub fn open(
        source: &Path,
        bytes: &[u8],
        symbol: Option<&str>,
    ) -> Result<(Self, Sidecar), Error> {
        let name = source.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let line = SourceLine {
            file: name,
            symbol: symbol.map(str::to_owned),
            hash: format!("blake3:{}", blake3::hash(bytes).to_hex()),
        };
        let path = sidecar_path(source);
        let fallback = fallback_path(source);
        let mut store = Self { path, fallback, source: line, base: Vec::new() };
        let file = store.read(&store.current())?;
        store.base = file.entries();
        Ok((store, file))
    }

    /// Saves these entries together with what others have written since, and returns all of them.
    /// `sort` puts them in the order of the document.
    ///
    /// # Errors
    /// Where nothing could be written; nothing on the disk has changed then.
    pub fn save(
        &mut self,
        ours: &[Entry],
        sort: &dyn Fn(&mut Vec<Entry>),
    ) -> Result<(Vec<Entry>, Where), Error> {
        let path = self.current();
        let is_beside = path == self.path;
        match self.save_at(&path, ours, sort) {
            Err(Error::File { cause, .. }) if is_beside && is_refused(&cause) => {
                let Some(fallback) = self.fallback.clone() else {
                    return Err(Error::File { path, cause });
                };
                fs::create_dir_all(durable::folder_of(&fallback))
                    .map_err(|cause| Error::File { path: fallback.clone(), cause })?;
                let merged = self.save_at(&fallback, ours, sort)?;
                Ok((merged, Where::Elsewhere(fallback)))
            }
            result => {
                let merged = result?;
                Ok((merged, if is_beside { Where::Beside } else { Where::Elsewhere(path) }))
            }
        }
    }

    /// The file in the data directory where there is one, else the one beside the source.
    fn current(&self) -> PathBuf {
        self.fallback.clone().filter(|path| path.exists()).unwrap_or_else(|| self.path.clone())
    }

    fn read(&self, path: &Path) -> Result<Sidecar, Error> {
        read(path, &self.source.file)
    }

    fn save_at(
        &mut self,
        path: &Path,
        ours: &[Entry],
        sort: &dyn Fn(&mut Vec<Entry>),
    ) -> Result<Vec<Entry>, Error> {
        let error = |cause| Error::File { path: path.to_owned(), cause };
        let target = fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
        // The folder itself is locked: a rename replaces the file, and a lock file would be litter.
        let _lock = lock(&durable::folder_of(&target)).map_err(error)?;
        let seed = if path.exists() { path.to_owned() } else { self.current() };
        let mut file = self.read(&seed)?;
        if file.is_newer() {
            return Err(Error::Format {
                name: path.display().to_string(),
                why: "made by a newer seized, so this one only reads it".into(),
                help: "Update seized.".into(),
            });
        }
        let mut theirs = file.entries();
        // A record that has become unreadable was not removed.
        theirs.extend(self.base.iter().filter(|old| file.is_set_aside(old.id())).cloned());
        let mut merged = merge(&self.base, ours, &theirs);
        merged.retain(|entry| !file.is_set_aside(entry.id()) || !self.base.contains(entry));
        if merged != theirs {
            sort(&mut merged);
        }
        if merged != file.entries() {
            file.set_source(&self.source);
            durable::replace(path, file.write(&merged).as_bytes()).map_err(error)?;
        }
        self.base.clone_from(&merged);
        Ok(merged)
    }
}

/// Reads a RON file; one that is not there is empty.
///
/// # Errors
/// Where it cannot be read or its outer form is damaged.
pub fn read(path: &Path, source_name: &str) -> Result<Sidecar, Error> {
    match fs::read_to_string(path) {
        Ok(text) => Sidecar::read(&text).map_err(|fault| Error::Format {
            name: format!("{}:{}:{}", path.display(), fault.line, fault.column),
            why: fault.message,
            help: "The file is left as it is. Mend it there, or move it away.".into(),
        }),
        Err(cause) if cause.kind() == io::ErrorKind::NotFound => Ok(Sidecar::empty(source_name)),
        Err(cause) => Err(Error::File { path: path.to_owned(), cause }),
    }
}

fn is_refused(cause: &io::Error) -> bool {
    matches!(cause.kind(), io::ErrorKind::PermissionDenied | io::ErrorKind::ReadOnlyFilesystem)
}

fn lock(folder: &Path) -> io::Result<Option<File>> {
    if !cfg!(unix) {
        return Ok(None);
    }
    let folder = File::open(folder)?;
    match folder.lock() {
        Ok(()) => Ok(Some(folder)),
        // Some network file systems have no locks on folders: merging by id still holds.
        Err(cause) if cause.kind() == io::ErrorKind::Unsupported => Ok(None),
        Err(cause) => Err(cause),
    }
}

/// Its place in the data directory: the source's name, and what its full path is known by.
fn fallback_path(source: &Path) -> Option<PathBuf> {
    let full = fs::canonicalize(source).ok()?;
    let hash = blake3::hash(full.as_os_str().as_encoded_bytes()).to_hex();
    let name = full.file_name()?.to_string_lossy().into_owned();
    let folders = directories::ProjectDirs::from("", "", "seized")?;
    let hash = hash.get(..16)?.to_owned();
    Some(folders.data_dir().join("annotations").join(format!("{name}.{hash}.seized.ron")))
}
