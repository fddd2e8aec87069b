//! What the reader knows of its library, asks of it and is answered. The library itself is read elsewhere: an
//! answer comes when it comes, and one that nobody waits for any more is dropped.

use std::{collections::HashMap, ops::Range, path::PathBuf, sync::Arc};

use crate::{
    annotations::Annotation,
    app::{DocId, screens::history::Version},
    compare::{Alignment, History, Pairing},
    document::{Cite, Passage, Symbol},
    library::{
        Agreed, Beginning, CitedBy, Counts, Edition, Entry, Found, LedgerOrder, LedgerPage,
        TagCount,
    },
    mandates::Mandate,
};

/// Which question an answer belongs to. No two have the same.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct AskId(pub(crate) u64);

impl AskId {
    /// Its number: a later question has a higher one.
    #[must_use]
    pub const fn number(self) -> u64 {
        self.0
    }
}

/// What is asked. Each kind has no more than one question open: a newer one takes the place of the older.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Ask {
    /// Which resolutions there are: what is kept of the library at once, and what has changed as it is read.
    Catalogue,
    /// Whether anything has changed since the library was read: where nothing has, there is no answer.
    Refresh,
    /// The person agrees that the folder is read of which [`Answer::Large`] was told; what was asked is answered then.
    ReadFolder,
    /// The beginning of a resolution, in this file.
    Preview(Edition),
    /// The passages that a query finds.
    Find(String),
    /// The uses of some words; those of a paragraph of a document are not its own.
    Uses {
        /// The words.
        text: String,
        /// The document and the citation of the paragraph, where they are of one.
        of: Option<(DocId, Cite)>,
    },
    /// How often each paragraph of a document was used elsewhere, as far as the library is known already.
    UseCounts(DocId),
    /// What was written on other files of the same resolution.
    Siblings(DocId),
    /// A paragraph of a document through the series of its resolution.
    History {
        /// The document.
        of: DocId,
        /// Its symbol.
        symbol: Symbol,
        /// The paragraph.
        passage: Passage,
    },
    /// Who cites a resolution, and where a place in it is named, who cites that.
    CitedBy {
        /// The resolution.
        symbol: Symbol,
        /// The place in it, `OP9`.
        cite: Option<Cite>,
    },
    /// The series that a resolution is of.
    Series(Symbol),
    /// The tags of the library.
    Tags,
    /// What a document asks of whom.
    Mandates(DocId),
    /// What the texts of the library ask of whom: those that fit what was typed, in this order.
    Ledger(String, LedgerOrder),
    /// What became of the paragraphs of the first in the second.
    Compare(DocId, DocId),
    /// Which paragraphs of two languages are the same.
    Align(DocId, DocId),
}

impl Ask {
    /// Whether it is answered of what is known, so that no folder is read for it.
    #[must_use]
    pub const fn is_of_what_is_known(&self) -> bool {
        matches!(
            self,
            Self::UseCounts(_)
                | Self::Siblings(_)
                | Self::Mandates(_)
                | Self::Preview(_)
                | Self::Refresh
                | Self::ReadFolder
                | Self::Compare(..)
                | Self::Align(..)
        )
    }
}

/// What is answered.
#[derive(Clone, Debug)]
pub enum Answer {
    /// How far reading the library is.
    Progress {
        /// Files read.
        done: usize,
        /// Files in all.
        all: usize,
        /// Seconds that the rest will take, where that can be told.
        left: Option<u64>,
    },
    /// So many files are to be read first, and nobody named their folder: the person is asked.
    Large(usize),
    /// The beginning of a resolution.
    Preview(Edition, Beginning),
    /// Which resolutions there are; more may come.
    Catalogue(Arc<Known>),
    /// What a query found, in order.
    Hits {
        /// The first passages, and the bytes of what was found in each.
        hits: Vec<(Found, Vec<Range<usize>>)>,
        /// How many there are in all.
        all: usize,
        /// How many of all are of what.
        counts: Counts,
    },
    /// The uses of the words, oldest first.
    Uses(Vec<Agreed>),
    /// How often each paragraph was used elsewhere.
    UseCounts(DocId, HashMap<Passage, UseCount>),
    /// What was written on other files of it, where it stands in this one.
    Siblings {
        /// The document.
        of: DocId,
        /// What was written.
        annotations: Vec<Annotation>,
        /// The folders in which its files lie, to be watched for more.
        folders: Vec<PathBuf>,
    },
    /// The versions of a text, oldest first, and what the paragraph was in each.
    History(Vec<Version>, History),
    /// Who cites it, in order of dates.
    CitedBy(Vec<CitedBy>),
    /// The resolutions of the series, oldest first.
    Series(Vec<Entry>),
    /// The tags, in order of their names.
    Tags(Vec<TagCount>),
    /// What is asked of whom.
    Mandates(Vec<Mandate>),
    /// What is asked of whom in the library.
    Ledger(LedgerPage),
    /// What became of the paragraphs.
    Compared(Vec<Pairing>),
    /// Which paragraphs are the same.
    Aligned(Alignment),
    /// It cannot be answered, for this reason.
    Failed(String),
}

/// How often the words of a paragraph were used in other resolutions.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct UseCount {
    /// Other resolutions with a passage that is nearly the same.
    pub count: usize,
    /// The year of the first, this one included; 0 where none is known.
    pub since: u16,
}

impl UseCount {
    /// `14× since 1998`.
    #[must_use]
    pub fn in_words(self) -> String {
        match self.since {
            0 => format!("{}×", self.count),
            since => format!("{}× since {since}", self.count),
        }
    }
}

/// What is known of a library.
#[derive(Clone, Debug, Default)]
pub struct Known {
    /// How it is called: its folders.
    pub name: String,
    /// Its resolutions, in order of dates. Shared with what was known before, where nothing has changed.
    pub entries: Arc<Vec<Entry>>,
    /// By how many others each is cited here, by symbol; shared likewise.
    pub cited_by: Arc<HashMap<String, usize>>,
    /// What could not be read, and why.
    pub unread: Vec<(String, String)>,
    /// Whether all of it is read.
    pub is_whole: bool,
}
