//! Opening documents: the list of those open and of the files beside, what a reference leads to, and what
//! came of it.

use super::{Awaited, Chosen, DocId, FileBeside, OpenedDocument, Then, Wanted};
use crate::{
    app::{
        App, Effect, Reader, Screen,
        dialog::{Dialog, DocumentList, Purpose},
        reading::link::Goal,
    },
    document::{Cite, Place},
};

impl App {
    /// Lists the open documents, the resolutions of the library, and the files beside the one that is read as soon
    /// as they are found.
    pub(in crate::app) fn list_documents(&mut self) -> Vec<Effect> {
        self.offer_documents(Purpose::Read)
    }

    /// Asks with what the document that is read is to be compared, or which language is to stand beside it.
    pub(in crate::app) fn ask_what_to_compare(&mut self, is_of_languages: bool) -> Vec<Effect> {
        if self.reader().is_placeholder() {
            self.shell.say("there is no document to put another beside");
            return Vec::new();
        }
        let wanted = if is_of_languages { Purpose::Languages } else { Purpose::Compare };
        self.offer_documents(wanted)
    }

    fn offer_documents(&mut self, purpose: Purpose) -> Vec<Effect> {
        let others = self.readers.all().iter().filter(|reader| !reader.is_placeholder());
        let open = others.map(Reader::in_a_list).collect();
        let current = self.reader().in_a_list();
        let mut list = DocumentList::new(open, current, purpose);
        if let Some(known) = &self.library.known {
            list.set_known(known);
        }
        if let Some(only) = list.only_language() {
            return self.put_beside(only, true);
        }
        // To open a document no folder is read; to find the one before, or another language, it is.
        let is_to_be_read = purpose != Purpose::Read;
        let effects = if is_to_be_read { self.library.ask_once() } else { Vec::new() };
        self.shell.dialog = Some(Dialog::Documents(list));
        [vec![Effect::ListFiles(self.reader().id())], effects].concat()
    }

    /// Puts a document beside the one that is read; one that is not open is opened first.
    pub(in crate::app) fn put_beside(
        &mut self,
        chosen: Chosen,
        is_of_languages: bool,
    ) -> Vec<Effect> {
        let here = self.reader().id();
        match chosen {
            // The older text stands at the left, what it says now at the right.
            Chosen::Open(id) if is_of_languages => self.show_pair(here, id, true),
            Chosen::Open(id) => {
                let (a, b) = if self.is_older(here, id) { (here, id) } else { (id, here) };
                self.show_pair(a, b, false)
            }
            Chosen::File(path) => {
                let effects = self.open(Wanted::File(path));
                if let Some(awaited) = &mut self.shell.awaited {
                    awaited.then = Then::PutBeside { here, is_of_languages };
                }
                effects
            }
        }
    }

    /// Whether a document was adopted before another.
    fn is_older(&self, one: DocId, other: DocId) -> bool {
        let date = |id| {
            let head = &self.reader_of(id)?.document().head;
            head.adopted.or(head.issued)
        };
        matches!((date(one), date(other)), (Some(one), Some(other)) if one < other)
    }

    /// The files beside the document are found.
    pub(in crate::app) fn files_found(&mut self, mut files: Vec<FileBeside>) -> Vec<Effect> {
        files.retain(|file| self.readers.of_file(&file.path).is_none());
        if let Some(Dialog::Documents(list)) = &mut self.shell.dialog {
            list.set_files(files);
        }
        Vec::new()
    }

    /// Opens a document, or reads it where it is open.
    pub(in crate::app) fn open(&mut self, wanted: Wanted) -> Vec<Effect> {
        if let Wanted::Symbol { symbol, locus, .. } = &wanted
            && let Some(reader) = self.readers.all().iter().find(|reader| reader.is_of(symbol))
        {
            let (id, place) = (reader.id(), reader.place_of(symbol, locus.as_deref()));
            self.jump_to_document(id, place);
            return Vec::new();
        }
        let id = self.readers.take_id();
        self.shell.say(match &wanted {
            Wanted::File(path) => format!("opening {} …", path.display()),
            Wanted::Symbol { symbol, .. } => format!("looking for {symbol} …"),
            Wanted::Passage { file, .. } => format!("opening {} …", file.display()),
            Wanted::Place { document, cite } => {
                let (document, cite) = (*document, cite.clone());
                return self.go_to_cite(document, &cite);
            }
        });
        self.shell.awaited = Some(Awaited { id, wanted: wanted.clone(), then: Then::Read });
        vec![Effect::Open(id, wanted)]
    }

    /// Does what the reader asked for that needs other documents.
    pub(in crate::app) fn open_what_is_wanted(&mut self, mut effects: Vec<Effect>) -> Vec<Effect> {
        if let Some(wanted) = self.shell.wanted.take() {
            effects.extend(self.open(wanted));
        }
        effects
    }

