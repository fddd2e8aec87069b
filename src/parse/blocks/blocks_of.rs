//! The blocks of a document: the state machine put to work on every paragraph that is no footnote.

use super::{beginning, machine::Machine, structure::Structure};
use crate::parse::paragraphs::text::Text;

/// Finds the blocks of a document. `is_note` says which paragraphs are footnotes.
pub(in crate::parse) fn blocks(text: &Text<'_>, is_note: &[bool]) -> Structure {
    let formulas: Vec<usize> =
        (0..text.count()).filter(|&i| beginning::is_formula(text, i)).collect();
    let begin = beginning(text);
    let mut machine = Machine::new(text, &formulas, begin);
    for i in (begin..text.count()).filter(|&i| is_note.get(i) != Some(&true)) {
        machine.step(i);
    }
    machine.finish()
}
