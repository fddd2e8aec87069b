//! Several documents: which are open, which is read, how one gets there. Knows no file: what is to be
//! opened is an effect, what came of it a message.

mod doc_id;
mod facts;
mod opening;
mod readers;
mod switching;
mod wanted;

pub use doc_id::DocId;
pub(super) use readers::Readers;
pub(super) use wanted::{Awaited, InAList, Then};
pub use wanted::{Chosen, FileBeside, OpenedDocument, Wanted};
