//! What a library has for those who read: passages of a query, uses of words, how often paragraphs were used. In as
//! many threads as there are processors, and given up where it is not asked any more. Knows no screen and no thread
//! that waits.

use std::{collections::HashMap, path::Path};

use super::subject::Subject;
use crate::{
    app::screens::library::{Answer, UseCount},
    document::{Cite, Passage},
    library::{Agreed, Asked, Library, Matcher, PassageId, Query, Unreadable},
    opening::full_path,
};

/// The passages that are shown of what a search finds. Nobody reads so many.
const MOST_HITS: usize = 1000;

/// The uses of some words, oldest first.
pub(super) fn uses(
    library: &Library,
    asked: &Asked,
    goes_on: &(dyn Fn() -> bool + Sync),
) -> Result<Vec<Agreed>, Unreadable> {
    let mut uses = Vec::new();
    for candidate in library.uses(asked, goes_on)? {
        uses.extend(library.agreed(asked, candidate.id)?);
    }
    Ok(uses)
}

/// What a query finds; `None` where that is not asked any more.
pub(super) fn find(
    library: &Library,
    query: &Query,
    goes_on: &(dyn Fn() -> bool + Sync),
) -> Result<Option<Answer>, Unreadable> {
    let found = library.search_all(query, goes_on)?;
    let matcher = Matcher::new(query);
    let mut hits = Vec::new();
    for id in found.iter().take(MOST_HITS) {
        if !goes_on() {
            return Ok(None);
        }
        let passage = library.passage(*id)?;
        let ranges = matcher.hits(&passage.text, passage.language);
        hits.push((passage, ranges));
    }
    let counts = library.count(&found)?;
    Ok(goes_on().then_some(Answer::Hits { hits, all: found.len(), counts }))
}

/// The passage of the library that is this one of a document.
pub(super) fn own(library: &Library, subject: &Subject, cite: &Cite) -> Option<PassageId> {
    let full = full_path(subject.file.as_deref()?);
    let mut of_file =
        library.files().filter(|(id, _)| full_path(Path::new(&library.path(*id))) == full);
    let (id, filed) = of_file.next()?;
    let passages = subject.document.passages().map(|passage| subject.document.cite(passage));
    let index = passages.into_iter().position(|own| own == *cite)?;
    let passage = filed.first + u32::try_from(index).ok()?;
    Some(PassageId { segment: id.segment, passage })
}

/// Words of less than this say nothing that others could have said before them.
const FEWEST_WORDS: usize = 8;

/// How often each paragraph of a document was used in other resolutions.
pub(super) fn count_uses(
    library: &Library,
    subject: &Subject,
) -> Result<HashMap<Passage, UseCount>, Unreadable> {
    let document = &subject.document;
    let symbol = document.head.symbol.as_ref().map(ToString::to_string);
    let date = document.head.adopted.or(document.head.issued);
    let year = date.and_then(|date| u16::try_from(date.year()).ok());
    let mut counts = HashMap::new();
    for passage in document.passages() {
        let text = document.text(passage);
        if !matches!(passage, Passage::Block(_)) || text.split_whitespace().count() < FEWEST_WORDS {
            continue;
        }
        let own = own(library, subject, &document.cite(passage));
        let (count, since) = library.count_uses(text, own, symbol.as_deref(), year)?;
        if count > 0 {
            counts.insert(passage, UseCount { count, since: since.unwrap_or(0) });
        }
    }
    Ok(counts)
}
