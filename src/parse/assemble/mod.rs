//! The seventh and last floor: what was read → the document. Gives names to blocks, cuts the marks out of their
//! words, and every byte of the source to its owner. Knows what was found, not how.

mod block;
mod claims;
mod cut_marks;
mod document;
mod head_lines;
mod inline_notes;
mod names;
mod problems;
mod reading;
mod resolutions;
mod tiles;

pub(in crate::parse) use document::document;
pub(in crate::parse) use reading::Reading;
