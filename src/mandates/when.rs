//! By when: sessions, days, years, and how often, and which of them lie behind. Knows whose sessions they are, not how
//! days are written.

use std::ops::Range;

use jiff::civil::Date;

use super::{
    addressee::People,
    calendar::year_of_session,
    days,
    mandate::{Every, Unit, What},
    sessions, spans,
    tokens::Token,
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
    /// Whether something is due *at* it, *before* it, and it is not only spoken of.
    pub(super) is_at: bool,
    /// Whether the year is that of a thing: *the review to be launched in 2020*.
    pub(super) is_planned: bool,
}

impl When {
    /// Without the year of a thing that is planned anyhow, and without a session that is not one of the bodies whose sessions are numbered through: where nothing
    /// is to be laid before it, it tells of something else.
    pub(super) fn without_others(self) -> Self {
        let year = self.year.filter(|_| !self.is_planned);
        let is_other = self.to.is_some_and(|name| organ_of(name).is_none());
        let session = self.session.filter(|_| !is_other || self.is_own || self.is_at);
        Self { session, year, ..self }
    }
}

/// What is known of a document's own time: what lies before it is not due.
pub(super) struct Now {
    organ: Option<Organ>,
    pub(super) adopted: Option<Date>,
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
    pub(super) fn year(&self) -> Option<i16> {
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
    // The Assembly's committees meet in its sessions.
    let name = if name == "Main Committees" { Organ::GeneralAssembly.name() } else { name };
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
    /// Whether it tells what is to come, so that a span of time can be no other than that by which it is due.
    pub(super) is_telling: bool,
}

/// All times at which a task is due: one for each session, or one.
pub(super) fn all(setting: &Setting<'_>, within: Range<usize>, verb: usize) -> Vec<When> {
    let Setting { language, now, text, .. } = *setting;
    let words = Words::of(language);
    let mut found = in_sessions(setting, within.clone());
    found.dedup_by(|a, b| a.session == b.session && a.to == b.to && a.what == b.what);
    let near = within.start..within.end.min(verb + 26);
    let mut days = days::due(words, language, now, text, within.clone(), near.end);
    if days.is_empty() {
        let far = within.clone();
        let day = spans::due(words, now.adopted, text, far, setting.is_telling);
        days.extend(day.map(|day| (day, None)));
    }
    let day = days.first().map(|(day, _)| *day);
    if found.is_empty() && days.len() > 1 {
        let to = nearest(setting, within);
        let at = |(date, what): (Date, Option<What>)| When {
            year: Some(date.year()),
            date: Some(date),
            to,
            what,
            ..When::default()
        };
        return days.into_iter().map(at).collect();
    }
    if found.is_empty() {
        let to = nearest(setting, within);
        let by = days::year(words, language, now, text, near).filter(|_| day.is_none());
        let is_planned = by.is_some_and(|(_, _, is_planned)| is_planned);
        let by = by.map(|(year, at, _)| (year, at));
        let year = day.map(Date::year).or(by.map(|(year, _)| year));
        let first = When { year, date: day, to, is_planned, ..When::default() };
        let further = by.map_or_else(Vec::new, |(_, at)| days::joined_years(text, at));
        let further = further.into_iter().filter(|_| day.is_none());
        let all = further.map(|year| When { year: Some(year), ..first });
        return std::iter::once(first).chain(all).collect();
    }
    if let [only] = found.as_mut_slice() {
        only.date = day.filter(|_| only.year.is_none() || only.session.is_some());
        only.year = only.year.or(day.map(Date::year));
    }
    if day.is_none() {
        let known: Vec<_> = found.iter().map(|when| when.year).collect();
        let years = days::years_behind(language, now, text, within).into_iter().map(Some);
        let at =
            |year| When { year, to: found.first().and_then(|first| first.to), ..When::default() };
        let further: Vec<_> = years.filter(|year| !known.contains(year)).map(at).collect();
        found.extend(further);
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
        let is_told = sessions::is_told(language, text, from..first.max(from))
            || sessions::is_told_of(words, text, within.start..first);
        let object = sessions::object(words, text, from..first.max(from), behind..within.end)
            .filter(|(is_behind, _)| *is_behind || from > within.start)
            .map(|(_, what)| what);
        for (nth, (session, start)) in numbers.into_iter().enumerate() {
            if is_told || start < within.start && language != Language::Chinese {
                continue;
            }
            let is_own = sessions::is_own(text, first) || is_of_asked(setting, within.start..first);
            let before = found.last().and_then(|last| last.to);
            let to = owner_of(setting, from..start.max(from), behind..within.end)
                .or(before.filter(|_| is_own || nth > 0));
            let owner = to.or_else(|| body(setting.asked).filter(|_| is_own));
            let is_own = is_own && owner == body(setting.asked);
            let is_at = sessions::is_at(language, text, first);
            let when = When { to, what: object, is_own, is_at, ..When::default() };
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

/// Whether a Chinese session stands just behind who is asked, and so is theirs: *邀请麻醉药品委员会第六十五届会议审议*.
fn is_of_asked(setting: &Setting<'_>, before: Range<usize>) -> bool {
    let (end, is_chinese) = (before.end, setting.language == Language::Chinese);
    let found = || setting.people.find(setting.block, setting.text, before);
    is_chinese && found().is_some_and(|(_, words)| words.end == end)
}

/// The name of a body that has sessions, where it is one.
fn body(name: Option<&str>) -> Option<&'static str> {
    BODIES.iter().copied().find(|body| Some(*body) == name)
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

const BODIES: &[&str] = &[
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
    "United Nations Habitat Assembly",
    "World Health Assembly",
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
    "Commission on Population and Development",
    "Commission on the Limits of the Continental Shelf",
    "Committee of Experts on Public Administration",
    "Committee for Development Policy",
    "Committee on World Food Security",
    "Conference on Disarmament",
    "Disarmament Commission",
    "Economic and Social Commission for Asia and the Pacific",
    "Economic and Social Commission for Western Asia",
    "Economic Commission for Africa",
    "Economic Commission for Europe",
    "Economic Commission for Latin America and the Caribbean",
    "International Law Commission",
    "Legal Subcommittee",
    "Permanent Forum on Indigenous Issues",
    "Scientific and Technical Subcommittee",
    "United Nations Commission on International Trade Law",
    "United Nations Forum on Forests",
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

/// How often, within some words.
pub(super) fn every(language: Language, text: &[Token], within: Range<usize>) -> Option<Every> {
    let words = Words::of(language);
    let start = within.start;
    // *The outcomes of its annual meetings*: what is spoken of.
    let is_annual = |at: usize| text.get(at).is_some_and(|token| token.is_one_of(&["annual"]));
    let is_told = |at: usize| {
        language == Language::English
            && (is_annual(at) || is_annual(at + 1))
            && sessions::is_told_of(words, text, start..at)
    };
    within.into_iter().filter(|at| !is_told(*at)).find_map(|at| {
        let counted = spans::every(words, text, at);
        let named = words.every.at(text, at).or_else(|| annual(language, text, at));
        counted.into_iter().chain(named).max_by_key(|(length, _)| *length).map(|(_, every)| every)
    })
}

/// Whether something is done so often, *to observe it every year*, and not only spoken of: *those who die every year*,
/// *his annual report*.
pub(super) fn is_done_regularly(language: Language, text: &[Token], task: Range<usize>) -> bool {
    let words = Words::of(language);
    let adverbs = [
        "annually",
        "biennially",
        "triennially",
        "quarterly",
        "monthly",
        "yearly",
        "every",
        "each",
        "on",
        "once",
    ];
    let who = ["who", "that", "which", "whose", "where"];
    let near = task.start..task.end.min(task.start + 20);
    let end = near.clone().find(|at| text[*at].is_one_of(&who)).unwrap_or(near.end);
    let is_adverb = |at: usize| text[at].is_one_of(&adverbs) && words.every.at(text, at).is_some();
    language == Language::English && (near.start..end).any(is_adverb)
}

/// *His comprehensive annual briefing*, *an annual progress report*: what somebody gives each year.
fn annual(language: Language, text: &[Token], at: usize) -> Option<(usize, Every)> {
    let is = |at: usize, words: &[&str]| text.get(at).is_some_and(|token| token.is_one_of(words));
    let givers = ["his", "her", "its", "their", "a", "an"];
    let papers = ["report", "reports", "briefing", "briefings", "update", "updates"];
    if language != Language::English || !is(at, &givers) {
        return None;
    }
    let behind = (at + 1..at + 3).find(|at| is(*at, &["annual"]))? + 1;
    let paper = (behind..behind + 2).find(|at| is(*at, &papers))?;
    Some((paper + 1 - at, Every { count: 1, unit: Unit::Year }))
}
