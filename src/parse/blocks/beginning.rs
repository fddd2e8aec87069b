//! Where the head of a document ends and its text begins. Knows formulas and openers, not what
//! comes after them.

use super::{kinds, statements};
use crate::{
    document::{Certainty, Organ},
    parse::{
        lines::section_line::part_letter,
        paragraphs::text::Text,
        words::{Words, set_phrases},
    },
};

/// The first paragraph that is no part of the head.
pub(in crate::parse) fn beginning(text: &Text<'_>) -> usize {
    let formula =
        (0..text.count()).find(|&i| is_formula(text, i)).map(|at| behind_masthead(text, at));
    let told = told_decision(text, formula.unwrap_or(text.count()));
    // Paragraphs may stand before a formula: *Whereas* …, or the end of another resolution.
    let formula = formula.map(|at| first_of_the_text(text, at));
    // Behind its introduction a statement may print a whole resolution.
    let stated = statements::introduction(text);
    stated.or(told).or(formula).unwrap_or_else(|| beginning_without_formula(text))
}

/// The formula itself, where the first that looks like one is the body's name in a masthead: another with its comma
/// follows, and nothing but a head stands between them.
fn behind_masthead(text: &Text<'_>, first: usize) -> usize {
    const LONGEST_HEAD: usize = 12;
    let has_comma = |i: usize| text.first_line(i).ends_with([',', '，', '،']);
    if has_comma(first) {
        return first;
    }
    let is_of_head =
        |&i: &usize| text.number(i).is_none() && (!text.ends_a_clause(i) || text.is_of_a_head(i));
    let next = first + 1 + (first + 1..text.count()).take_while(is_of_head).count();
    let is_near = next <= first + LONGEST_HEAD;
    let is_same = next < text.count() && text.formula(next) == text.formula(first);
    if is_near && is_same && is_formula(text, next) && has_comma(next) { next } else { first }
}

/// The first paragraph of the text before a formula, or the formula itself. Above one that is plainly text another may
/// stand whose opener no list has, *Whereas* …
fn first_of_the_text(text: &Text<'_>, formula: usize) -> usize {
    let Some(plain) = (0..formula).find(|&i| is_plainly_text(text, i)) else { return formula };
    let is_paragraph =
        |&i: &usize| is_whole(text, i) && text.last_line(i).ends_with([',', ';', '.']);
    (0..plain).rev().take_while(is_paragraph).last().unwrap_or(plain)
}

/// Whether a paragraph is long, ends as one does and is of no head.
fn is_whole(text: &Text<'_>, i: usize) -> bool {
    text.length(i) > 60 && text.ends_a_clause(i) && !text.is_of_a_head(i)
}

/// The first paragraph of a decision, which is told and has no formula: it stands behind its number,
/// before any formula.
pub(super) fn told_decision(text: &Text<'_>, end: usize) -> Option<usize> {
    const LONGEST_HEAD: usize = 20;
    let number = (0..end.min(LONGEST_HEAD)).find(|&i| text.is_numbered_title(i))?;
    (number + 1..end.min(number + LONGEST_HEAD)).find(|&i| teller(text, i).is_some())
}

/// Who decides, where a paragraph begins to tell a decision.
pub(super) fn teller(text: &Text<'_>, i: usize) -> Option<Organ> {
    let phrases = &Words::of(text.language).phrases;
    let words = text.words(i, 0).text;
    set_phrases::tells_a_decision(&set_phrases::comparable(&words), phrases)
}

/// Whether a paragraph before the formula can be none of the head: a whole one that opens as those of
/// a resolution do, or the rest of one.
fn is_plainly_text(text: &Text<'_>, i: usize) -> bool {
    let is_sure = text.opener(i).is_some_and(|(_, certainty)| certainty == Certainty::Sure);
    let goes_on = text.first_line(i).starts_with(char::is_lowercase);
    let is_numbered = text.number(i).is_some() && text.last_line(i).ends_with([';', '.']);
    is_whole(text, i) && (is_sure || goes_on || is_numbered)
}

/// Whether a paragraph is a formula.
pub(super) fn is_formula(text: &Text<'_>, i: usize) -> bool {
    text.lines_of(i).len() == 1 && text.formula(i).is_some()
}

/// Where the text begins when nothing enacts it: behind the last line that is plainly of a head.
fn beginning_without_formula(text: &Text<'_>) -> usize {
    let first = (0..text.count()).find(|&i| {
        text.number(i).is_some()
            || text.opener(i).is_some_and(|(_, c)| c == Certainty::Sure) && text.length(i) > 60
    });
    let end = first.unwrap_or(text.count());
    let head = (0..end).rev().find(|&i| text.is_of_a_head(i));
    let behind_paper = paper(text, end).map_or(0, |title| title + 1);
    if behind_paper > 0 && behind_paper < end && text.ends_a_clause(behind_paper) {
        return behind_paper;
    }
    // What stands between it and the text is short and has no end: agenda items, sponsors, a title.
    let is_of_head = |&i: &usize| !text.ends_a_clause(i) && text.length(i) < 300;
    let start = match (head, first) {
        (Some(head), Some(first)) => {
            (head + 1..first).take_while(is_of_head).last().unwrap_or(head) + 1
        }
        // Nothing is numbered and nothing opens: a title may follow, and then all is text.
        (Some(head), None) => head + 1 + usize::from(is_of_head(&(head + 1))),
        (None, _) => 0,
    };
    start.max(behind_paper)
}

/// The line before the text that says what paper it is, `Letter dated … addressed to …`: its title.
fn paper(text: &Text<'_>, end: usize) -> Option<usize> {
    const LONGEST_HEAD: usize = 12;
    let phrases = &Words::of(text.language).phrases;
    let names_it = |i: &usize| {
        !text.ends_a_clause(*i)
            && kinds::names_a_paper(&set_phrases::comparable(text.first_line(*i)), phrases)
    };
    (0..end.min(LONGEST_HEAD)).find(names_it)
}

/// The letter that the last lines of the head give to the first part.
pub(in crate::parse) fn head_letter(text: &Text<'_>, body: usize) -> Option<String> {
    (body.saturating_sub(3)..body).find_map(|i| part_letter(text.first_line(i)))
}
