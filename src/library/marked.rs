//! What is beside a mandate of a library: how a person marked its paragraph, how often the same is asked and since when,
//! and which other resolutions ask it for the same year. Knows mandates and annotations that are kept, and no screen.

use std::{
    collections::{BTreeSet, HashMap, HashSet},
    hash::{DefaultHasher, Hash as _, Hasher as _},
};

use super::{
    FileId, Library, MandateRow, Mandates, PassageId,
    ledger::{name, said},
};

/// Requests without a matter of their own are no repetition of each other.
pub(super) fn has_matter(row: &MandateRow<'_>) -> bool {
    row.about.split_whitespace().nth(2).is_some()
}

/// What is the same in two requests that are due in the same year. 0 for what has no such fellow.
pub(super) fn due(row: &MandateRow<'_>) -> u64 {
    if has_year(row) && has_matter(row) { due_of(said(row), row.year) } else { 0 }
}

fn has_year(row: &MandateRow<'_>) -> bool {
    row.year.is_some() && row.what != "other"
}

fn due_of(said: u64, year: Option<i16>) -> u64 {
    let mut hasher = DefaultHasher::new();
    (said, year).hash(&mut hasher);
    hasher.finish().max(1)
}

/// What two that say the same have in common, told by lengths and letters: most others are told apart by it, at the cost
/// of a look at a few bytes of each of half a million.
fn hint(row: &MandateRow<'_>) -> [u8; 8] {
    let ends = |text: &str| {
        let bytes = text.as_bytes();
        let of = |byte: Option<&u8>| byte.copied().unwrap_or_default();
        // Lengths are told apart by their last byte.
        [bytes.len().to_le_bytes()[0], of(bytes.first()), of(bytes.last())]
    };
    let ([who, first, last], [task, _, end]) = (ends(name(row)), ends(row.task));
    let [what, kind, _] = ends(row.what);
    let word = row.about.split_whitespace().next().unwrap_or_default();
    let is_word = word.is_ascii() && !word.contains(|c: char| c.is_ascii_digit());
    let letter = if is_word { ends(word)[1].to_ascii_lowercase() } else { 0 };
    [who, first, last, task, end, what, kind, letter]
}

/// The resolutions that ask the same, due in the same year, by what is [`due`].
pub(super) type Twins = HashMap<u64, BTreeSet<String>>;

/// What is asked more than once.
pub(super) struct Repeats {
    /// In how many resolutions, and since which year, by what is [`said`].
    pub(super) times: HashMap<u64, (usize, Option<u16>)>,
    /// In which, due in the same year.
    pub(super) twins: Twins,
}

impl Library {
    /// How often each of these is asked.
    pub(super) fn repeats(
        &self,
        mandates: &Mandates,
        asked: &[(PassageId, MandateRow<'_>)],
    ) -> Repeats {
        let sought = asked.iter().filter(|(_, row)| has_matter(row));
        let sought: HashSet<u64> = sought.map(|(_, row)| said(row)).collect();
        let hints: HashSet<[u8; 8]> = asked.iter().map(|(_, row)| hint(row)).collect();
        let mut texts: HashMap<u64, HashMap<String, Option<u16>>> = HashMap::new();
        let mut twins = Twins::new();
        let likely = mandates.iter().filter(|(_, row)| hints.contains(&hint(row)));
        for (id, row) in likely.filter(|(_, row)| has_matter(row)) {
            let key = said(&row);
            let Some((file, _, part)) = self.whereabouts(id).filter(|_| sought.contains(&key))
            else {
                continue;
            };
            let symbol = part.symbol.clone().unwrap_or_else(|| self.path(file));
            let year = part.date.as_deref().and_then(|date| date.get(..4)?.parse().ok());
            if has_year(&row) && part.symbol.is_some() {
                twins.entry(due_of(key, row.year)).or_default().insert(symbol.clone());
            }
            texts.entry(key).or_default().insert(symbol, year);
        }
        let summed = |(key, texts): (u64, HashMap<String, Option<u16>>)| {
            (key, (texts.len(), texts.values().flatten().min().copied()))
        };
        Repeats { times: texts.into_iter().map(summed).collect(), twins }
    }

    /// Which resolutions ask the same, due in the same year, of all mandates.
    pub(super) fn twins(&self, mandates: &Mandates) -> Twins {
        let mut twins = Twins::new();
        for (id, row) in mandates.iter().filter(|(_, row)| has_year(row)) {
            let key = due(&row);
            let symbol = self.whereabouts(id).and_then(|(_, _, part)| part.symbol.clone());
            if let Some(symbol) = symbol.filter(|_| key > 0) {
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

    /// Whether there are none.
    pub(super) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    pub(super) fn on(&self, library: &Library, passage: PassageId, cite: &str) -> &[String] {
        if self.0.is_empty() {
            return &[];
        }
        let file = library.whereabouts(passage).map(|(file, ..)| file);
        file.and_then(|file| self.0.get(&file)?.get(cite)).map_or(&[], Vec::as_slice)
    }
}
