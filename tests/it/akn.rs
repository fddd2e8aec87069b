//! Akoma Ntoso: what the United Nations marked is what is read. `fixtures/tides.xml` is invented,
//! in the manner of the UN's own files.

use crate::support;
use seized::{
    document::{Certainty, Document, Mark, Part, Problem, Shape, Span, Target},
    export, parse, source,
};

const TIDES: &str = include_str!("fixtures/tides.xml");

#[track_caller]
fn read(xml: &str) -> (Document, Vec<Problem>) {
    parse::parse(&source::read(xml.as_bytes().to_vec(), "test").expect("it can be read"))
}

/// One line a block: its name, its label where that stands apart, its words with their marks.
fn shown(document: &Document) -> String {
    let mut out = String::new();
    for block in &document.blocks {
        let mut words = String::new();
        let mut last = 0;
        for mark in &block.marks {
            words += &block.text[last..mark.at];
            words += &format!("{{{}}}", mark.label);
            last = mark.at;
        }
        words += &block.text[last..];
        out += &format!("{}|{}|{words}\n", block.cite, block.label);
    }
    for note in &document.footnotes {
        out += &format!("fn {}||{}\n", note.mark, note.text);
    }
    out
}

#[track_caller]
fn reads(xml: &str, expected: &str) {
    assert_eq!(shown(&read(xml).0), expected);
}

#[test]
fn blocks_marks_and_footnotes_are_as_they_are_marked() {
    reads(
        TIDES,
        "formula||The General Assembly,
PP1||Recalling its resolution 84/1 of 3 March 2030{1} and the reports of the moon,{2}
PP2||Noting Goal 14 and those reports,{2}
H1||Of the sea
OP1|1.|Decides to observe the tides:
OP1(a)|(a)|At noon;
OP1(b)|(b)|At midnight, as set out below:
T1||High Spring{1} 7 m
OP2|2.|Requests the Secretary-General to report on paragraph 1 above.
closing||70th plenary meeting
closing 2||4 May 2031
Annex||Annex
Annex.H1||Rules of the ebb
Annex.1|1.|The ebb is free.
fn 1||See Tides & Winds (A/84/5/Add.1).
fn 2||Ibid., annex.
",
    );
    assert_eq!(read(TIDES).1, []);
}

#[test]
fn the_head_is_what_the_file_records() {
    let head = read(TIDES).0.head;
    assert_eq!(head.symbol.as_ref().map(|symbol| symbol.as_str()), Some("A/RES/85/9"));
    assert_eq!(head.number.as_deref(), Some("85/9"));
    assert_eq!(head.title.as_deref(), Some("Decade of the tides"));
    assert_eq!(head.session.as_deref(), Some("Eighty-fifth session"));
    assert_eq!(head.agenda_items, ["12 (b)"]);
    assert_eq!(head.agenda_title.as_deref(), Some("Tides"));
    assert_eq!(head.adopted.map(|date| date.to_string()).as_deref(), Some("2031-05-04"));
    assert_eq!(head.issued.map(|date| date.to_string()).as_deref(), Some("2031-05-20"));
    assert_eq!(head.proposal.as_deref(), Some("A/85/77"));
    assert_eq!(head.job_number.as_deref(), Some("31-01234"));
    assert_eq!(head.meeting.as_deref(), Some("70th plenary meeting"));
    let vote = "Adopted by a recorded vote of 2 to 1, with no abstentions";
    assert_eq!(head.vote.as_deref(), Some(vote));
    let voting = head.voting.expect("it was voted on");
    assert_eq!(voting.counts[0].states, ["RURITANIA", "SYLDAVIA"]);
    let tags: Vec<String> = head.keywords.iter().filter_map(|keyword| keyword.tag()).collect();
    assert_eq!(tags, ["sdg/14", "unbis/marine-life"]);
}

#[test]
fn tables_keep_their_empty_cells() {
    let document = read(TIDES).0;
    let table = document.blocks.iter().find(|block| block.shape == Shape::Table).expect("a table");
    assert_eq!(table.rows, [["", "High"], ["Spring", "7 m"]]);
}

