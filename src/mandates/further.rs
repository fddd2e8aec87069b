//! What else somebody is asked to do behind the first thing: *and to report*, *, to meet*. Knows the frame, not what
//! the words mean; tells what is another task from what says what for, or of what.

use super::{
    aims::is_aim, asking::skip_modifiers, frame, frame_arabic, frame_spanish, tasks::Task,
    tokens::Token, words::Words,
};
use crate::document::Language;

/// The tasks behind the first one: *and to*, *, to*.
pub(super) fn further(
    language: Language,
    words: &Words,
    text: &[Token],
    end: usize,
    tasks: &mut Vec<Task>,
) {
    let Some(first) = tasks.first() else { return };
    let (first_is_bare, first_verb) = (first.marker == first.verb, first.verb);
    let mut at = first.verb + 1;
    while at < end {
        let Some((length, _)) = joint(language, words, text, at) else {
            at += 1;
            continue;
        };
        let start = skip_modifiers(words, text, at + length);
        let behind = behind_pair(language, text, behind_session(language, words, text, start));
        let last = tasks.last().map_or(0, |task| task.verb);
        let place =
            Joint { language, words, text, at, behind, last, end, first_is_bare, first_verb };
        let Some(verb) = place.next() else {
            at += length.max(1);
            continue;
        };
        // *Envisager, selon qu’il conviendra, d’inclure* is one thing to do.
        let is_comma = |at: usize| text[at].is_one_of(&[","]);
        let is_aside = language != Language::English
            && is_comma(at)
            && is_comma(last + 1)
            && at > last + 1
            && !text[last + 2..at].iter().any(|token| token.is_one_of(&[","]))
            && words.continues.at(text, last).is_some();
        if is_aside {
            at += 1;
            continue;
        }
        if let Some(last) = tasks.last_mut() {
            last.end = at;
        }
        tasks.push(Task { start, marker: behind, verb, end, what: None });
        at = verb + 1;
    }
}

/// A place where another task may begin.
struct Joint<'a> {
    language: Language,
    words: &'a Words,
    text: &'a [Token],
    /// The *and*, the comma.
    at: usize,
    /// The word behind it, and behind what is inserted.
    behind: usize,
    /// The verb of the task that was found last.
    last: usize,
    /// The word behind all.
    end: usize,
    /// Whether the first task has a verb without a *to*.
    first_is_bare: bool,
    first_verb: usize,
}

