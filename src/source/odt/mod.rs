//! OpenDocument texts, as LibreOffice writes them. Reads what a person sees printed: the text as it
//! stands after all changes, automatic numbers, notes at their marks; heads and feet of pages,
//! comments and deleted text are kept as debris.

mod body;
mod styles;

use super::{
    archive::Archive,
    office_text::{Numbers, OfficeText},
    xml,
};
use crate::manuscript::Manuscript;
use body::Body;
use styles::Styles;

/// Reads an OpenDocument text.
///
/// # Errors
/// Where it is damaged, encrypted or no text: why, in a phrase.
pub(super) fn read(bytes: &[u8]) -> Result<Manuscript, String> {
    let mut archive = Archive::open(bytes)?;
    let mut part = |name: &str| -> Result<Option<String>, String> {
        Ok(archive.part(name)?.map(|bytes| xml::decode(&bytes).into_owned()))
    };
    if part("META-INF/manifest.xml")?.is_some_and(|text| text.contains("encryption-data")) {
        return Err("it is protected by a password".into());
    }
    let kind = part("mimetype")?.unwrap_or_default();
    for (word, what) in [("spreadsheet", "a spreadsheet"), ("presentation", "a presentation")] {
        if kind.contains(word) {
            return Err(format!("it is {what}, which seized does not read"));
        }
    }
    let text = part("content.xml")?.ok_or("it has no text")?;
    let common = part("styles.xml")?.unwrap_or_default();
    let mut styles = Styles::default();
    styles.read(&common);
    let margins = Body::read(&common, &styles).unwrap_or_default();
    styles.read(&text);
    let story = Body::read(&text, &styles)?;
    let office_text = OfficeText {
        lines: story.lines,
        notes: story.notes,
        numbers: [Numbers::default(), Numbers::default()],
        beside: vec![
            ("comment", story.comments),
            ("deleted text", story.deleted),
            ("hidden text", story.hidden),
            ("page head or foot", margins.lines),
        ],
    };
    Ok(office_text.write())
}
