//! Where one annotation or bookmark stands in a document, and how sure that is. Knows no list of them.

use std::{
    hash::{DefaultHasher, Hash as _, Hasher as _},
    ops::Range,
};

use crate::{
    annotations::{Anchor, Entry, Index, Verdict},
    document::Passage,
};

/// Where an entry was found.
#[derive(Clone, Debug)]
pub(super) struct Standing {
    /// A hash of what it was found by, so that it is sought again only where that has changed.
    pub(super) sought: u64,
    pub(super) verdict: Verdict,
    pub(super) places: Vec<(Passage, Range<usize>)>,
}

/// The anchors of an entry, one for each passage that it spans.
fn anchors(entry: &Entry) -> impl Iterator<Item = &Anchor> {
    let (at, also) = match entry {
        Entry::Annotation(annotation) => (&annotation.at, annotation.also.as_slice()),
        Entry::Bookmark(bookmark) => (&bookmark.at, &[][..]),
    };
    std::iter::once(at).chain(also)
}

/// A hash of what an entry is found by.
pub(super) fn sought(entry: &Entry) -> u64 {
    let mut hasher = DefaultHasher::new();
    anchors(entry).for_each(|anchor| anchor.hash(&mut hasher));
    hasher.finish()
}

/// Finds an entry; of one that spans passages each part. The doubt of one is that of all.
pub(super) fn find(index: &Index, entry: &Entry) -> Standing {
    let found: Vec<_> = anchors(entry).map(|anchor| index.find(anchor)).collect();
    let verdict = found.iter().map(|found| found.verdict).max().unwrap_or(Verdict::Orphan);
    let places: Vec<_> = found.into_iter().filter_map(|found| found.place).collect();
    // A part that is gone makes the whole one that was edited, as long as there is some of it.
    let verdict = match verdict {
        Verdict::Orphan if !places.is_empty() => Verdict::Edited,
        verdict => verdict,
    };
    Standing { sought: sought(entry), verdict, places }
}
