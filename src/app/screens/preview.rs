//! The text of the resolution that is chosen in a catalogue, as it stands beside the list: asked for when there is room
//! for it, shown when it comes. Knows what was asked and answered, and neither rows nor files.

use super::side::SideLine;
use crate::{
    library::{Beginning, Edition},
    text::shortened,
};

/// Characters that are shown of a passage of the preamble: what it is about, so that there is room for what is decided.
const PREAMBLE: usize = 100;
/// Characters that are shown of any other passage.
const OPERATIVE: usize = 240;

/// The text of a chosen resolution.
#[derive(Clone, Debug, Default)]
pub(super) struct Preview {
    /// Which text was asked for last.
    asked: Option<Edition>,
    /// The text that came.
    text: Option<(Edition, Beginning)>,
}

impl Preview {
    /// Takes a text, if it is the one that is wanted.
    pub(super) fn take(&mut self, of: Edition, text: Beginning) {
        if self.asked.as_ref() == Some(&of) {
            self.text = Some((of, text));
        }
    }

    /// The lines of a text, once it is there: the first of the preamble, and what is decided.
    pub(super) fn lines(&self, of: &Edition) -> Vec<SideLine> {
        let Some((_, text)) = self.text.as_ref().filter(|(shown, _)| shown == of) else {
            return Vec::new();
        };
        let mut lines = vec![SideLine::blank()];
        for (i, found) in text.passages.iter().enumerate() {
            let most = if i < text.preamble { PREAMBLE } else { OPERATIVE };
            lines.push(SideLine::passage(&found.cite, &shortened(&found.text, most)));
        }
        if text.left_out > 0 {
            let at = lines.len().min(1 + text.preamble);
            lines.insert(at, SideLine::passage("⋯", &format!("{} more", text.left_out)));
        }
        lines
    }

    /// Takes note that a text is wanted: whether it is to be asked for.
    pub(super) fn want(&mut self, edition: &Edition) -> bool {
        let is_new = self.asked.as_ref() != Some(edition);
        self.asked = Some(edition.clone());
        is_new
    }
}
