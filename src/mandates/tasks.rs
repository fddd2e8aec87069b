//! What somebody is asked to do: one task for each verb behind a verb that asks. Knows the frame, not
//! what the words mean.

use std::ops::Range;

use super::{
    addressee::People,
    asking::Asking,
    clause::of_clause,
    clause_english::{is_bare_clause, of_english_clause},
    frame, frame_arabic, frame_spanish,
    further::further,
    mandate::What,
    of_others::of_another,
    tokens::Token,
    words::Words,
};
use crate::document::{Act, Language};

/// Who is asked, and what for: words of a text, by number.
#[derive(Clone, Debug, Default)]
pub(super) struct Tasks {
    /// Who is asked. Empty where a body decides to do something itself.
    pub(super) who: Range<usize>,
    /// Whether the body itself is to do it.
    pub(super) is_own: bool,
    /// What they are asked to do; none where sub-paragraphs say it.
    pub(super) tasks: Vec<Task>,
}

/// One thing to be done.
#[derive(Clone, Debug)]
pub(super) struct Task {
    /// Its first word: *to*; for the first one of several the first word behind the verb that asks.
    pub(super) start: usize,
    /// Its marker, *to*, or its verb where there is none.
    pub(super) marker: usize,
    /// Its verb.
    pub(super) verb: usize,
    /// The word behind its last.
    pub(super) end: usize,
    /// What is to come, where its verb does not say it.
    pub(super) what: Option<What>,
}

/// What a verb asks.
pub(super) fn tasks(
    language: Language,
    block: usize,
    people: &People<'_>,
    text: &[Token],
    asking: &Asking,
) -> Tasks {
    let words = Words::of(language);
    let is_decision = asking.act == Act::Decide;
    if let Some((length, ())) = that(words, language, text, asking) {
        let start = asking.after + length;
        return match language {
            Language::English => of_english_clause(block, people, text, asking, start),
            _ => of_clause(language, block, people, text, asking, start),
        };
    }
    if language == Language::English && is_bare_clause(block, people, text, asking) {
        return of_english_clause(block, people, text, asking, asking.after);
    }
    if language == Language::English && only_asks_by_that(text, asking) {
        return Tasks { who: asking.after..asking.end, is_own: false, tasks: Vec::new() };
    }
    if language == Language::Chinese {
        return super::chinese::tasks(block, people, text, asking, is_decision);
    }
    let names = |at: usize| people.at(block, text, at).map(|(_, length)| length);
    let first = first_task(language, text, asking, is_decision, &names);
    let Some((marker, verb)) = first else {
        return Tasks { who: asking.after..asking.end, is_own: is_decision, tasks: Vec::new() };
    };
    if language == Language::Arabic
        && (is_decision || marker == asking.after)
        && let Some(tasks) = of_another(block, people, text, asking, (marker, verb))
    {
        return tasks;
    }
    let who = if is_decision { marker..marker } else { asking.after..marker };
    let first = Task { start: asking.after, marker, verb, end: asking.end, what: None };
    let mut tasks = vec![first];
    further(language, words, text, asking.end, &mut tasks);
    Tasks { who, is_own: is_decision, tasks }
}

