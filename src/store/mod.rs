//! Opens, locks and saves the annotations of a source, and the reader's private state. The only
//! room that writes files: a crash leaves the old file or the new one, never half of either.

pub mod durable;
mod fileless;
mod sidecar;
pub mod state;

pub use durable::replace as write_durably;
pub use fileless::stand_in;
pub use sidecar::{Store, Where, read, sidecar_path};
