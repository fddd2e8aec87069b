//! Akoma Ntoso for the United Nations: XML in which the UN itself marked what is a preamble, a
//! paragraph, a footnote, a link (docs/formats.md). Nothing is left to be guessed, so the manuscript
//! says of every line what it is. Knows the mark-up, not the grammar of resolutions.

mod element;
mod meta;
mod reader;

use super::xml::{self, Part};
use crate::manuscript::Manuscript;
use reader::Reader;

/// Whether bytes are of this format: an XML document whose root is `akomaNtoso`.
pub(super) fn is_akn(bytes: &[u8]) -> bool {
    // Most files are something else, and have no such sign where the first letters are.
    if !bytes.iter().take(16).any(|byte| *byte == b'<') {
        return false;
    }
    let head = &bytes[..bytes.len().min(8192)];
    // UTF-16 has a zero beside each of these letters.
    let letters: Vec<u8> = head.iter().copied().filter(|&byte| byte != 0).collect();
    let starts = letters.iter().position(|byte| *byte == b'<').is_some_and(|at| at < 8);
    starts && memchr::memmem::find(&letters, b"akomaNtoso").is_some()
}

/// Reads a document.
///
/// # Errors
/// Where it is not well-formed XML, and where no text is in it: why, in a phrase.
pub(super) fn read(bytes: &[u8]) -> Result<Manuscript, String> {
    let mut reader = Reader::default();
    xml::walk(&xml::decode(bytes), |part| match part {
        Part::Open(tag) => reader.start(tag),
        Part::Text(words) => reader.words(words),
        Part::Close(_) => reader.end(),
    })?;
    let manuscript = reader.finish();
    if manuscript.is_marked_up() {
        Ok(manuscript)
    } else {
        Err("this Akoma Ntoso document has no text of its own".into())
    }
}
