//! A comparison as a Word file with tracked changes: accepting all gives the newer text, refusing all the
//! older one. It is made from the Word file of one of them, of which whatever did not change keeps its
//! bytes. Returns bytes, and writes nothing.

mod changed;
mod exact;
mod head_changes;
mod head_lines;

mod moved;
mod new_paragraphs;
mod notes;
mod package;
mod paragraph;
mod paragraph_end;
mod places;
mod rebuild;
mod references;
mod revision;
mod scan;
mod table;
mod template;
mod units;
mod weave;

use crate::{compare::Pairing, document::Document};
use package::Package;
use revision::Revision;

/// From what a file with tracked changes is made.
#[derive(Clone, Copy, Debug)]
pub enum WordSource<'a> {
    /// The Word file of the older text.
    Older(&'a [u8]),
    /// The Word file of the newer text.
    Newer(&'a [u8]),
    /// Neither is one: a plain file is made of the older text.
    Neither,
}

/// One of the two texts.
#[derive(Clone, Copy, Debug)]
pub struct TrackedText<'a> {
    /// How it was understood.
    pub document: &'a Document,
    /// What its file says, byte for byte as spans of the document count; empty where that is not known. It tells
    /// the spaces and line breaks that no passage has.
    pub source: &'a str,
}

/// Whose changes they are.
#[derive(Clone, Copy, Debug)]
pub struct Tracking<'a> {
    /// The name that Word shows.
    pub author: &'a str,
    /// When, as RFC 3339 has it: `2026-11-26T12:00:00Z`.
    pub date: &'a str,
}

/// The Word file.
///
/// # Errors
/// Where the file it is made from is damaged, or cannot be written anew: why, in a phrase.
pub fn tracked_docx(
    source: WordSource<'_>,
    a: TrackedText<'_>,
    b: TrackedText<'_>,
    pairings: &[Pairing],
    tracking: Tracking<'_>,
) -> Result<Vec<u8>, String> {
    let made;
    let (bytes, is_own_older) = match source {
        WordSource::Older(bytes) => (bytes, true),
        WordSource::Newer(bytes) => (bytes, false),
        WordSource::Neither => {
            made = template::plain_word_file(a.document)?;
            (made.as_slice(), true)
        }
    };
    let package = Package::open(bytes)?;
    let text = package.part(&package.main)?.ok_or("it has no text")?;
    let notes = package.part(&package.notes)?.unwrap_or_default();
    let revision =
        Revision { author: tracking.author, date: tracking.date, is_own_older, count: FIRST_ID };
    let (own, other) = if is_own_older { (a, b) } else { (b, a) };
    let is_made = matches!(source, WordSource::Neither);
    let (text, changed_notes) =
        weave::weave(own, other, pairings, (&text, &notes), revision, is_made);
    let mut parts = vec![(package.main.as_str(), text.as_str())];
    if changed_notes != notes {
        parts.push((package.notes.as_str(), changed_notes.as_str()));
    }
    package.with(&parts)
}

/// Changes are counted from here, beyond the ids of bookmarks and comments.
const FIRST_ID: u32 = 90_000;
