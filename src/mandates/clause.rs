//! What languages other than English ask behind *that*: *décide que le Comité se réunira*. Knows words and names.

use super::{
    addressee::People,
    asking::Asking,
    mandate::What,
    of_others::{clause_without_name, said_by_form},
    tasks::{Task, Tasks},
    tokens::Token,
    words::Words,
};
use crate::document::{Act, Language};

/// *That the Committee shall meet*: somebody else is the subject.
pub(super) fn of_clause(
    language: Language,
    block: usize,
    people: &People<'_>,
    text: &[Token],
    asking: &Asking,
    start: usize,
) -> Tasks {
    let words = Words::of(language);
    let limit = asking.end.min(start + 14);
    let shall = words.shall.find(text, start..asking.end.min(start + 40));
    let subject_end = shall.map_or(limit, |(at, _, ())| at).min(asking.end);
    let start = subject_start(text, start, shall.map(|(at, _, ())| at));
    let pronoun = words.pronouns.at(text, start).map(|(length, ())| start..start + length);
    let named = people
        .find(block, text, start..subject_end)
        .filter(|(_, words)| words.start <= start + 6)
        .map(|(_, words)| start..words.end);
    let is_asked = asking.act != Act::Decide && named.is_none();
    if let Some(task) = to_be_done(language, text, asking, start).filter(|_| is_asked)
        && clause_without_name(words, text, start..asking.end).is_none()
    {
        return Tasks { who: start..start, is_own: false, tasks: vec![task] };
    }
    // An article may look like a pronoun: who is named goes first.
    let named = named.or(pronoun);
    let verb = match (shall, &named) {
        (Some((at, length, ())), _) => at + length,
        (None, Some(named)) => named.end,
        (None, None) => subject_end,
    };
    let verb = behind_inserted(text, verb, asking.end);
    // A report shall be submitted, a meeting held: by whom is not said.
    let passive = clause_without_name(words, text, start..asking.end);
    let task = Task { start: asking.after, marker: verb, verb, end: asking.end, what: passive };
    let Some(who) = named.filter(|_| passive.is_none()) else {
        let tasks = if passive.is_some() { vec![task] } else { Vec::new() };
        return Tasks { who: start..start, is_own: false, tasks };
    };
    let is_open = text.get(verb).is_none_or(Token::is_sign);
    let formed = shall.is_none().then(|| said_by_form(language, text, verb)).flatten();
    if let Some(verb) = formed.filter(|_| asking.act == Act::Decide) {
        let task = Task { start: asking.after, marker: verb, verb, end: asking.end, what: None };
        return Tasks { who, is_own: false, tasks: vec![task] };
    }
    if is_open || (shall.is_none() && asking.act == Act::Decide) {
        return Tasks { who, is_own: false, tasks: Vec::new() };
    }
    Tasks { who, is_own: false, tasks: vec![task] }
}

/// What is to be done, and nobody is named to do it: *que les travaux soient achevés*, *que los trabajos sean concluidos*.
fn to_be_done(language: Language, text: &[Token], asking: &Asking, start: usize) -> Option<Task> {
    #[rustfmt::skip] // as few lines as it takes
    let (be, endings): (&[&str], &[&str]) = match language {
        Language::French => (&["soit", "soient"], &["é", "és", "ée", "ées", "is", "ise", "ises", "it", "ite", "its", "ites", "u", "us", "ue", "ues"]),
        Language::Spanish => (&["sea", "sean"], &["ado", "ada", "ados", "adas", "ido", "ida", "idos", "idas"]),
        _ => return None,
    };
    let stops = |at: &usize| text[*at].is_one_of(&[";", ".", ":", "qui", "que", "qu"]);
    let far = start..asking.end.min(start + 40);
    let end = far.clone().find(stops).unwrap_or(far.end);
    let marker = (far.start..end).find(|at| text[*at].is_one_of(be))?;
    let is_done = |at: &usize| endings.iter().any(|ending| text[*at].word().ends_with(ending));
    let verb = (marker + 1..asking.end.min(marker + 3)).find(is_done)?;
    Some(Task { start: asking.after, marker, verb, end: asking.end, what: Some(What::Other) })
}

/// Where the subject begins of a clause with *shall*: behind what is inserted before it.
fn subject_start(text: &[Token], start: usize, shall: Option<usize>) -> usize {
    // *That, in 2022, the Commission*; *that at its fiftieth session, in 2022, the Commission*.
    let inserts = [",", "at", "in", "during", "by", "from", "starting", "beginning", "for"];
    let is_inserted = text.get(start).is_some_and(|token| token.is_one_of(&inserts));
    let Some(shall) = shall.filter(|_| is_inserted) else { return start };
    let comma = (start..shall).rev().find(|at| text[*at].is_one_of(&[","]));
    comma.map_or(start, |comma| comma + 1).min(shall)
}

/// The word behind what is inserted: *shall, as soon as possible, transmit*.
pub(super) fn behind_inserted(text: &[Token], at: usize, end: usize) -> usize {
    let is_comma = |at: usize| text.get(at).is_some_and(|token| token.is_one_of(&[","]));
    if !is_comma(at) {
        return at;
    }
    (at + 1..end).find(|at| is_comma(*at)).map_or(at, |comma| comma + 1)
}
