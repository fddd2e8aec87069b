//! Answers of a library as it is known, and of documents beside each other. Reads no folders; knows nothing of screens.

use std::sync::Arc;

use super::{
    past,
    question::{Desk, Question},
    seeking::{count_uses, find, own, uses},
    shelf::Shelf,
};
use crate::{
    app::screens::library::{Answer, Ask},
    compare,
    library::{Asked, Graph, Query, Unreadable},
    mandates,
};

/// Answers a question of a library as it is on the shelf.
pub(super) fn answer_of(
    question: &Question,
    shelf: &mut Shelf,
    desk: &Desk<'_>,
) -> Result<(), String> {
    let tell = desk.tell(question.id);
    let newest = desk.newest;
    let goes_on = || newest.is_newest(&question.ask, question.id);
    match &question.ask {
        Ask::Catalogue => tell(Answer::Catalogue(Arc::new(shelf.known()))),
        // What waited for the folder is answered instead; and whether anything is new is no matter of what is known.
        Ask::ReadFolder | Ask::Refresh => {}
        Ask::Preview(edition) => {
            let text = shelf.library.beginning(edition).map_err(damaged)?;
            tell(Answer::Preview(edition.clone(), text));
        }
        Ask::Find(query) => {
            let query =
                Query::read(query).map_err(|error| format!("{} {}", error.what, error.why))?;
            if let Some(hits) = find(&shelf.library, &query, &goes_on).map_err(damaged)? {
                tell(hits);
            }
        }
        Ask::Uses { text, of } => {
            let cite = of.as_ref().map(|(_, cite)| cite);
            let subject = question.about.as_ref();
            let own = subject.and_then(|subject| own(&shelf.library, subject, cite?));
            let asked = Asked::new(text, LEAST, own);
            tell(Answer::Uses(uses(&shelf.library, &asked, &goes_on).map_err(damaged)?));
        }
        Ask::UseCounts(_) | Ask::Siblings(_) | Ask::History { .. } => {
            if let Some(answer) = answer_of_others(question, shelf)? {
                tell(answer);
            }
        }
        Ask::CitedBy { symbol, .. } => {
            let graph = Graph::about(&shelf.library, symbol).map_err(damaged)?;
            tell(Answer::CitedBy(graph.cited_by(symbol)));
        }
        Ask::Series(symbol) => {
            tell(Answer::Series(shelf.library.series(symbol).map_err(damaged)?));
        }
        Ask::Ledger(typed, order) => {
            shelf.tell_ledger(typed, *order, &goes_on, &tell).map_err(damaged)?;
        }
        Ask::Tags => tell(Answer::Tags(shelf.library.tags())),
        Ask::Mandates(_) | Ask::Compare(..) | Ask::Align(..) => {
            tell(answer_of_documents(question)?);
        }
    }
    Ok(())
}

/// Answers what other texts have to do with a document.
fn answer_of_others(question: &Question, shelf: &mut Shelf) -> Result<Option<Answer>, String> {
    match (&question.ask, &question.about) {
        (Ask::UseCounts(id), Some(subject)) => {
            shelf.take_kept(&question.folders);
            if shelf.is_empty() {
                return Ok(None);
            }
            let counts = count_uses(&shelf.library, subject).map_err(damaged)?;
            Ok(Some(Answer::UseCounts(*id, counts)))
        }
        (Ask::UseCounts(_), None) => Ok(None),
        (Ask::Siblings(id), Some(subject)) => {
            shelf.take_kept(&question.folders);
            Ok(Some(past::siblings(*id, &shelf.library, subject)))
        }
        (Ask::History { symbol, passage, .. }, Some(subject)) => {
            let series = shelf.library.series(symbol).map_err(damaged)?;
            Ok(Some(past::through_sessions(series, subject, *passage)))
        }
        _ => Err(closed()),
    }
}

/// Answers what is asked of documents alone.
fn answer_of_documents(question: &Question) -> Result<Answer, String> {
    let (Some(a), b) = (&question.about, &question.other) else { return Err(closed()) };
    let a = &*a.document;
    let b = b.as_ref().map(|b| &*b.document);
    Ok(match (&question.ask, b) {
        (Ask::Mandates(_), _) => Answer::Mandates(mandates::mandates(a)),
        (Ask::Compare(..), Some(b)) => Answer::Compared(compare::compare(a, b)),
        (Ask::Align(..), Some(b)) => Answer::Aligned(compare::align(a, b)),
        _ => return Err(closed()),
    })
}

/// From which likeness on words are a use of others.
const LEAST: f64 = 0.65;

fn closed() -> String {
    "the document is not open any more".into()
}

fn damaged(why: Unreadable) -> String {
    format!(
        "the index of the library: {why}; seized cache --clear removes it, and it is made again"
    )
}
