//! Documents that are wanted, that were opened, that are listed: what is told of them. Knows how to open none.

use std::path::PathBuf;

use super::DocId;
use crate::{
    annotations::{Codebook, Entry},
    document::{Cite, Document, Language, Place, Symbol},
};

/// A document that is to be opened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Wanted {
    /// This file.
    File(PathBuf),
    /// A passage of a file.
    Passage {
        /// The file.
        file: PathBuf,
        /// The resolution in it, where it has several.
        symbol: Option<Symbol>,
        /// The passage, as it is cited; `None` for the beginning.
        cite: Option<Cite>,
    },
    /// A place in a document that is open.
    Place {
        /// The document.
        document: DocId,
        /// The passage, as it is cited.
        cite: Cite,
    },
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

/// A document that is being opened.
#[derive(Clone, Debug)]
pub(in crate::app) struct Awaited {
    /// The id it will have.
    pub(in crate::app) id: DocId,
    /// What was wanted.
    pub(in crate::app) wanted: Wanted,
    /// What is to be done once it is there.
    pub(in crate::app) then: Then,
}

/// What is to be done with a document once it is open.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::app) enum Then {
    /// It is read.
    Read,
    /// What is asked in it is to be marked, while the list stays.
    Mark,
    /// It is put beside another.
    PutBeside {
        /// The other.
        here: DocId,
        /// Whether they are two languages of one text.
        is_of_languages: bool,
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
    /// What was brought over from an older text once and refused, by its symbol or file and the annotation there.
    pub refused: Vec<(String, String)>,
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

/// A document that is chosen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Chosen {
    /// A document that is open.
    Open(DocId),
    /// A file.
    File(PathBuf),
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
    /// Its language.
    pub language: Language,
    /// Its symbol in canonical form, where it has one.
    pub symbol: Option<Symbol>,
    /// The resolutions that it cites.
    pub cited: Vec<Symbol>,
    /// When it was adopted or issued.
    pub date: Option<jiff::civil::Date>,
}
