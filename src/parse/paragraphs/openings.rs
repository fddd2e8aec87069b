//! How preambular paragraphs begin where neither a list nor a capital says so. Knows two lines and how wide lines are.

use super::wrapping::Widths;
use crate::{
    document::{Certainty, Language, Part},
    parse::{
        lines::{facts::LineFacts, label, line::Line},
        words::Words,
    },
    text::clause::end_of_clause,
};

/// Whether a preambular paragraph begins with a line, in a language whose paragraphs begin with no capital: the line
/// above had room for its first word, and it opens as they do. In Chinese the words that open one stand elsewhere too.
pub(super) fn opens_without_capital(
    source: &str,
    facts: &LineFacts<'_>,
    language: Language,
    widths: &Widths<'_>,
    [before, line]: [&Line; 2],
) -> bool {
    let form = Words::of(language).opener_form.as_ref();
    let is_comma = end_of_clause(before.words(source)).ends_with([',', '،', '，']);
    if !is_comma || form.is_some_and(|form| form.is_capital) {
        return false;
    }
    match facts.opener(line) {
        Some((Part::Preamble, Certainty::Sure)) => widths.had_room(before, line, 90),
        opened => {
            let is_known = opened.is_some_and(|(part, _)| part == Part::Preamble);
            (is_known || language == Language::Chinese) && widths.had_room(before, line, 80)
        }
    }
}

/// Whether a line may begin a paragraph by its first letter: a capital, also in quotation marks, or one of a script that
/// has none.
pub(super) fn begins_somehow(line: &str) -> bool {
    let line = line.trim_start_matches(['“', '«', '"', '„', '”']);
    let is_caseless = |c: char| c.is_alphabetic() && !c.is_lowercase() && !c.is_uppercase();
    line.starts_with(|c: char| c.is_uppercase() || is_caseless(c))
}

/// `[Recalling …`: a paragraph of a draft that is not agreed.
pub(super) fn is_bracketed(line: &str) -> bool {
    let words = line.trim_start_matches('[');
    words.len() < line.len() && begins_somehow(words)
}

/// `“Recalling …`, `“2.`: a paragraph of a draft that is recommended.
pub(super) fn is_quoted(line: &str) -> bool {
    let words = line.trim_start_matches(['“', '«']);
    words.len() < line.len() && (begins_somehow(words) || label::paragraph(words).is_some())
}

/// Whether a participle that no list has opens a preambular paragraph: one has just ended, and the word is none of a row
/// of nouns, `Production, ⏎ Stockpiling and Use`.
pub(super) fn opens_by_form(language: Language, above: &str, here: &str) -> bool {
    let and = Words::of(language).phrases.and.trim();
    let second = here.split_whitespace().nth(1).unwrap_or_default();
    end_of_clause(above).ends_with(',') && second != and && second.starts_with(char::is_lowercase)
}
