//! What a body adopts and numbers, a resolution, a decision or a statement, and how its symbol is
//! written: `A/RES/72/262 B`, `S/RES/1325 (2000)`, `UNEP/EA.5/RES.14` (grammar.md §2). Knows the
//! notation, not the words around it.

use std::fmt;

use super::Organ;
use crate::text::roman;

/// A resolution, decision or statement by its body and number.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct AdoptedText {
    /// Who adopted it.
    pub body: Body,
    /// What it is.
    pub kind: AdoptedKind,
    /// Its number with the session or year.
    pub number: Number,
    /// The parts meant, where it is in parts: ` B`, ` A-C`.
    pub parts: Option<Parts>,
    /// What follows the number: `Corr.1`. Mostly empty.
    pub suffix: String,
}

/// The bodies whose acts have symbols that tell them by number.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Body {
    /// The General Assembly.
    GeneralAssembly,
    /// The Security Council.
    SecurityCouncil,
    /// The Economic and Social Council.
    EconomicAndSocialCouncil,
    /// The Human Rights Council.
    HumanRightsCouncil,
    /// The Commission on Human Rights, to 2006.
    CommissionOnHumanRights,
    /// The United Nations Environment Assembly.
    EnvironmentAssembly,
    /// The conference of the parties to the Convention on Biological Diversity.
    BiodiversityConference,
}

impl Body {
    /// The organ of that name, where it is one that we tell apart.
    #[must_use]
    pub const fn organ(self) -> Option<Organ> {
        match self {
            Self::GeneralAssembly => Some(Organ::GeneralAssembly),
            Self::SecurityCouncil => Some(Organ::SecurityCouncil),
            Self::EconomicAndSocialCouncil => Some(Organ::EconomicAndSocialCouncil),
            Self::HumanRightsCouncil => Some(Organ::HumanRightsCouncil),
            Self::CommissionOnHumanRights
            | Self::EnvironmentAssembly
            | Self::BiodiversityConference => None,
        }
    }
}

/// What a body adopted.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum AdoptedKind {
    /// `RES`
    Resolution,
    /// `DEC`
    Decision,
    /// `PRST`, a statement by the president.
    Statement,
}

/// A number, and the session or year that it is one of.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Number {
    /// `53/144`, `S-16/1`, `ES-10/15`.
    InSession {
        /// The session.
        session: Session,
        /// The number in it.
        number: u16,
    },
    /// `2015/30`.
    InYear {
        /// The year.
        year: u16,
        /// The number in it.
        number: u16,
    },
    /// `217 (III)`: the numbers run on over the sessions.
    OfSession {
        /// The session, printed in Roman.
        session: Session,
        /// The number.
        number: u16,
    },
    /// `1325 (2000)`: the numbers run on over the years.
    OfYear {
        /// The year.
        year: u16,
        /// The number.
        number: u16,
    },
}

/// A session of a body.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Session {
    /// `72`
    Regular(u16),
    /// `S-30`, a special session.
    Special(u16),
    /// `ES-10`, an emergency special session.
    Emergency(u16),
}

/// The lettered parts of a resolution, one or from one to another.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct Parts {
    /// The first, a Latin capital.
    pub first: char,
    /// The last, where more than one is meant.
    pub last: Option<char>,
}

/// The bodies and kinds whose symbols begin with a name and a stroke.
const SERIES: &[(&str, Body, AdoptedKind)] = &[
    ("A/RES/", Body::GeneralAssembly, AdoptedKind::Resolution),
    ("A/DEC/", Body::GeneralAssembly, AdoptedKind::Decision),
    ("S/RES/", Body::SecurityCouncil, AdoptedKind::Resolution),
    ("S/PRST/", Body::SecurityCouncil, AdoptedKind::Statement),
    ("E/RES/", Body::EconomicAndSocialCouncil, AdoptedKind::Resolution),
    ("E/DEC/", Body::EconomicAndSocialCouncil, AdoptedKind::Decision),
    ("A/HRC/RES/", Body::HumanRightsCouncil, AdoptedKind::Resolution),
    ("A/HRC/DEC/", Body::HumanRightsCouncil, AdoptedKind::Decision),
    ("A/HRC/PRST/", Body::HumanRightsCouncil, AdoptedKind::Statement),
    ("E/CN.4/RES/", Body::CommissionOnHumanRights, AdoptedKind::Resolution),
    ("E/CN.4/DEC/", Body::CommissionOnHumanRights, AdoptedKind::Decision),
    ("CBD/COP/DEC/", Body::BiodiversityConference, AdoptedKind::Decision),
];

