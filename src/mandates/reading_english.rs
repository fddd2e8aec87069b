//! How an English clause behind *that* reads: where its subject begins, and which word is its verb. Knows forms of words
//! and names, not what is asked of whom.

use std::ops::Range;

use super::{
    addressee::People,
    clause::behind_inserted,
    tokens::Token,
    verbs_english::{is_base, is_noun_too, is_participle, is_third_person},
    words::Words,
};
use crate::document::Language;

/// A clause: its subject, and its verb.
pub(super) struct Clause {
    /// Whoever or whatever does it, or with which it is done.
    pub(super) subject: Range<usize>,
    /// Its verb.
    pub(super) verb: usize,
    /// Whether something is to be done, and not to do something: *shall be reviewed*.
    pub(super) is_passive: bool,
    /// Whether it has *shall* or the like.
    pub(super) has_modal: bool,
}

/// Whether a word is one of these.
pub(super) fn is(text: &[Token], at: usize, words: &[&str]) -> bool {
    text.get(at).is_some_and(|token| token.is_one_of(words))
}

/// Where a name ends with which a subject begins, or a pronoun that it is.
pub(super) fn named(
    block: usize,
    people: &People<'_>,
    text: &[Token],
    subject: &Range<usize>,
) -> Option<usize> {
    let words = Words::of(Language::English);
    if let Some((length, ())) = words.pronouns.at(text, subject.start) {
        return Some(subject.start + length);
    }
    let (_, name) = people.find(block, text, subject.clone())?;
    // *Inter-agency meetings* are no agency.
    (name.start <= subject.start + 6 && !text[name.start].is_tied).then_some(name.end)
}

/// The subject and the verb of a clause.
pub(super) fn read(
    block: usize,
    people: &People<'_>,
    text: &[Token],
    within: Range<usize>,
    is_decision: bool,
) -> Option<Clause> {
    let words = Words::of(Language::English);
    let start = behind_opening(text, within.clone());
    let far = within.end.min(start + 60);
    let first = finite(words, text, start + 1..far);
    // *That the Committee appoint those whom it may need*: the verb stands before what looks like its *shall*.
    let is_behind = |at: usize| {
        first.is_none_or(|first| is_decision || at < first + 4 || is_noun_too(text[first].word()))
    };
    if let Some((at, behind)) = modal(words, text, within.clone()).filter(|(at, _)| is_behind(*at))
    {
        let verb = behind_aside(text, behind_adverbs(text, behind), within.end);
        let start = start.min(at);
        let is_word = verb < within.end && !text[verb].is_sign();
        let is_passive = participle(text, verb).is_some();
        return is_word.then_some(Clause { subject: start..at, verb, is_passive, has_modal: true });
    }
    let subject = start..within.end.min(start + 14).min(first.unwrap_or(far));
    let verb = match named(block, people, text, &subject) {
        // *That the Committee meet*: what stands behind a name is its verb.
        Some(behind) if is_verb(text, behind_adverbs(text, behind)) => {
            Some(behind_adverbs(text, behind))
        }
        Some(behind) => {
            // *That the Committee, in 2022, light the lamps*.
            let inserted = verb_behind_inserted(text, behind..within.end);
            let behind = behind_aside(text, behind, within.end);
            let first = inserted.or(first);
            first.or_else(|| may_be_verb(text, behind).then_some(behind))
        }
        None => first,
    };
    let verb = verb.filter(|verb| *verb < within.end && !text[*verb].is_sign())?;
    let is_passive = participle(text, verb).is_some();
    // *Immediately and permanently*.
    let is_adverbial = |at: usize| {
        let is_pair = is(text, at, &["and"]) && at > start && is_adverb(text, at - 1);
        is_adverb(text, at) || is(text, at, &[","]) || is_pair
    };
    let before = (start..verb).rev().find(|at| !is_adverbial(*at));
    let subject = start..before.map_or(verb, |at| at + 1);
    Some(Clause { subject, verb, is_passive, has_modal: false })
}

