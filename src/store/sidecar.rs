//! `X.seized.ron` beside `X`: opened, merged with what others wrote meanwhile, saved. Knows where
//! files are; what is in them, `annotations` knows.

use std::{
    fs, io,
    path::{Path, PathBuf},
    time::SystemTime,
};

use super::{
    annotation_file::{
        is_annotations_of, is_refused, is_still, locked, parsed, read, sidecar_path, source_line,
    },
    durable::{self, Step},
    fallback_location::{FallbackLocation, is_too_long},
    in_archive, links,
    lock::lock,
    read_text,
};
use crate::{
    annotations::{Entry, Sidecar, SourceLine, merge, merge_files},
    document::HeadField,
    error::Error,
};

/// Where annotations went.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Where {
    /// Beside the source.
    Beside,
    /// In this file of the data directory, as nothing can be written beside the source: the folder is
    /// read-only or in an archive, its name leaves too little room for another behind it, or a link stands there. The first save
    /// that can brings them beside the source again.
    Elsewhere(PathBuf),
}

/// What is asked before each step of a write; a test fails or dies there.
pub type Watch<'a> = dyn FnMut(Step) -> io::Result<()> + 'a;

/// The file of one source's annotations, with what it was when it was last read or written.
#[derive(Debug)]
pub struct Store {
    path: PathBuf,
    fallback: Option<FallbackLocation>,
    /// The name of the source.
    name: String,
    /// How the source is told; nothing where the file is to go on saying what it says.
    source: Option<SourceLine>,
    /// The file as it is on the disk, as far as we know.
    file: Sidecar,
    /// The entries that the reader's own are based on.
    base: Vec<Entry>,
    /// What was refused that was never kept here.
    refused: Vec<(String, String)>,
    /// What was refused so before, and is not any more.
    taken_back: Vec<(String, String)>,
    /// Head fields that are to be corrected, or no longer.
    corrections: Vec<(HeadField, Option<String>)>,
    stamp: Stamp,
    is_swept: bool,
    /// Whether the source is in an archive, and nothing can be beside it.
    is_in_archive: bool,
}

/// What tells that a file has changed: when, and how long it is; of both places.
type Stamp = [Option<(SystemTime, u64)>; 2];

impl Store {
    /// Opens the annotations of a source; `bytes` are the source's own. What is kept beside it and
    /// what is in the data directory come together.
    ///
    /// # Errors
    /// Where a file cannot be read or its outer form is damaged.
    pub fn open(source: &Path, bytes: &[u8], symbol: Option<&str>) -> Result<Self, Error> {
        let mut store = Self::new(source, Some(source_line(source, bytes, symbol)));
        store.stamp = store.stamp_now();
        let beside = read_text(&store.path)?;
        store.file = store.view(beside.as_deref())?;
        store.base = store.file.entries();
        Ok(store)
    }

    /// The file as it was read last, or saved.
    #[must_use]
    pub const fn file(&self) -> &Sidecar {
        &self.file
    }

    /// Its entries as they were read last, or saved.
    #[must_use]
    pub fn entries(&self) -> &[Entry] {
        &self.base
    }

    fn new(source: &Path, line: Option<SourceLine>) -> Self {
        Self {
            path: sidecar_path(source),
            name: source.file_name().unwrap_or_default().to_string_lossy().into_owned(),
            fallback: FallbackLocation::of(source),
            source: line,
            file: Sidecar::default(),
            base: Vec::new(),
            corrections: Vec::new(),
            refused: Vec::new(),
            taken_back: Vec::new(),
            stamp: [None, None],
            is_swept: false,
            is_in_archive: in_archive(source).is_some(),
        }
    }

    /// Corrects head fields with the next save, or takes corrections back.
    pub fn correct(&mut self, changes: Vec<(HeadField, Option<String>)>) {
        self.corrections = changes;
    }

    /// Notes with every save what a person refused that was never kept here: annotations of other files, by symbol
    /// or file and annotation. What is not among them any more is refused no longer.
    pub fn refuse(&mut self, refused: Vec<(String, String)>) {
        self.taken_back.append(&mut self.refused);
        self.taken_back.retain(|key| !refused.contains(key));
        self.refused = refused;
    }

    /// Saves these entries together with what others have written since, and returns all of them.
    /// `sort` puts them in the order of the document. Where nothing has changed nothing is written.
    ///
    /// # Errors
    /// Where nothing could be written; nothing on the disk has changed then.
    pub fn save(
        &mut self,
        ours: &[Entry],
        sort: &dyn Fn(&mut Vec<Entry>),
    ) -> Result<(Vec<Entry>, Where), Error> {
        self.save_watched(ours, sort, &mut |_| Ok(()))
    }

