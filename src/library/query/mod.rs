//! A search in the words a person types, and what it finds: contract of `find`. Knows records and segments,
//! no screen and no file.

mod fields;
mod known_forms;
mod matching;
mod read;
mod search;

pub use matching::{Hits, Matcher};
pub use read::QueryError;

use crate::{document::Language, library::record::PassagePlace};

/// A search. Its clauses all hold in one passage; of each group in `without` not all do.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Query {
    /// What a passage must have.
    pub(super) all: Vec<Clause>,
    /// What it must not have: each is a group of which all together exclude a passage.
    pub(super) without: Vec<Vec<Clause>>,
}

/// One thing a passage may have.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Clause {
    /// Words in a row, in any form; nearly always one. In small letters.
    Words(Vec<String>),
    /// A word that begins so, without accents.
    Prefix(String),
    /// Words exactly as they stand.
    Phrase(String),
    /// These within ten words, each of the one before.
    Near(Vec<Self>),
    /// What is known of the passage beside its words.
    Field(Field),
}

/// What a clause asks of a passage or its document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Field {
    /// It opens with this verb.
    Verb(String),
    /// Its organ, in short.
    Organ(String),
    /// Its session or year.
    Session(String),
    /// The years from and to.
    Year(u16, u16),
    /// The language.
    Language(Language),
    /// A tag, or one below it.
    Tag(String),
    /// The beginning of the symbol, up to a stroke.
    Symbol(String),
    /// The part of the document.
    In(PassagePlace),
    /// Words of a note on it.
    Note(Vec<String>),
    /// Who wrote something on it.
    Author(String),
    /// That there is something on it.
    Has(Has),
}

/// What a reader put to a passage.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Has {
    Note,
    Highlight,
    Bookmark,
    Tag,
}

impl Query {
    /// Narrows the search to a part of the documents.
    #[must_use]
    pub fn within(mut self, place: PassagePlace) -> Self {
        self.all.push(Clause::Field(Field::In(place)));
        self
    }
}
