//! The passages of a document as lines for programs that look for words: citation, tab, words. The words
//! are those that all finding is about: without labels, and without digits that may be a mark.

use crate::document::{Document, without_doubtful_marks};

/// One passage a line, in reading order: the title, the blocks, the footnotes.
#[must_use]
pub fn passages(document: &Document) -> String {
    let line = |passage| {
        let words = without_doubtful_marks(document.text(passage), document.marks(passage));
        // Neither a name nor clean text has tabs or line feeds; a title that was corrected has none.
        format!("{}\t{words}\n", document.cite(passage))
    };
    document.passages().map(line).collect()
}
