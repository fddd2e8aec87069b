//! What the world answers in a walk: a library of a few texts in memory, asked as the reader's own is, without a folder,
//! a cache or a thread.

use std::{collections::HashMap, path::PathBuf, sync::Arc};

use seized::{
    app::{
        DocId, Wanted,
        screens::{
            history::Version,
            library::{Answer, Ask, Known, UseCount},
        },
    },
    carry::{Bearer, carry},
    compare,
    document::{Cite, Document, Passage},
    library::{
        Annotated, Asked, Builder, Graph, Held, Library, Matcher, PassageId, Query, Segment,
        Unreadable,
    },
    mandates,
    opening::library::record,
};

/// A text: the name of its file without the ending, and what it says.
pub(crate) struct Text {
    pub(crate) name: String,
    pub(crate) document: Document,
}

impl Text {
    pub(crate) fn file(&self) -> PathBuf {
        format!("/library/{}.txt", self.name).into()
    }
}

/// Texts, and a library of some of them.
pub(crate) struct Librarian {
    pub(crate) texts: Vec<Text>,
    library: Library,
    /// What was told of it last: what has not changed is not told as something else.
    entries: Arc<Vec<seized::library::Entry>>,
}

impl Librarian {
    pub(crate) fn new(texts: Vec<Text>) -> Self {
        let mut builder = Builder::default();
        for (index, text) in texts.iter().enumerate() {
            let mut record = record(&text.document);
            record.head.path = format!("{}.txt", text.name);
            // On every second somebody has written something.
            if index % 2 == 1 {
                record.head.annotated = vec![Annotated {
                    cite: "OP1".into(),
                    tags: vec!["ports".into(), "mandate/report".into()],
                    note: "Ask the port.".into(),
                    author: "B".into(),
                    ..Annotated::default()
                }];
            }
            builder.add(record);
        }
        let segment = Segment::open(Box::new(builder.finish())).expect("it is whole");
        let alive = vec![true; texts.len()];
        let held = Held { segment: Arc::new(segment), alive, prefix: "/library/".into() };
        let library = Library::new(vec![held]);
        let entries = Arc::new(library.catalogue());
        Self { texts, library, entries }
    }

    pub(crate) fn text(&self, name: &str) -> &Text {
        self.texts.iter().find(|text| text.name == name).unwrap_or_else(|| panic!("no text {name}"))
    }

    /// The text that is wanted, where there is one.
    pub(crate) fn wanted(&self, wanted: &Wanted) -> Option<&Text> {
        let is_meant = |text: &&Text| match wanted {
            Wanted::File(file) | Wanted::Passage { file, .. } => *file == text.file(),
            Wanted::Symbol { symbol, .. } => text.document.head.symbol.as_ref() == Some(symbol),
            Wanted::Place { .. } => false,
        };
        self.texts.iter().find(is_meant)
    }

