//! How much a document may hold. What is larger is refused, before or after it is read, so that no
//! file takes the machine: the largest resolution we know has 2 MB of text and 20,000 lines. Knows
//! no format from within.

use super::sniff::Format;
use crate::manuscript::Manuscript;

/// The text of a document, in bytes.
const MOST_TEXT: usize = 16 << 20;
/// Its lines, and what a format says of it.
const MOST_LINES: usize = 250_000;
const MOST_EVIDENCE: usize = 1_000_000;
/// In how many bytes of text one may be zero: text has none, data is full of them.
const RARELY: usize = 500;

/// What to do with what holds too much.
pub(super) const HELP: &str = "If it is a collection, cut it into its resolutions.";

/// The size beyond which a file of a format is not read, in bytes. Formats that pack their text, and
/// pictures with it, have bounds of their own for what they unpack to.
const fn largest(format: Format) -> usize {
    match format {
        Format::Text | Format::Akn | Format::Html | Format::WebArchive | Format::RichText => {
            32 << 20
        }
        Format::Word | Format::OldWord | Format::Pdf | Format::OpenDocument | Format::Unread(_) => {
            usize::MAX
        }
    }
}

/// Whether a file may be read.
///
/// # Errors
/// Where it is too large: why, in a phrase.
pub(super) fn admit(format: Format, bytes: &[u8]) -> Result<(), String> {
    let largest = largest(format);
    if bytes.len() > largest {
        return Err(format!(
            "it is {} of more than {} MB, as no document is",
            format.name(),
            largest >> 20
        ));
    }
    Ok(())
}

/// Whether what was read may be understood.
///
/// # Errors
/// Where it is too much: why, in a phrase.
pub(super) fn hold(manuscript: &Manuscript) -> Result<(), String> {
    if manuscript.text.len() > MOST_TEXT {
        return Err(format!(
            "it holds more than {} MB of text, as no document does",
            MOST_TEXT >> 20
        ));
    }
    let breaks = memchr::memchr2_iter(b'\n', b'\x0c', manuscript.text.as_bytes());
    if breaks.count() > MOST_LINES || manuscript.evidence.len() > MOST_EVIDENCE {
        return Err("it has more lines than any document".into());
    }
    Ok(())
}

/// Whether a text is one, and not data that could be decoded.
pub(super) fn is_text(text: &str) -> bool {
    memchr::memchr_iter(0, text.as_bytes()).count() <= text.len() / RARELY
}
