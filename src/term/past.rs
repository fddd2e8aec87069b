//! What other texts of a series, and other files of a resolution, have to do with a document: a paragraph through the
//! sessions, and what was written on the other files. Reads those that are needed; knows nothing of screens.

use std::{collections::BTreeSet, path::PathBuf, sync::Arc};

use super::subject::Subject;
use crate::{
    app::{
        DocId, Wanted,
        screens::{history::Version, library::Answer},
    },
    carry::{Bearer, carry},
    compare::history,
    document::{Cite, Document, Passage, Symbol},
    library::{Edition, Entry, Library},
    opening::{annotated_siblings, files},
    store::folder_of_source,
};

/// So many texts are read for one paragraph: more sessions than the Assembly has had.
const MOST: usize = 100;

/// The paragraph of a document through a series.
pub(super) fn through_sessions(series: Vec<Entry>, own: &Subject, passage: Passage) -> Answer {
    let symbol = own.document.head.symbol.as_ref().map(Symbol::to_string);
    let mut texts: Vec<(Arc<Document>, Version)> = Vec::new();
    for entry in series.iter().take(MOST) {
        let is_own = entry.symbol.is_some() && entry.symbol == symbol;
        if let Some(text) = text(entry, own, is_own) {
            texts.push(text);
        }
    }
    let Some(of) = texts.iter().position(|(_, version)| version.is_own) else {
        return Answer::History(Vec::new(), history(&[], 0, passage));
    };
    let documents: Vec<&Document> = texts.iter().map(|(document, _)| &**document).collect();
    let found = history(&documents, of, passage);
    let cite = |document: &Document, place: &Option<crate::compare::Stage>| {
        let first = place.as_ref().and_then(|stage| stage.passages.first());
        first.map(|passage| document.cite(*passage))
    };
    let cites: Vec<Option<Cite>> = documents
        .iter()
        .zip(&found.stages)
        .map(|(document, place)| cite(document, place))
        .collect();
    let versions = texts.into_iter().zip(cites).map(|((_, mut version), cite)| {
        if let Wanted::Passage { cite: wanted, .. } = &mut version.wanted {
            wanted.clone_from(&cite);
        }
        let cite = cite.map(|cite| cite.to_string()).unwrap_or_default();
        Version { cite, ..version }
    });
    Answer::History(versions.collect(), found)
}

/// What was written on other annotated files of a resolution, beside its file or in the library, where it stands in
/// the document.
pub(super) fn siblings(of: DocId, library: &Library, own: &Subject) -> Answer {
    let (Some(file), Some(symbol)) = (&own.file, &own.document.head.symbol) else {
        return Answer::Siblings { of, annotations: Vec::new(), folders: Vec::new() };
    };
    let of_symbol = |entry: &Entry| entry.symbol.as_deref() == Some(symbol.as_str());
    let editions = library.catalogue().into_iter().filter(of_symbol).flat_map(|one| one.editions);
    let others: Vec<PathBuf> =
        editions.filter(|one| one.part == 0).map(|one| PathBuf::from(one.path)).collect();
    let name = file.file_name().unwrap_or_default().to_string_lossy();
    let here = Bearer { document: &own.document, file: &name, entries: &[] };
    let there = annotated_siblings(file, symbol, &others);
    let brought = there.iter().flat_map(|sibling| {
        let bearer =
            Bearer { document: &sibling.document, file: &sibling.name, entries: &sibling.entries };
        // When it was written stays as it was until somebody takes it.
        carry(bearer, here, &[], "").annotations
    });
    let folders: BTreeSet<PathBuf> =
        others.iter().chain([file]).map(|file| folder_of_source(file)).collect();
    Answer::Siblings { of, annotations: brought.collect(), folders: folders.into_iter().collect() }
}

/// A text of the series, in the language of the one that is asked about; `None` where it has none, or cannot be
/// read.
fn text(entry: &Entry, own: &Subject, is_own: bool) -> Option<(Arc<Document>, Version)> {
    let in_language = |edition: &&Edition| edition.language == own.document.language;
    let edition = entry.editions.iter().find(in_language)?;
    let file = match &own.file {
        Some(file) if is_own => file.clone(),
        _ => PathBuf::from(&edition.path),
    };
    let part = entry.symbol.as_deref().filter(|_| edition.part > 0).map(Symbol::new);
    let document = match is_own {
        true => Arc::clone(&own.document),
        // Of a file with several resolutions the paragraphs of the others would be taken for this one's.
        false if edition.part > 0 => return None,
        false => Arc::new(files::open(&file).ok()?.0),
    };
    let name = file.file_name().map(|name| name.to_string_lossy().into_owned());
    let version = Version {
        called: entry.symbol.clone().or(name).unwrap_or_default(),
        year: entry.date.as_deref().and_then(|date| date.get(..4)).unwrap_or_default().to_owned(),
        cite: String::new(),
        wanted: Wanted::Passage { file, symbol: part, cite: None },
        is_own,
    };
    Some((document, version))
}
