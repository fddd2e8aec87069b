//! The package of a Word file: its parts taken out, and put back with some of them changed; all others keep
//! their bytes. Knows names of parts, not what is in them.

use std::io::{Cursor, Read as _, Write as _};

use zip::{ZipArchive, ZipWriter, write::SimpleFileOptions};

use super::scan::{Token, tokens};

/// What a part may be unpacked to, in bytes: the reader of Word files has the same bound.
const LARGEST: u64 = 128 << 20;

/// A Word file.
pub(super) struct Package<'a> {
    bytes: &'a [u8],
    /// The name of the part with the text.
    pub(super) main: String,
    /// The name of the part with the footnotes.
    pub(super) notes: String,
}

impl<'a> Package<'a> {
    /// Opens a file.
    ///
    /// # Errors
    /// Where it is no zip file, or has no text: why, in a phrase.
    pub(super) fn open(bytes: &'a [u8]) -> Result<Self, String> {
        let mut package = Self { bytes, main: String::new(), notes: String::new() };
        let main = package.target("_rels/.rels", "officeDocument")?;
        package.main = main.unwrap_or_else(|| "word/document.xml".into());
        let (folder, name) = package.main.rsplit_once('/').unwrap_or(("", &package.main));
        let relations = format!("{folder}/_rels/{name}.rels");
        let notes = package.target(&relations, "footnotes")?;
        package.notes = notes.map_or_else(String::new, |notes| format!("{folder}/{notes}"));
        Ok(package)
    }

    /// Where a part of a kind is, as a list of relations says.
    fn target(&self, relations: &str, kind: &str) -> Result<Option<String>, String> {
        let Some(xml) = self.part(relations)? else { return Ok(None) };
        let ending = format!("/{kind}\"");
        let found = tokens(&xml).into_iter().find_map(|placed| {
            let tag = xml.get(placed.range)?;
            let is_meant =
                matches!(placed.token, Token::Empty("Relationship") | Token::Open("Relationship"))
                    && tag.contains(&ending);
            let after = tag.split_once("Target=\"").filter(|_| is_meant)?.1;
            Some(after.split_once('"')?.0.trim_start_matches('/').to_owned())
        });
        Ok(found)
    }

    /// A part as text.
    ///
    /// # Errors
    /// Where it is damaged, or no UTF-8: why, in a phrase.
    pub(super) fn part(&self, name: &str) -> Result<Option<String>, String> {
        let damaged =
            |error: &dyn std::fmt::Display| format!("its part {name} is damaged ({error})");
        let mut zip = ZipArchive::new(Cursor::new(self.bytes)).map_err(|error| damaged(&error))?;
        if zip.index_for_name(name).is_none() {
            return Ok(None);
        }
        let part = zip.by_name(name).map_err(|error| damaged(&error))?;
        let mut text = String::new();
        part.take(LARGEST).read_to_string(&mut text).map_err(|error| damaged(&error))?;
        Ok(Some(text))
    }

    /// The file with some parts changed.
    ///
    /// # Errors
    /// Where it is damaged: why, in a phrase.
    pub(super) fn with(&self, parts: &[(&str, &str)]) -> Result<Vec<u8>, String> {
        let failed = |error: &dyn std::fmt::Display| format!("it cannot be written anew ({error})");
        let mut zip = ZipArchive::new(Cursor::new(self.bytes)).map_err(|error| failed(&error))?;
        let mut made = ZipWriter::new(Cursor::new(Vec::new()));
        for i in 0..zip.len() {
            let part = zip.by_index_raw(i).map_err(|error| failed(&error))?;
            let name = part.name().map_err(|error| failed(&error))?.into_owned();
            match parts.iter().find(|(changed, _)| *changed == name) {
                None => made.raw_copy_file(part).map_err(|error| failed(&error))?,
                Some((_, text)) => {
                    drop(part);
                    add(&mut made, &name, text).map_err(|error| failed(&error))?;
                }
            }
        }
        made.finish().map(Cursor::into_inner).map_err(|error| failed(&error))
    }
}

fn add(
    made: &mut ZipWriter<Cursor<Vec<u8>>>,
    name: &str,
    text: &str,
) -> Result<(), zip::result::ZipError> {
    made.start_file(name, SimpleFileOptions::default())?;
    made.write_all(text.as_bytes())?;
    Ok(())
}

/// A package of these parts.
///
/// # Errors
/// Where it cannot be written: why, in a phrase.
pub(super) fn packed(parts: &[(&str, &str)]) -> Result<Vec<u8>, String> {
    let mut made = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, text) in parts {
        add(&mut made, name, text).map_err(|error| error.to_string())?;
    }
    made.finish().map(Cursor::into_inner).map_err(|error| error.to_string())
}