impl Joint<'_> {
    /// The verb of the task that begins here.
    fn next(&self) -> Option<usize> {
        let found = self.marked().or_else(|| self.bare()).or_else(|| self.spanish());
        found.or_else(|| self.action()).filter(|verb| *verb < self.end)
    }

    /// One with a *to* of its own.
    fn marked(&self) -> Option<usize> {
        let Self { language, words, text, at, behind, .. } = *self;
        let is_bare = self.first_is_bare && language == Language::Spanish;
        let infinitive = || {
            (is_bare && frame_spanish::is_spanish_infinitive(text.get(behind)?)).then_some(behind)
        };
        frame::task_at(language, text, behind)
            .or_else(|| behind_adverbs(language, text, behind))
            .or_else(infinitive)
            .filter(|verb| *verb < self.end && !is_passive(language, text, at, *verb))
            .filter(|verb| !is_aim(language, words, text, (self.last, at..self.end), *verb))
    }

    /// One that goes on with the *to* of the first. One that stands far from its fellow belongs to another verb, unless it
    /// is what reports are given by.
    fn bare(&self) -> Option<usize> {
        let Self { language, words, text, at, behind, last, .. } = *self;
        let gives = language == Language::English
            && text.get(behind).is_some_and(|token| {
                let is_given = token.is_one_of(&["submit", "present"])
                    || token.is_one_of(&["report"]) && reports_to(text, behind + 1);
                // *To examine ways to strengthen it and submit recommendations*: nothing else is submitted.
                at - last <= 16 && is_given || token.is_one_of(&["submit"]) && at - last <= 40
            });
        let is_near = at - last <= 4 || gives || language == Language::Spanish;
        let is_item = self.first_is_bare && language == Language::English;
        let is_lower = text.get(behind).is_some_and(|token| !token.is_capital && !token.is_sign());
        let tells = || is_item && is_lower && words.verbs.at(text, behind).is_some();
        let keeps = || {
            let is_kept = language == Language::English && words.keeps.at(text, behind).is_some();
            let kept = || words.kept.find(text, behind..self.end.min(behind + 12)).is_some();
            let is_apart = at - last <= 4 || text[at - 1].is_one_of(&[","]);
            is_kept && text[at].is_one_of(&["and"]) && is_apart && kept()
        };
        let near = bare(language, words, text, behind).filter(|_| is_near);
        near.or_else(|| (tells() || keeps()).then_some(behind)).filter(|verb| *verb < self.end)
    }

    /// A Spanish verb in the form that the first one has.
    fn spanish(&self) -> Option<usize> {
        let Self { words, text, at, behind, last, end, first_verb, .. } = *self;
        let first = text.get(first_verb).filter(|_| self.language == Language::Spanish)?;
        let is_and = text[at].is_one_of(&["y", "e"]);
        let is_far = at - last > 4 || at - last > 2 && has_object(&text[last + 1..at]);
        let (is_y, is_plain) = (is_and && is_far, !has_relative(&text[last..at]));
        let is_comma = text[at].is_one_of(&[","]) && is_plain;
        let is_plural = (is_y || is_comma) && frame_spanish::is_spanish_plural(first);
        let plural = frame_spanish::spanish_plural_at(text, behind);
        if let Some(verb) = plural.filter(|verb| is_plural && *verb < end) {
            return Some(verb);
        }
        let token = text.get(behind)?;
        let small =
            |at: &usize| text.get(*at).is_some_and(|t| t.is_one_of(frame_spanish::PRONOUNS));
        let verb = behind + (behind..behind + 2).take_while(small).count();
        let is_one = is_y && is_plain && frame_spanish::is_spanish_singular(first);
        if is_one && text.get(verb).is_some_and(frame_spanish::is_spanish_singular) {
            return Some(verb);
        }
        // *A seguir participando y contribuyendo*.
        let near = first_verb + 1..text.len().min(first_verb + 3);
        let goes_on = is_and
            && words.continues.at(text, first_verb).is_some()
            && text[near].iter().any(frame_spanish::is_spanish_gerund);
        (goes_on && frame_spanish::is_spanish_gerund(token)).then_some(behind)
    }

    /// An Arabic noun of doing.
    fn action(&self) -> Option<usize> {
        if self.language != Language::Arabic {
            return None;
        }
        let first = &self.text[self.first_verb];
        let is_listed = frame_arabic::is_arabic_action(first)
            || first.word().strip_prefix('ب').is_some_and(frame_arabic::is_arabic_doing);
        let last = frame_arabic::doing_behind(self.text, self.last).unwrap_or(self.last);
        let action = || further_action(self.text, last.min(self.at), self.at, self.behind);
        if is_listed { action() } else { self.verbal() }
    }

    /// An Arabic verb that goes on with the *أن* of the first: *أن يواصل … ويقدم*.
    fn verbal(&self) -> Option<usize> {
        let Self { words, text, at, behind, last, first_verb, .. } = *self;
        let token = text.get(behind).filter(|_| goes_on_as_verb(text, at))?;
        let letter = |word: &str| word.chars().next();
        let is_same = letter(text[first_verb].word()) == token.word().chars().nth(1);
        #[rustfmt::skip] // as few lines as it takes
        let clauses = ["التي", "الذي", "الذين", "اللذين", "مما", "بحيث", "حتي", "لكي", "كي", "حيث", "بما", "ما", "من", "قد", "لم", "اذ"];
        let is_plain = !text[last + 1..at].iter().any(|token| token.is_one_of(&clauses));
        let is_known =
            words.verbs.at(text, behind).is_some() || words.continues.at(text, behind).is_some();
        (is_same && is_plain && is_known && at >= last + 3).then_some(behind)
    }
}

/// A Russian infinitive behind adverbs: *и регулярно представлять*.
fn behind_adverbs(language: Language, text: &[Token], at: usize) -> Option<usize> {
    #[rustfmt::skip] // as few lines as it takes
    let known = ["также", "далее", "впредь", "вновь", "устно", "ежегодно", "лично", "совместно", "в", "первоочередном", "порядке"];
    let is_adverb = |at: &usize| {
        text.get(*at).is_some_and(|token| {
            token.is_one_of(&known)
                || token.word().ends_with("но")
                || token.word().ends_with("ески")
        })
    };
    let verb = at + (at..at + 4).take_while(is_adverb).count();
    (language == Language::Russian && verb > at)
        .then(|| frame::task_at(language, text, verb))
        .flatten()
}

