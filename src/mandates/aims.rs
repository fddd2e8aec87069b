//! What looks in English like a further thing to be done and says what another is for: *to support efforts to prevent it and
//! to halt it*, *, to enable it to work*. Knows words, not whose task it is.

use std::ops::Range;

use super::{frame, tokens::Token, words::Words};
use crate::document::Language;

/// *…, as appropriate, to enable it to work*: what for, where no list goes on. The last of several things to be done has
/// an *and*.
pub(super) fn is_aim(
    language: Language,
    words: &Words,
    text: &[Token],
    (last, within): (usize, Range<usize>),
    verb: usize,
) -> bool {
    let is = |at: usize, word: &str| text.get(at).is_some_and(|token| token.is_one_of(&[word]));
    let joint = within.start;
    if language != Language::English {
        return false;
    }
    let is_known = words.verbs.at(text, verb).is_some();
    if is_of_noun(text, (last, joint), verb) {
        return true;
    }
    if is(joint, "and") && is_of_efforts(text, last, joint) {
        return !is_known;
    }
    let tells = matches!(words.verbs.at(text, last), Some((_, Some(_))));
    if tells && !is_known && goes_on_with_purpose(text, last, joint) {
        return true;
    }
    if !is(joint, ",") || !is(joint + 1, "to") {
        return false;
    }
    let ends_list = |at: usize| {
        (is(at, "and") || is(at, "or") || is(at, "as") && is(at + 1, "well"))
            && (at + 1..at + 5)
                .any(|at| is(at, "to") && frame::task_at(language, text, at).is_some())
    };
    let is_list = (verb + 1..within.end).any(ends_list);
    !is_list && !is_known
}

/// Whether *and to* goes on with a noun: *access to education and to land*.
fn is_of_noun(text: &[Token], (last, joint): (usize, usize), verb: usize) -> bool {
    let is = |at: usize, words: &[&str]| text.get(at).is_some_and(|token| token.is_one_of(words));
    #[rustfmt::skip] // as few lines as it takes
    let hosts = [
        "access", "threat", "threats", "commitment", "attention", "contribution", "approach", "adherence", "relating",
        "related", "respect", "right", "rights", "regard", "damage", "harm", "risk", "risks", "response", "assistance",
        "support", "aid", "relief", "services", "barriers", "obstacles", "challenges",
    ];
    let is_hosted = |at: usize| {
        is(at, &["to"])
            && is(at - 1, &hosts)
            && frame::task_at(Language::English, text, at).is_none()
    };
    #[rustfmt::skip] // as few lines as it takes
    let nouns = [
        "land", "water", "work", "credit", "care", "shelter", "transport", "finance", "research", "sport", "culture", "power",
        "fuel", "light", "information", "life", "property", "housing", "nature",
    ];
    (last + 2..joint).any(is_hosted) && is(verb, &nouns) && is(verb - 1, &["to"])
}

/// Whether a list goes on with what something is for that is only told of: *to report on steps taken to enable it to grow, to
/// learn, and to work*.
fn goes_on_with_purpose(text: &[Token], last: usize, joint: usize) -> bool {
    let is = |at: usize, words: &[&str]| text.get(at).is_some_and(|token| token.is_one_of(words));
    #[rustfmt::skip] // as few lines as it takes
    let hosts = [
        "taken", "made", "adopted", "undertaken", "needed", "required", "used", "designed", "intended", "initiated",
        "implemented", "ability", "capacity", "efforts", "effort",
    ];
    let is_purpose = |at: &usize| is(*at, &["to"]) && is(*at - 1, &hosts);
    let Some(purpose) = (last + 2..joint).find(is_purpose) else { return false };
    let goes_on = |at: usize| is(at, &[","]) && is(at + 1, &["to"]);
    is(joint, &["and", ","]) && (purpose..=joint).any(goes_on)
}

/// Whether *and to* goes on with what efforts are for: *to support efforts to prevent it and to halt its spread*.
fn is_of_efforts(text: &[Token], last: usize, joint: usize) -> bool {
    let is_effort = |at: &usize| text[*at].is_one_of(&["efforts", "effort"]);
    let Some(efforts) = (last + 1..joint).rev().find(is_effort) else { return false };
    let reach = efforts + 1..joint.min(efforts + 9);
    let is_hosted = text[reach].iter().any(|token| token.is_one_of(&["to"]));
    is_hosted && !text[joint - 1].is_one_of(&[","])
}
