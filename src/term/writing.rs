//! Writes a comparison to a file that a person named in the reader: Word with tracked changes, HTML, Markdown, JSON or
//! text, by the ending of the name. Never over a file that is there.

use std::{
    io,
    path::{Path, PathBuf},
    sync::mpsc::Sender,
};

use super::{event::Event, jobs, progress, subject::Subject};
use crate::{
    app::{Message, Notice},
    compare::{Pairing, compare},
    export::{self, Compared, TrackedText, Tracking, WordSource},
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
    let pairings = compare(&a.document, &b.document);
    let bytes = bytes(a, b, &pairings, path, tracking)?;
    store::create_durably(path, &bytes).map_err(|cause| match cause.kind() {
        io::ErrorKind::AlreadyExists => {
            "there is such a file already; choose another name".to_owned()
        }
        _ => cause.to_string(),
    })
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
    let said = |subject: &Subject| {
        let manuscript = files::manuscript(subject.file.as_deref()?).ok()?;
        Some(manuscript.text)
    };
    let sources = [a, b].map(|subject| said(subject).unwrap_or_default());
    let a = TrackedText { document: &a.document, source: &sources[0] };
    let b = TrackedText { document: &b.document, source: &sources[1] };
    export::tracked_docx(made_from, a, b, pairings, tracking)
}

#[cfg(test)]
mod tests {
    use std::{fs, sync::Arc};

    use super::*;
    use crate::{manuscript::Manuscript, parse};

    const TRACKING: Tracking<'_> = Tracking { author: "Ana", date: "2026-11-26T12:00:00Z" };

    fn subject(words: &str) -> Subject {
        let text = format!("The General Assembly,\n\nRecalling its decisions,\n\n1. {words}\n");
        let document = parse::parse(&Manuscript::plain(text)).0;
        Subject { document: Arc::new(document), file: None }
    }

    fn two() -> [Subject; 2] {
        [subject("Urges all States to act;"), subject("Demands that all States act;")]
    }

    #[test]
    fn the_ending_of_the_name_says_as_what_it_is_written() {
        let folder = tempfile::tempdir().expect("a folder");
        let [a, b] = two();
        for (ending, sign) in [
            ("docx", "PK"),
            ("html", "<!DOCTYPE html>"),
            ("htm", "<!DOCTYPE html>"),
            ("MD", "# "),
            ("json", "{"),
            ("txt", "OP1"),
        ] {
            let path = folder.path().join(format!("changes.{ending}"));
            write(&a, &b, &path, TRACKING).expect("it is written");
            let bytes = fs::read(&path).expect("it is there");
            let text = String::from_utf8_lossy(&bytes);
            let is_told =
                if ending == "txt" { text.contains(sign) } else { text.starts_with(sign) };
            assert!(is_told, "{ending}: {}", text.chars().take(200).collect::<String>());
            let has_both = text.to_lowercase().contains("demands") && text.contains("Urges");
            // A Word file is packed, and JSON names places and kinds.
            let is_word = ending == "docx" || text.contains("\"verb\"") || has_both;
            assert!(is_word, "{ending}: {text}");
        }
        let left = fs::read_dir(folder.path()).expect("the folder").count();
        assert_eq!(left, 6, "nothing else is left in the folder");
    }

    #[test]
    fn a_file_that_is_there_is_never_written_over() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("changes.txt");
        fs::write(&path, "mine").expect("written");
        let [a, b] = two();
        let said = write(&a, &b, &path, TRACKING).expect_err("it is there");
        assert_eq!(said, "there is such a file already; choose another name");
        assert_eq!(fs::read_to_string(&path).expect("it is there"), "mine");
        assert_eq!(fs::read_dir(folder.path()).expect("the folder").count(), 1);
    }

    /// A link that leads nowhere is no file, and what it leads to is not made.
    #[cfg(unix)]
    #[test]
    fn nothing_is_written_through_a_link() {
        let folder = tempfile::tempdir().expect("a folder");
        let (path, elsewhere) = (folder.path().join("a.txt"), folder.path().join("b.txt"));
        std::os::unix::fs::symlink(&elsewhere, &path).expect("a link");
        let [a, b] = two();
        write(&a, &b, &path, TRACKING).expect_err("there is a link");
        assert!(!elsewhere.exists());
    }

    #[test]
    fn what_cannot_be_written_is_said() {
        let folder = tempfile::tempdir().expect("a folder");
        let [a, b] = two();
        let said = |name: &str| write(&a, &b, &folder.path().join(name), TRACKING);
        assert_eq!(
            said("changes.odt"),
            Err("end it in .docx, .html, .md, .json or .txt".to_owned())
        );
        assert_eq!(said("changes"), said("changes.odt"));
        let nowhere = said("no/such/folder/changes.txt").expect_err("no folder");
        assert!(nowhere.contains("No such file") || nowhere.contains("cannot find"), "{nowhere}");
        assert_eq!(fs::read_dir(folder.path()).expect("the folder").count(), 0);
    }
}
