//! Where an annotation is, said so that it can be found again in a changed text.

use std::ops::Range;

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
    /// Words of its paragraph that no other one had when it was made, with spaces between; then groups of
    /// words, each behind a `+`, such that every other paragraph nearly like it had none of some group.
    pub only: String,
    /// Fields of the file that this version does not know: name and RON text, kept.
    pub extra: Vec<(String, String)>,
}

impl Anchor {
    /// On a whole passage, without what tells it from the others. `before` and `after` are the texts of
    /// its neighbours, empty where there is none.
    pub(super) fn plain_whole(cite: &str, text: &str, before: &str, after: &str) -> Self {
        let (prefix, suffix) = Self::context_of(before, after);
        let (paragraph, text) = (cite.to_owned(), Some(text.to_owned()));
        Self { paragraph, text, prefix, suffix, ..Self::default() }
    }

    /// On words of a passage, in bytes of its text, without what tells it from the others. Nothing where
    /// they are no words of it.
    pub(super) fn plain_words(cite: &str, text: &str, bytes: Range<usize>) -> Option<Self> {
        let quote = text.get(bytes.clone()).filter(|quote| !quote.is_empty())?;
        let (before, after) = (text.get(..bytes.start)?, text.get(bytes.end..)?);
        let (prefix, suffix) = Self::context_of(before, after);
        let start = before.chars().count();
        Some(Self {
            paragraph: cite.to_owned(),
            quote: Some(quote.to_owned()),
            prefix,
            suffix,
            range: Some((start, start + quote.chars().count())),
            text: Some(text.to_owned()),
            ..Self::default()
        })
    }

    /// The end of what stands before a place and the start of what stands after it.
    pub(super) fn context_of(before: &str, after: &str) -> (String, String) {
        let start = before.char_indices().rev().nth(CONTEXT - 1).map_or(0, |(at, _)| at);
        let end = after.char_indices().nth(CONTEXT).map_or(after.len(), |(at, _)| at);
        let cut = |text: Option<&str>| text.unwrap_or_default().to_owned();
        (cut(before.get(start..)), cut(after.get(..end)))
    }

    /// The words to show for it: the quote, or the paragraph.
    #[must_use]
    pub fn shown(&self) -> &str {
        self.quote.as_deref().or(self.text.as_deref()).unwrap_or_default()
    }
}
