//! A note, or the label of a bookmark, being written over the panes. The editing itself is that of
//! `ratatui-textarea`; this knows what is written upon, and when it is kept.

use ratatui_textarea::{CursorMove, Input, TextArea, WrapMode};

use super::{
    App, Effect, Notice,
    key::{Code, Key, Named},
    popup::Popup,
    tagging::TagChange,
    target::Target,
};
use crate::annotations::{Bookmark, Change, Entry};

/// A text being written.
#[derive(Clone, Debug)]
pub struct Note {
    /// What it is upon.
    pub title: String,
    /// The text, with its cursor.
    pub text: TextArea<'static>,
    upon: Upon,
    before: String,
    /// Whether the person was told that what is written would be lost.
    is_warned: bool,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Upon {
    Annotation(Target),
    Bookmark(String),
    /// What a tag is for.
    Tag(String),
}

impl Note {
    fn new(title: String, before: String, upon: Upon) -> Self {
        let mut text = TextArea::new(before.split('\n').map(str::to_owned).collect());
        text.set_wrap_mode(WrapMode::WordOrGlyph);
        text.move_cursor(CursorMove::Bottom);
        text.move_cursor(CursorMove::End);
        Self { title, text, upon, before, is_warned: false }
    }

    fn written(&self) -> String {
        self.text.lines().join("\n").trim_end().to_owned()
    }
}

impl App {
    /// Opens the note of what is meant here.
    pub(super) fn open_note(&mut self) {
        if let Some(target) = self.target_here() {
            self.open_note_of(target);
        }
    }

    pub(super) fn open_note_of(&mut self, target: Target) {
        let Some(annotation) = self.annotation_of(&target) else { return };
        let title = format!("Note on {}", self.called(&target));
        let note = Note::new(title, annotation.note, Upon::Annotation(target));
        self.popup = Some(Popup::Note(Box::new(note)));
    }

    /// Opens the label of a bookmark.
    pub(super) fn open_label_of(&mut self, bookmark: &Bookmark) {
        let (label, upon) = (bookmark.label.clone(), Upon::Bookmark(bookmark.id.clone()));
        let note =
            Note::new(format!("Name of the bookmark at {}", bookmark.at.paragraph), label, upon);
        self.popup = Some(Popup::Note(Box::new(note)));
    }

    /// Opens what a tag is for.
    pub(super) fn open_description_of(&mut self, tag: &str) {
        let described = self.codebook.get(tag).map(|note| note.description.clone());
        let title = format!("What #{tag} is for");
        let note = Note::new(title, described.unwrap_or_default(), Upon::Tag(tag.to_owned()));
        self.popup = Some(Popup::Note(Box::new(note)));
    }

    /// Hands the note of what is meant here to the person's editor.
    pub(super) fn open_editor(&mut self) -> Vec<Effect> {
        let Some(target) = self.target_here() else { return Vec::new() };
        let Some(annotation) = self.annotation_of(&target) else { return Vec::new() };
        self.editing = Some(Upon::Annotation(target));
        vec![Effect::Edit(annotation.note)]
    }

    /// Takes what the person's editor left; nothing where it was not to be used.
    pub(super) fn edited(&mut self, text: Option<String>) -> Vec<Effect> {
        match (self.editing.take(), text) {
            (Some(upon), Some(text)) => self.write(&upon, text.trim_end()),
            _ => Vec::new(),
        }
    }

    pub(super) fn press_in_note(&mut self, mut note: Box<Note>, key: Key) -> Vec<Effect> {
        match (key.code, key.ctrl) {
            (Code::Named(Named::Esc), _) | (Code::Char('s'), true) => {
                return self.write(&note.upon, &note.written());
            }
            (Code::Char('c'), true) if note.is_warned || note.written() == note.before => {
                return Vec::new();
            }
            (Code::Char('c'), true) => {
                note.is_warned = true;
                let said = "Ctrl-c again drops what you wrote; Esc keeps it";
                self.notice = Some(Notice::warning(said));
            }
            (Code::Char('e'), true) => {
                let text = note.written();
                self.editing = Some(note.upon);
                return vec![Effect::Edit(text)];
            }
            // One line is enough for a name.
            (Code::Named(Named::Enter), _)
                if matches!(note.upon, Upon::Bookmark(_) | Upon::Tag(_)) =>
            {
                return self.write(&note.upon, &note.written());
            }
            _ => {
                note.is_warned = false;
                note.text.input(input(key));
            }
        }
        self.popup = Some(Popup::Note(note));
        Vec::new()
    }

    fn write(&mut self, upon: &Upon, text: &str) -> Vec<Effect> {
        match upon {
            Upon::Annotation(target) => {
                let said = format!("noted on {}", self.called(target));
                self.rewrite(target, said, |annotation| text.clone_into(&mut annotation.note))
            }
            Upon::Tag(tag) => {
                let description = text.replace('\n', " ");
                let mut note = self.codebook.get(tag).cloned().unwrap_or_default();
                tag.clone_into(&mut note.name);
                note.description.clone_from(&description);
                self.codebook.put(note);
                self.notice = Some(Notice::info(format!("said what #{tag} is for")));
                vec![Effect::Codebook(TagChange::Describe(tag.clone(), description))]
            }
            Upon::Bookmark(id) => {
                let Some(Entry::Bookmark(bookmark)) = self.marginalia.book().get(id) else {
                    return Vec::new();
                };
                let label = text.replace('\n', " ");
                let said = format!("named {label}");
                let bookmark = Bookmark { label, ..bookmark.clone() };
                self.make(vec![Change::Put(Entry::Bookmark(bookmark))], said)
            }
        }
    }
}

impl Note {
    /// Puts pasted text in, without what would act on a terminal.
    pub(super) fn paste(&mut self, text: &str) {
        let text = text.replace("\r\n", "\n").replace('\r', "\n");
        let clean: String =
            text.chars().filter(|c| !c.is_control() || matches!(c, '\n' | '\t')).collect();
        self.text.insert_str(clean);
    }
}

/// A key as the text area knows it.
fn input(key: Key) -> Input {
    use ratatui_textarea::Key as Pressed;
    let pressed = match key.code {
        Code::Char(c) => Pressed::Char(c),
        Code::F(number) => Pressed::F(number),
        Code::Named(named) => match named {
            Named::Enter => Pressed::Enter,
            Named::Tab => Pressed::Tab,
            Named::Backspace => Pressed::Backspace,
            Named::Delete => Pressed::Delete,
            Named::Left => Pressed::Left,
            Named::Right => Pressed::Right,
            Named::Up => Pressed::Up,
            Named::Down => Pressed::Down,
            Named::Home => Pressed::Home,
            Named::End => Pressed::End,
            Named::PageUp => Pressed::PageUp,
            Named::PageDown => Pressed::PageDown,
            Named::Esc | Named::Insert => Pressed::Null,
        },
    };
    Input { key: pressed, ctrl: key.ctrl, alt: key.alt, shift: key.shift }
}
