//! Bytes → [`Manuscript`]: which format it is, told by the bytes and not by the name, and what that
//! format says. Knows no grammar of resolutions, and reads no file itself.

mod plain;

use crate::{error::Error, manuscript::Manuscript};

/// Reads a document from its bytes. `name` is for messages alone.
///
/// # Errors
/// [`Error::Format`] where the bytes are of a format that holds no text that can be read: what and
/// why. Plain text never fails: any bytes that are nothing else are text.
pub fn read(bytes: Vec<u8>, name: &str) -> Result<Manuscript, Error> {
    let _ = name; // for the formats that can fail
    Ok(plain::read(bytes))
}
