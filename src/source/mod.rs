//! Bytes → [`Manuscript`]: which format it is, told by the bytes and not by the name, and what that
//! format says. Knows no grammar of resolutions, and reads no file itself.

mod akn;
mod archive;
mod composer;
mod doc;
mod docx;
mod html;
mod hypertext;
mod markdown;
mod numbering;
mod odt;
pub mod pdf;
mod plain;
mod rtf;
mod sniff;
mod typescript;
mod writing;
mod xml;

use crate::{error::Error, manuscript::Manuscript};
use sniff::Format;

/// Reads a document from its bytes. `name` is for messages alone.
///
/// # Errors
/// [`Error::Format`] where the bytes are of a format that holds no text that can be read: what and
/// why. Plain text never fails: any bytes that are nothing else are text.
pub fn read(bytes: Vec<u8>, name: &str) -> Result<Manuscript, Error> {
    let format = sniff::format(&bytes);
    let read = match format {
        Format::Text => return Ok(text(bytes)),
        Format::Word => docx::read(&bytes),
        Format::Akn => akn::read(&bytes),
        Format::Html => html::read(&bytes),
        Format::OldWord => doc::read(&bytes),
        Format::Pdf => return pdf::read(bytes, name),
        Format::OpenDocument => odt::read(&bytes),
        Format::RichText => rtf::read(&bytes),
        Format::Unread(what) => Err(format!("it is {what}, which seized does not read")),
    };
    read.map_err(|why| Error::Format { name: name.to_owned(), why, help: format.help().into() })
}

/// Text is Markdown only where it plainly is: otherwise it is what it says, byte for byte.
fn text(bytes: Vec<u8>) -> Manuscript {
    let plain = plain::read(bytes);
    if markdown::is_markdown(&plain.text) {
        return Manuscript { damaged: plain.damaged, ..markdown::read(&plain.text) };
    }
    plain
}
