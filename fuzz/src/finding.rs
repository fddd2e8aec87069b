//! Whether annotations made in one text are found rightly in another, and in the text that they were
//! made in.

use seized::{
    annotations::{Anchor, Index, Verdict},
    document::Document,
    parse, source,
    text::comparable,
};

use crate::BETWEEN;

/// Two texts, the old one and the new one, and places in the old one. What is found is on characters of
/// the new one; what is sought where it was made is found there, or there are others that nobody could
/// tell from it.
///
/// # Panics
/// Where that does not hold: that is a finding.
pub fn finds(bytes: &[u8]) {
    let mut parts = bytes.splitn(3, |byte| *byte == BETWEEN);
    let (Some(old), Some(new)) = (parts.next().and_then(read), parts.next().and_then(read)) else {
        return;
    };
    let choice = parts.next().unwrap_or_default();
    let (before, after) = (Index::new(&old), Index::new(&new));
    for (i, passage) in old.passages().enumerate().take(50) {
        let text = old.text(passage);
        let byte = |at: usize| choice.get(at).map_or(0, |byte| usize::from(*byte));
        let start = text.floor_char_boundary(byte(2 * i) % (text.len() + 1));
        let end = text.ceil_char_boundary(start + byte(2 * i + 1));
        let words = before.words(passage, start..end);
        let bare = words.clone().map(|anchor| Anchor { text: None, ..anchor });
        let whole = before.whole(passage);
        for (anchor, is_complete) in [(Some(whole), true), (words, true), (bare, false)] {
            let Some(anchor) = anchor else { continue };
            holds(&new, &after, &anchor);
            let found = holds(&old, &before, &anchor);
            if let (Some(there), true) = (found, is_complete) {
                assert_eq!(comparable(there), comparable(anchor.shown()), "{anchor:?}");
            }
        }
    }
}

fn read(bytes: &[u8]) -> Option<Document> {
    Some(parse::parse(&source::read(bytes.to_vec(), "a text").ok()?).0)
}

/// The words that are found.
fn holds<'a>(document: &'a Document, index: &Index, anchor: &Anchor) -> Option<&'a str> {
    let found = index.find(anchor);
    assert_eq!(found.place.is_none(), found.verdict == Verdict::Orphan, "{found:?}");
    let (passage, range) = found.place?;
    Some(document.text(passage).get(range).expect("whole characters of the text"))
}
