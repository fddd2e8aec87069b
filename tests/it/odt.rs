//! OpenDocument texts in, documents out. The files are written here, part by part.

use std::io::{Cursor, Write as _};

use crate::support::formats::{
    RAISED_AGAIN, answers_damaged, answers_damaged_within, read, reads, refused,
};
use seized::document::{Passage, Shape};
use zip::{ZipWriter, write::SimpleFileOptions};

const HEAD: &str = "<p>Resolution adopted by the General Assembly on 4 May 2026</p>\
    <p>79/400.<tab/>Bridges</p><p><tab/>The General Assembly,</p>";
const STYLES: &str = "<office:automatic-styles>\
    <style:style style:name=\"I\" style:family=\"text\"><style:text-properties fo:font-style=\"italic\"/></style:style>\
    <style:style style:name=\"H\" style:family=\"text\"><style:text-properties text:display=\"none\"/></style:style>\
    <style:style style:name=\"Up\" style:family=\"text\"><style:text-properties style:text-position=\"super 58%\"/></style:style>\
    <text:list-style style:name=\"L\">\
    <text:list-level-style-number text:level=\"1\" style:num-format=\"1\" style:num-suffix=\".\"/>\
    <text:list-level-style-number text:level=\"2\" style:num-format=\"a\" style:num-prefix=\"(\" style:num-suffix=\")\"/>\
    </text:list-style></office:automatic-styles>";

/// An OpenDocument text of these paragraphs in a short notation: `<p>`, `<tab/>`, `<i>…</i>`,
/// `<fn 1>…</fn>`, `<list>` and `<item>`; anything else as it stands.
fn odt(body: &str) -> Vec<u8> {
    let kind = "application/vnd.oasis.opendocument.text";
    packed(&[("mimetype", kind), ("content.xml", &content(body))])
}

fn content(body: &str) -> String {
    let mut text = body.to_owned();
    for (short, long) in [
        ("<p>", "<text:p>"),
        ("</p>", "</text:p>"),
        ("<tab/>", "<text:tab/>"),
        ("<i>", "<text:span text:style-name=\"I\">"),
        ("</i>", "</text:span>"),
        ("<list>", "<text:list text:style-name=\"L\">"),
        ("</list>", "</text:list>"),
        ("<item>", "<text:list-item>"),
        ("</item>", "</text:list-item>"),
        ("</fn>", "</text:p></text:note-body></text:note>"),
    ] {
        text = text.replace(short, long);
    }
    for mark in ["1", "2", "*"] {
        let long = format!(
            "<text:note text:id=\"n{mark}\" text:note-class=\"footnote\"><text:note-citation>{mark}\
             </text:note-citation><text:note-body><text:p><text:tab/>"
        );
        text = text.replace(&format!("<fn {mark}>"), &long);
    }
    format!(
        "<office:document-content>{STYLES}<office:body><office:text>{text}</office:text>\
         </office:body></office:document-content>"
    )
}

fn packed(parts: &[(&str, &str)]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, text) in parts {
        zip.start_file(*name, SimpleFileOptions::default()).expect("a part");
        zip.write_all(text.as_bytes()).expect("its text");
    }
    zip.finish().expect("a zip file").into_inner()
}

#[test]
fn paragraphs_and_footnotes() {
    reads(
        odt(&format!(
            "{HEAD}<p><tab/><i>Recalling</i> its resolution of 24 March 2016<fn 1>See A/79/1.</fn> and\n \
             the work<fn *>Reissued.</fn> done,</p><p><tab/>1.<tab/>Welcomes it;<text:note-ref>1\
             </text:note-ref></p><p><tab/>2.<tab/>Decides to meet again.<fn 2>A/79/2.</fn></p>"
        )),
        &[
            "title: Bridges",
            "formula: The General Assembly,",
            "PP1: Recalling its resolution of 24 March 2016[1] and the work[*] done,",
            "OP1: Welcomes it;[1]",
            "OP2: Decides to meet again.[2]",
            "fn 1: See A/79/1.",
            "fn *: Reissued.",
            "fn 2: A/79/2.",
        ],
    );
}

