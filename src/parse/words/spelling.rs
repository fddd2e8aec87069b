//! When two words are the same, and where a word ends. Knows letters, no language.

/// Whether the list has the word, with a capital or without.
pub(in crate::parse) fn contains(list: &[&str], word: &str) -> bool {
    !word.is_empty() && list.iter().any(|entry| same(entry, word))
}

/// Whether two words are the same but for the case of their first letter.
pub(in crate::parse) fn same(a: &str, b: &str) -> bool {
    if a.len() != b.len() {
        return false;
    }
    let (mut a, mut b) = (a.chars(), b.chars());
    let (Some(first), Some(other)) = (a.next(), b.next()) else { return true };
    a.as_str() == b.as_str() && (first == other || first.to_lowercase().eq(other.to_lowercase()))
}

/// The letters right before a byte of the text, at most 40 bytes of them.
pub(in crate::parse) fn word_before(text: &str, end: usize) -> &str {
    let before = text.get(..end).unwrap_or_default();
    let start = before
        .char_indices()
        .rev()
        .take_while(|&(at, c)| c.is_alphabetic() && end - at <= 40)
        .last()
        .map_or(end, |(at, _)| at);
    &before[start..]
}

/// The letters at the start of a text, at most 40 bytes of them.
pub(in crate::parse) fn first_word(text: &str) -> &str {
    let end = text
        .char_indices()
        .find(|&(at, c)| !c.is_alphabetic() || at > 40)
        .map_or(text.len(), |(at, _)| at);
    &text[..end]
}
