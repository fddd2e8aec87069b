//! A segment as it is read: what is small once and whole, texts and index by offset. Everything that is read
//! is checked. Knows the order of the bytes, no file they are in and no query.

use std::sync::OnceLock;

use super::{
    build::{Citations, id_bits},
    filed::{FilePlace, Filed, Files, line_check},
    layout::{Contents, Name},
    mandates::MandateTable,
};
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
    files: Files,
    passages: u32,
    starts: OnceLock<Vec<u8>>,
    checks: OnceLock<Vec<u8>>,
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

/// Lines with no more than so many bytes between them are read at once, up to so many bytes.
const GAP: usize = 4 << 10;
const AT_ONCE: usize = 256 << 10;

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
    /// Opens a segment: reads where its files are and their heads, and nothing else.
    ///
    /// # Errors
    /// Where it cannot be read, is damaged or of another version.
    pub fn open(source: Box<dyn ReadAt>) -> Result<Self, Unreadable> {
        let contents = Contents::read(&*source)?;
        let table = contents.whole(&*source, Name::Files)?;
        let files = Files::new(table, contents.whole(&*source, Name::Heads)?)?;
        let passages = u32::try_from(contents.section(Name::Places).length);
        Ok(Self {
            passages: passages.map_err(|_| Unreadable::Damaged)?,
            contents,
            files,
            source,
            starts: OnceLock::new(),
            checks: OnceLock::new(),
            counts: OnceLock::new(),
            places: OnceLock::new(),
            words: OnceLock::new(),
            stems: OnceLock::new(),
            word_pairs: OnceLock::new(),
            gram_pairs: OnceLock::new(),
        })
    }

    /// How many files it has.
    #[must_use]
    pub const fn len(&self) -> usize {
        self.files.len()
    }

    /// Whether it has none.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.files.len() == 0
    }

    /// A file and its head, which is read when it is asked for first.
    #[must_use]
    pub fn file(&self, index: usize) -> Option<&Filed> {
        self.files.get(index)
    }

    /// Its files.
    pub fn files(&self) -> impl Iterator<Item = &Filed> {
        (0..self.len()).filter_map(|index| self.file(index))
    }

    /// Where a file stands: what is known of it without its head.
    pub(in crate::library) fn file_place(&self, index: usize) -> Option<FilePlace> {
        self.files.place(index)
    }

    /// Where its files stand.
    pub(in crate::library) fn file_places(&self) -> impl Iterator<Item = FilePlace> {
        (0..self.len()).filter_map(|index| self.file_place(index))
    }

    /// How many passages it has.
    #[must_use]
    pub const fn passages(&self) -> u32 {
        self.passages
    }

    /// The file of a passage: an index for [`Segment::file`].
    #[must_use]
    pub fn file_of(&self, passage: u32) -> usize {
        self.files.of_passage(passage)
    }

    fn section<'a>(
        &self,
        cell: &'a OnceLock<Vec<u8>>,
        name: Name,
    ) -> Result<&'a Vec<u8>, Unreadable> {
        once(cell, || self.contents.whole(&*self.source, name))
    }

    /// Gives the passages of a file, in order: citation and words.
    ///
    /// # Errors
    /// Where they cannot be read or are damaged.
    pub fn each_line_of(
        &self,
        file: usize,
        mut give: impl FnMut(&str, &str),
    ) -> Result<(), Unreadable> {
        let place = self.file_place(file).ok_or(Unreadable::Damaged)?;
        let passages: Vec<u32> = (place.first..place.first + place.count).collect();
        self.each_line(&passages, |_, cite, text| {
            give(cite, text);
            Ok(())
        })
    }

    /// Gives passages, which are named rising: which it is, its citation, its words. What stands close together
    /// is read at once.
    ///
    /// # Errors
    /// Where they cannot be read or are damaged; those of `give`.
    pub fn each_line<E: From<Unreadable>>(
        &self,
        passages: &[u32],
        mut give: impl FnMut(u32, &str, &str) -> Result<(), E>,
    ) -> Result<(), E> {
        let mut rest = passages;
        while let Some(first) = rest.first() {
            let (start, mut end) = self.line_range(*first)?;
            let mut count = 1;
            for next in &rest[1..] {
                let (from, to) = self.line_range(*next)?;
                if from < end || from - end > GAP || to - start > AT_ONCE {
                    break;
                }
                (end, count) = (to, count + 1);
            }
            let lines = self.contents.section(Name::Lines);
            let bytes = lines.part(&*self.source, start, end - start)?;
            let (here, others) = rest.split_at(count);
            for passage in here {
                let (from, to) = self.line_range(*passage)?;
                let line = bytes.get(from - start..to - start).ok_or(Unreadable::Damaged)?;
                let (cite, text) = self.checked_line(*passage, line)?;
                give(*passage, cite, text)?;
            }
            rest = others;
        }
        Ok(())
    }

    /// Where the line of a passage begins and ends.
    fn line_range(&self, passage: u32) -> Result<(usize, usize), Unreadable> {
        let starts = self.section(&self.starts, Name::Starts)?;
        if passage >= self.passages {
            return Err(Unreadable::Damaged);
        }
        let at = |passage: u32| u32_at(starts, passage as usize * 4) as usize;
        let is_last = passage + 1 == self.passages;
        let end = if is_last { self.contents.section(Name::Lines).length } else { at(passage + 1) };
        let start = at(passage);
        if start > end { Err(Unreadable::Damaged) } else { Ok((start, end)) }
    }

    /// Citation and words of a line that is as it was written.
    fn checked_line<'a>(
        &self,
        passage: u32,
        line: &'a [u8],
    ) -> Result<(&'a str, &'a str), Unreadable> {
        let checks = self.section(&self.checks, Name::Checks)?;
        if line_check(line) != u16_at(checks, passage as usize * 2) {
            return Err(Unreadable::Damaged);
        }
        let line = str::from_utf8(line).map_err(|_| Unreadable::Damaged)?;
        let (cite, text) = line.split_once('\t').ok_or(Unreadable::Damaged)?;
        Ok((cite, text.trim_end_matches('\n')))
    }

    /// The line of a passage: its citation, and its words.
    ///
    /// # Errors
    /// Where it cannot be read or is damaged.
    pub fn line(&self, passage: u32) -> Result<(String, String), Unreadable> {
        let mut found = None;
        self.each_line(&[passage], |_, cite, text| {
            found = Some((cite.to_owned(), text.to_owned()));
            Ok::<_, Unreadable>(())
        })?;
        found.ok_or(Unreadable::Damaged)
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
