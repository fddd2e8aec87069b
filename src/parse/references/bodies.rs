//! Which body can have a number, and how the symbol of its resolution is written: rules 3 and 4 of
//! grammar.md §2. Knows numbers and years, not the text they stand in.

use super::key::Key;
use crate::{
    document::{self, AdoptedKind, AdoptedText, Number, Organ, Session, Symbol},
    parse::words::Body,
};

pub(super) fn body_of_organ(organ: Organ) -> Body {
    match organ {
        Organ::GeneralAssembly => Body::GeneralAssembly,
        Organ::SecurityCouncil => Body::SecurityCouncil,
        Organ::EconomicAndSocialCouncil => Body::EconomicAndSocialCouncil,
        Organ::HumanRightsCouncil => Body::HumanRightsCouncil,
    }
}

/// Supplement No. 53 of the Assembly's records is the report of the Human Rights Council.
pub(super) fn is_of_human_rights_council(report: &Symbol) -> bool {
    let mut parts = report.as_str().split('/');
    parts.next() == Some("A") && parts.nth(1) == Some("53")
}

/// Rules 3 and 4: whether a body can have such a number, and had it in such a year.
pub(super) fn is_plausible(body: Body, key: &Key, year: Option<u16>, is_decision: bool) -> bool {
    act(body, key, is_decision).is_some_and(|act| act.could_exist() && is_of_year(&act, year))
}

/// Whether an act may be of a year, if one is named.
fn is_of_year(act: &AdoptedText, year: Option<u16>) -> bool {
    let (Some(year), Number::InSession { session, .. }) = (year, act.number) else { return true };
    match (act.body, session) {
        (document::Body::GeneralAssembly, Session::Regular(session)) => {
            (1945 + session..=1946 + session).contains(&year)
        }
        (document::Body::GeneralAssembly, Session::Special(session)) => match session {
            ..28 => year < 2006,
            28 => year == 2005,
            29 => year == 2014,
            30 => year == 2016,
            31 => (2020..=2021).contains(&year),
            _ => year >= 2021,
        },
        (document::Body::HumanRightsCouncil, Session::Special(_)) => year >= 2006,
        (document::Body::HumanRightsCouncil, Session::Regular(session)) => {
            // Three sessions a year, the first in the middle of 2006.
            let about = 2006.3 + (f32::from(session) - 1.0) / 3.0;
            (about - f32::from(year) - 0.5).abs() <= 1.8
        }
        (document::Body::EnvironmentAssembly, Session::Regular(session)) => {
            // From 2014, every second year.
            (2012 + session..=2014 + 2 * session).contains(&year)
        }
        (document::Body::BiodiversityConference, _) => year >= 2018,
        _ => true,
    }
}

pub(super) fn symbol_of(body: Body, key: &Key, is_decision: bool) -> Option<Symbol> {
    act(body, key, is_decision).map(Symbol::from)
}

/// What a body adopted under a number, if its acts have symbols made of such numbers.
fn act(body: Body, key: &Key, is_decision: bool) -> Option<AdoptedText> {
    let kind = if is_decision { AdoptedKind::Decision } else { AdoptedKind::Resolution };
    let (body, kind) = match (body, key.number) {
        (Body::SecurityCouncil, Number::OfYear { .. }) => {
            (document::Body::SecurityCouncil, AdoptedKind::Resolution)
        }
        (Body::GeneralAssembly, Number::OfSession { .. }) => {
            (document::Body::GeneralAssembly, AdoptedKind::Resolution)
        }
        (Body::EconomicAndSocialCouncil, Number::OfSession { .. }) => {
            (document::Body::EconomicAndSocialCouncil, AdoptedKind::Resolution)
        }
        (Body::GeneralAssembly, Number::InSession { session, number }) => {
            // Whatever they are called, these are decisions.
            let numbered_as_decision =
                matches!(session, Session::Regular(_)) && (401..=699).contains(&number);
            let kind = if numbered_as_decision { AdoptedKind::Decision } else { kind };
            (document::Body::GeneralAssembly, kind)
        }
        (Body::HumanRightsCouncil, Number::InSession { session, number }) => {
            let may_be = !matches!(session, Session::Emergency(_))
                && (number < 100 || kind == AdoptedKind::Decision);
            (document::Body::HumanRightsCouncil, may_be.then_some(kind)?)
        }
        (Body::EconomicAndSocialCouncil, Number::InYear { number, .. }) => {
            let kind = if number >= 201 { AdoptedKind::Decision } else { kind };
            (document::Body::EconomicAndSocialCouncil, kind)
        }
        (Body::CommissionOnHumanRights, Number::InYear { .. }) => {
            (document::Body::CommissionOnHumanRights, kind)
        }
        (Body::EnvironmentAssembly, Number::InSession { .. }) if !is_decision => {
            (document::Body::EnvironmentAssembly, kind)
        }
        // Decisions of earlier meetings are numbered in Roman, and have other symbols.
        (
            Body::BiodiversityConference,
            Number::InSession { session: Session::Regular(14..), .. },
        ) if is_decision => (document::Body::BiodiversityConference, kind),
        _ => return None,
    };
    Some(AdoptedText { parts: key.parts, ..AdoptedText::new(body, kind, key.number) })
}
