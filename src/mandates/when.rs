//! By when: sessions, days, years, and how often. Knows numbers and names of months, and which of them
//! lie behind.

use std::ops::Range;

use jiff::civil::Date;

use super::{
    addressee::People,
    calendar::year_of_session,
    mandate::{Every, What},
    sessions,
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
    /// What is to come then, where each session has its own: *an update at its fiftieth session and a
    /// report at its fifty-first*.
    pub(super) what: Option<What>,
    /// Whether the session is that of who is asked: *its*.
    pub(super) is_own: bool,
    /// Whether the year is that of a thing: *the review to be launched in 2020*.
    pub(super) is_planned: bool,
}

impl When {
    /// Without the year of a thing that is planned anyhow, and without a session that is not one of the bodies whose sessions are numbered through: where nothing
    /// is to be laid before it, it tells of something else.
    pub(super) fn without_others(self) -> Self {
        let year = self.year.filter(|_| !self.is_planned);
        let is_other = self.to.is_some_and(|name| organ_of(name).is_none());
        let session = self.session.filter(|_| !is_other || self.is_own);
        Self { session, year, ..self }
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

/// Where a task stands, and what is known around it.
#[derive(Clone, Copy)]
pub(super) struct Setting<'a> {
    pub(super) language: Language,
    /// The block of the document.
    pub(super) block: usize,
    pub(super) people: &'a People<'a>,
    pub(super) now: &'a Now,
    pub(super) text: &'a [Token],
    /// The canonical name of who is asked: whose *its session* is, where nobody else is named.
    pub(super) asked: Option<&'a str>,
}

/// All times at which a task is due: one for each session, or one.
pub(super) fn all(setting: &Setting<'_>, within: Range<usize>, verb: usize) -> Vec<When> {
    let Setting { language, now, text, .. } = *setting;
    let words = Words::of(language);
    let mut found = in_sessions(setting, within.clone());
    found.dedup_by(|a, b| a.session == b.session && a.to == b.to && a.what == b.what);
    let near = within.start..within.end.min(verb + 26);
    let day = day(words, now, text, near.clone());
    if found.is_empty() {
        let to = nearest(setting, within);
        let by = year(words, language, now, text, near).filter(|_| day.is_none());
        let year = day.map(Date::year).or(by.map(|(year, _)| year));
        let is_planned = by.is_some_and(|(_, is_planned)| is_planned);
        return vec![When { year, date: day, to, is_planned, ..When::default() }];
    }
    if let [only] = found.as_mut_slice() {
        only.date = day.filter(|_| only.year.is_none() || only.session.is_some());
        only.year = only.year.or(day.map(Date::year));
    }
    found
}

/// The sessions within some words that are no past ones, in their order.
fn in_sessions(setting: &Setting<'_>, within: Range<usize>) -> Vec<When> {
    let Setting { language, now, text, .. } = *setting;
    let words = Words::of(language);
    let mut found: Vec<When> = Vec::new();
    let mut from = within.start;
    let mut at = within.start;
    while at < within.end {
        let Some((length, ())) = words.session.at(text, at) else {
            at += 1;
            continue;
        };
        let behind = at + length;
        let numbers = sessions::numbers_of(language, words, text, at, length);
        let first = numbers.first().map_or(at, |(_, start)| *start);
        let is_told = sessions::is_told(language, text, from..first.max(from));
        let object = sessions::object(words, text, from..first.max(from), behind..within.end)
            .filter(|(is_behind, _)| *is_behind || from > within.start)
            .map(|(_, what)| what);
        for (session, start) in numbers {
            if is_told || start < within.start && language != Language::Chinese {
                continue;
            }
            let is_own = sessions::is_own(text, first);
            let before = found.last().and_then(|last| last.to);
            let to = owner_of(setting, from..start.max(from), behind..within.end)
                .or(before.filter(|_| is_own));
            let owner = to.or_else(|| body(setting.asked).filter(|_| is_own));
            let is_own = is_own && owner == body(setting.asked);
            let when = When { to, what: object, is_own, ..When::default() };
            push(now, &mut found, session, owner, when);
        }
        from = behind;
        at = behind;
    }
    // One session has what the verb has.
    if let [only] = found.as_mut_slice() {
        only.what = None;
    }
    found
}

/// The name of a body that has sessions, where it is one.
fn body(name: Option<&str>) -> Option<&'static str> {
    BODIES.into_iter().find(|body| Some(*body) == name)
}

