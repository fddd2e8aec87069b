//! The list of the open documents and of the files beside the one that is read. Knows how they are called; to
//! read or open what is chosen is for others.

use std::path::PathBuf;

use super::{
    answer::{Action, Answer},
    line::{Edit, Line},
    menu::{Choice, Menu, fitting},
};
use crate::app::{
    DocId,
    documents::{FileBeside, InAList},
    keys::key::{Code, Key, Named},
};

/// A list of documents.
#[derive(Clone, Debug)]
pub struct DocumentList {
    /// The menu.
    pub menu: Menu<Chosen>,
    open: Vec<InAList>,
    files: Vec<FileBeside>,
}

/// What a choice of the list stands for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Chosen {
    /// A document that is open.
    Open(DocId),
    /// A file.
    File(PathBuf),
}

impl DocumentList {
    /// The open documents; what is beside them is [set](Self::set_files) once it is known. The one before
    /// the current is chosen, so that two keys go to and fro.
    pub(in crate::app) fn new(open: Vec<InAList>, current: DocId) -> Self {
        let mut menu = Menu::new("Open", ">");
        menu.nothing = "no document of this name; a path opens a file elsewhere".into();
        let mut list = Self { menu, open, files: Vec::new() };
        list.menu.offer(list.choices());
        let at = list.open.iter().position(|document| document.id == current).unwrap_or(0);
        let others = list.open.len().max(1);
        list.menu.chosen = if others > 1 { (at + others - 1) % others } else { 0 };
        list
    }

    /// Takes the files beside the document.
    pub(in crate::app) fn set_files(&mut self, files: Vec<FileBeside>) {
        self.files = files;
        self.menu.renew(self.choices());
    }

    fn choices(&self) -> Vec<Choice<Chosen>> {
        let open = self.open.iter().map(|document| Choice {
            keys: "open".into(),
            ..Choice::new(&document.called, &document.title, Chosen::Open(document.id))
        });
        let files = self
            .files
            .iter()
            .map(|file| Choice::new(&file.name, "", Chosen::File(file.path.clone())));
        let mut choices = fitting(self.menu.typed(), open.chain(files).collect());
        let typed = self.menu.typed();
        if typed.contains(['/', std::path::MAIN_SEPARATOR]) {
            choices.push(Choice::new(typed, "this file", Chosen::File(PathBuf::from(typed))));
        }
        choices
    }

    pub(super) fn press(&mut self, key: Key) -> Answer {
        match (self.menu.press(key), self.menu.chosen()) {
            (Edit::Submit, Some(Chosen::Open(id))) => Answer::CloseAnd(Action::Read(*id)),
            (Edit::Submit, Some(Chosen::File(path))) => {
                Answer::CloseAnd(Action::OpenFile(path.clone()))
            }
            (Edit::Submit, None) => Answer::Stay,
            // Where nothing is open, there is nothing to go back to.
            (Edit::Cancel, _) if self.open.is_empty() => Answer::CloseAnd(Action::Quit),
            (Edit::Cancel, _) => Answer::Close,
            (Edit::Changed, _) => {
                self.menu.offer(self.choices());
                Answer::Stay
            }
            (Edit::NotMine, _) if key.code == Code::Named(Named::Tab) => {
                self.complete();
                Answer::Stay
            }
            (Edit::Same | Edit::NotMine, _) => Answer::Stay,
        }
    }

    /// Types the rest of the name that is chosen.
    fn complete(&mut self) {
        let chosen = self.menu.choices.get(self.menu.chosen).map(|choice| choice.name.clone());
        if let Some(name) = chosen {
            self.menu.line = Line::new(name);
            self.menu.renew(self.choices());
        }
    }

    pub(super) fn paste(&mut self, text: &str) -> Answer {
        self.menu.line.insert(text);
        self.menu.offer(self.choices());
        Answer::Stay
    }
}
