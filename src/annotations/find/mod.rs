//! Finds anchors again in a document that may have changed, or is another rendering of the same
//! text. What is not found is an orphan, never a guess.
#![warn(
    clippy::string_slice,
    clippy::indexing_slicing,
    clippy::unwrap_used,
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    clippy::cast_possible_wrap,
    clippy::cast_precision_loss,
    clippy::cast_lossless
)]

mod alignment;
mod distinctive;
mod passages;
mod quote;
mod successor;
mod whole;
mod within;

use std::{
    collections::HashMap,
    ops::Range,
    sync::{Arc, Mutex, PoisonError},
};

use super::{Anchor, Entry};
use crate::document::{Cite, Document, Passage};
use distinctive::distinctive_words;
use passages::{Passages, Prepared, in_hundredths};
use successor::Successor;

impl Anchor {
    /// On a whole passage. For many anchors of one document, [`Index::whole`] is quicker.
    #[must_use]
    pub fn whole(document: &Document, passage: Passage) -> Self {
        Index::new(document).whole(passage)
    }

    /// On words of a passage, given in bytes of its text. Nothing where they are no words of it. For
    /// many anchors of one document, [`Index::words`] is quicker.
    #[must_use]
    pub fn words(document: &Document, passage: Passage, bytes: Range<usize>) -> Option<Self> {
        Index::new(document).words(passage, bytes)
    }
}

/// How sure it is that the place is the one that was meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Verdict {
    /// The same words under the same citation, and no others that could be meant.
    Exact,
    /// The same words under another citation.
    Moved,
    /// Words that changed, and are like them and like no others.
    Edited,
    /// Nowhere, or nobody could say where.
    Orphan,
}

/// Where an anchor is now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found {
    /// How sure that is.
    pub verdict: Verdict,
    /// The passage, and the words in bytes of its text; nothing for an orphan.
    pub place: Option<(Passage, Range<usize>)>,
}

/// A rival as like as this, in hundredths, may have the same words: then only the neighbours can tell
/// the two apart.
const TWIN: u8 = 95;

const ORPHAN: Found = Found { verdict: Verdict::Orphan, place: None };

/// One version of a document, prepared to be searched for many anchors; what they have in common is
/// worked out once. It borrows nothing, so that it can be made in one thread and asked in others.
pub struct Index {
    passages: Passages,
    /// The passages by their comparable text.
    by_text: HashMap<String, Vec<usize>>,
    by_cite: HashMap<String, usize>,
    by_passage: HashMap<Passage, usize>,
    /// What became of paragraphs that were sought before.
    successors: Mutex<HashMap<Anchor, Arc<Successor>>>,
}

impl Index {
    /// Prepares a document.
    #[must_use]
    pub fn new(document: &Document) -> Self {
        let passages = Passages::new(document);
        let (mut by_text, mut by_cite) = (HashMap::new(), HashMap::new());
        let mut by_passage = HashMap::new();
        for own in passages.all() {
            by_text.entry(own.comparable.text.clone()).or_insert_with(Vec::new).push(own.at);
            by_cite.entry(own.cite.clone()).or_insert(own.at);
            by_passage.insert(own.passage, own.at);
        }
        Self { passages, by_text, by_cite, by_passage, successors: Mutex::default() }
    }

    /// An anchor on a whole passage of the document.
    #[must_use]
    pub fn whole(&self, passage: Passage) -> Anchor {
        let Some(own) = self.prepared(passage) else { return Anchor::default() };
        let (before, after) = self.texts_beside(own);
        self.add_disambiguation(own, Anchor::plain_whole(&own.cite, &own.text, before, after))
    }

    /// An anchor on words of a passage, in bytes of its text. Nothing where they are no words of it.
    #[must_use]
    pub fn words(&self, passage: Passage, bytes: Range<usize>) -> Option<Anchor> {
        let own = self.prepared(passage)?;
        Some(self.add_disambiguation(own, Anchor::plain_words(&own.cite, &own.text, bytes)?))
    }

    /// Completes an anchor on a passage of the document with what tells it from the others.
    fn add_disambiguation(&self, own: &Prepared, anchor: Anchor) -> Anchor {
        let rivals = self.passages.rivals(own);
        let nearest_similarity = rivals.iter().map(|(like, _)| *like).fold(0.0, f32::max);
        let rival = in_hundredths(nearest_similarity);
        let only = distinctive_words(&self.passages, own, &rivals);
        let is_repeated = anchor.quote.is_some() && rival >= TWIN;
        let beside = is_repeated.then(|| {
            let (before, after) = self.texts_beside(own);
            Anchor::context_of(before, after)
        });
        Anchor { rival: Some(rival), only, beside, ..anchor }
    }

    fn texts_beside(&self, own: &Prepared) -> (&str, &str) {
        let (before, after) = self.passages.neighbours(own);
        (before.map_or("", |own| own.text.as_str()), after.map_or("", |own| own.text.as_str()))
    }

    fn prepared(&self, passage: Passage) -> Option<&Prepared> {
        self.passages.get(*self.by_passage.get(&passage)?)
    }

