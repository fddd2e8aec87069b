//! What the reader asks of the world. Knows nothing of who obeys.

use std::path::PathBuf;

use crate::{annotations::TagChange, document::HeadField};

use super::{
    DocId,
    documents::Wanted,
    screens::library::{Ask, AskId},
};

/// Something the reader asks of the world.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Effect {
    /// Put this text on the clipboard.
    Copy(String),
    /// Save the annotations of a document.
    Save(DocId),
    /// Change the codebook of a document.
    Codebook(DocId, TagChange),
    /// Keep this value of a field of the head, or take the correction back, and read the document again.
    Correct(DocId, HeadField, Option<String>),
    /// Let the person edit this in their own editor; [`Message::Edited`](super::Message::Edited) says what
    /// came of it.
    Edit(String),
    /// Open a document under this id; [`Message::Opened`](super::Message::Opened) or
    /// [`Message::NotOpened`](super::Message::NotOpened) says what came of it.
    Open(DocId, Wanted),
    /// A document is closed: it need not be watched any more.
    Close(DocId),
    /// Find the files beside a document; [`Message::Files`](super::Message::Files) brings them.
    ListFiles(DocId),
    /// Find the tags of the other documents of a folder; [`Message::FolderTags`](super::Message::FolderTags)
    /// brings them.
    ListTags(DocId),
    /// Ask this of the library; [`Message::Answered`](super::Message::Answered) brings the answer.
    Ask(AskId, Ask),
    /// Write the comparison of two documents to this file; a [`Message::Notice`](super::Message::Notice) says what
    /// came of it.
    WriteComparison(DocId, DocId, PathBuf),
    /// Show this address in the person's browser.
    Browse(String),
    /// Leave, as soon as everything is saved; [`Message::Unsaved`](super::Message::Unsaved) says that it
    /// cannot be.
    Quit,
    /// Leave, though something is not saved.
    QuitUnsaved,
    /// What was not saved of a document the last time is taken in, and need not be offered again once it is
    /// saved.
    TakenIn(DocId),
    /// What was not saved of a document the last time is not wanted now: keep it where it is not offered
    /// again.
    PutAway(DocId),
    /// Hand the terminal back to the shell until `fg`.
    Suspend,
    /// Ask the terminal to report the mouse, or to keep it for itself.
    CaptureMouse(bool),
    /// Draw everything anew, whatever is on the screen.
    Redraw,
}
