//! What `y` and `Y` put on the clipboard, and how that is said.

use crate::app::{Effect, Reader, Shell};
use crate::document::{Passage, Place};

impl Reader {
    /// What is selected, passage by passage; `None` without a selection.
    #[must_use]
    pub fn selected(&self) -> Option<Vec<(Passage, std::ops::Range<usize>)>> {
        let flow = &self.view.pane(self.view.focus()).flow;
        let extent = self.selection?.extent(&self.document, flow, self.place()?);
        Some(extent.ranges(&self.document, flow))
    }

    /// Copies what is selected, else the whole paragraph, and says which: the clipboard cannot be looked at.
    pub(in crate::app) fn copy_text(&mut self, shell: &mut Shell, place: Place) -> Vec<Effect> {
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
        shell.say(format!("copied {what}"));
        vec![Effect::Copy(text)]
    }

    /// Copies the text with its citation in brackets behind it.
    pub(in crate::app) fn copy_both(&mut self, shell: &mut Shell, place: Place) -> Vec<Effect> {
        let citation = self.citation_here(place);
        let mut effects = self.copy_text(shell, place);
        if let Some(Effect::Copy(text)) = effects.first_mut()
            && !citation.is_empty()
        {
            text.push_str(&format!(" ({citation})"));
            shell.say(format!("copied with {citation}"));
        }
        effects
    }

    /// The citation of what is selected, or of the passage here.
    fn citation_here(&self, place: Place) -> String {
        let selected = self.selected().unwrap_or_default();
        let passages: Vec<Passage> = selected.iter().map(|(passage, _)| *passage).collect();
        let passages = if passages.is_empty() { vec![place.passage] } else { passages };
        self.document.citation_of(&passages)
    }

    pub(in crate::app) fn copy_citation(&mut self, shell: &mut Shell, place: Place) -> Vec<Effect> {
        let citation = self.citation_here(place);
        if citation.is_empty() {
            shell.warn("this document has no symbol to cite it by");
            return Vec::new();
        }
        self.selection = None;
        shell.say(format!("copied {citation}"));
        vec![Effect::Copy(citation)]
    }
}

/// `"plenary meeting"`, or for more than fits, `14 words`.
pub(in crate::app) fn words_copied(text: &str) -> String {
    let count = text.split_whitespace().count();
    match count {
        0..=4 if text.len() <= 40 => format!("\"{text}\""),
        1 => "1 word".into(),
        _ => format!("{count} words"),
    }
}
