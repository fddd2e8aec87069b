//! Keys, and what they mean: a key and its notation, the one table of commands, which keys mean which
//! of them, and keys typed one after another. Knows no document and no screen.

pub mod command;
pub(in crate::app) mod input;
pub mod key;
pub mod keymap;
pub mod keys_file;
