//! Where annotations go that could not be saved when the reader had to end: a file of the source's
//! own in the state directory, with a copy of what was on the disk when they were last brought
//! together, so that they can be merged later as if they were saved now. Knows files, not how it is
//! decided what becomes of them.

use std::{
    fs,
    path::{Path, PathBuf},
};

use super::{durable, fallback_location::FallbackLocation, full_path, lock::lock, read, state};
use crate::{
    annotations::{Entry, Sidecar, SourceLine, merge},
    error::Error,
};

/// Where the unsaved annotations of one source are kept.
#[derive(Clone, Debug)]
pub struct Refuge {
    files: FallbackLocation,
    line: SourceLine,
}

/// Annotations that were not saved.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Unsaved {
    /// What was on the disk when they were last brought together.
    pub base: Vec<Entry>,
    /// The annotations as they were in the reader.
    pub entries: Vec<Entry>,
}

impl Refuge {
    /// The refuge of a source, which `line` tells. `None` where the person has no home. To be asked
    /// while the disk answers.
    #[must_use]
    pub fn of(source: &Path, line: SourceLine) -> Option<Self> {
        Some(Self::within(&state::folder()?.join("unsaved"), source, line))
    }

    pub(super) fn within(folder: &Path, source: &Path, line: SourceLine) -> Self {
        let name = source.file_name().unwrap_or_default();
        let folder_of_source = durable::folder_of(source);
        let full = full_path(source)
            .or_else(|_| fs::canonicalize(&folder_of_source).map(|folder| folder.join(name)));
        let full = full.unwrap_or_else(|_| source.to_owned());
        Self { files: FallbackLocation::within(folder, &full), line }
    }

    /// Keeps annotations that are based on `base`, together with those that are here already.
    /// Returns the file.
    ///
    /// # Errors
    /// Where the state directory cannot be written to.
    pub fn keep(&self, base: &[Entry], ours: &[Entry]) -> Result<PathBuf, Error> {
        let path = &self.files.file;
        let error = |cause| Error::File { path: path.clone(), cause };
        let folder = durable::folder_of(path);
        fs::create_dir_all(&folder).map_err(error)?;
        let _lock = lock(&folder).map_err(error)?;
        let all = match self.read() {
            Ok(None) => ours.to_vec(),
            Ok(Some(earlier)) => merge(&earlier.base, ours, &earlier.entries),
            // Whatever it is, it is not ours to overwrite.
            Err(_) => self.put_away().map(|_| ours.to_vec())?,
        };
        self.files.keep(&self.text(&all), Some(&self.text(base))).map_err(error)?;
        Ok(path.clone())
    }

    /// The file of the annotations.
    pub(super) fn annotations_file(&self) -> &Path {
        &self.files.file
    }

    fn text(&self, entries: &[Entry]) -> String {
        let mut file = Sidecar::empty(&self.line.file);
        file.set_source(&self.line);
        file.write(entries)
    }

    /// What is kept here; `None` where there is nothing.
    ///
    /// # Errors
    /// Where it cannot be read; it stays as it is then.
    pub fn read(&self) -> Result<Option<Unsaved>, Error> {
        if !self.files.is_used() {
            return Ok(None);
        }
        let entries = read(&self.files.file, &self.line.file)?.entries();
        let base = read(&self.files.base, &self.line.file)?.entries();
        Ok(Some(Unsaved { base, entries }))
    }

    /// Forgets what is kept here, as it is saved where it belongs.
    ///
    /// # Errors
    /// Where it cannot be removed; it is offered again then.
    pub fn forget(&self) -> Result<(), Error> {
        let error = |cause| Error::File { path: self.files.file.clone(), cause };
        self.files.clear().map_err(error)
    }

    /// Puts what is kept here away, under a name where it is not offered again but can be found.
    /// Returns the file.
    ///
    /// # Errors
    /// Where it cannot be renamed; it is offered again then.
    pub fn put_away(&self) -> Result<PathBuf, Error> {
        let path = &self.files.file;
        let error = |cause| Error::File { path: path.clone(), cause };
        let free = durable::free_name(path);
        fs::rename(path, &free).map_err(error)?;
        durable::remove(&self.files.base).map_err(error)?;
        Ok(free)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::annotations::{Anchor, Annotation};

    fn note(id: &str, note: &str) -> Entry {
        let at = Anchor { paragraph: "OP1".into(), ..Anchor::default() };
        let annotation =
            Annotation { id: id.into(), at, note: note.into(), ..Annotation::default() };
        annotation.into()
    }

    fn refuge(folder: &Path) -> Refuge {
        let line = SourceLine { file: "a.txt".into(), symbol: None, hash: "blake3:1".into() };
        Refuge::within(&folder.join("state/unsaved"), &folder.join("a.txt"), line)
    }

    #[test]
    fn what_is_kept_is_read_again_until_it_is_forgotten() {
        let folder = tempfile::tempdir().expect("a folder");
        let refuge = refuge(folder.path());
        assert_eq!(refuge.read().expect("read"), None);
        let path = refuge.keep(&[note("A", "old")], &[note("A", "new")]).expect("kept");
        assert!(path.starts_with(folder.path().join("state/unsaved")));
        let unsaved = refuge.read().expect("read").expect("something");
        assert_eq!(
            (unsaved.base, unsaved.entries),
            (vec![note("A", "old")], vec![note("A", "new")])
        );
        refuge.forget().expect("forgotten");
        assert_eq!(refuge.read().expect("read"), None);
        assert_eq!(fs::read_dir(path.parent().expect("a folder")).expect("listed").count(), 0);
    }

    #[test]
    fn what_is_kept_twice_comes_together() {
        let folder = tempfile::tempdir().expect("a folder");
        let refuge = refuge(folder.path());
        let base = [note("A", "old"), note("B", "old")];
        refuge.keep(&base, &[note("A", "new"), base[1].clone()]).expect("kept");
        refuge.keep(&base, &[base[0].clone(), base[1].clone(), note("C", "late")]).expect("kept");
        let entries = refuge.read().expect("read").expect("something").entries;
        assert_eq!(entries, [note("A", "new"), note("B", "old"), note("C", "late")]);
    }

    #[test]
    fn what_is_put_away_is_not_offered_again_and_never_overwritten() {
        let folder = tempfile::tempdir().expect("a folder");
        let refuge = refuge(folder.path());
        let mut away = Vec::new();
        for text in ["first", "second"] {
            refuge.keep(&[], &[note("A", text)]).expect("kept");
            away.push(refuge.put_away().expect("put away"));
            assert_eq!(refuge.read().expect("read"), None);
        }
        for (path, text) in away.iter().zip(["first", "second"]) {
            assert_eq!(read(path, "").expect("whole").entries(), [note("A", text)]);
        }
    }

    #[test]
    fn what_cannot_be_read_is_not_overwritten() {
        let folder = tempfile::tempdir().expect("a folder");
        let refuge = refuge(folder.path());
        let path = refuge.keep(&[], &[note("A", "a")]).expect("kept");
        fs::write(&path, "(version: 1, annotations: [").expect("damaged");
        assert!(refuge.read().is_err());
        refuge.keep(&[], &[note("B", "b")]).expect("kept beside it");
        assert_eq!(refuge.read().expect("read").expect("something").entries, [note("B", "b")]);
        let names = fs::read_dir(path.parent().expect("a folder")).expect("listed");
        let is_damaged = |path: &Path| fs::read_to_string(path).expect("read").ends_with('[');
        assert!(names.flatten().any(|entry| is_damaged(&entry.path())), "it is still there");
    }
}
