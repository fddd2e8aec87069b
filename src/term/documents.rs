//! What the reader asks for that has to do with other documents: opening them, what lies beside them, the
//! person's browser. Knows who does it, not how.

use std::{io, sync::Arc};

use super::{
    browser,
    open::{self, Beside},
    open_file::OpenFile,
    session::{Flow, Session},
};
use crate::{
    app::{DocId, Message, Notice, Wanted},
    opening::Opened,
};

impl Session {
    /// Starts to open a document that the reader asks for.
    pub(super) fn start_to_open(&mut self, id: DocId, wanted: Wanted) -> io::Result<Flow> {
        let beside = match &wanted {
            Wanted::File(_) => None,
            Wanted::Symbol { beside, .. } => {
                let file = self.file(*beside).and_then(|file| file.origin.file().map(Into::into));
                let document = self.app.reader_of(*beside).map(|r| Arc::clone(r.shared_document()));
                document.map(|document| Beside { file, document })
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
        let folder = folder.or_else(|| self.config.folder.clone().map(open::Folder::Itself));
        let Some(folder) = folder else { return self.tell(Message::Files(Vec::new())) };
        match open::list_files(folder, self.events.clone()) {
            Ok(()) => Ok(Flow::GoOn),
            Err(cause) => self.tell(Message::Notice(Notice::warning(cause.to_string()))),
        }
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
