//! What English asks behind *that*: who or what is the subject, and what it shall do, or what shall be done with it. Knows
//! what clauses ask, not how they are read.

use std::ops::Range;

use super::{
    addressee::People,
    asking::Asking,
    mandate::What,
    of_others::clause_without_name,
    reading_english::{
        Clause, behind_adverbs, behind_aside, behind_opening, is, is_be, modal, named, participle,
        read,
    },
    tasks::{Task, Tasks},
    tokens::Token,
    verbs_english::{is_base, is_noun_too},
    words::Words,
};
use crate::document::{Act, Language};

/// What a clause asks that begins at a word: *that the Committee shall meet*, *that the Head of the Office report*.
pub(super) fn of_english_clause(
    block: usize,
    people: &People<'_>,
    text: &[Token],
    asking: &Asking,
    start: usize,
) -> Tasks {
    let words = Words::of(Language::English);
    let is_decision = asking.act == Act::Decide;
    let Some(clause) = read(block, people, text, start..asking.end, is_decision) else {
        return open(block, people, text, start..asking.end);
    };
    let (start, verb) = (clause.subject.start, clause.verb);
    let what = comes(words, text, &clause, asking.end);
    let is_deed = is_decision && clause.has_modal && is_deed(text, verb);
    let task = Task { what, ..task_of(text, asking, &clause, is_deed) };
    let of = |who: Range<usize>, is_own: bool| Tasks { who, is_own, tasks: vec![task.clone()] };
    let thing = thing(words, text, &clause.subject);
    let is_thing = thing.is_some();
    let is_named = named(block, people, text, &clause.subject).filter(|_| !is_thing);
    if clause.is_passive || what.is_some() {
        let behind = is_named.filter(|_| !is_pronoun(text, start)).unwrap_or(start);
        let by = agent(block, people, text, verb..asking.end);
        let is_asked = !is_decision || what.is_some();
        return match by {
            Some(who) if is_asked || is_deed => of(who, false),
            _ if is_asked => of(start..start, false),
            // *That the mandate shall be extended*: the body extends it.
            _ if is_deed => of(start..start, true),
            _ => nothing(start..behind),
        };
    }
    if is_decision && !clause.has_modal {
        return nothing(start..is_named.unwrap_or(start));
    }
    // *Suggests to the Committee that it should meet*.
    let told = asking.after + 1..start.saturating_sub(1).max(asking.after + 1);
    let is_told = is(text, asking.after, &["to"]) && !told.is_empty() && is_pronoun(text, start);
    let is_it = is(text, start, &["it"]);
    // *Recommends that it be clear*, *suggests that it may be useful*: nobody is to do anything.
    if is_it && !is_told && is_be(text, verb) {
        return nothing(start..start);
    }
    // *Decides that it will meet*: the body itself, where nobody was named before.
    let named_before = || (0..asking.verb.start).any(|at| people.at(block, text, at).is_some());
    let is_own = is_it && is_decision && asking.from == asking.verb.start && !named_before();
    let mut tasks = match (is_named, thing) {
        _ if is_told => of(told, false),
        _ if is_own => of(start..start, true),
        (Some(behind), None) => of(start..behind, false),
        _ if is_decision && (is_thing || !is_deed_of(text, verb)) => return nothing(start..start),
        (_, Some(thing)) => of(thing, false),
        _ => of(clause.subject, false),
    };
    further(words, text, is_decision, &mut tasks.tasks);
    tasks
}

/// Whether a clause goes without its *that*: *demands the parties cease*, *recommends the Committee consider*.
pub(super) fn is_bare_clause(
    block: usize,
    people: &People<'_>,
    text: &[Token],
    asking: &Asking,
) -> bool {
    let near = asking.after..asking.end.min(asking.after + 8);
    let may_be = matches!(asking.act, Act::Demand | Act::Recommend | Act::Request);
    let name = || people.find(block, text, near).map(|(_, words)| words);
    may_be
        && name().is_some_and(|name| {
            let verb = text.get(behind_adverbs(text, name.end));
            let is_clear = |verb: &Token| is_base(verb.word()) && !is_noun_too(verb.word());
            name.start <= asking.after + 2
                && verb.is_some_and(|verb| is_clear(verb) && !verb.is_capital)
        })
}

