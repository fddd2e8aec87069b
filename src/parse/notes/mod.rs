//! The fourth floor: the footnotes, where their words stand. At the feet of pages (before lines become
//! paragraphs, since the text goes on above them), behind the text, or where the format says. Knows
//! numbers and places, not the marks in the text.

mod candidate;
mod chain;
mod detached_numbers;
mod endnotes;
mod known_notes;
pub(in crate::parse) mod note;
mod page_footnotes;

pub(in crate::parse) use endnotes::find_behind_text;
pub(in crate::parse) use known_notes::known_notes;
pub(in crate::parse) use page_footnotes::take_out_notes;