/// *That* behind a verb that asks, as far as it does not begin a task: Arabic and Spanish have one word
/// for both.
fn that(words: &Words, language: Language, text: &[Token], asking: &Asking) -> Option<(usize, ())> {
    // *Reiterates its request in paragraph 3 of resolution 72/1 that*.
    let is_inserted =
        |at: usize| text.get(at).is_some_and(|t| t.is_one_of(&["in", "contained", "made"]));
    // *Recommends to the Assembly that it*, *suggests to the Committee that*.
    let is_said_to = text.get(asking.after).is_some_and(|token| token.is_one_of(&["to"]))
        && (asking.act == Act::Recommend || only_asks_by_that(text, asking));
    let is_far = language == Language::English && (is_inserted(asking.after) || is_said_to);
    let far = asking.after..asking.end.min(asking.after + if is_far { 20 } else { 1 });
    let (at, length, ()) = words.that.find(text, far)?;
    if language == Language::English && is_determiner(text, asking, at) {
        return None;
    }
    // *Réitère la demande qu’elle a faite au Secrétaire général de*: which request it is.
    let word = |at: usize| text.get(at).map_or("", Token::word);
    let is_made = language == Language::French
        && ["elle", "il"].contains(&word(at + length))
        && ["a", "avait", "lui", "leur"].contains(&word(at + length + 1));
    if is_made {
        return None;
    }
    // *Y le solicita que prosiga*: whoever was named before.
    let first = text.get(asking.verb.start);
    let has_pronoun = language == Language::Spanish
        && asking.verb.len() > 1
        && first.is_some_and(|token| token.is_one_of(super::asking::PRONOUNS_BEFORE));
    (language != Language::Chinese && !has_pronoun).then_some((at - asking.after + length, ()))
}

/// Whether *that* says which one: *calls upon that Organization to*, *invites that Committee to*.
fn is_determiner(text: &[Token], asking: &Asking, that: usize) -> bool {
    let is = |at: usize, words: &[&str]| text.get(at).is_some_and(|token| token.is_one_of(words));
    let last = asking.verb.end.saturating_sub(1);
    let is_one = text.get(that + 1).is_some_and(|token| token.is_capital) && is(that + 2, &["to"]);
    that == asking.after && (is_one || is(last, &["upon", "on", "to"]))
}

/// Whether a verb asks somebody only where *that* follows: *suggests that*, not *suggests measures to*.
fn only_asks_by_that(text: &[Token], asking: &Asking) -> bool {
    let last = asking.verb.end.checked_sub(1).and_then(|last| text.get(last));
    last.is_some_and(|verb| verb.is_one_of(&["suggests", "proposes"]))
}

fn first_task(
    language: Language,
    text: &[Token],
    asking: &Asking,
    is_decision: bool,
    names: &dyn Fn(usize) -> Option<usize>,
) -> Option<(usize, usize)> {
    if is_decision {
        match language {
            Language::Spanish => {
                let found = (asking.after..asking.end.min(asking.after + 40))
                    .find(|at| frame_spanish::is_spanish_infinitive(&text[*at]));
                return found.map(|verb| (verb, verb));
            }
            Language::Arabic => {
                let first = asking.after;
                let found = frame::task_at(language, text, first).unwrap_or(first);
                return (first < asking.end).then_some((first, found));
            }
            _ => {}
        }
    }
    let found_with = |is_strict: bool| {
        (asking.after..asking.end).find_map(|at| {
            if let Some(verb) = by_preposition(language, asking, text, at)
                && !(is_strict && says_no_doing(text, at))
            {
                return verb.map(|verb| (at, verb));
            }
            let verb = frame::task_at(language, text, at).filter(|verb| *verb < asking.end)?;
            Some((at, verb))
        })
    };
    let marked = found_with(language == Language::Arabic).or_else(|| found_with(false));
    // *تطلب إلى الأمين العام تقديم*: nothing but the noun of what is to be done.
    let bare = || bare_noun(text, asking, names);
    // *تهيب بالدول التعاون*: the noun stands before whatever marks something else; *تطلب* takes no preposition before it.
    let is_other =
        |(marker, _): (usize, usize)| text[marker].is_one_of(&["الي", "علي", "والي", "وعلي"]);
    let is_early = language == Language::Arabic
        && (asking.act == Act::Call || asking.act == Act::Request && marked.is_some_and(is_other));
    let early = is_early.then(bare).flatten();
    let early = early.filter(|(at, _)| marked.is_some_and(|(marker, _)| *at < marker));
    early.or(marked).or_else(|| match language {
        Language::Arabic => bare(),
        Language::Spanish => that_several(text, asking),
        _ => None,
    })
}

