//! Whether what was written in the margin is on disk, and what was learnt in saving it. Knows no
//! file: who saves tells what came of it.

use super::{App, Effect, Notice, dialog::Dialog};
use crate::annotations::{Entry, merge};

/// How far what was written is saved.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Saving {
    /// Everything is on disk.
    #[default]
    Done,
    /// It is on its way.
    Due,
    /// It could not be saved, for this reason; it is still in memory.
    Failed(String),
}

/// What came of saving.
#[derive(Clone, Debug, Default)]
pub struct Kept {
    /// What was given to be saved.
    pub sent: Vec<Entry>,
    /// That, merged with what others wrote: what is on disk now.
    pub entries: Vec<Entry>,
    /// Where it went, where that is not beside the source.
    pub elsewhere: Option<String>,
}

impl App {
    /// Whether what was written is saved.
    #[must_use]
    pub fn saving(&self) -> &Saving {
        &self.saving
    }

    /// What is to be saved.
    #[must_use]
    pub fn entries(&self) -> &[Entry] {
        self.marginalia.book().entries()
    }

    /// Takes what came of saving. What was changed here meanwhile stays changed. Who was asked whether
    /// to leave, as nothing could be saved, leaves now.
    pub(super) fn kept(&mut self, kept: Kept) -> Vec<Effect> {
        let ours = self.marginalia.book().entries();
        let is_behind = ours != kept.sent;
        let merged =
            if is_behind { merge(&kept.sent, ours, &kept.entries) } else { kept.entries.clone() };
        let is_new = merged != ours;
        if !is_behind {
            self.saving = Saving::Done;
        }
        if is_new {
            let others = kept.entries.len().abs_diff(kept.sent.len());
            self.marginalia.adopt(&self.document, merged);
            self.show_margin();
            self.renew_dialog();
            if kept.sent != kept.entries && self.notice.is_none() {
                let said = match others {
                    0 => "annotations were changed by another program".to_owned(),
                    _ => "annotations of another program were added or removed".to_owned(),
                };
                self.notice = Some(Notice::info(said));
            }
        }
        if let Some(path) = kept.elsewhere.filter(|path| self.elsewhere.as_ref() != Some(path)) {
            let said = format!("nothing can be written beside the source; kept in {path}");
            self.notice = Some(Notice::warning(said));
            self.elsewhere = Some(path);
        }
        let is_asked = matches!(self.dialog, Some(Dialog::Unsaved(_)));
        if is_asked && self.saving == Saving::Done { vec![Effect::Quit] } else { Vec::new() }
    }

    pub(super) fn not_kept(&mut self, why: String) {
        self.notice = Some(Notice::warning(format!("not saved: {why}")));
        if let Some(Dialog::Unsaved(asked)) = &mut self.dialog {
            asked.clone_from(&why);
        }
        self.saving = Saving::Failed(why);
    }

    /// Leaves, or asks first where something would be lost; then it is tried once more.
    pub(super) fn quit(&mut self) -> Vec<Effect> {
        if let Saving::Failed(why) = &self.saving {
            let why = why.clone();
            return [self.ask_whether_to_leave(why), vec![Effect::Save]].concat();
        }
        if self.saving == Saving::Due {
            self.notice = Some(Notice::info("saving …"));
        }
        vec![Effect::Quit]
    }

    /// Asks whether to leave though something is not saved, for this reason. Whoever has begun
    /// something else meanwhile is told and not asked.
    pub(super) fn ask_whether_to_leave(&mut self, why: String) -> Vec<Effect> {
        if matches!(self.dialog, None | Some(Dialog::Unsaved(_))) {
            self.dialog = Some(Dialog::Unsaved(why));
        } else {
            self.notice = Some(Notice::warning(format!("not saved: {why}")));
        }
        Vec::new()
    }
}
