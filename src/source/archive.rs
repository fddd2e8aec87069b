//! The parts of a zip file, within limits: what a small file may blow up to is bounded. Knows no
//! format that is kept in zips.

use std::io::{Cursor, Read as _};

use zip::{ZipArchive, result::ZipError};

/// All parts of a document, unpacked, in bytes.
const LARGEST: u64 = 128 * 1024 * 1024;
/// A part that unpacks to more than so many times its size is a trap, once it is of some size.
const THICKEST: u64 = 300;
/// Below this many bytes no part is a trap.
const SMALL: u64 = 8 * 1024 * 1024;
/// More parts than this no document has.
const MOST: usize = 20_000;

/// A zip file.
pub(super) struct Archive<'a> {
    zip: ZipArchive<Cursor<&'a [u8]>>,
    /// What may still be unpacked, in bytes.
    left: u64,
}

impl<'a> Archive<'a> {
    /// Opens a zip file.
    ///
    /// # Errors
    /// Where it is damaged or has too many parts: why, in a phrase.
    pub(super) fn open(bytes: &'a [u8]) -> Result<Self, String> {
        let zip = ZipArchive::new(Cursor::new(bytes)).map_err(|error| damaged(&error))?;
        if zip.len() > MOST {
            return Err(format!("it has {} parts, which no document has", zip.len()));
        }
        Ok(Self { zip, left: LARGEST })
    }

    /// The names of its parts.
    pub(super) fn names(&self) -> Vec<String> {
        self.zip.file_names().flatten().map(|name| name.into_owned()).collect()
    }

    /// The bytes of a part; nothing where there is none of this name.
    ///
    /// # Errors
    /// Where it is damaged, encrypted, or unpacks to more than a document has: why, in a phrase.
    pub(super) fn part(&mut self, name: &str) -> Result<Option<Vec<u8>>, String> {
        let part = match self.zip.by_name(name) {
            Ok(part) => part,
            Err(ZipError::FileNotFound) => return Ok(None),
            Err(error) => return Err(damaged(&error)),
        };
        let packed = part.compressed_size().max(1);
        let most = self.left.min(SMALL.max(packed.saturating_mul(THICKEST)));
        let mut bytes = Vec::new();
        // What it says of its own size may be a lie, so it is unpacked until the limit.
        let read = part.take(most + 1).read_to_end(&mut bytes);
        read.map_err(|error| format!("its part {name} is damaged ({error})"))?;
        let length = bytes.len() as u64;
        if length > most {
            return Err(format!("its part {name} unpacks to more than any document has"));
        }
        self.left -= length;
        Ok(Some(bytes))
    }
}

fn damaged(error: &ZipError) -> String {
    match error {
        ZipError::UnsupportedArchive(what) if what.contains("assword") => {
            "it is protected by a password".into()
        }
        error => format!("it is a damaged zip file ({error})"),
    }
}