#[test]
fn links_lead_where_they_say_and_italics_are_openers() {
    let document = read(TIDES).0;
    let preambular = document.part(Part::Preamble).next().expect("a paragraph").1;
    assert_eq!(preambular.opener_words().expect("an opener"), "Recalling");
    let targets: Vec<(&str, String)> = document
        .passages()
        .flat_map(|passage| {
            let text = document.text(passage);
            document.references(passage).iter().map(move |reference| {
                let target = match &reference.target {
                    Target::Here(cite) => cite.to_string(),
                    Target::Document { symbol, .. } => symbol.as_str().to_owned(),
                };
                (&text[reference.range.clone()], target)
            })
        })
        .collect();
    let expected = [
        ("84/1", "A/RES/84/1"),
        ("paragraph 1 above", "OP1"),
        ("A/84/5/Add.1", "A/84/5/Add.1"),
        ("Ibid.", "A/84/5/Add.1"),
    ];
    assert_eq!(targets, expected.map(|(words, target)| (words, target.to_owned())));
}

#[test]
fn every_byte_has_an_owner() {
    let manuscript = source::read(TIDES.as_bytes().to_vec(), "test").expect("it can be read");
    let document = parse::parse(&manuscript).0;
    let mut at = 0;
    for tile in &document.tiles {
        assert_eq!(tile.span.start, at);
        at = tile.span.end;
    }
    assert_eq!(at, manuscript.text.len());
}

#[test]
fn files_in_other_encodings() {
    let utf16: Vec<u8> =
        TIDES.replace("UTF-8", "UTF-16").encode_utf16().flat_map(u16::to_le_bytes).collect();
    let with_mark = [b"\xff\xfe", &utf16[..]].concat();
    let manuscript = source::read(with_mark, "test").expect("it can be read");
    assert_eq!(shown(&parse::parse(&manuscript).0), shown(&read(TIDES).0));
}

#[track_caller]
fn refuses(xml: &str, why: &str) {
    let error = source::read(xml.as_bytes().to_vec(), "tides.xml").expect_err("it is damaged");
    let message = error.to_string();
    assert!(message.starts_with("tides.xml: ") && message.contains(why), "{message}");
    assert!(error.help().is_some());
}

#[test]
fn what_is_damaged_is_refused_in_words() {
    refuses(&TIDES[..TIDES.len() / 2], "ends in the middle");
    refuses("<akomaNtoso><p></q></akomaNtoso>", "damaged");
    refuses("<akomaNtoso></akomaNtoso>", "no text");
    refuses(&format!("<akomaNtoso>{}", "<p>".repeat(10_000)), "nested");
}

/// A document without what depends on the file it was in: places, debris, italics beyond openers,
/// and how sure the recogniser was.
fn bare(document: &Document) -> Document {
    let mut bare = document.clone();
    bare.tiles.clear();
    bare.debris.clear();
    bare.head.title_span = Span::default();
    let marks = bare.blocks.iter_mut().flat_map(|block| &mut block.marks);
    for mark in marks.chain(&mut bare.head.title_marks) {
        mark.span = Span::default();
        mark.certainty = Certainty::Sure;
    }
    for block in &mut bare.blocks {
        block.span = Span::default();
        block.italics.clear();
        block.label = block.label.split_whitespace().collect::<Vec<_>>().join(" ");
        if !block.marks.is_empty() {
            // Text has the marks of a table in its cells.
            block.rows.clear();
        }
    }
    for note in &mut bare.footnotes {
        note.span = Span::default();
        note.italics.clear();
    }
    bare
}