/// The first *shall* that is the clause's own, and the word behind it: not that of *which the Assembly may make*.
pub(super) fn modal(words: &Words, text: &[Token], within: Range<usize>) -> Option<(usize, usize)> {
    let end = within.end.min(within.start + 60);
    let stops = |at: &usize| text[*at].is_one_of(&[";", ".", ":"]);
    let end = (within.start..end).find(stops).unwrap_or(end);
    let relatives = ["which", "who", "whom", "whose", "that", "where", "what", "if", "as"];
    let mut from = within.start;
    while let Some((at, length, ())) = words.shall.find(text, from..end) {
        let relative = (within.start..at).rev().find(|at| is(text, *at, &relatives));
        // *Which have not done so shall*: the clause of *which* has its verb already.
        let is_said = |relative: usize| {
            (relative + 1..at).any(|at| {
                let auxiliary =
                    ["have", "has", "had", "are", "is", "were", "was", "do", "does", "did"];
                is(text, at, &auxiliary) || is(text, at, &[","]) || text[at].word().ends_with("ed")
            })
        };
        if relative.is_none_or(is_said) {
            return Some((at, at + length));
        }
        from = at + length;
    }
    None
}

/// The verb behind what is inserted between it and a name, and is no further name.
fn verb_behind_inserted(text: &[Token], within: Range<usize>) -> Option<usize> {
    let start = is(text, within.start, &[","]).then(|| behind_opening(text, within.clone()))?;
    let verb = behind_adverbs(text, start);
    let others = ["the", "a", "an", "all", "other", "its", "their", "relevant", "be", "is", "are"];
    let is_inserted = start > within.start + 1 && verb < within.end;
    // *With services, agencies and others, meet*: a verb that is known goes first.
    let known = behind_aside(text, within.start, within.end);
    if is_inserted && is_verb(text, known) {
        return Some(known);
    }
    (is_inserted && may_be_verb(text, verb) && !is(text, verb, &others)).then_some(verb)
}

/// The first word of a subject, behind what is inserted before it: *that, in 2022, and without prejudice to its rules, the
/// Commission*.
pub(super) fn behind_opening(text: &[Token], within: Range<usize>) -> usize {
    #[rustfmt::skip] // as few lines as it takes
    let inserts = [
        "at", "in", "during", "by", "from", "for", "when", "with", "where", "as", "if", "upon", "once", "until", "unless",
        "throughout", "on", "and", "pursuant", "without", "notwithstanding", "pending", "after", "before", "under", "subject",
        "to", "within", "through", "inter", "henceforth",
    ];
    let is_insert = |at: usize| {
        let token = text.get(at);
        token.is_some_and(|token| token.is_one_of(&inserts) || token.word().ends_with("ing"))
    };
    let mut start = within.start + usize::from(is(text, within.start, &[","]));
    for _ in 0..6 {
        let close =
            (start + 1..within.end.min(start + 40)).find(|at| is(text, *at, &[",", ";", "."]));
        match close {
            Some(comma) if is_insert(start) && is(text, comma, &[","]) => start = comma + 1,
            _ => break,
        }
    }
    start
}

/// Whether a word is a verb, where one may stand.
fn is_verb(text: &[Token], at: usize) -> bool {
    text.get(at).is_some_and(|token| {
        let word = token.word();
        let is_form =
            is_base(word) || is_third_person(word) || word.strip_suffix('s').is_some_and(is_base);
        is_form && !token.is_capital || token.is_one_of(&["be", "is", "are", "have", "do"])
    })
}

/// Whether a word behind a name may be its verb.
fn may_be_verb(text: &[Token], at: usize) -> bool {
    #[rustfmt::skip] // as few lines as it takes
    let others = [
        "on", "of", "for", "in", "and", "or", "to", "at", "with", "under", "from", "as", "by", "s", "which", "who",
        "that", "whose", "entitled", "contained", "concerned", "referred", "established", "including",
    ];
    text.get(at).is_some_and(|token| {
        !token.is_sign() && !token.is_one_of(&others) && (!token.is_capital || !token.is_tied)
    }) && !text[at].is_capital
        && !text[at].word().ends_with("ing")
}