    /// What is answered; nothing where nobody would.
    pub(crate) fn answers<'a>(
        &self,
        ask: &Ask,
        of: impl Fn(DocId) -> &'a Document,
    ) -> Option<Answer> {
        self.answer(ask, &of).unwrap_or_else(|why| Some(Answer::Failed(why.to_string())))
    }

    fn answer<'a>(
        &self,
        ask: &Ask,
        of: &dyn Fn(DocId) -> &'a Document,
    ) -> Result<Option<Answer>, Unreadable> {
        let library = &self.library;
        Ok(Some(match ask {
            Ask::Catalogue => Answer::Catalogue(Arc::new(self.known()?)),
            Ask::Refresh | Ask::ReadFolder => return Ok(None),
            Ask::Preview(edition) => Answer::Preview(edition.clone(), library.beginning(edition)?),
            Ask::Find(query) => self.find(query)?,
            Ask::Uses { text, of } => {
                let own = of.as_ref().and_then(|(_, cite)| self.own(text, cite));
                let asked = Asked::new(text, 0.65, own);
                let uses = library.uses(&asked, &|| true)?;
                let uses: Result<Vec<_>, _> =
                    uses.iter().map(|found| library.agreed(&asked, found.id)).collect();
                Answer::Uses(uses?.into_iter().flatten().collect())
            }
            Ask::UseCounts(id) => Answer::UseCounts(*id, self.use_counts(of(*id))?),
            Ask::Siblings(id) => self.siblings(*id, of(*id)),
            Ask::History { of: id, passage, .. } => self.history(of(*id), *passage),
            Ask::CitedBy { symbol, .. } => {
                Answer::CitedBy(Graph::about(library, symbol)?.cited_by(symbol))
            }
            Ask::Series(symbol) => Answer::Series(library.series(symbol)?),
            Ask::Tags => Answer::Tags(library.tags()),
            Ask::Mandates(id) => Answer::Mandates(mandates::mandates(of(*id))),
            Ask::Ledger(typed, order) => {
                let mandates = library.mandates()?;
                let filter = seized::library::MandateFilter::read(typed);
                let mut page = library.ledger(&mandates, &filter, *order, 500)?;
                library.add_repeats(&mandates, &mut page);
                Answer::Ledger(page)
            }
            Ask::Compare(a, b) => Answer::Compared(compare::compare(of(*a), of(*b))),
            Ask::Align(a, b) => Answer::Aligned(compare::align(of(*a), of(*b))),
        }))
    }

    fn known(&self) -> Result<Known, Unreadable> {
        Ok(Known {
            name: "library".into(),
            entries: Arc::clone(&self.entries),
            cited_by: Arc::new(self.library.citing_counts()?),
            unread: vec![("/library/scan.pdf".into(), "it has no text".into())],
            is_whole: true,
        })
    }

    fn find(&self, query: &str) -> Result<Answer, Unreadable> {
        let query = match Query::read(query) {
            Ok(query) => query,
            Err(error) => return Ok(Answer::Failed(format!("{} {}", error.what, error.why))),
        };
        let found = self.library.search_all(&query, &|| true)?;
        let matcher = Matcher::new(&query);
        let mut hits = Vec::new();
        for id in &found {
            let passage = self.library.passage(*id)?;
            let ranges = matcher.hits(&passage.text, passage.language);
            hits.push((passage, ranges));
        }
        Ok(Answer::Hits { hits, all: found.len(), counts: self.library.count(&found)? })
    }

    /// The passage of the library that has these words under this name.
    fn own(&self, text: &str, cite: &Cite) -> Option<PassageId> {
        let passages = self.library.files().flat_map(|(file, filed)| {
            let all = filed.head.parts.iter().flat_map(|part| part.passages.clone());
            all.map(move |at| PassageId { segment: file.segment, passage: filed.first + at })
        });
        let mut own = passages.filter(|id| {
            let found = self.library.passage(*id);
            found.is_ok_and(|found| found.text == text && found.cite == cite.to_string())
        });
        own.next()
    }

    fn use_counts(&self, of: &Document) -> Result<HashMap<Passage, UseCount>, Unreadable> {
        let symbol = of.head.symbol.as_ref().map(ToString::to_string);
        let year = of.head.adopted.and_then(|date| u16::try_from(date.year()).ok());
        let mut counts = HashMap::new();
        for passage in of.passages() {
            let text = of.text(passage);
            let is_long = text.split_whitespace().count() >= 8;
            if matches!(passage, Passage::Block(_)) && is_long {
                let own = self.own(text, &of.cite(passage));
                let (count, since) = self.library.count_uses(text, own, symbol.as_deref(), year)?;
                if count > 0 {
                    counts.insert(passage, UseCount { count, since: since.unwrap_or(0) });
                }
            }
        }
        Ok(counts)
    }

    /// Nobody wrote anything on the other languages but one note on a French text.
    fn siblings(&self, id: DocId, of: &Document) -> Answer {
        let mut annotations = Vec::new();
        for text in &self.texts {
            let document = &text.document;
            if document.head.symbol == of.head.symbol && document.language != of.language {
                let entries = super::walk::written_on(document);
                let file = format!("{}.txt", text.name);
                let from = Bearer { document, file: &file, entries: &entries };
                let onto = Bearer { document: of, file: "", entries: &[] };
                annotations.extend(carry(from, onto, &[], "").annotations);
            }
        }
        Answer::Siblings { of: id, annotations, folders: Vec::new() }
    }

    fn history(&self, of: &Document, passage: Passage) -> Answer {
        let is_in_series = |text: &&Text| {
            let head = &text.document.head;
            text.document.language == of.language && head.title == of.head.title
        };
        let mut texts: Vec<&Text> = self.texts.iter().filter(is_in_series).collect();
        texts.sort_by_key(|text| text.document.head.adopted);
        let own = texts.iter().position(|text| text.document.head.symbol == of.head.symbol);
        let documents: Vec<&Document> = texts.iter().map(|text| &text.document).collect();
        let found = compare::history(&documents, own.unwrap_or(0), passage);
        let version = |(index, text): (usize, &&Text)| {
            let stage = found.stages.get(index).and_then(Option::as_ref);
            let place = stage.and_then(|stage| stage.passages.first());
            let cite = place.map(|place| text.document.cite(*place));
            let head = &text.document.head;
            Version {
                called: head.symbol.as_ref().map(ToString::to_string).unwrap_or_default(),
                year: head.adopted.map(|date| date.year().to_string()).unwrap_or_default(),
                cite: cite.as_ref().map(ToString::to_string).unwrap_or_default(),
                wanted: Wanted::Passage { file: text.file(), symbol: None, cite },
                is_own: Some(index) == own,
            }
        };
        let versions = texts.iter().enumerate().map(version).collect();
        Answer::History(versions, found)
    }
}
