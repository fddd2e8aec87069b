//! A plain Word file of a document that is none: its title, paragraphs with their numbers, tables and
//! footnotes, set as simply as can be.

use super::{
    package::packed,
    revision::words,
    table::{Asked, table},
};
use crate::document::{Document, Passage};

const NAMESPACES: &str = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" \
     xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"";
const HEADER: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
const TYPES: &str = "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">\
     <Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>\
     <Default Extension=\"xml\" ContentType=\"application/xml\"/>\
     <Override PartName=\"/word/document.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml\"/>\
     <Override PartName=\"/word/footnotes.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml\"/>\
     </Types>";
const RELATIONS: &str = "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">\
     <Relationship Id=\"rId1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\" Target=\"word/document.xml\"/>\
     </Relationships>";
const TEXT_RELATIONS: &str = "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">\
     <Relationship Id=\"rId1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes\" Target=\"footnotes.xml\"/>\
     </Relationships>";
/// The rules that Word sets between text and notes.
const RULES: &str = "<w:footnote w:type=\"separator\" w:id=\"-1\"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>\
     <w:footnote w:type=\"continuationSeparator\" w:id=\"0\"><w:p><w:r><w:continuationSeparator/></w:r></w:p></w:footnote>";
const RAISED: &str = "<w:rPr><w:vertAlign w:val=\"superscript\"/></w:rPr>";

/// The file.
///
/// # Errors
/// Where it cannot be written: why, in a phrase.
pub(super) fn plain_word_file(document: &Document) -> Result<Vec<u8>, String> {
    let mut body = String::new();
    let mut cited = Vec::new();
    for passage in document.passages() {
        match passage {
            Passage::Footnote(_) => {}
            Passage::Block(i) if !document.blocks[i].rows.is_empty() => {
                body.push_str(&table(&document.blocks[i].rows, &mut |asked| match asked {
                    Asked::Cell(text) => format!("<w:r>{}</w:r>", words(text)),
                    Asked::Row | Asked::Empty => String::new(),
                }));
            }
            Passage::Title | Passage::Block(_) => {
                body.push_str(&paragraph(document, passage, &mut cited));
            }
        }
    }
    let mut notes = RULES.to_owned();
    for (at, note) in cited.iter().enumerate() {
        let text = document.text(Passage::Footnote(*note));
        notes.push_str(&format!(
            "<w:footnote w:id=\"{}\"><w:p><w:r>{RAISED}<w:footnoteRef/></w:r><w:r>{}</w:r></w:p></w:footnote>",
            at + 1,
            words(&format!(" {text}"))
        ));
    }
    let section = "<w:sectPr><w:pgSz w:w=\"11906\" w:h=\"16838\"/><w:pgMar w:top=\"1440\" w:right=\"1440\" \
         w:bottom=\"1440\" w:left=\"1440\" w:header=\"708\" w:footer=\"708\" w:gutter=\"0\"/></w:sectPr>";
    packed(&[
        ("[Content_Types].xml", &format!("{HEADER}{TYPES}")),
        ("_rels/.rels", &format!("{HEADER}{RELATIONS}")),
        (
            "word/document.xml",
            &format!(
                "{HEADER}<w:document {NAMESPACES}><w:body>{body}{section}</w:body></w:document>"
            ),
        ),
        ("word/_rels/document.xml.rels", &format!("{HEADER}{TEXT_RELATIONS}")),
        ("word/footnotes.xml", &format!("{HEADER}<w:footnotes {NAMESPACES}>{notes}</w:footnotes>")),
    ])
}

fn paragraph(document: &Document, passage: Passage, cited: &mut Vec<usize>) -> String {
    let block = match passage {
        Passage::Block(i) => document.blocks.get(i),
        _ => None,
    };
    let text = document.text(passage);
    let label = match (passage, block) {
        (Passage::Title, _) => document.head.printed_number().unwrap_or_default(),
        (_, block) => block.map_or_else(String::new, |block| block.label.clone()),
    };
    let opener = block.and_then(|block| block.opener_length()).unwrap_or(0);
    let mut runs = String::new();
    if !label.is_empty() {
        runs.push_str(&format!("<w:r>{}<w:tab/></w:r>", words(&label)));
    }
    let looks = |at: usize| match passage {
        Passage::Title => "<w:rPr><w:b/></w:rPr>",
        _ if at < opener => "<w:rPr><w:i/></w:rPr>",
        _ => "",
    };
    let mut at = 0;
    let mut cuts: Vec<(usize, Option<(usize, &str)>)> = vec![(opener, None), (text.len(), None)];
    for mark in document.marks(passage).iter().filter(|mark| mark.kept == 0) {
        let note = document.footnote_of(mark).map(|(note, _)| (note, mark.label.as_str()));
        cuts.push((mark.at, note));
    }
    cuts.sort_unstable();
    for (cut, note) in cuts {
        if let Some(part) = text.get(at..cut).filter(|part| !part.is_empty()) {
            runs.push_str(&format!("<w:r>{}{}</w:r>", looks(at), words(part)));
        }
        at = cut.max(at);
        let Some((note, label)) = note else { continue };
        if cited.contains(&note) {
            // What is cited again is its number.
            runs.push_str(&format!("<w:r>{RAISED}{}</w:r>", words(label)));
            continue;
        }
        cited.push(note);
        let id = cited.len();
        runs.push_str(&format!("<w:r>{RAISED}<w:footnoteReference w:id=\"{id}\"/></w:r>"));
    }
    let indent = block.map_or(0, |block| u32::from(block.depth) * 720);
    format!(
        "<w:p><w:pPr><w:spacing w:after=\"120\"/><w:ind w:left=\"{indent}\"/></w:pPr>{runs}</w:p>"
    )
}
