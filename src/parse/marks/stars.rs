//! Marks that are no numbers: `*`, `**`. Knows text and labels.

use super::Placed;
use crate::document::Certainty;

/// The places of the starred labels that are defined, each wherever its stars follow a word.
pub(super) fn find(stretches: &[&str], definitions: &[&str]) -> Vec<Placed> {
    let mut placed = Vec::new();
    for (stretch, text) in stretches.iter().enumerate() {
        let mut at = 0;
        while let Some(found) =
            text.get(at..).and_then(|rest| memchr::memchr(b'*', rest.as_bytes()))
        {
            let start = at + found;
            let end = start + text[start..].bytes().take_while(|&b| b == b'*').count();
            at = end;
            let label = &text[start..end];
            let before = &text[..start];
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
