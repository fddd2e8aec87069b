//! By when: sessions, days, years, and how often. Knows numbers and names of months, and which of them
//! lie behind.

use std::ops::Range;

use jiff::civil::Date;

use super::{
    addressee::People,
    calendar::year_of_session,
    mandate::Every,
    numbers,
    tokens::{Token, tokens},
    words::Words,
};
use crate::document::{Document, Language, Number, Organ, Session, Symbol};

/// When something is due.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct When {
    pub(super) session: Option<u16>,
    pub(super) year: Option<i16>,
    pub(super) date: Option<Date>,
    /// Whose session it is, or who it is for.
    pub(super) to: Option<&'static str>,
}

impl When {
    /// Without a session that is not one of the bodies whose sessions are numbered through: where nothing
    /// is to be laid before it, it tells of something else.
    pub(super) fn without_others(self) -> Self {
        let is_other = self.to.is_some_and(|name| organ_of(name).is_none());
        if is_other { Self { session: None, ..self } } else { self }
    }
}

/// What is known of a document's own time: what lies before it is not due.
pub(super) struct Now {
    organ: Option<Organ>,
    adopted: Option<Date>,
    session: Option<u16>,
    /// The year that the symbol names: `S/RES/1325 (2000)`.
    year: Option<i16>,
}

impl Now {
    pub(super) fn of(document: &Document) -> Self {
        let number = document.head.symbol.as_ref().and_then(Symbol::adopted_text);
        let year = number.and_then(|text| match text.number {
            Number::OfYear { year, .. } | Number::InYear { year, .. } => i16::try_from(year).ok(),
            _ => None,
        });
        let session = number.and_then(|text| match text.number {
            Number::InSession { session: Session::Regular(session), .. }
            | Number::OfSession { session: Session::Regular(session), .. } => Some(session),
            _ => None,
        });
        let head = &document.head;
        Self { organ: head.organ, adopted: head.adopted, session, year }
    }

    /// The year of the text: that of adoption, else of its session.
    fn year(&self) -> Option<i16> {
        let of_session = || year_of_session(self.organ?, self.session?);
        self.adopted.map(Date::year).or(self.year).or_else(of_session)
    }

    /// Whether a session of a body lies before the text.
    fn is_past(&self, organ: Option<Organ>, session: u16) -> bool {
        let (Some(organ), Some(now)) = (organ, self.year()) else { return false };
        match (self.session, self.organ == Some(organ)) {
            (Some(own), true) => session < own,
            _ => year_of_session(organ, session).is_some_and(|year| year < now - 1),
        }
    }
}

/// The names of bodies whose sessions have years.
fn organ_of(name: &str) -> Option<Organ> {
    let organs = [
        Organ::GeneralAssembly,
        Organ::EconomicAndSocialCouncil,
        Organ::HumanRightsCouncil,
        Organ::SecurityCouncil,
    ];
    organs.into_iter().find(|organ| organ.name() == name)
}

/// All times at which a task is due: one for each session, or one.
pub(super) fn all(
    language: Language,
    block: usize,
    people: &People<'_>,
    now: &Now,
    text: &[Token],
    within: Range<usize>,
    verb: usize,
) -> Vec<When> {
    let words = Words::of(language);
    let mut found: Vec<When> = Vec::new();
    let mut from = within.start;
    let mut at = within.start;
    while at < within.end {
        let Some((length, ())) = words.session.at(text, at) else {
            at += 1;
            continue;
        };
        for (session, start) in sessions(language, words, text, at, length) {
            if start < within.start && language != Language::Chinese {
                continue;
            }
            let owner =
                owner_of(block, people, text, from..start.max(from), at + length..within.end);
            push(now, &mut found, session, owner);
        }
        from = at + length;
        at += length;
    }
    found.dedup_by(|a, b| a.session == b.session && a.to == b.to);
    let near = within.start..within.end.min(verb + 26);
    let day = day(words, now, text, near.clone());
    if found.is_empty() {
        let to = nearest(block, people, text, within);
        let year = day.map(Date::year).or_else(|| year(words, language, now, text, near));
        return vec![When { session: None, year, date: day, to }];
    }
    if let [only] = found.as_mut_slice() {
        only.date = day.filter(|_| only.year.is_none() || only.session.is_some());
        only.year = only.year.or(day.map(Date::year));
    }
    found
}

