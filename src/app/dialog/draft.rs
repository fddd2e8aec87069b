//! A note, the name of a bookmark or what a tag is for, being written. The editing itself is that of
//! `ratatui-textarea`; this knows what is written upon, and when it is kept or dropped.

use ratatui_textarea::{CursorMove, Input, TextArea, WrapMode};

use super::answer::{Action, Answer};
use crate::{
    annotations::Bookmark,
    app::{
        Notice,
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
    is_adrift: bool,
    /// Whether the person was told that what is written would be lost.
    is_warned: bool,
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

    pub(super) fn press(&mut self, key: Key) -> Answer {
        match (key.code, key.ctrl) {
            (Code::Named(Named::Esc), _) | (Code::Char('s'), true) => self.commit(),
            (Code::Char('c'), true) if self.is_warned || !self.is_changed() => Answer::Close,
            (Code::Char('c'), true) => {
                self.is_warned = true;
                let said = "Ctrl-c again drops what you wrote; Esc keeps it";
                Answer::Do(Action::Say(Notice::warning(said)))
            }
            (Code::Char('e'), true) => {
                Answer::CloseAnd(Action::EditOutside(Box::new(self.clone())))
            }
            // One line is enough for a name.
            (Code::Named(Named::Enter), _) if !matches!(self.upon, Upon::Annotation(_)) => {
                self.commit()
            }
            _ => {
                self.is_warned = false;
                self.text.input(input(key));
                Answer::Stay
            }
        }
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

    fn commit(&self) -> Answer {
        Answer::CloseAnd(Action::Commit(Box::new(self.clone())))
    }

    /// Puts pasted text in, without what would act on a terminal.
    pub(super) fn paste(&mut self, text: &str) -> Answer {
        let text = text.replace("\r\n", "\n").replace('\r', "\n");
        let clean: String =
            text.chars().filter(|c| !c.is_control() || matches!(c, '\n' | '\t')).collect();
        self.insert(&clean);
        Answer::Stay
    }

    /// Finds the place it is upon in another version of the document, and says so where it is gone.
    pub(super) fn find_again(&mut self, context: &Context<'_>) -> Answer {
        let Upon::Annotation(target) = &mut self.upon else { return Answer::Stay };
        let called = context.called(target);
        let was_adrift = std::mem::replace(&mut self.is_adrift, !target.find_again(context));
        if !self.is_adrift {
            self.title = title(context, &self.upon);
            return Answer::Stay;
        }
        if !was_adrift {
            self.title = format!("{} (gone from the text)", self.title);
        }
        let said = format!("{called} is gone from the text; Esc keeps the note without a place");
        Answer::Do(Action::Say(Notice::warning(said)))
    }
}

fn title(context: &Context<'_>, upon: &Upon) -> String {
    match upon {
        Upon::Annotation(target) => format!("Note on {}", context.called(target)),
        Upon::Bookmark(bookmark) => format!("Name of the bookmark at {}", bookmark.at.paragraph),
        Upon::Tag(tag) => format!("What #{tag} is for"),
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
