//! How many resolutions a session or year had, so that a number no session reached is not taken for
//! one: in `resolution 74/912` the last digit is a footnote mark. Knows counts, no text.
//!
//! The counts come from the resolutions, decisions and citations of all sessions that this was
//! measured on, with room above the highest number seen; those of the Security Council, whose
//! numbers run on over the years, from the last resolution of each year.

use super::adopted_text::{AdoptedKind, AdoptedText, Body, Number, Session};

/// How far the last number of a year may be off.
const SLACK: u16 = 3;

/// The last resolution of the Security Council in each year from 1946.
#[rustfmt::skip]
const LAST_OF_COUNCIL: &[u16] = &[
    15, 37, 66, 78, 89, 96, 98, 103, 104, 110, 121, 126, 131, 132, 160, 168, 177, 185, 199, 219, // 1965
    232, 244, 262, 275, 291, 307, 324, 344, 366, 384, 402, 422, 443, 461, 484, // 1980
    499, 528, 545, 559, 580, 593, 607, 626, 646, 683, 725, 799, 892, 969, 1035, // 1995
    1092, 1146, 1219, 1284, 1334, 1386, 1454, 1521, 1580, 1651, 1738, 1794, 1859, 1907, 1966, // 2010
    2032, 2085, 2132, 2195, 2259, 2336, 2398, 2451, 2503, 2560, 2617, 2671, 2721, 2768, // 2024
];

/// The most the Security Council adopts in a year of which the count is not known.
const MOST_OF_A_YEAR: u16 = 95;

/// The last resolution of the General Assembly whose number runs on over the sessions, 1946 to 1976.
const LAST_OF_OLD_ASSEMBLY: u16 = 3541;
/// The same of the Economic and Social Council, 1946 to 1977.
const LAST_OF_OLD_COUNCIL: u16 = 2136;

impl AdoptedText {
    /// Whether a body ever had such a number in that session or year.
    #[must_use]
    pub fn could_exist(&self) -> bool {
        match (self.body, self.number) {
            (Body::SecurityCouncil, Number::OfYear { number, year }) => {
                is_of_council_year(number, year)
            }
            (Body::SecurityCouncil, Number::InYear { number, year }) => {
                self.kind == AdoptedKind::Statement && year >= 1994 && number <= 90
            }
            (Body::GeneralAssembly, Number::OfSession { number, session }) => {
                number <= LAST_OF_OLD_ASSEMBLY && is_old_assembly(session)
            }
            (Body::EconomicAndSocialCouncil, Number::OfSession { number, session }) => {
                number <= LAST_OF_OLD_COUNCIL && matches!(session, Session::Regular(1..=63))
            }
            (Body::GeneralAssembly, Number::InSession { session, number }) => {
                number > 0 && number_of_assembly(self.kind, session, number)
            }
            (
                Body::HumanRightsCouncil,
                Number::InSession {
                    session: Session::Regular(1..=99) | Session::Special(1..=99),
                    number,
                },
            ) => match self.kind {
                AdoptedKind::Decision => number < 200,
                _ => (1..=65).contains(&number),
            },
            (Body::EconomicAndSocialCouncil, Number::InYear { year, number }) => {
                year >= 1978
                    && match self.kind {
                        AdoptedKind::Decision => (100..=400).contains(&number),
                        _ => (1..=150).contains(&number),
                    }
            }
            (Body::CommissionOnHumanRights, Number::InYear { year, number }) => {
                (1946..=2006).contains(&year) && (1..=130).contains(&number)
            }
            (Body::EnvironmentAssembly, Number::InSession { session, number }) => {
                matches!(session, Session::Regular(1..=30)) && (1..=40).contains(&number)
            }
            (Body::BiodiversityConference, Number::InSession { session, number }) => {
                matches!(session, Session::Regular(1..=40)) && (1..=60).contains(&number)
            }
            _ => false,
        }
    }
}

fn is_of_council_year(number: u16, year: u16) -> bool {
    let Some(index) = year.checked_sub(1946).map(usize::from) else { return false };
    let last = LAST_OF_COUNCIL.last().copied().unwrap_or_default();
    let before = match index {
        0 => 0,
        _ => LAST_OF_COUNCIL.get(index - 1).copied().unwrap_or(last),
    };
    let end = LAST_OF_COUNCIL.get(index).copied().unwrap_or_else(|| {
        let more = index.saturating_sub(LAST_OF_COUNCIL.len()) + 1;
        last.saturating_add(MOST_OF_A_YEAR.saturating_mul(u16::try_from(more).unwrap_or(u16::MAX)))
    });
    number > before.saturating_sub(SLACK) && number <= end.saturating_add(SLACK)
}

/// Whether resolutions were numbered on in a session: to the thirtieth, the seventh special and the
/// fifth emergency one.
fn is_old_assembly(session: Session) -> bool {
    matches!(
        session,
        Session::Regular(1..=30) | Session::Special(1..=7) | Session::Emergency(1..=5)
    )
}

/// Decisions are numbered from 301, later from 401 (elections) and from 501; resolutions from 1.
fn number_of_assembly(kind: AdoptedKind, session: Session, number: u16) -> bool {
    let is_decision = kind == AdoptedKind::Decision;
    match session {
        Session::Regular(31..=53) if !is_decision => number <= 290,
        Session::Regular(54..=130) if !is_decision => number <= 360,
        Session::Regular(31..=130) => (301..=699).contains(&number),
        // Of their decisions some are numbered from 11, others from 21 or 31.
        Session::Special(8..=60) | Session::Emergency(6..=30) => number <= 40,
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use crate::document::Symbol;

    #[test]
    fn no_session_has_more_resolutions_than_it_had() {
        let could = |symbol: &str| Symbol::new(symbol).could_exist();
        for symbol in [
            "A/RES/74/91",
            "A/RES/73/346",
            "A/RES/48/267",
            "A/DEC/74/502",
            "A/RES/217 A (III)",
            "A/RES/3541 (XXX)",
            "A/RES/ES-10/15",
            "A/RES/S-30/1",
            "S/RES/1325 (2000)",
            "S/RES/1 (1946)",
            "S/RES/15 (1946)",
            "S/RES/2776 (2025)",
            "E/RES/2015/30",
            "E/DEC/2015/242",
            "A/HRC/RES/34/41",
            "A/HRC/RES/S-29/1",
            "A/HRC/DEC/2/113",
            "S/PRST/2013/15",
            "A/72/439/Add.2",
            "UNEP/EA.5/RES.14",
        ] {
            assert!(could(symbol), "{symbol}");
        }
        for symbol in [
            "A/RES/74/912",
            "A/RES/74/0",
            "A/RES/48/291",
            "A/RES/54/361",
            "A/RES/74/415",
            "A/DEC/74/91",
            "A/RES/3542 (XXX)",
            "A/RES/217 (XXXI)",
            "A/RES/29/1",
            "S/RES/1325 (2010)",
            "S/RES/13252 (2000)",
            "S/RES/19 (1946)",
            "E/RES/2015/242",
            "E/RES/1977/3",
            "A/HRC/RES/34/412",
            "A/RES/S-7/1",
            "S/RES/3000 (2025)",
            "A/HRC/RES/136/8",
        ] {
            assert!(!could(symbol), "{symbol}");
        }
    }
}
