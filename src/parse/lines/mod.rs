//! The second floor: lines. Where they are, what each says by itself, which are debris, what the
//! format knows of them. Knows no paragraph.

pub(in crate::parse) mod clean_text;
pub(in crate::parse) mod debris;
pub(in crate::parse) mod detect_language;
pub(in crate::parse) mod facts;
pub(in crate::parse) mod head_line;
pub(in crate::parse) mod job_numbers_apart;
pub(in crate::parse) mod known;
pub(in crate::parse) mod label;
pub(in crate::parse) mod line;
pub(in crate::parse) mod section_line;
