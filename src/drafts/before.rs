//! The version before: the latest text of the library with nearly the same title, and what of a draft
//! differs from it as a whole. Knows titles and lengths.

use super::{Finding, Known, Subject};
use crate::{
    document::{Document, Part},
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

pub(super) fn check(draft: &Document, before: Option<&Document>, found: &mut Vec<Finding>) {
    let Some(before) = before else { return };
    let name = before.head.symbol.as_ref().map(ToString::to_string).unwrap_or_default();
    let mut say = |subject, what: String, why: String, advice: &str| {
        found.push(Finding {
            at: None,
            place: "document".to_owned(),
            subject,
            what,
            why,
            advice: advice.to_owned(),
        });
    };
    let (own, theirs) = (length(draft), length(before));
    if theirs > 0 && own * 100 > theirs * LONGER {
        let more = own * 100 / theirs - 100;
        say(
            Subject::Length,
            format!("{own} words, {more} % more than {name}, which has {theirs}"),
            "the version before was shorter".to_owned(),
            "see what of it is new, and what was said before",
        );
    }
    if let (Some(title), Some(own)) = (&draft.head.title, &before.head.title)
        && words(title) != words(own)
    {
        say(
            Subject::Title,
            format!("its title is “{title}”"),
            format!("that of {name} is “{own}”"),
            "keep the title, or mean the change",
        );
    }
    let printed = before.head.agenda_title.clone();
    let asked = || item_for(before, draft.head.session.as_deref()?);
    if let (Some(item), Some(own)) = (&draft.head.agenda_title, printed.or_else(asked))
        && !is_same_item(item, &own)
    {
        say(
            Subject::Title,
            format!("its agenda item is “{item}”"),
            format!("that of {name} was “{own}”"),
            "see whether the item was renamed",
        );
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
