//! What is to come of a task: a report, a meeting, a review. Knows verbs and their objects.

use std::ops::Range;

use super::{
    mandate::What,
    numbers,
    tokens::Token,
    what_chinese::{behind_place, is_examined, is_noun, is_part_of_noun, last_noun},
    what_elsewhere::{
        arabic_object, behind_aside, behind_doing, contributes_to_fund, information_behind_whom,
        is_in_report, is_put_in_report, put_before, russian_object,
    },
    words::Words,
};
use crate::document::Language;

/// What is to come of a task: its verb, and the word behind the last of its own.
pub(super) fn what(language: Language, text: &[Token], verb: usize, end: usize) -> What {
    let words = Words::of(language);
    let mut at = behind_doing(language, text, behind_place(language, text, verb..end));
    // *Регулярно информировать*: the adverb stands before the verb.
    let adverb = verb.checked_sub(1).filter(|_| language == Language::Russian);
    let adverb = adverb.and_then(|at| words.verbs.at(text, at)).filter(|(length, _)| *length > 1);
    if let Some((_, Some(what))) = adverb {
        return what;
    }
    // *To continue to submit*: the verb behind matters.
    for _ in 0..3 {
        if let Some(kept) = kept(words, text, at..end) {
            return kept;
        }
        let Some((length, ())) = words.continues.at(text, at) else { break };
        if words.verbs.at(text, at).is_some_and(|(own, what)| own > length && what.is_some()) {
            break;
        }
        let behind = behind_aside(language, text, at + length..end);
        at = behind_doing(language, text, skip_markers(language, text, behind));
    }
    if language == Language::English && contributes_to_fund(text, at..end) {
        return What::Fund;
    }
    let is_verb = |at: usize| at < end && !is_spanish_noun(text, at);
    match words.verbs.at(text, at).filter(|_| is_verb(at)) {
        Some((_, Some(What::Review))) if is_examined(text, at, end) => What::Other,
        Some((length, Some(found))) => refine(words, text, at + length..end, found),
        Some((length, None)) => {
            let given = given(words, text, at, at + length..end).unwrap_or_default();
            let is_in_report = given == What::Other
                && (is_in_report(language, text, verb, at)
                    || is_put_in_report(language, text, at..end));
            if is_in_report { What::Report } else { given }
        }
        None if is_loose(language, text, at) => sought(words, text, at..end),
        None if is_put_in_report(language, text, at..end) => What::Report,
        None => What::Other,
    }
}

