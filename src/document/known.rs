//! What is known of a very long document before it is asked: which blocks are called what, and what its contents are.
//! Each is found out by going through all of it, which takes longer there than a key may. Knows blocks and their names.

use std::{
    borrow::Cow,
    collections::HashMap,
    sync::{Arc, OnceLock},
};

use super::{Document, Section};

/// Blocks of a document of which it is worth while: more than any resolution has.
const MANY: usize = 20_000;

/// What is known of a document, or nothing. It follows from the document, so that documents are the same whether it is
/// known or not, and a copy, which may become another document, knows nothing.
#[derive(Debug, Default)]
pub struct Known(OnceLock<Arc<Whole>>);

#[derive(Debug)]
struct Whole {
    /// The blocks of each name within its part, section or annex, in small letters.
    names: HashMap<String, Vec<usize>>,
    contents: Vec<Section>,
    /// Their titles in small letters.
    titles: Vec<String>,
}

impl Clone for Known {
    fn clone(&self) -> Self {
        Self::default()
    }
}

impl PartialEq for Known {
    fn eq(&self, _: &Self) -> bool {
        true
    }
}

impl Eq for Known {}

impl Document {
    /// Finds out what takes long to be told of a very long document, which must not change any more. Of others nothing
    /// needs to be known before.
    pub fn be_known(&self) {
        if self.blocks.len() < MANY {
            return;
        }
        self.known.0.get_or_init(|| {
            let mut names: HashMap<String, Vec<usize>> = HashMap::new();
            for (i, block) in self.blocks.iter().enumerate() {
                names.entry(block.cite.local().to_lowercase()).or_default().push(i);
            }
            let contents = self.find_contents();
            let titles = contents.iter().map(Section::in_small_letters).collect();
            Arc::new(Whole { names, contents, titles })
        });
    }

    /// The blocks that may have a name within their part, section or annex, whatever its case: nothing where that is
    /// not known.
    pub(super) fn blocks_called(&self, local: &str) -> Option<&[usize]> {
        let known = self.known.0.get()?;
        Some(known.names.get(&local.to_lowercase()).map_or(&[], Vec::as_slice))
    }

    /// The titles of the contents in small letters, in which they are sought.
    #[must_use]
    pub fn titles_in_small_letters(&self) -> Cow<'_, [String]> {
        match self.known.0.get() {
            Some(known) => known.titles.as_slice().into(),
            None => self.find_contents().iter().map(Section::in_small_letters).collect(),
        }
    }

    /// The contents, where they are known.
    pub(super) fn known_contents(&self) -> Option<&[Section]> {
        self.known.0.get().map(|known| known.contents.as_slice())
    }
}
