//! Document → bytes, one file a format; comparisons in a folder of their own. Exporters return text; they write nothing themselves.

mod akn;
mod annotations_csv;
mod annotations_html;
mod annotations_jsonld;
mod annotations_lists;
mod comparison;
mod json;
mod mandates;
mod markdown;
mod passages;
mod spoken;
mod text;
mod tracked;

pub use akn::akn;
pub use annotations_csv::{CsvShape, annotations_csv};
pub use annotations_html::{Annotated, annotations_html};
pub use annotations_jsonld::{annotations_from_jsonld, annotations_jsonld};
pub use annotations_lists::{Noted, annotations_json, annotations_markdown};
pub use comparison::{
    Compared, Piece, alignment_json, alignment_text, comparison_html, comparison_json,
    comparison_markdown, comparison_text, pieces, series_json, series_text,
};
pub use json::json;
pub use mandates::{FoundMandate, mandates_csv, mandates_ics, mandates_json, mandates_text};
pub use markdown::markdown;
pub use passages::passages;
pub use spoken::spoken;
pub use text::text;
pub use tracked::{TrackedText, Tracking, WordSource, tracked_docx};
