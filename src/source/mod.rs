//! Bytes → [`Manuscript`]: which format it is, told by the bytes and not by the name, and what that
//! format says. Knows no grammar of resolutions, and reads no file itself.

mod akn;
mod archive;
mod bounds;
mod composer;
mod doc;
mod docx;
mod fields;
mod html;
mod hypertext;
mod markdown;
mod numbering;
mod odt;
mod office_text;
pub mod pdf;
mod plain;
mod rtf;
mod sniff;
mod web_archive;
mod writing;
mod xml;

use crate::{error::Error, manuscript::Manuscript};
use sniff::Format;

/// Reads a document from its bytes. `name` is for messages alone.
///
/// # Errors
/// [`Error::Format`] where the bytes are of a format that holds no text that can be read, or hold
/// more than a document does: what and why. Any bytes that are nothing else are text.
pub fn read(bytes: Vec<u8>, name: &str) -> Result<Manuscript, Error> {
    let format = sniff::format(&bytes);
    let refused = |why, help: &str| Error::Format { name: name.to_owned(), why, help: help.into() };
    bounds::admit(format, &bytes).map_err(|why| refused(why, bounds::HELP))?;
    let read = match format {
        Format::Text => text(bytes),
        Format::Word => docx::read(&bytes),
        Format::Akn => akn::read(&bytes),
        Format::Html => html::read(&bytes),
        Format::WebArchive => web_archive::read(&bytes),
        Format::OldWord => doc::read(&bytes),
        Format::Pdf => Ok(pdf::read(bytes, name)?),
        Format::OpenDocument => odt::read(&bytes),
        Format::RichText => rtf::read(&bytes),
        Format::Unread(what) => Err(format!("it is {what}, which seized does not read")),
    };
    let manuscript = read.map_err(|why| refused(why, format.help()))?;
    bounds::hold(&manuscript).map_err(|why| refused(why, bounds::HELP))?;
    Ok(manuscript)
}

/// Whether a file that begins with these bytes may be a document: of a format that is read, or text.
#[must_use]
pub fn may_be_document(beginning: &[u8]) -> bool {
    match sniff::format(beginning) {
        Format::Text => {
            let is_wide = beginning.starts_with(b"\xff\xfe") || beginning.starts_with(b"\xfe\xff");
            !beginning.is_empty() && (is_wide || !beginning.contains(&0))
        }
        Format::Unread(_) => false,
        _ => true,
    }
}

/// Whether a file that begins with these bytes is text in which a line ends with the byte 10 and nothing else does,
/// so that it can be cut there: not one of two bytes a character, nor of any other format.
#[must_use]
pub fn is_text_of_bytes(beginning: &[u8]) -> bool {
    sniff::format(beginning) == Format::Text && !beginning.contains(&0)
}

/// Text is Markdown only where it plainly is: otherwise it is what it says, byte for byte.
fn text(bytes: Vec<u8>) -> Result<Manuscript, String> {
    let plain = plain::read(bytes);
    if !bounds::is_text(&plain.text) {
        return Err("it is no text: it is full of zero bytes, as data is".into());
    }
    if bounds::hold(&plain).is_ok() && markdown::is_markdown(&plain.text) {
        return Ok(Manuscript { damaged: plain.damaged, ..markdown::read(&plain.text) });
    }
    Ok(plain)
}

/// Whether bytes are those of a Word file, in the format that can be written too: Office Open XML.
#[must_use]
pub fn is_word_file(bytes: &[u8]) -> bool {
    sniff::format(bytes) == Format::Word
}
