//! Reports that are talked about where they are laid before a body. Knows the word for it, and mandates.

use super::mandate::{Mandate, What};
use crate::document::Language;

/// Who lays a report before a body and is to talk with it about that does both at once: where only one of them
/// says when, it says it for both.
pub(super) fn share_times(language: Language, text: &str, found: &mut [Mandate]) {
    let dialogue = match language {
        Language::English | Language::French => "dialogue",
        Language::Spanish => "diálogo",
        Language::Russian => "диалог",
        Language::Chinese => "对话",
        Language::Arabic => "حوار",
    };
    let is_timed = |mandate: &Mandate| {
        mandate.session.is_some() || mandate.year.is_some() || mandate.every.is_some()
    };
    for at in 1..found.len() {
        let (before, behind) = found.split_at_mut(at);
        let (Some(report), Some(talk)) = (before.last_mut(), behind.first_mut()) else { return };
        let is_talk = talk.what == What::Meeting
            && text.get(talk.range.clone()).is_some_and(|words| words.contains(dialogue));
        if !is_talk || !matches!(report.what, What::Report | What::Update | What::Briefing) {
            continue;
        }
        let (from, onto) = match (is_timed(report), is_timed(talk)) {
            (true, false) => (report, talk),
            (false, true) => (talk, report),
            _ => continue,
        };
        (onto.session, onto.year, onto.date) = (from.session, from.year, from.date);
        (onto.every, onto.to) = (from.every, from.to.clone().or_else(|| onto.to.clone()));
    }
}
