//! Word files with tracked changes, notes and all: what is read of them where all changes are taken is the newer text,
//! and where all are refused the older one.

use std::{
    io::{Cursor, Read as _, Write as _},
    path::Path,
};

use seized::{
    compare::compare,
    document::{Document, Passage},
    export::{TrackedText, Tracking, WordSource, tracked_docx},
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

const fn whole(document: &Document) -> TrackedText<'_> {
    TrackedText { document, source: "" }
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
        tracked_docx(WordSource::Neither, whole(document), whole(document), &same, tracking)
            .expect("written")
    };
    let (older, newer) = (word(&a), word(&b));
    for source in [WordSource::Neither, WordSource::Older(&older), WordSource::Newer(&newer)] {
        let made = tracked_docx(source, whole(&a), whole(&b), &pairs, tracking).expect("written");
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
fn notes_whose_order_is_another_are_changed_where_they_are_cited() {
    tracks(
        &format!(
            "{FRAME}PP Having considered the report of the Director^1 and the report of the Committee,^2\nOP Takes note of both;\nfn A/72/492/Add.2.\nfn A/72/7/Add.49."
        ),
        &format!(
            "{FRAME}PP Having considered the report of the Director^1 and the report of the Committee,^2\nOP Takes note of both;^3\nfn A/72/644 and A/72/730.\nfn A/72/789/Add.13.\nfn A/72/644."
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

const TYPES: &str =
    "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"/>";
const RELATIONS: &str = "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">\
    <Relationship Id=\"r1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes\" \
    Target=\"footnotes.xml\"/>\
    <Relationship Id=\"r2\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/header\" \
    Target=\"header1.xml\"/></Relationships>";
const TOP: &str = "The General Assembly,|\tRecalling its decisions on harbours,";

/// A Word file with a page head, of paragraphs between `|`; `\t`, `\n` (a line break), `^` (a note), `{4}` (a raised
/// number) and ` {4}` (one behind a raised space) as such files have them. A row is `# one # two`.
fn word_file(paragraphs: &str, notes: &[&str]) -> Vec<u8> {
    let (mut body, mut cited) = (String::new(), 0);
    let raised = |inner: &str| {
        format!("<w:r><w:rPr><w:vertAlign w:val=\"superscript\"/></w:rPr>{inner}</w:r>")
    };
    for paragraph in paragraphs.split('|') {
        let mut runs = String::new();
        let words = |text: &str| match text {
            "" => String::new(),
            text => format!("<w:r><w:t xml:space=\"preserve\">{text}</w:t></w:r>"),
        };
        if let Some(cells) = paragraph.strip_prefix("# ") {
            let cell = |text: &str| format!("<w:tc><w:p>{}</w:p></w:tc>", words(text.trim()));
            let cells: String = cells.split('#').map(cell).collect();
            // Rows that follow each other are of one table.
            let table =
                body.strip_suffix("</w:tbl>").map_or(format!("{body}<w:tbl>"), str::to_owned);
            body = format!("{table}<w:tr>{cells}</w:tr></w:tbl>");
            continue;
        }
        for part in paragraph.split_inclusive(['\t', '\n', '^', '}']) {
            let end = part.chars().last().unwrap_or_default();
            let text = part.trim_end_matches(['\t', '\n', '^']);
            let (text, number) = match text.split_once('{') {
                Some((text, number)) => (text, Some(number.trim_end_matches('}'))),
                None => (text, None),
            };
            let (text, space) = match text.strip_suffix(' ').filter(|_| number.is_some()) {
                Some(text) => (text, raised("<w:t xml:space=\"preserve\"> </w:t>")),
                None => (text, String::new()),
            };
            runs.push_str(&words(text));
            runs.push_str(&space);
            runs.push_str(&match end {
                '\t' => "<w:r><w:tab/></w:r>".to_owned(),
                '\n' => "<w:r><w:br/></w:r>".to_owned(),
                '^' => {
                    cited += 1;
                    raised(&format!("<w:footnoteReference w:id=\"{cited}\"/>"))
                }
                '}' => raised(&format!("<w:t>{}</w:t>", number.unwrap_or_default())),
                _ => String::new(),
            });
        }
        body.push_str(&format!("<w:p>{runs}</w:p>"));
    }
    let note = |(at, text): (usize, &&str)| {
        format!(
            "<w:footnote w:id=\"{}\"><w:p><w:r><w:footnoteRef/></w:r><w:r><w:t xml:space=\"preserve\"> {text}</w:t></w:r></w:p></w:footnote>",
            at + 1
        )
    };
    let notes: String = notes.iter().enumerate().map(note).collect();
    let parts = [
        ("[Content_Types].xml", TYPES.to_owned()),
        ("word/_rels/document.xml.rels", RELATIONS.to_owned()),
        ("word/document.xml", format!("<w:document><w:body>{body}</w:body></w:document>")),
        ("word/footnotes.xml", format!("<w:footnotes>{notes}</w:footnotes>")),
        ("word/header1.xml", "<w:hdr><w:p><w:r><w:t>A/RES/72/8</w:t></w:r></w:p></w:hdr>".into()),
    ];
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, text) in parts {
        zip.start_file(name, SimpleFileOptions::default()).expect("a part");
        zip.write_all(text.as_bytes()).expect("its text");
    }
    zip.finish().expect("a zip file").into_inner()
}

/// What a person reads in the file, line by line, without page heads and what was deleted.
fn lines(bytes: &[u8]) -> Vec<String> {
    let made = files::manuscript_of(bytes.to_vec(), Path::new("made.docx")).expect("a Word file");
    let mut text = made.text.clone();
    for debris in parse::parse(&made).0.debris.iter().rev() {
        if !["head line", "running head"].contains(&debris.kind) {
            text.replace_range(debris.span.start..debris.span.end, "");
        }
    }
    text.lines().map(|line| line.trim().to_owned()).filter(|line| !line.is_empty()).collect()
}

const fn which(source: &WordSource<'_>) -> &'static str {
    match source {
        WordSource::Older(_) => "the older",
        WordSource::Newer(_) => "the newer",
        WordSource::Neither => "neither",
    }
}

/// Of two Word files, whatever the file is made from says all lines of the newer one where all changes are taken, and
/// all lines of the older one where they are refused.
#[track_caller]
fn tracks_files(older: &[u8], newer: &[u8]) {
    let (a, b) = (read(older), read(newer));
    let said = |bytes: &[u8]| {
        let made = files::manuscript_of(bytes.to_vec(), Path::new("made.docx"));
        made.expect("a Word file").text
    };
    let (of_a, of_b) = (said(older), said(newer));
    let a = TrackedText { document: &a, source: &of_a };
    let b = TrackedText { document: &b, source: &of_b };
    let pairs = compare(a.document, b.document);
    let tracking = Tracking { author: "Ana", date: "2026-11-26T12:00:00Z" };
    for source in [WordSource::Older(older), WordSource::Newer(newer)] {
        let made = tracked_docx(source, a, b, &pairs, tracking).expect("written");
        assert_eq!(lines(&made), lines(newer), "accepted, made from {}", which(&source));
        assert_eq!(
            lines(&turned_round(&made)),
            lines(older),
            "refused, made from {}",
            which(&source)
        );
    }
}

#[test]
fn the_lines_above_the_title_become_those_of_the_newer_text() {
    let older = format!(
        "Seventy-first session|Agenda item 72|\t\tResolution adopted by the General Assembly on 19 December 2016|\
         \t\t[on the report of the Third Committee (A/71/439)]|\t71/8.\tHarbours|{TOP}|\t1.\tUrges States to act;"
    );
    let newer = format!(
        "Seventy-second session|Agenda item 12 (b)|\t\tResolution adopted by the General Assembly on 4 May 2018|\
         \t\t[without reference to a Main Committee (A/72/L.5)]|\t72/8.\tHarbours|{TOP}|\t1.\tUrges States to act;"
    );
    tracks_files(&word_file(&older, &[]), &word_file(&newer, &[]));
}

#[test]
fn the_letter_of_a_part_comes_and_goes_with_its_note() {
    let text = |letter: &str, note: &str| {
        format!(
            "Agenda item 72|\tResolution adopted by the General Assembly on 19 December 2017|\t72/8.\tHarbours{letter}|\
             {TOP}|\t1.\tUrges States to keep lights;{note}|\t2.\tInvites all ships to look out for them."
        )
    };
    let (without, with) = (text("", "^"), text("|\tB^", "^"));
    let without = word_file(&without, &["See A/72/1."]);
    let with = word_file(&with, &["Resolution 72/8 becomes resolution 72/8 A.", "See A/72/1."]);
    tracks_files(&without, &with);
    tracks_files(&with, &without);
}

#[test]
fn a_number_and_the_heading_below_it_stay_in_one_paragraph() {
    let text = |more: &str| {
        format!(
            "Resolution adopted by the General Assembly on 19 December 2017|\t72/8.\tHarbours|{TOP}{more}|\
             \t1.\tUrges States to keep lights;"
        )
    };
    let (without, with) = (text(""), text("|I\nLights and what they are for"));
    let (without, with) = (word_file(&without, &[]), word_file(&with, &[]));
    tracks_files(&without, &with);
    tracks_files(&with, &without);
}

#[test]
fn a_space_before_the_number_of_a_note_goes_and_comes_with_it() {
    let text = |words: &str| {
        format!(
            "Resolution adopted by the General Assembly on 19 December 2017|\t72/8.\tHarbours|{TOP}|\
             \t1.\tTakes note of the report of the Secretary-General on lights;^|\t2.\t{words}"
        )
    };
    let older = text("Urges States to act on that report without delay; {1}");
    let newer = text("Urges all States to act without any delay on the report;{1}");
    let (older, newer) = (word_file(&older, &["A/72/1."]), word_file(&newer, &["A/72/1."]));
    tracks_files(&older, &newer);
    tracks_files(&newer, &older);
}

#[test]
fn other_dashes_are_changes_of_word_files() {
    let text = |dash: char| {
        format!(
            "Resolution adopted by the General Assembly on 19 December 2017|\t72/8.\tHarbours|{TOP}|\
             \t1.\tUrges States to keep their lights {dash} by night and by day {dash} in good order;"
        )
    };
    let (older, newer) = (word_file(&text('–'), &[]), word_file(&text('—'), &[]));
    tracks_files(&older, &newer);
}

#[test]
fn of_texts_that_are_no_word_files_every_sign_is_a_change() {
    let text = |words: &str| {
        support::document(&format!(
            "{FRAME}OP Urges States to keep their lights {words};\nOP Decides to act;"
        ))
    };
    let (a, b) = (text("– by night – under item10"), text("— by night — under item 10"));
    let pairs = compare(&a, &b);
    let tracking = Tracking { author: "Ana", date: "2026-11-26T12:00:00Z" };
    let made = tracked_docx(WordSource::Neither, whole(&a), whole(&b), &pairs, tracking);
    let made = made.expect("written");
    assert_eq!(told(&read(&made)), told(&b));
    assert_eq!(told(&read(&turned_round(&made))), told(&a));
}

#[test]
fn a_row_without_words_holds_what_is_nothing_either_way() {
    let text = |more: &str| {
        format!(
            "Resolution adopted by the General Assembly on 19 December 2017|\t72/8.\tHarbours|{TOP}|\
             \t1.\tUrges States to keep these lights:{more}|\t2.\tInvites all ships to look out for them."
        )
    };
    let without = word_file(&text(""), &[]);
    let with = word_file(&text("|# North # 12|#  # |# South # 14"), &[]);
    tracks_files(&without, &with);
    let (a, b) = (read(&without), read(&with));
    let tracking = Tracking { author: "Ana", date: "2026-11-26T12:00:00Z" };
    for (a, b, source) in
        [(&a, &b, WordSource::Older(&without)), (&b, &a, WordSource::Older(&with))]
    {
        let made = tracked_docx(source, whole(a), whole(b), &compare(a, b), tracking);
        let mut zip = ZipArchive::new(Cursor::new(made.expect("written"))).expect("a zip file");
        let mut text = String::new();
        let mut part = zip.by_name("word/document.xml").expect("the text");
        part.read_to_string(&mut text).expect("text");
        let twice = text
            .split("<w:ins ")
            .filter(|it| it.split_once('>').is_some_and(|(_, inner)| inner.starts_with("<w:del ")));
        assert_eq!(twice.count(), 1, "a space put in and taken out in the one empty row");
    }
}
