//! A person's annotations in a document that is read: where they stand, how they are made, changed,
//! found, shown and saved. Knows no file: what is to be saved is an effect, what came of it a message.

mod annotate;
mod bookmarks;
mod index;
mod listing;
mod notes;
pub mod placed;
pub(in crate::app) mod repeat;
pub mod saving;
mod shown;
pub mod tagging;
mod taking_in;
pub mod target;
pub mod tint;

pub use annotate::Scribe;
