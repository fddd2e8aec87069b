//! What a body decides or recommends that somebody else is to do, where no *shall* tells: *تقرر أن تقوم اللجنة بما يلي*,
//! *décide que le Comité se réunira*; or that is to be done, and nobody is named. Knows forms of words and names.

use std::ops::Range;

use super::{
    addressee::People,
    asking::Asking,
    frame_spanish,
    further::further,
    mandate::What,
    tasks::{Task, Tasks},
    tokens::Token,
    words::Words,
};
use crate::document::Language;

/// Arabic, where who is to do it stands behind the verb: *تقرر أن تعد اللجنة تقريرا*; or nobody does, *أن تعقد الدورة*.
pub(super) fn of_another(
    block: usize,
    people: &People<'_>,
    text: &[Token],
    asking: &Asking,
    (marker, verb): (usize, usize),
) -> Option<Tasks> {
    let is = |at: usize, words: &[&str]| text.get(at).is_some_and(|token| token.is_one_of(words));
    if !is(marker, &["ان", "بان"]) || verb <= marker {
        return None;
    }
    let of = |who, verb| {
        let task = Task { start: asking.after, marker: verb, verb, end: asking.end, what: None };
        let mut tasks = vec![task];
        further(Language::Arabic, Words::of(Language::Arabic), text, asking.end, &mut tasks);
        Some(Tasks { who, is_own: false, tasks })
    };
    // *تقوم اللجنة بإعداد*, *تقوم اللجنة بما يلي*.
    if is(verb - 1, &["تقوم", "يقوم"])
        && let Some((_, length)) = people.at(block, text, verb)
    {
        return of(verb..verb + length, verb + length);
    }
    if let Some((_, length)) = people.at(block, text, verb + 1) {
        return of(verb + 1..verb + 1 + length, verb);
    }
    let held = ["الدوره", "الاجتماع", "المؤتمر", "الاجتماعات", "الجلسه"];
    let is_held = is(verb, &["تعقد", "يعقد"]) && is(verb + 1, &held);
    is_held.then(|| of(marker..marker, verb)).flatten()
}

/// The verb behind who is to do what is decided, where its form says *shall*: *se réunira*, *se reúna*, *проведет*.
pub(super) fn said_by_form(language: Language, text: &[Token], at: usize) -> Option<usize> {
    #[rustfmt::skip] // as few lines as it takes
    let small = ["se", "s", "lui", "leur", "le", "les", "la", "y", "en", "lo", "los", "также", "ей", "ему"];
    let is_small = |at: &usize| text.get(*at).is_some_and(|token| token.is_one_of(&small));
    let verb = at + (at..at + 2).take_while(is_small).count();
    let token = text.get(verb)?;
    let word = token.word();
    let ends = |endings: &[&str]| endings.iter().any(|ending| word.ends_with(ending));
    let is_form = match language {
        Language::French => ends(&["ra", "ront"]) && word != "sera" && word != "seront",
        Language::Spanish => {
            ends(&["rá", "rán"])
                || frame_spanish::is_spanish_singular(token)
                || frame_spanish::is_spanish_plural(token)
                || token.is_one_of(&["reúna", "reúnan"])
        }
        Language::Russian => ends(&["ет", "ит", "ут", "ют", "ат", "ят", "ется", "ится", "утся"]),
        _ => false,
    };
    let is_long = word.chars().count() > 4 && !token.is_capital;
    (is_form && is_long).then_some(verb)
}

/// What is done with a meeting or a report, in English.
const HELD: &[&str] =
    &["held", "convened", "submitted", "presented", "organized", "organised", "scheduled"];

/// What is to be held or submitted, in a clause that names nobody to do it.
pub(super) fn clause_without_name(
    words: &Words,
    text: &[Token],
    within: Range<usize>,
) -> Option<What> {
    let noun = words.nouns.find(text, within.start..within.end.min(within.start + 12));
    #[rustfmt::skip] // as few lines as it takes
    let held = [
        "held", "convened", "submitted", "presented", "organized", "organised", "scheduled", "celebre", "celebrará", "celebren", "tiendra", "tenue",
        "tiendront", "organisée", "organisé", "organisées", "convoquée", "realice", "realicen", "organice", "organicen",
        "convoque", "convoquen", "состоится", "состоятся", "проведена", "举行",
    ];
    let is_be = |at: usize| {
        let before = at.checked_sub(1).and_then(|before| text.get(before));
        before.is_some_and(|token| token.is_one_of(&["be", "is", "are"]))
    };
    let is_english = |at: usize| text[at].is_one_of(HELD);
    let is_held =
        within.clone().any(|at| text[at].is_one_of(&held) && (!is_english(at) || is_be(at)));
    // *Shall next be reviewed at its fiftieth session*.
    #[rustfmt::skip] // as few lines as it takes
    let examined = ["réexaminée", "réexaminées", "réexaminé", "réexaminés"];
    let is_reviewed =
        |at: usize| text[at].is_one_of(&["reviewed"]) && is_be(at) || text[at].is_one_of(&examined);
    let held = noun.map(|(_, _, found)| found).filter(|found| is_held && *found != What::Other);
    held.or_else(|| within.clone().any(is_reviewed).then_some(What::Review))
}
