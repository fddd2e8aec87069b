//! What `y` and `Y` put on the clipboard, and how that is said.

use super::{App, Effect, Notice};
use crate::document::{Passage, Place};

impl App {
    /// What is selected, passage by passage; `None` without a selection.
    #[must_use]
    pub fn selected(&self) -> Option<Vec<(Passage, std::ops::Range<usize>)>> {
        let galley = &self.view.pane(self.view.focus()).galley;
        let extent = self.selection?.extent(&self.document, galley, self.place()?);
        Some(extent.ranges(&self.document, galley))
    }

    pub(super) fn copy_text(&mut self, place: Place) -> Vec<Effect> {
        let ranges = self.selected();
        let text = match &ranges {
            Some(ranges) => {
                let parts = ranges
                    .iter()
                    .filter_map(|(passage, bytes)| self.document.text(*passage).get(bytes.clone()));
                parts.collect::<Vec<_>>().join("\n\n")
            }
            None => self.document.text(place.passage).to_owned(),
        };
        let what = match &ranges {
            Some(_) => words_copied(&text),
            None => format!("{}, {}", self.document.cite(place.passage), words_copied(&text)),
        };
        self.selection = None;
        self.notice = Some(Notice::info(format!("copied {what}")));
        vec![Effect::Copy(text)]
    }

    pub(super) fn copy_citation(&mut self, place: Place) -> Vec<Effect> {
        let selected = self.selected().unwrap_or_default();
        let passages: Vec<Passage> = selected.iter().map(|(passage, _)| *passage).collect();
        let passages = if passages.is_empty() { vec![place.passage] } else { passages };
        let citation = self.document.citation_of(&passages);
        if citation.is_empty() {
            self.notice = Some(Notice::warning("this document has no symbol to cite it by"));
            return Vec::new();
        }
        self.selection = None;
        self.notice = Some(Notice::info(format!("copied {citation}")));
        vec![Effect::Copy(citation)]
    }
}

/// `"plenary meeting"`, or for more than fits, `14 words`.
pub(super) fn words_copied(text: &str) -> String {
    let count = text.split_whitespace().count();
    match count {
        0..=4 if text.len() <= 40 => format!("\"{text}\""),
        1 => "1 word".into(),
        _ => format!("{count} words"),
    }
}