    /// Takes a document that was opened. Only the one that was asked for last is read at once, and only by
    /// who does nothing else: nobody is thrown elsewhere.
    pub(in crate::app) fn opened(&mut self, id: DocId, opened: OpenedDocument) -> Vec<Effect> {
        let awaited = self.shell.awaited.take_if(|awaited| awaited.id == id);
        if awaited.is_some() {
            // That it is being opened need not be said any more.
            self.shell.notice = None;
        }
        let known = opened.file.as_ref().and_then(|file| self.readers.of_file(file));
        let (id, mut effects, complaints) = match known {
            Some(known) => (known, vec![Effect::Close(id)], Vec::new()),
            None => (id, Vec::new(), self.add(id, opened)),
        };
        match awaited.filter(|_| self.shell.dialog.is_none()) {
            Some(Awaited { then: Then::PutBeside { here, is_of_languages }, .. }) => {
                if self.readers.switch_to(here) {
                    effects.extend(self.put_beside(Chosen::Open(id), is_of_languages));
                }
            }
            Some(Awaited { then: Then::Mark, wanted, .. }) => self.mark_wanted(id, &wanted),
            Some(Awaited { wanted, .. }) => {
                let place = self.place_wanted(id, &wanted);
                self.jump_to_document(id, place);
            }
            None => {
                if let Some(reader) = self.reader_of(id) {
                    let said = format!("{} is open", reader.called());
                    self.shell.say(said);
                }
            }
        }
        if known.is_none() {
            effects.extend(self.ask_about(id));
        }
        if !complaints.is_empty() {
            self.shell.warn(complaints.join("; "));
        }
        effects
    }

    /// Offers marks for the words that were chosen in the list of the library's mandates.
    fn mark_wanted(&mut self, id: DocId, wanted: &Wanted) {
        let words = self.shell.to_mark.take().unwrap_or_default();
        let Some(passage) = self.place_wanted(id, wanted).map(|place| place.passage) else {
            return;
        };
        let text = self.reader_of(id).map_or("", |reader| reader.document().text(passage));
        let at = text.find(&words).map_or(0..text.len(), |at| at..at + words.len());
        self.offer_marks(id, passage, at);
    }

    /// The place in a document that was wanted.
    fn place_wanted(&self, id: DocId, wanted: &Wanted) -> Option<Place> {
        let reader = self.reader_of(id)?;
        match wanted {
            Wanted::Symbol { symbol, locus, .. } => reader.place_of(symbol, locus.as_deref()),
            Wanted::Passage { symbol, cite, .. } => {
                let passage = cite.as_ref().and_then(|cite| reader.document().passage(cite));
                let in_words = || cite.as_ref().map(Cite::to_string);
                passage
                    .map(Place::start_of)
                    .or_else(|| reader.place_of(symbol.as_ref()?, in_words().as_deref()))
            }
            Wanted::File(_) | Wanted::Place { .. } => None,
        }
    }

    /// Reads an open document at a passage.
    fn go_to_cite(&mut self, id: DocId, cite: &Cite) -> Vec<Effect> {
        let passage = self.reader_of(id).and_then(|reader| reader.document().passage(cite));
        self.jump_to_document(id, passage.map(Place::start_of));
        Vec::new()
    }

    /// Adds a document to those that are open; what the person must know of the state in which its
    /// annotations are is returned.
    pub fn add(&mut self, id: DocId, opened: OpenedDocument) -> Vec<String> {
        let size = self.view().arrangement().size;
        let mut reader = Reader::new(id, opened.document.into(), size);
        reader.name = opened.name;
        reader.file = opened.file;
        reader.set_codebook(opened.codebook);
        reader.set_annotations(opened.entries, opened.refused);
        reader.set_read_only(opened.read_only);
        if let Some(place) = opened.place {
            reader.start_at(place);
        }
        let mut complaints = opened.complaints;
        complaints.extend(reader.doubts_in_words(&self.shell));
        self.readers.add(reader);
        if let Some((base, entries)) = opened.unsaved {
            self.offer(id, base, entries);
        }
        complaints
    }

    /// An id for a document that is to be opened, which no other has had.
    pub fn take_id(&mut self) -> DocId {
        self.readers.take_id()
    }

    /// Begins to be read, with what the person must know.
    pub fn begin(&mut self, complaints: Vec<String>) {
        if !complaints.is_empty() {
            self.shell.warn(complaints.join("; "));
        }
        self.show_offer();
        let id = self.reader().id();
        self.screens.begin_with(Screen::Reading(id));
        self.settle();
    }

    /// A document that was asked for is not to be had. A symbol can still be looked up elsewhere: what it is
    /// is shown, with its address.
    pub(in crate::app) fn not_opened(&mut self, id: DocId, why: String) -> Vec<Effect> {
        let awaited = self.shell.awaited.take_if(|awaited| awaited.id == id);
        let wanted = awaited.map(|awaited| awaited.wanted);
        if let Some(Wanted::Symbol { symbol, locus, .. }) = wanted
            && self.shell.dialog.is_none()
        {
            let goal = Goal::Document { symbol, locus };
            self.readers.current_mut().peek_at_goal(&mut self.shell, goal);
        }
        self.shell.warn(why);
        Vec::new()
    }
}
