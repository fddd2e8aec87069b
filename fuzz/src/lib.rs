//! What must hold of every file, whatever is in it; and how the parts of a zipped document lie in one
//! run of bytes, so that a fuzzer changes what a reader sees and not a checksum around it.

mod chance;
mod finding;
mod holding;
mod own;

use std::io::{Cursor, Read as _, Write as _};

pub use chance::{Chance, change, spoil, versions};
pub use finding::finds;
pub use holding::{compares, index, opens, requests, searches};
pub use own::{keeps, own_files, reads_codebook, reads_config, reads_keys, reads_theme};
use seized::{
    document::{Document, Owner, Problem},
    export,
    manuscript::Manuscript,
    parse, source,
};
use zip::{CompressionMethod, ZipArchive, ZipWriter, write::SimpleFileOptions};

/// Where one part ends and the next begins: no byte of any UTF-8 text.
pub const BETWEEN: u8 = 0xff;

/// The parts of a Word file that its reader asks for.
pub const WORD: &[&str] = &[
    "word/document.xml",
    "word/footnotes.xml",
    "word/numbering.xml",
    "word/styles.xml",
    "word/header1.xml",
    "word/footer1.xml",
    "word/_rels/document.xml.rels",
];

/// The parts of an OpenDocument text that its reader asks for.
pub const OPEN_DOCUMENT: &[&str] = &["content.xml", "styles.xml"];

/// A zip file of parts that lie one behind the other, in the order of their names.
///
/// # Panics
/// Never: it is written to memory.
#[must_use]
pub fn zipped(names: &[&str], packed: &[u8]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let stored = SimpleFileOptions::default().compression_method(CompressionMethod::Stored);
    for (name, part) in names.iter().zip(packed.split(|byte| *byte == BETWEEN)) {
        zip.start_file(*name, stored).expect("memory has room");
        zip.write_all(part).expect("memory has room");
    }
    zip.finish().expect("memory has room").into_inner()
}

/// The parts of a zip file one behind the other; nothing where the first is not in it.
#[must_use]
pub fn parts(bytes: &[u8], names: &[&str]) -> Option<Vec<u8>> {
    let mut zip = ZipArchive::new(Cursor::new(bytes)).ok()?;
    let mut packed = Vec::new();
    for (at, name) in names.iter().enumerate() {
        if at > 0 {
            packed.push(BETWEEN);
        }
        match zip.by_name(name) {
            Ok(mut part) => {
                part.read_to_end(&mut packed).ok()?;
            }
            Err(_) if at > 0 => {}
            Err(_) => return None,
        }
    }
    Some(packed)
}

/// Reads a file as the program does, and fails where the promises to its reader do not hold.
///
/// # Panics
/// Where they do not hold: that is a finding.
pub fn answers(bytes: Vec<u8>) {
    let Ok(manuscript) = source::read(bytes, "a file") else { return };
    let (document, problems) = parse::parse(&manuscript);
    holds(&manuscript, &document, &problems);
    let json = export::json(&document, &problems);
    assert!(json.starts_with('{'));
    let _ = (export::text(&document), export::markdown(&document));
    let akn = export::akn(&document);
    if document.blocks.iter().all(|block| block.text.is_empty()) {
        return; // such a file is refused, as one that holds no resolution
    }
    if let Err(error) = source::read(akn.into_bytes(), "its export") {
        panic!("the export is not read back: {error}");
    }
}

/// The tiles cover the source, each byte once; every place is on a character of its text.
///
/// # Panics
/// Where that is not so.
pub fn holds(manuscript: &Manuscript, document: &Document, problems: &[Problem]) {
    let source = manuscript.text.as_str();
    for evidence in &manuscript.evidence {
        assert!(source.get(evidence.span.range()).is_some(), "{evidence:?} is outside of the text");
    }
    let mut at = 0;
    for tile in &document.tiles {
        assert_eq!(tile.span.start, at, "a gap or an overlap");
        let text = source.get(tile.span.range()).expect("a tile ends within a character");
        if tile.owner == Owner::Space {
            assert_eq!(words(text), "", "words that nobody owns");
        }
        at = tile.span.end;
    }
    assert_eq!(at, source.len(), "the end of the source is not covered");
    for problem in problems {
        assert!(source.get(problem.span.range()).is_some(), "{problem:?}");
    }
    for passage in document.passages() {
        let text = document.text(passage);
        for mark in document.marks(passage) {
            assert!(text.is_char_boundary(mark.at), "{mark:?} in {text:?}");
        }
        for reference in document.references(passage) {
            assert!(text.get(reference.range.clone()).is_some(), "{reference:?} in {text:?}");
        }
    }
}

fn words(text: &str) -> String {
    text.chars()
        .filter(|c| {
            !c.is_whitespace() && !matches!(c, '\u{feff}' | '\u{200b}'..='\u{200f}' | '\u{2060}')
        })
        .collect()
}
