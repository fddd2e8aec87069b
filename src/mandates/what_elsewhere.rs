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
        "практикум", "практикумы", "диалоги", "встречу",
    ];
    let far = within.start..within.end.min(within.start + 36);
    let is_behind =
        |at: usize| at > 0 && text[at - 1].is_one_of(&["в", "на", "за", "через", "под"]);
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