#[test]
fn raised_numbers_that_repeat_a_mark() {
    let raised = |text: &str| format!("<text:span text:style-name=\"Up\">{text}</text:span>");
    reads(
        odt(&format!(
            "{HEAD}<p><tab/>Recalling this,<fn 1>See A/79/1.</fn></p><p><tab/>Noting that once more{} on \
             12 km{},</p><p><tab/>1.<tab/>Decides so.</p>",
            raised("1"),
            raised("2")
        )),
        RAISED_AGAIN,
    );
}

#[test]
fn numbers_that_lists_count() {
    reads(
        odt(&format!(
            "{HEAD}<p><tab/>Recalling this,</p><list><item><p>Decides to build:</p><list><item>\
             <p>A bridge;</p></item><item><p>A road;</p></item></list></item><item><p>Requests a \
             report;</p></item></list><text:list text:style-name=\"L\" text:continue-numbering=\"true\">\
             <item><p>Decides to remain seized.</p></item></list>"
        )),
        &[
            "title: Bridges",
            "formula: The General Assembly,",
            "PP1: Recalling this,",
            "OP1: Decides to build:",
            "OP1(a): A bridge;",
            "OP1(b): A road;",
            "OP2: Requests a report;",
            "OP3: Decides to remain seized.",
        ],
    );
}

#[test]
fn italics_comments_and_what_was_deleted() {
    let (document, _) = read(odt(&format!(
        "<text:tracked-changes><text:changed-region><text:deletion><office:change-info><dc:creator>\
         A</dc:creator></office:change-info><p>of old</p></text:deletion></text:changed-region>\
         </text:tracked-changes>{HEAD}<p><tab/><i>Recalling</i> the Group<office:annotation>\
         <dc:creator>A</dc:creator><p>Sure?</p></office:annotation><text:span text:style-name=\"H\">\
         secret</text:span>,</p><p><tab/>1.<tab/>Decides to meet.</p>"
    )));
    let text = document.text(Passage::Block(1));
    assert_eq!(text, "Recalling the Group,");
    let italics = document.italics(Passage::Block(1)).iter().map(|range| &text[range.clone()]);
    assert_eq!(italics.collect::<Vec<_>>(), ["Recalling"]);
    let debris: Vec<_> = document.debris.iter().map(|d| (d.kind, d.text.trim())).collect();
    let expected = [
        ("head line", "Resolution adopted by the General Assembly on 4 May 2026"),
        ("comment", "Sure?"),
        ("deleted text", "of old"),
        ("hidden text", "secret"),
    ];
    assert_eq!(debris, expected);
}

#[test]
fn a_table_has_the_rows_it_has() {
    let row = |cells: [&str; 2]| {
        let cells = cells.map(|cell| format!("<table:table-cell><p>{cell}</p></table:table-cell>"));
        format!("<table:table-row>{}</table:table-row>", cells.concat())
    };
    let table = [row(["State", "Share"]), row(["A", "1."])].concat();
    let (document, _) = read(odt(&format!(
        "{HEAD}<p><tab/>1.<tab/>Decides as follows:</p><table:table>{table}</table:table>\
         <p><tab/>2.<tab/>Ends.</p>"
    )));
    let tables: Vec<_> = document.blocks.iter().filter(|b| b.shape == Shape::Table).collect();
    assert_eq!(tables.len(), 1);
    assert_eq!(tables[0].rows, [["State", "Share"], ["A", "1."]]);
}

#[test]
fn what_cannot_be_read_says_why() {
    let of = |kind: &str| packed(&[("mimetype", kind), ("content.xml", "<a/>")]);
    refused(of("application/vnd.oasis.opendocument.spreadsheet"), "spreadsheet");
    refused(of("application/vnd.oasis.opendocument.presentation"), "presentation");
    let locked = "<manifest:encryption-data/>";
    refused(packed(&[("META-INF/manifest.xml", locked), ("content.xml", "x")]), "password");
    refused(packed(&[("content.xml", "<a><b></a>")]), "damaged");
    refused(packed(&[("content.xml", &"<text:p>".repeat(10_000))]), "nested too deeply");
}

#[test]
fn damaged_files_are_answered() {
    let body = format!(
        "{HEAD}<p><tab/>Recalling,<fn 1>See A/79/1.</fn></p><list><item><p>So.</p></item></list>"
    );
    answers_damaged(&odt(&body), 100);
    answers_damaged_within(content(&body).as_bytes(), 200, |bytes| {
        packed(&[("content.xml", &String::from_utf8_lossy(&bytes))])
    });
}
