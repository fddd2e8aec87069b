//! PDF → manuscript. By the tags, where a file has them; by where its letters stand, where not.
//!
//! `hayro-syntax` reads objects, streams and encryption; what they mean for a text is read here:
//! `bombs` are told before anything is read, `fonts` turn codes into characters, `content` says
//! what stands where on a page, `links` where its words lead, `tags` is the structure tree. Pages
//! that are read from right to left are turned by `mirror`. `tagged` and `placed` are the two ways
//! from there to paragraphs, `typeset` sets their words, and `writing` writes them down.

mod bombs;
mod columns;
mod content;
mod fonts;
mod graphics_state;
mod joints;
mod lines;
mod links;
mod matrix;
mod mirror;
mod placed;
mod sheet;
mod streams;
mod tagged;
mod tags;
mod typeset;
mod writing;
mod zones;

use hayro_syntax::{DecryptionError, LoadPdfError, Pdf};
use memchr::memmem;

use self::{
    content::Fonts,
    sheet::Sheet,
    streams::{Budget, Exhausted},
};
use crate::{error::Error, manuscript::Manuscript};

/// A file of text with fonts and pictures; scans of books are larger.
const MOST_BYTES: usize = 128 << 20;
/// No resolution, and no volume of them, has more pages.
const MOST_PAGES: usize = 5_000;

/// Whether the tags of a file are read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tags {
    /// Where there are any, and they say enough.
    Read,
    /// As if there were none.
    Ignore,
}

/// Whether bytes are a PDF. Some writers put a few bytes of their own in front; a text about PDF is
/// none.
pub(super) fn is_pdf(bytes: &[u8]) -> bool {
    let head = &bytes[..bytes.len().min(1024)];
    match memmem::find(head, b"%PDF-") {
        Some(0) => true,
        Some(_) => memmem::rfind(bytes, b"startxref").is_some(),
        None => false,
    }
}

/// Reads a PDF.
///
/// # Errors
/// [`Error::Format`] where it is no PDF that can be read, where it is protected, where it holds no
/// text, and where it is larger than any document.
pub(super) fn read(bytes: Vec<u8>, name: &str) -> Result<Manuscript, Error> {
    read_with(bytes, name, Tags::Read)
}

/// Reads a PDF with its tags or without them.
///
/// # Errors
/// As [`crate::source::read`].
pub fn read_with(bytes: Vec<u8>, name: &str, tags: Tags) -> Result<Manuscript, Error> {
    let fail = |(why, help): (&str, &str)| Error::Format {
        name: name.to_owned(),
        why: why.to_owned(),
        help: help.to_owned(),
    };
    if bytes.len() > MOST_BYTES || bombs::is_bomb(&bytes) {
        return Err(fail(TOO_LARGE));
    }
    if bombs::is_bottomless(&bytes) {
        return Err(fail(reason(LoadPdfError::Invalid)));
    }
    let pdf = Pdf::new(bytes).map_err(|error| fail(reason(error)))?;
    let mut budget = Budget::new();
    let sheets = sheets(&pdf, &mut budget).map_err(|Exhausted| fail(TOO_LARGE))?;
    if sheets.iter().all(|sheet| sheet.runs.iter().all(|run| run.text.trim().is_empty())) {
        let is_scan = sheets.iter().any(|sheet| sheet.has_pictures);
        return Err(fail(if is_scan { SCAN } else { EMPTY }));
    }
    let tree = match tags {
        Tags::Read => tags::tree(&pdf, &mut budget).map_err(|Exhausted| fail(TOO_LARGE))?,
        Tags::Ignore => None,
    };
    let by_tags = tree.and_then(|tree| tagged::read(&sheets, &tree));
    Ok(writing::manuscript(by_tags.unwrap_or_else(|| placed::read(&sheets))))
}

fn sheets(pdf: &Pdf, budget: &mut Budget) -> Result<Vec<Sheet>, Exhausted> {
    let pages = pdf.pages();
    if pages.len() > MOST_PAGES {
        return Err(Exhausted);
    }
    let mut fonts = Fonts::new();
    let read = pages.iter().map(|page| content::sheet(page, &mut fonts, budget));
    let mut sheets: Vec<Sheet> = read.collect::<Result<_, _>>()?;
    mirror::mirror(&mut sheets);
    Ok(sheets)
}

const TOO_LARGE: (&str, &str) = (
    "this PDF unpacks to more than any document holds",
    "If it is genuine, save it again from a PDF viewer (Print to PDF) and open that.",
);
const SCAN: (&str, &str) = (
    "this PDF has pictures of pages and no text",
    "It was scanned: run it through OCR (for example `ocrmypdf`), or find the text at https://undocs.org.",
);
const EMPTY: (&str, &str) = ("this PDF has no text", "");

fn reason(error: LoadPdfError) -> (&'static str, &'static str) {
    match error {
        LoadPdfError::Decryption(DecryptionError::PasswordProtected) => (
            "this PDF is protected with a password",
            "Save a copy without the password from a PDF viewer, and open that.",
        ),
        LoadPdfError::Decryption(_) => (
            "this PDF is encrypted in a way that cannot be read",
            "Save a copy without protection from a PDF viewer, and open that.",
        ),
        LoadPdfError::Invalid => (
            "this PDF is damaged: its pages cannot be found",
            "Download it again, or save it again from a PDF viewer.",
        ),
    }
}
