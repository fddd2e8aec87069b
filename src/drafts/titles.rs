//! Whether words in quotation marks behind *entitled* are the title of a text, or of a part of it. Knows words.
//!
//! Of 32 titles that the library's texts give to others of it, 23 are the title, and 9 that of a section, an annex or a declaration in it
//! (*resolution 64/289, entitled “Strengthening the institutional arrangements …”*): those stand in its words.

use crate::{document::Document, text::words};

/// Whether a text is entitled so, in full or in part, or has a part that is.
pub(super) fn is_of(title: &str, cited: &Document) -> bool {
    let quoted = words(title).join(" ");
    let holds = |text: &str| {
        let own = words(text).join(" ");
        own.contains(&quoted) || quoted.contains(&own) && own.contains(' ')
    };
    let of_head = cited.head.title.as_deref();
    quoted.is_empty()
        || of_head.is_some_and(holds)
        || cited.blocks.iter().any(|block| words(&block.text).join(" ").contains(&quoted))
        || cited.footnotes.iter().any(|note| words(&note.text).join(" ").contains(&quoted))
}
