//! What is said around the word *session*: its numbers, whether it lies behind, what is to come at it.
//! Knows words, not documents.

use std::ops::Range;

use super::{mandate::What, numbers, tokens::Token, words::Words};
use crate::document::Language;

/// The numbers of a session, or of several: *at its seventy-fifth and seventy-sixth sessions*.
pub(super) fn numbers_of(
    language: Language,
    words: &Words,
    text: &[Token],
    at: usize,
    length: usize,
) -> Vec<(u16, usize)> {
    let year = |at: usize| {
        let word = text.get(at)?.word();
        let is_year = word.len() == 4 && (word.starts_with("20") || word.starts_with("19"));
        is_year.then(|| Some((word.parse().ok()?, at)))?
    };
    if language == Language::Arabic {
        return arabic(words, text, at, at + length);
    }
    if let Some(found) = at.checked_sub(1).and_then(year) {
        return vec![found];
    }
    let behind = at + length;
    let is_of = |token: &Token| token.is_one_of(&["de", "of", "for"]);
    if text.get(behind).is_some_and(is_of)
        && let Some(found) = year(behind + 1)
    {
        return vec![found];
    }
    let mut found = Vec::new();
    let mut end = at;
    while let Some((number, start)) = numbers::before(words, text, end) {
        found.push((number, start));
        let joint = start.checked_sub(1).and_then(|at| text.get(at));
        let is_joined = joint
            .is_some_and(|token| token.is_one_of(&["and", "et", "y", "и", "和", "、", "及", ","]));
        if !is_joined || start < 2 {
            break;
        }
        // *第七十六届和第七十七届会议*.
        end = start - 1 - usize::from(text[start - 2].is_one_of(&["届"]));
    }
    found.reverse();
    if found.is_empty() && language == Language::Spanish {
        return behind_sessions(words, text, behind);
    }
    found
}

/// *En sus períodos de sesiones septuagésimo sexto y septuagésimo séptimo*.
fn behind_sessions(words: &Words, text: &[Token], behind: usize) -> Vec<(u16, usize)> {
    let mut found = Vec::new();
    let mut next = behind;
    while let Some((number, end)) = numbers::from(words, text, next) {
        found.push((number, next));
        if !text.get(end).is_some_and(|token| token.is_one_of(&["y", ",", "e"])) {
            break;
        }
        next = end + 1;
    }
    // A single number behind may begin something else.
    if found.len() > 1 { found } else { Vec::new() }
}

/// *Its session, the fifth and the seventieth*, and others that are joined to it.
fn arabic(words: &Words, text: &[Token], at: usize, behind: usize) -> Vec<(u16, usize)> {
    let is = |at: usize, words: &[&str]| text.get(at).is_some_and(|token| token.is_one_of(words));
    let sorts =
        ["العاديه", "عاديه", "الموضوعيه", "السنويه", "المستانفه", "العاديتين", "العاديتيها"];
    let mut next = behind + usize::from(is(behind, &sorts));
    let mut found = Vec::new();
    while let Some((number, end)) = numbers::arabic(words, text, next) {
        found.push((number, at));
        let comma = end + usize::from(is(end, &[","]));
        let goes_on = text.get(comma).is_some_and(|token| token.word().starts_with("وال"));
        if !goes_on && comma == end {
            break;
        }
        next = comma;
    }
    found
}

/// Whether the words before a session tell what was done at it: *the discussion held at the fiftieth
/// session*; not what is *to be held*.
pub(super) fn is_told(language: Language, text: &[Token], before: Range<usize>) -> bool {
    if language != Language::English {
        return false;
    }
    #[rustfmt::skip] // as few lines as it takes
    let done = [
        "held", "submitted", "presented", "adopted", "convened", "considered", "endorsed",
        "approved", "revised", "issued", "circulated", "discussed", "delivered", "published", "conducted",
        "expressed", "raised",
    ];
    let near = before.end.saturating_sub(11).max(before.start)..before.end;
    let ends = |at: &usize| text[*at].is_sign() || text[*at].is_one_of(&["and", "be"]);
    let said = near.clone().rev().find(ends).map_or(near.start, |at| at + 1)..near.end;
    let is_due = said.start.checked_sub(1).is_some_and(|at| text[at].is_one_of(&["be"]));
    let is_forward = |at: usize| {
        text[at].is_one_of(&["forward"]) && at > 0 && text[at - 1].is_one_of(&["looking", "looks"])
    };
    if (near.start..near.end).any(is_forward) {
        return true;
    }
    let first = said.clone().find(|at| text[*at].is_one_of(&done));
    first.is_some_and(|at| !is_due || at > said.start)
}

