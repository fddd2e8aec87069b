//! What the reader asks for that has to do with other documents: opening them, what lies beside them, the
//! person's browser. Knows who does it, not how.

use std::{io, path::PathBuf, sync::Arc, time::Instant};

use super::{
    browser,
    librarian::Librarian,
    open::{self, Beside},
    open_file::OpenFile,
    question::Question,
    session::{Flow, Session},
    subject::Subject,
    writing,
};
use crate::{
    app::{
        DocId, Message, Notice, Wanted,
        screens::library::{Answer, Ask, AskId},
    },
    opening::{Opened, full_path},
    store::folder_of_source,
};

impl Session {
    /// Starts to open a document that the reader asks for.
    pub(super) fn start_to_open(&mut self, id: DocId, wanted: Wanted) -> io::Result<Flow> {
        let beside = match &wanted {
            Wanted::File(_) | Wanted::Passage { .. } | Wanted::Place { .. } => None,
            Wanted::Symbol { beside, .. } => {
                let file = self.file(*beside).and_then(|file| file.origin.file().map(Into::into));
                let document = self.app.reader_of(*beside).map(|r| Arc::clone(r.shared_document()));
                let library = self.library_folders();
                document.map(|document| Beside { file, document, library })
            }
        };
        let surroundings = self.config.surroundings.clone();
        match open::start(id, wanted, beside, surroundings, self.events.clone()) {
            Ok(()) => Ok(Flow::GoOn),
            Err(cause) => self.tell(Message::NotOpened(id, cause.to_string())),
        }
    }

    /// Hands a document that was opened to the reader.
    pub(super) fn take_opened(
        &mut self,
        id: DocId,
        opened: Result<Box<Opened>, String>,
    ) -> io::Result<Flow> {
        let divided = opened.and_then(|opened| {
            OpenFile::new(id, *opened, &self.events).map_err(|cause| cause.to_string())
        });
        match divided {
            Ok((mut file, document)) => {
                file.watch(&self.events);
                self.files.push(file);
                self.tell(Message::Opened(id, Box::new(document)))
            }
            Err(why) => self.tell(Message::NotOpened(id, why)),
        }
    }

    /// Finds the files beside a document; where there is none, those of the folder that was named.
    pub(super) fn list_files(&mut self, id: DocId) -> io::Result<Flow> {
        let file = self.file(id).and_then(|file| file.origin.file().map(Into::into));
        let folder = file.map(open::Folder::Of);
        let named = || self.config.folders.first().cloned().map(open::Folder::Itself);
        let folder = folder.or_else(named);
        let Some(folder) = folder else { return self.tell(Message::Files(Vec::new())) };
        match open::list_files(folder, self.events.clone()) {
            Ok(()) => Ok(Flow::GoOn),
            Err(cause) => self.tell(Message::Notice(Notice::warning(cause.to_string()))),
        }
    }

    /// Asks the library, or about documents that are open.
    pub(super) fn ask_library(&mut self, id: AskId, ask: Ask) -> io::Result<Flow> {
        let librarian = match self.librarian.take() {
            Some(librarian) => Ok(librarian),
            None => Librarian::start(self.events.clone()),
        };
        let librarian = match librarian {
            Ok(librarian) => librarian,
            Err(cause) => {
                return self
                    .tell(Message::Answered(id, Box::new(Answer::Failed(cause.to_string()))));
            }
        };
        let (about, other) = match &ask {
            Ask::Uses { of: Some((document, _)), .. }
            | Ask::UseCounts(document)
            | Ask::Siblings(document)
            | Ask::History { of: document, .. }
            | Ask::Mandates(document) => (self.subject(*document), None),
            Ask::Compare(a, b) | Ask::Align(a, b) => (self.subject(*a), self.subject(*b)),
            Ask::Catalogue
            | Ask::Refresh
            | Ask::ReadFolder
            | Ask::Preview(_)
            | Ask::Find(_)
            | Ask::Uses { of: None, .. }
            | Ask::CitedBy { .. }
            | Ask::Series(_)
            | Ask::Ledger(..)
            | Ask::Tags => (None, None),
        };
        if let (Ask::Siblings(_), Some(file)) = (&ask, about.as_ref().and_then(|s| s.file.as_ref()))
        {
            self.folder_news.watch_siblings(&[folder_of_source(file)], &self.events);
        }
        let folders = self.library_folders();
        // To count uses no folder is read that nobody asked for.
        if !ask.is_of_what_is_known() {
            self.folder_news.watch_library(&folders, &self.events);
        }
        let is_named = !self.config.folders.is_empty() || !self.config.library.is_empty();
        librarian.ask(Question { id, ask, about, other, folders, is_named });
        self.librarian = Some(librarian);
        Ok(Flow::GoOn)
    }

    /// Hands an answer to the reader. Where other files of a resolution were looked at, what is written there from now on
    /// is heard of.
    pub(super) fn take_answer(&mut self, id: AskId, answer: Answer) -> io::Result<Flow> {
        if let Answer::Siblings { folders, .. } = &answer
            && self.folder_news.watch_siblings(folders, &self.events)
        {
            // Between being read and being watched.
            self.folder_news.siblings_changed(Instant::now());
        }
        self.tell(Message::Answered(id, Box::new(answer)))
    }

    /// Writes the comparison of two open documents to a file.
    pub(super) fn write_comparison(
        &mut self,
        a: DocId,
        b: DocId,
        path: PathBuf,
    ) -> io::Result<Flow> {
        let (Some(a), Some(b)) = (self.subject(a), self.subject(b)) else { return Ok(Flow::GoOn) };
        match writing::start([a, b], path, self.app.scribe_now(), self.events.clone()) {
            Ok(()) => Ok(Flow::GoOn),
            Err(cause) => self.tell(Message::Notice(Notice::warning(cause.to_string()))),
        }
    }

    fn subject(&self, id: DocId) -> Option<Subject> {
        let document = Arc::clone(self.app.reader_of(id)?.shared_document());
        let file = self.files.iter().find(|file| file.id == id);
        let file = file.and_then(|file| file.origin.file().map(Into::into));
        Some(Subject { document, file })
    }

    /// The folders of the library: those named, those configured, the one of the document that is read.
    fn library_folders(&self) -> Vec<PathBuf> {
        if !self.config.folders.is_empty() {
            return self.config.folders.clone();
        }
        if !self.config.library.is_empty() {
            return self.config.library.clone();
        }
        let id = self.app.reader().id();
        let file = self.files.iter().find(|file| file.id == id);
        let path = file.and_then(|file| file.origin.file());
        let folder = path.map(full_path).and_then(|path| path.parent().map(Into::into));
        folder.into_iter().collect()
    }

    /// Finds the tags of the other documents of a folder.
    pub(super) fn list_tags(&mut self, id: DocId) -> io::Result<Flow> {
        let file = self.file(id).and_then(|file| file.origin.file().map(Into::into));
        let Some(file) = file else { return Ok(Flow::GoOn) };
        // Without a thread there are those of the document alone.
        let _ = open::list_tags(id, file, self.events.clone());
        Ok(Flow::GoOn)
    }

    /// Shows an address in the person's browser, or says why not.
    pub(super) fn browse(&mut self, address: &str) -> io::Result<Flow> {
        match browser::open(address) {
            Ok(()) => Ok(Flow::GoOn),
            Err(why) => self.tell(Message::Notice(Notice::warning(why))),
        }
    }
}
