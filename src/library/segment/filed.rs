//! The files of a segment: where each stands, at once and in a few numbers; what its head says, when it is asked.
//! Knows the order of their bytes.

use std::sync::OnceLock;

use serde::{Deserialize, Serialize};

use crate::{
    document::Language,
    library::{
        bytes::{Unreadable, u16_at, u32_at},
        record::FileHead,
    },
};

/// A file as it stands in a segment.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Filed {
    /// Its head.
    pub head: FileHead,
    /// Its first passage, of those of the segment.
    pub first: u32,
    /// How many passages it has.
    pub count: u32,
}

/// Bytes of a file in the table: where its head ends, its first passage, how many it has, where its lines begin
/// and how long they are, its language.
const ENTRY: usize = 5 * 4 + 2;

/// The check of a line.
pub(super) fn line_check(line: &[u8]) -> u16 {
    u16::try_from(crc32fast::hash(line) & 0xffff).unwrap_or_default()
}

/// Where a file stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::library) struct FilePlace {
    /// Its first passage.
    pub(in crate::library) first: u32,
    /// How many passages it has.
    pub(in crate::library) count: u32,
    /// Where its lines begin, in bytes.
    pub(super) start: u32,
    /// How long they are.
    pub(super) length: u32,
    /// Its language.
    pub(in crate::library) language: Language,
}

/// The files of a segment.
pub(super) struct Files {
    table: Vec<u8>,
    heads: Vec<u8>,
    /// Heads that were asked for.
    known: Vec<OnceLock<Option<Box<Filed>>>>,
}

impl Files {
    /// Those that were written.
    pub(super) fn new(table: Vec<u8>, heads: Vec<u8>) -> Result<Self, Unreadable> {
        let is_whole = table.len().is_multiple_of(ENTRY)
            && u32_at(&table, table.len().saturating_sub(ENTRY)) as usize == heads.len();
        if !is_whole {
            return Err(Unreadable::Damaged);
        }
        let known = (0..table.len() / ENTRY).map(|_| OnceLock::new()).collect();
        Ok(Self { table, heads, known })
    }

    pub(super) const fn len(&self) -> usize {
        self.known.len()
    }

    /// Where a file stands.
    pub(super) fn place(&self, index: usize) -> Option<FilePlace> {
        let entry = self.table.get(index * ENTRY..(index + 1) * ENTRY)?;
        let number = |field: usize| u32_at(entry, field * 4);
        Some(FilePlace {
            first: number(1),
            count: number(2),
            start: number(3),
            length: number(4),
            language: Language::ALL
                .get(usize::from(u16_at(entry, 20)))
                .copied()
                .unwrap_or_default(),
        })
    }

    /// The file of a passage.
    pub(super) fn of_passage(&self, passage: u32) -> usize {
        let (mut low, mut high) = (0, self.len());
        while low < high {
            let middle = usize::midpoint(low, high);
            if u32_at(&self.table, middle * ENTRY + 4) <= passage {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        low.saturating_sub(1)
    }

    /// A file with its head.
    pub(super) fn get(&self, index: usize) -> Option<&Filed> {
        let read = || {
            let end = |index: usize| u32_at(&self.table, index * ENTRY) as usize;
            let start = index.checked_sub(1).map_or(0, end);
            let FilePlace { first, count, .. } = self.place(index)?;
            // What was checked as a whole can be read.
            let head = postcard::from_bytes(self.heads.get(start..end(index))?).ok()?;
            Some(Box::new(Filed { head, first, count }))
        };
        self.known.get(index)?.get_or_init(read).as_deref()
    }
}

/// Files in the making.
#[derive(Default)]
pub(super) struct FilesBuilder {
    table: Vec<u8>,
    heads: Vec<u8>,
}

impl FilesBuilder {
    pub(super) const fn len(&self) -> usize {
        self.table.len() / ENTRY
    }

    pub(super) const fn is_empty(&self) -> bool {
        self.table.is_empty()
    }

    /// Adds a file: its head, and its first passage, how many it has, where its lines begin, how long they are.
    pub(super) fn add(&mut self, head: &FileHead, place: [u32; 4]) {
        // Plain values cannot fail to be written to memory.
        self.heads.extend(postcard::to_stdvec(head).unwrap_or_default());
        let end = u32::try_from(self.heads.len()).unwrap_or(u32::MAX);
        self.table.extend([end].into_iter().chain(place).flat_map(u32::to_le_bytes));
        let language = Language::ALL.iter().position(|language| *language == head.language());
        let language = language.and_then(|at| u16::try_from(at).ok()).unwrap_or_default();
        self.table.extend(language.to_le_bytes());
    }

    /// The table, and the heads.
    pub(super) fn finish(self) -> (Vec<u8>, Vec<u8>) {
        (self.table, self.heads)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_are_found_by_their_passages() {
        let head = |path: &str, language: &str| FileHead {
            path: path.into(),
            language: language.into(),
            ..FileHead::default()
        };
        let mut builder = FilesBuilder::default();
        builder.add(&head("a.txt", "en"), [0, 3, 0, 50]);
        builder.add(&head("none.txt", "en"), [3, 0, 50, 0]);
        builder.add(&head("b.txt", "fr"), [3, 2, 50, 9]);
        assert_eq!(builder.len(), 3);
        let (table, heads) = builder.finish();
        let files = Files::new(table.clone(), heads.clone()).expect("they are whole");
        assert_eq!([0, 2, 3, 4].map(|passage| files.of_passage(passage)), [0, 0, 2, 2]);
        let second = files.get(2).expect("it is there");
        assert_eq!((second.head.path.as_str(), second.first, second.count), ("b.txt", 3, 2));
        let place = files.place(2).expect("it is there");
        assert_eq!((place.start, place.length, place.language), (50, 9, Language::French));
        assert!(files.get(3).is_none() && files.place(3).is_none());
        assert!(Files::new(table, heads[1..].to_vec()).is_err());
    }
}
