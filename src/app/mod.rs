//! The reader: its state, and what a message does to it. No drawing, no crossterm, no files: a
//! [`Message`] comes in, [`Effect`]s go out, and between the two the state can be looked at.

pub mod accent;
pub mod arrange;
pub mod galley;
pub mod key;
pub mod message;
pub mod pane;
pub mod popup;
pub mod status;
pub mod view;

pub use message::{Effect, Message, Mouse, MouseAction, Notice, Weight};

use std::time::Duration;

use crate::document::Document;
use arrange::Size;
use key::{Code, Key, Named};
use popup::Popup;
use view::View;

/// A document being read.
#[derive(Clone, Debug)]
pub struct App {
    document: Document,
    view: View,
    popup: Option<Popup>,
    notice: Option<Notice>,
}

impl App {
    /// Opens a document on a screen of this size, at its beginning.
    #[must_use]
    pub fn new(document: Document, size: Size) -> Self {
        let mut view = View::new(&document, size);
        view.show(&document);
        Self { document, view, popup: None, notice: None }
    }

    /// The document.
    #[must_use]
    pub fn document(&self) -> &Document {
        &self.document
    }

    /// The panes and where they are.
    #[must_use]
    pub fn view(&self) -> &View {
        &self.view
    }

    /// What lies over the panes.
    #[must_use]
    pub fn popup(&self) -> Option<&Popup> {
        self.popup.as_ref()
    }

    /// How long to wait for the next message before sending [`Message::Timeout`]; `None` is for
    /// ever.
    #[must_use]
    pub fn deadline(&self) -> Option<Duration> {
        None
    }

    /// What a message does. The rows on the screen are set when this returns.
    pub fn update(&mut self, message: Message) -> Vec<Effect> {
        let effects = match message {
            Message::Key(key) => self.press(key),
            Message::Resize(size) => {
                self.view.resize(&self.document, size);
                let focus = self.view.focus();
                self.view.pane_mut(focus).reveal(&self.document);
                Vec::new()
            }
            Message::Notice(notice) => {
                self.notice = Some(notice);
                Vec::new()
            }
            Message::Paste(_) | Message::Mouse(_) | Message::Timeout | Message::Reload(_) => {
                Vec::new()
            }
        };
        self.view.show(&self.document);
        effects
    }

    fn press(&mut self, key: Key) -> Vec<Effect> {
        self.notice = None;
        let focus = self.view.focus();
        let pane = self.view.pane_mut(focus);
        match key.code {
            Code::Char('j') | Code::Named(Named::Down) => pane.move_rows(&self.document, 1),
            Code::Char('k') | Code::Named(Named::Up) => pane.move_rows(&self.document, -1),
            Code::Char('q') => return vec![Effect::Quit],
            _ => {}
        }
        Vec::new()
    }
}
