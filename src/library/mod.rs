//! Thousands of resolutions, searched: a record a file, in segments that are written once; the catalogue of
//! them, who cites whom, a search in words, earlier and later uses of nearly the same words. Pure values:
//! where records come from and where segments are kept, others know.

mod agreed;
mod asked;
mod beginning;
mod bytes;
mod catalogue;
mod citations;
mod counts;
pub mod forms;
mod grams;
mod ledger;
mod mandates;
mod marked;
mod order;
mod pairs;
pub mod query;
mod record;
mod segment;
mod series;
mod set;
mod side_by_side;
mod words;

pub use agreed::{Agreed, Candidate, Edit, EditKind, Uses};
pub use asked::Asked;
pub use beginning::Beginning;
pub use bytes::{ReadAt, Unreadable};
pub use catalogue::{Edition, Entry};
pub use citations::{CitedBy, Citing, Graph, Verb};
pub use counts::{Counts, TagCount};
pub use ledger::{LedgerOrder, LedgerPage, LedgerRow, MandateFilter};
pub use mandates::{MandateRecord, MandateRow, Mandates};
pub use query::{Hits, Matcher, Query, QueryError};
pub use record::{
    Annotated, CitationRecord, FileHead, PartHead, PassagePlace, PassageRecord, Record, organ_code,
    organ_name, organ_of,
};
pub use segment::{Builder, Citation, Filed, Segment};
pub use side_by_side::in_order;

use std::sync::{Arc, OnceLock};

use crate::document::Language;
use order::{Ranks, by_date, by_symbol};

/// A segment of a library, and what of it counts.
pub struct Held {
    /// The segment.
    pub segment: Arc<Segment>,
    /// For each file whether it is still there as it was read, and wanted.
    pub alive: Vec<bool>,
    /// What stands before the paths of its files: the folder as it was named, and `/`.
    pub prefix: String,
}

/// Many documents that can be asked.
#[derive(Default)]
pub struct Library {
    held: Vec<Held>,
    /// The order of its resolutions, once it is asked for.
    ranks: OnceLock<Ranks>,
}

/// A passage of a library.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PassageId {
    /// The segment.
    pub segment: u32,
    /// The passage, of those of the segment.
    pub passage: u32,
}

/// A file of a library.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FileId {
    /// The segment.
    pub segment: u32,
    /// The file, of those of the segment.
    pub file: u32,
}

/// All that is known of a passage.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found {
    /// Which it is.
    pub id: PassageId,
    /// Its file, as it was named.
    pub file: String,
    /// The symbol of its resolution.
    pub symbol: Option<String>,
    /// The title of it.
    pub title: Option<String>,
    /// The organ, in short.
    pub organ: String,
    /// The day of adoption, `2017-12-24`.
    pub date: Option<String>,
    /// The language.
    pub language: Language,
    /// Its citation.
    pub cite: String,
    /// Where it stands.
    pub place: PassagePlace,
    /// Its words.
    pub text: String,
}

/// A passage while it is read: as [`Found`], borrowed.
#[derive(Clone, Copy, Debug)]
pub struct Line<'a> {
    /// Which it is.
    pub id: PassageId,
    /// Its file, as it was named.
    pub file: &'a str,
    /// The head of its file.
    pub head: &'a FileHead,
    /// The resolution of the file it is of.
    pub part: &'a PartHead,
    /// Its citation.
    pub cite: &'a str,
    /// Where it stands.
    pub place: PassagePlace,
    /// Its words.
    pub text: &'a str,
}

impl Line<'_> {
    /// The same, to be kept.
    #[must_use]
    pub fn to_found(&self) -> Found {
        Found {
            id: self.id,
            file: self.file.to_owned(),
            symbol: self.part.symbol.clone(),
            title: self.part.title.clone(),
            organ: self.head.organ.clone(),
            date: self.part.date.clone(),
            language: self.head.language(),
            cite: self.cite.to_owned(),
            place: self.place,
            text: self.text.to_owned(),
        }
    }
}

impl Library {
    /// A library of segments.
    #[must_use]
    pub const fn new(held: Vec<Held>) -> Self {
        Self { held, ranks: OnceLock::new() }
    }

    /// Its segments.
    #[must_use]
    pub fn segments(&self) -> &[Held] {
        &self.held
    }

    /// Its files that count.
    pub fn files(&self) -> impl Iterator<Item = (FileId, &Filed)> {
        self.held.iter().zip(0..).flat_map(|(held, segment)| {
            let files = held.segment.files().zip(0..).zip(&held.alive);
            let alive = files.filter(|(_, alive)| **alive);
            alive.map(move |((filed, file), _)| (FileId { segment, file }, filed))
        })
    }

