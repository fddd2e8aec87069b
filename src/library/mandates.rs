//! The mandates of a library: who is asked to do what by when, in all its documents. Found elsewhere, kept here,
//! and given in the order in which they fall due. Knows records, not how a mandate is told from other words.

use std::{collections::HashMap, ops::Range};

use jiff::civil::Date;

use super::{LedgerPage, Library, PassageId, Unreadable, segment::MandateTable, side_by_side};

/// What is kept of a mandate.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct MandateRecord {
    /// The passage it stands in: an index of those of its file.
    pub passage: u32,
    /// The words that say it, in bytes of the passage.
    pub range: Range<u32>,
    /// How it asks, in lower-case English.
    pub act: &'static str,
    /// The verb, as printed.
    pub verb: String,
    /// Who is asked, by a canonical name.
    pub who: Option<String>,
    /// Who is asked, as printed.
    pub who_text: String,
    /// The verb of what is to be done, as printed.
    pub task: String,
    /// What is to come of it, in lower-case English.
    pub what: &'static str,
    /// The subject, in the paragraph's words.
    pub about: String,
    /// Who it is for, by a canonical name.
    pub to: Option<String>,
    /// The session by which it is due.
    pub session: Option<u16>,
    /// The year in which it is due.
    pub year: Option<i16>,
    /// The day by which it is due.
    pub date: Option<Date>,
    /// How often it is due: `year`, `90 days`.
    pub every: Option<String>,
    /// What asked for the same before, `A/RES/70/161, para. 9`.
    pub renews: Option<String>,
}

/// A mandate as it is kept: as [`MandateRecord`] has it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MandateRow<'a> {
    /// The passage it stands in, of those of its segment.
    pub(super) passage: u32,
    /// The citation of the passage.
    pub cite: &'a str,
    /// The words that say it, in bytes of the passage.
    pub range: Range<usize>,
    /// How it asks.
    pub act: &'a str,
    /// The verb.
    pub verb: &'a str,
    /// Who is asked, by a canonical name.
    pub who: Option<&'a str>,
    /// Who is asked, as printed.
    pub who_text: &'a str,
    /// The verb of what is to be done.
    pub task: &'a str,
    /// What is to come of it.
    pub what: &'a str,
    /// The subject.
    pub about: &'a str,
    /// Who it is for.
    pub to: Option<&'a str>,
    /// The session by which it is due.
    pub session: Option<u16>,
    /// The year in which it is due.
    pub year: Option<i16>,
    /// The day by which it is due.
    pub date: Option<Date>,
    /// How often it is due: `year`, `90 days`.
    pub every: Option<&'a str>,
    /// What asked for the same before.
    pub renews: Option<&'a str>,
}

/// The mandates of a library, by when they fall due: by year and day, what has none last; of the same time those
/// of older resolutions first, then as they stand in them. The words they stand in are not here:
/// [`Library::passage`] gives them.
#[derive(Debug, Default)]
pub struct Mandates {
    tables: Vec<MandateTable>,
    /// Segments and rows of their tables.
    order: Vec<(u32, u32)>,
}

impl Mandates {
    /// How many there are.
    #[must_use]
    pub const fn len(&self) -> usize {
        self.order.len()
    }

