//! What is done with tags: offered, given another name, described, shown alone. Knows the annotations and
//! the codebook; the menu they are chosen from is a dialog.

use super::{changes::Renaming, saved::Saving, target::Target};
use crate::{
    annotations::{Change, TagChange, rename_tag},
    app::{
        App, DocId, Effect, Reader, Shell,
        dialog::{Dialog, TagMenu},
    },
    text::counted,
};

impl App {
    /// Gives a tag, and those below it, another name in every document that is open, and says where.
    pub(in crate::app) fn rename_tag(&mut self, from: &str, to: &str) -> Vec<Effect> {
        let Self { shell, readers, .. } = self;
        let (mut effects, mut said) = (Vec::new(), Vec::new());
        let current = readers.current().id();
        let before = readers.current().codebook.notes_of_rename(from, to);
        let renaming = Renaming { from: from.to_owned(), to: to.to_owned(), before };
        for reader in readers.all_mut() {
            let (count, changes) = reader.rename_tag(shell, &renaming);
            effects.extend(changes);
            if count > 0 {
                said.push(format!("{} in {}", counted(count, "annotation"), reader.called()));
            }
        }
        shell.renamings.push(renaming);
        effects.push(Effect::Codebook(current, TagChange::Rename(from.to_owned(), to.to_owned())));
        let said = if said.is_empty() { "nothing here had it".to_owned() } else { said.join(", ") };
        shell.say(format!("renamed {from} to {to}: {said}"));
        effects
    }

    /// Undoes what was done last in the document that is read, or does it again. A renaming is undone in all
    /// documents in which it was the last that was done, and in what tags mean.
    pub(in crate::app) fn undo(&mut self, again: bool) -> Vec<Effect> {
        let Self { shell, readers, .. } = self;
        let current = readers.current().id();
        let Some((what, mut effects)) = readers.current_mut().undo(shell, again) else {
            return Vec::new();
        };
        let Some(renaming) = shell.renamings.iter().find(|one| one.in_words() == what).cloned()
        else {
            return effects;
        };
        let Renaming { from, to, before } = renaming;
        for reader in readers.all_mut() {
            if again {
                reader.codebook.rename(&from, &to);
            } else {
                reader.codebook.take_back_rename(&from, &to, &before);
            }
            if reader.id() != current && reader.annotations.next_to_undo(again) == Some(&what) {
                reader.annotations.undo(&reader.document, again);
                reader.show_annotations();
                reader.saving = Saving::Due;
                effects.push(Effect::Save(reader.id()));
            }
        }
        let change = match again {
            true => TagChange::Rename(from, to),
            false => TagChange::TakeBack { from, to, before },
        };
        effects.push(Effect::Codebook(current, change));
        effects
    }
}

impl App {
    /// Takes the tags of the other documents of a folder; a menu that is open offers them.
    pub(in crate::app) fn take_folder_tags(
        &mut self,
        id: DocId,
        tags: Vec<(String, usize)>,
    ) -> Vec<Effect> {
        if let Some(reader) = self.readers.get_mut(id) {
            reader.folder_tags = tags;
        }
        if self.reader().id() == id {
            self.readers.current().renew_dialog(&mut self.shell);
        }
        Vec::new()
    }
}

impl Reader {
    /// The menu of tags for what is meant here. Those of the folder are asked for.
    pub(in crate::app) fn open_tags(&mut self, shell: &mut Shell) -> Vec<Effect> {
        let Some(target) = self.target(shell) else { return Vec::new() };
        self.open_tags_of(shell, target);
        vec![Effect::ListTags(self.id())]
    }

    /// The menu of tags for an annotation.
    pub(in crate::app) fn open_tags_of(&mut self, shell: &mut Shell, target: Target) {
        shell.dialog = Some(Dialog::Tags(TagMenu::of(&self.context(shell), target)));
    }

    /// The menu of names to give to a tag.
    pub(in crate::app) fn ask_new_name(&mut self, shell: &mut Shell, tag: String, target: Target) {
        shell.dialog = Some(Dialog::Tags(TagMenu::new_name(&self.context(shell), tag, target)));
    }

    /// The menu of tags to show alone; where some are shown alone, everything again.
    pub(in crate::app) fn open_filter(&mut self, shell: &mut Shell) {
        if !self.only.is_empty() {
            self.show_only(shell, Vec::new());
            shell.say("everything is shown again");
        } else if self.annotations.list().own_tags().is_empty() {
            shell.say("nothing in this document has a tag yet");
        } else {
            shell.dialog = Some(Dialog::Tags(TagMenu::filter(&self.context(shell))));
        }
    }

    /// Gives a tag, and those below it, another name wherever they are used here; in how many annotations.
    fn rename_tag(&mut self, shell: &mut Shell, renaming: &Renaming) -> (usize, Vec<Effect>) {
        let (from, to) = (renaming.from.as_str(), renaming.to.as_str());
        let now = (shell.scribe.now)();
        let mut entries = self.annotations.list().entries().to_vec();
        let count = rename_tag(&mut entries, from, to, &now);
        let before = self.annotations.list().entries().iter();
        let changed = entries.iter().zip(before).filter(|(after, before)| after != before);
        let changes = changed.map(|(entry, _)| Change::Put(entry.clone())).collect();
        self.codebook.rename(from, to);
        let effects = self.apply_changes(shell, changes, renaming.in_words());
        (count, effects)
    }

    /// Says what a tag is for.
    pub(in crate::app) fn describe_tag(
        &mut self,
        shell: &mut Shell,
        tag: &str,
        description: &str,
    ) -> Vec<Effect> {
        let mut note = self.codebook.get(tag).cloned().unwrap_or_default();
        tag.clone_into(&mut note.name);
        description.clone_into(&mut note.description);
        self.codebook.put(note);
        shell.say(format!("said what #{tag} is for"));
        let change = TagChange::Describe(tag.to_owned(), description.to_owned());
        vec![Effect::Codebook(self.id(), change)]
    }

    /// Shows only what has one of these tags, or everything.
    pub(in crate::app) fn show_only(&mut self, shell: &Shell, tags: Vec<String>) {
        self.only = tags;
        self.refill(shell);
    }
}
