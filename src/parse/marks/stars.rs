//! Marks that are no numbers: `*`, `**`. Knows text and labels.

use super::{
    characters::{onward, up_to},
    placed::Placed,
};
use crate::document::Certainty;

/// The places of the starred labels that are defined, each wherever its stars follow a word.
pub(super) fn find(stretches: &[&str], definitions: &[&str]) -> Vec<Placed> {
    let mut placed = Vec::new();
    for (stretch, text) in stretches.iter().enumerate() {
        let mut at = 0;
        while let Some(found) = memchr::memchr(b'*', onward(text, at).as_bytes()) {
            let start = at + found;
            let end = start + onward(text, start).bytes().take_while(|&b| b == b'*').count();
            at = end;
            let label = text.get(start..end).unwrap_or_default();
            let before = up_to(text, start);
            let is_mark = definitions.contains(&label) && !before.trim().is_empty();
            if is_mark {
                placed.push(Placed {
                    stretch,
                    range: before.trim_end().len()..end,
                    label: label.to_owned(),
                    certainty: Certainty::Sure,
                    is_virtual: false,
                });
            }
        }
    }
    placed
}
