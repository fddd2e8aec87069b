//! Notes, names of bookmarks and what tags are for: opened, handed to the person's editor, kept.
//! Nothing that was written is dropped, whatever became of its place meanwhile.

use super::{changes::Repeat, target::Target};
use crate::{
    annotations::{Annotation, Bookmark, Change, Entry, fresh},
    app::{
        App, Effect, Reader, Shell,
        dialog::{Dialog, Draft, Upon},
        keys::key::Key,
    },
};

impl App {
    /// The character that a key adds to the text being written, where it does that and nothing else.
    #[must_use]
    pub fn writes(&self, key: Key) -> Option<char> {
        match &self.shell.dialog {
            Some(Dialog::Draft(draft)) => draft.writes(key),
            _ => None,
        }
    }

    /// Takes characters that were typed one after another.
    pub(in crate::app) fn typed(&mut self, text: &str) -> Vec<Effect> {
        self.shell.notice = None;
        if let Some(Dialog::Draft(draft)) = &mut self.shell.dialog {
            draft.insert(text);
            return Vec::new();
        }
        text.chars().flat_map(|c| self.press(Key::char(c))).collect()
    }

    /// Takes what the person's editor left; where it left nothing, what was written before it is
    /// there again.
    pub(in crate::app) fn edited(&mut self, text: Option<String>) -> Vec<Effect> {
        let Self { shell, readers, .. } = self;
        let editing = |reader: &&mut Reader| reader.editing.is_some();
        let Some(reader) = readers.all_mut().iter_mut().find(editing) else { return Vec::new() };
        match (reader.editing.take(), text) {
            (Some(draft), Some(text)) => reader.keep_text(shell, &draft, text.trim_end()),
            (Some(draft), None) if draft.is_changed() => {
                shell.dialog = Some(Dialog::Draft(draft));
                Vec::new()
            }
            _ => Vec::new(),
        }
    }

    /// Keeps what was written, as Esc does.
    pub(in crate::app) fn commit(&mut self, draft: &Draft) -> Vec<Effect> {
        let Self { shell, readers, .. } = self;
        readers.current_mut().keep_text(shell, draft, &draft.written())
    }

    /// Before leaving at once: keeps a note being written, and asks for everything to be saved.
    pub(in crate::app) fn leave_now(&mut self) -> Vec<Effect> {
        let Self { shell, readers, .. } = self;
        let mut effects = Vec::new();
        for reader in readers.all_mut() {
            if let Some(draft) = reader.editing.take() {
                effects.extend(reader.keep_text(shell, &draft, &draft.written()));
            }
        }
        match shell.dialog.take() {
            Some(Dialog::Draft(draft)) => effects.extend(self.commit(&draft)),
            other => shell.dialog = other,
        }
        effects.retain(|effect| !matches!(effect, Effect::Save(_)));
        effects.extend(self.readers().iter().map(|reader| Effect::Save(reader.id())));
        effects
    }
}

impl Reader {
    /// Opens the note of what is meant here.
    pub(in crate::app) fn open_note(&mut self, shell: &mut Shell) {
        if let Some(target) = self.target_here(shell) {
            self.open_note_of(shell, target);
        }
    }

    pub(in crate::app) fn open_note_of(&mut self, shell: &mut Shell, target: Target) {
        let note = self.note_of(shell, target);
        shell.dialog = Some(Dialog::Draft(Box::new(note)));
    }

    fn note_of(&self, shell: &Shell, target: Target) -> Draft {
        let context = self.context(shell);
        let before = context.current(&target).note;
        Draft::new(&context, before, Upon::Annotation(target))
    }

    /// Opens the name of a bookmark.
    pub(in crate::app) fn open_label_of(&mut self, shell: &mut Shell, bookmark: Bookmark) {
        let (label, upon) = (bookmark.label.clone(), Upon::Bookmark(Box::new(bookmark)));
        shell.dialog = Some(Dialog::Draft(Box::new(Draft::new(&self.context(shell), label, upon))));
    }

    /// Opens what a tag is for.
    pub(in crate::app) fn open_description_of(&mut self, shell: &mut Shell, tag: String) {
        let described = self.codebook.get(&tag).map(|note| note.description.clone());
        let draft = Draft::new(&self.context(shell), described.unwrap_or_default(), Upon::Tag(tag));
        shell.dialog = Some(Dialog::Draft(Box::new(draft)));
    }

    /// Hands the note of what is meant here to the person's editor.
    pub(in crate::app) fn open_editor(&mut self, shell: &Shell) -> Vec<Effect> {
        match self.target_here(shell) {
            Some(target) => self.edit_outside(self.note_of(shell, target)),
            None => Vec::new(),
        }
    }

    /// Hands what was written to the person's editor.
    pub(in crate::app) fn edit_outside(&mut self, draft: Draft) -> Vec<Effect> {
        let text = draft.written();
        self.editing = Some(Box::new(draft));
        vec![Effect::Edit(text)]
    }

    /// Keeps a draft as what it is upon. It may have changed elsewhere while it was written, so it is taken as it is now
    /// and only the text is put in.
    fn keep_text(&mut self, shell: &mut Shell, draft: &Draft, text: &str) -> Vec<Effect> {
        match &draft.upon {
            Upon::Annotation(target) => self.keep_note(shell, target, &draft.before, text),
            Upon::Head(field) => self.keep_head_field(shell, *field, draft, text),
            Upon::Tag(tag) => self.describe_tag(shell, tag, &text.replace('\n', " ")),
            Upon::Bookmark(was) => {
                let now = match self.annotations.list().get(&was.id) {
                    Some(Entry::Bookmark(bookmark)) => bookmark.as_ref().clone(),
                    _ => (**was).clone(),
                };
                let label = text.replace('\n', " ");
                if label == was.label {
                    return Vec::new();
                }
                let said = format!("named {label}");
                self.apply_changes(shell, vec![Change::Put(Bookmark { label, ..now }.into())], said)
            }
        }
    }

    /// Keeps a note. Where another program wrote another one meanwhile, both are kept.
    fn keep_note(
        &mut self,
        shell: &mut Shell,
        target: &Target,
        before: &str,
        text: &str,
    ) -> Vec<Effect> {
        let context = self.context(shell);
        let (mut annotation, called) = (context.current(target), context.called(target));
        if text == before || text == annotation.note {
            self.selection = None;
            return Vec::new();
        }
        if annotation.note == before {
            text.clone_into(&mut annotation.note);
            shell.last_annotation = Some(Repeat::Note(text.to_owned()));
            return self.put_annotation(shell, annotation, format!("noted on {called}"));
        }
        let (id, conflict) = (fresh(), Some(annotation.id.clone()));
        let note = text.to_owned();
        let (tags, colour, extra) = (Vec::new(), None, Vec::new());
        let second = Annotation { id, conflict, note, tags, colour, extra, ..annotation };
        let said = format!("{called} has another note since; both are kept");
        let effects = self.put_annotation(shell, second, said.clone());
        shell.warn(said);
        effects
    }
}
