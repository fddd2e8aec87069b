//! What a draft says of the resolutions it cites, against what they are: whether there can be one, its day,
//! its title, its paragraphs. Knows symbols, sessions and documents.

use std::collections::{BTreeSet, HashMap};

use jiff::{ToSpan as _, civil::Date};

use super::{Finding, Known, Subject, citing::Citing, no_such_text::FIRST_SESSION, titles};
use crate::{
    document::{
        AdoptedText, Block, Body, Document, Language, Mark, Number, Organ, Reference, Session,
        Symbol, Target,
    },
    mandates::{date_in, year_of_session},
    text::counted,
};

pub(super) fn check(draft: &Document, library: &[Known], found: &mut Vec<Finding>) {
    let known: HashMap<&Symbol, &Document> = library
        .iter()
        .filter_map(|known| Some((known.document.head.symbol.as_ref()?, &known.document)))
        .collect();
    for (index, block) in draft.blocks.iter().enumerate() {
        let none = block.marks.iter().filter_map(|mark| read_as_mark(draft, block, mark));
        found.extend(none.map(|number| {
            let (what, why) = (format!("cites {number}"), "no session or year had that many");
            let at = Some((index, block));
            Finding::new(at, Subject::Citation, what, why, "look the number up")
        }));
    }
    let mut missing: Vec<String> = Vec::new();
    let mut cited: BTreeSet<&Symbol> = BTreeSet::new();
    for text in Citing::all(draft) {
        for (at, reference) in text.references.iter().enumerate() {
            let Target::Document { symbol, locus } = &reference.target else { continue };
            let Some(adopted) = symbol.adopted_text() else { continue };
            if is_of_another_body(adopted) {
                continue;
            }
            cited.insert(symbol);
            found.extend(glued(&text, reference));
            let said = Said::of(draft.language, &text, at, reference);
            let mut say = |what: String, why: String, advice: &str| {
                found.push(text.finding(what, why, advice));
            };
            if let Some(why) = impossible(draft, symbol, adopted) {
                let other = of_other_year(adopted, &known);
                let advice = other.map_or_else(
                    || "look the number up".to_owned(),
                    |other| format!("{other} is in the library: see whether it is meant"),
                );
                say(format!("cites {symbol}"), why, &advice);
                continue;
            }
            let Some(document) = known.get(symbol) else {
                if let (Some(date), Some(why)) =
                    (said.date, said.date.and_then(|date| off_session(adopted, date)))
                {
                    say(format!("cites {symbol} as of {date}"), why, "look the day up");
                }
                if !library.is_empty() && !missing.contains(&symbol.to_string()) {
                    missing.push(symbol.to_string());
                }
                continue;
            };
            compare(symbol, locus.as_deref(), &said, document, &mut say);
        }
    }
    if !missing.is_empty() {
        found.push(not_there(&missing, cited.len()));
    }
}

/// Whether a number that was read as one of the General Assembly is of another body: *14/221* would be of a session that
/// numbered its texts in another way.
fn is_of_another_body(adopted: &AdoptedText) -> bool {
    let is_early = matches!(
        adopted.number,
        Number::InSession { session: Session::Regular(session), .. } if session < FIRST_SESSION
    );
    adopted.body == Body::GeneralAssembly && is_early
}

/// A number that has no space behind it: *resolution 59/111of 6 December 2004*.
fn glued(text: &Citing<'_>, reference: &Reference) -> Option<Finding> {
    let behind = text.text.get(reference.range.end..)?;
    let letters = behind.bytes().take_while(u8::is_ascii_lowercase).count();
    let printed = text.text.get(reference.range.start..reference.range.end + letters)?;
    let is_number = text.text.get(..reference.range.end)?.ends_with(|c: char| c.is_ascii_digit());
    (letters > 0 && is_number).then(|| {
        let (what, why) =
            (format!("“{printed}” has no space in it"), "a number ends before a word");
        text.finding(what, why.to_owned(), "set a space")
    })
}

/// The text of the library that has the number of one of another year, where that could not be: *2436 (2019)*.
fn of_other_year<'a>(
    adopted: &AdoptedText,
    known: &HashMap<&'a Symbol, &Document>,
) -> Option<&'a Symbol> {
    let number_of = |text: &AdoptedText| match text.number {
        Number::OfYear { number, .. } if text.body == Body::SecurityCouncil => Some(number),
        _ => None,
    };
    let own = number_of(adopted)?;
    known.keys().copied().find(|other| other.adopted_text().and_then(number_of) == Some(own))
}

