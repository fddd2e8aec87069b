//! The sixth floor: what stands within a text. Footnote marks and references, as they are recognised
//! and as the format knows them. Knows clean texts, not how they were found.

pub(in crate::parse) mod known_marks;
pub(in crate::parse) mod refer;
