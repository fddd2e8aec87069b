//! One document being read: moving in it, following, searching, selecting, copying; another version of it.
//! Knows the shell, to which it tells what was done; no other document.

pub mod accent;
pub(in crate::app) mod copy;
mod follow;
pub(in crate::app) mod in_context;
pub mod link;
pub(in crate::app) mod motion;
mod mouse;
mod moving;
mod plain_words;
pub(in crate::app) mod pointer;
mod reload;
pub mod search;
mod searching;
pub mod selection;
mod trail;
pub mod units;

use std::{
    collections::{HashMap, HashSet},
    path::PathBuf,
    sync::Arc,
};

use super::{
    DocId, Shell,
    annotating::saved::Offer,
    annotating::{placed::PlacedAnnotations, saved::Saving},
    dialog::{Dialog, Draft},
    jumps::Stop,
    panes::{
        arrange::{Mode, Size},
        view::{Position, View},
    },
    screens::library::UseCount,
};
use crate::{
    annotations::{Codebook, Entry, Index},
    document::{Document, Passage, Place},
    layout::Order,
};
use search::{Pattern, Tally};
use selection::{Extent, Selection};

/// A document being read.
#[derive(Clone, Debug)]
pub struct Reader {
    id: DocId,
    /// How its file is called.
    pub(in crate::app) name: String,
    /// Its file; nothing else has the same.
    pub(in crate::app) file: Option<PathBuf>,
    pub(in crate::app) document: Arc<Document>,
    pub(in crate::app) view: View,
    pub(in crate::app) annotations: PlacedAnnotations,
    /// Annotations of other files of the same resolution.
    pub(in crate::app) siblings: PlacedAnnotations,
    /// The passages with something beside them, as it was last shown.
    pub(in crate::app) annotated: HashSet<Passage>,
    /// Where annotations are on the scrollbars.
    pub(in crate::app) annotation_ticks: Tally,
    pub(in crate::app) saving: Saving,
    /// Where annotations are kept, if not beside the source.
    pub(in crate::app) kept_elsewhere: Option<String>,
    /// Why annotations cannot be changed, where they cannot.
    pub(in crate::app) read_only: Option<String>,
    /// The tags whose paragraphs alone are shown.
    pub(in crate::app) only: Vec<String>,
    /// What tags mean here.
    pub(in crate::app) codebook: Codebook,
    /// The tags of the other documents of its folder, once they are known.
    pub(in crate::app) folder_tags: Vec<(String, usize)>,
    /// What is to be said once the document is read again with what was corrected in its head.
    pub(in crate::app) correcting: Option<String>,
    /// What is written in the person's own editor.
    pub(in crate::app) editing: Option<Box<Draft>>,
    /// Where the person was before digits were taken as the keys of panes.
    pub(in crate::app) before_digits: Option<(Position, Option<Selection>)>,
    /// What could not be saved of it the last time, until it is offered.
    pub(in crate::app) offer: Option<Box<Offer>>,
    /// How often the words of its paragraphs were used elsewhere, once that is known.
    pub(in crate::app) use_counts: HashMap<Passage, UseCount>,
    pub(in crate::app) trail: trail::Trail,
    /// The hits of the search.
    pub(in crate::app) hits: Tally,
    pub(in crate::app) selection: Option<Selection>,
    /// What it covers; set anew after every message, for every row that is drawn.
    pub(in crate::app) extent: Option<Extent>,
}

impl Reader {
    /// A document on a screen of this size, at its beginning.
    pub(in crate::app) fn new(id: DocId, document: Arc<Document>, size: Size) -> Self {
        let mut view = View::new(&document, size);
        view.show(&document);
        Self {
            id,
            name: String::new(),
            file: None,
            document,
            view,
            annotations: PlacedAnnotations::default(),
            siblings: PlacedAnnotations::default(),
            annotated: HashSet::new(),
            annotation_ticks: Tally::default(),
            saving: Saving::Done,
            kept_elsewhere: None,
            read_only: None,
            only: Vec::new(),
            codebook: Codebook::default(),
            folder_tags: Vec::new(),
            correcting: None,
            editing: None,
            before_digits: None,
            offer: None,
            use_counts: HashMap::new(),
            trail: trail::Trail::default(),
            hits: Tally::default(),
            selection: None,
            extent: None,
        }
    }

    /// Which document it is among those that are open.
    #[must_use]
    pub fn id(&self) -> DocId {
        self.id
    }

    /// The document.
    #[must_use]
    pub fn document(&self) -> &Document {
        &self.document
    }

    /// The document, to be held on to.
    #[must_use]
    pub fn shared_document(&self) -> &Arc<Document> {
        &self.document
    }

    /// The panes and where they are.
    #[must_use]
    pub fn view(&self) -> &View {
        &self.view
    }

    /// The annotations and bookmarks, and where they stand.
    #[must_use]
    pub fn annotations(&self) -> &PlacedAnnotations {
        &self.annotations
    }

    /// All hits of the search, for scrollbars.
    #[must_use]
    pub fn hits(&self) -> &Tally {
        &self.hits
    }

    /// Whether it is known of any passage how often its words were used elsewhere.
    #[must_use]
    pub fn has_use_counts(&self) -> bool {
        !self.use_counts.is_empty()
    }

