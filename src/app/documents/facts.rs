//! What other documents ask of one that is open: how it is called, whether it is the one of a symbol, where a
//! place is in it that a reference names.

use super::InAList;
use crate::{
    app::Reader,
    carry::Bearer,
    document::{Document, Passage, Place, Symbol},
};

impl Reader {
    /// The document with its annotations, to be compared with another version of it.
    pub(in crate::app) fn as_bearer(&self) -> Bearer<'_> {
        Bearer { document: self.document(), file: &self.name, entries: self.entries() }
    }

    /// How it is called where there are several: by its symbol, else by the name of its file.
    #[must_use]
    pub fn called(&self) -> String {
        let head = &self.document().head;
        let symbol = head.symbol.as_ref().map(ToString::to_string).or_else(|| head.number.clone());
        symbol.unwrap_or_else(|| match self.name.as_str() {
            "" => "a document without a symbol".to_owned(),
            name => name.to_owned(),
        })
    }

    /// How its file is called.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    pub(in crate::app) fn in_a_list(&self) -> InAList {
        let document = self.document();
        let head = &document.head;
        InAList {
            id: self.id(),
            called: self.called(),
            title: head.title_in_words().unwrap_or_default().to_owned(),
            language: document.language,
            symbol: head.symbol.clone(),
            cited: document.outbound().map(|outbound| outbound.symbol.clone()).collect(),
            date: head.adopted.or(head.issued),
        }
    }

    /// Whether there is nothing in it, not even a file: it is only there so that there is one.
    pub(in crate::app) fn is_placeholder(&self) -> bool {
        self.file.is_none() && self.document().passages().next().is_none()
    }

    /// Whether it has the resolution of a symbol.
    pub(in crate::app) fn is_of(&self, symbol: &Symbol) -> bool {
        has_resolution(self.document(), symbol)
    }

    /// The place in it that is cited; where nothing more is said than the symbol, the beginning of that
    /// resolution in a file of several.
    pub(in crate::app) fn place_of(&self, symbol: &Symbol, locus: Option<&str>) -> Option<Place> {
        let document = self.document();
        let first = resolution(document, symbol).map(|found| found.start);
        let cited = locus.and_then(|locus| {
            document.find(locus, first.map(Passage::Block)).ok()?.first().copied()
        });
        let beginning = first.filter(|first| *first > 0).map(Passage::Block);
        cited.or(beginning).map(Place::start_of)
    }
}

/// Whether a document is, or has among its resolutions, the one of a symbol.
fn has_resolution(document: &Document, symbol: &Symbol) -> bool {
    document.head.symbol.as_ref() == Some(symbol) || resolution(document, symbol).is_some()
}

/// The blocks of a resolution in a file of several.
fn resolution(document: &Document, symbol: &Symbol) -> Option<std::ops::Range<usize>> {
    let found = document.resolutions.iter().find(|part| part.symbol.as_ref() == Some(symbol))?;
    Some(found.blocks.clone())
}
