//! What can be said of texts by themselves: their words, how like two of them are, where they differ,
//! what every rendering of one has in common, what of one may reach a terminal. Knows nothing of
//! documents, nor of what a text is for.

pub mod clause;
mod comparable;
mod counted;
mod diff;
mod likeness;
pub mod printable;
pub mod roman;
mod shortened;
mod words;

pub use comparable::{ComparableText, comparable};
pub use counted::counted;
pub use diff::{same_items, same_numbers};
pub use likeness::{LIKENESS_WORDS, likeness, likeness_of_words, word_ngrams};
pub use shortened::shortened;
pub use words::{each_word, words};
