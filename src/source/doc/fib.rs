//! The file information block: where in an old Word file everything else is ([MS-DOC] 2.5). Knows
//! places, not what stands there.

use super::bytes::{place_at, stretch, u16_at};

/// The parts of the text, in the order in which they stand in it ([MS-DOC] 2.3).
#[derive(Clone, Copy, Debug)]
pub(super) enum Part {
    Text = 0,
    Footnotes = 1,
    Heads = 2,
    Comments = 4,
    Endnotes = 5,
    TextBoxes = 6,
    TextBoxesOfHeads = 7,
}

/// The tables of a file that we read, by their index ([MS-DOC] 2.5.6).
#[derive(Clone, Copy, Debug)]
pub(super) enum Table {
    Styles = 1,
    FootnoteMarks = 2,
    FootnoteTexts = 3,
    Characters = 12,
    Paragraphs = 13,
    Settings = 31,
    Pieces = 33,
    EndnoteMarks = 46,
    EndnoteTexts = 47,
    Lists = 73,
    ListsInUse = 74,
}

/// A file information block.
#[derive(Debug)]
pub(super) struct Fib {
    /// The stream that holds the tables.
    pub(super) tables: &'static str,
    /// How many characters each part of the text has.
    lengths: Vec<usize>,
    /// Where each table is in its stream, and its length.
    places: Vec<(usize, usize)>,
}

impl Fib {
    /// Reads the beginning of the stream `WordDocument`.
    ///
    /// # Errors
    /// Where it cannot be read: why, in a phrase.
    pub(super) fn read(word: &[u8]) -> Result<Self, String> {
        /// Word 97, the first that writes these files.
        const WORD_97: u16 = 0x00c1;
        let cut_off = || "it ends in the middle".to_owned();
        let version = u16_at(word, 2).ok_or_else(cut_off)?;
        if u16_at(word, 0) != Some(0xa5ec) || version < WORD_97 - 0x10 {
            return Err(
                "it was written by a Word before Word 97, which seized does not read".into()
            );
        }
        let flags = u16_at(word, 10).ok_or_else(cut_off)?;
        if flags & 0x0100 != 0 {
            return Err("it is protected by a password".into());
        }
        Self::places(word, flags).ok_or_else(cut_off)
    }

    fn places(word: &[u8], flags: u16) -> Option<Self> {
        let words = usize::from(u16_at(word, 32)?);
        let at = 34 + words * 2;
        let numbers = usize::from(u16_at(word, at)?);
        // The lengths of the parts of the text are the fourth number and those behind it.
        let lengths =
            (0..8).map(|i| place_at(word, at + 2 + (3 + i) * 4)).collect::<Option<_>>()?;
        let at = at + 2 + numbers * 4;
        let count = usize::from(u16_at(word, at)?);
        let pairs = stretch(word, at + 2, count * 8)?.chunks_exact(8);
        let places = pairs.map(|pair| Some((place_at(pair, 0)?, place_at(pair, 4)?)));
        let tables = if flags & 0x0200 == 0 { "/0Table" } else { "/1Table" };
        Some(Self { tables, lengths, places: places.collect::<Option<_>>()? })
    }

    /// The bytes of a table, where the file has it.
    pub(super) fn table<'a>(&self, tables: &'a [u8], table: Table) -> &'a [u8] {
        self.table_at(tables, table)
            .map_or(&[], |(at, length)| stretch(tables, at, length).unwrap_or_default())
    }

    /// Where a table begins in its stream, and its length; what belongs to it may stand behind it.
    pub(super) fn table_at(&self, tables: &[u8], table: Table) -> Option<(usize, usize)> {
        let (at, length) = *self.places.get(table as usize)?;
        (length > 0 && at < tables.len()).then_some((at, length))
    }

    /// The characters of a part of the text: its first, and the one behind its last.
    pub(super) fn part(&self, part: Part) -> [usize; 2] {
        let before = self.lengths.iter().take(part as usize);
        let start = before.fold(0, |sum: usize, length| sum.saturating_add(*length));
        let length = self.lengths.get(part as usize).copied().unwrap_or(0);
        [start, start.saturating_add(length)]
    }
}
