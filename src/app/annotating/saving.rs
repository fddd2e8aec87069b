//! Whether what was written in the margin is on disk, and what was learnt in saving it. Knows no
//! file: who saves tells what came of it.

use super::saved::{Saved, Saving};
use crate::{
    annotations::{Entry, merge},
    app::{App, DocId, Effect, Reader, Shell, dialog::Dialog},
};

impl Reader {
    /// Whether what was written is saved.
    #[must_use]
    pub fn saving(&self) -> &Saving {
        &self.saving
    }

    /// What is to be saved.
    #[must_use]
    pub fn entries(&self) -> &[Entry] {
        self.annotations.list().entries()
    }

    /// Takes what came of saving; whether annotations are others now. What was changed here meanwhile stays
    /// changed.
    fn take_saved(&mut self, shell: &mut Shell, saved: Saved) -> bool {
        let ours = self.annotations.list().entries();
        let is_behind = ours != saved.sent;
        let others = saved.entries.len().abs_diff(saved.sent.len());
        let is_from_others = saved.sent != saved.entries;
        let merged =
            if is_behind { merge(&saved.sent, ours, &saved.entries) } else { saved.entries };
        let is_new = merged != ours;
        if !is_behind {
            self.saving = Saving::Done;
        }
        if is_new {
            let passages = self.annotations.adopt(&self.document, merged);
            self.show_annotations_on(passages);
            if is_from_others && shell.notice.is_none() {
                shell.say(match others {
                    0 => "annotations were changed by another program",
                    _ => "annotations of another program were added or removed",
                });
            }
        }
        if let Some(path) =
            saved.elsewhere.filter(|path| self.kept_elsewhere.as_ref() != Some(path))
        {
            shell.say(format!("annotations are kept in {path}"));
            self.kept_elsewhere = Some(path);
        }
        is_new
    }
}

impl App {
    /// Takes what came of saving the annotations of a document. Who was asked whether to leave, as something
    /// could not be saved, leaves once everything is.
    pub(in crate::app) fn saved(&mut self, id: DocId, saved: Saved) -> Vec<Effect> {
        let Self { shell, readers, .. } = self;
        let Some(reader) = readers.get_mut(id) else { return Vec::new() };
        if reader.take_saved(shell, saved) && readers.current().id() == id {
            readers.current().renew_dialog(shell);
        }
        let is_asked = matches!(shell.dialog, Some(Dialog::Unsaved(_)));
        if is_asked && self.saving_of_all() == Saving::Done {
            vec![Effect::Quit]
        } else {
            Vec::new()
        }
    }

    /// The annotations of a document could not be saved.
    pub(in crate::app) fn save_failed(&mut self, id: DocId, why: String) {
        let Self { shell, readers, .. } = self;
        shell.warn(format!("not saved: {why}"));
        if let Some(Dialog::Unsaved(asked)) = &mut shell.dialog {
            asked.clone_from(&why);
        }
        if let Some(reader) = readers.get_mut(id) {
            reader.saving = Saving::Failed(why);
        }
    }

    /// Whether everything is saved, of all documents: what failed comes before what is on its way.
    #[must_use]
    pub fn saving_of_all(&self) -> Saving {
        let all = || self.readers().iter().map(Reader::saving);
        let failed = all().find(|saving| matches!(saving, Saving::Failed(_)));
        let due = || all().find(|saving| **saving == Saving::Due);
        failed.or_else(due).cloned().unwrap_or_default()
    }

    /// Leaves, or asks first where something would be lost; then it is tried once more.
    pub(in crate::app) fn quit(&mut self) -> Vec<Effect> {
        match self.saving_of_all() {
            Saving::Failed(why) => {
                let asked = self.shell.ask_whether_to_leave(why);
                [asked, self.save_what_is_not_saved()].concat()
            }
            Saving::Due => {
                self.shell.say("saving …");
                vec![Effect::Quit]
            }
            Saving::Done => vec![Effect::Quit],
        }
    }

    /// Has everything saved that is not.
    pub(in crate::app) fn save_what_is_not_saved(&self) -> Vec<Effect> {
        let unsaved = self.readers().iter().filter(|reader| *reader.saving() != Saving::Done);
        unsaved.map(|reader| Effect::Save(reader.id())).collect()
    }
}
