//! The terminal in other hands for a while: the shell's, the person's editor's; and taken again. The
//! reader goes on meanwhile as far as it needs no terminal: what is written is saved, and a signal is
//! heard.

use std::{io, path::PathBuf};

use super::{
    editor, screen,
    session::{Flow, Session},
    signals,
};
use crate::app::{Message, Notice};

/// What the person's editor has.
pub(super) struct Lent {
    /// The text as it was handed over.
    text: String,
    /// Its file.
    file: PathBuf,
}

impl Session {
    /// Hands the terminal to the person's editor; [`take_back`](Self::take_back) is told when it has
    /// ended.
    pub(super) fn lend(&mut self, text: String) -> io::Result<Flow> {
        self.frames.leave();
        match editor::start(&text, self.events.clone()) {
            Ok(file) => {
                self.lent = Some(Lent { text, file });
                Ok(Flow::GoOn)
            }
            Err(why) => self.take_back(Err(why)),
        }
    }

    /// Takes the terminal back from the editor, and what it left.
    pub(super) fn take_back(&mut self, edited: Result<String, String>) -> io::Result<Flow> {
        self.lent = None;
        self.come_back()?;
        match edited {
            Ok(text) => self.tell(Message::Edited(Some(text))),
            Err(why) => {
                self.tell(Message::Edited(None))?;
                self.tell(Message::Notice(Notice::warning(why)))
            }
        }
    }

    /// What the editor has saved of the text by now, or what it was given. Its file stays, for it may
    /// still be written to.
    pub(super) fn text_in_editor(&mut self) -> Option<String> {
        let lent = self.lent.take()?;
        let saved = editor::saved(&lent.file);
        Some(saved.filter(|text| !text.trim().is_empty()).unwrap_or(lent.text))
    }

    /// Whether a signal is not for us: keys that send one are the editor's while it has the terminal.
    pub(super) fn is_for_editor(&self, signal: i32) -> bool {
        self.lent.is_some() && signals::is_from_keys(signal)
    }

    /// Gives the terminal to the shell until it gives it back.
    pub(super) fn stop_together(&mut self) -> io::Result<Flow> {
        if !signals::can_be_continued() {
            return self.refuse_to_stop();
        }
        self.frames.leave();
        self.is_stopping = true;
        signals::stop_together()?;
        self.come_back()?;
        Ok(Flow::GoOn)
    }

    /// The same where somebody else asks us to stop, and whoever runs with us has been asked as well.
    pub(super) fn stop(&mut self) -> io::Result<Flow> {
        if self.is_stopping {
            // Our own doing: by now we have gone on.
            return Ok(Flow::GoOn);
        }
        if !signals::can_be_continued() {
            return self.refuse_to_stop();
        }
        self.frames.leave();
        signals::stop()?;
        self.go_on()
    }

    fn refuse_to_stop(&mut self) -> io::Result<Flow> {
        let said = "no shell waits here that could let the reader go on, so it does not stop";
        self.tell(Message::Notice(Notice::warning(said)))
    }

    /// Goes on after a stop. Whoever had the terminal meanwhile may have left it in any mode.
    pub(super) fn go_on(&mut self) -> io::Result<Flow> {
        self.is_stopping = false;
        if self.lent.is_none() {
            self.frames.leave();
            self.come_back()?;
        }
        Ok(Flow::GoOn)
    }

    /// Takes the terminal again, which may show anything now, and in another size.
    fn come_back(&mut self) -> io::Result<()> {
        self.frames.take_again()?;
        self.has_other_size()?;
        Ok(())
    }

    /// Whether the terminal has another size than the reader thinks; it knows it then.
    pub(super) fn has_other_size(&mut self) -> io::Result<bool> {
        let size = screen::size()?;
        let differs = size != self.app.view().arrangement().size;
        if differs {
            self.app.update(Message::Resize(size));
        }
        Ok(differs)
    }
}