    /// [`save`](Self::save), asking before each step of the write.
    ///
    /// # Errors
    /// As `save`, and what `watch` returns.
    pub fn save_watched(
        &mut self,
        ours: &[Entry],
        sort: &dyn Fn(&mut Vec<Entry>),
        watch: &mut Watch<'_>,
    ) -> Result<(Vec<Entry>, Where), Error> {
        if let Some(fallback) = self.fallback.clone().filter(|_| self.is_in_archive) {
            let merged = self.save_elsewhere(&fallback, ours, sort)?;
            return Ok((merged, Where::Elsewhere(fallback.file)));
        }
        let folder = durable::folder_of(&durable::target_of(&self.path));
        let _lock = lock(&folder).map_err(|cause| locked(&self.path, cause))?;
        match self.save_beside(ours, sort, watch) {
            Err(Error::File { path, cause }) if is_refused(&cause) => {
                let Some(fallback) = self.fallback.clone() else {
                    return Err(Error::File { path, cause });
                };
                let merged = self.save_elsewhere(&fallback, ours, sort)?;
                Ok((merged, Where::Elsewhere(fallback.file)))
            }
            result => Ok((result?, Where::Beside)),
        }
    }

    /// What others have changed on the disk, merged with these entries: nothing where that changes
    /// nothing. Cheap while the files are untouched, so that it may be asked at every stir in the
    /// folder. Nothing is written.
    ///
    /// # Errors
    /// Where a file cannot be read or is damaged, as it may be while it is edited by hand.
    pub fn refresh(&mut self, ours: &[Entry]) -> Result<Option<Vec<Entry>>, Error> {
        let stamp = self.stamp_now();
        if stamp == self.stamp {
            return Ok(None);
        }
        let beside = read_text(&self.path)?;
        let file = self.view(beside.as_deref())?;
        let (theirs, merged) = self.merged(&file, beside.is_none(), ours);
        (self.stamp, self.file, self.base) = (stamp, file, theirs);
        Ok((merged != ours).then_some(merged))
    }

    fn save_beside(
        &mut self,
        ours: &[Entry],
        sort: &dyn Fn(&mut Vec<Entry>),
        watch: &mut Watch<'_>,
    ) -> Result<Vec<Entry>, Error> {
        let path = self.path.clone();
        let error = |cause| Error::File { path: path.clone(), cause };
        // Whoever writes without our lock may do so any time: then it is merged again.
        for _ in 0..TRIES {
            let on_disk = read_text(&path)?;
            let fallback = self.fallback.clone().filter(FallbackLocation::is_used);
            let (mut file, merged, is_due) = self.prepare(on_disk.as_deref(), ours, sort)?;
            let mut is_swapped = false;
            if is_due {
                if durable::is_read_only(&path) {
                    return Err(error(io::ErrorKind::PermissionDenied.into()));
                }
                if on_disk.is_none() && self.fallback.is_some() && is_too_long(&path) {
                    return Err(error(io::ErrorKind::InvalidFilename.into()));
                }
                links::refuse_planted(&path, |text| is_annotations_of(text, &self.name))
                    .map_err(error)?;
                let written =
                    durable::replace_watched(&path, file.seal().as_bytes(), &mut |step| {
                        watch(step)?;
                        is_swapped = step == Step::Rename && !is_still(&path, on_disk.as_deref());
                        if is_swapped {
                            Err(io::ErrorKind::StaleNetworkFileHandle.into())
                        } else {
                            Ok(())
                        }
                    });
                match written {
                    Err(_) if is_swapped => continue,
                    result => result.map_err(error)?,
                }
            }
            if let Some(fallback) = fallback {
                let _lock = lock(&durable::folder_of(&fallback.file)).map_err(error)?;
                fallback
                    .clear()
                    .map_err(|cause| Error::File { path: fallback.file.clone(), cause })?;
            }
            self.adopt(file, &merged);
            return Ok(merged);
        }
        Err(error(io::Error::new(
            io::ErrorKind::ResourceBusy,
            "another program writes it all the time",
        )))
    }

    fn save_elsewhere(
        &mut self,
        fallback: &FallbackLocation,
        ours: &[Entry],
        sort: &dyn Fn(&mut Vec<Entry>),
    ) -> Result<Vec<Entry>, Error> {
        let error = |cause| Error::File { path: fallback.file.clone(), cause };
        let folder = durable::folder_of(&fallback.file);
        fs::create_dir_all(&folder).map_err(error)?;
        let _lock = lock(&folder).map_err(error)?;
        let beside = read_text(&self.path)?;
        let (mut file, merged, is_due) = self.prepare(beside.as_deref(), ours, sort)?;
        if is_due {
            fallback.keep(file.seal(), beside.as_deref()).map_err(error)?;
        }
        self.adopt(file, &merged);
        Ok(merged)
    }