impl AdoptedText {
    /// An act without parts.
    #[must_use]
    pub fn new(body: Body, kind: AdoptedKind, number: Number) -> Self {
        Self { body, kind, number, parts: None, suffix: String::new() }
    }

    /// Reads a symbol of which spaces, hyphens and letters are plain; nothing if it is no act's.
    pub(super) fn read(symbol: &str) -> Option<Self> {
        if let Some(rest) = strip_prefix(symbol, "UNEP/EA.") {
            return Self::read_environment(rest);
        }
        let (body, kind, rest) = SERIES
            .iter()
            .find_map(|&(name, body, kind)| Some((body, kind, strip_prefix(symbol, name)?)))?;
        let (number, parts, rest) = read_number(rest.trim_start())?;
        let suffix = rest.trim();
        let fits = match number {
            Number::InSession { .. } => !matches!(
                body,
                Body::SecurityCouncil
                    | Body::EconomicAndSocialCouncil
                    | Body::CommissionOnHumanRights
            ),
            Number::InYear { .. } => matches!(
                body,
                Body::SecurityCouncil
                    | Body::EconomicAndSocialCouncil
                    | Body::CommissionOnHumanRights
            ),
            Number::OfSession { .. } => {
                matches!(body, Body::GeneralAssembly | Body::EconomicAndSocialCouncil)
            }
            Number::OfYear { .. } => {
                body == Body::SecurityCouncil && kind == AdoptedKind::Resolution && parts.is_none()
            }
        };
        let is_suffix = suffix.is_empty() || (suffix.starts_with('/') && !suffix.contains(' '));
        (fits && is_suffix).then(|| Self {
            body,
            kind,
            number,
            parts,
            suffix: suffix.trim_start_matches('/').to_owned(),
        })
    }

    /// `UNEP/EA.5/RES.14`, of which the words after `UNEP/EA.`.
    fn read_environment(rest: &str) -> Option<Self> {
        let (session, rest) = rest.split_once('/')?;
        let number = strip_prefix(rest, "RES.")?;
        let session = Session::Regular(digits(session)?);
        let number = Number::InSession { session, number: digits(number)? };
        Some(Self::new(Body::EnvironmentAssembly, AdoptedKind::Resolution, number))
    }
}

/// The number at the start of a text, its parts, and what is left.
fn read_number(text: &str) -> Option<(Number, Option<Parts>, &str)> {
    let (prefix, rest) = match (strip_prefix(text, "ES-"), strip_prefix(text, "S-")) {
        (Some(rest), _) => (Some(Session::Emergency as fn(u16) -> Session), rest),
        (_, Some(rest)) => (Some(Session::Special as fn(u16) -> Session), rest),
        _ => (None, text),
    };
    let (first, rest) = split_digits(rest)?;
    if let Some(rest) = rest.strip_prefix('/') {
        let (number, rest) = split_digits(rest)?;
        let number = match prefix {
            Some(session) => Number::InSession { session: session(first), number },
            None if (1946..=2100).contains(&first) => Number::InYear { year: first, number },
            None => Number::InSession { session: Session::Regular(first), number },
        };
        let (parts, rest) = Parts::split(rest);
        return Some((number, parts, rest));
    }
    if prefix.is_some() {
        return None;
    }
    let (before, rest) = Parts::split(rest);
    let (inner, rest) = rest.trim_start().strip_prefix('(')?.split_once(')')?;
    let inner = inner.trim();
    let number = match digits(inner).filter(|year| (1946..=2100).contains(year)) {
        Some(year) => Number::OfYear { year, number: first },
        None => Number::OfSession { session: Session::from_roman(inner)?, number: first },
    };
    let (after, rest) = Parts::split(rest);
    Some((number, before.or(after), rest))
}

