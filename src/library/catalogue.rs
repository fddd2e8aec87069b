//! The catalogue: an entry a resolution, whatever the formats and languages it is there in. Knows heads of
//! files, not their texts.

use std::collections::{BTreeMap, BTreeSet};

use super::{FileId, Library, by_date, by_symbol};
use crate::document::Language;

/// A resolution of the catalogue.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Entry {
    /// Its symbol.
    pub symbol: Option<String>,
    /// Its title: the English one where there is one.
    pub title: Option<String>,
    /// The organ, in short.
    pub organ: String,
    /// The day of adoption; of a draft, or of what is none, the day it was issued.
    pub date: Option<String>,
    /// The session.
    pub session: Option<String>,
    /// Resolution, decision, statement, draft or other.
    pub kind: String,
    /// The languages it is there in.
    pub languages: Vec<Language>,
    /// The tags its readers put to it, in any file.
    pub tags: Vec<String>,
    /// How many annotations and bookmarks there are in all files.
    pub annotations: usize,
    /// Its files, the one to open first: the annotated one, else Word, XML, PDF, text; English first.
    pub editions: Vec<Edition>,
}

/// A file of a resolution.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Edition {
    /// Which file.
    pub file: FileId,
    /// Its path, as it was named.
    pub path: String,
    /// Its language.
    pub language: Language,
    /// How many annotations and bookmarks it has.
    pub annotations: usize,
    /// Which resolution of the file it is.
    pub part: usize,
}

/// The endings in the order in which files are preferred: Word, XML, PDF, text, what else there is.
const PREFERRED: [&str; 6] = ["docx", "xml", "akn", "pdf", "txt", "md"];

impl Edition {
    /// What sorts the files of a resolution.
    fn preference(&self) -> (bool, bool, usize, String) {
        let ending = self.path.rsplit('.').next().unwrap_or_default().to_lowercase();
        let known = PREFERRED.iter().position(|other| *other == ending);
        (
            self.annotations == 0,
            self.language != Language::English,
            known.unwrap_or(PREFERRED.len()),
            self.path.clone(),
        )
    }
}

impl Library {
    /// The catalogue, in order of date, then of symbol.
    #[must_use]
    pub fn catalogue(&self) -> Vec<Entry> {
        let mut entries: Vec<Entry> = Vec::new();
        let mut by_name: BTreeMap<String, usize> = BTreeMap::new();
        for (file, filed) in self.files() {
            let head = &filed.head;
            // Once for all resolutions of the file: of a thousand resolutions and as many annotations it would be a
            // million otherwise.
            let tags: BTreeSet<&String> = head.annotated.iter().flat_map(|one| &one.tags).collect();
            for (index, part) in head.parts.iter().enumerate() {
                let edition = Edition {
                    file,
                    path: self.path(file),
                    language: head.language(),
                    annotations: head.annotated.len(),
                    part: index,
                };
                let next = entries.len();
                let at = match &part.symbol {
                    Some(symbol) => *by_name.entry(symbol.clone()).or_insert(next),
                    None => next,
                };
                if at == next {
                    entries.push(Entry { symbol: part.symbol.clone(), ..Entry::default() });
                }
                let entry = &mut entries[at];
                entry.date = entry.date.take().or_else(|| part.date.clone());
                entry.session = entry.session.take().or_else(|| part.session.clone());
                if entry.organ.is_empty() {
                    entry.organ.clone_from(&head.organ);
                }
                if entry.kind.is_empty() || entry.kind == "other" {
                    entry.kind.clone_from(&head.kind);
                }
                let is_english = head.language() == Language::English;
                if part.title.is_some() && (entry.title.is_none() || is_english) {
                    entry.title.clone_from(&part.title);
                }
                entry.annotations += head.annotated.len();
                entry.tags.extend(tags.iter().copied().cloned());
                entry.editions.push(edition);
            }
        }
        for entry in &mut entries {
            let languages: BTreeSet<Language> =
                entry.editions.iter().map(|edition| edition.language).collect();
            entry.languages = languages.into_iter().collect();
            entry.tags.sort_unstable();
            entry.tags.dedup();
            entry.editions.sort_by_cached_key(Edition::preference);
        }
        entries.sort_by(|a, b| {
            by_date(a.date.as_deref(), b.date.as_deref())
                .then_with(|| by_symbol(a.symbol.as_deref(), b.symbol.as_deref()))
        });
        entries
    }

    /// The file that stands for a symbol, the one to open first; nothing where there is none.
    #[must_use]
    pub fn file_of_symbol(&self, symbol: &str) -> Option<String> {
        let has = |head: &super::FileHead| {
            head.parts.iter().any(|part| part.symbol.as_deref() == Some(symbol))
        };
        let editions =
            self.files().filter(|(_, filed)| has(&filed.head)).map(|(file, filed)| Edition {
                file,
                path: self.path(file),
                language: filed.head.language(),
                annotations: filed.head.annotated.len(),
                part: 0,
            });
        editions.min_by_key(Edition::preference).map(|edition| edition.path)
    }
}
