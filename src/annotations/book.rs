//! All annotations and bookmarks of one document, and every change undone and redone. Pure: whoever
//! changes it saves it.

use std::collections::BTreeMap;

use super::{Annotation, Bookmark};

/// An annotation or a bookmark.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Entry {
    /// Tags, a note, a highlight.
    Annotation(Annotation),
    /// A place to come back to.
    Bookmark(Bookmark),
}

impl Entry {
    /// Its name.
    #[must_use]
    pub fn id(&self) -> &str {
        match self {
            Self::Annotation(annotation) => &annotation.id,
            Self::Bookmark(bookmark) => &bookmark.id,
        }
    }
}

#[derive(Clone, Debug)]
struct Change {
    id: String,
    before: Option<(usize, Entry)>,
    after: Option<(usize, Entry)>,
}

/// The annotations and bookmarks of one document, in the order of the file.
#[derive(Clone, Debug, Default)]
pub struct Book {
    entries: Vec<Entry>,
    done: Vec<Change>,
    undone: Vec<Change>,
}

impl Book {
    /// A book with these entries and nothing to undo.
    #[must_use]
    pub const fn new(entries: Vec<Entry>) -> Self {
        Self { entries, done: Vec::new(), undone: Vec::new() }
    }

    /// Everything in it.
    #[must_use]
    pub fn entries(&self) -> &[Entry] {
        &self.entries
    }

    /// The annotations.
    pub fn annotations(&self) -> impl Iterator<Item = &Annotation> {
        self.entries.iter().filter_map(|entry| match entry {
            Entry::Annotation(annotation) => Some(annotation),
            Entry::Bookmark(_) => None,
        })
    }

    /// The bookmarks.
    pub fn bookmarks(&self) -> impl Iterator<Item = &Bookmark> {
        self.entries.iter().filter_map(|entry| match entry {
            Entry::Bookmark(bookmark) => Some(bookmark),
            Entry::Annotation(_) => None,
        })
    }

    /// Adds an entry, or puts it in the place of the one with its id.
    pub fn put(&mut self, entry: Entry) {
        let before = self.position(entry.id()).map(|at| (at, self.entries[at].clone()));
        let at = before.as_ref().map_or(self.entries.len(), |(at, _)| *at);
        self.make(Change { id: entry.id().to_owned(), before, after: Some((at, entry)) });
    }

    /// Removes an entry; whether there was one.
    pub fn remove(&mut self, id: &str) -> bool {
        let Some(at) = self.position(id) else { return false };
        let before = Some((at, self.entries[at].clone()));
        self.make(Change { id: id.to_owned(), before, after: None });
        true
    }

    /// Takes the last change back; whether there was one.
    pub fn undo(&mut self) -> bool {
        let Some(change) = self.done.pop() else { return false };
        self.apply(&change.id, change.before.clone());
        self.undone.push(change);
        true
    }

    /// Makes the change again that was last taken back; whether there was one.
    pub fn redo(&mut self) -> bool {
        let Some(change) = self.undone.pop() else { return false };
        self.apply(&change.id, change.after.clone());
        self.done.push(change);
        true
    }

    /// The tags in use with how often, by name.
    #[must_use]
    pub fn tags(&self) -> BTreeMap<&str, usize> {
        let mut counts = BTreeMap::new();
        for tag in self.annotations().flat_map(|annotation| &annotation.tags) {
            *counts.entry(tag.as_str()).or_default() += 1;
        }
        counts
    }

    /// Takes what another program made of the same file, keeping what can be undone here.
    pub fn adopt(&mut self, entries: Vec<Entry>) {
        self.entries = entries;
    }

    fn position(&self, id: &str) -> Option<usize> {
        self.entries.iter().position(|entry| entry.id() == id)
    }

    fn make(&mut self, change: Change) {
        self.apply(&change.id, change.after.clone());
        self.done.push(change);
        self.undone.clear();
    }

    /// Makes the entry of that id what it is to be. It is sought by its id, as a merge may have
    /// moved it since.
    fn apply(&mut self, id: &str, state: Option<(usize, Entry)>) {
        let here = self.position(id);
        if let Some(here) = here {
            self.entries.remove(here);
        }
        if let Some((at, entry)) = state {
            self.entries.insert(at.min(self.entries.len()), entry);
        }
    }
}