/// The first Arabic noun of doing behind whom it is asked of, which is no part of their name: *تطلب إلى مؤتمر نزع السلاح
/// تقديم تقرير*.
fn bare_noun(
    text: &[Token],
    asking: &Asking,
    names: &dyn Fn(usize) -> Option<usize>,
) -> Option<(usize, usize)> {
    let far = asking.end.min(asking.after + 30);
    // *العاملة في مجال تقديم المساعدة*: who is asked.
    let is_of = |at: usize| text[at - 1].is_one_of(&["مجال", "في", "علي", "عن", "من", "الي"]);
    let mut at = asking.after;
    while at < far {
        if let Some(length) = names(at) {
            at += length;
            continue;
        }
        if at > asking.after && frame_arabic::is_arabic_action(&text[at]) && !is_of(at) {
            return Some((at, at));
        }
        at += 1;
    }
    None
}

/// *Pide a los Estados que cooperen*: what elsewhere says which ones, where nothing else says what they shall do.
fn that_several(text: &[Token], asking: &Asking) -> Option<(usize, usize)> {
    if !matches!(asking.act, Act::Request | Act::Demand) {
        return None;
    }
    (asking.after + 1..asking.end).find_map(|at| {
        let verb = frame_spanish::spanish_plural_at(text, at + 1)?;
        let is_that = text[at].is_one_of(&["que"]) && verb < asking.end;
        (is_that && frame_spanish::may_be_asked(&text[verb])).then_some((at, verb))
    })
}

/// *Призывает всех к соблюдению*.
const fn takes_russian_noun(asking: &Asking) -> bool {
    matches!(asking.act, Act::Urge | Act::Call)
}

/// Whether an Arabic preposition stands before no noun of doing: *الفاعلة على الساحة الدولية*.
fn says_no_doing(text: &[Token], at: usize) -> bool {
    let is_doing =
        |token: &Token| token.is_one_of(&["ان"]) || frame_arabic::is_arabic_action(token);
    !text.get(at + 1).is_some_and(is_doing)
}

/// Verbs that take a preposition before what is to be done: *insta a*, *تحث على*. `None` where that tells
/// nothing, `Some(None)` where the word is no marker for such a verb.
#[expect(clippy::option_option, reason = "no marker is another answer than no rule")]
fn by_preposition(
    language: Language,
    asking: &Asking,
    text: &[Token],
    at: usize,
) -> Option<Option<usize>> {
    if language == Language::Russian {
        if let Some(verb) = that_they(text, asking, at) {
            return Some(Some(verb));
        }
        let is_to = takes_russian_noun(asking) && text.get(at)?.is_one_of(&["к"]);
        let is_doing = text.get(at + 1).is_some_and(frame::is_russian_doing);
        return (is_to && is_doing && at > asking.after && at + 1 < asking.end)
            .then_some(Some(at + 1));
    }
    #[rustfmt::skip] // as few lines as it takes
    let takes_it = language == Language::Spanish && asks_by_noun(text, asking) || matches!(
        (asking.act, language),
        (Act::Urge | Act::Invite | Act::Encourage | Act::Call, _) | (Act::Demand, Language::French)
    );
    let token = text.get(at)?;
    if let Some(verb) = that_they_in_french(language, asking, text, at) {
        return Some(Some(verb));
    }
    if !takes_it {
        return None;
    }
    match language {
        // *Lance un appel aux États pour qu’ils versent*, *hace un llamamiento para que contribuyan*.
        Language::French if asking.act == Act::Call && token.is_one_of(&["pour"]) => {
            let is_that = text.get(at + 1)?.is_one_of(&["qu", "que"]);
            let is_they = text.get(at + 2).is_some_and(|t| t.is_one_of(&["ils", "elles"]));
            let verb = at + 2 + usize::from(is_they);
            (is_that && verb < asking.end).then_some(Some(verb))
        }
        // *Exige d’Israël, Puissance occupante, qu’il s’acquitte*.
        Language::French if asking.act == Act::Demand && token.is_one_of(&["qu", "que"]) => {
            let is_he = text.get(at + 1)?.is_one_of(&["il", "elle", "ils", "elles"]);
            let verb = at + 2;
            (is_he && at > asking.after && verb < asking.end).then_some(Some(verb))
        }
        Language::Spanish if token.is_one_of(&["que"]) => spanish_que(asking, text, at),
        Language::Arabic => {
            let marker = match asking.act {
                Act::Urge | Act::Encourage => "علي",
                _ => "الي",
            };
            let is_marked = at > asking.after && token.is_one_of(&[marker]);
            let verb = at + 1 + usize::from(text.get(at + 1)?.is_one_of(&["ان"]));
            let verb = frame::task_at(language, text, at).unwrap_or(verb);
            (is_marked && verb < asking.end).then_some(Some(verb))
        }
        _ => None,
    }
}

