//! What can happen to the reader, and what it asks the world to do. Knows nothing of who sends
//! and who obeys.

use super::{arrange::Size, key::Key, saving::Kept, tagging::TagChange};
use crate::document::Document;

/// Something that happened.
#[derive(Clone, Debug)]
pub enum Message {
    /// A key was pressed.
    Key(Key),
    /// Characters for which [`App::writes`](super::App::writes) were typed faster than they are read:
    /// what their keys do one by one, at the cost of one.
    Typed(String),
    /// Text was pasted.
    Paste(String),
    /// The mouse did something.
    Mouse(Mouse),
    /// The screen has this size now.
    Resize(Size),
    /// The time asked for by [`App::deadline`](super::App::deadline) has passed.
    Timeout,
    /// The document changed on disk and was read again.
    Reload(Box<Document>),
    /// What came of saving the annotations.
    Kept(Box<Kept>),
    /// The annotations could not be saved, for this reason.
    NotKept(String),
    /// Leaving was asked for and would lose what is not saved, for this reason.
    Unsaved(String),
    /// What the person's own editor left. `None` where it left nothing to be used: then what was
    /// written before it is open again.
    Edited(Option<String>),
    /// The reader is about to end, and nobody can be asked: a note being written is kept, as with Esc,
    /// and everything is to be saved.
    LeaveNow,
    /// Something to tell the person.
    Notice(Notice),
}

/// What the mouse did, and in which cell of the screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Mouse {
    /// What it did.
    pub action: MouseAction,
    /// Cells from the left edge of the screen.
    pub column: u16,
    /// Cells from the top of the screen.
    pub row: u16,
}

/// What a mouse can do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MouseAction {
    /// The main button went down.
    Press,
    /// Moved with the main button down.
    Drag,
    /// The main button came up.
    Release,
    /// The wheel turned away from the person.
    WheelUp,
    /// The wheel turned towards the person.
    WheelDown,
}

/// A sentence for the status line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Notice {
    /// How much it matters.
    pub weight: Weight,
    /// The sentence.
    pub text: String,
}

/// How much a [`Notice`] matters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Weight {
    /// Something was done.
    Info,
    /// Something could not be done.
    Warning,
}

impl Notice {
    /// Something was done.
    pub fn info(text: impl Into<String>) -> Self {
        Self { weight: Weight::Info, text: text.into() }
    }

    /// Something could not be done.
    pub fn warning(text: impl Into<String>) -> Self {
        Self { weight: Weight::Warning, text: text.into() }
    }
}

/// Something the reader asks of the world.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Effect {
    /// Put this text on the clipboard.
    Copy(String),
    /// Save the annotations.
    Save,
    /// Change the codebook.
    Codebook(TagChange),
    /// Let the person edit this in their own editor; [`Message::Edited`] says what came of it.
    Edit(String),
    /// Leave, as soon as everything is saved; [`Message::Unsaved`] says that it cannot be.
    Quit,
    /// Leave, though something is not saved.
    QuitUnsaved,
    /// What was not saved the last time is taken in, and need not be offered again once it is saved.
    TakenIn,
    /// What was not saved the last time is not wanted now: keep it where it is not offered again.
    PutAway,
    /// Hand the terminal back to the shell until `fg`.
    Suspend,
    /// Ask the terminal to report the mouse, or to keep it for itself.
    CaptureMouse(bool),
    /// Draw everything anew, whatever is on the screen.
    Redraw,
}
