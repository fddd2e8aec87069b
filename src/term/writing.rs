//! Writes a comparison to a file that a person named in the reader: Word with tracked changes, HTML, Markdown, JSON or
//! text, by the ending of the name. Never over a file that is there.

use std::{
    io,
    path::{Path, PathBuf},
    sync::mpsc::Sender,
};

use super::{event::Event, jobs, librarian::Subject, progress};
use crate::{
    app::{Message, Notice},
    compare::{Pairing, compare},
    export::{self, Compared, Tracking, WordSource},
    opening::files,
    source, store,
};

/// Writes the comparison of two documents in a thread of its own, and tells what came of it.
///
/// # Errors
/// Where there is no thread for it.
pub(super) fn start(
    [a, b]: [Subject; 2],
    path: PathBuf,
    (author, date): (String, String),
    events: Sender<Event>,
) -> io::Result<()> {
    jobs::start("writing the comparison", progress::STACK, events, move |events| {
        let tracking = Tracking { author: &author, date: &date };
        let said = match write(&a, &b, &path, tracking) {
            Ok(()) => Notice::info(format!("written to {}", path.display())),
            Err(why) => Notice::warning(format!("{}: {why}", path.display())),
        };
        // A reader that is gone needs no answer.
        let _ = events.send(Event::Input(vec![Message::Notice(said)]));
    })
}

fn write(a: &Subject, b: &Subject, path: &Path, tracking: Tracking<'_>) -> Result<(), String> {
    if path.exists() {
        return Err("there is such a file already; choose another name".into());
    }
    let pairings = compare(&a.document, &b.document);
    let bytes = bytes(a, b, &pairings, path, tracking)?;
    store::write_durably(path, &bytes).map_err(|cause| cause.to_string())
}

fn bytes(
    a: &Subject,
    b: &Subject,
    pairings: &[Pairing],
    path: &Path,
    tracking: Tracking<'_>,
) -> Result<Vec<u8>, String> {
    let named = |subject: &Subject| {
        let symbol = || subject.document.head.symbol.as_ref().map(ToString::to_string);
        let file = subject.file.as_ref().map(|file| file.display().to_string());
        file.or_else(symbol).unwrap_or_default()
    };
    let (one, other) = (named(a), named(b));
    let of_a = Compared { file: &one, document: &a.document };
    let of_b = Compared { file: &other, document: &b.document };
    let ending = path.extension().map(|ending| ending.to_string_lossy().to_lowercase());
    let text = match ending.as_deref() {
        Some("docx") => return word_file(a, b, pairings, tracking),
        Some("html" | "htm") => export::comparison_html(&of_a, &of_b, pairings),
        Some("md") => export::comparison_markdown(&of_a, &of_b, pairings),
        Some("json") => export::comparison_json(&of_a, &of_b, pairings),
        Some("txt") => export::comparison_text(&of_a, &of_b, pairings, None),
        _ => return Err("end it in .docx, .html, .md, .json or .txt".into()),
    };
    Ok(text.into_bytes())
}

/// A Word file, made from the older text's where that is one, else from the newer's.
fn word_file(
    a: &Subject,
    b: &Subject,
    pairings: &[Pairing],
    tracking: Tracking<'_>,
) -> Result<Vec<u8>, String> {
    let word = |subject: &Subject| {
        let bytes = files::bytes(subject.file.as_deref()?).ok()?;
        source::is_word_file(&bytes).then_some(bytes)
    };
    let (older, newer) = (word(a), word(b));
    let made_from = match (&older, &newer) {
        (Some(bytes), _) => WordSource::Older(bytes),
        (None, Some(bytes)) => WordSource::Newer(bytes),
        (None, None) => WordSource::Neither,
    };
    export::tracked_docx(made_from, &a.document, &b.document, pairings, tracking)
}
