//! The only place that writes files. Knows how to write so that a crash leaves the old file or the
//! new one, never half of either.

mod durable;
pub mod state;

pub use durable::write_durably;
