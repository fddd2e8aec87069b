//! Whether a draft says when what it asks is looked at again, and when it ends. Knows words of six
//! languages for that, and mandates.

use super::{Finding, Subject, requests::is_of_many};
use crate::{
    document::{Act, Block, Document, Part},
    mandates::{Mandate, What},
};

/// Words that end a mandate, or say when it ends.
const SUNSET: [&str; 26] = [
    "sunset",
    "shall expire",
    "will expire",
    "shall terminate",
    "shall cease",
    "unless extended",
    "for a period of",
    "for a further period",
    "until its next review",
    "be discontinued",
    "unless otherwise decided",
    "unless otherwise agreed",
    "retirement clause",
    "extinction",
    "pour une période",
    "sauf décision contraire",
    "por un período",
    "a menos que",
    "на период до",
    "если не будет принято иное",
    "сроком на",
    "为期",
    "除非另有",
    "لفترة",
    "ما لم يتقرر",
    "for the last time",
];

/// Words by which a text is to be looked at again.
const REVIEW: [&str; 26] = [
    "review the implementation of the present resolution",
    "to review",
    "comprehensive review",
    "keep under review",
    "appraise progress",
    "follow-up to and review",
    "under the item",
    "under the sub-item",
    "under the agenda item",
    "remain seized",
    "for consideration by the",
    "consideration of the",
    "decides to consider",
    "remain actively seized",
    "provisional agenda",
    "continue its consideration",
    "ordre du jour provisoire",
    "l’examen",
    "programa provisional",
    "examen",
    "предварительную повестку дня",
    "обзор",
    "临时议程",
    "审查",
    "جدول الأعمال المؤقت",
    "استعراض",
];

pub(super) fn check(draft: &Document, asked: &[Mandate], found: &mut Vec<Finding>) {
    let mut recurs: Vec<String> = asked
        .iter()
        .filter(|mandate| is_again_and_again(draft, mandate))
        .map(|mandate| mandate.cite.to_string())
        .collect();
    recurs.dedup();
    // A meeting is held once, and needs no review.
    let is_asking =
        asked.iter().any(|mandate| !matches!(mandate.what, What::Other | What::Meeting));
    // A declaration that is annexed asks as well, and may say itself when its progress is appraised.
    let is_text = |block: &&Block| matches!(block.part, Part::Operative | Part::Annex);
    let has = |words: &[&str]| {
        let operative = draft.blocks.iter().filter(is_text);
        operative
            .map(|block| block.text.to_lowercase())
            .any(|text| words.iter().any(|known| text.contains(known)))
    };
    // *Decides to follow up on it at its eighty-second session* brings it back, whatever the verb.
    let is_taken_up = |mandate: &Mandate| mandate.act == Act::Decide && mandate.session.is_some();
    if is_asking
        && !has(&REVIEW)
        && !has(&SUNSET)
        && !asked.iter().any(|mandate| mandate.what == What::Review || is_taken_up(mandate))
    {
        found.push(clause(
            "no paragraph says when what it asks is reviewed",
            "nothing brings the matter back to the body that asks",
            "say at which session the Assembly or Council looks at it again",
        ));
    }
    if !recurs.is_empty() && !has(&SUNSET) && !draft.blocks.iter().any(ends) {
        let asks = if recurs.len() == 1 { "asks" } else { "ask" };
        found.push(clause(
            &format!("{} {asks} again and again, and nothing says until when", recurs.join(", ")),
            "what recurs without an end is asked for ever",
            "name a last session or year, or a review after which it ends",
        ));
    }
}

/// Whether a paragraph decides until which day something goes on: *Decides to renew the mandate until 31 May 2026*.
fn ends(block: &Block) -> bool {
    let is_decided = block.opener.as_ref().is_some_and(|opener| opener.act == Some(Act::Decide));
    is_decided
        && block.text.match_indices("until ").any(|(at, until)| {
            block
                .text
                .get(at + until.len()..)
                .is_some_and(|day| day.starts_with(|c: char| c.is_ascii_digit()))
        })
}

/// Words by which something is to be done again and again.
const AGAIN_AND_AGAIN: [&str; 10] = [
    " periodically",
    " annually",
    " biennially",
    " triennially",
    " quarterly",
    " on a regular basis",
    " on an annual basis",
    " on a biennial basis",
    " on a triennial basis",
    " a regular thematic debate",
];

/// Whether somebody must do it again and again, as long as nothing ends it: what is encouraged, or put on an agenda, is
/// none, unless words say so.
fn is_again_and_again(draft: &Document, mandate: &Mandate) -> bool {
    let is_order = matches!(mandate.act, Act::Request | Act::Demand | Act::Decide);
    let is_invited = mandate.act == Act::Invite && !is_of_many(mandate);
    let is_regular = mandate.every.is_some() && !matches!(mandate.what, What::Other);
    let text = draft.blocks.get(mandate.block).map_or("", |block| block.text.as_str());
    let text = text.get(mandate.range.clone()).unwrap_or_default();
    // *To report regularly* recurs, but not what is to be *reviewed regularly* by those who do it.
    let is_regular = is_regular || mandate.what == What::Report && text.contains(" regularly");
    let says_so = || AGAIN_AND_AGAIN.iter().any(|words| text.contains(words));
    (is_order || is_invited) && (is_regular || says_so())
}

fn clause(what: &str, why: &str, advice: &str) -> Finding {
    Finding::new(None, Subject::Review, what, why, advice)
}
