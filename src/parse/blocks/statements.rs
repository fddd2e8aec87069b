//! Statements of presidents: `At the 7568th meeting of the Security Council, held on 25 November 2015, …, the
//! President made the following statement on behalf of the Council:`. They have a title, and neither formula
//! nor preamble. Knows the paragraph that introduces the words, not the words.

use super::{beginning::is_formula, structure::Structure};
use crate::parse::{
    paragraphs::text::Text,
    words::{
        Words, dates, meetings,
        set_phrases::{self, without_article},
    },
};

/// The statement is introduced no later than this.
const LONGEST_HEAD: usize = 40;

/// The paragraph that introduces a statement, among the first.
pub(super) fn introduction(text: &Text<'_>) -> Option<usize> {
    let phrases = &Words::of(text.language).phrases;
    (0..text.count().min(LONGEST_HEAD)).take_while(|&i| !is_formula(text, i)).find(|&i| {
        let words = text.words(i, 0).text.to_lowercase();
        words.ends_with([':', '：'])
            && phrases.stated.iter().any(|phrase| words.contains(phrase))
            && (phrases.formulas.iter().any(|(name, _)| words.contains(without_article(name)))
                || set_phrases::has(&words, phrases.meets))
    })
}

/// Takes from its introduction who stated it, at which meeting and when.
pub(super) fn note(structure: &mut Structure, text: &Text<'_>, introduction: usize) {
    let words = text.words(introduction, 0).text;
    let lower = words.to_lowercase();
    let formulas = Words::of(text.language).phrases.formulas.iter();
    let named = formulas.filter(|(name, _)| lower.contains(without_article(name)));
    // `The President of the Council` is named behind the body's whole name.
    let first = named.min_by_key(|(name, _)| lower.find(without_article(name)));
    structure.organ = structure.organ.or(first.map(|(_, organ)| *organ));
    structure.meeting = meetings::first(&words, text.language).map(str::to_owned);
    structure.closing_date =
        meetings::last_date(&words, text.language).or_else(|| dates::first(&words, text.language));
    structure.is_stated = true;
}

/// The line of the head that is its title.
pub(in crate::parse) fn title(text: &Text<'_>, head: std::ops::Range<usize>) -> Option<usize> {
    let phrases = &Words::of(text.language).phrases;
    head.into_iter().rev().find(|&i| {
        let line = set_phrases::comparable(text.first_line(i));
        phrases.statement.iter().any(|start| line.starts_with(start))
    })
}
