//! Where an annotation is, said so that it can be found again in a changed text.

use std::ops::Range;

use super::Index;
use crate::document::{Document, Passage};

/// How many characters of context are kept on either side of a quote.
const CONTEXT: usize = 32;

/// A paragraph, or words in it, with what it takes to find them again.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Anchor {
    /// The citation of the paragraph: `OP14`.
    pub paragraph: String,
    /// The words; without, the whole paragraph is meant.
    pub quote: Option<String>,
    /// What stands before the words.
    pub prefix: String,
    /// What stands after them.
    pub suffix: String,
    /// The place of the words, in characters of the paragraph's text.
    pub range: Option<(usize, usize)>,
    /// The text of the whole paragraph: by it the paragraph is known again.
    pub text: Option<String>,
    /// The end of the paragraph before and the start of the one after, for words of a paragraph that
    /// another one repeats. Of a whole paragraph, `prefix` and `suffix` say so.
    pub beside: Option<(String, String)>,
    /// How like its words the likest other passage was when it was made, in hundredths: where another
    /// is as like them now, it is that other one.
    pub rival: Option<u8>,
    /// Words of its paragraph that no other one had when it was made, with spaces between.
    pub only: String,
    /// Fields of the file that this version does not know: name and RON text, kept.
    pub extra: Vec<(String, String)>,
}

impl Anchor {
    /// On a whole passage. For many anchors, [`Index::whole`] is quicker.
    #[must_use]
    pub fn whole(document: &Document, passage: Passage) -> Self {
        if is_long(document) {
            return Self::plain_whole(document, passage);
        }
        Index::new(document).whole(passage)
    }

    /// On words of a passage, given in bytes of its text. Nothing where they are no words of it. For
    /// many anchors, [`Index::words`] is quicker.
    #[must_use]
    pub fn words(document: &Document, passage: Passage, bytes: Range<usize>) -> Option<Self> {
        if is_long(document) {
            return Self::plain_words(document, passage, bytes);
        }
        Index::new(document).words(passage, bytes)
    }

    /// On a whole passage, without what tells it from the others.
    pub(super) fn plain_whole(document: &Document, passage: Passage) -> Self {
        let (before, after) = neighbours(document, passage);
        Self {
            paragraph: document.cite(passage).to_string(),
            text: Some(document.text(passage).to_owned()),
            prefix: before.map_or("", last).to_owned(),
            suffix: after.map_or("", first).to_owned(),
            ..Self::default()
        }
    }

    /// On words of a passage, without what tells it from the others.
    pub(super) fn plain_words(
        document: &Document,
        passage: Passage,
        bytes: Range<usize>,
    ) -> Option<Self> {
        let text = document.text(passage);
        let quote = text.get(bytes.clone()).filter(|quote| !quote.is_empty())?;
        let (before, after) = (&text[..bytes.start], &text[bytes.end..]);
        let start = before.chars().count();
        let cut = before.char_indices().rev().nth(CONTEXT - 1).map_or(0, |(at, _)| at);
        Some(Self {
            paragraph: document.cite(passage).to_string(),
            quote: Some(quote.to_owned()),
            prefix: before[cut..].to_owned(),
            suffix: after.chars().take(CONTEXT).collect(),
            range: Some((start, start + quote.chars().count())),
            text: Some(text.to_owned()),
            ..Self::default()
        })
    }

    /// The words to show for it: the quote, or the paragraph.
    #[must_use]
    pub fn shown(&self) -> &str {
        self.quote.as_deref().or(self.text.as_deref()).unwrap_or_default()
    }
}

/// Whether a document is so long that comparing all of it would be felt at a key. Its anchors do
/// without what tells their passage from the others.
fn is_long(document: &Document) -> bool {
    const LONG: usize = 1024 * 1024;
    document.passages().map(|passage| document.text(passage).len()).sum::<usize>() > LONG
}

/// The end of the passage before and the start of the one after.
pub(super) fn beside(document: &Document, passage: Passage) -> (String, String) {
    let (before, after) = neighbours(document, passage);
    (before.map_or("", last).to_owned(), after.map_or("", first).to_owned())
}

/// The texts before and after a passage.
fn neighbours(document: &Document, passage: Passage) -> (Option<&str>, Option<&str>) {
    let beside = |i: Option<usize>| {
        let beside = match passage {
            Passage::Title => return None,
            Passage::Block(_) => Passage::Block(i?),
            Passage::Footnote(_) => Passage::Footnote(i?),
        };
        Some(document.text(beside)).filter(|text| !text.is_empty())
    };
    match passage {
        Passage::Title => (None, None),
        Passage::Block(i) | Passage::Footnote(i) => (beside(i.checked_sub(1)), beside(Some(i + 1))),
    }
}

/// The last characters of a text, as many as a context has.
fn last(text: &str) -> &str {
    let cut = text.char_indices().rev().nth(CONTEXT - 1).map_or(0, |(at, _)| at);
    &text[cut..]
}

/// The first characters of a text, as many as a context has.
fn first(text: &str) -> &str {
    let cut = text.char_indices().nth(CONTEXT).map_or(text.len(), |(at, _)| at);
    &text[..cut]
}
