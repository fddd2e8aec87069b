//! A note, the name of a bookmark or what a tag is for, being written. The editing itself is that of
//! `ratatui-textarea`; this knows what is written upon, and when it is kept or dropped.

use ratatui_textarea::{CursorMove, TextArea, WrapMode};

use crate::{
    annotations::Bookmark,
    app::{
        annotating::target::Target,
        context::Context,
        keys::key::{Code, Key, Named},
    },
};

/// A text being written: a value of its own, so that it outlives whatever happens meanwhile.
#[derive(Clone, Debug)]
pub struct Draft {
    /// What it is upon.
    pub title: String,
    /// The text, with its cursor.
    pub text: TextArea<'static>,
    pub(in crate::app) upon: Upon,
    /// The text as it was before.
    pub(in crate::app) before: String,
    /// Whether the place it is upon is gone from the document.
    pub(super) is_adrift: bool,
    /// Whether the person was told that what is written would be lost.
    pub(super) is_warned: bool,
}

/// What a text is written upon.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::app) enum Upon {
    /// An annotation: its note.
    Annotation(Target),
    /// A bookmark, as it was: its name.
    Bookmark(Box<Bookmark>),
    /// What a tag is for.
    Tag(String),
}

impl Draft {
    /// A text that goes on from `before`.
    pub(in crate::app) fn new(context: &Context<'_>, before: String, upon: Upon) -> Self {
        let mut text = TextArea::new(before.split('\n').map(str::to_owned).collect());
        text.set_wrap_mode(WrapMode::WordOrGlyph);
        text.move_cursor(CursorMove::Bottom);
        text.move_cursor(CursorMove::End);
        let title = title(context, &upon);
        Self { title, text, upon, before, is_adrift: false, is_warned: false }
    }

    /// What was written.
    pub(in crate::app) fn written(&self) -> String {
        self.text.lines().join("\n").trim_end().to_owned()
    }

    /// Whether it says something else than before.
    pub(in crate::app) fn is_changed(&self) -> bool {
        self.written() != self.before
    }

    /// The character that a key adds to the text, where it does that and nothing else.
    pub(in crate::app) fn writes(&self, key: Key) -> Option<char> {
        let is_enter = key == Key::plain(Code::Named(Named::Enter));
        match &self.upon {
            Upon::Annotation(_) if is_enter => Some('\n'),
            _ => key.typed(),
        }
    }

    /// Adds what is typed at the cursor.
    pub(in crate::app) fn insert(&mut self, text: &str) {
        self.is_warned = false;
        self.text.insert_str(text);
    }
}

pub(super) fn title(context: &Context<'_>, upon: &Upon) -> String {
    match upon {
        Upon::Annotation(target) => format!("Note on {}", context.called(target)),
        Upon::Bookmark(bookmark) => format!("Name of the bookmark at {}", bookmark.at.paragraph),
        Upon::Tag(tag) => format!("What #{tag} is for"),
    }
}
