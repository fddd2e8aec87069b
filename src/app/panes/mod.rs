//! Texts on a screen: where panes are, what is in them, which rows of it are to be seen, and where the
//! cursor is. Knows the document only as text to be set; nothing of annotations, keys or drawing.

pub mod arrange;
mod contents;
pub mod flow;
pub mod pane;
pub mod rows;
mod scroll;
pub(in crate::app) mod steps;
pub mod view;
