//! Notes, names of bookmarks and what tags are for: opened, handed to the person's editor, kept.
//! Nothing that was written is dropped, whatever became of its place meanwhile.

use super::{
    App, Effect, Notice,
    dialog::{Dialog, Draft, Upon},
    key::Key,
    target::Target,
};
use crate::annotations::{Annotation, Bookmark, Change, Entry, fresh};

impl App {
    /// Opens the note of what is meant here.
    pub(super) fn open_note(&mut self) {
        if let Some(target) = self.target_here() {
            self.open_note_of(target);
        }
    }

    pub(super) fn open_note_of(&mut self, target: Target) {
        let note = self.note_of(target);
        self.dialog = Some(Dialog::Draft(Box::new(note)));
    }

    fn note_of(&self, target: Target) -> Draft {
        let context = self.context();
        let before = context.current(&target).note;
        Draft::new(&context, before, Upon::Annotation(target))
    }

    /// Opens the name of a bookmark.
    pub(super) fn open_label_of(&mut self, bookmark: Bookmark) {
        let (label, upon) = (bookmark.label.clone(), Upon::Bookmark(Box::new(bookmark)));
        self.dialog = Some(Dialog::Draft(Box::new(Draft::new(&self.context(), label, upon))));
    }

    /// Opens what a tag is for.
    pub(super) fn open_description_of(&mut self, tag: String) {
        let described = self.codebook.get(&tag).map(|note| note.description.clone());
        let draft = Draft::new(&self.context(), described.unwrap_or_default(), Upon::Tag(tag));
        self.dialog = Some(Dialog::Draft(Box::new(draft)));
    }

    /// The character that a key adds to the text being written, where it does that and nothing else.
    #[must_use]
    pub fn writes(&self, key: Key) -> Option<char> {
        match &self.dialog {
            Some(Dialog::Draft(draft)) => draft.writes(key),
            _ => None,
        }
    }

    /// Takes characters that were typed one after another.
    pub(super) fn typed(&mut self, text: &str) -> Vec<Effect> {
        self.notice = None;
        if let Some(Dialog::Draft(draft)) = &mut self.dialog {
            draft.insert(text);
            return Vec::new();
        }
        text.chars().flat_map(|c| self.press(Key::char(c))).collect()
    }

    /// Hands the note of what is meant here to the person's editor.
    pub(super) fn open_editor(&mut self) -> Vec<Effect> {
        match self.target_here() {
            Some(target) => self.edit_outside(self.note_of(target)),
            None => Vec::new(),
        }
    }

    /// Hands what was written to the person's editor.
    pub(super) fn edit_outside(&mut self, draft: Draft) -> Vec<Effect> {
        let text = draft.written();
        self.editing = Some(Box::new(draft));
        vec![Effect::Edit(text)]
    }

    /// Takes what the person's editor left; where it left nothing, what was written before it is
    /// there again.
    pub(super) fn edited(&mut self, text: Option<String>) -> Vec<Effect> {
        match (self.editing.take(), text) {
            (Some(draft), Some(text)) => self.keep_text(&draft, text.trim_end()),
            (Some(draft), None) if draft.is_changed() => {
                self.dialog = Some(Dialog::Draft(draft));
                Vec::new()
            }
            _ => Vec::new(),
        }
    }

    /// Keeps what was written, as Esc does.
    pub(super) fn commit(&mut self, draft: &Draft) -> Vec<Effect> {
        self.keep_text(draft, &draft.written())
    }

    /// Before leaving at once: keeps a note being written, and asks for everything to be saved.
    pub(super) fn leave_now(&mut self) -> Vec<Effect> {
        let mut effects = Vec::new();
        let open = match self.dialog.take() {
            Some(Dialog::Draft(draft)) => Some(draft),
            other => {
                self.dialog = other;
                None
            }
        };
        for draft in [self.editing.take(), open].into_iter().flatten() {
            effects.extend(self.commit(&draft));
        }
        effects.retain(|effect| *effect != Effect::Save);
        effects.push(Effect::Save);
        effects
    }

    fn keep_text(&mut self, draft: &Draft, text: &str) -> Vec<Effect> {
        match &draft.upon {
            Upon::Annotation(target) => self.keep_note(target, &draft.before, text),
            Upon::Tag(tag) => self.describe_tag(tag, &text.replace('\n', " ")),
            Upon::Bookmark(was) => {
                let now = match self.marginalia.book().get(&was.id) {
                    Some(Entry::Bookmark(bookmark)) => bookmark.clone(),
                    _ => (**was).clone(),
                };
                let label = text.replace('\n', " ");
                if label == was.label {
                    return Vec::new();
                }
                let said = format!("named {label}");
                self.make(vec![Change::Put(Entry::Bookmark(Bookmark { label, ..now }))], said)
            }
        }
    }

    /// Keeps a note. Where another program wrote another one meanwhile, both are kept.
    fn keep_note(&mut self, target: &Target, before: &str, text: &str) -> Vec<Effect> {
        let context = self.context();
        let mut annotation = context.current(target);
        let called = context.called(target);
        if text == before || text == annotation.note {
            self.selection = None;
            return Vec::new();
        }
        if annotation.note == before {
            text.clone_into(&mut annotation.note);
            return self.put_annotation(annotation, format!("noted on {called}"));
        }
        let (id, conflict) = (fresh(), Some(annotation.id.clone()));
        let note = text.to_owned();
        let (tags, colour, extra) = (Vec::new(), None, Vec::new());
        let second = Annotation { id, conflict, note, tags, colour, extra, ..annotation };
        let said = format!("{called} has another note since; both are kept");
        let effects = self.put_annotation(second, said.clone());
        self.notice = Some(Notice::warning(said));
        effects
    }
}
