//! The version before: the latest text of the library with nearly the same title, and what of a draft
//! differs from it as a whole. Knows titles and lengths.

use super::{Finding, Known, Subject};
use crate::{
    document::{AdoptedText, Block, Document, Number, Part, Session, Symbol, Target},
    text::{likeness, words},
};

/// How like the titles of two texts of one series are.
const SAME_SERIES: f64 = 0.6;
/// How much less like the draft's a title may be than the nearest one, and still be of its series.
const AS_NEAR: f64 = 0.15;
/// How many words in a hundred a draft may have more than the text before.
const LONGER: usize = 110;

/// The latest text of the library whose title is nearly that of the draft.
pub(super) fn version_before<'a>(draft: &Document, library: &'a [Known]) -> Option<&'a Document> {
    let title = draft.head.title.as_deref()?;
    let is_same = |document: &&Document| {
        let is_earlier =
            document.head.symbol != draft.head.symbol && document.head.adopted.is_some();
        let own = document.head.title.as_deref().unwrap_or_default();
        is_earlier && document.head.organ == draft.head.organ && same_title(title, own)
    };
    let nearness =
        |document: &Document| likeness(title, document.head.title.as_deref().unwrap_or_default());
    let all: Vec<&Document> = library.iter().map(|known| &known.document).filter(is_same).collect();
    // Of several series the one whose title is nearest: discrimination against women is not racial discrimination.
    let nearest = all.iter().map(|document| nearness(document)).fold(0.0, f64::max);
    let is_near = |document: &&Document| nearness(document) >= nearest - AS_NEAR;
    all.into_iter().filter(is_near).max_by_key(|document| document.head.adopted)
}

fn same_title(one: &str, other: &str) -> bool {
    likeness(one, other) >= SAME_SERIES && !is_of_other(one, other)
}

/// Whether one of two titles ends with the other, and says before it what is done with that: *Political Declaration on the
/// Implementation of the Plan of Action* is no later text of the series of the *Plan of Action*.
fn is_of_other(one: &str, other: &str) -> bool {
    let (long, short) = if one.len() > other.len() { (one, other) } else { (other, one) };
    let before = long.trim().strip_suffix(short.trim());
    before.is_some_and(|before| before.split_whitespace().count() >= 4)
}

pub(super) fn check(
    draft: &Document,
    before: Option<&Document>,
    library: &[Known],
    found: &mut Vec<Finding>,
) {
    let Some(before) = before else { return };
    let name = before.head.symbol.as_ref().map(ToString::to_string).unwrap_or_default();
    let is_latest = !recalls_later(draft, before, library);
    let (own, theirs) = (length(draft), length(before));
    if is_latest && theirs > 0 && own * 100 > theirs * LONGER {
        let more = own * 100 / theirs - 100;
        found.push(Finding::new(
            None,
            Subject::Length,
            format!("{own} words, {more} % more than {name}, which has {theirs}"),
            "that is the latest in the library with such a title",
            "see what of it is new, and what was said before",
        ));
    }
    let mut say = |what: String, why: String, advice: &str| {
        found.push(Finding::new(None, Subject::Title, what, why, advice));
    };
    if let (Some(title), Some(own)) = (&draft.head.title, &before.head.title)
        && is_latest
        && words(title) != words(own)
    {
        say(
            format!("its title is “{title}”"),
            format!("that of {name}, the latest in the library, is “{own}”"),
            "keep the title, or mean the change",
        );
    }
    let printed = before.head.agenda_title.clone().filter(|_| is_latest);
    let asked = || item_for(before, draft.head.session.as_deref()?);
    if let (Some(item), Some(own)) = (&draft.head.agenda_title, printed.or_else(asked))
        && !is_same_item(item, &own)
    {
        say(
            format!("its agenda item is “{item}”"),
            format!("that of {name} was “{own}”"),
            "see whether the item was renamed",
        );
    }
}

/// Whether a draft recalls a later text of its body that the library has not, *Recalling its resolution 78/195*: that may
/// be the version before.
fn recalls_later(draft: &Document, before: &Document, library: &[Known]) -> bool {
    let Some(own) = before.head.symbol.as_ref().and_then(Symbol::adopted_text) else {
        return false;
    };
    let is_later = |symbol: &Symbol| {
        let text = symbol.adopted_text().filter(|text| text.body == own.body);
        text.is_some_and(|text| text.kind == own.kind && order(text) > order(own))
    };
    let is_there = |symbol: &Symbol| {
        library.iter().any(|known| known.document.head.symbol.as_ref() == Some(symbol))
    };
    let recalls = |block: &&Block| {
        let base = block.opener.as_ref().and_then(|opener| opener.base);
        matches!(base, Some("recall" | "reaffirm" | "guided" | "welcome" | "take note"))
    };
    let cited = draft.blocks.iter().filter(recalls).flat_map(|block| &block.references);
    cited.into_iter().any(|reference| match &reference.target {
        Target::Document { symbol, .. } => is_later(symbol) && !is_there(symbol),
        Target::Here(_) => false,
    })
}

/// In which session or year a text was adopted; texts of one body are later the larger it is.
fn order(text: &AdoptedText) -> Option<u16> {
    match text.number {
        Number::InSession { session: Session::Regular(session), .. }
        | Number::OfSession { session: Session::Regular(session), .. } => Some(session),
        Number::InYear { year, .. } | Number::OfYear { year, .. } => Some(year),
        _ => None,
    }
}

/// Under which item a text decided that a session is to go on with its matter: *decides to include in the provisional
/// agenda of its eightieth session the item entitled “…”*. A sub-item alone says nothing of the item.
fn item_for(before: &Document, session: &str) -> Option<String> {
    let session = session.to_lowercase();
    let decides = |text: &str| {
        let text = text.to_lowercase();
        text.contains("provisional agenda") && text.contains(&session)
    };
    let decisions = before.part(Part::Operative).map(|(_, block)| &*block.text);
    decisions.filter(|text| decides(text)).find_map(|text| {
        let (_, behind) = text.split_once(" item entitled “")?;
        Some(behind.split_once('”')?.0.to_owned())
    })
}

/// Whether two names are of one item: a draft may print the sub-item with it.
fn is_same_item(one: &str, other: &str) -> bool {
    let (one, other) = (words(one).join(" "), words(other).join(" "));
    one.contains(&other) || other.contains(&one)
}

/// How many words its preamble and operative part have.
fn length(document: &Document) -> usize {
    let text = document
        .blocks
        .iter()
        .filter(|block| matches!(block.part, Part::Preamble | Part::Operative));
    text.map(|block| words(&block.text).len()).sum()
}
