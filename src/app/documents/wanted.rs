//! Documents that are wanted, that were opened, that are listed: what is told of them. Knows how to open none.

use std::path::PathBuf;

use super::DocId;
use crate::{
    annotations::{Codebook, Entry},
    document::{Document, Place, Symbol},
};

/// A document that is to be opened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Wanted {
    /// This file.
    File(PathBuf),
    /// The document of a symbol, beside the document in which it is named.
    Symbol {
        /// The document in which it is named.
        beside: DocId,
        /// Its symbol.
        symbol: Symbol,
        /// The place in it, as printed: `paragraph 5`, `annex`.
        locus: Option<String>,
    },
}

/// A document that was read, and all that is known of it from before.
#[derive(Clone, Debug, Default)]
pub struct OpenedDocument {
    /// How its file is called.
    pub name: String,
    /// Its file, by the one path that nothing else has; `None` where it came from none.
    pub file: Option<PathBuf>,
    /// The document.
    pub document: Document,
    /// Its annotations.
    pub entries: Vec<Entry>,
    /// Why they cannot be changed, where they cannot.
    pub read_only: Option<String>,
    /// What tags mean there.
    pub codebook: Codebook,
    /// Where it was left.
    pub place: Option<Place>,
    /// What could not be saved the last time: what it is based on, and what it was then.
    pub unsaved: Option<(Vec<Entry>, Vec<Entry>)>,
    /// What the person must know of all this.
    pub complaints: Vec<String>,
}

/// A file beside the document that is read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FileBeside {
    /// Its name in the folder.
    pub name: String,
    /// The file.
    pub path: PathBuf,
}

/// A document in a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct InAList {
    /// Which it is.
    pub id: DocId,
    /// Its symbol, else the name of its file.
    pub called: String,
    /// Its title, where it has one.
    pub title: String,
}
