//! The third floor: which lines are one paragraph. Knows how paragraphs begin and end, not what they
//! are.

mod join;
mod line_ends;
mod names;
mod openings;
pub(in crate::parse) mod rows;
mod sections;
mod sponsor_lines;
mod stacked_labels;
pub(in crate::parse) mod text;
mod torn_lines;
mod wrapping;

pub(in crate::parse) use join::paragraphs;
pub(in crate::parse) use stacked_labels::with_stacked_labels;
pub(in crate::parse) use torn_lines::{in_reading_order, with_torn_words};
