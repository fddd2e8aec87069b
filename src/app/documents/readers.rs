//! The documents that are open, in the order in which they were opened, and which of them is read. There is
//! always one, which may be empty.

use std::path::Path;

use super::DocId;
use crate::{
    app::{Reader, panes::arrange::Size},
    layout::Order,
};

/// The open documents.
#[derive(Clone, Debug)]
pub(in crate::app) struct Readers {
    /// Never empty.
    list: Vec<Reader>,
    /// Index of the one that is read.
    current: usize,
    /// The id of the next that is opened.
    next: DocId,
}

impl Readers {
    pub(in crate::app) fn of(reader: Reader) -> Self {
        Self { next: reader.id().next(), list: vec![reader], current: 0 }
    }

    /// The one that is read.
    pub(in crate::app) fn current(&self) -> &Reader {
        &self.list[self.current]
    }

    /// The one that is read, to be changed.
    pub(in crate::app) fn current_mut(&mut self) -> &mut Reader {
        &mut self.list[self.current]
    }

    /// All of them.
    pub(in crate::app) fn all(&self) -> &[Reader] {
        &self.list
    }

    /// All of them, to be changed.
    pub(in crate::app) fn all_mut(&mut self) -> &mut [Reader] {
        &mut self.list
    }

    /// One of them, to be changed; `None` where it is not open any more.
    pub(in crate::app) fn get_mut(&mut self, id: DocId) -> Option<&mut Reader> {
        self.list.iter_mut().find(|reader| reader.id() == id)
    }

    /// The one of a file.
    pub(in crate::app) fn of_file(&self, file: &Path) -> Option<DocId> {
        let is_it = |reader: &&Reader| reader.file.as_deref() == Some(file);
        self.list.iter().find(is_it).map(Reader::id)
    }

    /// Which is read, counted from 1, and how many there are.
    pub(in crate::app) fn which_of(&self) -> (usize, usize) {
        (self.current + 1, self.list.len())
    }

    /// An id that no document has had.
    pub(in crate::app) fn take_id(&mut self) -> DocId {
        let id = self.next;
        self.next = id.next();
        id
    }

    /// Adds one at the end, shown as the others are. One that is empty and alone was only there
    /// so that there is one: it makes room.
    pub(in crate::app) fn add(&mut self, mut reader: Reader) {
        reader.resize(self.current().view().arrangement().size);
        reader.set_order(self.current().view().order());
        if self.current().is_plain() {
            reader.set_plain();
        }
        let is_placeholder = self.list.len() == 1 && self.current().is_placeholder();
        if is_placeholder {
            self.list.clear();
            self.current = 0;
        }
        self.list.push(reader);
    }

    /// Reads another of them; whether it is open.
    pub(in crate::app) fn switch_to(&mut self, id: DocId) -> bool {
        let found = self.list.iter().position(|reader| reader.id() == id);
        self.current = found.unwrap_or(self.current);
        found.is_some()
    }

    /// The next or the previous, going round.
    pub(in crate::app) fn neighbour(&self, forward: bool) -> DocId {
        let step = if forward { 1 } else { self.list.len() - 1 };
        self.list[(self.current + step) % self.list.len()].id()
    }

    /// Closes the one that is read, if another is open; the one before it is read then.
    pub(in crate::app) fn close(&mut self) -> Option<Reader> {
        if self.list.len() < 2 {
            return None;
        }
        let closed = self.list.remove(self.current);
        self.current = self.current.saturating_sub(1);
        Some(closed)
    }

    pub(in crate::app) fn resize(&mut self, size: Size) {
        self.list.iter_mut().for_each(|reader| reader.resize(size));
    }

    pub(in crate::app) fn set_plain(&mut self) {
        self.list.iter_mut().for_each(Reader::set_plain);
    }

    pub(in crate::app) fn set_order(&mut self, order: Order) {
        self.list.iter_mut().for_each(|reader| reader.set_order(order));
    }
}
