//! Requests for reports: when they are due, and who asked for the same before. Knows mandates.

use super::{Finding, Known, Subject, citations::own_session};
use crate::{
    document::{Act, Document, Kind, Organ},
    mandates::{Mandate, What, year_of_session},
    text::likeness,
};

/// How like the subjects of two requests for one report are.
const SAME_SUBJECT: f64 = 0.75;

pub(super) fn check(
    draft: &Document,
    own: &[Mandate],
    before: Option<&Document>,
    library: &[Known],
    found: &mut Vec<Finding>,
) {
    let is_asked = |own: &&Mandate| is_report(own) && !is_within_reports(draft, own);
    let reports: Vec<&Mandate> = own.iter().filter(is_asked).collect();
    let earlier: Vec<&Known> =
        library.iter().filter(|known| is_kin(&known.document, before, draft, &reports)).collect();
    found.extend(at_another_session(draft, own, &reports));
    for (index, mandate) in reports.iter().enumerate() {
        found.push(due(mandate, first_year(draft)));
        // One paragraph may ask for several: an interim report, then a report.
        let mut others = reports.iter().take(index).filter(|other| other.block != mandate.block);
        if let Some(twin) = others.clone().find(|twin| is_twin(twin, mandate)) {
            found.push(finding(
                mandate,
                format!("asks {} for a report again", who(mandate)),
                format!("{} asks for it already", twin.cite),
                "ask once",
            ));
        } else if let Some(other) = others.find(|other| is_at_other_time(other, mandate)) {
            found.push(finding(
                mandate,
                format!("asks {} for the same report as {}", who(mandate), other.cite),
                format!("that one is due: {}", when(other)),
                "see whether both are meant",
            ));
        }
        if let Some((name, cite)) = asked_before(mandate, before, &earlier) {
            found.push(finding(
                mandate,
                format!("asks {} for a report that was asked for before", who(mandate)),
                format!("by {name}, {cite}"),
                "see what came of it, and say what is to be new",
            ));
        }
    }
}

fn is_report(mandate: &Mandate) -> bool {
    let is_one = matches!(mandate.what, What::Report | What::Briefing | What::Update | What::Study);
    // Who is encouraged to say something in a report, or is to include it in one, is not asked for one.
    let is_asked = mandate.act != Act::Encourage && !mandate.task.ends_with(" include");
    is_one && is_asked && !is_of_many(mandate)
}

/// Whether many are asked: Member States that provide information are not asked to report.
pub(super) fn is_of_many(mandate: &Mandate) -> bool {
    let many = ["States", "Member States", "Governments", "States parties"];
    mandate.who.as_deref().is_some_and(|who| many.contains(&who))
}

/// Whether somebody is to be told something in reports that are asked for elsewhere: *to keep the Council informed through
/// his reports*.
fn is_within_reports(draft: &Document, mandate: &Mandate) -> bool {
    let block = draft.blocks.get(mandate.block).map(|block| &block.text);
    let words = block.and_then(|text| text.get(mandate.range.clone())).unwrap_or_default();
    let reports = [
        "through his ",
        "through her ",
        "through its ",
        "in his regular ",
        "in his reports",
        "in her reports",
    ];
    let is_update = mandate.what == What::Update && mandate.session.is_none();
    is_update && reports.iter().any(|said| words.contains(said)) && words.contains("report")
}

/// The year in which the session began at which a draft is tabled.
fn first_year(draft: &Document) -> Option<i16> {
    year_of_session(Organ::GeneralAssembly, own_session(draft)?)
}

/// When something is due, in words; empty where nothing says so.
fn when(mandate: &Mandate) -> String {
    let session = mandate.session.map(|session| format!("session {session}"));
    let when = [
        session,
        mandate.year.map(|year| year.to_string()),
        mandate.date.map(|date| date.to_string()),
        mandate.every.map(|every| format!("every {}", every.name())),
    ];
    when.into_iter().flatten().collect::<Vec<_>>().join(", ")
}

