//! The reader: its state, and what a message does to it. No drawing, no crossterm, no files: a
//! [`Message`] comes in, [`Effect`]s go out, and between the two the state can be looked at.

pub mod accent;
pub mod annotate;
pub mod arrange;
mod bookmarks;
mod carry_out;
pub mod command;
mod contents;
mod context;
mod copy;
pub mod dialog;
mod follow;
pub mod galley;
mod index;
mod input;
mod jumps;
pub mod key;
pub mod keymap;
pub mod keys_file;
pub mod link;
mod listing;
mod margin;
pub mod marginalia;
pub mod message;
mod motion;
mod mouse;
mod notes;
pub mod pane;
mod reload;
pub mod saving;
pub mod search;
mod searching;
pub mod selection;
pub mod status;
pub mod tagging;
mod taking_in;
pub mod target;
pub mod tint;
pub mod units;
mod update;
pub mod view;

pub use message::{Effect, Message, Mouse, MouseAction, Notice, Weight};

use std::{collections::HashSet, sync::Arc, time::Duration};

use crate::{
    annotations::{Codebook, Entry, Index},
    document::{Cite, Document, Passage, Place},
    layout::Order,
};
use annotate::Scribe;
use arrange::Size;
use dialog::{Dialog, Draft};
use input::Input;
use jumps::Jumps;
use keymap::Keymap;
use marginalia::Marginalia;
use saving::Saving;
use search::{Pattern, Tally};
use selection::{Extent, Selection};
use tint::Tint;
use view::View;

/// A document being read.
#[derive(Clone, Debug)]
pub struct App {
    document: Arc<Document>,
    view: View,
    keymap: Keymap,
    input: Input,
    marginalia: Marginalia,
    /// The passages with something beside them, as it was last shown.
    margin: HashSet<Passage>,
    /// Where annotations are on the scrollbars.
    noted: Tally,
    saving: Saving,
    /// Where annotations are kept, if not beside the source.
    elsewhere: Option<String>,
    /// Why annotations cannot be changed, where they cannot.
    frozen: Option<String>,
    /// The tags whose paragraphs alone are shown.
    only: Vec<String>,
    codebook: Codebook,
    tint: Tint,
    scribe: Scribe,
    /// What is written in the person's own editor.
    editing: Option<Box<Draft>>,
    /// Where the person was before digits were taken as the keys of panes.
    before_digits: Option<view::Position>,
    jumps: Jumps,
    trail: follow::Trail,
    pattern: Option<Pattern>,
    tally: Tally,
    searches: Vec<String>,
    selection: Option<Selection>,
    /// What it covers; set anew after every message, for every row that is drawn.
    extent: Option<Extent>,
    dialog: Option<Dialog>,
    notice: Option<Notice>,
    mouse: mouse::Pointer,
}

impl App {
    /// Opens a document on a screen of this size, at its beginning.
    #[must_use]
    pub fn new(document: impl Into<Arc<Document>>, size: Size) -> Self {
        let document = document.into();
        let mut view = View::new(&document, size);
        view.show(&document);
        Self {
            document,
            view,
            keymap: Keymap::default(),
            input: Input::default(),
            marginalia: Marginalia::default(),
            margin: HashSet::new(),
            noted: Tally::default(),
            saving: Saving::Done,
            elsewhere: None,
            frozen: None,
            only: Vec::new(),
            codebook: Codebook::default(),
            tint: Tint::Yellow,
            scribe: Scribe::default(),
            editing: None,
            before_digits: None,
            jumps: Jumps::default(),
            trail: follow::Trail::default(),
            pattern: None,
            tally: Tally::default(),
            searches: Vec::new(),
            selection: None,
            extent: None,
            dialog: None,
            notice: None,
            mouse: mouse::Pointer::default(),
        }
    }

    /// The same with other keys.
    #[must_use]
    pub fn with_keymap(self, keymap: Keymap) -> Self {
        Self { keymap, ..self }
    }

    /// The same with a history of searches, the newest last.
    #[must_use]
    pub fn with_searches(self, searches: Vec<String>) -> Self {
        Self { searches, ..self }
    }

    /// The same with annotations, and who writes new ones.
    #[must_use]
    pub fn with_annotations(mut self, entries: Vec<Entry>, scribe: Scribe) -> Self {
        self.marginalia = Marginalia::new(entries, &self.document);
        self.scribe = scribe;
        self.show_margin();
        self.view.show(&self.document);
        self
    }

    /// The same with annotations that cannot be changed, for this reason.
    #[must_use]
    pub fn frozen(self, why: impl Into<String>) -> Self {
        Self { frozen: Some(why.into()), ..self }
    }

