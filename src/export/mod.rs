//! Document → bytes, one file a format. Exporters return text; they write nothing themselves.

mod json;
mod markdown;
mod text;

pub use json::json;
pub use markdown::markdown;
pub use text::text;
