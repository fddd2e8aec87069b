//! The mandates of a segment: rows of numbers, and the words they stand for, each once, packed. Knows how they are
//! kept, not how they are found.

use std::{
    collections::HashMap,
    io::{Read as _, Write as _},
};

use flate2::{Compression, read::DeflateDecoder, write::DeflateEncoder};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::library::{
    bytes::Unreadable,
    mandates::{MandateRecord, MandateRow},
};

/// Words, each once. The first are none at all.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
struct Names {
    text: String,
    ends: Vec<u32>,
}

impl Names {
    fn get(&self, index: u32) -> &str {
        let at = |index: usize| self.ends.get(index).map_or(0, |end| *end as usize);
        let index = index as usize;
        let start = if index == 0 { 0 } else { at(index - 1) };
        self.text.get(start..at(index)).unwrap_or_default()
    }

    fn optional(&self, index: u32) -> Option<&str> {
        Some(self.get(index)).filter(|name| !name.is_empty())
    }
}

/// No segment has more bytes of mandates: it has some 20 MB of text.
const LARGEST: u32 = 256 << 20;

/// A mandate: words are indices of the names, 0 where there are none.
#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
struct Kept {
    passage: u32,
    start: u32,
    length: u32,
    cite: u32,
    act: u32,
    verb: u32,
    who: u32,
    who_text: u32,
    task: u32,
    what: u32,
    about: u32,
    to: u32,
    renews: u32,
    every: u32,
    /// The day as `20171224`; 0 for none, and so with the next.
    day: u32,
    session: u16,
    year: i16,
}

/// The mandates of a segment, in reading order.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub(in crate::library) struct MandateTable {
    names: Names,
    rows: Vec<Kept>,
}

impl MandateTable {
    /// Those that were written.
    pub(super) fn read(bytes: &[u8]) -> Result<Self, Unreadable> {
        let (length, packed) = bytes.split_first_chunk::<4>().ok_or(Unreadable::Damaged)?;
        let length = u32::from_le_bytes(*length);
        let mut bytes = Vec::with_capacity(length.min(LARGEST) as usize);
        DeflateDecoder::new(packed).take(u64::from(LARGEST)).read_to_end(&mut bytes)?;
        postcard::from_bytes(&bytes).map_err(|_| Unreadable::Damaged)
    }

    /// How many there are.
    pub(in crate::library) const fn len(&self) -> usize {
        self.rows.len()
    }

    /// The passage that one stands in, of those of the segment.
    pub(in crate::library) fn passage(&self, row: usize) -> Option<u32> {
        self.rows.get(row).map(|row| row.passage)
    }

    /// What sorts mandates by when they fall due: by year and day, what has none last.
    pub(in crate::library) fn due(&self, row: usize) -> u64 {
        let Some(row) = self.rows.get(row) else { return u64::MAX };
        let year = match (row.day / 10_000, row.year) {
            (0, 0) => u64::from(u16::MAX),
            (0, year) => u64::from(year.unsigned_abs()),
            (year, _) => u64::from(year),
        };
        (year << 48) | (u64::from(row.day) << 16) | u64::from(row.session)
    }

    /// How many words are kept, each once.
    pub(in crate::library) const fn count_names(&self) -> usize {
        self.names.ends.len()
    }

    /// One of these words.
    pub(in crate::library) fn name(&self, index: u32) -> &str {
        self.names.get(index)
    }

    /// What one of them is counted by.
    pub(in crate::library) fn kind(&self, row: usize) -> Option<Kind> {
        let row = self.rows.get(row)?;
        let who = if row.who > 0 { row.who } else { row.who_text };
        Some(Kind { who, what: row.what, year: (row.year != 0).then_some(row.year) })
    }

    /// One of them.
    pub(in crate::library) fn get(&self, row: usize) -> Option<MandateRow<'_>> {
        let Kept { start, length, session, year, day, .. } = *self.rows.get(row)?;
        let row = &self.rows[row];
        let name = |index| self.names.get(index);
        Some(MandateRow {
            passage: row.passage,
            cite: name(row.cite),
            range: start as usize..start as usize + length as usize,
            act: name(row.act),
            verb: name(row.verb),
            who: self.names.optional(row.who),
            who_text: name(row.who_text),
            task: name(row.task),
            what: name(row.what),
            about: name(row.about),
            to: self.names.optional(row.to),
            session: (session > 0).then_some(session),
            year: (year != 0).then_some(year),
            date: date(day),
            every: self.names.optional(row.every),
            renews: self.names.optional(row.renews),
        })
    }
}

/// What a mandate is counted by: numbers of words.
#[derive(Clone, Copy, Debug)]
pub(in crate::library) struct Kind {
    /// Who is asked: the canonical name, else what is printed.
    pub(in crate::library) who: u32,
    /// What is to come of it.
    pub(in crate::library) what: u32,
    /// The year in which it is due.
    pub(in crate::library) year: Option<i16>,
}

