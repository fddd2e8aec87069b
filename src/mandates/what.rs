//! What is to come of a task: a report, a meeting, a review. Knows verbs and their objects.

use std::ops::Range;

use super::{mandate::What, numbers, tokens::Token, words::Words};
use crate::document::Language;

/// What is to come of a task: its verb, and the word behind the last of its own.
pub(super) fn what(language: Language, text: &[Token], verb: usize, end: usize) -> What {
    let words = Words::of(language);
    let mut at = verb;
    // *To continue to submit*: the verb behind matters.
    for _ in 0..3 {
        let Some((length, ())) = words.continues.at(text, at) else { break };
        if words.verbs.at(text, at).is_some_and(|(own, what)| own > length && what.is_some()) {
            break;
        }
        at = skip_markers(language, text, at + length);
    }
    match words.verbs.at(text, at).filter(|_| at < end) {
        Some((length, Some(found))) => refine(words, text, at + length..end, found),
        Some((length, None)) => given(words, text, at, at + length..end).unwrap_or_default(),
        None if is_loose(language, text, at) => sought(words, text, at..end),
        None => What::Other,
    }
}

/// Whether the verb need not be where it is expected: in Chinese, and behind an inserted phrase.
fn is_loose(language: Language, text: &[Token], at: usize) -> bool {
    #[rustfmt::skip] // as few lines as it takes
    let inserted = [
        "en", ",", "a", "con", "de", "por", "al", "según", "como", "teniendo", "في", "مع",
        "خلال",
    ];
    match language {
        Language::Chinese => true,
        Language::Spanish | Language::Arabic => {
            text.get(at).is_some_and(|token| token.is_one_of(&inserted))
        }
        _ => false,
    }
}

/// The first verb within a stretch that tells.
fn sought(words: &Words, text: &[Token], within: Range<usize>) -> What {
    let Range { start, end } = within;
    let mut others = 0;
    for at in within {
        let is_far = at > start + 8;
        match words.verbs.at(text, at) {
            // In *the report of* nobody reports.
            Some((_, Some(What::Report))) if is_noun(text, at) => {}
            Some((_, Some(What::Fund | What::Plan | What::Update))) if is_far => {}
            Some((length, Some(found))) => return refine(words, text, at + length..end, found),
            Some((length, None)) => {
                match given(words, text, at, at + length..end) {
                    Some(What::Other) | None => others += 1,
                    Some(found) => return found,
                }
                if others > 1 {
                    return What::Other;
                }
            }
            None => {}
        }
    }
    What::Other
}

/// Whether the Chinese word for *report* is the noun: *his report*, *the rapporteur*.
fn is_noun(text: &[Token], at: usize) -> bool {
    let before = at.checked_sub(1).and_then(|before| text.get(before));
    #[rustfmt::skip] // as few lines as it takes
    let before_verb = [
        "会", "议", "续", "长", "时", "期", "部", "处", "组", "团", "署", "年", "头", "详", "并", ",", "向", "局",
        "员", "每",
    ];
    let is_chinese = text.get(at).is_some_and(|token| token.is_one_of(&["报"]));
    is_chinese && before.is_some_and(|token| !token.is_one_of(&before_verb))
        || text.get(at + 2).is_some_and(|token| token.is_one_of(&["员", "中", "所"]))
}

/// A verb that tells, and an object that tells better: *convene a briefing*.
fn refine(words: &Words, text: &[Token], behind: Range<usize>, found: What) -> What {
    match object(words, text, behind.start..behind.end.min(behind.start + 6)) {
        Some(better @ (What::Briefing | What::Update)) if found == What::Report => better,
        _ => found,
    }
}

/// The object of a verb that leaves it to its object. Of verbs with any object, *make*, *establish*, it
/// must stand near.
fn given(words: &Words, text: &[Token], verb: usize, behind: Range<usize>) -> Option<What> {
    // *To organize, at the fiftieth session, a panel discussion*.
    let is_comma = |at: usize| text.get(at).is_some_and(|token| token.is_one_of(&[","]));
    let inserted =
        is_comma(behind.start).then(|| (behind.start + 1..behind.end).find(|at| is_comma(*at)));
    let behind = inserted.flatten().map_or(behind.start, |comma| comma + 1)..behind.end;
    let near = match words.makes.at(text, verb) {
        Some(_) => behind.start..behind.end.min(behind.start + 7),
        None => behind,
    };
    // What stands far from a verb is seldom its object, but for a report.
    let close = near.start..near.end.min(near.start + 7);
    let found = object(words, text, near.clone())?;
    // Information is an object where it stands near; a report may stand behind much else.
    let is_loose_report = found == What::Report && near.len() > 12;
    if is_loose_report && words.reports.find(text, near.clone()).is_none() {
        return object(words, text, close);
    }
    let is_far_sort = matches!(found, What::Fund | What::Plan | What::Meeting | What::Review);
    if !is_far_sort {
        return Some(found);
    }
    // A report may stand behind what it is given in: *within the framework of a dialogue*.
    let report = || {
        let far = near.start..near.end.min(near.start + 25);
        words.reports.find(text, far).map(|_| What::Report)
    };
    let is_made = words.makes.at(text, verb).is_some();
    object(words, text, close).or_else(|| if is_made { None } else { report() })
}

/// Whether a session says when, and is not what is to be held: *at its seventieth session*.
fn is_when(words: &Words, text: &[Token], at: usize) -> bool {
    let before = at.checked_sub(1).and_then(|before| text.get(before));
    let is_its = before.is_some_and(|token| {
        let word = token.word();
        token.is_one_of(&["its", "next", "届", "the"]) || word.len() == 4 && word.starts_with("20")
    });
    let behind = numbers::from(words, text, at + 1).is_some();
    is_its || behind || numbers::before(words, text, at).is_some()
}

/// The first object that tells, before the subject begins.
fn object(words: &Words, text: &[Token], within: Range<usize>) -> Option<What> {
    let mut at = within.start;
    while at < within.end {
        if let Some((length, ())) = words.session.at(text, at)
            && is_when(words, text, at)
        {
            at += length;
            continue;
        }
        if let Some((length, what)) = words.nouns.at(text, at) {
            // Of two nouns that stand together the first may be what the second is made of.
            let next = words.nouns.at(text, at + length);
            return Some(
                next.map_or(what, |(_, next)| if what == What::Other { next } else { what }),
            );
        }
        if words.about.at(text, at).is_some() {
            return None;
        }
        at += 1;
    }
    None
}

fn skip_markers(language: Language, text: &[Token], at: usize) -> usize {
    let small: &[&str] = match language {
        Language::English => &["to", "its", "their", "his", "regularly"],
        Language::French => {
            &["de", "d", "à", "lui", "leur", "la", "le", "les", "l", "s", "se", "régulièrement"]
        }
        Language::Spanish => &["a", "le", "la", "les", "lo"],
        Language::Arabic => &["في"],
        Language::Russian => &["и", "ей", "ему", "свою", "свои"],
        Language::Chinese => &[],
    };
    let mut at = at;
    while text.get(at).is_some_and(|token| token.is_one_of(small)) {
        at += 1;
    }
    at
}
