//! All annotations and bookmarks of one document, and every change undone and redone. Pure: whoever
//! changes it saves it.

use std::{collections::BTreeMap, sync::Arc};

use super::{Anchor, Annotation, Bookmark};

/// An annotation or a bookmark. Shared: the list that is shown, the one on the disk and the one that is being saved
/// have the same ones, but for what changed between them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Entry {
    /// Tags, a note, a highlight.
    Annotation(Arc<Annotation>),
    /// A place to come back to.
    Bookmark(Arc<Bookmark>),
}

impl From<Annotation> for Entry {
    fn from(annotation: Annotation) -> Self {
        Self::Annotation(Arc::new(annotation))
    }
}

impl From<Bookmark> for Entry {
    fn from(bookmark: Bookmark) -> Self {
        Self::Bookmark(Arc::new(bookmark))
    }
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

    /// Where it is.
    #[must_use]
    pub fn at(&self) -> &Anchor {
        match self {
            Self::Annotation(annotation) => &annotation.at,
            Self::Bookmark(bookmark) => &bookmark.at,
        }
    }

    /// What it contradicts after a merge, see [`Annotation::conflict`].
    #[must_use]
    pub fn conflict(&self) -> Option<&str> {
        match self {
            Self::Annotation(annotation) => annotation.conflict.as_deref(),
            Self::Bookmark(bookmark) => bookmark.conflict.as_deref(),
        }
    }

    /// Whether it is a bookmark.
    #[must_use]
    pub const fn is_bookmark(&self) -> bool {
        matches!(self, Self::Bookmark(_))
    }

    pub(super) fn set_id(&mut self, id: String) {
        match self {
            Self::Annotation(annotation) => Arc::make_mut(annotation).id = id,
            Self::Bookmark(bookmark) => Arc::make_mut(bookmark).id = id,
        }
    }

    pub(super) fn set_conflict(&mut self, with: String) {
        match self {
            Self::Annotation(annotation) => Arc::make_mut(annotation).conflict = Some(with),
            Self::Bookmark(bookmark) => Arc::make_mut(bookmark).conflict = Some(with),
        }
    }
}

/// What is to be done to the list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Change {
    /// Add an entry, or put it in the place of the one with its id.
    Put(Entry),
    /// Remove the entry of this id.
    Remove(String),
    /// Refuse what was brought here from elsewhere, by where it comes from ([`Inherited::key`](super::Inherited::key)).
    Refuse((String, String)),
}

impl Change {
    /// The id of the annotation that it is about, here or where it was brought from.
    #[must_use]
    pub fn id(&self) -> &str {
        match self {
            Self::Put(entry) => entry.id(),
            Self::Remove(id) | Self::Refuse((_, id)) => id,
        }
    }
}

/// A change as it was made.
#[derive(Clone, Debug)]
enum Step {
    /// What stood where before and after.
    Entry { id: String, before: Option<(usize, Entry)>, after: Option<(usize, Entry)> },
    /// What was refused that was not before.
    Refused((String, String)),
}

impl Step {
    /// The annotation it was about, here or where it was brought from.
    fn id(&self) -> &str {
        match self {
            Self::Entry { id, .. } | Self::Refused((_, id)) => id,
        }
    }
}

/// What is undone together, and how it was told.
#[derive(Clone, Debug)]
struct Done {
    what: String,
    steps: Vec<Step>,
}

/// What was undone or done again.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Undone {
    /// How it was told when it was done: `tagged OP3 mandate`.
    pub what: String,
    /// The ids of what it was about.
    pub ids: Vec<String>,
}

/// The annotations and bookmarks of one document, in the order of the file.
#[derive(Clone, Debug, Default)]
pub struct AnnotationList {
    entries: Vec<Entry>,
    refused: Vec<(String, String)>,
    done: Vec<Done>,
    undone: Vec<Done>,
}

impl Done {
    fn undone(&self) -> Undone {
        let ids = self.steps.iter().map(|step| step.id().to_owned()).collect();
        Undone { what: self.what.clone(), ids }
    }
}

impl AnnotationList {
    /// A list with these entries and nothing to undo.
    #[must_use]
    pub const fn new(entries: Vec<Entry>) -> Self {
        Self { entries, refused: Vec::new(), done: Vec::new(), undone: Vec::new() }
    }

    /// The same list, with what was brought here from elsewhere and refused before.
    #[must_use]
    pub fn with_refused(self, refused: Vec<(String, String)>) -> Self {
        Self { refused, ..self }
    }

    /// What was brought here from elsewhere and refused: symbol or file, and the annotation there.
    #[must_use]
    pub fn refused(&self) -> &[(String, String)] {
        &self.refused
    }

