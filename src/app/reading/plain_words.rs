//! What stands beside a paragraph as signs and colours, in words, for whoever does not see them. Changes nothing;
//! knows no screen.

use super::Reader;
use crate::{
    app::annotating::tint::Tint,
    document::{Certainty, Mark, Passage},
    text::counted,
};

impl Reader {
    /// `footnotes 3, 4`, `bookmark a`, `2 notes`, `“promote and protect” highlighted yellow`, `used 14× since 1998`:
    /// nothing where there is nothing.
    pub(in crate::app) fn beside_in_words(
        &self,
        passage: Passage,
        shows_ladder: bool,
    ) -> Vec<String> {
        let mut words = Vec::new();
        words.extend(self.rung(passage).filter(|_| shows_ladder));
        let (doubtful, sure): (Vec<&Mark>, Vec<&Mark>) =
            self.document.marks(passage).iter().partition(|mark| mark.certainty == Certainty::Weak);
        words.extend(labels("footnote", &sure));
        words.extend(labels("in doubt: footnote", &doubtful));
        let keys = self.annotations.bookmarks_on(passage).filter_map(|bookmark| bookmark.key);
        words.extend(keys.map(|key| format!("bookmark {key}")));
        words.extend(self.annotations_in_words(passage));
        words.extend(self.use_count(passage).map(|count| format!("used {}", count.in_words())));
        words
    }

    /// How binding the verb of a paragraph is.
    fn rung(&self, passage: Passage) -> Option<String> {
        let Passage::Block(block) = passage else { return None };
        let rank = self.document.blocks.get(block)?.opener.as_ref()?.rank?;
        Some(format!("rung {rank} of 9"))
    }

    /// The notes, then what is highlighted, then what must be looked at.
    fn annotations_in_words(&self, passage: Passage) -> Vec<String> {
        let (mut notes, mut words) = (0, Vec::new());
        for (annotation, range) in self.annotations.on(passage) {
            if annotation.conflict.is_some() {
                words.push("two versions of an annotation contradict each other".into());
            }
            if annotation.is_unreviewed() {
                words.push("an annotation of an older text, to be reviewed".into());
                continue;
            }
            if let Some(colour) = &annotation.colour {
                let quote = self.document.text(passage).get(range).unwrap_or_default();
                words.push(format!("“{quote}” highlighted {}", Tint::named(colour).name()));
            }
            notes += usize::from(!annotation.note.trim().is_empty());
        }
        if notes > 0 {
            words.insert(0, counted(notes, "note"));
        }
        words
    }
}

/// `footnotes 3, 4`; nothing without marks.
fn labels(what: &str, marks: &[&Mark]) -> Option<String> {
    let labels: Vec<&str> = marks.iter().map(|mark| mark.label.as_str()).collect();
    let plural = if labels.len() > 1 { "s" } else { "" };
    (!labels.is_empty()).then(|| format!("{what}{plural} {}", labels.join(", ")))
}
