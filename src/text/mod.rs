//! What all rooms do with a text whatever it says: its words, letters and numbers, and what may be
//! shown of it. Knows no document, no file and no terminal.

pub mod clause;
pub mod printable;
pub mod roman;
