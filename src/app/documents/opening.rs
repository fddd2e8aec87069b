//! Opening documents: the list of those open and of the files beside, what a reference leads to, and what
//! came of it.

use super::{DocId, FileBeside, OpenedDocument, Wanted};
use crate::app::{
    App, Effect, Reader,
    dialog::{Dialog, DocumentList},
    reading::link::Goal,
};

impl App {
    /// Lists the open documents, and the files beside the one that is read as soon as they are found.
    pub(in crate::app) fn list_documents(&mut self) -> Vec<Effect> {
        let open = self.readers.all().iter().filter(|reader| !reader.is_placeholder());
        let open = open.map(Reader::in_a_list).collect();
        let current = self.reader().id();
        self.shell.dialog = Some(Dialog::Documents(DocumentList::new(open, current)));
        vec![Effect::ListFiles(current)]
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
        });
        self.shell.awaited = Some((id, wanted.clone()));
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
        let wanted = self.shell.awaited.take_if(|(awaited, _)| *awaited == id).map(|(_, w)| w);
        let known = opened.file.as_ref().and_then(|file| self.readers.of_file(file));
        let (id, effects, complaints) = match known {
            Some(known) => (known, vec![Effect::Close(id)], Vec::new()),
            None => (id, Vec::new(), self.add(id, opened)),
        };
        if wanted.is_some() && self.shell.dialog.is_none() {
            let place = wanted.and_then(|wanted| match wanted {
                Wanted::Symbol { symbol, locus, .. } => {
                    self.reader_of(id)?.place_of(&symbol, locus.as_deref())
                }
                Wanted::File(_) => None,
            });
            self.jump_to_document(id, place);
        } else if let Some(reader) = self.reader_of(id) {
            let said = format!("{} is open", reader.called());
            self.shell.say(said);
        }
        if !complaints.is_empty() {
            self.shell.warn(complaints.join("; "));
        }
        effects
    }

    /// Adds a document to those that are open; what the person must know of the state in which its
    /// annotations are is returned.
    pub fn add(&mut self, id: DocId, opened: OpenedDocument) -> Vec<String> {
        let size = self.view().arrangement().size;
        let mut reader = Reader::new(id, opened.document.into(), size);
        reader.name = opened.name;
        reader.file = opened.file;
        reader.set_codebook(opened.codebook);
        reader.set_annotations(opened.entries);
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
        self.reader_mut().settle();
    }

    /// A document that was asked for is not to be had. A symbol can still be looked up elsewhere: what it is
    /// is shown, with its address.
    pub(in crate::app) fn not_opened(&mut self, id: DocId, why: String) -> Vec<Effect> {
        let wanted = self.shell.awaited.take_if(|(awaited, _)| *awaited == id).map(|(_, w)| w);
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
