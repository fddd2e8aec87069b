//! Files of annotations and codebooks as people leave them: what is understood of each, what comes of three versions,
//! what a renaming makes of a codebook. `fixtures/files/X.ron` has the versions with `=====` between, `X.told` all that
//! comes of them, as a person has read and approved it.
//!
//! `SEIZED_RENEW=1 cargo test --test it files_merged::` writes the answers anew; what changed is to be read.

use std::{fmt::Write as _, fs, path::PathBuf};

use crate::support::approved::difference;
use seized::annotations::{Codebook, Entry, Sidecar, TagNote, merge_files};

const FOLDER: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/it/fixtures/files");

/// What is understood of a file.
fn understood(file: &Sidecar) -> String {
    let mut out = String::new();
    let source = file.source();
    let _ = writeln!(out, "version {}, source {source:?}", file.version);
    for (field, value) in file.corrections().all() {
        let _ = writeln!(out, "corrected {}: {value}", field.name());
    }
    for (field, value) in file.contradicting_corrections() {
        let _ = writeln!(out, "contradicted {}: {value}", field.name());
    }
    for (from, id) in file.refused() {
        let _ = writeln!(out, "refused {id} of {from}");
    }
    for entry in file.entries() {
        let said = match &entry {
            Entry::Annotation(own) => format!("{own:?}"),
            Entry::Bookmark(own) => format!("{own:?}"),
        };
        let _ = writeln!(out, "{said}");
    }
    for fault in &file.faults {
        let _ = writeln!(out, "fault {fault}");
    }
    out
}

/// What comes of three versions, and of taking entries away and back.
fn merged(texts: &[&str]) -> String {
    let files: Vec<Sidecar> =
        texts.iter().map(|text| Sidecar::read(text).expect("its outer form is whole")).collect();
    let [base, ours, theirs] = files.as_slice() else { panic!("three versions") };
    let mut out = String::new();
    for (name, file) in ["base", "ours", "theirs"].iter().zip(&files) {
        let _ = writeln!(out, "# {name}\n{}", understood(file));
    }
    let both = merge_files(base, ours, theirs);
    let _ = writeln!(out, "# merged\n{}\n{}", both.text(), understood(&both));
    let other = merge_files(base, theirs, ours);
    let _ = writeln!(out, "# merged the other way\n{}", other.text());
    let entries = ours.entries();
    let without = ours.write(entries.get(1..).unwrap_or_default());
    let _ = writeln!(out, "# ours without the first\n{without}");
    let mut noted = ours.clone();
    noted.note_refusals(&entries, &base.entries(), &[], &[]);
    let _ = writeln!(out, "# ours with what was refused since\n{}", noted.text());
    out
}

fn notes<'a>(all: impl Iterator<Item = &'a TagNote>) -> String {
    all.map(|note| format!("{note:?}\n")).collect()
}

/// What a codebook says, and what becomes of it; each further section is `FROM TO`, a renaming.
fn renamed(texts: &[&str]) -> String {
    let (first, renamings) = texts.split_first().expect("a codebook");
    let mut book = Codebook::read(first).expect("its outer form is whole");
    let mut out = format!("# read\n{}", notes(book.tags()));
    for fault in &book.faults {
        let _ = writeln!(out, "fault {fault}");
    }
    for renaming in renamings {
        let (from, to) = renaming.trim().split_once(' ').expect("two names");
        let concerned = book.notes_of_rename(from, to);
        let before = book.clone();
        book.rename(from, to);
        let _ =
            writeln!(out, "# {from} is {to}\n## it concerns\n{}## then", notes(concerned.iter()));
        let _ = writeln!(out, "{}\n## {from} leads to {}", book.text(), book.current(from));
        let mut back = book.clone();
        back.take_back_rename(from, to, &concerned);
        let sorted = |book: &Codebook| {
            let mut all: Vec<TagNote> = book.tags().cloned().collect();
            all.sort_by(|a, b| a.name.cmp(&b.name));
            all
        };
        let is_as_before = sorted(&back) == sorted(&before);
        let _ = writeln!(out, "## taken back: as before {is_as_before}\n");
    }
    out
}

#[test]
fn files_of_annotations_and_codebooks_are_as_it_was_approved() {
    let entries = fs::read_dir(FOLDER).expect("a folder of files").flatten();
    let paths = entries.map(|entry| entry.path());
    let mut wrong = Vec::new();
    for path in paths.filter(|path: &PathBuf| path.extension().is_some_and(|end| end == "ron")) {
        let text = fs::read_to_string(&path).expect("a file");
        let texts: Vec<&str> = text.split("=====\n").collect();
        let is_codebook =
            path.file_stem().is_some_and(|name| name.to_string_lossy().contains("tags"));
        let said = if is_codebook { renamed(&texts) } else { merged(&texts) };
        let kept = path.with_extension("told");
        wrong.extend(difference(&kept, &said));
    }
    assert!(wrong.is_empty(), "SEIZED_RENEW=1 writes the answers anew: {wrong:#?}");
}
