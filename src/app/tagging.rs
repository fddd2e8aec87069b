//! What is done with tags: offered, given another name, described, shown alone. Knows the book and
//! the codebook; the menu they are chosen from is a dialog.

use super::{
    App, Effect, Notice,
    dialog::{Dialog, TagMenu},
    target::Target,
};
use crate::annotations::{Change, rename_tag};

/// What is to be changed in the codebook.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TagChange {
    /// Call a tag, and all below it, by another name.
    Rename(String, String),
    /// Say what a tag is for.
    Describe(String, String),
}

impl App {
    /// The menu of tags for what is meant here.
    pub(super) fn open_tags(&mut self) {
        if let Some(target) = self.target() {
            self.open_tags_of(target);
        }
    }

    /// The menu of tags for an annotation.
    pub(super) fn open_tags_of(&mut self, target: Target) {
        self.dialog = Some(Dialog::Tags(TagMenu::of(&self.context(), target)));
    }

    /// The menu of names to give to a tag.
    pub(super) fn ask_new_name(&mut self, tag: String, target: Target) {
        self.dialog = Some(Dialog::Tags(TagMenu::new_name(&self.context(), tag, target)));
    }

    /// The menu of tags to show alone; where some are shown alone, everything again.
    pub(super) fn open_filter(&mut self) {
        if !self.only.is_empty() {
            self.show_only(Vec::new());
            self.notice = Some(Notice::info("everything is shown again"));
        } else if self.marginalia.book().tags().is_empty() {
            self.notice = Some(Notice::info("nothing in this document has a tag yet"));
        } else {
            self.dialog = Some(Dialog::Tags(TagMenu::filter(&self.context())));
        }
    }

    /// Gives a tag, and those below it, another name wherever they are used here.
    pub(super) fn rename_tag(&mut self, from: &str, to: &str) -> Vec<Effect> {
        let now = (self.scribe.now)();
        let mut entries = self.marginalia.book().entries().to_vec();
        let count = rename_tag(&mut entries, from, to, &now);
        let before = self.marginalia.book().entries().iter();
        let changed = entries.iter().zip(before).filter(|(after, before)| after != before);
        let changes = changed.map(|(entry, _)| Change::Put(entry.clone())).collect();
        self.codebook.rename(from, to);
        let mut effects =
            self.make(changes, format!("renamed {from} to {to} in {count} annotations"));
        effects.push(Effect::Codebook(TagChange::Rename(from.to_owned(), to.to_owned())));
        effects
    }

    /// Says what a tag is for.
    pub(super) fn describe_tag(&mut self, tag: &str, description: &str) -> Vec<Effect> {
        let mut note = self.codebook.get(tag).cloned().unwrap_or_default();
        tag.clone_into(&mut note.name);
        description.clone_into(&mut note.description);
        self.codebook.put(note);
        self.notice = Some(Notice::info(format!("said what #{tag} is for")));
        vec![Effect::Codebook(TagChange::Describe(tag.to_owned(), description.to_owned()))]
    }

    /// Shows only what has one of these tags, or everything.
    pub(super) fn show_only(&mut self, tags: Vec<String>) {
        self.only = tags;
        self.refill();
    }
}
