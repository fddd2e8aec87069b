//! What a reader adds to a document: tags, notes, highlights and bookmarks; never the UN's own
//! footnotes and marks. Makes, changes, undoes, merges and finds them again; reads and writes the
//! text of their file. Knows the document, and neither screen nor disk.

mod anchor;
mod annotation_list;
mod codebook;
mod corrections;
mod corrections_text;
mod fault;
mod find;
mod id;
mod inherited;
mod merge;
mod merge_files;
mod record;
mod refused;
mod renaming;
mod scan;
mod sidecar;
mod source_line;
mod stretch;
mod tag;
mod tag_change;

pub use anchor::Anchor;
pub use annotation_list::{AnnotationList, Change, Entry, Undone};
pub use codebook::{Codebook, TagNote};
pub use corrections::{Corrections, corrected, valid_value};
pub use fault::{Fault, Places};
pub use find::{Found, Index, Verdict};
pub use id::{derived as derived_id, fresh};
pub use inherited::Inherited;
pub use merge::merge;
pub use merge_files::merge_files;
pub use sidecar::{Sidecar, VERSION};
pub use source_line::SourceLine;
pub use tag::{MANDATE_MARKS, clean_tag, is_within, rename_tag, renamed_tag};
pub use tag_change::TagChange;

/// Tags, a note or a highlight on a paragraph or on words in one.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Annotation {
    /// Never changes, and is unique.
    pub id: String,
    /// Where it is; where it spans paragraphs, its words in the first.
    pub at: Anchor,
    /// Its words in the paragraphs that follow.
    pub also: Vec<Anchor>,
    /// Its tags, `mandate/report`, in the order they were given.
    pub tags: Vec<String>,
    /// The note; empty where there is none.
    pub note: String,
    /// The colour of the highlight, by name.
    pub colour: Option<String>,
    /// Who made it; may be empty.
    pub author: String,
    /// When it was made (RFC 3339).
    pub created: String,
    /// When it was last changed (RFC 3339).
    pub modified: String,
    /// What it contradicts after a merge: the id of the other version, or `deleted`.
    pub conflict: Option<String>,
    /// Where it was carried from; `None` for what was made here.
    pub inherited: Option<Inherited>,
    /// Fields of the file that this version does not know: name and RON text, kept.
    pub extra: Vec<(String, String)>,
}

/// A place to come back to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Bookmark {
    /// Never changes, and is unique.
    pub id: String,
    /// The key it is reached with.
    pub key: Option<char>,
    /// Where it is.
    pub at: Anchor,
    /// What it is called; may be empty.
    pub label: String,
    /// When it was made (RFC 3339).
    pub created: String,
    /// What it contradicts after a merge: the id of the other version, or `deleted`.
    pub conflict: Option<String>,
    /// Fields of the file that this version does not know: name and RON text, kept.
    pub extra: Vec<(String, String)>,
}
