//! What all rooms do with a text whatever it says. Knows no document, no file and no terminal.

pub mod printable;
