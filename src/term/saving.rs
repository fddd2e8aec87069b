//! What is written is saved, whatever happens; leaving waits for that, asks where it cannot be, and
//! where nobody can be asked brings what is unsaved to safety. Knows no file and no terminal.

use std::{
    io,
    sync::mpsc::Receiver,
    time::{Duration, Instant},
};

use super::{
    event::Event,
    open_file::OpenFile,
    saver::Saver,
    session::{Flow, Session},
};
use crate::{
    annotations::TagChange,
    app::{
        DocId, Effect, Message, Notice, Reader,
        annotating::saved::{Saved, Saving},
    },
    store::Refuge,
};

/// How long a person who leaves waits for the disk before they are asked.
const ASK_TIMEOUT: Duration = Duration::from_secs(1);

/// How long we wait for the disk where nobody can be asked.
const EXIT_TIMEOUT: Duration = Duration::from_secs(2);

impl Session {
    /// Does what the reader asks for that has to do with the disk.
    pub(super) fn write_down(&mut self, effect: Effect) {
        match effect {
            Effect::Save(id) => self.save(id),
            Effect::Codebook(id, change) => {
                if let Some(saver) = self.file(id).and_then(|file| file.saver.as_mut()) {
                    saver.save_codebook(change);
                }
            }
            Effect::Correct(id, field, value) => {
                let Self { files, app, .. } = self;
                if let Some(file) = files.iter_mut().find(|file| file.id == id) {
                    file.correct(app.reader_of(id), field, value);
                }
            }
            Effect::TakenIn(id) => {
                if let Some(file) = self.file(id) {
                    file.is_taken_in = true;
                }
            }
            Effect::PutAway(id) => self.put_away(id),
            // What has to do with the terminal, the session does itself.
            _ => {}
        }
    }

    /// Saves the annotations of a document, now or after the save under way.
    fn save(&mut self, id: DocId) {
        let Self { files, app, .. } = self;
        if let Some(file) = files.iter_mut().find(|file| file.id == id) {
            file.save(app.reader_of(id));
        }
    }

    /// Tells the reader what came of saving, and saves what was written meanwhile.
    pub(super) fn saved(
        &mut self,
        id: DocId,
        result: Result<Box<Saved>, String>,
    ) -> io::Result<Flow> {
        let Some(file) = self.file(id) else { return self.leave_or_ask() };
        let is_due = file.saver.as_mut().is_some_and(Saver::ended);
        let flow = match result {
            Ok(mut saved) => {
                file.on_disk.clone_from(&saved.entries);
                saved.elsewhere = saved.elsewhere.or_else(|| file.kept_elsewhere());
                self.tell(Message::Saved(id, saved))?
            }
            Err(why) => self.tell(Message::NotSaved(id, why))?,
        };
        if is_due {
            self.save(id);
        }
        if flow == Flow::GoOn { self.leave_or_ask() } else { Ok(flow) }
    }

    /// Reads a document again whose head was corrected, or says why that is not kept.
    pub(super) fn corrected(
        &mut self,
        id: DocId,
        result: Result<Box<Saved>, String>,
    ) -> io::Result<Flow> {
        match result {
            Ok(_) => {
                if let Some(file) = self.file(id) {
                    file.source_changes.stir(Instant::now());
                }
                Ok(Flow::GoOn)
            }
            Err(why) => {
                self.tell(Message::Notice(Notice::warning(format!("not corrected: {why}"))))
            }
        }
    }

    /// Tells the reader what came of changing the codebook.
    pub(super) fn codebook_saved(
        &mut self,
        id: DocId,
        result: Result<(), String>,
    ) -> io::Result<Flow> {
        let forgotten = self.file(id).map_or(Ok(()), |file| file.codebook_ended(result.is_ok()));
        let result = result.and(forgotten.map_err(|error| error.to_string()));
        if let Err(why) = result {
            self.tell(Message::Notice(Notice::warning(why)))?;
        }
        self.leave_or_ask()
    }

    /// Whether nothing would be lost now. What is only on its way is not saved.
    fn is_all_saved(&self) -> bool {
        let owes_codebook = self.files.iter().any(OpenFile::owes_codebook);
        self.app.saving_of_all() == Saving::Done && !owes_codebook
    }

    /// Leaves where everything is saved; else as soon as it is.
    pub(super) fn leave_when_saved(&mut self) -> Flow {
        if self.is_all_saved() {
            return Flow::Leave;
        }
        self.asks_at.get_or_insert_with(|| Instant::now() + ASK_TIMEOUT);
        Flow::GoOn
    }