/// What a clause asks for, and from which word on it says when.
fn task_of(text: &[Token], asking: &Asking, clause: &Clause, is_deed: bool) -> Task {
    let verb = clause.verb;
    let said = participle(text, verb).unwrap_or(verb);
    let start = match is_deed {
        // When a thing was is not when it is done: *that the term ending in 2030 shall be extended*.
        true => clause.subject.end,
        // *The plan is submitted at its fiftieth session* tells what was done, but behind *requests that*.
        false if is(text, verb, &["is", "are"]) => said + 1,
        false => asking.after,
    };
    Task { start, marker: verb, verb: said, end: asking.end, what: None }
}

/// What is to come of it, where that is said by what is to be held or given, and by nobody's doing.
fn comes(words: &Words, text: &[Token], clause: &Clause, end: usize) -> Option<What> {
    let Clause { subject, verb, .. } = clause;
    let what = clause_without_name(words, text, subject.start..end);
    // *That the discussion to be held in 2030 shall focus on lamps*.
    let is_of_held = text[subject.clone()].iter().any(|token| token.is_one_of(&["held"]));
    let what = what.filter(|_| clause.is_passive || is_be(text, *verb) || is_of_held);
    let place = || words.nouns.find(text, subject.clone()).map(|(_, _, what)| what);
    if takes_place(text, *verb) { what.or_else(place) } else { what }
}

/// Who is to do what items below say.
const fn nothing(who: Range<usize>) -> Tasks {
    Tasks { who, is_own: false, tasks: Vec::new() }
}

fn is_pronoun(text: &[Token], at: usize) -> bool {
    is(text, at, &["it", "they", "he", "she"])
}

/// Whoever items below are about: *that the Committee shall:*.
fn open(block: usize, people: &People<'_>, text: &[Token], within: Range<usize>) -> Tasks {
    let words = Words::of(Language::English);
    let is_end = |at: &usize| text[*at].is_sign() && !text[*at].is_one_of(&[","]);
    let end = within.clone().find(is_end).unwrap_or(within.end);
    let modal = modal(words, text, within.start..end).map(|(at, _)| at);
    let start = behind_opening(text, within).min(modal.unwrap_or(end)).min(end);
    let subject = start..modal.unwrap_or(end).max(start);
    let is_thing = thing(words, text, &subject).is_some();
    let behind = named(block, people, text, &subject).filter(|_| !is_thing).unwrap_or(start);
    nothing(start..behind)
}

/// By whom something is to be done: *be reviewed by the Committee*.
fn agent(
    block: usize,
    people: &People<'_>,
    text: &[Token],
    within: Range<usize>,
) -> Option<Range<usize>> {
    let first = participle(text, within.start)?;
    let is_end = |at: &usize| text[*at].is_one_of(&[",", ";", ".", ":", "and"]);
    let end = (first..within.end).find(is_end).unwrap_or(within.end);
    let by = (first + 1..end).find(|at| is(text, *at, &["by"]))? + 1;
    let name = by + usize::from(is(text, by, &["the", "all"]));
    let (_, length) = people.at(block, text, name)?;
    Some(by..name + length)
}

/// Whether what is to be done is done by deciding it: *that the mandate shall be extended*.
fn is_deed(text: &[Token], verb: usize) -> bool {
    #[rustfmt::skip] // as few lines as it takes
    let deeds = [
        "extended", "renewed", "prolonged", "established", "created", "abolished", "discontinued", "terminated",
        "enlarged", "included", "placed", "postponed", "deferred", "suspended", "lifted",
        "continued", "granted", "observed", "proclaimed", "designated", "dissolved",
    ];
    participle(text, verb).is_some_and(|at| is(text, at, &deeds))
}

/// The words of a subject that name a thing, which does nothing by itself: *the mandate* of, *the measures* imposed by.
fn thing(words: &Words, text: &[Token], subject: &Range<usize>) -> Option<Range<usize>> {
    #[rustfmt::skip] // as few lines as it takes
    let things = [
        "measure", "measures", "mandate", "mandates", "provision", "provisions", "paragraph", "paragraphs", "resolution",
        "resolutions", "term", "terms", "expense", "expenses", "cost", "costs", "list", "date", "dates", "number", "functions",
        "conditions", "following", "this", "these", "budget", "budgets", "exemption", "exemptions", "prohibition",
        "obligations", "agenda", "item", "work", "period", "decision", "decisions", "text", "documents", "analysis",
        "arrangements", "rules", "procedure", "procedures", "funds", "resources", "appropriation", "balance", "membership",
        "requirement", "requirements", "focus", "theme", "themes", "topic", "topics", "objective", "objectives", "responsibilities",
        "composition", "title", "name", "names", "year", "day", "decade", "nothing", "guidelines", "principles", "declaration",
    ];
    #[rustfmt::skip] // as few lines as it takes
    let ends = [
        "of", "for", "in", "on", "to", "at", "under", "with", "by", "from", "as", "which", "that", "who", "referred",
        "contained", "imposed", "introduced", "established", "set", "described", "called", "and", ",",
    ];
    let end = subject.clone().skip(1).find(|at| is(text, *at, &ends)).unwrap_or(subject.end);
    let head = end.checked_sub(1).filter(|head| *head >= subject.start)?;
    // *The Working Group on Meetings* is somebody, *the next meeting* is not.
    let is_known = is(text, head, &things) || words.nouns.at(text, head).is_some();
    (is_known && !text[head].is_capital).then_some(subject.start..end)
}

