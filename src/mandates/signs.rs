//! What the words of a paragraph say beside who is asked to do what: whether sub-paragraphs follow and what they begin
//! with, whether something is given, about what, and what asked for it before. Knows words, and where references are.

use std::ops::Range;

use super::{
    frame, frame_spanish,
    paragraphs::{bytes, words},
    tasks::{Task, Tasks},
    tokens::Token,
    words::Words,
};
use crate::document::{Block, Language, Target};

/// Whether a paragraph ends so that sub-paragraphs must follow.
pub(super) fn ends_open(text: &[Token]) -> bool {
    text.last().is_some_and(|token| token.is_one_of(&[":", "—"]))
}

/// Whether what is asked says no more than that it follows: *请秘书长：*, *القيام بما يلي:*.
pub(super) fn only_opens(language: Language, text: &[Token], tasks: &Tasks) -> bool {
    #[rustfmt::skip] // as few lines as it takes
    let small = [
        "القيام", "بما", "ما", "يلي", "علي", "الي", "ان", "تقوم", "يقوم", "بالقيام", "بجمله", "جمله", "امور", "منها", "التالي", "تفعل", "يفعل",
    ];
    let Some(task) = tasks.tasks.first().filter(|_| ends_open(text)) else { return false };
    let mut words = text[task.marker..].iter().filter(|token| !token.is_sign());
    match language {
        Language::Chinese => words.all(|token| token.is_one_of(&["除", "其", "他", "外"])),
        Language::French => words.all(|token| token.is_one_of(&["notamment", "en", "particulier"])),
        Language::Arabic => words.all(|token| token.is_one_of(&small)),
        _ => false,
    }
}

/// The verb of an item behind whom or what it is done to: *Lui présenter un rapport*, *Le presente un informe*.
pub(super) fn behind_pronouns(language: Language, text: &[Token], at: usize) -> usize {
    match language {
        Language::French | Language::Spanish => {
            frame::bare_task_at(language, text, at).unwrap_or(at)
        }
        _ => at,
    }
}

/// Whether the words before the sign say *by*, *through*.
pub(super) fn ends_in_means(language: Language, text: &[Token]) -> bool {
    let words = Words::of(language);
    let last = text.len().saturating_sub(1);
    let from = last.saturating_sub(if language == Language::Chinese { 5 } else { 2 });
    words.means.find(text, from..last).is_some()
}

/// Whether what is to be done is what follows: *to take the following actions:*, *to apply the following guidelines when …:*.
pub(super) fn asks_what_follows(language: Language, text: &[Token]) -> bool {
    #[rustfmt::skip] // as few lines as it takes
    let things = [
        "actions", "action", "measures", "steps", "tasks", "activities", "guidelines", "functions", "initiatives",
        "requirements", "recommendations", "objectives", "duties", "mandate",
    ];
    let near = text.len().saturating_sub(40)..text.len();
    language == Language::English
        && near.into_iter().any(|at| {
            text[at].is_one_of(&["following"])
                && text.iter().skip(at + 1).take(3).any(|token| token.is_one_of(&things))
        })
}

/// Whether an item says itself who is asked: *The head of the Entity to submit*.
pub(super) fn names_somebody(language: Language, text: &[Token], is_name: bool) -> bool {
    let begins =
        is_name || text.first().is_some_and(|token| token.is_one_of(&["the", "all", "member"]));
    let names = |at| frame::task_at(language, text, at).is_some();
    language == Language::English && begins && (1..text.len().min(16)).any(names)
}

/// Whether what asks ends in *to*, *shall*, so that items begin with a bare verb: *Encourages States, inter alia, to:*. In
/// other languages than English the verb itself says it.
pub(super) fn asks_bare_verbs(language: Language, text: &[Token]) -> bool {
    let near = text.len().saturating_sub(12)..text.len();
    let ends = ["to", "shall", "should", "will", "must", "by"];
    let is_open = |at: usize| {
        let is_word = text[at].is_one_of(&ends);
        is_word && frame::task_at(language, text, at).is_none()
    };
    // *Recommends that the Commission, inter alia:*.
    let is_that = || text.iter().rev().take(40).any(|token| token.is_one_of(&["that"]));
    language != Language::English || near.into_iter().any(is_open) || is_that()
}

/// The task that an item begins with, *also to request*, *in this connection, to review*.
pub(super) fn item_task(language: Language, text: &[Token]) -> Option<usize> {
    let is = |at: usize, words: &[&str]| text.get(at).is_some_and(|token| token.is_one_of(words));
    if let Some(verb) = frame::task_at(language, text, 0) {
        return Some(verb);
    }
    if language != Language::English {
        return None;
    }
    if is(0, &["also", "further"]) {
        return frame::task_at(language, text, 1);
    }
    let is_inserted =
        is(0, &["in", "when", "where", "while", "with", "if", "as", "at", "within", "by"]);
    let behind_comma =
        |at: usize| is(at, &[","]).then(|| frame::task_at(language, text, at + 1))?;
    (1..text.len().min(40)).filter(|_| is_inserted).find_map(behind_comma)
}

/// Whether an item under *States to:* begins with a verb; languages that say *to* say it there as well.
pub(super) fn begins_with_verb(language: Language, text: &[Token]) -> bool {
    match language {
        Language::English => text.first().is_some_and(|token| {
            let articles = ["the", "a", "an", "all", "its", "their", "other", "any", "each"];
            !token.is_one_of(&articles)
        }),
        _ => true,
    }
}