/// The noun of doing behind a comma, or behind an *and* without one, that goes on with the task whose verb was last.
fn further_action(text: &[Token], last: usize, joint: usize, behind: usize) -> Option<usize> {
    let is_far = joint - last >= 2 && goes_on_far(text, joint);
    let is_joint = text[joint].is_one_of(&[","]) || text[joint].is_one_of(JOINED_ACTIONS) || is_far;
    // *وضع خطط وطنية، أو استعراض ما هو موجود منها*.
    let is_or = text[joint].is_one_of(&["او"]) && joint > 0 && text[joint - 1].is_one_of(&[","]);
    if is_or && says_no_aim(&text[last..joint]) {
        return text
            .get(behind)
            .filter(|token| frame_arabic::is_arabic_action(token))
            .map(|_| behind);
    }
    let goes_on = is_joint && says_no_aim(&text[last..joint]);
    text.get(behind).filter(|token| goes_on && frame_arabic::is_further_arabic_action(token))?;
    Some(behind)
}

/// Whether a noun of doing with its *and*, far behind a task, is another one: it stands without the article, or is one
/// of those that have it, *والنظر في*; and not beside another one with which it has its object, *منع ومكافحة الإرهاب*.
fn goes_on_far(text: &[Token], at: usize) -> bool {
    #[rustfmt::skip] // as few lines as it takes
    let with_article = [
        "والنظر", "والامتناع", "والقيام", "والعمل", "والسعي", "والشروع", "والكف", "والتوقف", "والاستجابه", "والانضمام",
        "والتقيد", "والالتزام", "والامتثال", "والاضطلاع", "والاستفاده", "والاستثمار", "والتصدي", "والمساهمه", "والاسهام", "والنهوض", "والترويج", "والحفاظ", "والوفاء", "والتحقق", "والتعجيل",
    ];
    let token = &text[at];
    let is_bare = !token.word().starts_with("وال") && frame_arabic::is_further_arabic_action(token);
    let before = at.checked_sub(1).map(|before| &text[before]);
    let has_article =
        |token: &Token| token.word().strip_prefix('و').unwrap_or(token.word()).starts_with("ال");
    // *منع ومكافحة الإرهاب*; but *تعزيز التعاون وتبادل الخبرات*.
    let is_beside = before.is_some_and(|before| {
        let is_action = frame_arabic::is_arabic_action(before)
            || frame_arabic::is_further_arabic_action(before);
        is_action && has_article(before) == has_article(token)
    });
    // *والمشاركة في حوار*; but *تعزيز التمثيل والمشاركة*.
    let is_in = token.is_one_of(&["والمشاركه", "والدخول", "والانخراط"])
        && text.get(at + 1).is_some_and(|next| next.is_one_of(&["في"]));
    !is_beside && (is_bare || is_in || token.is_one_of(&with_article))
}

/// Whether a word may be an Arabic *and* and a verb, *ويواصل*, and no noun of doing.
fn goes_on_as_verb(text: &[Token], at: usize) -> bool {
    let Some(token) = text.get(at) else { return false };
    let verb = token.word().strip_prefix('و');
    let is_verb = verb.is_some_and(|verb| {
        verb.starts_with(['ي', 'ت']) && verb.chars().count() > 3 && !verb.ends_with('ه')
    });
    is_verb && !frame_arabic::is_further_arabic_action(token)
}

/// Nouns of doing that go on behind an Arabic *and* without a comma, as they are seldom what something else is of.
const JOINED_ACTIONS: &[&str] =
    &["وتقديم", "واتخاذ", "وكفاله", "وضمان", "ومواصله", "والنظر", "والامتناع", "وايلاء"];

/// Whether no Arabic words say what for or by what: what follows them belongs to them.
fn says_no_aim(words: &[Token]) -> bool {
    #[rustfmt::skip] // as few lines as it takes
    let aims = [
        "بغيه", "بهدف", "اجل", "لغرض", "طريق", "بسبل", "خلال", "بوسائل", "منها", "ذلك", "بطرق", "سبيل", "يشمل",
        "حيث", "بما", "التي", "الراميه", "المبذوله", "اهميه", "ضروره", "بغرض", "قصد", "مثل",
    ];
    // *لتعزيز*, *في تنفيذ*: what follows is what that is for, or of.
    let is_aim = |at: usize| {
        let Some(token) = words.get(at).filter(|_| at > 0) else { return false };
        let is_tied = ["لل", "ل", "ب"].iter().any(|particle| {
            token.word().strip_prefix(particle).is_some_and(frame_arabic::is_arabic_doing)
        });
        let is_behind = words[at - 1].is_one_of(&["في", "عن", "علي", "من", "بشان", "الي"]);
        is_tied
            || is_behind && !token.word().starts_with("ال") && frame_arabic::is_arabic_action(token)
    };
    !words.iter().any(|token| token.is_one_of(&aims)) && !(2..words.len()).any(is_aim)
}