/// The number of a resolution that has more digits than any session had, some of which were taken for the mark of a
/// footnote: *resolution 74/999* in a draft that has no footnotes.
fn read_as_mark(draft: &Document, block: &Block, mark: &Mark) -> Option<String> {
    let is_number = mark.label.bytes().all(|byte| byte.is_ascii_digit());
    if !draft.footnotes.is_empty() || !is_number {
        return None;
    }
    let before = block.text.get(..mark.at)?;
    let is_part = |c: char| c.is_ascii_digit() || c == '/';
    let start = before.trim_end_matches(is_part).len();
    let number = format!("{}{}", &before[start..], mark.label);
    let (session, _) = number.split_once('/').filter(|(session, _)| !session.is_empty())?;
    let is_of_session = session.bytes().all(|byte| byte.is_ascii_digit());
    let could_exist = |body: &str| Symbol::new(format!("{body}/{number}")).could_exist();
    let is_none = !["A/RES", "A/DEC", "A/HRC/RES", "A/HRC/DEC"].into_iter().any(could_exist);
    (is_of_session && is_none).then_some(number)
}

/// The marks without a footnote that are digits of such a number.
pub(super) fn digits_read_as_marks(draft: &Document) -> Vec<&str> {
    let marks = draft.blocks.iter().flat_map(|block| block.marks.iter().map(move |m| (block, m)));
    marks
        .filter(|(block, mark)| read_as_mark(draft, block, mark).is_some())
        .map(|(_, mark)| mark.label.as_str())
        .collect()
}

/// What stands behind a reference: a day, a title.
struct Said<'a> {
    date: Option<Date>,
    title: Option<&'a str>,
}

impl<'a> Said<'a> {
    fn of(language: Language, citing: &Citing<'a>, at: usize, reference: &Reference) -> Self {
        let next = citing.references.get(at + 1).map_or(citing.text.len(), |r| r.range.start);
        let behind = citing.text.get(reference.range.end..next).unwrap_or_default();
        let date = day_behind(language, behind);
        let title = behind.find('“').and_then(|open| {
            let before = behind.get(..open)?;
            let is_entitled = before.len() < 60 && before.trim_end().ends_with("entitled");
            let words = behind.get(open + '“'.len_utf8()..)?;
            is_entitled.then(|| words.split('”').next())?
        });
        Self { date, title }
    }
}

/// The day that stands at once behind a number, *of 24 December 2017*; the title stands behind *entitled*.
pub(super) fn day_behind(language: Language, behind: &str) -> Option<Date> {
    let of = ["of ", "du ", "de ", "от ", "المؤرخ "];
    let near = behind.trim_start_matches([',', ' ', '\u{a0}']);
    let is_dated = of.iter().any(|of| near.starts_with(of));
    let end = near.char_indices().nth(40).map_or(near.len(), |(end, _)| end);
    near.get(..end).filter(|_| is_dated).and_then(|near| date_in(language, near))
}

fn compare(
    symbol: &Symbol,
    locus: Option<&str>,
    said: &Said<'_>,
    cited: &Document,
    say: &mut impl FnMut(String, String, &str),
) {
    if let (Some(date), Some(adopted)) = (said.date, cited.head.adopted)
        && date != adopted
    {
        say(
            format!("cites {symbol} as of {date}"),
            format!("it was adopted on {adopted}"),
            "correct the day",
        );
    }
    if let (Some(title), Some(own)) = (said.title, cited.head.title.as_deref())
        && !titles::is_of(title, cited)
    {
        say(
            format!("cites {symbol} as “{title}”"),
            format!("its title is “{own}”"),
            "correct the title or the number",
        );
    }
    let names_paragraph = locus.filter(|locus| locus.starts_with("para"));
    if let Some(locus) = names_paragraph
        && cited.find(locus, None).is_err()
    {
        say(
            format!("cites {locus} of {symbol}"),
            "it has no such paragraph".to_owned(),
            "correct the number of the paragraph",
        );
    }
}

