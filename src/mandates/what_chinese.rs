//! What Chinese has of its own where an object tells what is to come: places that stand before the verb, verbs that are part
//! of nouns, the noun at the end of a clause. Knows words, not who is asked.

use std::ops::Range;

use super::{mandate::What, tokens::Token, words::Words};
use crate::document::Language;

/// The word behind what something is done in, where Chinese says that first: *在其提交大会的报告中列入*.
pub(super) fn behind_place(language: Language, text: &[Token], clause: Range<usize>) -> usize {
    let is = |at: usize, words: &[&str]| text.get(at).is_some_and(|token| token.is_one_of(words));
    if language != Language::Chinese || !is(clause.start, &["在"]) {
        return clause.start;
    }
    let place = |at: &usize| is(*at, &["中"]) && is(*at - 1, &["告", "分", "件", "章"]);
    (clause.start + 1..clause.end).find(place).map_or(clause.start, |at| at + 1)
}

/// Whether something is to be examined, not reviewed: *继续审查关岛问题*.
pub(super) fn is_examined(text: &[Token], verb: usize, clause_end: usize) -> bool {
    let is = |at: usize, word: &str| text.get(at).is_some_and(|token| token.is_one_of(&[word]));
    let is_sign = |at: &usize| text[*at].is_sign();
    let end = (verb..clause_end).find(is_sign).unwrap_or(clause_end);
    let ends_in =
        |words: [&str; 2]| end > verb + 2 && is(end - 2, words[0]) && is(end - 1, words[1]);
    is(verb, "审")
        && (is(verb + 1, "查") || is(verb + 1, "议"))
        && (ends_in(["问", "题"]) || ends_in(["状", "况"]))
}

/// Whether a Chinese verb is part of a noun: *非政府组织*, *高级别审查*, *审查进程*.
pub(super) fn is_part_of_noun(text: &[Token], at: usize) -> bool {
    let is = |at: usize, words: &[&str]| text.get(at).is_some_and(|token| token.is_one_of(words));
    let is_before = |words: &[&str]| at > 0 && is(at - 1, words);
    #[rustfmt::skip] // as few lines as it takes
    let whose = [
        "府", "际", "国", "域", "社", "会", "卫", "约", "合", "关", "党", "盟", "助", "救", "义", "展", "易", "生", "工", "劳", "他",
        "织", "间", "贸", "教", "文", "该", "些",
    ];
    // *在会议期间组织*.
    let is_time = at > 1 && is(at - 1, &["间"]) && is(at - 2, &["期"]);
    let is_organization = is(at, &["组"]) && is(at + 1, &["织"]) && is_before(&whose) && !is_time;
    let is_review = is(at, &["审"])
        && is(at + 1, &["查"])
        && (is_before(&["别", "期", "同"])
            || is(at + 2, &["进", "会", "期", "机", "周", "组", "大"]));
    is_organization || is_review
}

/// Whether the Chinese word for *report* is the noun: *his report*, *the rapporteur*.
pub(super) fn is_noun(text: &[Token], at: usize) -> bool {
    let before = at.checked_sub(1).and_then(|before| text.get(before));
    #[rustfmt::skip] // as few lines as it takes
    let before_verb = [
        "会", "议", "续", "长", "时", "期", "部", "处", "组", "团", "署", "年", "头", "详", "并", ",", "向", "局",
        "员", "每", "月", "次", "内", "地", "开",
    ];
    let is_chinese = text.get(at).is_some_and(|token| token.is_one_of(&["报"]));
    is_chinese && before.is_some_and(|token| !token.is_one_of(&before_verb))
        || text.get(at + 2).is_some_and(|token| token.is_one_of(&["员", "中", "所"]))
}

/// The noun at the end of a Chinese clause, where what belongs to a noun stands before it.
pub(super) fn last_noun(words: &Words, text: &[Token], clause: Range<usize>) -> Option<What> {
    let is_han = |token: &Token| token.word().starts_with(|c: char| c > '\u{2e7f}');
    let last = clause.clone().rev().find(|at| !text[*at].is_sign())?;
    if !is_han(&text[last]) {
        return None;
    }
    let longest = (clause.start.max(last.saturating_sub(7))..=last)
        .find_map(|at| words.nouns.at(text, at).filter(|(length, _)| at + length == last + 1));
    // *纳入战略*: it is put into one that is there.
    let is_put_into = (clause.start..clause.end).any(|at| {
        text[at].is_one_of(&["纳"])
            && text.get(at + 1).is_some_and(|token| token.is_one_of(&["入"]))
    });
    // *提交大会第七十六届会议*: at which session.
    let is_session = |noun: usize| noun > 0 && text[noun - 1].is_one_of(&["届"]);
    let noun = longest.map(|(length, _)| last + 1 - length);
    let longest = longest.filter(|_| !noun.is_some_and(is_session));
    let told = longest.map(|(_, what)| what).filter(|what| *what != What::Other);
    told.filter(|what| *what != What::Plan || !is_put_into)
}