/// A number before *session* is its own, or its year.
fn push(now: &Now, found: &mut Vec<When>, session: u16, owner: Option<&'static str>) {
    let organ = owner.map_or(now.organ, organ_of);
    if session >= 1900 {
        let year = i16::try_from(session).ok();
        if year >= now.year() {
            found.push(When { session: None, year, date: None, to: owner });
        }
        return;
    }
    let is_plausible = organ.is_none_or(|organ| {
        let year = year_of_session(organ, session);
        let due = now.year().zip(year);
        due.is_none_or(|(now, due)| due - now < 25)
    });
    if !now.is_past(organ, session) && is_plausible {
        let year = organ.and_then(|organ| year_of_session(organ, session));
        found.push(When { session: Some(session), year, date: None, to: owner });
    }
}

/// The numbers of a session, or of several: *at its seventy-fifth and seventy-sixth sessions*.
fn sessions(
    language: Language,
    words: &Words,
    text: &[Token],
    at: usize,
    length: usize,
) -> Vec<(u16, usize)> {
    let year = |at: usize| {
        let word = text.get(at)?.word();
        let is_year = word.len() == 4 && (word.starts_with("20") || word.starts_with("19"));
        is_year.then(|| Some((word.parse().ok()?, at)))?
    };
    if language == Language::Arabic {
        // *Its session, the fifth and the seventieth*.
        let behind = numbers::from(words, text, at + length);
        return behind.map(|(number, _)| (number, at)).into_iter().collect();
    }
    if let Some(found) = at.checked_sub(1).and_then(year) {
        return vec![found];
    }
    let behind = at + length;
    let is_of = |token: &Token| token.is_one_of(&["de", "of", "for"]);
    if text.get(behind).is_some_and(is_of)
        && let Some(found) = year(behind + 1)
    {
        return vec![found];
    }
    let mut found = Vec::new();
    let mut end = at;
    while let Some((number, start)) = numbers::before(words, text, end) {
        found.push((number, start));
        let joint = start.checked_sub(1).and_then(|at| text.get(at));
        let is_joined =
            joint.is_some_and(|token| token.is_one_of(&["and", "et", "y", "и", "和", ","]));
        if !is_joined || start < 2 {
            break;
        }
        end = start - 1;
    }
    found.reverse();
    found
}

/// Whose session it is: the body that is named last before it, else just behind it.
fn owner_of(
    block: usize,
    people: &People<'_>,
    text: &[Token],
    before: Range<usize>,
    behind: Range<usize>,
) -> Option<&'static str> {
    let near = before.end.saturating_sub(16).max(before.start)..before.end;
    nearest(block, people, text, near).or_else(|| {
        let of = behind.start..behind.end.min(behind.start + 5);
        let is_of = text.get(of.start).is_some_and(|token| token.is_one_of(&["of", "de"]));
        if is_of { first(block, people, text, of) } else { None }
    })
}

const BODIES: [&str; 26] = [
    "General Assembly",
    "Economic and Social Council",
    "Human Rights Council",
    "Security Council",
    "Commission on the Status of Women",
    "Commission for Social Development",
    "Commission on Narcotic Drugs",
    "Commission on Crime Prevention and Criminal Justice",
    "Commission on Science and Technology for Development",
    "Commission on Human Rights",
    "Commission on Sustainable Development",
    "Statistical Commission",
    "Trade and Development Board",
    "Conference of the Parties",
    "United Nations Environment Assembly",
    "Special Committee",
    "Committee on Information",
    "Committee",
    "Commission",
    "Council",
    "Executive Board",
    "Main Committees",
    "Committee for Programme and Coordination",
    "Peacebuilding Commission",
    "Committee on the Peaceful Uses of Outer Space",
    "Member States",
];

