//! Whether a draft says when what it asks is looked at again, and when it ends. Knows words of six
//! languages for that, and mandates.

use super::{Finding, Subject};
use crate::{
    document::{Act, Block, Document, Part},
    mandates::{Mandate, What, mandates},
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

pub(super) fn check(draft: &Document, found: &mut Vec<Finding>) {
    let asked = mandates(draft);
    let recurs: Vec<String> = asked
        .iter()
        .filter(|mandate| mandate.every.is_some() && is_order(mandate))
        .map(|mandate| mandate.cite.to_string())
        .collect();
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
    if is_asking
        && !has(&REVIEW)
        && !has(&SUNSET)
        && !asked.iter().any(|mandate| mandate.what == What::Review)
    {
        found.push(clause(
            "no paragraph says when what it asks is reviewed",
            "of the mandates in force 85 in 100 have no clause of review",
            "say at which session the Assembly or Council looks at it again",
        ));
    }
    if !recurs.is_empty() && !has(&SUNSET) {
        found.push(clause(
            &format!("{} asks again and again, and nothing says until when", recurs.join(", ")),
            "what recurs without an end is asked for ever",
            "name a last session or year, or a review after which it ends",
        ));
    }
}

/// Whether somebody must do it, as long as nothing ends it: what they are encouraged to do, or what is put on
/// an agenda, is none.
const fn is_order(mandate: &Mandate) -> bool {
    matches!(mandate.act, Act::Request | Act::Demand | Act::Decide)
        && !matches!(mandate.what, What::Other)
}

fn clause(what: &str, why: &str, advice: &str) -> Finding {
    Finding {
        at: None,
        place: "document".to_owned(),
        subject: Subject::Review,
        what: what.to_owned(),
        why: why.to_owned(),
        advice: advice.to_owned(),
    }
}