    /// How many files count.
    #[must_use]
    pub fn count_files(&self) -> usize {
        self.held.iter().flat_map(|held| &held.alive).filter(|alive| **alive).count()
    }

    /// The path of a file, as it was named.
    #[must_use]
    pub fn path(&self, id: FileId) -> String {
        let held = self.held.get(id.segment as usize);
        let path = held.and_then(|held| {
            let filed = held.segment.file(id.file as usize)?;
            Some(format!("{}{}", held.prefix, filed.head.path))
        });
        path.unwrap_or_default()
    }

    /// The passages of one segment that a query finds, in order of the library. Whoever shows them asks one
    /// segment after another, in as many threads as they like, and shows what is there.
    ///
    /// # Errors
    /// Where the segment cannot be read or is damaged.
    pub fn search(
        &self,
        query: &Query,
        segment: usize,
        goes_on: &dyn Fn() -> bool,
    ) -> Result<Vec<PassageId>, Unreadable> {
        let Some(held) = self.held.get(segment) else { return Ok(Vec::new()) };
        let is_wanted = |file: usize| held.alive.get(file).copied().unwrap_or_default();
        let matcher = Matcher::new(query);
        let found = query.search(&matcher, &held.segment, &is_wanted, goes_on)?;
        let segment = u32::try_from(segment).unwrap_or(u32::MAX);
        let mut found: Vec<PassageId> =
            found.into_iter().map(|passage| PassageId { segment, passage }).collect();
        self.sort(&mut found);
        Ok(found)
    }

    /// The passages of the whole library that a query finds, in order; the segments are searched side by side.
    ///
    /// # Errors
    /// Where a segment cannot be read or is damaged.
    pub fn search_all(
        &self,
        query: &Query,
        goes_on: &(dyn Fn() -> bool + Sync),
    ) -> Result<Vec<PassageId>, Unreadable> {
        let found =
            side_by_side::each(self.held.len(), |segment| self.search(query, segment, goes_on))?;
        let mut all = found.concat();
        self.sort(&mut all);
        Ok(all)
    }

    /// The file of a passage, its head, and the resolution of that it is of.
    #[must_use]
    pub fn whereabouts(&self, id: PassageId) -> Option<(FileId, &Filed, &PartHead)> {
        let held = self.held.get(id.segment as usize)?;
        let file = held.segment.file_of(id.passage);
        let filed = held.segment.file(file)?;
        let part = filed.head.part_of(id.passage.checked_sub(filed.first)?);
        let file = FileId { segment: id.segment, file: u32::try_from(file).ok()? };
        Some((file, filed, filed.head.parts.get(part)?))
    }

    /// The words of a passage.
    ///
    /// # Errors
    /// Where they cannot be read or are damaged.
    pub fn text(&self, id: PassageId) -> Result<String, Unreadable> {
        let held = self.held.get(id.segment as usize).ok_or(Unreadable::Damaged)?;
        Ok(held.segment.line(id.passage)?.1)
    }

    /// What is to be shown of a passage.
    ///
    /// # Errors
    /// Where it cannot be read or is damaged.
    pub fn passage(&self, id: PassageId) -> Result<Found, Unreadable> {
        let mut found = None;
        self.each_passage(&[id], |line| {
            found = Some(line.to_found());
            Ok::<_, Unreadable>(())
        })?;
        found.ok_or(Unreadable::Damaged)
    }

    /// Gives passages one after another, in the order in which they are named. Nothing of them is kept, so that
    /// many can be written.
    ///
    /// # Errors
    /// Where one cannot be read or is damaged; those of `give`.
    pub fn each_passage<E: From<Unreadable>>(
        &self,
        passages: &[PassageId],
        mut give: impl FnMut(Line<'_>) -> Result<(), E>,
    ) -> Result<(), E> {
        let mut file: Option<(FileId, String)> = None;
        let is_next =
            |a: &PassageId, b: &PassageId| a.segment == b.segment && a.passage < b.passage;
        for together in passages.chunk_by(is_next) {
            let Some(first) = together.first() else { continue };
            let held = self.held.get(first.segment as usize).ok_or(Unreadable::Damaged)?;
            let numbers: Vec<u32> = together.iter().map(|id| id.passage).collect();
            held.segment.each_line(&numbers, |passage, cite, text| {
                let id = PassageId { passage, ..*first };
                let (of, filed, part) = self.whereabouts(id).ok_or(Unreadable::Damaged)?;
                if file.as_ref().is_none_or(|(known, _)| *known != of) {
                    file = Some((of, self.path(of)));
                }
                let file = file.as_ref().map_or("", |(_, path)| path);
                let place = held.segment.place(passage)?;
                give(Line { id, file, head: &filed.head, part, cite, place, text })
            })?;
        }
        Ok(())
    }
}
