//! Opens, locks and saves the annotations of a source, and the reader's private state. The only
//! room that writes files: a crash leaves the old file or the new one, never half of either.

mod annotation_file;
pub mod cache;
mod codebook;
pub mod durable;
mod fallback_location;
mod in_archive;
mod links;
mod lock;
mod pipe_location;
mod read_text;
mod relocate;
mod sidecar;
pub mod state;
mod unsaved;
mod unsaved_tags;

pub use annotation_file::{is_annotation_file, read, sidecar_path, source_line};
pub use codebook::{change_codebook, find_codebook, new_codebook, read_codebook};
pub use durable::{create as create_durably, replace as write_durably};
pub use fallback_location::KeptElsewhere;
pub use in_archive::{folder_of_source, full_path, in_archive};
pub use pipe_location::pipe_location;
pub use read_text::read_text;
pub use relocate::relocate;
pub use sidecar::{Store, Watch, Where, is_annotated, look, rewrite};
pub use unsaved::{Refuge, Unsaved};
