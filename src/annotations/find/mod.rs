//! Finds anchors again in a document that may have changed, or is another rendering of the same
//! text. What is not found is an orphan, never a guess.

mod align;
mod fold;
mod leaves;
mod quote;
mod whole;
mod within;

use std::{collections::HashMap, ops::Range};

use super::{Anchor, Entry, anchor::beside};
use crate::document::{Cite, Document, Passage};
use leaves::Leaves;

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

/// How many of the words that only a passage has an anchor keeps.
const MOST_WORDS: usize = 10;

/// A rival as like as this, in hundredths, has the same words: only the neighbours can tell the two
/// apart.
const TWIN: u8 = 95;

const ORPHAN: Found = Found { verdict: Verdict::Orphan, place: None };

/// A document, prepared to be searched for many anchors.
pub struct Index<'a> {
    document: &'a Document,
    leaves: Leaves<'a>,
    /// The leaves by their folded text.
    by_text: HashMap<String, Vec<usize>>,
    by_cite: HashMap<String, usize>,
}

impl<'a> Index<'a> {
    /// Prepares a document.
    #[must_use]
    pub fn new(document: &'a Document) -> Self {
        let leaves = Leaves::new(document);
        let (mut by_text, mut by_cite) = (HashMap::new(), HashMap::new());
        for (i, leaf) in leaves.all.iter().enumerate() {
            by_text.entry(leaf.folded.text.clone()).or_insert_with(Vec::new).push(i);
            by_cite.entry(document.cite(leaf.passage).to_string()).or_insert(i);
        }
        Self { document, leaves, by_text, by_cite }
    }

    /// Completes an anchor on a passage of the document with what tells it from the others.
    #[must_use]
    pub(super) fn told_apart(&self, passage: Passage, anchor: Anchor) -> Anchor {
        let Some(at) = self.leaves.all.iter().position(|leaf| leaf.passage == passage) else {
            return anchor;
        };
        let rival = self.leaves.rival(at);
        let is_repeated = anchor.quote.is_some() && rival >= TWIN;
        let beside = is_repeated.then(|| beside(self.document, passage));
        Anchor { rival: Some(rival), only: self.leaves.only(at, MOST_WORDS), beside, ..anchor }
    }

    /// An anchor on a whole passage of the document.
    #[must_use]
    pub fn whole(&self, passage: Passage) -> Anchor {
        self.told_apart(passage, Anchor::plain_whole(self.document, passage))
    }

    /// An anchor on words of a passage, in bytes of its text. Nothing where they are no words of it.
    #[must_use]
    pub fn words(&self, passage: Passage, bytes: Range<usize>) -> Option<Anchor> {
        let anchor = Anchor::plain_words(self.document, passage, bytes)?;
        Some(self.told_apart(passage, anchor))
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
            (None, Some(text)) => self.find_whole(anchor, text),
            // A file written by hand may have no more than the citation: that is what was meant.
            (None, None) => self.cited(anchor).map_or(ORPHAN, |at| self.all_of(at, Verdict::Exact)),
        }
    }

    /// What nobody has touched: the same words under the same citation, in a passage that no other
    /// repeats. Nearly all anchors are found so, without any folding.
    fn unchanged(&self, anchor: &Anchor) -> Option<Found> {
        let leaf = self.cited(anchor)?;
        let own = &self.leaves.all[leaf];
        let repeats = self.by_text.get(&own.folded.text).map_or(0, Vec::len);
        if repeats != 1 || anchor.rival.is_some_and(|rival| rival >= TWIN) {
            return None;
        }
        let Some(quote) = &anchor.quote else {
            let is_same = anchor.text.as_deref() == Some(own.text);
            return is_same.then(|| self.all_of(leaf, Verdict::Exact));
        };
        let (start, end) = anchor.range?;
        let mut bytes = own.text.char_indices().map(|(at, _)| at).chain([own.text.len()]);
        let from = bytes.nth(start)?;
        let to = if end > start { bytes.nth(end - start - 1)? } else { from };
        let is_same = own.text.get(from..to) == Some(quote)
            && anchor.text.as_deref().is_none_or(|text| text == own.text)
            && own.text[..from].ends_with(&anchor.prefix)
            && own.text[to..].starts_with(&anchor.suffix)
            && !(anchor.prefix.is_empty() && from > 0 && anchor.text.is_none());
        is_same.then_some(Found { verdict: Verdict::Exact, place: Some((own.passage, from..to)) })
    }

    /// The leaf of the anchor's citation.
    fn cited(&self, anchor: &Anchor) -> Option<usize> {
        let read = || Cite::read(&anchor.paragraph).map(|cite| cite.to_string());
        self.by_cite.get(&anchor.paragraph).or_else(|| self.by_cite.get(&read()?)).copied()
    }

    fn all_of(&self, leaf: usize, verdict: Verdict) -> Found {
        let leaf = &self.leaves.all[leaf];
        Found { verdict, place: Some((leaf.passage, 0..leaf.text.len())) }
    }

    /// Sorts entries by where they stand in the document; orphans come last.
    pub fn sort(&self, entries: &mut [Entry]) {
        entries.sort_by_cached_key(|entry| {
            let at = match entry {
                Entry::Annotation(annotation) => &annotation.at,
                Entry::Bookmark(bookmark) => &bookmark.at,
            };
            let place = self.find(at).place.map(|(passage, words)| (passage, words.start));
            (place.is_none(), place, entry.id().to_owned())
        });
    }
}