/// *And*, or in Arabic the word that is written as one with it.
fn joint(language: Language, words: &Words, text: &[Token], at: usize) -> Option<(usize, ())> {
    if let Some(found) = words.and.at(text, at) {
        return Some(found);
    }
    let is_joined = language == Language::Arabic
        && text.get(at).is_some_and(|token| {
            token.is_one_of(&["وان", "والي", "وعلي"])
                || token.is_one_of(JOINED_ACTIONS)
                || goes_on_far(text, at)
                || goes_on_as_verb(text, at)
        });
    is_joined.then_some((0, ()))
}

/// Whether what is done is named already, so that it is not what the next verb does: *respeten el derecho y se abstengan*.
fn has_object(words: &[Token]) -> bool {
    #[rustfmt::skip] // as few lines as it takes
    let determiners = ["el", "la", "los", "las", "un", "una", "su", "sus", "todas", "todos", "esas", "esos", "plenamente", "a"];
    words.first().is_some_and(|token| token.is_one_of(&determiners))
}

/// Whether Spanish words begin a clause of their own: *para quienes no hayan recibido educación, hayan abandonado*.
fn has_relative(words: &[Token]) -> bool {
    #[rustfmt::skip] // as few lines as it takes
    let relative = ["que", "quien", "quienes", "cuyo", "cuya", "cuyos", "cuyas", "cuando", "donde", "si", "cual", "cuales"];
    words.iter().skip(1).any(|token| token.is_one_of(&relative))
}

/// The word behind what is inserted behind *and*: *y, cuando proceda, intensifiquen*.
fn behind_pair(language: Language, text: &[Token], at: usize) -> usize {
    let is_comma = |at: usize| text.get(at).is_some_and(|token| token.is_one_of(&[","]));
    let is_pair = language == Language::Spanish && is_comma(at);
    let close = (at + 1..at + 9).find(|at| is_comma(*at)).filter(|_| is_pair);
    close.map_or(at, |close| close + 1)
}

/// Whether *report* is the verb: *and report to the Council*, *and report annually*.
fn reports_to(text: &[Token], at: usize) -> bool {
    let words = ["to", "back", "thereon", "annually", "regularly", "periodically"];
    let behind = frame::behind_aside(text, at);
    let is_aside = behind > at && text.get(behind).is_some_and(|token| token.is_one_of(&["on"]));
    is_aside || text.get(behind).is_some_and(|token| token.is_one_of(&words))
}

/// The word behind a session that stands before what is to be done then: *y en su próximo período de sesiones la informe*.
fn behind_session(language: Language, words: &Words, text: &[Token], at: usize) -> usize {
    let is = |at: usize, word: &str| text.get(at).is_some_and(|token| token.is_one_of(&[word]));
    if language != Language::Spanish || !is(at, "en") || !is(at + 1, "su") {
        return at;
    }
    let found = words.session.find(text, at..text.len().min(at + 8));
    let behind = found.map_or(at, |(start, length, ())| start + length);
    behind + usize::from(behind > at && is(behind, ","))
}

/// *, to be held in 2016*: no task.
fn is_passive(language: Language, text: &[Token], joint: usize, verb: usize) -> bool {
    language == Language::English
        && text[joint].is_sign()
        && text[verb].is_one_of(&["be", "which", "become", "include"])
}

/// A verb without its own *to*, if it tells what is to come.
fn bare(language: Language, words: &Words, text: &[Token], at: usize) -> Option<usize> {
    let verb = frame::bare_task_at(language, text, at)?;
    let (_, found) = words.verbs.at(text, verb)?;
    // *, proporcionando asistencia*: how.
    if language == Language::Spanish && frame_spanish::is_spanish_gerund(&text[verb]) {
        return None;
    }
    let tells = found.is_some()
        || language != Language::English
        || text[verb].is_one_of(&["submit", "present", "provide", "prepare"]);
    tells.then_some(verb)
}
