//! Thousands of resolutions, searched: a record a file, in segments that are written once; the catalogue of
//! them, who cites whom, a search in words, earlier and later uses of nearly the same words. Pure values:
//! where records come from and where segments are kept, others know.

mod agreed;
mod bytes;
mod catalogue;
mod citations;
mod counts;
pub mod forms;
mod grams;
mod ledger;
mod mandates;
mod pairs;
pub mod query;
mod record;
mod segment;
mod series;
mod set;
mod side_by_side;
mod words;

pub use agreed::{Agreed, Asked, Candidate, Edit, EditKind, Uses};
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

use std::{cmp::Ordering, sync::Arc};

use crate::document::Language;

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
    /// For each segment, file and resolution its place in the order of dates.
    ranks: Vec<Vec<Vec<u32>>>,
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

impl Library {
    /// A library of segments.
    #[must_use]
    pub fn new(held: Vec<Held>) -> Self {
        let ranks = ranks(&held);
        Self { held, ranks }
    }

    /// Its segments.
    #[must_use]
    pub fn segments(&self) -> &[Held] {
        &self.held
    }

    /// Its files that count.
    pub fn files(&self) -> impl Iterator<Item = (FileId, &Filed)> {
        self.held.iter().zip(0..).flat_map(|(held, segment)| {
            let files = held.segment.files().iter().zip(0..).zip(&held.alive);
            let alive = files.filter(|(_, alive)| **alive);
            alive.map(move |((filed, file), _)| (FileId { segment, file }, filed))
        })
    }

    /// The path of a file, as it was named.
    #[must_use]
    pub fn path(&self, id: FileId) -> String {
        let held = self.held.get(id.segment as usize);
        let path = held.and_then(|held| {
            let filed = held.segment.files().get(id.file as usize)?;
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

    /// Puts passages in order: of date, then of symbol, then of place; what has no date last.
    pub fn sort(&self, passages: &mut [PassageId]) {
        passages.sort_by_cached_key(|id| self.order(*id));
    }

    /// What sorts passages.
    #[must_use]
    pub fn order(&self, id: PassageId) -> (u32, PassageId) {
        let Some(held) = self.held.get(id.segment as usize) else { return (u32::MAX, id) };
        let file = held.segment.file_of(id.passage);
        let part = held
            .segment
            .files()
            .get(file)
            .map_or(0, |filed| filed.head.part_of(id.passage.saturating_sub(filed.first)));
        let of_file = self.ranks.get(id.segment as usize).and_then(|ranks| ranks.get(file));
        let rank = of_file.and_then(|ranks| ranks.get(part)).copied();
        (rank.unwrap_or(u32::MAX), id)
    }

    /// The file of a passage, its head, and the resolution of that it is of.
    #[must_use]
    pub fn whereabouts(&self, id: PassageId) -> Option<(FileId, &Filed, &PartHead)> {
        let held = self.held.get(id.segment as usize)?;
        let file = held.segment.file_of(id.passage);
        let filed = held.segment.files().get(file)?;
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
        let held = self.held.get(id.segment as usize).ok_or(Unreadable::Damaged)?;
        let (file, filed, part) = self.whereabouts(id).ok_or(Unreadable::Damaged)?;
        let (cite, text) = held.segment.line(id.passage)?;
        Ok(Found {
            id,
            file: self.path(file),
            symbol: part.symbol.clone(),
            title: part.title.clone(),
            organ: filed.head.organ.clone(),
            date: part.date.clone(),
            language: filed.head.language(),
            cite,
            place: held.segment.place(id.passage)?,
            text,
        })
    }
}

/// The places of all resolutions in the order of dates, then symbols, then files.
fn ranks(held: &[Held]) -> Vec<Vec<Vec<u32>>> {
    let mut ranks: Vec<Vec<Vec<u32>>> = Vec::new();
    let mut all = Vec::new();
    for (segment, held) in held.iter().enumerate() {
        let files = held.segment.files();
        ranks.push(files.iter().map(|filed| vec![u32::MAX; filed.head.parts.len()]).collect());
        for (file, filed) in files.iter().enumerate() {
            if held.alive.get(file).copied().unwrap_or_default() {
                let parts = filed.head.parts.iter().enumerate();
                let path = filed.head.path.as_str();
                all.extend(parts.map(|(index, part)| {
                    (day(part.date.as_deref()), part, path, (segment, file, index))
                }));
            }
        }
    }
    all.sort_unstable_by(|(a_day, a, a_path, _), (b_day, b, b_path, _)| {
        a_day
            .cmp(b_day)
            .then_with(|| by_symbol(a.symbol.as_deref(), b.symbol.as_deref()))
            .then_with(|| a_path.cmp(b_path))
    });
    for (rank, (.., (segment, file, part))) in (0..).zip(all) {
        ranks[segment][file][part] = rank;
    }
    ranks
}

/// A date as a number that sorts like it, `20171224`; none as the largest.
fn day(date: Option<&str>) -> u32 {
    let digits = date.map(|date| date.bytes().filter(u8::is_ascii_digit));
    digits.map_or(u32::MAX, |digits| {
        digits.take(8).fold(0, |day, digit| day * 10 + u32::from(digit - b'0'))
    })
}

/// Dates in order, none last.
fn by_date(one: Option<&str>, other: Option<&str>) -> Ordering {
    one.is_none().cmp(&other.is_none()).then_with(|| one.cmp(&other))
}

/// Symbols in order, numbers in them as numbers: `A/RES/72/9` before `A/RES/72/10`; none last.
fn by_symbol(one: Option<&str>, other: Option<&str>) -> Ordering {
    match (one, other) {
        (Some(one), Some(other)) if one == other => Ordering::Equal,
        (Some(one), Some(other)) => by_numbers(one.as_bytes(), other.as_bytes()),
        _ => one.is_none().cmp(&other.is_none()),
    }
}

fn by_numbers(mut one: &[u8], mut other: &[u8]) -> Ordering {
    let digits = |text: &[u8]| text.iter().take_while(|byte| byte.is_ascii_digit()).count();
    loop {
        let (ours, theirs) = (digits(one), digits(other));
        let (Some((a, rest)), Some((b, others))) = (one.split_first(), other.split_first()) else {
            return one.len().cmp(&other.len());
        };
        if ours > 0 && theirs > 0 {
            let (number, rest) = one.split_at(ours);
            let (their_number, others) = other.split_at(theirs);
            let order = ours.cmp(&theirs).then_with(|| number.cmp(their_number));
            if order.is_ne() {
                return order;
            }
            (one, other) = (rest, others);
        } else {
            if a != b {
                return a.cmp(b);
            }
            (one, other) = (rest, others);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn symbols_stand_in_order_of_their_numbers() {
        let in_order = ["A/RES/9/1", "A/RES/72/9", "A/RES/72/9 A", "A/RES/72/10", "S/RES/1 (1946)"];
        let mut symbols = in_order.to_vec();
        symbols.reverse();
        symbols.sort_by(|a, b| by_symbol(Some(a), Some(b)));
        assert_eq!(symbols, in_order);
        assert_eq!(by_symbol(None, Some("A")), Ordering::Greater);
        assert!(day(None) > day(Some("2017-12-24")) && day(Some("2017-12-24")) == 20_171_224);
        assert_eq!(by_date(None, Some("2017")), Ordering::Greater);
        assert_eq!(by_date(Some("1998-12-09"), Some("2017-01-01")), Ordering::Less);
    }
}