/// Why there can be no such text when a draft is tabled.
fn impossible(draft: &Document, symbol: &Symbol, adopted: &AdoptedText) -> Option<String> {
    if !symbol.could_exist() {
        return Some("no session or year had that many".to_owned());
    }
    match (adopted.body, &adopted.number) {
        (Body::GeneralAssembly, Number::InSession { session: Session::Regular(session), .. }) => {
            let is_to_come = *session > own_session(draft)?;
            is_to_come.then(|| format!("session {session} is still to come"))
        }
        (
            Body::SecurityCouncil | Body::EconomicAndSocialCouncil,
            Number::OfYear { year, .. } | Number::InYear { year, .. },
        ) => {
            let is_to_come = *year > own_year(draft)?;
            is_to_come.then(|| format!("{year} is still to come"))
        }
        _ => None,
    }
}

/// The session of the General Assembly at which a draft is tabled, by its symbol: *A/C.3/80/L.44*, *A/80/L.9*; of a text
/// that was adopted the session of that.
pub(super) fn own_session(draft: &Document) -> Option<u16> {
    let symbol = draft.head.symbol.as_ref()?;
    if let Some(adopted) = symbol.adopted_text() {
        return match (adopted.body, adopted.number) {
            (
                Body::GeneralAssembly,
                Number::InSession { session: Session::Regular(session), .. },
            ) => Some(session),
            _ => None,
        };
    }
    let mut parts = symbol.as_str().strip_prefix("A/")?.split('/');
    let found = parts.by_ref().take(2).find_map(|part| part.parse::<u16>().ok())?;
    parts.next().is_some_and(|part| part.starts_with("L.")).then_some(found)
}

/// The year in which a draft is tabled: that of its day, or of its symbol, *S/2025/901*.
fn own_year(draft: &Document) -> Option<u16> {
    let day = draft.head.issued.or(draft.head.adopted).and_then(|day| day.year().try_into().ok());
    day.or_else(|| {
        let symbol = draft.head.symbol.as_ref()?.as_str();
        let year = symbol.strip_prefix("S/")?.split('/').next()?.parse().ok()?;
        (1946..=2100).contains(&year).then_some(year)
    })
}

/// Why a day is not one of the session or year that a symbol names.
pub(super) fn off_session(adopted: &AdoptedText, date: Date) -> Option<String> {
    let year = match (adopted.body, &adopted.number) {
        (Body::SecurityCouncil, Number::OfYear { year, .. }) => {
            let year = i16::try_from(*year).ok()?;
            return (date.year() != year).then(|| format!("it is one of {year}"));
        }
        (Body::GeneralAssembly, Number::InSession { session: Session::Regular(session), .. }) => {
            let year = year_of_session(Organ::GeneralAssembly, *session)?;
            let from = Date::new(year, 9, 1).ok()?;
            let to = from.checked_add(1.year()).ok()?.checked_add(1.month()).ok()?;
            let is_within = from <= date && date <= to;
            // Of two bodies in one list the number may be the other's.
            let other = year_of_session(Organ::HumanRightsCouncil, *session);
            let is_others = other.is_some_and(|other| (date.year() - other).abs() <= 1);
            return (!is_within && !is_others)
                .then(|| format!("session {session} was that of {year}–{}", year + 1));
        }
        (
            Body::HumanRightsCouncil,
            Number::InSession { session: Session::Regular(session), .. },
        ) => year_of_session(Organ::HumanRightsCouncil, *session)?,
        _ => return None,
    };
    (date.year() - year).abs().gt(&1).then(|| format!("that session was in {year}"))
}

fn not_there(missing: &[String], count: usize) -> Finding {
    let list = |shown: usize| {
        let more = missing.len() - shown;
        let (are, them) = match missing.len() {
            1 => ("this is", "it"),
            _ => ("these are", "them"),
        };
        let names = missing.iter().take(shown).cloned().collect::<Vec<_>>().join(", ");
        let more = if more > 0 { format!(" and {more} more") } else { String::new() };
        let cited = counted(count, "text");
        (format!("of {cited} that it cites {are} not in the library: {names}{more}"), them)
    };
    let (what, them) = list(missing.len().min(SHOWN));
    let advice = format!("look {them} up, or add {them} to the library");
    let why = format!("what is said of {them} could not be compared");
    let full = Some(list(missing.len()).0);
    Finding { full, ..Finding::new(None, Subject::Citation, what, why, advice) }
}

/// How many of a list are shown to people.
const SHOWN: usize = 12;
