//! The version before: the latest text of the library with nearly the same title, and what of a draft
//! differs from it as a whole. Knows titles and lengths.

use super::{Finding, Known, Subject};
use crate::{
    document::{Document, Part},
    text::{likeness, words},
};

/// How like the titles of two texts of one series are.
const SAME_SERIES: f64 = 0.6;
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
    library
        .iter()
        .map(|known| &known.document)
        .filter(is_same)
        .max_by_key(|document| document.head.adopted)
}

fn same_title(one: &str, other: &str) -> bool {
    likeness(one, other) >= SAME_SERIES
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
    let agenda = (&draft.head.agenda_title, &before.head.agenda_title);
    if let (Some(item), Some(own)) = agenda
        && words(item) != words(own)
    {
        say(
            Subject::Title,
            format!("its agenda item is “{item}”"),
            format!("that of {name} was “{own}”"),
            "see whether the item was renamed",
        );
    }
}

/// How many words its preamble and operative part have.
fn length(document: &Document) -> usize {
    let text = document
        .blocks
        .iter()
        .filter(|block| matches!(block.part, Part::Preamble | Part::Operative));
    text.map(|block| words(&block.text).len()).sum()
}