/// Whether a session is spoken of and not one at which something is due: *takes note of the report of the Committee on
/// its ninetieth session*, *the outcome of the twentieth session*.
pub(super) fn is_told_of(words: &Words, text: &[Token], within: Range<usize>) -> bool {
    #[rustfmt::skip] // as few lines as it takes
    let small = [
        "its", "the", "their", "his", "her", "both", "resumed", "regular", "substantive", "annual", "special",
    ];
    // *On its ninetieth, ninety-first and its ninety-fifth sessions*.
    let is_passed = |at: usize| {
        let token = &text[at];
        token.is_one_of(&small)
            || token.is_one_of(&["and", ","])
            || words.numbers.at(text, at).is_some()
    };
    let last = within.clone().rev().find(|at| !is_passed(*at));
    let behind = last.map_or(within.start, |at| at + 1);
    (1..=4).any(|length| {
        let at = behind.checked_sub(length).filter(|at| *at >= within.start);
        at.and_then(|at| words.told_of.at(text, at)).is_some_and(|(found, ())| found == length)
    })
}

/// Whether something is due at a session, *at the twenty-ninth session of the Conference of the Parties*, and not only
/// for one, *the preparations for the tenth session*.
pub(super) fn is_at(language: Language, text: &[Token], number: usize) -> bool {
    let small = [
        "its",
        "the",
        "their",
        "resumed",
        "regular",
        "substantive",
        "annual",
        "special",
        "upcoming",
    ];
    let before = (number.saturating_sub(4)..number).rev().find(|at| !text[*at].is_one_of(&small));
    #[rustfmt::skip] // as few lines as it takes
    let at = ["at", "during", "by", "before", "until", "than", "to"];
    let is_by = |at: usize| at > 0 && text[at - 1].is_one_of(&["prior"]);
    // *As reflected in the conclusions of the Committee at its forty-first session*.
    #[rustfmt::skip] // as few lines as it takes
    let told = [
        "recommendations", "recommendation", "conclusions", "report", "reports", "decision", "decisions", "resolution",
        "outcome", "outcomes", "reflected", "contained", "agreed", "deliberations", "discussions", "discussion", "statement",
        "progress", "results", "held", "adopted", "made", "taken", "set", "work", "proposals", "request", "requested",
    ];
    let near = number.saturating_sub(16)..number;
    if text[near].iter().any(|token| token.is_one_of(&told)) {
        return false;
    }
    language == Language::English
        && before.is_some_and(|place| {
            text[place].is_one_of(&at) && (!text[place].is_one_of(&["to"]) || is_by(place))
        })
}

/// Whether a session is *its*: the word stands before its number, or with one word between.
pub(super) fn is_own(text: &[Token], start: usize) -> bool {
    let its = ["its", "their", "sa", "leur", "su", "sus", "ее", "его", "их", "своей", "其"];
    // The Arabic *its* is written as one with the session, where the number begins.
    let is_arabic = ["دورتها", "دورته", "دورتيها", "دورتيه", "دوراتها", "دورتهم"];
    let is_session = |token: &Token| is_arabic.iter().any(|word| token.word().ends_with(word));
    if text.get(start).is_some_and(is_session) {
        return true;
    }
    (1..=2).any(|back| start.checked_sub(back).is_some_and(|at| text[at].is_one_of(&its)))
}

/// What is to come at a session and at no other: *and a report at its fiftieth session*, and whether it
/// stands behind, *at its fiftieth session a report*.
pub(super) fn object(
    words: &Words,
    text: &[Token],
    before: Range<usize>,
    behind: Range<usize>,
) -> Option<(bool, What)> {
    let is_article = |at: usize| text.get(at).is_some_and(|t| t.is_one_of(ARTICLES));
    let is_comma = |at: usize| text.get(at).is_some_and(|t| t.is_one_of(&[","]));
    let start = behind.start + usize::from(is_comma(behind.start));
    if is_article(start)
        && let Some(what) = thing(words, text, start..behind.end.min(start + 7))
    {
        return Some((true, what));
    }
    // *And*, *, and*, *,*.
    let joint = (0..3).take_while(|skip| words.and.at(text, before.start + skip).is_some()).count();
    let start = before.start + joint;
    let found = (joint > 0 && is_article(start)).then(|| thing(words, text, start..before.end));
    found.flatten().map(|what| (false, what))
}

const ARTICLES: &[&str] = &["a", "an", "un", "une", "una"];

/// The first thing that is laid before a body, before its subject begins.
fn thing(words: &Words, text: &[Token], within: Range<usize>) -> Option<What> {
    for at in within {
        match words.nouns.at(text, at) {
            // *A progress report*.
            Some((length, What::Other)) => {
                let _second = words.nouns.at(text, at + length)?;
            }
            Some((_, What::Meeting | What::Plan | What::Fund)) => return None,
            Some((_, what)) => return Some(what),
            None if words.about.at(text, at).is_some() => return None,
            None => {}
        }
    }
    None
}
