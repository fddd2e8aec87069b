//! Word files in, documents out. The files are written here, part by part; the UN's own are read
//! where they are there.

use crate::support;
use std::{
    fmt::Write as _,
    fs,
    io::{Cursor, Write as _},
};

use crate::support::formats::{RAISED_AGAIN, answers_damaged, read, reads, refused};
use seized::document::{Passage, Shape, Target};
use zip::{ZipWriter, write::SimpleFileOptions};

const STYLES: &str = "<w:styles><w:style w:type=\"paragraph\" w:default=\"1\" w:styleId=\"N\"/>\
    <w:style w:type=\"paragraph\" w:styleId=\"Listed\"><w:pPr><w:numPr><w:numId w:val=\"1\"/></w:numPr>\
    </w:pPr></w:style>\
    <w:style w:type=\"character\" w:styleId=\"Emphasis\"><w:rPr><w:i/></w:rPr></w:style></w:styles>";
const LISTS: &str = "<w:numbering><w:abstractNum w:abstractNumId=\"0\">\
    <w:lvl w:ilvl=\"0\"><w:start w:val=\"1\"/><w:numFmt w:val=\"decimal\"/><w:lvlText w:val=\"%1.\"/></w:lvl>\
    <w:lvl w:ilvl=\"1\"><w:numFmt w:val=\"lowerLetter\"/><w:lvlText w:val=\"(%2)\"/></w:lvl>\
    </w:abstractNum><w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num></w:numbering>";
const HEAD: &str = "<p>Resolution adopted by the General Assembly on 4 May 2026</p>\
    <p>79/400.<tab/>Bridges</p><p><tab/>The General Assembly,</p>";