/// When a report is due, or that nothing says so, or that it is past.
fn due(mandate: &Mandate, first_year: Option<i16>) -> Finding {
    let when = when(mandate);
    let article = if mandate.what == What::Update { "an" } else { "a" };
    let what = format!("asks {} for {article} {}", who(mandate), mandate.what.name());
    if when.is_empty() {
        let advice = "name the session or the day by which it is due";
        finding(mandate, what, "nothing says by when".to_owned(), advice)
    } else if mandate.year.zip(first_year).is_some_and(|(year, first)| year < first) {
        let why = format!("due: {when}, which lies behind");
        finding(mandate, what, why, "name a session or a day that is still to come")
    } else {
        let advice = match (mandate.session, mandate.year, mandate.date) {
            (Some(_), ..) => "see that the session is the one that is meant",
            (None, None, None) => "see when the first of them is due",
            _ => "see that the time is the one that is meant",
        };
        finding(mandate, what, format!("due: {when}"), advice)
    }
}

/// The report on the implementation of the text that comes at one session, where the text puts its matter on the agenda of
/// another one. Of the 43 texts of the General Assembly from session 60 in the library that have one of each, 42 have them at
/// the same.
fn at_another_session(draft: &Document, own: &[Mandate], reports: &[&Mandate]) -> Option<Finding> {
    let is_of_text = |report: &&&Mandate| {
        let about = report.about.to_lowercase();
        IMPLEMENTATION.iter().any(|words| about.contains(words))
    };
    let of_text: Vec<(&Mandate, u16)> =
        reports.iter().filter(is_of_text).filter_map(|one| Some((*one, one.session?))).collect();
    let takes_up = |mandate: &&Mandate| {
        let text = draft.blocks.get(mandate.block).map_or("", |block| &block.text);
        mandate.act == Act::Decide
            && (text.contains("provisional agenda")
                || TAKES_UP.contains(&mandate.task.as_str())
                || mandate.task == "to continue" && text.contains("consideration"))
    };
    let items: Vec<(&Mandate, u16)> =
        own.iter().filter(takes_up).filter_map(|item| Some((item, item.session?))).collect();
    let (&(report, due), &(item, taken_up)) = (of_text.first()?, items.first()?);
    let is_one = |all: &[(&Mandate, u16)]| all.iter().all(|(_, session)| *session == all[0].1);
    (is_one(&of_text) && is_one(&items) && due != taken_up).then(|| {
        finding(
            report,
            format!("asks {} for a report at session {due}", who(report)),
            format!("{} takes the matter up at session {taken_up}", item.cite),
            "see whether both sessions are meant",
        )
    })
}

/// What a report is on that is on the whole of the text.
const IMPLEMENTATION: [&str; 2] =
    ["implementation of the present resolution", "implementation of this resolution"];

/// What a body decides to do with a matter at a session.
const TAKES_UP: [&str; 4] = ["to consider", "to review", "to resume", "to follow up"];

/// The version before, and what other texts may ask the same: those of nearly the same words.
fn is_kin(
    document: &Document,
    before: Option<&Document>,
    draft: &Document,
    reports: &[&Mandate],
) -> bool {
    let is_before = before.is_some_and(|before| std::ptr::eq(before, document));
    let is_adopted =
        document.head.kind == Kind::Resolution && document.head.symbol != draft.head.symbol;
    is_before || (is_adopted && !reports.is_empty())
}

