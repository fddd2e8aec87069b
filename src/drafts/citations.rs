//! What a draft says of the resolutions it cites, against what they are: whether there can be one, its day,
//! its title, its paragraphs. Knows symbols, sessions and documents.

use std::collections::HashMap;

use jiff::{ToSpan as _, civil::Date};

use super::{Finding, Known, Subject};
use crate::{
    document::{
        AdoptedText, Block, Body, Document, Language, Mark, Number, Organ, Reference, Session,
        Symbol, Target,
    },
    mandates::{date_in, year_of_session},
    text::likeness,
};

/// How like a title must be to what the draft says it is. Below it is another text.
const SAME_TITLE: f64 = 0.5;

pub(super) fn check(draft: &Document, library: &[Known], found: &mut Vec<Finding>) {
    let known: HashMap<&Symbol, &Document> = library
        .iter()
        .filter_map(|known| Some((known.document.head.symbol.as_ref()?, &known.document)))
        .collect();
    let mut missing: Vec<String> = Vec::new();
    let mut count = 0;
    for (index, block) in draft.blocks.iter().enumerate() {
        let none = block.marks.iter().filter_map(|mark| read_as_mark(draft, block, mark));
        found.extend(none.map(|number| {
            let why = "no session or year had that many".to_owned();
            of_citation(index, block, format!("cites {number}"), why, "look the number up")
        }));
        for (at, reference) in block.references.iter().enumerate() {
            let Target::Document { symbol, locus } = &reference.target else { continue };
            let Some(adopted) = symbol.adopted_text() else { continue };
            count += 1;
            let said = Said::of(draft.language, block, at, reference);
            let mut say = |what: String, why: String, advice: &str| {
                found.push(of_citation(index, block, what, why, advice));
            };
            if let Some(why) = impossible(draft, symbol, adopted) {
                say(format!("cites {symbol}"), why, "look the number up");
                continue;
            }
            let Some(cited) = known.get(symbol) else {
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
            compare(symbol, locus.as_deref(), &said, cited, &mut say);
        }
    }
    if !missing.is_empty() {
        found.push(not_there(&missing, count));
    }
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
    let is_none = !["A/RES", "A/DEC", "A/HRC/RES"].into_iter().any(could_exist);
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
    fn of(language: Language, block: &'a Block, at: usize, reference: &Reference) -> Self {
        let next = block.references.get(at + 1).map_or(block.text.len(), |next| next.range.start);
        let behind = block.text.get(reference.range.end..next).unwrap_or_default();
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

/// What is to be said of a citation in a block.
pub(super) fn of_citation(
    index: usize,
    block: &Block,
    what: String,
    why: String,
    advice: &str,
) -> Finding {
    Finding {
        at: Some(index),
        place: block.cite.to_string(),
        subject: Subject::Citation,
        what,
        why,
        advice: advice.to_owned(),
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
        && likeness(title, own) < SAME_TITLE
        && !is_part_of(title, own)
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

/// Whether a title is cited in short, or with more words.
fn is_part_of(title: &str, own: &str) -> bool {
    let (title, own) = (title.to_lowercase(), own.to_lowercase());
    own.contains(title.trim_end_matches([',', '.'])) || title.contains(&own)
}

/// Why there can be no such text when a draft is tabled.
fn impossible(draft: &Document, symbol: &Symbol, adopted: &AdoptedText) -> Option<String> {
    if !symbol.could_exist() {
        return Some("no session or year had that many".to_owned());
    }
    let own = own_session(draft)?;
    match (adopted.body, &adopted.number) {
        (Body::GeneralAssembly, Number::InSession { session: Session::Regular(session), .. }) => {
            (*session > own).then(|| format!("session {session} is still to come"))
        }
        _ => None,
    }
}

/// The session of the General Assembly at which a draft is tabled, by its symbol: *A/C.3/80/L.44*, *A/80/L.9*.
pub(super) fn own_session(draft: &Document) -> Option<u16> {
    let symbol = draft.head.symbol.as_ref()?.as_str();
    let mut parts = symbol.strip_prefix("A/")?.split('/');
    let found = parts.by_ref().take(2).find_map(|part| part.parse::<u16>().ok())?;
    parts.next().is_some_and(|part| part.starts_with("L.")).then_some(found)
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
    let shown: Vec<&str> = missing.iter().take(12).map(String::as_str).collect();
    let more = missing.len().saturating_sub(shown.len());
    let more = if more > 0 { format!(" and {more} more") } else { String::new() };
    Finding {
        at: None,
        place: "document".to_owned(),
        subject: Subject::Citation,
        what: format!(
            "of {count} citations these are not in the library: {}{more}",
            shown.join(", ")
        ),
        why: "what is said of them could not be compared".to_owned(),
        advice: "look them up, or add them to the library".to_owned(),
    }
}