/// What is told by the words behind whom or what somebody is to keep: *keep Member States regularly informed*.
fn kept(words: &Words, text: &[Token], task: Range<usize>) -> Option<What> {
    let (length, ()) = words.keeps.at(text, task.start)?;
    let near = task.start + length..task.end.min(task.start + 18);
    words.kept.find(text, near).map(|(_, _, what)| what)
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
    let mut is_quoted = false;
    for at in within {
        let is_far = at > start + 8;
        is_quoted ^= text[at].is_one_of(&["\""]);
        match words.verbs.at(text, at).filter(|_| !is_quoted) {
            // *非政府组织*, *高级别审查* are nouns.
            Some(_) if is_part_of_noun(text, at) => {}
            // In *the report of* nobody reports.
            Some((_, Some(What::Report))) if is_noun(text, at) || is_spanish_noun(text, at) => {}
            Some((_, Some(What::Fund | What::Plan | What::Update))) if is_far => {}
            Some((_, Some(What::Review))) if is_examined(text, at, end) => return What::Other,
            Some((length, Some(found))) => return refine(words, text, at + length..end, found),
            Some((length, None)) => {
                let object = || put_before(words, text, start..at);
                match given(words, text, at, at + length..end).or_else(object) {
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

/// *Su informe*, *un informe*: the noun, and not *que informe*.
fn is_spanish_noun(text: &[Token], at: usize) -> bool {
    #[rustfmt::skip] // as few lines as it takes
    let determiners = [
        "su", "un", "el", "del", "al", "este", "ese", "dicho", "próximo", "último", "primer", "siguiente", "cada", "nuevo",
    ];
    text.get(at).is_some_and(|token| token.is_one_of(&["informe"]))
        && at > 0
        && text[at - 1].is_one_of(&determiners)
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
    if let Some(last) = last_noun(words, text, behind.clone()) {
        return Some(last);
    }
    if let Some(with) = given_with(words, text, verb, behind.clone()) {
        return Some(with);
    }
    // In Russian much stands before its noun.
    let is_russian = text[verb].word().starts_with(|c| ('а'..='я').contains(&c));
    let is_ascii = text[verb].word().is_ascii();
    let far = if is_russian {
        12
    } else if is_ascii {
        9
    } else {
        7
    };
    let near = match words.makes.at(text, verb) {
        Some(_) => behind.start..behind.end.min(behind.start + far),
        None => behind.clone(),
    };
    let found = object_of(words, text, verb, near);
    let is_put_into = text[verb].is_one_of(&["纳", "列"])
        && text.get(verb + 1).is_some_and(|t| t.is_one_of(&["入"]));
    if is_put_into && found == Some(What::Plan) {
        return None;
    }
    if is_russian && matches!(found, None | Some(What::Other)) {
        return russian_object(words, text, behind).or(found);
    }
    let is_arabic = text[verb].word().starts_with(|c| matches!(c, '\u{600}'..='\u{6ff}'));
    if is_arabic && matches!(found, None | Some(What::Other)) {
        return arabic_object(words, text, behind).or(found);
    }
    let is_given = words.makes.at(text, verb).is_none();
    if is_given && matches!(found, None | Some(What::Other)) {
        let told = information_behind_whom(words, text, behind.clone());
        if told.is_some() {
            return told;
        }
    }
    match found {
        // *To organize, in 2020, with the support of all, a dialogue*; *organize, …, a dialogue*.
        None | Some(What::Other) => behind_comma(words, text, behind).or(found),
        _ => found,
    }
}

/// What somebody is provided with: *to provide the Office with information*.
fn given_with(words: &Words, text: &[Token], verb: usize, behind: Range<usize>) -> Option<What> {
    let provides = ["provide", "providing", "furnish", "supply"];
    text[verb].is_one_of(&provides).then_some(())?;
    let far = behind.start..behind.end.min(behind.start + 16);
    let ends = |at: &usize| text[*at].is_one_of(&[",", ";"]);
    let end = far.clone().find(ends).unwrap_or(far.end);
    let with = (far.start + 1..end).find(|at| text[*at].is_one_of(&["with"]))? + 1;
    let found = words.nouns.find(text, with..end.min(with + 5))?.2;
    matches!(found, What::Report | What::Update | What::Briefing).then_some(found)
}

/// What stands behind a comma and an article, the object of a verb that much is inserted behind.
fn behind_comma(words: &Words, text: &[Token], within: Range<usize>) -> Option<What> {
    let far = within.start..within.end.min(within.start + 60);
    let articles = ["a", "an", "un", "une", "una"];
    let mut found = far.filter(|at| {
        let is_comma = text[*at].is_one_of(&[","]);
        is_comma && text.get(at + 1).is_some_and(|token| token.is_one_of(&articles))
    });
    let start = found.next()? + 1;
    object(words, text, start..within.end.min(start + 6)).filter(|what| *what != What::Other)
}

/// The object of a verb within the words where it may stand.
fn object_of(words: &Words, text: &[Token], verb: usize, near: Range<usize>) -> Option<What> {
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
        // What is quoted is the title of something: *the item entitled “Review of …”*.
        if let Some(behind) = behind_quotation(text, at..within.end) {
            at = behind;
            continue;
        }
        if let Some((length, ())) = words.session.at(text, at)
            && is_when(words, text, at)
        {
            at += length;
            continue;
        }
        if let Some((length, what)) = words.nouns.at(text, at) {
            let is_thing = !matches!(what, What::Report | What::Update | What::Fund | What::Other);
            if is_thing && is_in_phrase(text, within.start, at) {
                at += length;
                continue;
            }
            // Of two nouns that stand together the first may be what the second is made of.
            let next = words.nouns.at(text, at + length);
            return Some(
                next.map_or(what, |(_, next)| if what == What::Other { next } else { what }),
            );
        }
        if let Some(length) = basis(text, at) {
            at += length;
            continue;
        }
        if words.about.at(text, at).is_some() {
            // *, in accordance with its resolution, a report*: only inserted.
            at = behind_inserted(text, at, within.end)?;
            continue;
        }
        at += 1;
    }
    None
}

/// The word behind a quotation that begins at a word.
fn behind_quotation(text: &[Token], within: Range<usize>) -> Option<usize> {
    let is_quote = |at: &usize| text[*at].is_one_of(&["\""]);
    let close = || (within.start + 1..within.end).find(is_quote);
    is_quote(&within.start).then(close).flatten().map(|close| close + 1)
}

/// How many words *on a biennial basis*, *a partir de …,* and *عن طريق* have, which say no subject.
fn basis(text: &[Token], at: usize) -> Option<usize> {
    let is = |at: usize, words: &[&str]| text.get(at).is_some_and(|token| token.is_one_of(words));
    // *عن طريق لجنة*: through whom.
    if is(at, &["عن"]) && is(at + 1, &["طريق"]) {
        return Some(2);
    }
    // *A partir de la información aportada, un análisis*: what it is made of.
    if is(at, &["a", "à"]) && is(at + 1, &["partir"]) {
        return (2..24).find(|length| is(at + length, &[","]));
    }
    let is_on = is(at, &["on"]) && is(at + 1, &["a", "an"]);
    (3..=4).find(|length| is_on && is(at + length, &["basis"])).map(|length| length + 1)
}

/// Whether a noun belongs to an English preposition, and is no object: *adopt recommendations at the
/// meetings*.
fn is_in_phrase(text: &[Token], start: usize, noun: usize) -> bool {
    #[rustfmt::skip] // as few lines as it takes
    let prepositions = [
        "to", "at", "in", "of", "for", "through", "from", "by", "during", "under", "within",
        "between", "among", "against",
        "au", "aux", "dans", "en", "pour", "lors", "sous", "durant", "pendant", "durante", "al", "para", "bajo", "mediante",
    ];
    // *The results of the review*, *a series of seminars* are what they are of.
    #[rustfmt::skip] // as few lines as it takes
    let measures = [
        "results", "result", "outcome", "outcomes", "findings", "conclusions", "series", "set",
        "number", "round", "rounds", "proposals", "recommendations",
    ];
    let belongs = |at: usize| {
        let is_of = text[at].is_one_of(&["of"]) && at > start;
        // *An in-depth study*.
        let is_word = text.get(at + 1).is_none_or(|next| !next.is_tied);
        text[at].is_one_of(&prepositions)
            && is_word
            && !(is_of && text[at - 1].is_one_of(&measures))
    };
    #[rustfmt::skip] // as few lines as it takes
    let determiners = [
        "the", "a", "an", "its", "their", "those", "these", "all", "each", "any", "le", "la", "les", "un", "une", "ses",
        "leurs", "ces", "el", "los", "las", "una", "unos", "unas", "sus", "esos", "esas",
    ];
    for at in (start.max(noun.saturating_sub(5))..noun).rev() {
        let token = &text[at];
        let is_number = token.word().starts_with(|c: char| c.is_ascii_digit());
        if token.is_one_of(&prepositions) {
            return belongs(at);
        }
        if token.is_sign() || is_number {
            return false;
        }
        if token.is_one_of(&determiners) {
            let before = at.checked_sub(1).filter(|before| *before >= start);
            return before.is_some_and(belongs);
        }
    }
    false
}

/// The article behind words that stand between commas, the first of which is just before a word.
fn behind_inserted(text: &[Token], at: usize, end: usize) -> Option<usize> {
    let is_comma = |at: usize| text.get(at).is_some_and(|token| token.is_one_of(&[","]));
    let is_inserted = at.checked_sub(1).is_some_and(is_comma);
    let comma = (at + 1..end.min(at + 30)).find(|at| is_comma(*at)).filter(|_| is_inserted)?;
    let articles = ["a", "an", "un", "une", "una"];
    text.get(comma + 1).filter(|token| token.is_one_of(&articles)).map(|_| comma + 1)
}

fn skip_markers(language: Language, text: &[Token], at: usize) -> usize {
    let small: &[&str] = match language {
        Language::English => &["to", "its", "their", "his", "regularly"],
        Language::French => &[
            "de",
            "d",
            "à",
            "lui",
            "leur",
            "la",
            "le",
            "les",
            "l",
            "s",
            "se",
            "y",
            "régulièrement",
            "toute",
            "urgence",
            "sérieusement",
            "également",
        ],
        Language::Spanish => &["a", "le", "la", "les", "lo", "también", "seriamente"],
        Language::Arabic => &["في", "ايضا", "كذلك"],
        Language::Russian => &["и", "ей", "ему", "свою", "свои", "также"],
        Language::Chinese => &[],
    };
    let mut at = at;
    while text.get(at).is_some_and(|token| token.is_one_of(small)) {
        at += 1;
    }
    at
}
