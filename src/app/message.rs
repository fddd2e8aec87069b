//! What can happen to the reader. Knows nothing of who says so.

use super::{
    DocId,
    annotating::{placed::FoundBefore, saved::Saved},
    documents::{FileBeside, OpenedDocument},
    keys::key::Key,
    panes::arrange::Size,
    screens::library::{Answer, AskId},
};
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
    /// Something in the folders of the library changed.
    LibraryChanged,
    /// Something was written on files that may be others of the resolutions that are read.
    SiblingsChanged,
    /// Nothing else happens: there is time for what takes longer than a key may; see
    /// [`App::has_more_to_do`](super::App::has_more_to_do).
    GoOn,
    /// The time asked for by [`App::deadline`](super::App::deadline) has passed.
    Timeout,
    /// A document changed on disk and was read again.
    Reload(DocId, Box<Reread>),
    /// What came of saving the annotations of a document.
    Saved(DocId, Box<Saved>),
    /// The annotations of a document could not be saved, for this reason.
    NotSaved(DocId, String),
    /// A document that was asked for is read.
    Opened(DocId, Box<OpenedDocument>),
    /// A document that was asked for cannot be read, or is not there, for this reason.
    NotOpened(DocId, String),
    /// The files beside the document.
    Files(Vec<FileBeside>),
    /// The tags of the other documents of a folder, and how often each is used.
    FolderTags(DocId, Vec<(String, usize)>),
    /// Show the library, as folders were named.
    BeginWithCatalogue,
    /// The first frame is drawn: there is time for what nobody waits for.
    Started,
    /// The library answers.
    Answered(AskId, Box<Answer>),
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

/// A document that was read again.
#[derive(Clone, Debug)]
pub struct Reread {
    /// What it is now.
    pub document: Document,
    /// Where annotations stand in it, as far as they were sought already.
    pub found: FoundBefore,
}

impl From<Document> for Reread {
    /// A version in which nothing was sought yet.
    fn from(document: Document) -> Self {
        Self { document, found: FoundBefore::default() }
    }
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
