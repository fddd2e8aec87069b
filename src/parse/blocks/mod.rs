//! The fifth floor: paragraphs → blocks (grammar.md §1). What the head says, where the text begins, and
//! a state machine over its paragraphs. Knows what each is by its facts and what came before; not its
//! marks.

mod beginning;
mod blocks_of;
mod closing;
mod complete_head;
pub(in crate::parse) mod head;
mod kinds;
pub(in crate::parse) mod levels;
mod lists;
mod machine;
mod sponsors;
mod statements;
mod structure;
pub(in crate::parse) mod tables;
mod unnumbered;

pub(in crate::parse) use beginning::{beginning, head_letter};
pub(in crate::parse) use blocks_of::blocks;
pub(in crate::parse) use closing::{note_closing, vote_of};
pub(in crate::parse) use complete_head::complete_head;
pub(in crate::parse) use statements::title as title_of_a_statement;
pub(in crate::parse) use structure::{BlockLabel, Draft, Scope, Structure, cite_in_latin_letters};