    /// How often the words of a passage were used in other resolutions, once that is known.
    #[must_use]
    pub fn use_count(&self, passage: Passage) -> Option<UseCount> {
        self.use_counts.get(&passage).copied()
    }

    /// The place of the cursor. `None` in an empty document.
    #[must_use]
    pub fn place(&self) -> Option<Place> {
        self.view.place()
    }

    /// Takes the annotations of the document in place of those it had, and what was brought here and refused.
    pub(in crate::app) fn set_annotations(
        &mut self,
        entries: Vec<Entry>,
        refused: Vec<(String, String)>,
    ) {
        let annotations = PlacedAnnotations::new(entries, &self.document);
        self.annotations = annotations.with_refused(refused);
        self.show_annotations();
        self.view.show(&self.document);
    }

    /// What was brought here from elsewhere and refused: symbol or file, and the annotation there.
    #[must_use]
    pub fn refused(&self) -> &[(String, String)] {
        self.annotations.list().refused()
    }

    /// Takes what tags mean here.
    pub(in crate::app) fn set_codebook(&mut self, codebook: Codebook) {
        self.codebook = codebook;
    }

    /// Allows annotations to be changed, or says why not.
    pub(in crate::app) fn set_read_only(&mut self, reason: Option<String>) {
        self.read_only = reason;
    }

    /// Leaves text that runs from right to left to the terminal, or puts it in order.
    pub(in crate::app) fn set_order(&mut self, order: Order) {
        self.view.set_order(&self.document, order);
        self.view.show(&self.document);
    }

    /// Shows everything in one column and nothing else, from now on.
    pub(in crate::app) fn set_plain(&mut self) {
        self.view.set_mode(&self.document, Mode::Plain);
        self.view.show(&self.document);
    }

    /// Whether it is shown to whoever hears the screen or reads it by touch.
    pub(in crate::app) fn is_plain(&self) -> bool {
        self.view.mode() == Mode::Plain
    }

    /// Puts the cursor at a place, if the document has it.
    pub(in crate::app) fn start_at(&mut self, place: Place) {
        if self.document.passages().any(|passage| passage == place.passage) {
            self.view.go(&self.document, place);
            self.view.show(&self.document);
        }
    }

    /// Takes a screen of another size; the cursor stays on its line.
    pub(in crate::app) fn resize(&mut self, size: Size) {
        let focus = self.view.focus();
        let line = self.view.pane(focus).cursor_line();
        self.view.resize(&self.document, size);
        self.view.pane_mut(focus).put_cursor_on_line(&self.document, line);
        self.view.show(&self.document);
    }

    /// After a message: the selection is in one pane, and the rows on the screen are set.
    pub(in crate::app) fn settle(&mut self) {
        let focus = self.view.focus();
        // Leaving the pane leaves the selection.
        self.selection = self.selection.filter(|s| self.view.home(s.anchor.passage) == focus);
        let flow = &self.view.pane(focus).flow;
        let cursor = self.view.place();
        self.extent = self
            .selection
            .zip(cursor)
            .map(|(selection, cursor)| selection.extent(&self.document, flow, cursor));
        self.view.show(&self.document);
    }

    /// The index of the document, in which annotations are sought and by which new ones are made.
    pub(in crate::app) fn index(&self) -> &Index {
        self.annotations.index().of(&self.document)
    }

    /// Work to be done in another thread while nobody waits for it: the index of the document, for
    /// which the first annotation would wait else. `None` until an annotation is likely, since who only
    /// reads needs no index, which takes more memory than the document itself.
    #[must_use]
    pub fn preparation(&self, shell: &Shell) -> Option<impl FnOnce() + Send + 'static + use<>> {
        let is_likely = self.selection.is_some()
            || matches!(shell.dialog, Some(Dialog::Tags(_) | Dialog::Draft(_)));
        is_likely.then(|| {
            let (index, document) = (self.annotations.index().clone(), Arc::clone(&self.document));
            move || {
                index.of(&document);
            }
        })
    }

    /// Goes somewhere from where a person may want to come back.
    pub(in crate::app) fn jump(&mut self, shell: &mut Shell, to: Place) {
        if let Some(from) = self.place() {
            shell.jumps.leave(Stop::Place((self.id, from)));
        }
        self.view.go(&self.document, to);
    }

    /// Counts the hits of a search in this document.
    pub(in crate::app) fn count_hits(&mut self, pattern: Option<&Pattern>) {
        self.hits = match pattern {
            Some(pattern) => {
                let is_shown = |passage| self.view.has(passage);
                Tally::count(pattern, &self.document, &is_shown, self.view.flows())
            }
            None => Tally::default(),
        };
    }

    /// Counts on, where the text is so long that it is not done at once.
    pub(in crate::app) fn count_on(&mut self, shell: &mut Shell) {
        let Some(pattern) = shell.pattern.clone().filter(|_| !self.hits.is_whole()) else { return };
        let is_shown = |passage| self.view.has(passage);
        self.hits.count_on(&pattern, &self.document, &is_shown, self.view.flows());
        let says_so =
            shell.notice.as_ref().is_some_and(|notice| notice.text == searching::COUNTING);
        if self.hits.is_whole()
            && says_so
            && let Some(place) = self.place()
        {
            self.say_which_hit(shell, place, false, true);
        }
    }
}