    /// Whether there are none.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.order.is_empty()
    }

    /// One of them, and the passage it stands in.
    #[must_use]
    pub fn get(&self, index: usize) -> Option<(PassageId, MandateRow<'_>)> {
        let (segment, row) = *self.order.get(index)?;
        let row = self.tables.get(segment as usize)?.get(row as usize)?;
        Some((PassageId { segment, passage: row.passage }, row))
    }

    /// The year in which one of them is due.
    pub(super) fn year(&self, index: usize) -> Option<i16> {
        let (segment, row) = *self.order.get(index)?;
        self.tables.get(segment as usize)?.kind(row as usize)?.year
    }

    /// How many of some of them are due in which year, who is asked how often, the most often asked first, and for what.
    /// Words are looked at once for each that is there, not for each mandate.
    pub(super) fn tally(&self, of: &[usize]) -> LedgerPage {
        let mut page = LedgerPage::default();
        let mut counts: Vec<Vec<(usize, usize)>> =
            self.tables.iter().map(|table| vec![(0, 0); table.count_names()]).collect();
        for index in of {
            let Some(&(segment, row)) = self.order.get(*index) else { continue };
            let table = self.tables.get(segment as usize);
            let Some(kind) = table.and_then(|table| table.kind(row as usize)) else { continue };
            let Some(counts) = counts.get_mut(segment as usize) else { continue };
            counts.get_mut(kind.who as usize).into_iter().for_each(|(who, _)| *who += 1);
            counts.get_mut(kind.what as usize).into_iter().for_each(|(_, what)| *what += 1);
            if let Some(year) = kind.year {
                *page.years.entry(year).or_default() += 1;
            }
        }
        let (mut who, mut what) = (HashMap::new(), HashMap::new());
        for (table, counts) in self.tables.iter().zip(counts) {
            for (index, (asked, to_come)) in (0..).zip(counts) {
                if asked > 0 {
                    *who.entry(table.name(index)).or_default() += asked;
                }
                if to_come > 0 {
                    *what.entry(table.name(index)).or_default() += to_come;
                }
            }
        }
        page.who =
            who.into_iter().map(|(name, count): (&str, usize)| (name.to_owned(), count)).collect();
        page.who.sort_by(|(a, many), (b, more)| more.cmp(many).then_with(|| a.cmp(b)));
        page.what =
            what.into_iter().map(|(what, count): (&str, usize)| (what.to_owned(), count)).collect();
        page
    }

    /// All of them as they stand in the documents: segment by segment, file by file. Indices for [`Self::get`].
    #[must_use]
    pub fn in_reading_order(&self) -> Vec<usize> {
        let mut all: Vec<usize> = (0..self.len()).collect();
        all.sort_unstable_by_key(|index| self.order[*index]);
        all
    }

    /// All of them, in order.
    pub fn iter(&self) -> impl Iterator<Item = (PassageId, MandateRow<'_>)> {
        (0..self.len()).filter_map(|index| self.get(index))
    }
}

/// What sorts mandates: when, the place of the resolution in the library, segment, row.
type Key = (u64, u32, u32, u32);

impl Library {
    /// The mandates of all its documents. It takes some milliseconds for a thousand documents; whoever shows them
    /// keeps them.
    ///
    /// # Errors
    /// Where a segment cannot be read or is damaged.
    pub fn mandates(&self) -> Result<Mandates, Unreadable> {
        let of_segments = side_by_side::each(self.held.len(), |segment| {
            let table = self.held[segment].segment.mandates()?;
            let mut keys = self.keys_of_mandates(&table, segment);
            keys.sort_unstable();
            Ok::<_, Unreadable>((table, keys))
        })?;
        let (mut tables, mut keys) = (Vec::new(), Vec::new());
        for (table, of_segment) in of_segments {
            tables.push(table);
            keys.extend(of_segment);
        }
        // Each segment's are sorted already: this merges them.
        keys.sort();
        let order = keys.into_iter().map(|(.., segment, row)| (segment, row)).collect();
        Ok(Mandates { tables, order })
    }

    /// The keys of the mandates of a segment whose files count.
    fn keys_of_mandates(&self, table: &MandateTable, segment: usize) -> Vec<Key> {
        let held = &self.held[segment];
        let number = u32::try_from(segment).unwrap_or(u32::MAX);
        let mut keys = Vec::with_capacity(table.len());
        let mut last = None;
        for (row, index) in (0..table.len()).zip(0..) {
            let Some(passage) = table.passage(row) else { continue };
            // Several stand in one passage.
            let (is_alive, rank) = match last {
                Some((same, is_alive, rank)) if same == passage => (is_alive, rank),
                _ => {
                    let file = held.segment.file_of(passage);
                    let is_alive = held.alive.get(file).copied().unwrap_or_default();
                    (is_alive, self.order(PassageId { segment: number, passage }).0)
                }
            };
            last = Some((passage, is_alive, rank));
            if is_alive {
                keys.push((table.due(row), rank, number, index));
            }
        }
        keys
    }
}