impl Parts {
    /// The letters at the start of a text, ` B`, `A-C`, ` A and B`, `[A]`, and what is left.
    fn split(text: &str) -> (Option<Self>, &str) {
        let body = text.trim_start_matches([' ', '[']);
        let Some((first, rest)) = part_letter(body) else { return (None, text) };
        let close = |rest: &'_ str| rest.len() - rest.trim_start_matches(']').len();
        // `A, B and C`: what stands between is meant as well.
        let mut between = rest;
        while let Some((_, next)) = between.strip_prefix(", ").and_then(part_letter) {
            between = next;
        }
        let rest = if between.starts_with(" and ") { between } else { rest };
        for joint in ["-", " - ", " and ", " to ", " & "] {
            if let Some((last, rest)) = rest.strip_prefix(joint).and_then(part_letter) {
                let parts = Self { first, last: (last != first).then_some(last) };
                return (Some(parts), rest.get(close(rest)..).unwrap_or_default());
            }
        }
        (Some(Self { first, last: None }), rest.get(close(rest)..).unwrap_or_default())
    }
}

/// A letter that stands alone.
fn part_letter(text: &str) -> Option<(char, &str)> {
    let letter = text.chars().next().filter(char::is_ascii_alphabetic)?;
    let rest = text.get(1..)?;
    (!rest.starts_with(|c: char| c.is_alphanumeric() || c == '.'))
        .then(|| (letter.to_ascii_uppercase(), rest))
}

impl Session {
    /// `III`, `S-VI`, `ES-I`, in whatever case.
    #[must_use]
    pub fn from_roman(text: &str) -> Option<Self> {
        if let Some(number) = strip_prefix(text, "ES-") {
            return from_roman(number).map(Self::Emergency);
        }
        match strip_prefix(text, "S-") {
            Some(number) => from_roman(number).map(Self::Special),
            None => from_roman(text).map(Self::Regular),
        }
    }

    /// `III`, `S-VI`, `ES-I`.
    fn roman(self) -> String {
        match self {
            Self::Regular(number) => to_roman(number),
            Self::Special(number) => format!("S-{}", to_roman(number)),
            Self::Emergency(number) => format!("ES-{}", to_roman(number)),
        }
    }
}

fn from_roman(text: &str) -> Option<u16> {
    roman::value(&text.to_ascii_lowercase()).filter(|&session| session < 100)
}

fn to_roman(number: u16) -> String {
    roman::numeral(number.into()).to_ascii_uppercase()
}

/// What follows a prefix, whatever its case.
fn strip_prefix<'a>(text: &'a str, prefix: &str) -> Option<&'a str> {
    let start = text.get(..prefix.len())?;
    start.eq_ignore_ascii_case(prefix).then(|| text.get(prefix.len()..)).flatten()
}

/// The number at the start of a text, without a zero before it, and what is left.
fn split_digits(text: &str) -> Option<(u16, &str)> {
    let end = text.find(|c: char| !c.is_ascii_digit()).unwrap_or(text.len());
    Some((digits(text.get(..end)?)?, text.get(end..)?))
}

fn digits(text: &str) -> Option<u16> {
    let is_number = !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
    let is_plain = text.len() == 1 || !text.starts_with('0');
    (is_number && is_plain).then(|| text.parse().ok()).flatten()
}

impl fmt::Display for AdoptedText {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let (Body::EnvironmentAssembly, Number::InSession { session, number }) =
            (self.body, self.number)
        {
            return write!(f, "UNEP/EA.{session}/RES.{number}");
        }
        let series = SERIES.iter().find(|series| (series.1, series.2) == (self.body, self.kind));
        f.write_str(series.map_or("", |series| series.0))?;
        self.number.write(self.parts, f)?;
        if self.suffix.is_empty() { Ok(()) } else { write!(f, "/{}", self.suffix) }
    }
}

impl Number {
    /// The number with the letters of its parts, which stand before the bracket of old ones.
    fn write(self, parts: Option<Parts>, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let parts = parts.map(|parts| parts.to_string()).unwrap_or_default();
        match self {
            Self::InSession { session, number } => write!(f, "{session}/{number}{parts}"),
            Self::InYear { year, number } => write!(f, "{year}/{number}{parts}"),
            Self::OfSession { session, number } => {
                write!(f, "{number}{parts} ({})", session.roman())
            }
            Self::OfYear { year, number } => write!(f, "{number}{parts} ({year})"),
        }
    }
}

impl fmt::Display for Session {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Regular(number) => write!(f, "{number}"),
            Self::Special(number) => write!(f, "S-{number}"),
            Self::Emergency(number) => write!(f, "ES-{number}"),
        }
    }
}

impl fmt::Display for Parts {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, " {}", self.first)?;
        self.last.map_or(Ok(()), |last| write!(f, "-{last}"))
    }
}
