//! A person's annotations in a document that is read: where they stand, how they are made, changed,
//! found, shown and saved. Knows no file: what is to be saved is an effect, what came of it a message.

mod annotate;
mod bookmarks;
pub mod changes;
mod correcting;
mod index;
mod listing;
mod notes;
pub mod placed;
mod repeat;
pub mod saved;
mod saving;
mod scribe;
mod shown;
mod siblings;
mod standing;
mod tagging;
mod taking_in;
pub mod target;
mod targeting;
pub mod tint;

pub use scribe::Scribe;
