//! What can happen outside the reader. Knows nothing of what is done about it.

use crate::{
    app::{
        DocId, FileBeside, Message, Reread,
        annotating::saved::Saved,
        screens::library::{Answer, AskId},
    },
    opening::Opened,
};

/// Something that happened outside the reader.
pub(super) enum Event {
    /// The person did something.
    Input(Vec<Message>),
    /// The file of a document changed.
    SourceChanged(DocId),
    /// This came of reading it again.
    Reread(DocId, Result<Box<Reread>, String>),
    /// This came of opening a document that the reader asked for.
    Opened(DocId, Result<Box<Opened>, String>),
    /// The tags of the other documents of a folder.
    FolderTags(DocId, Vec<(String, usize)>),
    /// Something in the folders of the library changed.
    LibraryChanged,
    /// Something was written on files that lie beside those that are read, or in the library.
    SiblingsChanged,
    /// The library answers.
    Answered(AskId, Answer),
    /// The files beside a document.
    Files(Vec<FileBeside>),
    /// The file of the annotations changed, by us or another.
    AnnotationsChanged(DocId),
    /// This came of saving the annotations.
    Saved(DocId, Result<Box<Saved>, String>),
    /// This came of saving what was corrected in the head of a document.
    Corrected(DocId, Result<Box<Saved>, String>),
    /// This came of saving a change of the codebook.
    CodebookSaved(DocId, Result<(), String>),
    /// The person's editor has ended; what it left, or why that is not to be used.
    Edited(Result<String, String>),
    /// We are asked to stop, as by Ctrl-z.
    Stop,
    /// We came back from being stopped.
    Continued,
    /// We are asked to end by this signal, or the terminal is gone, which is `SIGHUP`.
    Ended(i32),
    /// A thread of ours failed, for this reason.
    Failed(String),
}

/// What is to be told when a file has changed.
pub(super) type News = Box<dyn Fn() -> Event + Send>;
