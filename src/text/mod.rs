//! Words, letters and numbers of any text, whatever it says. Knows no document.

pub mod clause;
pub mod roman;
