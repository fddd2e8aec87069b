//! The order of the bytes of a segment: a head with the place and the check of each section, then the
//! sections. Knows what sections there are, not what is in them.

use crate::{
    document::Language,
    library::bytes::{ReadAt, Section, Unreadable, u32_at, u64_at},
};

/// The first bytes of a segment. Another form is another number, and what is older is made again.
const MAGIC: &[u8; 8] = b"seized\x00\x03";

/// How many bits the number of a run of four words has in the index.
pub(in crate::library) const GRAM_BITS: u32 = 18;

/// The sections, in their order.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Name {
    /// Where each file stands: in the heads, among the passages, among the lines.
    Files,
    /// The heads of the files.
    Heads,
    /// What the files cite.
    Citations,
    /// What they ask of whom.
    Mandates,
    /// For each passage where its line begins.
    Starts,
    /// For each passage the check of its line.
    Checks,
    /// For each passage how many runs of four words it has.
    Counts,
    /// For each passage the part it stands in.
    Places,
    /// The words, sorted.
    Words,
    /// Which words have which stem.
    Stems,
    /// The table of the blocks of `WordPairs`.
    WordTable,
    /// The table of the blocks of `GramPairs`.
    GramTable,
    /// Which words are in which passages. Checked block by block, as all that follows.
    WordPairs,
    /// Which runs of four words are in which passages.
    GramPairs,
    /// The passages as lines, file after file, checked one by one.
    Lines,
}

const SECTIONS: usize = 15;
/// Sections that are checked when they are read, since they are read whole.
const WHOLE: usize = 12;
const ENTRY: usize = 8 + 8 + 4;
const HEAD: usize = MAGIC.len() + SECTIONS * ENTRY + 4;

/// Puts sections behind a head that says where they are.
pub(super) fn write(sections: [Vec<u8>; SECTIONS]) -> Vec<u8> {
    let total: usize = sections.iter().map(Vec::len).sum();
    let mut bytes = Vec::with_capacity(HEAD + total);
    bytes.extend_from_slice(MAGIC);
    let mut offset = HEAD;
    for section in &sections {
        bytes.extend_from_slice(&(offset as u64).to_le_bytes());
        bytes.extend_from_slice(&(section.len() as u64).to_le_bytes());
        bytes.extend_from_slice(&crc32fast::hash(section).to_le_bytes());
        offset += section.len();
    }
    let check = crc32fast::hash(&bytes);
    bytes.extend_from_slice(&check.to_le_bytes());
    for section in sections {
        bytes.extend_from_slice(&section);
    }
    bytes
}

/// Where the sections are, and their checks.
#[derive(Clone, Debug)]
pub(super) struct Contents {
    entries: [(Section, u32); SECTIONS],
}

impl Contents {
    pub(super) fn read(source: &dyn ReadAt) -> Result<Self, Unreadable> {
        let head = Section { offset: 0, length: HEAD }.whole(source)?;
        let (body, check) = head.split_at(HEAD - 4);
        if !body.starts_with(MAGIC) || crc32fast::hash(body) != u32_at(check, 0) {
            return Err(Unreadable::Damaged);
        }
        let mut entries = [(Section::default(), 0); SECTIONS];
        for (index, entry) in entries.iter_mut().enumerate() {
            let at = MAGIC.len() + index * ENTRY;
            let length = usize::try_from(u64_at(body, at + 8)).map_err(|_| Unreadable::Damaged)?;
            *entry = (Section { offset: u64_at(body, at), length }, u32_at(body, at + 16));
        }
        let end = entries.iter().map(|(section, _)| section.offset + section.length as u64).max();
        if end.is_some_and(|end| end > source.size()) {
            return Err(Unreadable::Damaged);
        }
        Ok(Self { entries })
    }

    pub(super) const fn section(&self, name: Name) -> Section {
        self.entries[name as usize].0
    }

    /// A section, checked.
    pub(super) fn whole(&self, source: &dyn ReadAt, name: Name) -> Result<Vec<u8>, Unreadable> {
        debug_assert!((name as usize) < WHOLE, "others are checked in parts");
        let (section, check) = self.entries[name as usize];
        let bytes = section.whole(source)?;
        if crc32fast::hash(&bytes) == check { Ok(bytes) } else { Err(Unreadable::Damaged) }
    }
}

/// What an entry among the words of a segment is. The sign is its first character.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::library) enum WordKind {
    /// A word of a language.
    Word(Language),
    /// The citation of a passage.
    Cite,
    /// The stems of the English verb a passage opens with.
    Verb,
    /// The stems of the words it opens with, in its language.
    Opener(Language),
}

impl WordKind {
    /// What its entries begin with.
    pub(in crate::library) fn sign(self) -> String {
        match self {
            Self::Word(language) => language_sign(language).to_string(),
            Self::Cite => "\u{1}".into(),
            Self::Verb => "\u{2}".into(),
            Self::Opener(language) => format!("\u{3}{}", language_sign(language)),
        }
    }
}

/// The sign of a language, one byte.
pub(in crate::library) const fn language_sign(language: Language) -> char {
    match language {
        Language::Arabic => 'a',
        Language::Chinese => 'c',
        Language::English => 'e',
        Language::French => 'f',
        Language::Russian => 'r',
        Language::Spanish => 's',
    }
}
