//! Objects that stand elsewhere than just behind their verb: far behind it, in Russian and Arabic; before it, in Chinese;
//! and a fund that is named. Knows words, not whose task it is.

use std::ops::Range;

use super::{frame_arabic, mandate::What, tokens::Token, words::Words};
use crate::document::Language;

/// *Contribute to the Central Emergency Response Fund*: to one that is named.
pub(super) fn contributes_to_fund(text: &[Token], task: Range<usize>) -> bool {
    let is = |at: usize, words: &[&str]| text.get(at).is_some_and(|token| token.is_one_of(words));
    let small = [
        "the",
        "trust",
        "voluntary",
        "of",
        "for",
        "and",
        "this",
        "that",
        "special",
        "multi",
        "donor",
        "partner",
    ];
    let is_named =
        |at: &usize| text[*at].is_capital || text[*at].is_tied || text[*at].is_one_of(&small);
    let start = task.start;
    let to = start + 1 + usize::from(is(start + 1, &["generously", "financially", "further"]));
    let near = to + 1..task.end.min(to + 12);
    is(start, &["contribute", "contributing"])
        && is(to, &["to"])
        && near.take_while(is_named).any(|at| is(at, &["fund", "funds"]))
}

/// The object of a Chinese verb that stands before it: *将该报告作为正式文件分发*.
pub(super) fn put_before(words: &Words, text: &[Token], before: Range<usize>) -> Option<What> {
    let is = |at: usize, words: &[&str]| text.get(at).is_some_and(|token| token.is_one_of(words));
    let start = before.start + usize::from(is(before.start, &["并"]));
    let near = start + 1..before.end.min(start + 13);
    let is_put = is(start, &["将", "把"]);
    let goes_on = |at: usize| {
        at >= before.end || is(at, &["作", "向", "提", "转", "分", "送", "酌", "及", "尽"])
    };
    let found = words.reports.find(text, near).filter(|(at, length, ())| goes_on(at + length));
    found.filter(|_| is_put).map(|_| What::Report)
}

/// Whether something is given in a report, which Chinese says before the verb: *在报告中提出建议*.
pub(super) fn is_in_report(language: Language, text: &[Token], start: usize, verb: usize) -> bool {
    let is = |at: usize, word: &str| text.get(at).is_some_and(|token| token.is_one_of(&[word]));
    language == Language::Chinese && verb > start + 3 && is(verb - 1, "中") && is(verb - 2, "告")
}

/// What Russian says behind much else, by the form in which an object stands: *провести в первой половине 2020 года …
/// диалог*.
pub(super) fn russian_object(words: &Words, text: &[Token], within: Range<usize>) -> Option<What> {
    #[rustfmt::skip] // as few lines as it takes
    let objects = [
        "доклад", "диалог", "совещание", "заседание", "конференцию", "брифинг", "исследование", "дискуссию",
        "обзор", "форум", "семинар", "консультации", "доклады", "брифинги", "семинары",
        "практикум", "практикумы", "диалоги", "встречу", "информацию", "сведения", "отчет",
        "планы", "стратегии", "стратегию",
    ];
    let far = within.start..within.end.min(within.start + 36);
    // *В национальные планы действий*: an adjective or two may stand between.
    let is_adjective = |at: usize| {
        let endings = ["ые", "ие", "ый", "ий", "ую", "юю", "ой"];
        endings.iter().any(|ending| text[at].word().ends_with(ending))
    };
    let is_behind = |at: usize| {
        let adjectives = (1..=3).take_while(|back| at > *back && is_adjective(at - back)).count();
        let before = at.checked_sub(adjectives + 1);
        before.is_some_and(|at| text[at].is_one_of(&["в", "на", "за", "через", "под", "и"]))
    };
    let is_whole = |at: &usize| text[*at].is_one_of(&objects) && !is_behind(*at);
    let at = unquoted(text, far).into_iter().find(is_whole)?;
    words.nouns.at(text, at).map(|(_, what)| what)
}

/// What Arabic says behind much else, by the form in which an object stands: *أن ينظم، بدعم من …، خلال الدورة …، حوارا*.
pub(super) fn arabic_object(words: &Words, text: &[Token], within: Range<usize>) -> Option<What> {
    #[rustfmt::skip] // as few lines as it takes
    let objects = [
        "تقريرا", "تقريره", "تقريرها", "حوارا", "اجتماعا", "اجتماعين", "مؤتمرا", "منتدي", "احاطه", "استعراضا", "موجزا", "ندوه",
        "مشاورات", "افاده",
    ];
    let far = within.start..within.end.min(within.start + 60);
    // *المساعدة في تقريره*: in it, not it.
    let is_behind = |at: usize| {
        let before = at.checked_sub(1).map(|before| &text[before]);
        before.is_some_and(|token| {
            token.is_one_of(&["في", "من", "علي", "الي", "عن", "بعد", "قبل", "خلال", "عقب", "اثناء"])
                || frame_arabic::is_arabic_action(token)
        })
    };
    let is_whole = |at: &usize| text[*at].is_one_of(&objects) && !is_behind(*at);
    let at = unquoted(text, far).into_iter().find(is_whole)?;
    words.nouns.at(text, at).map(|(_, what)| what)
}

