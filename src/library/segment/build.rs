//! Records → the bytes of a segment. Knows the records and the order of the bytes.

use std::collections::{HashMap, HashSet};

use serde::Serialize;

use super::{
    filed::{FilesBuilder, line_check},
    layout::{self, GRAM_BITS, WordKind},
    mandates::MandateTableBuilder,
};
use crate::{
    document::Language,
    library::{
        forms, grams, pairs,
        record::{CitationRecord, PassageRecord, Record},
    },
    text,
};

/// The citations of a segment; what is the same again and again stands once.
#[derive(Clone, Debug, Default, Serialize, serde::Deserialize)]
pub(super) struct Citations {
    /// Symbols and openers.
    pub(super) names: Vec<String>,
    pub(super) all: Vec<Cited>,
}

/// A citation; symbol, opener and verb are indices of the names, which begin with an empty one.
#[derive(Clone, Debug, Default, Serialize, serde::Deserialize)]
pub(super) struct Cited {
    pub(super) passage: u32,
    pub(super) start: u32,
    pub(super) end: u32,
    pub(super) symbol: u32,
    pub(super) locus: Option<String>,
    pub(super) opener: u32,
    pub(super) verb: u32,
}

/// A segment in the making.
#[derive(Default)]
pub struct Builder {
    files: FilesBuilder,
    citations: Vec<Cited>,
    mandates: MandateTableBuilder,
    names: HashMap<String, u32>,
    starts: Vec<u32>,
    checks: Vec<u16>,
    counts: Vec<u16>,
    places: Vec<u8>,
    lines: Vec<u8>,
    words: HashMap<String, u32>,
    /// For each word the passage that had it last.
    seen: Vec<u32>,
    /// Words and passages, in the order of passages.
    word_pairs: Vec<(u32, u32)>,
    /// Runs and passages: the run in the upper half.
    gram_pairs: Vec<u64>,
    hashes: Vec<u64>,
    key: String,
}

fn narrow(n: usize) -> u32 {
    u32::try_from(n).unwrap_or(u32::MAX)
}

impl Builder {
    /// How many bytes of text are in it.
    #[must_use]
    pub const fn size(&self) -> usize {
        self.lines.len()
    }

    /// How many files are in it.
    #[must_use]
    pub const fn len(&self) -> usize {
        self.files.len()
    }