/// Writes a document and reads it again: the same, and from then on to the last byte.
fn differs_when_written(document: &Document) -> Option<String> {
    let written = export::akn(document);
    let again = match source::read(written.into_bytes(), "written") {
        Ok(manuscript) => parse::parse(&manuscript).0,
        Err(error) => return Some(format!("{error}")),
    };
    let (one, two) = (format!("{:#?}", bare(document)), format!("{:#?}", bare(&again)));
    let mut lines = one.lines().zip(two.lines());
    let text_before = |line: &str| {
        let before = one.lines().take_while(|other| *other != line);
        before.filter(|line| line.contains("text: ")).last().unwrap_or_default().to_owned()
    };
    // A line break within a paragraph of Word is a space in XML.
    if let Some((one, two)) = lines.find(|(a, b)| a != b && !a.contains("\\u{2028}")) {
        return Some(format!("{one}\n{two}\nbehind {}", text_before(one)));
    }
    if one.lines().count() != two.lines().count() {
        return Some("more or fewer footnotes".into());
    }
    let third = export::akn(&again);
    (third != export::akn(&parse::parse(&source::read(third.clone().into_bytes(), "").ok()?).0))
        .then(|| "written twice it differs".into())
}

#[test]
fn what_is_written_is_read_as_the_same_document() {
    let sample = include_str!("../../assets/A_RES_72_247.txt");
    for text in [TIDES, sample] {
        assert_eq!(differs_when_written(&read(text).0), None);
    }
}

#[test]
fn a_meeting_above_the_text_and_a_head_without_title_are_read_again() {
    let text = "Resolution 1013 (1995)\n\nAdopted by the Security Council at its 3574th meeting, on 7 \
                September 1995\n\nThe Security Council,\n\nRecalling its resolution 918 (1994),\n\n1. \
                Requests the Secretary-General to report;\n\n2. Decides to remain seized of the matter.\n";
    let (document, _) = read(text);
    assert_eq!(document.head.meeting.as_deref(), Some("3574th meeting"));
    assert_eq!(document.head.title, None);
    assert_eq!(differs_when_written(&document), None);
}

#[test]
fn a_doubtful_mark_is_read_again_as_doubtful_and_its_digits_stay_among_the_words() {
    let text = "A/RES/78/200\n\n78/200. Marks\n\nThe General Assembly,\n\nRecalling its report,1 the \
                emissions of CO2 and the Covenants,\n\n1. Decides to act.3\n\n1 See A/78/1.\n2 A/78/2.\n\
                3 A/78/3.\n";
    let (document, _) = read(text);
    let doubtful = |document: &Document| -> Vec<(String, String)> {
        let marks = document.blocks.iter().flat_map(|block| {
            let is_weak = |mark: &&Mark| mark.certainty == Certainty::Weak;
            let before = |mark: &Mark| block.text[..mark.kept_in_words().end].to_owned();
            block.marks.iter().filter(is_weak).map(move |mark| (mark.label.clone(), before(mark)))
        });
        marks.collect()
    };
    let found = doubtful(&document);
    assert_eq!(found.len(), 1, "{found:?}");
    assert!(found[0].0 == "2" && found[0].1.ends_with("CO2"), "{found:?}");
    let written = source::read(export::akn(&document).into_bytes(), "written").expect("it is XML");
    assert_eq!(doubtful(&parse::parse(&written).0), found);
    assert_eq!(differs_when_written(&document), None);
}

#[test]
#[ignore = "reads the corpus: SEIZED_CORPUS, or ../shared/corpus"]
fn every_document_of_the_corpus_is_written_and_read_as_the_same() {
    let corpus = support::corpus();
    // One file of eight, spread over all folders; SEIZED_ALL reads them all.
    let step = if std::env::var_os("SEIZED_ALL").is_some() { 1 } else { 8 };
    let (mut count, mut different) = (0, Vec::new());
    for folder in ["akn", "sc-text", "docx"] {
        for file in support::files(&corpus.join(folder)).into_iter().step_by(step) {
            let bytes = std::fs::read(&file).expect("a file of the corpus");
            let Ok(manuscript) = source::read(bytes, "") else { continue };
            count += 1;
            let difference = differs_when_written(&parse::parse(&manuscript).0);
            different.extend(difference.map(|what| format!("{}: {what}", file.display())));
        }
    }
    assert!(
        count > 0 && different.is_empty(),
        "{} of {count}\n{}",
        different.len(),
        different.join("\n")
    );
}

#[test]
fn damage_is_answered() {
    support::formats::answers_damaged(TIDES.as_bytes(), 400);
}