fn asked_before(
    mandate: &Mandate,
    before: Option<&Document>,
    earlier: &[&Known],
) -> Option<(String, String)> {
    let mut all: Vec<(&Document, &Mandate)> = Vec::new();
    for known in earlier {
        let document = &known.document;
        let is_before = before.is_some_and(|before| std::ptr::eq(before, document));
        let reports = known.mandates().iter().filter(|other| is_report(other));
        let of_one = reports.filter(|other| {
            other.who == mandate.who
                && (is_before && is_like(other, mandate) || is_same(other, mandate))
        });
        // Of several in the version before, the one whose subject is nearest.
        let nearness = |other: &&Mandate| likeness(&other.about, &mandate.about);
        let same = of_one.max_by(|a, b| nearness(a).total_cmp(&nearness(b)));
        all.extend(same.map(|same| (document, same)));
    }
    let (document, same) = all.into_iter().max_by_key(|(document, _)| document.head.adopted)?;
    let name = document.head.symbol.as_ref()?.to_string();
    Some((name, same.cite.to_string()))
}

/// How like the subject of a report must be to one in the version before, which is of the same matter.
const LIKE_SUBJECT: f64 = 0.3;

/// Whether a request of the version before may be for the same report. A subject of few words, *the implementation of
/// the present resolution*, tells nothing.
fn is_like(one: &Mandate, other: &Mandate) -> bool {
    let is_short = |mandate: &Mandate| mandate.about.split_whitespace().count() < 8;
    is_short(one) || is_short(other) || likeness(&one.about, &other.about) >= LIKE_SUBJECT
}

/// Whether two ask the same body for the same: the subject must be more than *the present resolution*.
fn is_same(one: &Mandate, other: &Mandate) -> bool {
    one.who.is_some()
        && one.who == other.who
        && one.about.split_whitespace().count() >= 8
        && likeness(&one.about, &other.about) >= SAME_SUBJECT
}

/// Whether a draft asks the same twice, for the same time: also in few words, where nothing tells the two apart.
fn is_twin(one: &Mandate, other: &Mandate) -> bool {
    let due = |mandate: &Mandate| (mandate.session, mandate.date, mandate.every, mandate.what);
    let is_equal = one.who.is_some()
        && one.who == other.who
        && has_subject(one)
        && one.about == other.about
        && due(one) == due(other);
    is_equal || is_same(one, other) && has_subject(one) && due(one) == due(other)
}

/// Whether two paragraphs ask for a report on the same, due at other times: in the library's texts no two do with a subject.
fn is_at_other_time(one: &Mandate, other: &Mandate) -> bool {
    let time = |mandate: &Mandate| (mandate.session, mandate.date, mandate.every);
    let is_due = |mandate: &Mandate| time(mandate) != (None, None, None);
    one.who.is_some()
        && one.who == other.who
        && one.what == other.what
        && has_subject(one)
        && one.about.to_lowercase() == other.about.to_lowercase()
        && is_due(one)
        && is_due(other)
        && time(one) != time(other)
}

/// Whether it says what a report is about, and not only for whom, or *on progress in this regard*.
fn has_subject(mandate: &Mandate) -> bool {
    let about = mandate.about.to_lowercase();
    !["to ", "at its ", "in ", "the following"].iter().any(|begin| about.starts_with(begin))
        && !POINTS.iter().any(|words| about.contains(words))
        && about.split_whitespace().count() >= 3
}

/// What points to other words for the subject, which differ from paragraph to paragraph.
const POINTS: [&str; 8] = [
    "this matter",
    "this issue",
    "this regard",
    "that regard",
    "these ",
    "such ",
    "thereon",
    "in the context of",
];

fn who(mandate: &Mandate) -> String {
    // *UN-Water* is named as it is; *him* is the Secretary-General.
    let has_article = !mandate.who_text.starts_with(char::is_uppercase);
    match mandate.who.as_deref().unwrap_or(&mandate.who_text) {
        "" => "somebody".to_owned(),
        who if has_article => format!("the {}", who.trim_start_matches("the ")),
        who => who.to_owned(),
    }
}

fn finding(mandate: &Mandate, what: String, why: String, advice: &str) -> Finding {
    Finding {
        at: Some(mandate.block),
        place: mandate.cite.to_string(),
        subject: Subject::Report,
        what,
        full: None,
        why,
        advice: advice.to_owned(),
    }
}