/// *Fournir à l’Office des informations*, *facilitar a la Oficina información*: what stands behind whom it is given to.
pub(super) fn information_behind_whom(
    words: &Words,
    text: &[Token],
    within: Range<usize>,
) -> Option<What> {
    let is = |at: usize, words: &[&str]| text.get(at).is_some_and(|token| token.is_one_of(words));
    if !is(within.start, &["à", "au", "aux", "a", "al"]) {
        return None;
    }
    #[rustfmt::skip] // as few lines as it takes
    let some = ["des", "les", "ses", "leurs", "ces", "toutes", "tous", "amples"];
    let belongs = ["de", "del", "y", "e", "en", "sobre", "la"];
    let far = within.start + 2..within.end.min(within.start + 30);
    for at in far {
        if is(at, &[",", ";"]) || words.about.at(text, at).is_some() {
            return None;
        }
        let is_french = is(at, &["informations", "renseignements"]) && is(at - 1, &some);
        let is_spanish = is(at, &["información"])
            && (!is(at - 1, &belongs) || is(at - 1, &["la"]) && !is(at - 2, &belongs));
        if is_french || is_spanish {
            return words.nouns.at(text, at).map(|(_, what)| what);
        }
    }
    None
}

/// *Intégrer dans son rapport annuel*, *incluir en su informe*: what is said in a report, in the languages that have
/// other words for that than for what is put into anything else.
pub(super) fn is_put_in_report(language: Language, text: &[Token], task: Range<usize>) -> bool {
    let is = |at: usize, words: &[&str]| text.get(at).is_some_and(|token| token.is_one_of(words));
    if language == Language::English {
        return is_put_in_english_report(text, task);
    }
    #[rustfmt::skip] // as few lines as it takes
    let (puts, within, reports): (&[&str], &[&str], &[&str]) = match language {
        Language::French => (
            &["intégrer", "insérer", "incorporer", "inclure", "aborder", "traiter", "évoquer", "consigner"],
            &["dans"],
            &["rapport", "rapports"],
        ),
        Language::Spanish => (
            &["incluir", "incluya", "incluyan", "incorporar", "incorpore", "incorporen", "abordar", "aborde", "aborden", "integrar", "integre"],
            &["en"],
            &["informe", "informes"],
        ),
        _ => return false,
    };
    let near = task.start + 1..task.end.min(task.start + 12);
    let is_report = |at: usize| (at + 2..=at + 4).any(|at| at < task.end && is(at, reports));
    is(task.start, puts) && near.into_iter().any(|at| is(at, within) && is_report(at))
}

/// *To include progress made in his next report*: far behind the verb as well.
fn is_put_in_english_report(text: &[Token], task: Range<usize>) -> bool {
    let is = |at: usize, words: &[&str]| text.get(at).is_some_and(|token| token.is_one_of(words));
    #[rustfmt::skip] // as few lines as it takes
    let puts = [
        "include", "incorporate", "integrate", "reflect", "address", "cover", "insert", "highlight", "describe", "outline",
        "mention", "including", "incorporating", "reflecting", "addressing", "detail",
    ];
    // *The recommendations contained in his report*: where they are.
    #[rustfmt::skip] // as few lines as it takes
    let told = [
        "contained", "set", "outlined", "made", "identified", "described", "presented", "proposed", "recommended", "noted",
        "mentioned", "highlighted", "referred", "recommendations", "conclusions", "proposals", "findings", "observations",
        "out", "forth", "issues", "concerns",
    ];
    let whose = ["his", "her", "its", "their", "the", "a", "each", "such", "that"];
    let near = task.start + 1..task.end.min(task.start + 40);
    let end = near.clone().find(|at| is(*at, &[";", ":", "."])).unwrap_or(near.end);
    let is_report = |at: usize| {
        let mut behind =
            (at + 2..at + 7).take_while(|at| !text.get(*at).is_none_or(Token::is_sign));
        behind.any(|at| at < end && is(at, &["report", "reports", "reporting"]))
    };
    // *Into his report*, *as part of his report*.
    let is_in = |at: usize| {
        let is_within = is(at, &["in", "into"]) || is(at, &["of"]) && is(at - 1, &["part"]);
        is_within && is(at + 1, &whose) && !is(at - 1, &told) && is_report(at)
    };
    is(task.start, &puts) && (near.start..end).any(is_in)
}

/// The word behind what is inserted behind *to continue*: *continuer, selon qu’il conviendra, de présenter*.
pub(super) fn behind_aside(language: Language, text: &[Token], within: Range<usize>) -> usize {
    let is_comma = |at: &usize| text.get(*at).is_some_and(|token| token.is_one_of(&[","]));
    let start = within.start;
    if matches!(language, Language::English | Language::Chinese) || !is_comma(&start) {
        return start;
    }
    let close = (start + 1..within.end.min(start + 20)).find(is_comma);
    close.map_or(start, |comma| comma + 1)
}

/// The noun of what is to be done, where an Arabic one only says that it is: *والقيام، عند الضرورة، بالإبلاغ*.
pub(super) fn behind_doing(language: Language, text: &[Token], at: usize) -> usize {
    if language != Language::Arabic {
        return at;
    }
    frame_arabic::doing_behind(text, at).unwrap_or(at)
}

/// The words of a stretch that stand in no quotation, which is the title of something.
fn unquoted(text: &[Token], within: Range<usize>) -> Vec<usize> {
    let mut is_quoted = false;
    within
        .filter(|at| {
            is_quoted ^= text[*at].is_one_of(&["\""]);
            !is_quoted
        })
        .collect()
}
