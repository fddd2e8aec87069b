//! How much there is of what: of passages that were found, by organ, decade and part; of the tags that readers put to
//! passages. Knows heads of files and places of passages, no texts.

use std::collections::{BTreeMap, BTreeSet};

use super::{Library, PassageId, PassagePlace, Unreadable};

/// How many passages there are of which organ, decade and part of their document.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// By organ, in short; what has none is left out.
    pub organs: BTreeMap<String, usize>,
    /// By the first year of the decade of their date; what has no date is left out.
    pub decades: BTreeMap<u16, usize>,
    /// By the part they stand in.
    pub places: BTreeMap<PassagePlace, usize>,
}

/// How often a tag was put to passages.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TagCount {
    /// The tag: `mandate`, `mandate/report`.
    pub tag: String,
    /// The passages with it, or with one below it.
    pub passages: usize,
    /// The files they are in.
    pub files: usize,
}

impl Library {
    /// How much of what there is of these passages.
    ///
    /// # Errors
    /// Where a segment cannot be read or is damaged.
    pub fn count(&self, passages: &[PassageId]) -> Result<Counts, Unreadable> {
        let mut counts = Counts::default();
        for id in passages {
            let held = self.held.get(id.segment as usize).ok_or(Unreadable::Damaged)?;
            let (_, filed, part) = self.whereabouts(*id).ok_or(Unreadable::Damaged)?;
            add(
                &mut counts.organs,
                Some(filed.head.organ.clone()).filter(|organ| !organ.is_empty()),
            );
            let year = part.date.as_deref().and_then(|date| date.get(..4)?.parse::<u16>().ok());
            add(&mut counts.decades, year.map(|year| year / 10 * 10));
            add(&mut counts.places, Some(held.segment.place(id.passage)?));
        }
        Ok(counts)
    }

    /// The tags of all files and those above them (`mandate` above `mandate/report`), in order of their names.
    #[must_use]
    pub fn tags(&self) -> Vec<TagCount> {
        let mut places: BTreeMap<String, BTreeSet<(super::FileId, &str)>> = BTreeMap::new();
        for (file, filed) in self.files() {
            for annotated in &filed.head.annotated {
                for tag in annotated.tags.iter().flat_map(|tag| with_those_above(tag)) {
                    places.entry(tag.to_owned()).or_default().insert((file, &annotated.cite));
                }
            }
        }
        let count = |(tag, places): (String, BTreeSet<(super::FileId, &str)>)| {
            let files: BTreeSet<_> = places.iter().map(|(file, _)| file).collect();
            TagCount { tag, passages: places.len(), files: files.len() }
        };
        places.into_iter().map(count).collect()
    }
}

fn add<K: Ord>(counts: &mut BTreeMap<K, usize>, key: Option<K>) {
    if let Some(key) = key {
        *counts.entry(key).or_default() += 1;
    }
}

/// `mandate/report/annual` and what is above it: `mandate`, `mandate/report`.
fn with_those_above(tag: &str) -> impl Iterator<Item = &str> {
    tag.match_indices('/').map(|(at, _)| &tag[..at]).chain([tag]).filter(|tag| !tag.is_empty())
}
