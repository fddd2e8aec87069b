//! How preambular paragraphs begin where neither a list nor a capital says so. Knows two lines and how wide lines are.

use super::wrapping::Widths;
use crate::{
    document::{Certainty, Language, Part},
    parse::{
        lines::{facts::LineFacts, line::Line},
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

/// Whether a participle that no list has opens a preambular paragraph: one has just ended, and the word is none of a row
/// of nouns, `Production, ⏎ Stockpiling and Use`.
pub(super) fn opens_by_form(language: Language, above: &str, here: &str) -> bool {
    let and = Words::of(language).phrases.and.trim();
    let second = here.split_whitespace().nth(1).unwrap_or_default();
    end_of_clause(above).ends_with(',') && second != and && second.starts_with(char::is_lowercase)
}
