//! A segment as it is read: what is small once and whole, texts and index by offset. Everything that is read
//! is checked. Knows the order of the bytes, no file they are in and no query.

use std::sync::{
    OnceLock,
    atomic::{AtomicBool, Ordering},
};

use super::{
    build::{Citations, id_bits},
    layout::{Contents, Name},
    mandates::MandateTable,
};
pub use crate::library::segment::build::Filed;
use crate::library::{
    bytes::{ReadAt, Unreadable, u16_at, u32_at},
    pairs::Pairs,
    record::PassagePlace,
    words::Words,
};

/// A segment that can be asked.
pub struct Segment {
    source: Box<dyn ReadAt>,
    contents: Contents,
    files: Vec<Filed>,
    /// Whose lines have been checked.
    checked: Vec<AtomicBool>,
    passages: u32,
    starts: OnceLock<Vec<u8>>,
    counts: OnceLock<Vec<u8>>,
    places: OnceLock<Vec<u8>>,
    words: OnceLock<Words>,
    stems: OnceLock<Vec<u8>>,
    word_pairs: OnceLock<Pairs>,
    gram_pairs: OnceLock<Pairs>,
}

/// A citation of a segment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Citation {
    /// The passage it stands in, of those of the segment.
    pub passage: u32,
    /// Where its words are in the passage, in bytes.
    pub range: std::ops::Range<usize>,
    /// What is cited.
    pub symbol: String,
    /// The place in it, as printed.
    pub locus: Option<String>,
    /// What the paragraph opens with; empty where there is nothing.
    pub opener: String,
    /// The verb of that in English, as a dictionary has it; empty where it is unknown.
    pub verb: String,
}

/// A value that is read when it is wanted first.
fn once<T>(
    cell: &OnceLock<T>,
    read: impl FnOnce() -> Result<T, Unreadable>,
) -> Result<&T, Unreadable> {
    if cell.get().is_none() {
        // Another thread may have been faster: then both have read the same.
        let _ = cell.set(read()?);
    }
    cell.get().ok_or(Unreadable::Damaged)
}

impl Segment {
    /// Opens a segment: reads the heads of its files, and nothing else.
    ///
    /// # Errors
    /// Where it cannot be read, is damaged or of another version.
    pub fn open(source: Box<dyn ReadAt>) -> Result<Self, Unreadable> {
        let contents = Contents::read(&*source)?;
        let heads = contents.whole(&*source, Name::Heads)?;
        let files: Vec<Filed> = postcard::from_bytes(&heads).map_err(|_| Unreadable::Damaged)?;
        let passages = u32::try_from(contents.section(Name::Places).length);
        Ok(Self {
            checked: files.iter().map(|_| AtomicBool::new(false)).collect(),
            passages: passages.map_err(|_| Unreadable::Damaged)?,
            contents,
            files,
            source,
            starts: OnceLock::new(),
            counts: OnceLock::new(),
            places: OnceLock::new(),
            words: OnceLock::new(),
            stems: OnceLock::new(),
            word_pairs: OnceLock::new(),
            gram_pairs: OnceLock::new(),
        })
    }

    /// Its files.
    #[must_use]
    pub fn files(&self) -> &[Filed] {
        &self.files
    }

    /// How many passages it has.
    #[must_use]
    pub const fn passages(&self) -> u32 {
        self.passages
    }

    /// The file of a passage: an index of [`Segment::files`].
    #[must_use]
    pub fn file_of(&self, passage: u32) -> usize {
        self.files.partition_point(|file| file.first <= passage).saturating_sub(1)
    }

