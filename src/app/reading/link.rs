//! What can be followed: footnote marks and references, found by place. Says where they lead, and
//! goes nowhere itself.

use std::ops::Range;

use crate::app::reading::units::{Unit, previous_start, unit_at};
use crate::document::{Cite, Document, Mark, Passage, Place, Reference, Symbol, Target};

/// A mark or a reference in a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Link {
    /// The text it stands in.
    pub passage: Passage,
    /// Its words; for a mark, which is not in the clean text, the character before it.
    pub bytes: Range<usize>,
    /// Where it leads.
    pub goal: Goal,
}

/// Where a [`Link`] leads.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Goal {
    /// To a footnote, which may be missing.
    Footnote {
        /// Its mark.
        label: String,
        /// Which one it is, by its place among the footnotes.
        note: Option<usize>,
    },
    /// To a place of this document, which may be missing.
    Here(Cite),
    /// To another document.
    Document {
        /// Its symbol.
        symbol: Symbol,
        /// The place in it, as printed.
        locus: Option<String>,
    },
}

impl Link {
    /// Where the cursor goes for it.
    #[must_use]
    pub fn place(&self) -> Place {
        Place { passage: self.passage, at: self.bytes.start }
    }
}

/// The link of a mark.
#[must_use]
pub fn of_mark(document: &Document, passage: Passage, mark: &Mark) -> Link {
    let text = document.text(passage);
    let start = previous_start(text, mark.at, Unit::Character).unwrap_or(0);
    let note = document.footnote_of(mark).map(|(index, _)| index);
    Link {
        passage,
        bytes: start..mark.at,
        goal: Goal::Footnote { label: mark.label.clone(), note },
    }
}

fn of_reference(passage: Passage, reference: &Reference) -> Link {
    let goal = match &reference.target {
        Target::Here(cite) => Goal::Here(cite.clone()),
        Target::Document { symbol, locus } => {
            Goal::Document { symbol: symbol.clone(), locus: locus.clone() }
        }
    };
    Link { passage, bytes: reference.range.clone(), goal }
}

/// All links in a passage, by place.
#[must_use]
pub fn links(document: &Document, passage: Passage) -> Vec<Link> {
    let marks = document.marks(passage).iter().map(|mark| of_mark(document, passage, mark));
    let references = document.references(passage).iter();
    let references = references.map(|reference| of_reference(passage, reference));
    let mut links: Vec<Link> = marks.chain(references).collect();
    links.sort_by_key(|link| (link.bytes.start, link.bytes.end));
    links
}

/// The link under the cursor: a mark right behind it, words with the cursor in them, or a mark
/// right before it.
#[must_use]
pub fn link_at(document: &Document, place: Place) -> Option<Link> {
    let Place { passage, at } = place;
    let cell = unit_at(document.text(passage), at, Unit::Character);
    let marks = document.marks(passage);
    let mark_after = |byte: usize| {
        let mark = marks.get(marks.partition_point(|mark| mark.at < byte))?;
        (mark.at == byte).then(|| of_mark(document, passage, mark))
    };
    let references = document.references(passage);
    let reference = references.get(references.partition_point(|r| r.range.end <= at));
    mark_after(cell.end)
        .or_else(|| {
            let words = reference.filter(|reference| reference.range.contains(&at))?;
            Some(of_reference(passage, words))
        })
        .or_else(|| mark_after(cell.start))
}

/// The first link in the same passage that is under the cursor or after it.
#[must_use]
pub fn link_from(document: &Document, place: Place) -> Option<Link> {
    let after = |link: &Link| link.bytes.end >= place.at;
    link_at(document, place).or_else(|| links(document, place.passage).into_iter().find(after))
}

/// Where a footnote is cited, in reading order.
#[must_use]
pub fn citing(document: &Document, note: usize) -> Vec<Place> {
    let places = document.marks_of_notes().into_iter().nth(note).unwrap_or_default();
    let mark = |(passage, at): (Passage, usize)| Some((passage, document.marks(passage).get(at)?));
    let marks = places.into_iter().filter_map(mark);
    marks.map(|(passage, mark)| of_mark(document, passage, mark).place()).collect()
}
