//! The reader: its state, and what a message does to it. No drawing, no crossterm, no files: a
//! [`Message`] comes in, [`Effect`]s go out, and between the two the state can be looked at.
//!
//! | part | knows |
//! |---|---|
//! | [`App`] | what is open and in front; hands messages to it |
//! | `documents` | which documents are open, and which is read |
//! | [`Shell`] | what all documents share: keys, the dialog that is open, searches, jumps |
//! | [`Reader`] | one document being read |
//! | `keys` | keys, the one table of commands, which keys mean which |
//! | `panes` | texts on the screen: where, which rows, the cursor |
//! | `reading` | what is done with a document: moving, following, searching, copying |
//! | `annotating` | a person's annotations in it |
//! | `screens` | lists and comparisons, of one document and of the library |
//! | `dialog` | what lies over the panes |

pub mod annotating;
mod carry_out;
mod context;
pub mod dialog;
mod documents;
mod effect;
mod jumps;
pub mod keys;
pub mod message;
pub mod panes;
pub mod reading;
mod run;
pub mod screens;
mod shell;
pub mod status;

pub use documents::{Chosen, DocId, FileBeside, OpenedDocument, Wanted};
pub use effect::Effect;
pub use message::{Message, Mouse, MouseAction, Notice, Reread, Weight};
pub use reading::Reader;
pub use screens::Screen;
pub use shell::Shell;

use std::{sync::Arc, time::Duration};

use crate::{
    annotations::{Codebook, Entry},
    document::{Cite, Document, Passage, Place},
    layout::Order,
};
use annotating::{Scribe, placed::PlacedAnnotations, saved::Saving};
use dialog::Dialog;
use documents::Readers;
use keys::keymap::Keymap;
use panes::{arrange::Size, view::View};
use reading::search::Tally;
use screens::{Screens, asking::LibraryState, searches::Searches};

/// The documents that are open, and what they share.
#[derive(Clone, Debug)]
pub struct App {
    shell: Shell,
    readers: Readers,
    screens: Screens,
    library: LibraryState,
}

impl App {
    /// Opens a document on a screen of this size, at its beginning.
    #[must_use]
    pub fn new(document: impl Into<Arc<Document>>, size: Size) -> Self {
        let reader = Reader::new(DocId::FIRST, document.into(), size);
        Self {
            shell: Shell::default(),
            readers: Readers::of(reader),
            screens: Screens::reading(DocId::FIRST),
            library: LibraryState::default(),
        }
    }

    /// The same with other keys.
    #[must_use]
    pub fn with_keymap(mut self, keymap: Keymap) -> Self {
        self.shell.keymap = keymap;
        self
    }

    /// The same with a sign beside each paragraph for how binding it is.
    #[must_use]
    pub const fn with_ladder(mut self, is_shown: bool) -> Self {
        self.shell.shows_ladder = is_shown;
        self
    }

    /// The same with a history of searches, the newest last.
    #[must_use]
    pub fn with_searches(mut self, searches: Vec<String>) -> Self {
        self.shell.searches = searches;
        self
    }

    /// The same with what was searched for in the library.
    #[must_use]
    pub fn with_library_searches(mut self, searches: Searches) -> Self {
        self.library.searches = searches;
        self
    }

    /// What was searched for in the library, to be remembered.
    #[must_use]
    pub fn library_searches(&self) -> &Searches {
        &self.library.searches
    }

    /// The same with somebody who writes annotations.
    #[must_use]
    pub fn with_scribe(mut self, scribe: Scribe) -> Self {
        self.shell.scribe = scribe;
        self
    }

    /// The same with annotations, and who writes new ones.
    #[must_use]
    pub fn with_annotations(mut self, entries: Vec<Entry>, scribe: Scribe) -> Self {
        self.shell.scribe = scribe;
        self.reader_mut().set_annotations(entries, Vec::new());
        self
    }

    /// The same with annotations that cannot be changed, for this reason.
    #[must_use]
    pub fn read_only(mut self, reason: impl Into<String>) -> Self {
        self.reader_mut().set_read_only(Some(reason.into()));
        self
    }

    /// The same, leaving text that runs from right to left to the terminal.
    #[must_use]
    pub fn with_order(mut self, order: Order) -> Self {
        self.readers.set_order(order);
        self
    }

    /// The same for whoever hears the screen or reads it by touch: one column, and words for what others see.
    #[must_use]
    pub fn plain(mut self) -> Self {
        self.readers.set_plain();
        self
    }

    /// Whether it is for whoever hears the screen or reads it by touch.
    #[must_use]
    pub fn is_plain(&self) -> bool {
        self.reader().is_plain()
    }

    /// The same with what tags mean, and those to offer before they are used here.
    #[must_use]
    pub fn with_codebook(mut self, codebook: Codebook) -> Self {
        self.reader_mut().set_codebook(codebook);
        self
    }

    /// The same with the cursor at a place, if the document has it: where it was left, or what the
    /// command line asks for.
    #[must_use]
    pub fn at(mut self, place: Place) -> Self {
        self.reader_mut().start_at(place);
        self
    }

    /// The document that is read, and all that belongs to it.
    #[must_use]
    pub fn reader(&self) -> &Reader {
        self.readers.current()
    }

    fn reader_mut(&mut self) -> &mut Reader {
        self.readers.current_mut()
    }

    /// All documents that are open, in the order in which they were opened.
    #[must_use]
    pub fn readers(&self) -> &[Reader] {
        self.readers.all()
    }