fn nearest(
    block: usize,
    people: &People<'_>,
    text: &[Token],
    within: Range<usize>,
) -> Option<&'static str> {
    let mut found = None;
    let mut at = within.start;
    while at < within.end {
        match people.at(block, text, at) {
            Some((name, length)) => {
                if at + length <= within.end && BODIES.contains(&name) {
                    found = Some(name);
                }
                at += length;
            }
            None => at += 1,
        }
    }
    found
}

fn first(
    block: usize,
    people: &People<'_>,
    text: &[Token],
    within: Range<usize>,
) -> Option<&'static str> {
    within.into_iter().find_map(|at| people.at(block, text, at)).map(|(name, _)| name)
}

/// The first day behind a word like *by* that lies before nothing.
fn day(words: &Words, now: &Now, text: &[Token], within: Range<usize>) -> Option<Date> {
    within.into_iter().find_map(|at| {
        let (month, length, value) = words.months.find(text, at..at + 1)?;
        let number =
            |at: Option<usize>| text.get(at?)?.word().trim_end_matches("er").parse::<i16>().ok();
        let skip =
            |at: usize| at + usize::from(text.get(at).is_some_and(|t| t.is_one_of(&["de", "del"])));
        let unskip = |at: usize| {
            let before = at.checked_sub(1)?;
            if text[before].is_one_of(&["de"]) { before.checked_sub(1) } else { Some(before) }
        };
        let (day, year) = (number(unskip(month)), number(Some(skip(month + length))));
        let date = Date::new(year?, value, i8::try_from(day?).ok()?).ok()?;
        let is_due = now.adopted.map_or(now.year() <= Some(date.year()), |adopted| date > adopted);
        let is_near = now.year().is_none_or(|year| date.year() - year < 25);
        (is_due && is_near).then_some(date)
    })
}

/// A year behind a word like *by*, *in*.
fn year(
    words: &Words,
    language: Language,
    now: &Now,
    text: &[Token],
    within: Range<usize>,
) -> Option<i16> {
    let now = now.year()?;
    within.clone().find_map(|at| {
        let word = text.get(at)?.word();
        let year: i16 = word.parse().ok().filter(|_| word.len() == 4)?;
        let is_behind = (1..=6.min(at - within.start)).any(|length| {
            // *In January 2003*: the month stands between.
            let month = usize::from(words.months.at(text, at - 1).is_some());
            at >= within.start + length + month
                && words.by.at(text, at - length - month).is_some_and(|(found, ())| found == length)
        });
        let behind = text.get(at + 1);
        let is_chinese_year =
            language == Language::Chinese && behind.is_some_and(|t| t.is_one_of(&["年"]));
        // *In 2030 Agenda*, *of 2018*.
        let is_name = behind.is_some_and(|token| token.is_capital && !token.is_one_of(&["and"]));
        let weak = at.checked_sub(1).is_some_and(|at| {
            text[at].is_one_of(&["of", "de", "from", "for", "du", "del", "с", "на"])
        });
        let is_due = if weak { year > now } else { year >= now };
        ((is_behind || is_chinese_year)
            && is_due
            && year - now < 25
            && !is_name
            && !(weak && language == Language::English))
            .then_some(year)
    })
}

/// The first day that a text names.
#[must_use]
pub fn date_in(language: Language, text: &str) -> Option<Date> {
    let text = tokens(text);
    let anytime = Now { organ: None, adopted: None, session: None, year: None };
    day(Words::of(language), &anytime, &text, 0..text.len())
}

/// How often, within some words.
pub(super) fn every(language: Language, text: &[Token], within: Range<usize>) -> Option<Every> {
    Words::of(language).every.find(text, within).map(|(_, _, years)| Every(years))
}