/// *Просит Совет, чтобы он, консультируясь с государствами, рассмотрел*: what they shall do, which Russian says as if it was
/// done.
fn that_they(text: &[Token], asking: &Asking, at: usize) -> Option<usize> {
    let is = |at: usize, words: &[&str]| text.get(at).is_some_and(|token| token.is_one_of(words));
    let is_that = is(at, &["чтобы"]) && is(at + 1, &["он", "она", "оно", "они"]);
    let near = at + 2..asking.end.min(at + 60);
    near.into_iter().find(|at| frame::is_russian_past(&text[*at])).filter(|_| is_that)
}

/// *Réitère son appel aux États afin qu’ils ratifient*, *sa demande tendant à ce qu’il présente*.
fn that_they_in_french(
    language: Language,
    asking: &Asking,
    text: &[Token],
    at: usize,
) -> Option<usize> {
    let is = |at: usize, words: &[&str]| text.get(at).is_some_and(|token| token.is_one_of(words));
    let is_that = is(at + 1, &["qu", "que"]) && is(at + 2, &["il", "ils", "elle", "elles"]);
    let is_tending = is(at, &["ce"]) && at > 1 && is(at - 2, &["tendant", "visant"]);
    let begins = is_tending || is(at, &["pour", "afin"]);
    let small =
        |at: &usize| is(*at, &["lui", "leur", "le", "la", "les", "l", "se", "s", "y", "en"]);
    let start = at + 3;
    let verb = start + (start..start + 2).take_while(small).count();
    let is_french = language == Language::French && at > asking.after;
    (is_french && is_that && begins && verb < asking.end).then_some(verb)
}

/// What *que* begins behind a Spanish verb that takes *a*: *hace un llamamiento para que contribuyan*, *reitera su
/// solicitud de que presente*. See [`by_preposition`].
#[expect(clippy::option_option, reason = "no marker is another answer than no rule")]
fn spanish_que(asking: &Asking, text: &[Token], at: usize) -> Option<Option<usize>> {
    let is_before = |word: &str| at > 0 && text[at - 1].is_one_of(&[word]);
    if is_before("para") && asking.act == Act::Call && at + 1 < asking.end {
        return Some(Some(at + 1));
    }
    if is_before("de") && at > asking.after + 1 && asks_by_noun(text, asking) {
        return Some(frame_spanish::behind_that(text, at).filter(|verb| *verb < asking.end));
    }
    let is_request = matches!(asking.act, Act::Request | Act::Demand | Act::Recommend);
    if is_before("a") || is_request { None } else { Some(None) }
}

/// Whether it is a request that is repeated, *reitera su solicitud al Secretario General de que presente*.
fn asks_by_noun(text: &[Token], asking: &Asking) -> bool {
    #[rustfmt::skip] // as few lines as it takes
    let nouns = ["solicitud", "petición", "llamamiento", "exhortación", "invitación", "exigencia", "pedido"];
    let near = asking.verb.start..text.len().min(asking.verb.end + 2);
    text[near].iter().any(|token| token.is_one_of(&nouns))
}
