//! The verbs of a paragraph that ask: *Requests* at its beginning, *and also invites* within it. Knows
//! clauses, not who is asked.

use std::ops::Range;

use super::{tokens::Token, words::Words};
use crate::document::{Act, Language};

/// A verb that asks, and how far it reaches: words of a text, by number.
#[derive(Clone, Debug)]
pub(super) struct Asking {
    /// How it asks.
    pub(super) act: Act,
    /// The verb with its modifiers: *also requests*.
    pub(super) verb: Range<usize>,
    /// Where what it asks begins: at the verb, or at a further *that* of its own.
    pub(super) from: usize,
    /// The first word behind it and its modifiers.
    pub(super) after: usize,
    /// The word behind the last one that is its own.
    pub(super) end: usize,
}

/// All verbs of a text that ask.
pub(super) fn all(language: Language, text: &[Token]) -> Vec<Asking> {
    let words = Words::of(language);
    let mut found: Vec<Asking> = Vec::new();
    let mut at = 0;
    while at < text.len() {
        let joined = || of_first_person(language, words, text, at);
        match words.asks.at(text, at).or_else(joined) {
            // *提出建议，*: what is asked of nobody.
            Some((length, Some(_))) if is_chinese_noun(language, text, at, at + length) => {
                at += length;
            }
            Some((length, Some(act))) => {
                if let Some(start) = start_of_clause(language, words, text, at) {
                    end_before(&mut found, start, text.len());
                    let after = skip_modifiers(words, text, at + length);
                    let verb = start..at + length;
                    found.push(Asking { act, verb, from: start, after, end: text.len() });
                }
                at += length;
            }
            Some((length, None)) => at += length,
            None => {
                // *Requests him to report, and notes*: what is noted is not asked.
                if let Some((length, ())) = words.tells.at(text, at)
                    && length > 0
                    && let Some(start) = start_of_clause(language, words, text, at)
                {
                    end_before(&mut found, start, text.len());
                }
                at += 1;
            }
        }
    }
    if language == Language::English {
        found = found.into_iter().flat_map(|asking| clauses(text, asking)).collect();
    }
    found
}

/// The verb of a further clause in the first person, which has the form of a task's: *We call for peace, and invite the
/// Secretary-General to report*. How many words it has, and how it asks.
fn of_first_person(
    language: Language,
    words: &Words,
    text: &[Token],
    at: usize,
) -> Option<(usize, Option<Act>)> {
    const FARTHEST: usize = 25;
    let is = |at: usize, words: &[&str]| text.get(at).is_some_and(|token| token.is_one_of(words));
    let is_ours = language == Language::English && is(0, &["we"]);
    if !is_ours || at < 2 || !is(at - 1, &["and"]) || !is(at - 2, &[","]) {
        return None;
    }
    let (length, act) = words.to_ask.at(text, at)?;
    let mut behind = at + length..at + FARTHEST;
    let task = behind.find(|at| is(*at, &["to", ";", "."]))?;
    is(task, &["to"]).then_some((length, Some(act)))
}

/// A verb for each *that* of its own: *requests that the Committee report, and that its report be published*.
fn clauses(text: &[Token], asking: Asking) -> Vec<Asking> {
    let is = |at: usize, words: &[&str]| text.get(at).is_some_and(|token| token.is_one_of(words));
    // *Recommends to States that they*.
    let near = asking.after..asking.end.min(asking.after + 20);
    let is_told = is(asking.after, &["to"]) && asking.act == Act::Recommend;
    let mut that = near.take(if is_told { 20 } else { 1 });
    let Some(that) = that.find(|at| is(*at, &["that"])) else { return vec![asking] };
    #[rustfmt::skip] // as few lines as it takes
    let hosts = [
        "ensure", "ensures", "so", "such", "provided", "fact", "note", "state", "stress", "recommend", "request", "decide",
        "guarantee", "see", "agree", "believe", "verify", "confirm", "view", "condition", "understanding", "extent", "given",
    ];
    // *Ensuring that all come and that none is late* is one thing.
    let is_hosted = |at: usize| {
        is(at, &["that"]) && (is(at - 1, &hosts) || text[at - 1].word().ends_with("ing"))
    };
    let (mut all, mut rest, mut is_nested) = (Vec::new(), asking, false);
    let mut at = that + 1;
    while at < rest.end {
        is_nested = !is(at, &[";"]) && (is_nested || is_hosted(at));
        let is_joint =
            is(at - 1, &[",", ";", "and"]) || is(at - 2, &["well"]) && is(at - 1, &["as"]);
        if is(at, &["that"]) && is_joint && !is_nested && !is(at + 1, &["is", ",", "are", "end"]) {
            let joints = (rest.after + 2..at).rev().take_while(|at| is(*at, &[",", ";", "and"]));
            let joint = joints.last().unwrap_or(at);
            let next = Asking { from: at, after: at, ..rest.clone() };
            all.push(Asking { end: joint, ..rest });
            rest = next;
        }
        at += 1;
    }
    all.push(rest);
    all
}

/// Whether a Chinese verb stands for a thing: nothing follows it within its clause, *改进执行情况的办法和建议，*; or it is
/// at somebody's request, *应要求*.
fn is_chinese_noun(language: Language, text: &[Token], at: usize, behind: usize) -> bool {
    let is = |at: usize, words: &[&str]| text.get(at).is_some_and(|token| token.is_one_of(words));
    let is_thing = is(behind, &[",", ";", ".", "、"]) || behind == text.len();
    language == Language::Chinese && at > 0 && (is_thing || is(at - 1, &["应"]))
}

