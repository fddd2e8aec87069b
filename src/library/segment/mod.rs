//! A segment: some records and their index as one stretch of bytes, written once and read by offset. Knows
//! the order of the bytes, no file they are in.

mod build;
mod filed;
mod layout;
mod mandates;
mod read;

pub use build::Builder;
pub use filed::Filed;
pub use read::{Citation, Segment};

pub(super) use build::stems;
pub(super) use layout::{GRAM_BITS, WordKind};
pub(super) use mandates::MandateTable;
