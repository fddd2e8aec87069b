//! What the session holds of one open document beside the reader: its file, how it is read again and saved,
//! what is under way. Knows nothing of what is in it.

use std::{
    io,
    path::PathBuf,
    sync::mpsc::Sender,
    time::{Instant, SystemTime},
};

use super::{
    debounce::Debounce,
    event::Event,
    reread,
    saver::Saver,
    watch::{self, Watch},
};
use crate::{
    annotations::Entry,
    app::{DocId, OpenedDocument, Reader},
    document::HeadField,
    error::Error,
    opening::{self, Opened, Origin},
    store::Refuge,
};

/// One open document, as far as the world outside the reader goes.
pub(super) struct OpenFile {
    pub(super) id: DocId,
    pub(super) origin: Origin,
    /// `None` where nothing may be written.
    pub(super) saver: Option<Saver>,
    pub(super) refuge: Option<Refuge>,
    /// The annotations that are on the disk, as far as we know.
    pub(super) on_disk: Vec<Entry>,
    /// Whether what is in the refuge was taken in, and can be forgotten once it is saved.
    pub(super) is_taken_in: bool,
    /// Whether changes of what tags mean are in the refuge, and are being saved.
    has_kept_tags: bool,
    /// Whether the index of this version of the document is made, or being made.
    pub(super) is_prepared: bool,
    pub(super) source_changes: Debounce,
    pub(super) annotation_changes: Debounce,
    /// When the source had been changed last, as it was read.
    changed_at: Option<SystemTime>,
    /// The file of the annotations, and when it had been changed last, as it was read.
    annotations: Option<(PathBuf, Option<SystemTime>)>,
    /// Whether the document is being read again.
    is_rereading: bool,
    /// They last as long as this.
    watches: [Option<Watch>; 2],
}

impl OpenFile {
    /// Divides what was opened: what the reader gets is returned beside what stays here.
    ///
    /// # Errors
    /// Where there is no thread to save in.
    pub(super) fn new(
        id: DocId,
        opened: Opened,
        events: &Sender<Event>,
    ) -> io::Result<(Self, OpenedDocument)> {
        let (mut saver, mut refuge, mut annotations) = (None, None, None);
        let mut has_kept_tags = false;
        let mut refused = Vec::new();
        if let Some(kept) = opened.kept {
            refused = kept.store.file().refused();
            let mut started = Saver::start(id, kept.store, kept.codebook, events.clone())?;
            has_kept_tags = !kept.tag_changes.is_empty();
            kept.tag_changes.into_iter().for_each(|change| started.save_codebook(change));
            saver = Some(started);
            (refuge, annotations) = (kept.refuge, Some((kept.file, kept.changed_at)));
        }
        let file = Self {
            id,
            saver,
            refuge,
            on_disk: opened.entries.clone(),
            is_taken_in: false,
            has_kept_tags,
            is_prepared: false,
            source_changes: Debounce::default(),
            annotation_changes: Debounce::default(),
            is_rereading: false,
            changed_at: opened.changed_at,
            annotations,
            watches: [None, None],
            origin: opened.origin,
        };
        let document = OpenedDocument {
            name: opened.name,
            file: file.origin.file().map(opening::full_path),
            document: opened.document,
            entries: opened.entries,
            refused,
            read_only: opened.read_only,
            codebook: opened.codebook,
            place: opened.place,
            unsaved: opened.unsaved.map(|unsaved| (unsaved.base, unsaved.entries)),
            complaints: opened.complaints,
        };
        Ok((file, document))
    }

    /// Watches the file and that of its annotations from now on.
    pub(super) fn watch(&mut self, events: &Sender<Event>) {
        let id = self.id;
        let source = self.origin.file().and_then(|path| {
            let news = Box::new(move || Event::SourceChanged(id));
            watch::start(path, self.changed_at, events, news)
        });
        let annotations = self.annotations.as_ref().and_then(|(path, read)| {
            let news = Box::new(move || Event::AnnotationsChanged(id));
            watch::start(path, *read, events, news)
        });
        self.watches = [source, annotations];
    }

    /// When something of it is due.
    pub(super) fn due_at(&self) -> Option<Instant> {
        let due = [self.source_changes.due_at(), self.annotation_changes.due_at()];
        due.into_iter().flatten().min()
    }

    /// Reads it again, if it has changed and that is due: one reading at a time, what changes during it is
    /// read after it.
    ///
    /// # Errors
    /// Where there is no thread for it.
    pub(super) fn reread_if_due(
        &mut self,
        now: Instant,
        reader: Option<&Reader>,
        events: &Sender<Event>,
    ) -> io::Result<()> {
        if !self.source_changes.take_due(now) {
            return Ok(());
        }
        if self.is_rereading {
            self.source_changes.stir(now);
        } else if self.origin.file().is_some() {
            let entries = reader.map(|reader| reader.entries().to_vec()).unwrap_or_default();
            reread::start(self.id, self.origin.clone(), entries, events.clone())?;
            self.is_rereading = true;
        }
        Ok(())
    }

    /// Takes note that it was read again, or cannot be.
    pub(super) fn was_reread(&mut self) {
        self.is_rereading = false;
    }

    /// Saves the annotations, now or after the save under way.
    pub(super) fn save(&mut self, reader: Option<&Reader>) {
        if let (Some(saver), Some(reader)) = (&mut self.saver, reader) {
            saver.save(reader.entries(), reader.refused(), reader.shared_document());
        }
    }

    /// Saves a corrected field of the head with the annotations; the document is read again then.
    pub(super) fn correct(
        &mut self,
        reader: Option<&Reader>,
        field: HeadField,
        value: Option<String>,
    ) {
        if let (Some(saver), Some(reader)) = (&mut self.saver, reader) {
            saver.correct(field, value, reader.entries(), reader.shared_document());
        }
    }

    /// Where annotations are kept that have no source to lie beside: of the sample, of what came through a
    /// pipe.
    pub(super) fn kept_elsewhere(&self) -> Option<String> {
        let has_source = self.origin.file().is_some();
        let file = self.annotations.as_ref().filter(|_| !has_source);
        file.map(|(path, _)| path.display().to_string())
    }

    /// Takes note that a change of the codebook is saved, or is not; what was in the refuge is forgotten once
    /// all are.
    ///
    /// # Errors
    /// Where it cannot be forgotten.
    pub(super) fn codebook_ended(&mut self, is_saved: bool) -> Result<(), Error> {
        let Some(saver) = &mut self.saver else { return Ok(()) };
        saver.codebook_ended(is_saved);
        match &self.refuge {
            Some(refuge) if self.has_kept_tags && saver.unsaved_changes().is_empty() => {
                self.has_kept_tags = false;
                refuge.forget_tag_changes()
            }
            _ => Ok(()),
        }
    }

    /// Whether changes of the codebook are not saved yet.
    pub(super) fn owes_codebook(&self) -> bool {
        self.saver.as_ref().is_some_and(Saver::owes_codebook)
    }
}