    /// The file as it is to be, all entries, and whether there is any need to write it.
    fn prepare(
        &mut self,
        beside: Option<&str>,
        ours: &[Entry],
        sort: &dyn Fn(&mut Vec<Entry>),
    ) -> Result<(Sidecar, Vec<Entry>, bool), Error> {
        let mut file = self.view(beside)?;
        if file.is_newer() {
            return Err(Error::Format {
                name: self.path.display().to_string(),
                why: "made by a newer seized, so this one only reads it".into(),
                help: "Update seized.".into(),
            });
        }
        // What is most often so: nobody else has written.
        let mut merged = if file.says(&self.base) {
            ours.to_vec()
        } else {
            self.merged(&file, beside.is_none(), ours).1
        };
        let before = (file.corrections(), file.refused());
        file.correct(&self.corrections);
        file.note_refusals(&self.base, &merged, &self.refused, &self.taken_back);
        let has_changed = !file.says(&merged) || (file.corrections(), file.refused()) != before;
        if !has_changed && !self.fallback.as_ref().is_some_and(FallbackLocation::is_used) {
            return Ok((file, merged, false));
        }
        if has_changed {
            sort(&mut merged);
        }
        file.set_entries(&merged);
        if let Some(mut source) = self.source.clone() {
            let symbol = file.corrections().get(HeadField::Symbol).map(str::to_owned);
            source.symbol = symbol.or(source.symbol);
            file.set_source(&source);
        }
        Ok((file, merged, true))
    }

    /// What a reader sees: the file beside the source, together with what is in the fallback.
    fn view(&mut self, beside: Option<&str>) -> Result<Sidecar, Error> {
        let fallback = self.fallback.as_ref().filter(|fallback| fallback.is_used());
        if fallback.is_none() && beside.is_some_and(|text| self.file.is_text(text)) {
            // Read again below should the save fail.
            return Ok(std::mem::take(&mut self.file));
        }
        let name = &self.name;
        let own = parsed(&self.path, beside, name)?;
        let Some(fallback) = fallback else { return Ok(own) };
        let kept = read(&fallback.file, name)?;
        let base = read(&fallback.base, name)?;
        Ok(merge_files(&base, &own, &kept))
    }

    /// Their entries, and these merged with them.
    fn merged(&self, file: &Sidecar, is_gone: bool, ours: &[Entry]) -> (Vec<Entry>, Vec<Entry>) {
        let mut theirs = file.entries();
        if is_gone && theirs.is_empty() {
            // A file that has vanished is no wish to lose what was in it.
            theirs.clone_from(&self.base);
        }
        // A record that has become unreadable was not removed.
        let is_aside = |entry: &Entry| file.is_set_aside(entry.id()) && !file.has(entry.id());
        let aside = self.base.iter().filter(|old| is_aside(old) && !theirs.contains(old));
        let aside: Vec<Entry> = aside.cloned().collect();
        theirs.extend(aside);
        let mut merged = merge(&self.base, ours, &theirs);
        merged.retain(|entry| !is_aside(entry) || !self.base.contains(entry));
        (theirs, merged)
    }

    fn adopt(&mut self, file: Sidecar, merged: &[Entry]) {
        self.file = file;
        self.base = merged.to_vec();
        self.stamp = self.stamp_now();
        if !std::mem::replace(&mut self.is_swept, true) {
            durable::sweep(&self.path);
        }
    }

    fn stamp_now(&self) -> Stamp {
        let stamp = |path: &Path| {
            let metadata = fs::metadata(path).ok()?;
            Some((metadata.modified().ok()?, metadata.len()))
        };
        [stamp(&self.path), self.fallback.as_ref().and_then(|fallback| stamp(&fallback.file))]
    }
}

/// How often a save is tried again when the file changes under it.
const TRIES: usize = 20;

/// The annotations of a source, to be looked at: beside it and in the data directory.
///
/// # Errors
/// Where a file cannot be read or its outer form is damaged.
pub fn look(source: &Path) -> Result<Sidecar, Error> {
    let mut store = Store::new(source, None);
    let beside = read_text(&store.path)?;
    store.view(beside.as_deref())
}

/// Changes the annotations of a source, be it there or not, and says what `change` says of it: how
/// many have changed. Nothing is written where none have.
///
/// # Errors
/// Where the file cannot be read or written.
pub fn rewrite(source: &Path, change: &dyn Fn(&mut [Entry]) -> usize) -> Result<usize, Error> {
    let mut store = Store::new(source, None);
    let beside = read_text(&store.path)?;
    store.file = store.view(beside.as_deref())?;
    store.base = store.file.entries();
    let mut entries = store.base.clone();
    let count = change(&mut entries);
    if count > 0 {
        store.save(&entries, &|_| {})?;
    }
    Ok(count)
}

/// Whether a source has a file of annotations, beside it or in the data directory.
#[must_use]
pub fn is_annotated(source: &Path) -> bool {
    sidecar_path(source).exists()
        || FallbackLocation::of(source).is_some_and(|fallback| fallback.is_used())
}
