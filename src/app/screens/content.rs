//! What a list is about. Each kind of list says of itself what it is called, which entries it has, what stands
//! beside them, and what is opened. Knows no keys and no rows.

use super::{
    catalogue::Catalogue, cited_by::CitedByList, columns::Column, entry::Entry, history::History,
    hits::Hits, ledger::Ledger, library_ledger::LibraryLedger, series::Series, side::SideLine,
    tags::Tags, unread::Unread, uses::Uses,
};
use crate::app::Wanted;

/// What a list is about.
#[derive(Clone, Debug)]
pub enum Content {
    /// The resolutions of the library.
    Catalogue(Catalogue),
    /// What a search found in it.
    Hits(Hits),
    /// The uses of some words.
    Uses(Uses),
    /// Who cites a resolution.
    CitedBy(CitedByList),
    /// The series of a resolution.
    Series(Series),
    /// A paragraph through the sessions.
    History(History),
    /// The tags of the library.
    Tags(Tags),
    /// What is asked of whom.
    Ledger(Ledger),
    /// What is asked of whom in the library.
    LibraryLedger(LibraryLedger),
    /// What could not be read.
    Unread(Unread),
}

/// Does the same for each kind.
macro_rules! each {
    ($content:expr, $kind:ident => $does:expr) => {
        match $content {
            Content::Catalogue($kind) => $does,
            Content::Hits($kind) => $does,
            Content::Uses($kind) => $does,
            Content::CitedBy($kind) => $does,
            Content::Series($kind) => $does,
            Content::History($kind) => $does,
            Content::Tags($kind) => $does,
            Content::Ledger($kind) => $does,
            Content::LibraryLedger($kind) => $does,
            Content::Unread($kind) => $does,
        }
    };
}

impl Content {
    /// Whether it is what a search found.
    #[must_use]
    pub const fn is_hits(&self) -> bool {
        matches!(self, Self::Hits(_))
    }

    /// Whether what is typed is asked of the library, and does not merely leave fewer of the entries.
    #[must_use]
    pub const fn asks(&self) -> bool {
        matches!(self, Self::Hits(_) | Self::LibraryLedger(_))
    }

    /// Whether it is what is asked of whom, in a document or in the library.
    pub(super) const fn is_mandates(&self) -> bool {
        matches!(self, Self::Ledger(_) | Self::LibraryLedger(_))
    }

    /// Whether it is what this document asks of whom.
    pub(super) fn is_mandates_of(&self, id: crate::app::DocId) -> bool {
        matches!(self, Self::Ledger(ledger) if ledger.document() == id)
    }

    /// What it is, for the line at the top.
    #[must_use]
    pub fn title(&self) -> String {
        each!(self, kind => kind.title())
    }

    /// How much of it there is, and how it is sorted: for the right end of the line at the top.
    #[must_use]
    pub fn about(&self, shown: usize) -> String {
        each!(self, kind => kind.about(shown))
    }

    /// What is said where there is nothing.
    #[must_use]
    pub fn nothing(&self) -> String {
        each!(self, kind => kind.nothing())
    }

    /// The columns in front of the words.
    #[must_use]
    pub fn columns(&self) -> &'static [Column] {
        match self {
            Self::Catalogue(_) => Catalogue::COLUMNS,
            Self::Hits(_) => Hits::COLUMNS,
            Self::Uses(_) => Uses::COLUMNS,
            Self::CitedBy(_) => CitedByList::COLUMNS,
            Self::Series(_) => Series::COLUMNS,
            Self::History(_) => History::COLUMNS,
            Self::Tags(_) => Tags::COLUMNS,
            Self::Ledger(_) => Ledger::COLUMNS,
            Self::LibraryLedger(_) => LibraryLedger::COLUMNS,
            Self::Unread(_) => Unread::COLUMNS,
        }
    }

    /// Its entries.
    #[must_use]
    pub fn entries(&self) -> Vec<Entry> {
        each!(self, kind => kind.entries())
    }

    /// What stands beside them when this one is chosen.
    #[must_use]
    pub fn side(&self, chosen: Option<usize>) -> Vec<SideLine> {
        match self {
            Self::Catalogue(catalogue) => catalogue.side(chosen),
            Self::Hits(hits) => hits.side(),
            Self::LibraryLedger(ledger) => ledger.side(),
            Self::CitedBy(cited_by) => cited_by.side(),
            Self::Uses(_)
            | Self::Series(_)
            | Self::History(_)
            | Self::Tags(_)
            | Self::Ledger(_)
            | Self::Unread(_) => Vec::new(),
        }
    }

    /// What an entry opens.
    #[must_use]
    pub fn opens(&self, entry: usize) -> Option<Wanted> {
        match self {
            Self::Catalogue(catalogue) => catalogue.opens(entry),
            Self::Hits(hits) => hits.opens(entry),
            Self::Uses(uses) => uses.opens(entry),
            Self::CitedBy(cited_by) => cited_by.opens(entry),
            Self::Series(series) => series.opens(entry),
            Self::History(history) => history.opens(entry),
            Self::Ledger(ledger) => ledger.opens(entry),
            Self::LibraryLedger(ledger) => ledger.opens(entry),
            Self::Unread(unread) => unread.opens(entry),
            Self::Tags(_) => None,
        }
    }

    /// The search of the library that an entry leads to, where it leads to one.
    pub(super) fn leads_to_search(&self, entry: usize) -> Option<String> {
        match self {
            Self::Hits(hits) => hits.search_offered(entry),
            Self::Tags(tags) => tags.search(entry),
            _ => None,
        }
    }

    /// Sorts it another way, and says which; `None` where there is only one.
    pub fn sort(&mut self) -> Option<&'static str> {
        match self {
            Self::Catalogue(catalogue) => Some(catalogue.sort()),
            Self::Ledger(ledger) => Some(ledger.sort()),
            Self::LibraryLedger(ledger) => Some(ledger.sort()),
            Self::Hits(_)
            | Self::Uses(_)
            | Self::CitedBy(_)
            | Self::Series(_)
            | Self::History(_)
            | Self::Tags(_)
            | Self::Unread(_) => None,
        }
    }
}