/// Whether a verb says that somebody does something, and not how it is: *shall report*, not *shall apply*, *shall remain*.
fn is_deed_of(text: &[Token], verb: usize) -> bool {
    #[rustfmt::skip] // as few lines as it takes
    let states = [
        "be", "have", "apply", "include", "consist", "comprise", "expire", "remain", "become", "cease", "enter", "begin",
        "commence", "start", "constitute", "mean", "cover", "bear", "last", "prevail", "contain", "fall", "amount", "require",
        "exceed", "supersede", "supplement", "represent", "enjoy", "possess", "end", "lapse", "occur", "go", "come",
    ];
    let goes_on = is(text, verb, &["continue"]) && !is(text, verb + 1, &["to"]);
    let takes_effect = is(text, verb, &["take"]) && is(text, verb + 1, &["effect"]);
    // *Shall be responsible for submitting*.
    let is_charged = is(text, verb, &["be"]) && is(text, verb + 1, &["responsible", "accountable"]);
    is_charged || !is(text, verb, &states) && !takes_effect && !goes_on
}

/// *Shall take place*: as *shall be held*.
fn takes_place(text: &[Token], verb: usize) -> bool {
    is(text, verb, &["take"]) && is(text, verb + 1, &["place"])
}

/// What else somebody is to do by the same clause: *shall meet annually and report*, *, and keep the matter under review*.
fn further(words: &Words, text: &[Token], is_decision: bool, tasks: &mut Vec<Task>) {
    let Some(Task { verb, end, .. }) = tasks.first().cloned() else { return };
    let mut at = verb + 1;
    while at < end {
        let last = tasks.last().map_or(verb, |task| task.verb);
        let next = further_verb(words, text, last, at..end);
        let Some(next) = next.filter(|next| !is_decision || is_deed_of(text, *next)) else {
            at += 1;
            continue;
        };
        let joint = if is(text, at - 1, &[","]) { at - 1 } else { at };
        if let Some(last) = tasks.last_mut() {
            last.end = joint;
        }
        tasks.push(Task { start: at + 1, marker: next, verb: next, end, what: None });
        at = next + 1;
    }
}

/// The verb that goes on behind an *and* with a clause whose verb was last.
fn further_verb(words: &Words, text: &[Token], last: usize, within: Range<usize>) -> Option<usize> {
    let and = within.start;
    let is_comma = is(text, and, &[","]);
    if !is(text, and, &["and"]) && !is_comma {
        return None;
    }
    let modal =
        words.shall.at(text, and + 1).filter(|_| !is_comma).map_or(0, |(length, ())| length);
    let behind = behind_adverbs(text, and + 1 + modal);
    let verb = if is_comma { behind } else { behind_aside(text, behind, within.end) };
    let token = text.get(verb).filter(|token| verb < within.end && !token.is_capital)?;
    let relatives = ["which", "who", "that", "whose", "where", "whether", "to"];
    let is_nested = text[last + 1..and].iter().any(|token| token.is_one_of(&relatives));
    let is_apart = is(text, and - 1, &[","]);
    let objects = [
        "the",
        "a",
        "an",
        "its",
        "their",
        "his",
        "her",
        "all",
        "to",
        "on",
        "such",
        "this",
        "these",
        "it",
        "them",
        "annually",
        "regularly",
        "back",
        "periodically",
    ];
    let is_clear = !is_noun_too(token.word()) || is(text, verb + 1, &objects);
    let is_near = if is_comma { !is_nested && and > last + 1 } else { !is_nested || is_apart };
    let goes_on =
        modal > 0 && !token.is_sign() && !is_comma || is_base(token.word()) && is_clear && is_near;
    (goes_on && participle(text, verb).is_none()).then_some(verb)
}