/// A number before *session* is its own, or its year.
fn push(now: &Now, found: &mut Vec<When>, session: u16, owner: Option<&str>, when: When) {
    let organ = owner.map_or(now.organ, organ_of);
    if session >= 1900 {
        let year = i16::try_from(session).ok();
        if year >= now.year() {
            found.push(When { year, ..when });
        }
        return;
    }
    let years_ahead =
        |organ| Some(year_of_session(organ, session)? - now.year()?).filter(|years| *years >= -1);
    // Whose it is was guessed: one that is many years ahead is another body's.
    let is_far = |organ| years_ahead(organ).is_some_and(|years| years > 5);
    let is_assembly = || years_ahead(Organ::GeneralAssembly).is_some_and(|years| years < 5);
    let organ = match organ {
        Some(own) if owner.is_none() && is_far(own) && is_assembly() => {
            Some(Organ::GeneralAssembly)
        }
        organ => organ,
    };
    let is_plausible = organ.and_then(years_ahead).is_none_or(|years| years < 25);
    if !now.is_past(organ, session) && is_plausible {
        let year = organ.and_then(|organ| year_of_session(organ, session));
        found.push(When { session: Some(session), year, ..when });
    }
}

/// Whose session it is: the body that is named last before it, else just behind it.
fn owner_of(
    setting: &Setting<'_>,
    before: Range<usize>,
    behind: Range<usize>,
) -> Option<&'static str> {
    let near = before.end.saturating_sub(16).max(before.start)..before.end;
    nearest(setting, near).or_else(|| {
        let of = behind.start..behind.end.min(behind.start + 5);
        let is_of = setting.text.get(of.start).is_some_and(|token| token.is_one_of(&["of", "de"]));
        if is_of { first(setting, of) } else { None }
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

fn nearest(setting: &Setting<'_>, within: Range<usize>) -> Option<&'static str> {
    let mut found = None;
    let mut at = within.start;
    while at < within.end {
        match setting.people.at(setting.block, setting.text, at) {
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

fn first(setting: &Setting<'_>, mut within: Range<usize>) -> Option<&'static str> {
    let found = within.find_map(|at| setting.people.at(setting.block, setting.text, at));
    found.map(|(name, _)| name)
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
) -> Option<(i16, bool)> {
    let now = now.year()?;
    let mut is_planned = false;
    let found = within.clone().find_map(|at| {
        let word = text.get(at)?.word();
        let year: i16 = word.parse().ok().filter(|_| word.len() == 4)?;
        // *In January 2003*: the month stands between.
        let month = usize::from(words.months.at(text, at.checked_sub(1)?).is_some());
        let by = (1..=6.min(at - within.start)).find(|length| {
            at >= within.start + length + month
                && words
                    .by
                    .at(text, at - length - month)
                    .is_some_and(|(found, ())| found == *length)
        });
        let is_behind = by.is_some();
        let (is_done, is_to_be) =
            by.map_or((false, false), |length| participle(language, text, at - length - month));
        is_planned = is_to_be;
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
            && !is_done
            && !(weak && language == Language::English))
            .then_some(year)
    });
    found.map(|year| (year, is_planned))
}

/// Whether a participle stands before *in* and a year, and what it says: that something was done, *elections
/// held in 2021*, or is to be, *the review to be launched in 2020*.
fn participle(language: Language, text: &[Token], before: usize) -> (bool, bool) {
    let Some(last) = before.checked_sub(1).filter(|_| language == Language::English) else {
        return (false, false);
    };
    let is_one = text[last].word().ends_with("ed") || text[last].is_one_of(&["held", "begun"]);
    let is_be = last.checked_sub(1).is_some_and(|be| text[be].is_one_of(&["be"]));
    (is_one && !is_be, is_one && is_be)
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
