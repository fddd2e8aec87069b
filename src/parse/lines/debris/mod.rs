//! What is in a file but no part of the resolution: page heads and feet, job lines, separators
//! (grammar.md §5). Tells it line by line, and gathers what it says about the document.

mod classify;
mod imprint;
mod job_lines;
mod masthead;
mod running_heads;

pub(in crate::parse) use classify::{Classified, SEPARATOR, classify};
pub(in crate::parse) use imprint::Imprint;
pub(in crate::parse) use running_heads::repeated_titles;
