//! Footnote marks: which of the digits glued to words are superscripts (grammar.md §4, B and C).
//! Knows text and labels, not what a block or a footnote is.
//!
//! `candidates` finds the runs of digits; what stands beside one is told by `left_of_run`, `apart`,
//! `end_of_run` and `right_of_run`, and weighed by the one table of `features`; `alignment` takes the
//! best way through them all, and `place` says how sure each is.

#![deny(
    clippy::string_slice,
    clippy::indexing_slicing,
    clippy::unwrap_used,
    clippy::cast_lossless,
    clippy::cast_possible_truncation,
    clippy::cast_possible_wrap,
    clippy::cast_precision_loss,
    clippy::cast_sign_loss
)]

mod alignment;
mod apart;
mod candidates;
mod characters;
mod end_of_run;
mod features;
mod host;
mod left_of_run;
mod note_numbers;
mod place;
mod placed;
mod right_of_run;
#[cfg(test)]
mod seen;
mod site;
mod stars;
mod style;
mod things;

pub use place::place_marks;
pub use placed::Placed;