    /// Everything in it.
    #[must_use]
    pub fn entries(&self) -> &[Entry] {
        &self.entries
    }

    /// The annotations.
    pub fn annotations(&self) -> impl Iterator<Item = &Annotation> {
        self.entries.iter().filter_map(|entry| match entry {
            Entry::Annotation(annotation) => Some(annotation.as_ref()),
            Entry::Bookmark(_) => None,
        })
    }

    /// The bookmarks.
    pub fn bookmarks(&self) -> impl Iterator<Item = &Bookmark> {
        self.entries.iter().filter_map(|entry| match entry {
            Entry::Bookmark(bookmark) => Some(bookmark.as_ref()),
            Entry::Annotation(_) => None,
        })
    }

    /// The entry of an id.
    #[must_use]
    pub fn get(&self, id: &str) -> Option<&Entry> {
        self.position(id).map(|at| &self.entries[at])
    }

    /// Adds an entry, or puts it in the place of the one with its id.
    pub fn put(&mut self, entry: Entry) {
        self.change(vec![Change::Put(entry)], "");
    }

    /// Removes an entry; whether there was one.
    pub fn remove(&mut self, id: &str) -> bool {
        self.change(vec![Change::Remove(id.to_owned())], "")
    }

    /// Makes changes that are undone together; whether there was anything to change. `what` is how that is told,
    /// also when it is undone.
    pub fn change(&mut self, changes: Vec<Change>, what: impl Into<String>) -> bool {
        let mut steps = Vec::new();
        for change in changes {
            let (id, after) = match change {
                Change::Put(entry) => (entry.id().to_owned(), Some(entry)),
                Change::Remove(id) => (id, None),
                Change::Refuse(key) if self.refused.contains(&key) => continue,
                Change::Refuse(key) => {
                    self.refused.push(key.clone());
                    steps.push(Step::Refused(key));
                    continue;
                }
            };
            let before = self.position(&id).map(|at| (at, self.entries[at].clone()));
            if before.is_none() && after.is_none() {
                continue;
            }
            let at = before.as_ref().map_or(self.entries.len(), |(at, _)| *at);
            let after = after.map(|entry| (at, entry));
            self.apply(&id, after.clone());
            steps.push(Step::Entry { id, before, after });
        }
        if steps.is_empty() {
            return false;
        }
        self.done.push(Done { what: what.into(), steps });
        self.undone.clear();
        true
    }

    /// How that is told which would be undone, or done again, next.
    #[must_use]
    pub fn next_to_undo(&self, again: bool) -> Option<&String> {
        let list = if again { &self.undone } else { &self.done };
        list.last().map(|done| &done.what)
    }

    /// Takes the last change back.
    pub fn undo(&mut self) -> Option<Undone> {
        let done = self.done.pop()?;
        for step in done.steps.iter().rev() {
            match step {
                Step::Entry { id, before, .. } => self.apply(id, before.clone()),
                Step::Refused(key) => self.refused.retain(|refused| refused != key),
            }
        }
        let undone = done.undone();
        self.undone.push(done);
        Some(undone)
    }

    /// Makes the change again that was last taken back.
    pub fn redo(&mut self) -> Option<Undone> {
        let done = self.undone.pop()?;
        for step in &done.steps {
            match step {
                Step::Entry { id, after, .. } => self.apply(id, after.clone()),
                Step::Refused(key) => self.refused.push(key.clone()),
            }
        }
        let undone = done.undone();
        self.done.push(done);
        Some(undone)
    }

    /// The tags in use with how often, by name.
    #[must_use]
    pub fn tags(&self) -> BTreeMap<&str, usize> {
        count_tags(self.annotations())
    }

    /// The same without the tags of what was brought over and nobody has taken yet.
    #[must_use]
    pub fn own_tags(&self) -> BTreeMap<&str, usize> {
        count_tags(self.annotations().filter(|annotation| !annotation.is_unreviewed()))
    }

    /// Takes what another program made of the same file, keeping what can be undone here; returns what was there.
    pub fn adopt(&mut self, entries: Vec<Entry>) -> Vec<Entry> {
        std::mem::replace(&mut self.entries, entries)
    }

    fn position(&self, id: &str) -> Option<usize> {
        self.entries.iter().position(|entry| entry.id() == id)
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

fn count_tags<'a>(annotations: impl Iterator<Item = &'a Annotation>) -> BTreeMap<&'a str, usize> {
    let mut counts = BTreeMap::new();
    for tag in annotations.flat_map(|annotation| &annotation.tags) {
        *counts.entry(tag.as_str()).or_default() += 1;
    }
    counts
}
