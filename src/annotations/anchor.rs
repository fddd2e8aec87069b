//! Where an annotation is, said so that it can be found again in a changed text.

use std::ops::Range;

use crate::document::{Document, Passage};

/// How many characters of context are kept on either side of a quote.
const CONTEXT: usize = 32;

/// A paragraph, or words in it, with what it takes to find them again.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
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
    /// The text of the whole paragraph, where the whole paragraph is meant.
    pub text: Option<String>,
    /// Fields of the file that this version does not know: name and RON text, kept.
    pub extra: Vec<(String, String)>,
}

impl Anchor {
    /// On a whole passage.
    #[must_use]
    pub fn whole(document: &Document, passage: Passage) -> Self {
        Self {
            paragraph: document.cite(passage).to_string(),
            text: Some(document.text(passage).to_owned()),
            ..Self::default()
        }
    }

    /// On words of a passage, given in bytes of its text. Nothing where they are no words of it.
    #[must_use]
    pub fn words(document: &Document, passage: Passage, bytes: Range<usize>) -> Option<Self> {
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
            ..Self::default()
        })
    }

    /// The words to show for it: the quote, or the paragraph.
    #[must_use]
    pub fn shown(&self) -> &str {
        self.quote.as_deref().or(self.text.as_deref()).unwrap_or_default()
    }
}