/// A Word file of these paragraphs and notes, in a short notation: `<p>`, `<tab/>`, `<i>…</i>`,
/// `<fn 1/>`, `<listed>` and `<item>` for numbered paragraphs; anything else as it stands.
fn word(body: &str, notes: &[&str]) -> Vec<u8> {
    let run = |text: &str| format!("</w:t></w:r>{text}<w:r><w:t xml:space=\"preserve\">");
    let mut text = body.to_owned();
    let open = "<w:r><w:t xml:space=\"preserve\">";
    for (short, properties) in [
        ("<p>", ""),
        ("<listed>", "<w:pPr><w:pStyle w:val=\"Listed\"/></w:pPr>"),
        ("<item>", "<w:pPr><w:numPr><w:ilvl w:val=\"1\"/><w:numId w:val=\"1\"/></w:numPr></w:pPr>"),
    ] {
        text = text.replace(short, &format!("<w:p>{properties}{open}"));
    }
    text = text.replace("</p>", "</w:t></w:r></w:p>");
    text = text.replace("<tab/>", &run("<w:r><w:tab/></w:r>"));
    text = text.replace("<i>", "</w:t></w:r><w:r><w:rPr><w:i/></w:rPr><w:t>");
    text = text.replace("</i>", &format!("</w:t></w:r>{open}"));
    for i in 1..=notes.len() {
        let reference = run(&format!("<w:r><w:footnoteReference w:id=\"{i}\"/></w:r>"));
        text = text.replace(&format!("<fn {i}/>"), &reference);
    }
    let document = format!("<w:document><w:body>{text}</w:body></w:document>");
    let mut footnotes = String::from(
        "<w:footnotes><w:footnote w:type=\"separator\" w:id=\"-1\"><w:p><w:r><w:t>____</w:t></w:r>\
         </w:p></w:footnote>",
    );
    for (i, note) in notes.iter().enumerate() {
        let _ = write!(
            footnotes,
            "<w:footnote w:id=\"{}\"><w:p><w:r><w:tab/><w:footnoteRef/></w:r><w:r><w:tab/>\
             <w:t>{note}</w:t></w:r></w:p></w:footnote>",
            i + 1
        );
    }
    footnotes.push_str("</w:footnotes>");
    packed(&[
        ("word/document.xml", &document),
        ("word/footnotes.xml", &footnotes),
        ("word/styles.xml", STYLES),
        ("word/numbering.xml", LISTS),
    ])
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
fn raised_numbers_that_repeat_a_mark() {
    let raised = |text: &str| {
        format!(
            "</w:t></w:r><w:r><w:rPr><w:vertAlign w:val=\"superscript\"/></w:rPr><w:t>{text}</w:t>\
             </w:r><w:r><w:t xml:space=\"preserve\">"
        )
    };
    let body = format!(
        "{HEAD}<p><tab/>Recalling this,<fn 1/></p><p><tab/>Noting that once more{} on 12 km{},</p>\
         <p><tab/>1.<tab/>Decides so.</p>",
        raised("1"),
        raised("2")
    );
    reads(word(&body, &["See A/79/1."]), RAISED_AGAIN);
}

#[test]
fn marks_have_brackets_in_arabic() {
    let body = "<p>قرار اتخذته الجمعية العامة في 4 أيار/مايو 2026</p><p><tab/>إن الجمعية العامة،</p>\
        <p><tab/>إذ تشير إلى قرارها 53/144</w:t></w:r><w:r><w:footnoteReference \
        w:customMarkFollows=\"1\" w:id=\"1\"/><w:t>(1)</w:t></w:r><w:r><w:t>،</p>\
        <p><tab/>1 - تقرر ذلك.</p>";
    let (document, _) = read(word(body, &["انظر القرار 53/144."]));
    let marks: Vec<&str> =
        document.blocks.iter().flat_map(|b| &b.marks).map(|m| m.label.as_str()).collect();
    assert_eq!(marks, ["1"]);
    assert_eq!(document.footnotes[0].mark, "1");
    assert_eq!(document.footnotes[0].text, "انظر القرار 53/144.");
}

#[test]
fn paragraphs_numbers_and_footnotes() {
    let body = format!(
        "{HEAD}<p><tab/><i>Recalling</i> its resolution 53/144 of 24 March 2016<fn 1/> and others,</p>\
         <p><tab/>1.<tab/><i>Decides</i> to build:</p><p><tab/>(a)<tab/>A bridge;<fn 2/></p>\
         <p><tab/>2.<tab/><i>Decides</i> to remain seized of the matter.</p>"
    );
    reads(
        word(&body, &["See A/79/1.", "Resolution 70/1."]),
        &[
            "title: Bridges",
            "formula: The General Assembly,",
            "PP1: Recalling its resolution 53/144 of 24 March 2016[1] and others,",
            "OP1: Decides to build:",
            "OP1(a): A bridge;[2]",
            "OP2: Decides to remain seized of the matter.",
            "fn 1: See A/79/1.",
            "fn 2: Resolution 70/1.",
        ],
    );
}

#[test]
fn numbers_that_word_counts() {
    let body = format!(
        "{HEAD}<p><tab/>Recalling its decisions,</p><listed>Decides to build:</p><item>A bridge;</p>\
         <item>A road;</p><listed>Requests a report;</p><listed>Decides to remain seized.</p>"
    );
    reads(
        word(&body, &[]),
        &[
            "title: Bridges",
            "formula: The General Assembly,",
            "PP1: Recalling its decisions,",
            "OP1: Decides to build:",
            "OP1(a): A bridge;",
            "OP1(b): A road;",
            "OP2: Requests a report;",
            "OP3: Decides to remain seized.",
        ],
    );
}

#[test]
fn italics_are_known() {
    let body = format!("{HEAD}<p><tab/><i>Recalling</i> the <i>Ad Hoc</i> Group,<fn 1/></p>");
    let (document, _) = read(word(&body, &["See <w:t/>A/79/1."]));
    let text = document.text(Passage::Block(1));
    let italics: Vec<&str> =
        document.italics(Passage::Block(1)).iter().map(|range| &text[range.clone()]).collect();
    assert_eq!(italics, ["Recalling", "Ad Hoc"]);
}

#[test]
fn what_was_changed_is_read_as_accepted() {
    let body = format!(
        "{HEAD}<p><tab/>Recalling its </w:t></w:r><w:del><w:r><w:delText>old</w:delText></w:r></w:del>\
         <w:ins><w:r><w:t>new</w:t></w:r></w:ins><w:r><w:t xml:space=\"preserve\"> decisions,</p>\
         <p><tab/>1.<tab/>Decides to meet.</p>"
    );
    let (document, _) = read(word(&body, &[]));
    assert_eq!(document.text(Passage::Block(1)), "Recalling its new decisions,");
    assert!(document.debris.iter().any(|d| d.kind == "deleted text" && d.text.trim() == "old"));
}

#[test]
fn a_deleted_paragraph_mark_joins_and_moved_words_stand_where_they_went() {
    let moved = |tag: &str| {
        format!("<w:{tag}><w:r><w:t xml:space=\"preserve\">and tides </w:t></w:r></w:{tag}>")
    };
    let body = format!(
        "{HEAD}<w:p><w:pPr><w:rPr><w:del w:id=\"1\"/></w:rPr></w:pPr><w:r><w:tab/>\
         <w:t xml:space=\"preserve\">Recalling its </w:t></w:r>{}</w:p>\
         <p>decisions </w:t></w:r>{}<w:r><w:t>of old,</p><p><tab/>1.<tab/>Decides to meet.</p>",
        moved("moveFrom"),
        moved("moveTo")
    );
    reads(
        word(&body, &[]),
        &[
            "title: Bridges",
            "formula: The General Assembly,",
            "PP1: Recalling its decisions and tides of old,",
            "OP1: Decides to meet.",
        ],
    );
}

#[test]
fn fields_within_fields_signs_and_controls() {
    let field = |told: &str, shown: &str| {
        format!(
            "</w:t></w:r><w:r><w:fldChar w:fldCharType=\"begin\"/></w:r>{told}<w:r><w:fldChar \
             w:fldCharType=\"separate\"/></w:r>{shown}<w:r><w:fldChar w:fldCharType=\"end\"/></w:r>\
             <w:r><w:t xml:space=\"preserve\">"
        )
    };
    let code = |words: &str| format!("<w:r><w:instrText>{words}</w:instrText></w:r>");
    let words = |words: &str| format!("<w:r><w:t>{words}</w:t></w:r>");
    let inner = field(&code(" PAGE "), &words("7"));
    let inner = inner.trim_start_matches("</w:t></w:r>");
    let inner = inner.trim_end_matches("<w:r><w:t xml:space=\"preserve\">");
    let outer = field(&(code(" IF ") + inner + &code(" = 7 yes no")), &words("yes"));
    let held = "</w:t></w:r><w:sdt><w:sdtPr><w:alias w:val=\"Name\"/></w:sdtPr><w:sdtContent><w:r>\
        <w:t xml:space=\"preserve\">held </w:t></w:r></w:sdtContent></w:sdt><w:r><w:t>";
    let sign = "</w:t></w:r><w:r><w:sym w:font=\"Symbol\" w:char=\"F0B0\"/></w:r><w:r><w:t>";
    let body = format!(
        "{HEAD}<p><tab/>Recalling {outer} the {held}views at 40{sign},</p>\
         <p><tab/>1.<tab/>Decides to meet.</p>"
    );
    let (document, _) = read(word(&body, &[]));
    let text = document.text(Passage::Block(1));
    assert_eq!(text, "Recalling yes the held views at 40\u{b0},");
}

#[test]
fn text_boxes_are_read_once_and_margins_are_debris() {
    let boxed = "<w:p><w:r><mc:AlternateContent><mc:Choice><w:txbxContent><w:p><w:r><w:t>In a box</w:t>\
        </w:r></w:p></w:txbxContent></mc:Choice><mc:Fallback><w:pict><w:txbxContent><w:p><w:r>\
        <w:t>In a box</w:t></w:r></w:p></w:txbxContent></w:pict></mc:Fallback></mc:AlternateContent>\
        </w:r></w:p>";
    let body = format!("{HEAD}<p><tab/>Recalling it,</p>{boxed}<p><tab/>1.<tab/>Decides so.</p>");
    let (document, _) = read(word(&body, &[]));
    let boxes = document.blocks.iter().filter(|block| block.text.contains("In a box")).count();
    let debris = document.debris.iter().filter(|debris| debris.text.contains("In a box")).count();
    assert_eq!(boxes + debris, 1);
}

/// Parts may have any name, any prefix and any encoding: their relations, namespaces and byte order
/// marks say which.
#[test]
fn parts_are_found_by_what_the_package_says() {
    let utf_16 = |text: &str| -> Vec<u8> {
        let units = std::iter::once(0xfeff).chain(text.encode_utf16());
        units.flat_map(u16::to_le_bytes).collect()
    };
    let document = "<x:document xmlns:x=\"http://purl.oclc.org/ooxml/wordprocessingml/main\"><x:body>\
        <x:p><x:r><x:t>The General Assembly,</x:t></x:r></x:p><x:p><x:pPr><x:pStyle x:val=\"Listed\"/>\
        </x:pPr><x:r><x:t>Decides to meet at the café.</x:t></x:r></x:p></x:body></x:document>";
    let kind = "http://purl.oclc.org/ooxml/officeDocument/relationships";
    let relation = |id: u8, name: &str, target: &str| {
        format!("<Relationship Id=\"r{id}\" Type=\"{kind}/{name}\" Target=\"{target}\"/>")
    };
    let package = format!(
        "<Relationships>{}</Relationships>",
        relation(1, "officeDocument", "/word/text7.xml")
    );
    let own = format!(
        "<Relationships>{}{}</Relationships>",
        relation(1, "styles", "styles7.xml"),
        relation(2, "numbering", "/word/lists7.xml")
    );
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in [
        ("_rels/.rels", package.into_bytes()),
        ("word/text7.xml", utf_16(document)),
        ("word/_rels/text7.xml.rels", own.into_bytes()),
        ("word/styles7.xml", STYLES.into()),
        ("word/lists7.xml", LISTS.into()),
    ] {
        zip.start_file(name, SimpleFileOptions::default()).expect("a part");
        zip.write_all(&bytes).expect("its bytes");
    }
    reads(
        zip.finish().expect("a zip file").into_inner(),
        &["formula: The General Assembly,", "OP1: Decides to meet at the café."],
    );
}

#[test]
fn a_table_has_the_rows_it_has() {
    let cell = |words: &str| format!("<w:tc><w:p><w:r><w:t>{words}</w:t></w:r></w:p></w:tc>");
    let row = |a: &str, b: &str| format!("<w:tr>{}{}</w:tr>", cell(a), cell(b));
    let table =
        format!("<w:tbl>{}{}{}</w:tbl>", row("State", "Share"), row("A", "1."), row("B", "2."));
    let body =
        format!("{HEAD}<p><tab/>1.<tab/>Decides as follows:</p>{table}<p><tab/>2.<tab/>Ends.</p>");
    let (document, _) = read(word(&body, &[]));
    let tables: Vec<_> = document.blocks.iter().filter(|b| b.shape == Shape::Table).collect();
    assert_eq!(tables.len(), 1);
    assert_eq!(tables[0].rows, [["State", "Share"], ["A", "1."], ["B", "2."]]);
}

#[test]
fn marks_of_their_own_and_fields() {
    let custom = "</w:t></w:r><w:r><w:footnoteReference w:customMarkFollows=\"1\" w:id=\"1\"/><w:t>*</w:t>\
                  </w:r><w:r><w:t xml:space=\"preserve\">";
    let again = "</w:t></w:r><w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText> NOTEREF \
                 _Ref1 </w:instrText></w:r><w:r><w:fldChar w:fldCharType=\"separate\"/></w:r><w:r>\
                 <w:t>1</w:t></w:r><w:r><w:fldChar w:fldCharType=\"end\"/></w:r><w:r><w:t>";
    let body = format!(
        "{HEAD}<p><tab/>Recalling the report,{custom} and the study,<fn 2/> of that year,</p>\
         <p><tab/>1.<tab/>Welcomes the study;{again}</p>"
    );
    let bytes = word(&body, &["* Reissued.", "A/79/2."]);
    reads(
        bytes,
        &[
            "title: Bridges",
            "formula: The General Assembly,",
            "PP1: Recalling the report,[*] and the study,[1] of that year,",
            "OP1: Welcomes the study;[1]",
            "fn *: Reissued.",
            "fn 1: A/79/2.",
        ],
    );
}

#[test]
fn what_is_no_document_is_said_to_be_none() {
    refused(packed(&[("xl/workbook.xml", "<a/>")]), "spreadsheet");
    refused(packed(&[("notes.txt", "hello")]), "zip archive");
    refused(packed(&[("word/other.xml", "<a/>")]), "no text");
    refused(packed(&[("word/document.xml", "<w:document><w:body>")]), "ends in the middle");
    refused(packed(&[("word/document.xml", &"<w:p>".repeat(10_000))]), "nested too deeply");
    refused(b"PK\x03\x04 and then nothing".to_vec(), "damaged zip");
    let bomb = "<w:document>".to_owned() + &" ".repeat(40_000_000) + "</w:document>";
    refused(packed(&[("word/document.xml", &bomb)]), "unpacks to more");
}

#[test]
fn damaged_files_are_answered() {
    let body = format!("{HEAD}<p><tab/>Recalling this,<fn 1/></p><listed>Decides so.</p>");
    answers_damaged(&word(&body, &["See A/79/1."]), 300);
}

/// The UN's own files: the footnotes are those that the file has, in number and order, each with a
/// mark, and paragraphs are numbered without a gap.
#[test]
#[ignore = "reads the corpus: SEIZED_CORPUS, or ../shared/corpus"]
fn the_files_of_the_united_nations() {
    let folder = support::corpus().join("docx");
    let mut files = 0;
    for entry in fs::read_dir(folder).expect("the folder") {
        let path = entry.expect("a file").path();
        let bytes = fs::read(&path).expect("its bytes");
        let cited = cited(&bytes);
        let (document, problems) = read(bytes);
        let name = path.display();
        let marks: Vec<String> = document.footnotes.iter().map(|note| note.mark.clone()).collect();
        let due: Vec<String> = (1..=cited).map(|number| number.to_string()).collect();
        assert_eq!(marks, due, "{name}");
        assert!(problems.is_empty(), "{name}: {problems:?}");
        files += 1;
    }
    assert!(files > 0);
}

/// How many footnotes the text of a Word file refers to.
fn cited(bytes: &[u8]) -> usize {
    let mut zip = zip::ZipArchive::new(Cursor::new(bytes)).expect("a zip file");
    let part = zip.by_name("word/document.xml").expect("the text");
    let text = std::io::read_to_string(part).expect("UTF-8");
    text.matches("<w:footnoteReference ").count()
}

/// Each part of a Word file numbers its links for itself.
#[test]
fn footnotes_lead_where_their_own_links_do() {
    let relations = |target: &str| {
        format!(
            "<Relationships><Relationship Id=\"rId1\" Type=\"http://x/hyperlink\" \
             Target=\"https://undocs.org/{target}\"/></Relationships>"
        )
    };
    let linked = |words: &str| {
        format!("<w:hyperlink r:id=\"rId1\"><w:r><w:t>{words}</w:t></w:r></w:hyperlink>")
    };
    let head = "<w:p><w:r><w:t>The General Assembly,</w:t></w:r></w:p>";
    let document = format!(
        "<w:document><w:body>{head}<w:p><w:r><w:t>1. Recalls </w:t></w:r>{}<w:r>\
         <w:footnoteReference w:id=\"1\"/></w:r><w:r><w:t> once more.</w:t></w:r></w:p></w:body>\
         </w:document>",
        linked("A/72/409")
    );
    let footnotes = format!(
        "<w:footnotes><w:footnote w:id=\"1\"><w:p><w:r><w:footnoteRef/></w:r><w:r><w:t>See \
         </w:t></w:r>{}</w:p></w:footnote></w:footnotes>",
        linked("A/CONF.229/2017/8")
    );
    let (document, _) = read(packed(&[
        ("word/document.xml", &document),
        ("word/footnotes.xml", &footnotes),
        ("word/_rels/document.xml.rels", &relations("A/72/409")),
        ("word/_rels/footnotes.xml.rels", &relations("A/CONF.229/2017/8")),
    ]));
    let target = |references: &[seized::document::Reference]| {
        references.first().and_then(|reference| match &reference.target {
            Target::Document { symbol, .. } => Some(symbol.to_string()),
            Target::Here(_) => None,
        })
    };
    let last = document.blocks.last().expect("a paragraph");
    assert_eq!(target(&last.references).as_deref(), Some("A/72/409"));
    assert_eq!(target(&document.footnotes[0].references).as_deref(), Some("A/CONF.229/2017/8"));
}

/// A link of several runs, and one that a field makes.
#[test]
fn links_may_be_of_many_pieces() {
    let run = |words: &str| format!("<w:r><w:t xml:space=\"preserve\">{words}</w:t></w:r>");
    let field = |kind: &str| format!("<w:r><w:fldChar w:fldCharType=\"{kind}\"/></w:r>");
    let document = [
        "<w:document><w:body><w:p>",
        &run("The General Assembly,"),
        "</w:p><w:p>",
        &run("1. Recalls its resolution "),
        "<w:hyperlink r:id=\"rId1\">",
        &run("S"),
        "<w:r><w:noBreakHyphen/></w:r>",
        &run("10"),
        &run("/2;"),
        "</w:hyperlink></w:p><w:p>",
        &run("2. Welcomes it ("),
        &field("begin"),
        "<w:r><w:instrText>HYPERLINK \"https://undocs.org/A/72/409\"</w:instrText></w:r>",
        &field("separate"),
        &run("A/72/409)"),
        &field("end"),
        &run("."),
        "</w:p></w:body></w:document>",
    ]
    .concat();
    let relations = "<Relationships><Relationship Id=\"rId1\" Type=\"http://x/hyperlink\" \
        Target=\"https://undocs.org/A/RES/S-10/2\"/></Relationships>";
    let (document, _) = read(packed(&[
        ("word/document.xml", &document),
        ("word/_rels/document.xml.rels", relations),
    ]));
    let found: Vec<(&str, String)> = document
        .blocks
        .iter()
        .flat_map(|block| block.references.iter().map(move |reference| (block, reference)))
        .map(|(block, reference)| {
            let Target::Document { symbol, .. } = &reference.target else {
                return ("", String::new());
            };
            (&block.text[reference.range.clone()], symbol.to_string())
        })
        .collect();
    assert_eq!(
        found,
        [("S\u{2011}10/2", "A/RES/S-10/2".to_owned()), ("A/72/409", "A/72/409".to_owned())]
    );
}

/// The date of issue stands in the first page's head, the date of adoption below the meeting.
#[test]
fn the_masthead_and_the_end_say_their_dates() {
    let text = "<w:document><w:body><w:p><w:r><w:t>The General Assembly,</w:t></w:r></w:p>\
        <w:p><w:r><w:t>1. Recalls it.</w:t></w:r></w:p><w:p><w:r><w:t>76th plenary meeting</w:t>\
        <w:br/><w:t>24 December 2017</w:t></w:r></w:p></w:body></w:document>";
    let lines = [
        "United Nations",
        "A/RES/72/247",
        "General Assembly",
        "Distr.: General",
        "25 January 2018",
    ];
    let cells: String =
        lines.iter().map(|line| format!("<w:p><w:r><w:t>{line}</w:t></w:r></w:p>")).collect();
    let relations = "<Relationships><Relationship Id=\"rId7\" Type=\"http://x/header\" \
        Target=\"/word/header3.xml\"/></Relationships>";
    let (document, _) = read(packed(&[
        ("word/document.xml", text),
        ("word/_rels/document.xml.rels", relations),
        ("word/header3.xml", &format!("<w:hdr>{cells}</w:hdr>")),
    ]));
    let head = document.head;
    assert_eq!(head.issued.map(|date| date.to_string()).as_deref(), Some("2018-01-25"));
    assert_eq!(head.meeting.as_deref(), Some("76th plenary meeting"));
    assert_eq!(head.adopted.map(|date| date.to_string()).as_deref(), Some("2017-12-24"));
}
