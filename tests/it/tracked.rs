//! Word files with tracked changes, notes and all: what is read of them where all changes are taken is the newer text,
//! and where all are refused the older one.

use std::{
    io::{Cursor, Read as _, Write as _},
    path::Path,
};

use seized::{
    compare::compare,
    document::{Document, Passage},
    export::{Tracking, WordSource, tracked_docx},
    opening::files,
    parse,
};
use zip::{ZipArchive, ZipWriter, write::SimpleFileOptions};

use crate::support;

/// The Word file as it is read where what was put in is what was taken out: all changes refused.
pub(crate) fn turned_round(bytes: &[u8]) -> Vec<u8> {
    let mut zip = ZipArchive::new(Cursor::new(bytes)).expect("a zip file");
    let mut made = ZipWriter::new(Cursor::new(Vec::new()));
    for i in 0..zip.len() {
        let mut part = zip.by_index(i).expect("a part");
        let name = part.name().expect("a name").into_owned();
        let mut text = String::new();
        part.read_to_string(&mut text).expect("text");
        let turned = text
            .replace("w:ins ", "w:was ")
            .replace("/w:ins>", "/w:was>")
            .replace("w:del ", "w:ins ")
            .replace("/w:del>", "/w:ins>")
            .replace("w:was ", "w:del ")
            .replace("/w:was>", "/w:del>")
            .replace("w:moveFrom", "w:moveWas")
            .replace("w:moveTo", "w:moveFrom")
            .replace("w:moveWas", "w:moveTo");
        made.start_file(name, SimpleFileOptions::default()).expect("written");
        made.write_all(turned.as_bytes()).expect("written");
    }
    made.finish().expect("written").into_inner()
}

/// The words of all paragraphs, with the notes they cite among them: `Decides^Resolution 1.^ to act;`.
fn told(document: &Document) -> Vec<String> {
    let own = |passage: Passage| {
        let (mut text, mut at) = (String::new(), 0);
        let words = document.text(passage);
        for mark in document.marks(passage) {
            let note = document.footnote_of(mark).map_or("?", |(_, note)| note.text.as_str());
            text.push_str(words.get(at..mark.at).unwrap_or_default());
            text.push_str(&format!("^{note}^"));
            at = mark.at;
        }
        text + words.get(at..).unwrap_or_default()
    };
    let blocks = document.passages().filter(|passage| matches!(passage, Passage::Block(_)));
    blocks.map(own).collect()
}

fn read(bytes: &[u8]) -> Document {
    let manuscript =
        files::manuscript_of(bytes.to_vec(), Path::new("made.docx")).expect("a Word file");
    parse::parse(&manuscript).0
}

/// Makes a Word file from the older text and from a Word file of the newer one, and reads both again.
#[track_caller]
fn tracks(old: &str, new: &str) {
    let (a, b) = (support::document(old), support::document(new));
    let tracking = Tracking { author: "Ana", date: "2026-11-26T12:00:00Z" };
    let pairs = compare(&a, &b);
    let word = |document: &Document| {
        let same = compare(document, document);
        tracked_docx(WordSource::Neither, document, document, &same, tracking).expect("written")
    };
    let (older, newer) = (word(&a), word(&b));
    for source in [WordSource::Neither, WordSource::Older(&older), WordSource::Newer(&newer)] {
        let made = tracked_docx(source, &a, &b, &pairs, tracking).expect("written");
        assert_eq!(told(&read(&made)), told(&b), "accepted {source:?}");
        assert_eq!(told(&read(&turned_round(&made))), told(&a), "refused {source:?}");
    }
}

const FRAME: &str =
    "= 70/1. Harbours\n~ The General Assembly,\nPP Recalling its decisions on harbours,\n";

#[test]
fn a_note_stays_where_the_words_around_it_say_the_same() {
    tracks(
        &format!(
            "{FRAME}OP Urges States to keep their harbours safe^1 in bad weather;\nfn Resolution 53/144."
        ),
        &format!(
            "{FRAME}OP Demands that States keep their harbours safe^1 in bad weather and at night;\nfn Resolution 53/144."
        ),
    );
}

#[test]
fn a_note_comes_in_the_midst_of_words_that_are_put_in() {
    tracks(
        &format!("{FRAME}OP Urges States to keep their harbours safe in bad weather;"),
        &format!(
            "{FRAME}OP Urges States to keep their harbours and lighthouses^1 and piers safe in bad weather;\nfn See A/70/1."
        ),
    );
}

#[test]
fn a_note_that_stands_elsewhere_in_a_changed_sentence_goes_and_comes_again() {
    tracks(
        &format!(
            "{FRAME}OP Takes note of the report of the Director on lighthouses,^1 which gave an overview of them;\nfn See A/70/1."
        ),
        &format!(
            "{FRAME}OP Takes note of the report of the Secretary-General on the lighthouses of the world;^1\nfn See A/70/1."
        ),
    );
}

#[test]
fn of_two_notes_in_one_place_the_words_are_changed() {
    tracks(
        &format!(
            "{FRAME}OP Takes note of the report of the Committee on harbours;^1\nOP Urges States to keep their ships at home;\nfn Official Records, Supplement No. 35."
        ),
        &format!(
            "{FRAME}OP Takes note of the report of the Secretary-General on harbours;^1\nOP Invites all experts to speak of lighthouses;\nfn A/72/333."
        ),
    );
}

#[test]
fn numbers_of_notes_that_are_cited_again_come_and_go() {
    tracks(
        &format!(
            "{FRAME}OP Takes note of the report on harbours;^1\nOP Urges States to act on that report^1 without delay;\nfn A/70/1."
        ),
        &format!(
            "{FRAME}OP Takes note of the report on harbours;^1\nOP Urges all States to act without any delay on that report;^1\nfn A/70/1."
        ),
    );
}
