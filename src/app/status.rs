//! The words of the status line: where the cursor is, what was done, which keys matter here.
//! Knows no colours and no widths; `ui` leaves out from the end what does not fit.

use super::{App, message::Notice};
use crate::document::Passage;

/// What the status line says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Status {
    /// `OP14 · 62 %`.
    pub place: String,
    /// What was done last, until the next key.
    pub notice: Option<Notice>,
    /// Keys typed that are not a command yet: `14`, `g`.
    pub pending: String,
    /// A line being typed instead: `/`, its text, and the cursor in it as a byte.
    pub prompt: Option<PromptLine>,
    /// The keys that matter here, the most important first.
    pub hints: Vec<Hint>,
}

/// A line being typed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PromptLine {
    /// What it is for: `/`.
    pub sign: &'static str,
    /// What was typed.
    pub text: String,
    /// The cursor: a byte of `text`.
    pub cursor: usize,
}

/// A key and what it does here, in one or two words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hint {
    /// The key as it is written.
    pub key: String,
    /// `footnote`, `search`.
    pub does: &'static str,
}

impl App {
    /// What the status line says.
    #[must_use]
    pub fn status(&self) -> Status {
        Status {
            place: self.place_in_words(),
            notice: self.notice.clone(),
            pending: String::new(),
            prompt: None,
            hints: Vec::new(),
        }
    }

    /// `OP14 · 62 %`.
    fn place_in_words(&self) -> String {
        let Some(place) = self.view.place() else { return "empty".into() };
        let cite = match place.passage {
            Passage::Title => "Title".to_owned(),
            passage => self.document.cite(passage).to_string(),
        };
        format!("{cite} · {} %", self.percent())
    }

    /// How much of the pane stands above the cursor; 100 in its last row.
    fn percent(&self) -> u8 {
        let pane = self.view.pane(self.view.focus());
        // A fraction of one, so at most 100.
        (pane.fraction() * 100.0).round().clamp(0.0, 100.0) as u8
    }
}