    /// The reader of a document, if that is open.
    #[must_use]
    pub fn reader_of(&self, id: DocId) -> Option<&Reader> {
        self.readers().iter().find(|reader| reader.id() == id)
    }

    /// Which of the open documents is read, counted from 1, and how many there are.
    #[must_use]
    pub fn which_of(&self) -> (usize, usize) {
        self.readers.which_of()
    }

    /// What all documents share.
    #[must_use]
    pub fn shell(&self) -> &Shell {
        &self.shell
    }

    /// Who writes, and what time it is.
    #[must_use]
    pub fn scribe_now(&self) -> (String, String) {
        (self.shell.scribe.author.clone(), (self.shell.scribe.now)())
    }

    /// The document that is read.
    #[must_use]
    pub fn document(&self) -> &Document {
        self.reader().document()
    }

    /// Its panes and where they are.
    #[must_use]
    pub fn view(&self) -> &View {
        self.reader().view()
    }

    /// Which keys mean what.
    #[must_use]
    pub fn keymap(&self) -> &Keymap {
        &self.shell.keymap
    }

    /// What lies over the panes.
    #[must_use]
    pub fn dialog(&self) -> Option<&Dialog> {
        self.shell.dialog.as_ref()
    }

    /// What was searched for, the newest last: for the history.
    #[must_use]
    pub fn searches(&self) -> &[String] {
        &self.shell.searches
    }

    /// All hits of the search, for scrollbars.
    #[must_use]
    pub fn hits(&self) -> &Tally {
        self.reader().hits()
    }

    /// The annotations of the document that is read, and where they stand.
    #[must_use]
    pub fn annotations(&self) -> &PlacedAnnotations {
        self.reader().annotations()
    }

    /// What is to be saved of it.
    #[must_use]
    pub fn entries(&self) -> &[Entry] {
        self.reader().entries()
    }

    /// Whether what was written on it is saved.
    #[must_use]
    pub fn saving(&self) -> &Saving {
        self.reader().saving()
    }

    /// The place of the cursor. `None` in an empty document.
    #[must_use]
    pub fn place(&self) -> Option<Place> {
        self.reader().place()
    }

    /// The passage of a citation as a person means it who reads here.
    #[must_use]
    pub fn cited(&self, cite: &Cite) -> Option<Passage> {
        self.document().meant(cite, self.place().map(|place| place.passage))
    }

    /// Work to be done in another thread while nobody waits for it; see [`Reader::preparation`].
    #[must_use]
    pub fn preparation(&self) -> Option<impl FnOnce() + Send + 'static> {
        self.reader().preparation(&self.shell)
    }

    /// How long to wait for the next message before sending [`Message::Timeout`]; `None` is for
    /// ever.
    #[must_use]
    pub fn deadline(&self) -> Option<Duration> {
        self.shell.input.deadline()
    }

    /// Whether [`Message::GoOn`] does something: what takes longer than a key may is done a few milliseconds at a time.
    #[must_use]
    pub fn has_more_to_do(&self) -> bool {
        self.shell.pattern.is_some() && !self.reader().hits().is_whole()
    }

    /// What a message does. The rows on the screen are set when this returns.
    pub fn update(&mut self, message: Message) -> Vec<Effect> {
        let effects = self.take(message);
        let mut effects = self.open_what_is_wanted(effects);
        self.show_offer();
        self.renew_marks();
        self.settle();
        effects.extend(self.ask_for_preview());
        effects
    }

    /// The one way in: everything that happens comes through here, and every message has an arm, so that none is lost
    /// in silence.
    fn take(&mut self, message: Message) -> Vec<Effect> {
        match message {
            Message::Key(key) => self.press(key),
            Message::Paste(text) => self.paste(&text),
            Message::Typed(text) => self.typed(&text),
            Message::Mouse(mouse) => self.mouse(mouse),
            Message::Resize(size) => self.resize(size),
            Message::Timeout => {
                self.shell.input.settle();
                Vec::new()
            }
            Message::Reload(id, document) => self.reload(id, *document),
            Message::Saved(id, saved) => self.saved(id, *saved),
            Message::NotSaved(id, why) => {
                self.save_failed(id, why);
                Vec::new()
            }
            Message::Unsaved(why) => self.shell.ask_whether_to_leave(why),
            Message::Opened(id, opened) => self.opened(id, *opened),
            Message::NotOpened(id, why) => self.not_opened(id, why),
            Message::Files(files) => self.files_found(files),
            Message::FolderTags(id, tags) => self.take_folder_tags(id, tags),
            Message::BeginWithCatalogue => self.begin_with_catalogue(),
            Message::GoOn => {
                let Self { shell, readers, .. } = self;
                readers.current_mut().count_on(shell);
                Vec::new()
            }
            Message::LibraryChanged => self.library.look_again(),
            Message::SiblingsChanged => self.ask_about_siblings(),
            Message::Started => self.ask_about_all(),
            Message::Answered(id, answer) => {
                self.answered(id, *answer);
                Vec::new()
            }
            Message::Edited(text) => self.edited(text),
            Message::LeaveNow => self.leave_now(),
            Message::Notice(notice) => {
                self.shell.notice = Some(notice);
                Vec::new()
            }
        }
    }

    fn resize(&mut self, size: Size) -> Vec<Effect> {
        self.readers.resize(size);
        self.ask_dialog(Dialog::screen_changed)
    }
}