/// The verb that was found last reaches no farther than to a word, where nothing ended it before.
fn end_before(found: &mut [Asking], start: usize, all: usize) {
    if let Some(last) = found.last_mut().filter(|last| last.end == all && last.after < start) {
        last.end = start;
    }
}

/// Where the clause of a verb begins, its modifiers included; `None` where it stands in the midst of
/// one.
fn start_of_clause(
    language: Language,
    words: &Words,
    text: &[Token],
    verb: usize,
) -> Option<usize> {
    let mut start = verb;
    while let Some(earlier) = modifier_before(words, text, start) {
        start = earlier;
    }
    if start == 0 {
        return Some(start);
    }
    // *Et l’invite à*, *y lo alienta a*: who is asked stands before the verb.
    let is_pronoun = |at: usize| text.get(at).is_some_and(|t| t.is_one_of(PRONOUNS_BEFORE));
    let has_pronoun = matches!(language, Language::French | Language::Spanish)
        && start == verb
        && start > 1
        && is_pronoun(start - 1);
    start -= usize::from(has_pronoun);
    // *Y a ese respecto le solicita*: the pronoun stays the first word.
    let mut clause = start;
    while let Some(earlier) = modifier_before(words, text, clause).filter(|_| has_pronoun) {
        clause = earlier;
    }
    // The Arabic *and* is written as one with the word behind it.
    let joined = |at: usize| {
        language == Language::Arabic && text.get(at).is_some_and(|t| t.word().starts_with('و'))
    };
    let is_after = (1..=2).any(|length| {
        clause >= length
            && words.before.at(text, clause - length).is_some_and(|(n, ())| n == length)
    });
    // *The report, in this regard, requests*: what is inserted begins with the comma.
    let is_inserted = clause < verb && text[clause].is_one_of(&[","]);
    // *邀请会员国并鼓励区域组织*.
    let is_and =
        language == Language::Chinese && text[start..verb].iter().any(|t| t.is_one_of(&["并"]));
    let is_plain = is_after || is_inserted || is_and || joined(verb) || joined(start);
    (is_plain || is_behind_body(language, words, text, clause)).then_some(start)
}

/// Whether whoever asks is named before a word, as the first of its sentence or behind what opens it: *The Council requests*,
/// *In this regard, the Council also requests*, *. It urges*.
fn is_behind_body(language: Language, words: &Words, text: &[Token], at: usize) -> bool {
    let is = |at: usize, words: &[&str]| text.get(at).is_some_and(|token| token.is_one_of(words));
    let body = (1..=7.min(at)).rev().find(|length| {
        words.bodies.at(text, at - length).is_some_and(|(found, ())| found == *length)
    });
    let is_it = at > 0 && language == Language::English && is(at - 1, &["it"]);
    let Some(length) = body.or(is_it.then_some(1)) else { return false };
    let mut start = at - length;
    while let Some(earlier) = modifier_before(words, text, start) {
        start = earlier;
    }
    let Some(before) = start.checked_sub(1) else { return true };
    let begins = is(before, &["."])
        || before == 0 && is(0, &["\"", "("])
        || is(before, &["\""]) && is(before - 1, &[".", "\""]);
    // Chinese has commas between all clauses.
    let goes_on =
        language != Language::Chinese && is(before, &[";", ":", ",", "and", "et", "y", "e", "и"]);
    begins || body.is_some() && goes_on
}

/// Who is asked, where it is a word before the verb.
pub(super) const PRONOUNS_BEFORE: &[&str] = &["l", "les", "lui", "leur", "lo", "los", "le", "la"];

/// Whether an Arabic verb has in itself who is asked: *تحثها على*.
pub(super) fn is_with_pronoun(token: &Token) -> bool {
    let verb = token.word().strip_prefix('و').unwrap_or(token.word());
    let bare = ["هما", "ها", "هم", "ه"].iter().find_map(|ending| verb.strip_suffix(ending));
    #[rustfmt::skip] // as few lines as it takes
    let verbs = ["تحث", "يحث", "تدعو", "يدعو", "تشجع", "يشجع", "تناشد"];
    bare.is_some_and(|bare| verbs.contains(&bare))
}

/// Where a modifier begins that ends just before a word.
fn modifier_before(words: &Words, text: &[Token], end: usize) -> Option<usize> {
    (1..=8.min(end)).rev().find_map(|length| {
        let at = end - length;
        words.modifiers.at(text, at).is_some_and(|(found, ())| found == length).then_some(at)
    })
}

/// The first word behind modifiers.
pub(super) fn skip_modifiers(words: &Words, text: &[Token], mut at: usize) -> usize {
    while let Some((length, ())) = words.modifiers.at(text, at) {
        at += length;
    }
    at
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::mandates::tokens::tokens;

    #[track_caller]
    fn asks(language: Language, text: &str, expected: &[&str]) {
        let words = tokens(text);
        let found = all(language, &words);
        let verbs: Vec<&str> = found
            .iter()
            .map(|asking| &text[words[asking.verb.start].start..words[asking.verb.end - 1].end])
            .collect();
        assert_eq!(verbs, expected, "{text}");
    }

    #[test]
    fn verbs_within_a_paragraph_ask_too() {
        asks(
            Language::English,
            "Notes the requests of States, further requests the Chair to meet, and invites all to come",
            &["further requests", "invites"],
        );
        asks(Language::English, "Takes note of the requests for advice", &[]);
        asks(Language::French, "Prend note de la demande, et prie également le Comité", &["prie"]);
        asks(Language::Chinese, "又请秘书长报告，并提请注意，决定开会", &["又请", "决定"]);
        asks(Language::Arabic, "تلاحظ التقرير، وتطلب إلى الأمين العام", &["وتطلب"]);
        asks(Language::Russian, "отмечает доклад и просит Секретариат", &["просит"]);
    }
}
