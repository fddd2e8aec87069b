//! What headings are called: by the numeral of their section, else by their words. Knows words, and no
//! document.

use super::reader::plain;
use crate::text::roman;

/// Whether two headings cannot be told apart as they are typed, whatever their case and dashes.
pub(super) fn are_same_words(a: &str, b: &str) -> bool {
    let typed = |words: &str| plain(words.trim()).to_lowercase();
    typed(a) == typed(b)
}

/// `II`, `II.`: the numeral of a section, if a heading is no more than that.
pub(super) fn section_numeral(words: &str) -> Option<&str> {
    let bare = words.strip_suffix('.').unwrap_or(words);
    let is_numeral = bare.bytes().all(|b| b.is_ascii_uppercase())
        && roman::value(&bare.to_lowercase()).is_some();
    is_numeral.then_some(bare)
}