    /// Whether there is nothing in it.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.files.is_empty()
    }

    /// Adds the record of a file.
    pub fn add(&mut self, record: Record) {
        let language = record.head.language();
        let (first, start) = (narrow(self.starts.len()), self.lines.len());
        for passage in &record.passages {
            self.add_passage(passage, language);
        }
        for citation in record.citations {
            self.add_citation(citation, first);
        }
        let cite = |passage: u32| record.passages.get(passage as usize).map_or("", |it| &it.cite);
        self.mandates.add(record.mandates, first, cite);
        let length = narrow(self.lines.len() - start);
        let place = [first, narrow(record.passages.len()), narrow(start), length];
        self.files.add(&record.head, place);
    }

    fn add_passage(&mut self, passage: &PassageRecord, language: Language) {
        let id = narrow(self.starts.len());
        let start = self.lines.len();
        self.starts.push(narrow(start));
        self.lines.extend_from_slice(passage.cite.as_bytes());
        self.lines.push(b'\t');
        self.lines.extend_from_slice(passage.text.as_bytes());
        self.lines.push(b'\n');
        self.checks.push(line_check(&self.lines[start..]));
        self.places.push(passage.place as u8);
        self.add_words(&passage.text, language, id);
        self.add_entry(WordKind::Cite, &forms::folded(&passage.cite), id);
        if let Some(verb) = passage.verb {
            self.add_entry(WordKind::Verb, &stems(verb, Language::English), id);
        }
        let opener = passage.text.get(..passage.opener).unwrap_or_default();
        if !opener.is_empty() && language != Language::English {
            self.add_entry(WordKind::Opener(language), &stems(opener, language), id);
        }
    }

    /// The words of a passage, and its runs of four words.
    fn add_words(&mut self, text: &str, language: Language, id: u32) {
        let mut key = std::mem::take(&mut self.key);
        let sign = layout::language_sign(language);
        text::each_word(text, |word, _| {
            key.clear();
            key.push(sign);
            match word.is_ascii() {
                true => key.push_str(word),
                false => key.push_str(&forms::folded(word)),
            }
            self.add_word(&key, id);
        });
        self.key = key;
        grams::word_hashes(text, &mut self.hashes);
        let from = self.gram_pairs.len();
        let of_passage = grams::grams(&self.hashes, GRAM_BITS);
        self.gram_pairs.extend(of_passage.map(|gram| (u64::from(gram) << 32) | u64::from(id)));
        let added = &mut self.gram_pairs[from..];
        added.sort_unstable();
        let distinct = added.chunk_by(|a, b| a == b).count();
        self.counts.push(u16::try_from(distinct).unwrap_or(u16::MAX));
    }

    fn add_entry(&mut self, kind: WordKind, entry: &str, id: u32) {
        self.add_word(&format!("{}{entry}", kind.sign()), id);
    }

    fn add_word(&mut self, key: &str, id: u32) {
        let word = match self.words.get(key) {
            Some(word) => *word,
            None => {
                let word = narrow(self.words.len());
                self.words.insert(key.to_owned(), word);
                self.seen.push(u32::MAX);
                word
            }
        };
        let seen = &mut self.seen[word as usize];
        if *seen != id {
            *seen = id;
            self.word_pairs.push((word, id));
        }
    }

    fn add_citation(&mut self, citation: CitationRecord, first: u32) {
        let mut name = |name: String| {
            if self.names.is_empty() {
                self.names.insert(String::new(), 0);
            }
            let next = narrow(self.names.len());
            *self.names.entry(name).or_insert(next)
        };
        let cited = Cited {
            passage: first + citation.passage,
            start: citation.range.start,
            end: citation.range.end,
            symbol: name(citation.symbol),
            locus: citation.locus,
            opener: name(citation.opener.unwrap_or_default()),
            verb: name(citation.verb.unwrap_or_default().to_owned()),
        };
        self.citations.push(cited);
    }

    /// The bytes of the segment; what was added is gone from here.
    pub fn finish(&mut self) -> Vec<u8> {
        let Self { citations, names, starts, checks, counts, places, lines, .. } = self;
        let bits = id_bits(starts.len());
        let mut names: Vec<(String, u32)> = names.drain().collect();
        names.sort_unstable_by_key(|(_, index)| *index);
        let citations = Citations {
            names: names.into_iter().map(|(name, _)| name).collect(),
            all: std::mem::take(citations),
        };
        let mandates = std::mem::take(&mut self.mandates).finish();
        let (files, heads) = std::mem::take(&mut self.files).finish();
        let starts = starts.iter().flat_map(|start| start.to_le_bytes()).collect();
        let checks = checks.iter().flat_map(|check| check.to_le_bytes()).collect();
        let counts = counts.iter().flat_map(|count| count.to_le_bytes()).collect();
        let (places, lines) = (std::mem::take(places), std::mem::take(lines));
        let (words, stems, word_table, word_pairs) = self.finish_words(bits);
        let grams = std::mem::take(&mut self.gram_pairs);
        let (gram_pairs, gram_table) = finish_grams(grams, bits);
        *self = Self::default();
        layout::write([
            files,
            heads,
            serialised(&citations),
            mandates,
            starts,
            checks,
            counts,
            places,
            words,
            stems,
            word_table,
            gram_table,
            word_pairs,
            gram_pairs,
            lines,
        ])
    }

    /// The words sorted, each one's old number beside its new one: passages were written down by the old numbers while
    /// words still came in, and are turned over to the new ones at the end.
    fn finish_words(&mut self, bits: u32) -> (Vec<u8>, Vec<u8>, Vec<u8>, Vec<u8>) {
        let mut words: Vec<(String, u32)> = self.words.drain().collect();
        words.sort_unstable();
        let mut sorted = vec![0_u32; words.len()];
        let mut text = Vec::with_capacity(words.len() * 10);
        let mut stems: Vec<(u32, u32)> = Vec::with_capacity(words.len() * 2);
        text.push(b'\n');
        for (index, (word, id)) in words.iter().enumerate() {
            sorted[*id as usize] = narrow(index);
            text.extend_from_slice(word.as_bytes());
            text.push(b'\n');
            add_stems(word, narrow(index), &mut stems);
        }
        stems.sort_unstable();
        stems.dedup();
        let stems = stems.iter().flat_map(|(stem, word)| [stem.to_le_bytes(), word.to_le_bytes()]);
        let stems = stems.flatten().collect();
        let found = std::mem::take(&mut self.word_pairs);
        let mut all: Vec<u64> = found
            .into_iter()
            .map(|(word, id)| pairs::pair(sorted[word as usize], id, bits))
            .collect();
        all.sort_unstable();
        let (blocks, table) = pairs::write(&all);
        (text, stems, table, blocks)
    }
}

fn finish_grams(grams: Vec<u64>, bits: u32) -> (Vec<u8>, Vec<u8>) {
    let key = |both: u64| u32::try_from(both >> 32).unwrap_or_default();
    let id = |both: u64| u32::try_from(both & 0xffff_ffff).unwrap_or_default();
    let mut all = grams;
    for both in &mut all {
        *both = pairs::pair(key(*both), id(*both), bits);
    }
    all.sort_unstable();
    all.dedup();
    pairs::write(&all)
}

/// How many bits the number of a passage takes, of so many.
pub(super) const fn id_bits(passages: usize) -> u32 {
    usize::BITS - passages.leading_zeros()
}

fn add_stems(entry: &str, index: u32, stems: &mut Vec<(u32, u32)>) {
    let mut rest = entry.chars();
    let sign = rest.next();
    let language = Language::ALL.into_iter().find(|l| Some(layout::language_sign(*l)) == sign);
    let Some(language) = language else { return };
    let keys = forms::keys(rest.as_str(), language);
    stems.extend(keys.iter().map(|key| (forms::key_hash(key, language), index)));
}

/// The stems of the words of a text, with spaces between.
pub(in crate::library) fn stems(text: &str, language: Language) -> String {
    let words = text::words(text);
    let mut seen = HashSet::new();
    let stems = words.iter().filter_map(|word| forms::keys(word, language).into_iter().next());
    stems.filter(|stem| seen.insert(stem.clone())).collect::<Vec<_>>().join(" ")
}

/// Plain values cannot fail to be written to memory.
fn serialised<T: Serialize>(value: &T) -> Vec<u8> {
    postcard::to_stdvec(value).unwrap_or_default()
}