/// Whether an item says how something is to be done: *En redoublant d’efforts*, *Redoblando los esfuerzos*.
pub(super) fn begins_with_means(language: Language, text: &[Token]) -> bool {
    let word = |at: usize| text.get(at).map_or("", Token::word);
    match language {
        Language::French => word(0) == "en" && word(1).ends_with("ant"),
        Language::Spanish => text.first().is_some_and(frame_spanish::is_spanish_gerund),
        _ => false,
    }
}

/// *Ceux qui ne l’ont pas encore fait*: those of whom was spoken.
pub(super) fn is_those_who(text: &[Token], at: usize) -> bool {
    let is = |at: usize, words: &[&str]| text.get(at).is_some_and(|token| token.is_one_of(words));
    is(at, &["ceux", "celles"]) && is(at + 1, &["qui"])
}

/// Whether what is given is *it*: what the task before was about.
pub(super) fn gives_it(language: Language, text: &[Token], task: &Task) -> bool {
    let is_it = |at: usize, words: &[&str]| text.get(at).is_some_and(|t| t.is_one_of(words));
    if language == Language::Chinese {
        return gives_it_in_chinese(text, task.verb..task.end);
    }
    let mut small = task.marker..task.verb;
    if language == Language::Arabic {
        return gives_it_in_arabic(text.get(task.verb));
    }
    gives(language, text, task)
        && match language {
            Language::English => is_it(task.verb + 1, &["it", "them"]),
            Language::French => small.any(|at| is_it(at, &["le", "la", "les", "l"])),
            Language::Spanish => small.any(|at| is_it(at, &["lo", "la", "los", "las"])),
            Language::Russian => is_it(task.verb + 1, &["его", "ее", "их"]),
            Language::Chinese | Language::Arabic => false,
        }
}

/// Whether an Arabic verb has *it* in itself: *أن يقدمه*, *تقديمه*.
fn gives_it_in_arabic(verb: Option<&Token>) -> bool {
    #[rustfmt::skip] // as few lines as it takes
    let verbs = [
        "يقدم", "تقدم", "تقديم", "يحيل", "تحيل", "احالت", "احاله", "يرفع", "ترفع", "يعرض", "تعرض", "عرض", "ينشر", "تنشر", "يعمم",
        "تعمم", "يصدر", "تصدر",
    ];
    let word = verb.map_or("", Token::word);
    let word = word.strip_prefix('و').unwrap_or(word);
    let bare = ["هما", "ها", "هم", "ه"].iter().find_map(|ending| word.strip_suffix(ending));
    bare.is_some_and(|bare| verbs.contains(&bare))
}

/// Whether a Chinese clause gives what the one before it was about: *并提交大会第七十六届会议*, *并将其提交大会*.
pub(super) fn gives_it_in_chinese(text: &[Token], clause: Range<usize>) -> bool {
    let is = |at: usize, words: &[&str]| text.get(at).is_some_and(|token| token.is_one_of(words));
    let mut at = clause.start;
    while at < clause.end
        && is(at, &["并", "将", "把", "其", "它", "该", "报", "告", "再", "然", "后"])
    {
        at += 1;
    }
    let gives = [
        ["提", "交"],
        ["转", "交"],
        ["送", "交"],
        ["递", "交"],
        ["呈", "交"],
        ["转", "递"],
        ["呈", "报"],
    ];
    let is_given = gives.iter().any(|pair| is(at, &pair[..1]) && is(at + 1, &pair[1..]));
    is_given && clause.end <= at + 24
}

/// Whether something is given: *to submit*, *to make*.
pub(super) fn gives(language: Language, text: &[Token], task: &Task) -> bool {
    matches!(Words::of(language).verbs.at(text, task.verb), Some((_, None)))
}

/// The subject: what stands behind *on*; else the object itself.
pub(super) fn about(language: Language, block: &Block, text: &[Token], task: &Task) -> String {
    let words_of = Words::of(language);
    // *عن طريق المجلس*: through whom, and not about what.
    let is_way = |at: usize| text.get(at).is_some_and(|token| token.is_one_of(&["طريق"]));
    let mut behind = task.verb + 1..task.end;
    let found = behind.find_map(|at| {
        let (length, ()) = words_of.about.at(text, at)?;
        (!is_way(at + length)).then_some((at, length, ()))
    });
    let start = found.map_or(task.verb + 1, |(at, length, ())| at + length);
    let start = if start >= task.end { task.verb + 1 } else { start };
    let is_end = |at: &usize| text[*at].is_one_of(&[",", ";", ":", "."]);
    let end = (start..task.end).find(is_end).unwrap_or(task.end);
    words(block, text, start..end)
}

/// What asked for the same before: a resolution that is named behind *pursuant to*.
pub(super) fn renews(
    language: Language,
    block: &Block,
    text: &[Token],
    within: Range<usize>,
) -> Option<String> {
    let words = Words::of(language);
    let range = bytes(text, within.clone());
    let named = block.references.iter().filter(|reference| {
        range.start <= reference.range.start && reference.range.end <= range.end
    });
    for reference in named {
        let Target::Document { symbol, locus } = &reference.target else { continue };
        symbol.adopted_text()?;
        let at = text.partition_point(|token| token.start < reference.range.start);
        let near = at.saturating_sub(9).max(within.start)..at;
        if words.renews.find(text, near).is_some() {
            let locus = locus.as_ref().map(|locus| format!(", {locus}")).unwrap_or_default();
            return Some(format!("{symbol}{locus}"));
        }
    }
    None
}
