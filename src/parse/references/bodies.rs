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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::parse::references::key;

    #[track_caller]
    fn named(body: Body, text: &str, is_decision: bool) -> String {
        let key = match text.find('/') {
            Some(stroke) => key::around_stroke(text, stroke, 0),
            None => key::before_bracket(text, text.find('(').unwrap(), 0),
        };
        let symbol = symbol_of(body, &key.unwrap(), is_decision);
        symbol.map_or_else(String::new, |symbol| symbol.to_string())
    }

    #[test]
    fn what_a_number_is_called_by_each_body() {
        use Body::*;
        for (body, text, resolution, decision) in [
            (GeneralAssembly, "75/400", "A/RES/75/400", "A/DEC/75/400"),
            (GeneralAssembly, "75/401", "A/DEC/75/401", "A/DEC/75/401"),
            (GeneralAssembly, "75/699", "A/DEC/75/699", "A/DEC/75/699"),
            (GeneralAssembly, "75/700", "A/RES/75/700", "A/DEC/75/700"),
            (GeneralAssembly, "S-30/401", "A/RES/S-30/401", "A/DEC/S-30/401"),
            (GeneralAssembly, "217 A (III)", "A/RES/217 A (III)", "A/RES/217 A (III)"),
            (GeneralAssembly, "1325 (2000)", "", ""),
            (GeneralAssembly, "2015/30", "", ""),
            (SecurityCouncil, "1325 (2000)", "S/RES/1325 (2000)", "S/RES/1325 (2000)"),
            (SecurityCouncil, "75/1", "", ""),
            (EconomicAndSocialCouncil, "2015/200", "E/RES/2015/200", "E/DEC/2015/200"),
            (EconomicAndSocialCouncil, "2015/201", "E/DEC/2015/201", "E/DEC/2015/201"),
            (
                EconomicAndSocialCouncil,
                "1556 B (XLIX)",
                "E/RES/1556 B (XLIX)",
                "E/RES/1556 B (XLIX)",
            ),
            (EconomicAndSocialCouncil, "75/1", "", ""),
            (HumanRightsCouncil, "34/99", "A/HRC/RES/34/99", "A/HRC/DEC/34/99"),
            (HumanRightsCouncil, "34/100", "", "A/HRC/DEC/34/100"),
            (HumanRightsCouncil, "S-16/1", "A/HRC/RES/S-16/1", "A/HRC/DEC/S-16/1"),
            (HumanRightsCouncil, "ES-16/1", "", ""),
            (CommissionOnHumanRights, "1998/72", "E/CN.4/RES/1998/72", "E/CN.4/DEC/1998/72"),
            (CommissionOnHumanRights, "34/5", "", ""),
            (EnvironmentAssembly, "5/14", "UNEP/EA.5/RES.14", ""),
            (BiodiversityConference, "14/8", "", "CBD/COP/DEC/14/8"),
            (BiodiversityConference, "13/8", "", ""),
            (Other, "75/1", "", ""),
        ] {
            assert_eq!(named(body, text, false), resolution, "{text}");
            assert_eq!(named(body, text, true), decision, "{text}");
        }
    }

    #[test]
    fn years_in_which_a_number_may_have_been_given() {
        use Body::*;
        let years = |body, text: &str, is_decision| -> Vec<u16> {
            let key = key::around_stroke(text, text.find('/').unwrap(), 0).unwrap();
            (1970..2030).filter(|year| is_plausible(body, &key, Some(*year), is_decision)).collect()
        };
        assert_eq!(years(GeneralAssembly, "34/5", false), [1979, 1980]);
        assert_eq!(years(GeneralAssembly, "75/5", false), [2020, 2021]);
        assert_eq!(years(GeneralAssembly, "S-28/1", false), [2005]);
        assert_eq!(years(GeneralAssembly, "S-29/1", false), [2014]);
        assert_eq!(years(GeneralAssembly, "S-30/1", false), [2016]);
        assert_eq!(years(GeneralAssembly, "S-31/1", false), [2020, 2021]);
        assert_eq!(years(GeneralAssembly, "S-32/1", false).first(), Some(&2021));
        assert_eq!(years(GeneralAssembly, "S-27/1", false).last(), Some(&2005));
        assert_eq!(years(HumanRightsCouncil, "S-16/1", false).first(), Some(&2006));
        assert_eq!(years(HumanRightsCouncil, "34/5", false), [2016, 2017, 2018]);
        assert_eq!(years(HumanRightsCouncil, "5/1", false), [2006, 2007, 2008]);
        assert_eq!(
            years(EnvironmentAssembly, "5/14", false),
            [2017, 2018, 2019, 2020, 2021, 2022, 2023, 2024]
        );
        assert_eq!(years(BiodiversityConference, "14/8", true).first(), Some(&2018));
        // Undated it may be of any.
        let key = key::around_stroke("34/5", 2, 0).unwrap();
        assert!(is_plausible(GeneralAssembly, &key, None, false));
        assert!(!is_plausible(SecurityCouncil, &key, None, false));
    }

    #[test]
    fn the_report_of_the_human_rights_council() {
        for (report, expected) in [
            ("A/74/53", true),
            ("A/74/53/Add.1", true),
            ("A/74/54", false),
            ("S/74/53", false),
            ("A/53", false),
        ] {
            assert_eq!(is_of_human_rights_council(&Symbol::new(report)), expected, "{report}");
        }
    }
}