    fn section<'a>(
        &self,
        cell: &'a OnceLock<Vec<u8>>,
        name: Name,
    ) -> Result<&'a Vec<u8>, Unreadable> {
        once(cell, || self.contents.whole(&*self.source, name))
    }

    /// The lines of a file: citation, tab, words, and a line feed each.
    ///
    /// # Errors
    /// Where they cannot be read or are damaged.
    pub fn lines(&self, file: usize) -> Result<String, Unreadable> {
        let filed = self.files.get(file).ok_or(Unreadable::Damaged)?;
        let lines = self.contents.section(Name::Lines);
        let bytes = lines.part(&*self.source, filed.start as usize, filed.length as usize)?;
        if crc32fast::hash(&bytes) != filed.check {
            return Err(Unreadable::Damaged);
        }
        if let Some(checked) = self.checked.get(file) {
            checked.store(true, Ordering::Relaxed);
        }
        String::from_utf8(bytes).map_err(|_| Unreadable::Damaged)
    }

    /// The line of a passage: its citation, and its words.
    ///
    /// # Errors
    /// Where it cannot be read or is damaged.
    pub fn line(&self, passage: u32) -> Result<(String, String), Unreadable> {
        let index = self.file_of(passage);
        let filed = self.files.get(index).ok_or(Unreadable::Damaged)?;
        let starts = self.section(&self.starts, Name::Starts)?;
        let start = u32_at(starts, passage as usize * 4) as usize;
        let end = if passage + 1 < filed.first + filed.count {
            u32_at(starts, (passage as usize + 1) * 4) as usize
        } else {
            filed.start as usize + filed.length as usize
        };
        let is_checked = |checked: &AtomicBool| checked.load(Ordering::Relaxed);
        let line = if self.checked.get(index).is_some_and(is_checked) {
            let length = end.saturating_sub(start);
            let bytes = self.contents.section(Name::Lines).part(&*self.source, start, length)?;
            String::from_utf8(bytes).map_err(|_| Unreadable::Damaged)?
        } else {
            let lines = self.lines(index)?;
            let within = |at: usize| at.saturating_sub(filed.start as usize);
            lines.get(within(start)..within(end)).ok_or(Unreadable::Damaged)?.to_owned()
        };
        let (cite, text) = line.split_once('\t').ok_or(Unreadable::Damaged)?;
        Ok((cite.to_owned(), text.trim_end_matches('\n').to_owned()))
    }

    /// The part of its document that a passage stands in.
    ///
    /// # Errors
    /// Where it cannot be read or is damaged.
    pub fn place(&self, passage: u32) -> Result<PassagePlace, Unreadable> {
        let places = self.section(&self.places, Name::Places)?;
        let place = places.get(passage as usize).map(|place| usize::from(*place));
        place.and_then(|place| PassagePlace::ALL.get(place)).copied().ok_or(Unreadable::Damaged)
    }

    /// The parts of all passages, each as its place in [`PassagePlace::ALL`].
    pub(in crate::library) fn places(&self) -> Result<&[u8], Unreadable> {
        self.section(&self.places, Name::Places).map(Vec::as_slice)
    }

    /// How many different runs of four words a passage has, or a few less.
    pub(in crate::library) fn gram_count(&self, passage: u32) -> Result<u16, Unreadable> {
        let counts = self.section(&self.counts, Name::Counts)?;
        Ok(u16_at(counts, passage as usize * 2))
    }

    /// The words of the segment.
    pub(in crate::library) fn words(&self) -> Result<&Words, Unreadable> {
        once(&self.words, || Ok(Words::new(self.contents.whole(&*self.source, Name::Words)?)))
    }

    /// Gives the words that have a stem, by its number.
    pub(in crate::library) fn words_of_stem(&self, stem: u32) -> Result<Vec<u32>, Unreadable> {
        let stems = self.section(&self.stems, Name::Stems)?;
        let at = |index: usize| u32_at(stems, index * 8);
        let count = stems.len() / 8;
        let (mut low, mut high) = (0, count);
        while low < high {
            let middle = usize::midpoint(low, high);
            if at(middle) < stem { low = middle + 1 } else { high = middle }
        }
        let same = (low..count).take_while(|index| at(*index) == stem);
        Ok(same.map(|index| u32_at(stems, index * 8 + 4)).collect())
    }

    fn pairs<'a>(
        &self,
        cell: &'a OnceLock<Pairs>,
        table: Name,
        blocks: Name,
    ) -> Result<&'a Pairs, Unreadable> {
        once(cell, || {
            let table = self.contents.whole(&*self.source, table)?;
            let bits = id_bits(self.passages as usize);
            Ok(Pairs::new(self.contents.section(blocks), table, bits))
        })
    }

    /// Gives the passages of a word, rising.
    pub(in crate::library) fn each_with_word(
        &self,
        word: u32,
        give: impl FnMut(u32),
    ) -> Result<(), Unreadable> {
        let pairs = self.pairs(&self.word_pairs, Name::WordTable, Name::WordPairs)?;
        pairs.each(&*self.source, word, give)
    }

    /// Gives the passages of a run of four words, rising; and some that have another run of its number.
    pub(in crate::library) fn each_with_gram(
        &self,
        gram: u32,
        give: impl FnMut(u32),
    ) -> Result<(), Unreadable> {
        let pairs = self.pairs(&self.gram_pairs, Name::GramTable, Name::GramPairs)?;
        pairs.each(&*self.source, gram, give)
    }

    /// What its files ask of whom, in order.
    pub(in crate::library) fn mandates(&self) -> Result<MandateTable, Unreadable> {
        MandateTable::read(&self.contents.whole(&*self.source, Name::Mandates)?)
    }

    /// What its files cite, in order.
    ///
    /// # Errors
    /// Where it cannot be read or is damaged.
    pub fn citations(&self) -> Result<Vec<Citation>, Unreadable> {
        let bytes = self.contents.whole(&*self.source, Name::Citations)?;
        let Citations { names, all } =
            postcard::from_bytes(&bytes).map_err(|_| Unreadable::Damaged)?;
        let name = |index: u32| names.get(index as usize).cloned().ok_or(Unreadable::Damaged);
        all.into_iter()
            .map(|cited| {
                Ok(Citation {
                    passage: cited.passage,
                    range: cited.start as usize..cited.end as usize,
                    symbol: name(cited.symbol)?,
                    locus: cited.locus,
                    opener: name(cited.opener)?,
                    verb: name(cited.verb)?,
                })
            })
            .collect()
    }
}
