//! **seized**, a terminal reader and annotator for United Nations resolutions.
//!
//! The modules, in the order in which a document passes through them:
//!
//! | module | does | knows |
//! |---|---|---|
//! | [`document`] | the model: paragraphs, footnotes, marks, references, debris | nothing else |
//! | [`manuscript`] | what a file said before anyone understood it: text, and what its format knows for sure | `document` |
//! | [`source`] | bytes → manuscript: sniffs the format, decodes | `manuscript` |
//! | [`parse`] | manuscript → document; total, never fails | `document`, `manuscript` |
//! | [`layout`] | block × width → rows of cells; no screen | `document` |
//! | [`annotations`] | a reader's tags, notes, highlights and bookmarks: made, found again, merged | `document` |
//! | [`app`] | state, and what a message does to it; no drawing, no files | the above but `source` |
//! | [`config`] | a person's configuration, keys and themes | `app`, `ui` |
//! | [`ui`] | draws the state; the only drawing | `app`, `layout` |
//! | [`export`] | document → text in some format, one file a format | `document` |
//! | [`store`] | what is remembered; the only module that writes files | `error` |
//! | [`term`] | the run loop; the only module that touches the terminal | `ui` |
//! | [`cli`] | argv → one command each | all |
//!
//! `docs/architecture.md` says more, and `tests/it/tidy.rs` holds the directions.

pub mod annotations;
pub mod app;
pub mod cli;
pub mod config;
pub mod document;
pub mod error;
pub mod export;
pub mod layout;
pub mod manuscript;
pub mod parse;
pub mod source;
pub mod store;
pub mod term;
pub mod text;
pub mod ui;