    /// The same, leaving text that runs from right to left to the terminal.
    #[must_use]
    pub fn with_order(mut self, order: Order) -> Self {
        self.view.set_order(&self.document, order);
        self.view.show(&self.document);
        self
    }

    /// The same with what tags mean, and those to offer before they are used here.
    #[must_use]
    pub fn with_codebook(self, codebook: Codebook) -> Self {
        Self { codebook, ..self }
    }

    /// The same with the cursor at a place, if the document has it: where it was left, or what the
    /// command line asks for.
    #[must_use]
    pub fn at(mut self, place: Place) -> Self {
        if self.document.passages().any(|passage| passage == place.passage) {
            self.view.go(&self.document, place);
            self.view.show(&self.document);
        }
        self
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

    /// The index of the document, in which annotations are sought and by which new ones are made.
    fn index(&self) -> &Index {
        self.marginalia.index().of(&self.document)
    }

    /// Work to be done in another thread while nobody waits for it: the index of the document, for
    /// which the first annotation would wait else. `None` until an annotation is likely, since who only
    /// reads needs no index, which takes more memory than the document itself.
    #[must_use]
    pub fn preparation(&self) -> Option<impl FnOnce() + Send + 'static> {
        let is_likely = self.selection.is_some()
            || matches!(self.dialog, Some(Dialog::Tags(_) | Dialog::Draft(_)));
        is_likely.then(|| {
            let (index, document) = (self.marginalia.index().clone(), Arc::clone(&self.document));
            move || {
                index.of(&document);
            }
        })
    }

    /// The panes and where they are.
    #[must_use]
    pub fn view(&self) -> &View {
        &self.view
    }

    /// Which keys mean what.
    #[must_use]
    pub fn keymap(&self) -> &Keymap {
        &self.keymap
    }

    /// What lies over the panes.
    #[must_use]
    pub fn dialog(&self) -> Option<&Dialog> {
        self.dialog.as_ref()
    }

    /// All hits of the search, for scrollbars.
    #[must_use]
    pub fn tally(&self) -> &Tally {
        &self.tally
    }

    /// The place of the cursor. `None` in an empty document.
    #[must_use]
    pub fn place(&self) -> Option<Place> {
        self.view.place()
    }

    /// The passage of a citation as a person means it who reads here.
    #[must_use]
    pub fn cited(&self, cite: &Cite) -> Option<Passage> {
        self.document.meant(cite, self.place().map(|place| place.passage))
    }

    /// How long to wait for the next message before sending [`Message::Timeout`]; `None` is for
    /// ever.
    #[must_use]
    pub fn deadline(&self) -> Option<Duration> {
        self.input.deadline()
    }

    /// What a message does. The rows on the screen are set when this returns.
    pub fn update(&mut self, message: Message) -> Vec<Effect> {
        let effects = match message {
            Message::Key(key) => self.press(key),
            Message::Paste(text) => self.paste(&text),
            Message::Typed(text) => self.typed(&text),
            Message::Mouse(mouse) => self.mouse(mouse),
            Message::Resize(size) => self.resize(size),
            Message::Timeout => {
                self.input.settle();
                Vec::new()
            }
            Message::Reload(document) => self.reload(*document),
            Message::Kept(kept) => self.kept(*kept),
            Message::NotKept(why) => {
                self.not_kept(why);
                Vec::new()
            }
            Message::Unsaved(why) => self.ask_whether_to_leave(why),
            Message::Edited(text) => self.edited(text),
            Message::LeaveNow => self.leave_now(),
            Message::Notice(notice) => {
                self.notice = Some(notice);
                Vec::new()
            }
        };
        self.settle_selection();
        self.view.show(&self.document);
        effects
    }

    fn resize(&mut self, size: Size) -> Vec<Effect> {
        let focus = self.view.focus();
        let line = self.view.pane(focus).cursor_line();
        self.view.resize(&self.document, size);
        self.view.pane_mut(focus).put_cursor_on_line(&self.document, line);
        self.view.show(&self.document);
        self.ask_dialog(Dialog::screen_changed)
    }

    /// A selection is in one pane; leaving the pane leaves it.
    fn settle_selection(&mut self) {
        let focus = self.view.focus();
        self.selection = self.selection.filter(|s| self.view.home(s.anchor.passage) == focus);
        let galley = &self.view.pane(focus).galley;
        let cursor = self.view.place();
        self.extent = self
            .selection
            .zip(cursor)
            .map(|(selection, cursor)| selection.extent(&self.document, galley, cursor));
    }
}
