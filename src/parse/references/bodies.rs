//! Which body can have a number, and how the symbol of its resolution is written: rules 3 and 4 of
//! grammar.md §2. Knows numbers and years, not the text they stand in.

use super::key::{Form, Key};
use crate::{
    document::{Organ, Symbol},
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
    match key.form {
        Form::OfYear { .. } => body == Body::SecurityCouncil,
        Form::OfSession { session, ref roman, .. } => match body {
            Body::GeneralAssembly => session <= 30,
            Body::EconomicAndSocialCouncil => !roman.starts_with("S-"),
            _ => false,
        },
        Form::Emergency { .. } => body == Body::GeneralAssembly,
        Form::Special { session, .. } => match body {
            Body::GeneralAssembly => year.is_none_or(|year| year < 2006 || session >= 28),
            Body::HumanRightsCouncil => year.is_none_or(|year| year >= 2006),
            _ => false,
        },
        Form::Year { year, number } => match body {
            Body::EconomicAndSocialCouncil => year >= 1978 && number < 600,
            Body::CommissionOnHumanRights => (1946..=2006).contains(&year),
            _ => false,
        },
        Form::Session { session, number } => match body {
            Body::GeneralAssembly => {
                (31..130).contains(&session)
                    && year.is_none_or(|year| (1945 + session..=1946 + session).contains(&year))
            }
            Body::HumanRightsCouncil => {
                let has_number = number < 100 || (is_decision && number < 200);
                // Three sessions a year, the first in the middle of 2006.
                let about = 2006.3 + (f32::from(session) - 1.0) / 3.0;
                session < 100
                    && has_number
                    && year.is_none_or(|year| (about - f32::from(year) - 0.5).abs() <= 1.8)
            }
            _ => false,
        },
    }
}

pub(super) fn symbol_of(body: Body, key: &Key, is_decision: bool) -> Option<Symbol> {
    let letters = &key.letters;
    let kind = if is_decision { "DEC" } else { "RES" };
    Some(Symbol::new(match (body, &key.form) {
        (Body::SecurityCouncil, Form::OfYear { number, year }) => {
            format!("S/RES/{number} ({year})")
        }
        (Body::GeneralAssembly, Form::OfSession { number, roman, .. }) => {
            format!("A/RES/{number}{letters} ({roman})")
        }
        (Body::EconomicAndSocialCouncil, Form::OfSession { number, roman, .. }) => {
            format!("E/RES/{number}{letters} ({roman})")
        }
        (Body::GeneralAssembly, Form::Session { session, number }) => {
            let kind = if (401..=699).contains(number) { "DEC" } else { kind };
            format!("A/{kind}/{session}/{number}{letters}")
        }
        (Body::GeneralAssembly, Form::Special { session, number }) => {
            format!("A/{kind}/S-{session}/{number}{letters}")
        }
        (Body::GeneralAssembly, Form::Emergency { session, number }) => {
            format!("A/{kind}/ES-{session}/{number}{letters}")
        }
        (Body::HumanRightsCouncil, Form::Session { session, number }) => {
            format!("A/HRC/{kind}/{session}/{number}")
        }
        (Body::HumanRightsCouncil, Form::Special { session, number }) => {
            format!("A/HRC/{kind}/S-{session}/{number}")
        }
        (Body::EconomicAndSocialCouncil, Form::Year { year, number }) => {
            let kind = if *number >= 201 { "DEC" } else { "RES" };
            format!("E/{kind}/{year}/{number}{letters}")
        }
        (Body::CommissionOnHumanRights, Form::Year { year, number }) => {
            format!("E/CN.4/{kind}/{year}/{number}")
        }
        _ => return None,
    }))
}
