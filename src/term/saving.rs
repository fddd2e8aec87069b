//! What is written is saved, whatever happens; leaving waits for that, asks where it cannot be, and
//! where nobody can be asked brings what is unsaved to safety. Knows no file and no terminal.

use std::{
    io,
    sync::mpsc::Receiver,
    time::{Duration, Instant},
};

use super::{
    event::Event,
    saver::Saver,
    session::{Flow, Session},
};
use crate::{
    app::{
        Effect, Message, Notice,
        saving::{Kept, Saving},
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
            Effect::Save => self.save(),
            Effect::Codebook(change) => {
                if let Some(saver) = &mut self.saver {
                    saver.save_codebook(change);
                }
            }
            Effect::TakenIn => self.is_taken_in = true,
            Effect::PutAway => self.put_away(),
            _ => {}
        }
    }

    /// Saves the annotations, now or after the save under way.
    pub(super) fn save(&mut self) {
        if let Some(saver) = &mut self.saver {
            saver.save(self.app.entries(), self.app.shared_document());
        }
    }

    /// Tells the reader what came of saving, and saves what was written meanwhile.
    pub(super) fn saved(&mut self, result: Result<Box<Kept>, String>) -> io::Result<Flow> {
        let is_due = self.saver.as_mut().is_some_and(Saver::ended);
        let flow = match result {
            Ok(kept) => {
                self.on_disk.clone_from(&kept.entries);
                self.tell(Message::Kept(kept))?
            }
            Err(why) => self.tell(Message::NotKept(why))?,
        };
        if is_due {
            self.save();
        }
        if flow == Flow::GoOn { self.leave_or_ask() } else { Ok(flow) }
    }

    /// Tells the reader what came of changing the codebook.
    pub(super) fn codebook_saved(&mut self, result: Result<(), String>) -> io::Result<Flow> {
        if let Some(saver) = &mut self.saver {
            saver.codebook_ended();
        }
        if let Err(why) = result {
            self.tell(Message::Notice(Notice::warning(why)))?;
        }
        self.leave_or_ask()
    }

    /// Whether nothing would be lost now. What is only on its way is not saved.
    fn is_all_saved(&self) -> bool {
        let owes_codebook = self.saver.as_ref().is_some_and(Saver::owes_codebook);
        *self.app.saving() == Saving::Done && !owes_codebook
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
            self.forget_refuge();
        }
        match self.app.saving() {
            _ if self.asks_at.is_none() => Ok(Flow::GoOn),
            Saving::Failed(why) => self.stay(why.clone()),
            _ => Ok(self.leave_when_saved()),
        }
    }

    /// Does not leave though the person asked for it, and asks what to do, for this reason.
    pub(super) fn stay(&mut self, why: String) -> io::Result<Flow> {
        self.asks_at = None;
        self.tell(Message::Unsaved(why))
    }

    /// What was taken in from the refuge is saved where it belongs.
    fn forget_refuge(&mut self) {
        if std::mem::take(&mut self.is_taken_in)
            && let Some(Err(error)) = self.refuge.as_ref().map(Refuge::forget)
        {
            self.app.update(Message::Notice(Notice::warning(error.to_string())));
        }
    }

    /// What is in the refuge is not wanted; it is kept where it can be found.
    fn put_away(&mut self) {
        let notice = match self.refuge.as_ref().map(Refuge::put_away) {
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
    pub(super) fn end(&mut self, happened: &Receiver<Event>, is_forced: bool) -> Option<String> {
        if is_forced {
            self.save_at_last(happened);
        }
        let owes_codebook = self.saver.as_ref().is_some_and(Saver::owes_codebook);
        let tags = owes_codebook.then(|| "what tags are for is not saved".to_owned());
        let annotations = (*self.app.saving() != Saving::Done).then(|| self.put_aside());
        let said: Vec<String> = annotations.into_iter().chain(tags).collect();
        (!said.is_empty()).then(|| said.join("; "))
    }

    /// Brings the annotations to safety that are not saved; where they are now.
    fn put_aside(&self) -> String {
        let Some(refuge) = &self.refuge else {
            return "annotations are not saved: there is no home directory".into();
        };
        match refuge.keep(&self.on_disk, self.app.entries()) {
            Ok(path) => format!(
                "annotations are not saved; they are kept in {} and offered at the next start",
                path.display()
            ),
            Err(error) => format!("annotations are not saved: {error}"),
        }
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
        if *self.app.saving() != Saving::Done {
            self.save();
        }
        while !self.is_all_saved() {
            match happened.recv_timeout(until.saturating_duration_since(Instant::now())) {
                Ok(Event::Saved(result)) => {
                    let has_failed = result.is_err();
                    // The terminal may be gone; what is left to do needs none.
                    let _ = self.saved(result);
                    if has_failed {
                        return;
                    }
                }
                Ok(Event::CodebookSaved(result)) => drop(self.codebook_saved(result)),
                Ok(_) => {}
                Err(_) => return,
            }
        }
    }
}
