//! **seized**, a terminal reader and annotator for United Nations resolutions.
//!
//! The modules, in the order in which a document passes through them:
//!
//! | module | does | knows |
//! |---|---|---|
//! | [`text`] | what is said of texts by themselves: words, likeness, where two differ, what renderings share, what may be shown | nothing |
//! | [`document`] | the model: head, blocks, footnotes, marks, references, debris; symbols; citations, and places found by them | `text` |
//! | [`manuscript`] | what a file said before anyone understood it: text, and what its format knows for sure | `document` |
//! | [`error`] | what went wrong with which file, for a person | nothing |
//! | [`source`] | bytes → manuscript: sniffs the format, decodes | `document` `manuscript` `error` `text` |
//! | [`parse`] | manuscript → document; total, never fails | `document` `manuscript` `text` |
//! | [`library`] | records of many documents: catalogue, search in words, agreed language, who cites whom; segments read by offset | `document` `text` |
//! | [`layout`] | block × width → rows of cells; no screen, no colours | `document` `text` |
//! | [`annotations`] | a reader's tags, notes, highlights, bookmarks; corrections of the head; finding them again; merging | `text` `document` |
//! | [`compare`] | two documents → what became of each paragraph, word by word; languages side by side | `document` `text` |
//! | [`carry`] | annotations of one document onto another, to be reviewed | `document` `annotations` `compare` |
//! | [`export`] | document, annotations, comparisons and mandates → text in some format; writes nothing | `document` `annotations` `text` `compare` `mandates` |
//! | [`mandates`] | a document → who is asked to do what, for whom, by when, in six languages | `document` `text` |
//! | [`drafts`] | what a draft lacks before it is tabled | `document` `mandates` `parse` `text` |
//! | [`app`] | the state of the reader and what a message does to it; no drawing, no files, no terminal | `document` `layout` `annotations` `text` `compare` `carry` `mandates` `library` |
//! | [`ui`] | draws the state: pure, and the only drawing | `document` `layout` `annotations` `app` `compare` `text` |
//! | [`config`] | a person's configuration, keys and themes, read and checked, and printed to be copied | `app` `ui` `error` |
//! | [`store`] | opens, locks, saves durably: the only room that writes files | `document` `annotations` `error` `library` |
//! | [`opening`] | from a file to all that is needed to read and annotate it; what lies beside it; folders → a library | `document` `manuscript` `error` `source` `parse` `annotations` `library` `mandates` `store` `text` |
//! | [`term`] | the run loop, effects, signals, the terminal left as it was found | `document` `annotations` `app` `ui` `config` `store` `opening` `error` `text` `library` `compare` `carry` `mandates` `export` `source` |
//! | [`cli`] | argv → one command each | all |
//!
//! `docs/architecture.md` says more, and `tests/it/tidy.rs` holds the directions.

pub mod annotations;
pub mod app;
pub mod carry;
pub mod cli;
pub mod compare;
pub mod config;
pub mod document;
pub mod drafts;
pub mod error;
pub mod export;
pub mod layout;
pub mod library;
pub mod mandates;
pub mod manuscript;
pub mod opening;
pub mod parse;
pub mod source;
pub mod store;
pub mod term;
pub mod text;
pub mod ui;