fn date(day: u32) -> Option<Date> {
    let year = i16::try_from(day / 10_000).ok()?;
    let narrow = |n: u32| i8::try_from(n % 100).ok();
    Date::new(year, narrow(day / 100)?, narrow(day)?).ok()
}

fn day(date: Date) -> u32 {
    let part = |n: i16| u32::try_from(n).unwrap_or_default();
    part(date.year()) * 10_000 + part(date.month().into()) * 100 + part(date.day().into())
}

/// Such a table in the making.
#[derive(Default)]
pub(super) struct MandateTableBuilder {
    table: MandateTable,
    known: HashMap<String, u32>,
}

impl MandateTableBuilder {
    /// Adds the mandates of a file whose first passage is `first`; `cite` gives the citation of a passage of it.
    pub(super) fn add<'a>(
        &mut self,
        mandates: Vec<MandateRecord>,
        first: u32,
        cite: impl Fn(u32) -> &'a str,
    ) {
        for one in mandates {
            let optional = one.who.as_deref().unwrap_or_default();
            let kept = Kept {
                passage: first + one.passage,
                start: one.range.start,
                length: one.range.end.saturating_sub(one.range.start),
                cite: self.name(cite(one.passage)),
                act: self.name(one.act),
                verb: self.name(&one.verb),
                who: self.name(optional),
                who_text: self.name(&one.who_text),
                task: self.name(&one.task),
                what: self.name(one.what),
                about: self.name(&one.about),
                to: self.name(one.to.as_deref().unwrap_or_default()),
                renews: self.name(one.renews.as_deref().unwrap_or_default()),
                day: one.date.map(day).unwrap_or_default(),
                session: one.session.unwrap_or_default(),
                year: one.year.unwrap_or_default(),
                every: self.name(one.every.as_deref().unwrap_or_default()),
            };
            self.table.rows.push(kept);
        }
    }

    fn name(&mut self, name: &str) -> u32 {
        let Names { text, ends } = &mut self.table.names;
        let narrow = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
        if ends.is_empty() {
            ends.push(0);
        }
        if name.is_empty() {
            return 0;
        }
        if let Some(index) = self.known.get(name) {
            return *index;
        }
        let index = narrow(ends.len());
        text.push_str(name);
        ends.push(narrow(text.len()));
        self.known.insert(name.to_owned(), index);
        index
    }

    /// Their bytes, packed behind the length they have unpacked. Nothing can fail to be written to memory.
    pub(super) fn finish(self) -> Vec<u8> {
        let bytes = postcard::to_stdvec(&self.table).unwrap_or_default();
        let length = u32::try_from(bytes.len()).unwrap_or(u32::MAX);
        let mut packed = DeflateEncoder::new(length.to_le_bytes().to_vec(), Compression::fast());
        let _ = packed.write_all(&bytes);
        packed.finish().unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn record(
        passage: u32,
        who: Option<&str>,
        date: Option<Date>,
        year: Option<i16>,
    ) -> MandateRecord {
        MandateRecord {
            passage,
            range: 3..9,
            act: "request",
            verb: "Requests".into(),
            who: who.map(str::to_owned),
            what: "report",
            date,
            year,
            ..MandateRecord::default()
        }
    }

    #[test]
    fn what_is_kept_is_read() {
        let christmas = Date::new(2017, 12, 24).expect("it exists");
        let mut builder = MandateTableBuilder::default();
        let records = vec![
            record(0, Some("States"), None, None),
            record(1, None, Some(christmas), Some(2017)),
            record(1, Some("States"), None, Some(2017)),
        ];
        builder.add(records, 40, |passage| if passage == 0 { "OP1" } else { "OP2(a)" });
        let table = MandateTable::read(&builder.finish()).expect("it is whole");
        let row = |index| table.get(index).expect("it is there");
        assert_eq!((table.len(), table.passage(2)), (3, Some(41)));
        assert_eq!((row(0).who, row(0).cite, row(0).range), (Some("States"), "OP1", 3..9));
        assert_eq!((row(1).who, row(1).cite, row(1).date), (None, "OP2(a)", Some(christmas)));
        assert_eq!((row(2).who, row(2).act, row(2).what), (Some("States"), "request", "report"));
        assert_eq!((row(2).to, row(2).about, row(2).every), (None, "", None));
        let mut order = [0, 1, 2];
        order.sort_by_key(|row| table.due(*row));
        assert_eq!(order, [2, 1, 0], "a year, a day of it, and what has none last");
        assert!(table.get(3).is_none() && MandateTable::read(b"\xff").is_err());
    }
}