/// The word behind what is inserted before a verb: *shall, within a month of the arrival of lamps, oil and wicks, report*.
pub(super) fn behind_aside(text: &[Token], at: usize, end: usize) -> usize {
    if !is(text, at, &[","]) {
        return at;
    }
    let mut commas = (at + 1..end.min(at + 40)).filter(|at| is(text, *at, &[","]));
    let behind = |comma: usize| behind_adverbs(text, comma + 1);
    let found = commas.find(|comma| is_verb(text, behind(*comma)));
    found.map_or_else(|| behind_adverbs(text, behind_inserted(text, at, end)), behind)
}

/// The verb of a clause without *shall*: *submit*, *be submitted*, *ensures*, *is presented*.
fn finite(words: &Words, text: &[Token], within: Range<usize>) -> Option<usize> {
    #[rustfmt::skip] // as few lines as it takes
    let no_subjects = [
        "the", "a", "an", "its", "his", "her", "their", "this", "these", "that", "those", "of", "for", "on", "in", "at",
        "by", "with", "from", "as", "to", "all", "any", "each", "every", "other", "such", "no", "and", "or", "s", "first",
        "final", "annual", "next", "full", "further", "special", "under",
    ];
    let mut is_relative = false;
    for at in within {
        let token = &text[at];
        if token.is_one_of(&[";", ".", ":"]) {
            return None;
        }
        is_relative = !token.is_one_of(&[","])
            && (is_relative || token.is_one_of(&["which", "who", "whose", "that", "to"]));
        let before = at.checked_sub(1).map(|before| &text[before]);
        if is_relative || before.is_some_and(|before| before.is_one_of(&no_subjects)) {
            continue;
        }
        let is_not = before.is_some_and(|before| before.is_one_of(&["not"]));
        if token.is_one_of(&["be", "is", "are"]) || is_not && !is_adverb(text, at) {
            return Some(at);
        }
        if token.is_capital || token.is_sign() {
            continue;
        }
        // *The progress report include*: of two that may be verbs the second is.
        let is_clear = || !is_noun_too(token.word()) || may_do(before) && !next_is_verb(text, at);
        let is_plain = is_base(token.word()) && is_clear();
        let is_form = is_third_person(token.word()) && words.nouns.at(text, at).is_none();
        if is_plain || is_form && before.is_some_and(|before| !before.word().ends_with('s')) {
            return Some(at);
        }
    }
    None
}

/// Whether a noun may be somebody who does something: a name, *States*, *he*; or an adverb stands before a verb.
fn may_do(before: Option<&Token>) -> bool {
    before.is_some_and(|token| {
        let word = token.word();
        token.is_capital
            || token.is_sign()
            || word.ends_with("ly")
            || word.len() > 1 && word.ends_with('s')
    })
}

fn next_is_verb(text: &[Token], at: usize) -> bool {
    text.get(at + 1).is_some_and(|next| {
        next.is_one_of(&["be", "is", "are"]) || is_base(next.word()) && !is_noun_too(next.word())
    })
}

fn is_adverb(text: &[Token], at: usize) -> bool {
    let adverbs = [
        "also",
        "further",
        "not",
        "then",
        "henceforth",
        "again",
        "thereafter",
        "next",
        "now",
        "only",
        "neither",
        "re",
    ];
    let verbs = ["apply", "reply", "supply", "rely", "comply", "multiply"];
    text.get(at).is_some_and(|token| {
        token.is_one_of(&adverbs) || token.word().ends_with("ly") && !token.is_one_of(&verbs)
    })
}

pub(super) fn behind_adverbs(text: &[Token], at: usize) -> usize {
    let no_longer = usize::from(is(text, at, &["no"]) && is(text, at + 1, &["longer"])) * 2;
    let at = at + no_longer;
    at + (at..at + 4).take_while(|at| is_adverb(text, *at)).count()
}

/// *Be*, *is*.
pub(super) fn is_be(text: &[Token], at: usize) -> bool {
    is(text, at, &["be", "is", "are"])
}

/// What is done with a subject: *be* reviewed.
pub(super) fn participle(text: &[Token], verb: usize) -> Option<usize> {
    let at = behind_adverbs(text, verb + 1);
    let found = text.get(at).is_some_and(|token| is_participle(token.word()));
    (is_be(text, verb) && found).then_some(at)
}
