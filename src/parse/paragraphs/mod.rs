//! The third floor: which lines are one paragraph. Knows how paragraphs begin and end, not what they
//! are.

mod join;
pub(in crate::parse) mod text;
mod wrapping;

pub(in crate::parse) use join::paragraphs;