    /// Finds an anchor.
    #[must_use]
    pub fn find(&self, anchor: &Anchor) -> Found {
        if let Some(found) = self.unchanged(anchor) {
            return found;
        }
        match (&anchor.quote, &anchor.text) {
            (Some(quote), Some(text)) => self.find_words(anchor, quote, text),
            (Some(quote), None) => self.find_quote(anchor, quote),
            (None, Some(text)) => match self.successor(anchor, text).found {
                Some((at, verdict)) => {
                    self.passages.get(at).map_or(ORPHAN, |own| all_of(own, verdict))
                }
                None => ORPHAN,
            },
            // A file written by hand may have no more than the citation: that is what was meant.
            (None, None) => self.cited(anchor).map_or(ORPHAN, |own| all_of(own, Verdict::Exact)),
        }
    }

    /// What nobody has touched: the same words under the same citation, in a passage that no other
    /// repeats. Nearly all anchors are found so, without anything being compared.
    fn unchanged(&self, anchor: &Anchor) -> Option<Found> {
        let own = self.cited(anchor)?;
        let repeats = self.by_text.get(&own.comparable.text).map_or(0, Vec::len);
        if repeats != 1 || is_twin(anchor) {
            return None;
        }
        let Some(quote) = &anchor.quote else {
            let is_same = anchor.text.as_deref() == Some(own.text.as_str());
            return is_same.then(|| all_of(own, Verdict::Exact));
        };
        let bytes = bytes_of(&own.text, anchor.range?)?;
        let (before, after) = (own.text.get(..bytes.start)?, own.text.get(bytes.end..)?);
        let is_same = own.text.get(bytes.clone()) == Some(quote)
            && anchor.text.as_deref().is_none_or(|text| text == own.text)
            && before.ends_with(&anchor.prefix)
            && after.starts_with(&anchor.suffix)
            && !(anchor.prefix.is_empty() && !before.is_empty() && anchor.text.is_none());
        is_same.then_some(Found { verdict: Verdict::Exact, place: Some((own.passage, bytes)) })
    }

    /// What became of the paragraph of an anchor on the whole of it; worked out once for all anchors
    /// that say the same of it.
    fn successor(&self, anchor: &Anchor, text: &str) -> Arc<Successor> {
        let known = || self.successors.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(successor) = known().get(anchor) {
            return Arc::clone(successor);
        }
        let successor = Arc::new(self.find_successor(anchor, text));
        known().insert(anchor.clone(), Arc::clone(&successor));
        successor
    }

    /// The passage of the anchor's citation.
    fn cited(&self, anchor: &Anchor) -> Option<&Prepared> {
        let read = || Cite::read(&anchor.paragraph).map(|cite| cite.to_string());
        let at = self.by_cite.get(&anchor.paragraph).or_else(|| self.by_cite.get(&read()?))?;
        self.passages.get(*at)
    }

    /// Sorts entries by where they stand in the document; orphans come last.
    pub fn sort(&self, entries: &mut [Entry]) {
        entries.sort_by_cached_key(|entry| {
            let place = self.find(entry.at()).place.map(|(passage, words)| (passage, words.start));
            (place.is_none(), place, entry.id().to_owned())
        });
    }
}

/// Whether another passage had the same words as that of an anchor, as far as it knows.
fn is_twin(anchor: &Anchor) -> bool {
    anchor.only.is_empty() && anchor.rival.is_some_and(|rival| rival >= TWIN)
}

fn all_of(own: &Prepared, verdict: Verdict) -> Found {
    Found { verdict, place: Some((own.passage, 0..own.text.len())) }
}

/// A range of characters of a text in bytes.
fn bytes_of(text: &str, (start, end): (usize, usize)) -> Option<Range<usize>> {
    if text.is_ascii() {
        return (start <= end && end <= text.len()).then_some(start..end);
    }
    let mut bytes = text.char_indices().map(|(at, _)| at).chain([text.len()]);
    let from = bytes.nth(start)?;
    let to = match end.checked_sub(start)? {
        0 => from,
        length => bytes.nth(length - 1)?,
    };
    Some(from..to)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{parse, source};

    fn document(text: &str) -> Document {
        let text = format!("The General Assembly,\n\n1. {text};\n\n2. Decides to remain seized.\n");
        parse::parse(&source::read(text.into_bytes(), "a text").expect("text")).0
    }

    /// Ten thousand annotations on a paragraph that changed need one comparison of it, not ten thousand.
    #[test]
    fn a_paragraph_that_changed_is_compared_once_for_all_its_annotations() {
        let text = "Decides to devote one plenary meeting to the commemoration of the anniversary";
        let (before, cite) = (document(text), Cite::paragraph("1"));
        let own = before.passage(&cite).expect("a paragraph");
        let old = Index::new(&before);
        let on = |words: &str| {
            let start = text.find(words).expect("its words");
            old.words(own, start..start + words.len()).expect("words")
        };
        let new = Index::new(&document(&text.replace("one plenary", "a high-level plenary")));
        let successors: Vec<Arc<Successor>> = ["plenary meeting", "commemoration", "Decides"]
            .iter()
            .map(|words| {
                let anchor = on(words);
                assert_eq!(new.find(&anchor).verdict, Verdict::Edited, "{words}");
                let text = anchor.text.clone().unwrap_or_default();
                new.successor(&within::paragraph_of(&anchor), &text)
            })
            .collect();
        let first = successors.first().expect("three");
        assert!(successors.iter().all(|other| Arc::ptr_eq(other, first)));
        assert!(first.alignment.get().is_some());
        assert_eq!(new.successors.lock().map(|known| known.len()).ok(), Some(1));
    }
}
