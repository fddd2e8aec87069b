//! Paragraphs → blocks (grammar.md §1): where the text begins, and a state machine over its
//! paragraphs. Knows what kind each is by its number, its end, its opener and what came before; not
//! its marks.

mod body;
mod closing;
mod machine;
mod opening;
mod sections;
mod structure;

use super::pages::Pages;
use machine::Machine;

pub(super) use body::body;
pub(super) use closing::{is_meeting, note_closing};
pub(super) use sections::{head_letter, is_section, part_letter, section_numeral};
pub(super) use structure::{Draft, Structure};

/// Finds the blocks of a document. `is_note` says which paragraphs are footnotes.
pub(super) fn blocks(pages: Pages<'_>, is_note: &[bool]) -> Structure {
    let count = pages.paragraphs.len();
    let formulas: Vec<usize> = (0..count).filter(|&i| body::is_formula(pages, i)).collect();
    let begin = formulas.first().copied().unwrap_or_else(|| body::body_without_formula(pages));
    let mut machine = Machine::new(pages, &formulas, begin);
    for i in (begin..count).filter(|&i| is_note.get(i) != Some(&true)) {
        machine.step(i);
    }
    machine.finish()
}
