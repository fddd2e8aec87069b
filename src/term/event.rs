//! What can happen outside the reader. Knows nothing of what is done about it.

use crate::{
    app::{Message, saving::Kept},
    document::Document,
};

/// Something that happened outside the reader.
pub(super) enum Event {
    /// The person did something.
    Input(Vec<Message>),
    /// The file of the document changed.
    SourceChanged,
    /// This came of reading it again.
    Reread(Result<Box<Document>, String>),
    /// The file of the annotations changed, by us or another.
    AnnotationsChanged,
    /// This came of saving the annotations.
    Saved(Result<Box<Kept>, String>),
    /// This came of saving a change of the codebook.
    CodebookSaved(Result<(), String>),
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
