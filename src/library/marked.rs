//! What is beside a mandate of a library: how a person marked its paragraph, and which other resolutions ask the same,
//! due in the same year. Knows mandates and annotations that are kept, and no screen.

use std::{
    collections::{BTreeSet, HashMap, HashSet},
    hash::{DefaultHasher, Hash as _, Hasher as _},
};

use super::{FileId, Library, MandateRow, Mandates, PassageId, ledger::said};

/// Requests without a matter of their own are no repetition of each other.
pub(super) fn has_matter(row: &MandateRow<'_>) -> bool {
    row.about.split_whitespace().nth(2).is_some()
}

/// What is the same in two requests that are due in the same year. 0 for what has no such fellow.
pub(super) fn due(row: &MandateRow<'_>) -> u64 {
    let Some(year) = row.year.filter(|_| has_matter(row) && row.what != "other") else { return 0 };
    let mut hasher = DefaultHasher::new();
    (said(row), year).hash(&mut hasher);
    hasher.finish().max(1)
}

/// The resolutions that ask the same, due in the same year, by what is [`due`].
pub(super) type Twins = HashMap<u64, BTreeSet<String>>;

impl Library {
    /// Which resolutions ask the same, due in the same year: of all mandates, or of those that are sought.
    pub(super) fn twins(&self, mandates: &Mandates, sought: Option<&HashSet<u64>>) -> Twins {
        let mut twins = Twins::new();
        for (id, row) in mandates.iter().filter(|(_, row)| row.year.is_some()) {
            let key = due(&row);
            if key == 0 || sought.is_some_and(|sought| !sought.contains(&key)) {
                continue;
            }
            let symbol = self.whereabouts(id).and_then(|(_, _, part)| part.symbol.clone());
            if let Some(symbol) = symbol {
                twins.entry(key).or_default().insert(symbol);
            }
        }
        twins
    }
}

/// The tags by which a person marks a mandate, and how they are shown.
const MARKS: [(&str, &str); 3] =
    [("mandate/done", "#done"), ("mandate/mine", "#mine"), ("mandate/wrong", "#wrong")];

/// What a person marked in the paragraphs of a library.
pub(super) struct Marks<'a>(HashMap<FileId, HashMap<&'a str, Vec<String>>>);

impl<'a> Marks<'a> {
    pub(super) fn of(library: &'a Library) -> Self {
        let mut marks: HashMap<FileId, HashMap<&str, Vec<String>>> = HashMap::new();
        for (file, filed) in library.files() {
            for annotated in &filed.head.annotated {
                let shown =
                    MARKS.iter().filter(|(tag, _)| annotated.tags.iter().any(|own| own == tag));
                for (_, mark) in shown {
                    let own = marks.entry(file).or_default().entry(&annotated.cite).or_default();
                    if !own.iter().any(|known| known == mark) {
                        own.push((*mark).to_owned());
                    }
                }
            }
        }
        Self(marks)
    }

    pub(super) fn on(&self, library: &Library, passage: PassageId, cite: &str) -> &[String] {
        if self.0.is_empty() {
            return &[];
        }
        let file = library.whereabouts(passage).map(|(file, ..)| file);
        file.and_then(|file| self.0.get(&file)?.get(cite)).map_or(&[], Vec::as_slice)
    }
}