    /// After something was saved, or could not be: who has asked to leave does so, or is asked.
    fn leave_or_ask(&mut self) -> io::Result<Flow> {
        if self.is_all_saved() {
            self.forget_refuges();
        }
        match self.app.saving_of_all() {
            _ if self.asks_at.is_none() => Ok(Flow::GoOn),
            Saving::Failed(why) => self.stay(why),
            Saving::Done | Saving::Due => Ok(self.leave_when_saved()),
        }
    }

    /// Does not leave though the person asked for it, and asks what to do, for this reason.
    pub(super) fn stay(&mut self, why: String) -> io::Result<Flow> {
        self.asks_at = None;
        self.tell(Message::Unsaved(why))
    }

    /// What was taken in from the refuges is saved where it belongs.
    fn forget_refuges(&mut self) {
        for file in &mut self.files {
            if std::mem::take(&mut file.is_taken_in)
                && let Some(Err(error)) = file.refuge.as_ref().map(Refuge::forget)
            {
                self.app.update(Message::Notice(Notice::warning(error.to_string())));
            }
        }
    }

    /// What is in the refuge of a document is not wanted; it is kept where it can be found.
    fn put_away(&mut self, id: DocId) {
        let refuge = self.file(id).and_then(|file| file.refuge.as_ref());
        let notice = match refuge.map(Refuge::put_away) {
            None => return,
            Some(Ok(path)) => Notice::info(format!(
                "put away in {}; seized import takes it in after all",
                path.display()
            )),
            Some(Err(error)) => Notice::warning(error.to_string()),
        };
        self.app.update(Message::Notice(notice));
    }

    /// However it ended: what was written is saved, or brought to safety. Returns what must be said
    /// about what is not saved. `is_forced` where the person was not asked.
    pub(super) fn end(&mut self, happened: &Receiver<Event>, is_forced: bool) -> Vec<String> {
        if is_forced {
            self.save_at_last(happened);
        }
        let mut said = Vec::new();
        for file in &self.files {
            let Some(reader) = self.app.reader_of(file.id) else { continue };
            if *reader.saving() != Saving::Done {
                said.push(put_aside(file, reader));
            }
            let changes = file.saver.as_ref().map(Saver::unsaved_changes).unwrap_or_default();
            if !changes.is_empty() {
                said.push(put_tags_aside(file, &changes));
            }
        }
        said
    }

    /// Keeps what is being written, and waits for the disk, but not for long.
    fn save_at_last(&mut self, happened: &Receiver<Event>) {
        let until = Instant::now() + EXIT_TIMEOUT;
        let edited = self.text_in_editor().map(|text| Message::Edited(Some(text)));
        for message in edited.into_iter().chain([Message::LeaveNow]) {
            for effect in self.app.update(message) {
                self.write_down(effect);
            }
        }
        while !self.is_all_saved() {
            match happened.recv_timeout(until.saturating_duration_since(Instant::now())) {
                Ok(Event::Saved(id, result)) => {
                    // The terminal may be gone; what is left to do needs none.
                    let _ = self.saved(id, result);
                    if self.has_nothing_under_way() {
                        return;
                    }
                }
                Ok(Event::CodebookSaved(id, result)) => drop(self.codebook_saved(id, result)),
                Ok(_) => {}
                Err(_) => return,
            }
        }
    }

    /// Whether nothing is being saved any more: what is not saved by now will not be.
    fn has_nothing_under_way(&self) -> bool {
        !self.files.iter().any(|file| file.saver.as_ref().is_some_and(Saver::is_busy))
    }
}

/// Brings the annotations of a document to safety that are not saved; says where they are now.
fn put_aside(file: &OpenFile, reader: &Reader) -> String {
    let name = file.origin.name();
    let Some(refuge) = &file.refuge else {
        return format!("{name}: annotations are not saved: there is no home directory");
    };
    match refuge.keep(&file.on_disk, reader.entries()) {
        Ok(path) => format!(
            "{name}: annotations are not saved; they are kept in {} and offered at the next start",
            path.display()
        ),
        Err(error) => format!("{name}: annotations are not saved: {error}"),
    }
}

/// Brings changes of what tags mean to safety that are not saved; says where they are now.
fn put_tags_aside(file: &OpenFile, changes: &[TagChange]) -> String {
    let name = file.origin.name();
    let Some(refuge) = &file.refuge else {
        return format!("{name}: what tags mean is not saved: there is no home directory");
    };
    match refuge.keep_tag_changes(changes) {
        Ok(path) => format!(
            "{name}: what tags mean is not saved; it is kept in {} and taken in at the next start",
            path.display()
        ),
        Err(error) => format!("{name}: what tags mean is not saved: {error}"),
    }
}
