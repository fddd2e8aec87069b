//! Whether two halves of a text belong together, by their words alone.

pub(super) use crate::text::clause::ends_a_clause;

/// Whether a text ends a sentence, not only a clause of one.
pub(super) fn ends_a_sentence(text: &str) -> bool {
    ends_a_clause(text)
        && !text.trim_end_matches(|c: char| !c.is_ascii_punctuation()).ends_with(',')
}

/// Whether a text goes on in the middle of a sentence.
pub(super) fn begins_low(text: &str) -> bool {
    text.starts_with(|c: char| c.is_lowercase())
}

/// Whether a line cannot be the last of its paragraph, and the next not the first, whatever their
/// lengths say: in the middle of a clause, of brackets, or behind a short word (`of the`, `et de la`).
pub(super) fn are_inseparable(before: &str, after: &str) -> bool {
    let last = before.rsplit(char::is_whitespace).next().unwrap_or_default();
    let is_particle = last.chars().count() <= 3 && last.chars().all(char::is_lowercase);
    let is_open = before.rfind('[') > before.rfind(']');
    !ends_a_clause(before) && (begins_low(after) || is_particle) || is_open
}
