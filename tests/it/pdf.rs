//! PDF files → text: by tags and by places, and what becomes of files that are broken or hostile.

#![allow(clippy::print_stdout, reason = "figures for who asks for them")]

use crate::support;
use std::{env, fs, time::Duration, time::Instant};

use crate::support::pdf::{PdfFile, untagged, words};
use seized::{
    document::Document,
    error::Error,
    manuscript::{Fact, Manuscript},
    parse::parse,
    source::pdf::{Tags, read_with},
};

fn manuscript(bytes: Vec<u8>) -> Manuscript {
    read_with(bytes, "test.pdf", Tags::Read).expect("a PDF that can be read")
}

/// The lines of a file that are text, without the tabs in front.
fn lines(manuscript: &Manuscript) -> Vec<&str> {
    let is_debris = |line: &str| {
        let start = line.as_ptr() as usize - manuscript.text.as_ptr() as usize;
        let facts = manuscript.evidence.iter().filter(|e| matches!(e.fact, Fact::Debris(_)));
        facts.into_iter().any(|e| e.span.start <= start && start < e.span.end)
    };
    manuscript
        .text
        .lines()
        .filter(|line| !is_debris(line))
        .map(|line| line.trim_start_matches('\t'))
        .collect()
}

#[track_caller]
fn reads(bytes: Vec<u8>, expected: &[&str]) {
    assert_eq!(lines(&manuscript(bytes)), expected);
}

#[track_caller]
fn fails(bytes: Vec<u8>, expected: &str) {
    match seized::source::read(bytes, "test.pdf") {
        Err(Error::Format { why, .. }) => assert!(why.contains(expected), "{why}"),
        other => panic!("it was read: {other:?}"),
    }
}

/// A page: a head, text with a mark, a note below a rule, a number.
fn ordinary_pages() -> Vec<String> {
    let first = [
        words(120.0, 700.0, "F", 10.0, "The General Assembly,"),
        words(150.0, 680.0, "I", 10.0, "Recalling"),
        words(197.5, 680.0, "F", 10.0, "the Covenants on Human Rights in 2016"),
        words(382.5, 684.0, "F", 6.5, "1"),
        words(389.0, 680.0, "F", 10.0, "and other relevant instru-"),
        words(
            120.0,
            668.0,
            "F",
            10.0,
            "ments, and the instruments that it has adopted with the consent of all States, and",
        ),
        "60 110 144 0.5 re f\n".to_owned(),
        words(140.0, 100.0, "F", 5.5, "1"),
        words(146.0, 96.0, "F", 8.5, "Resolution 217 A (III)."),
        words(60.0, 40.0, "F", 8.5, "17-23331"),
        words(520.0, 40.0, "F", 8.5, "1/2"),
    ];
    let second = [
        words(60.0, 740.0, "F", 8.5, "A/RES/99/1"),
        words(120.0, 700.0, "F", 10.0, "their peoples,"),
        words(150.0, 682.0, "F", 10.0, "1."),
        words(174.0, 682.0, "I", 10.0, "Decides"),
        words(211.5, 682.0, "F", 10.0, "to remain seized of the matter."),
        words(60.0, 40.0, "F", 8.5, "2/2"),
        words(520.0, 40.0, "F", 8.5, "17-23331"),
    ];
    vec![first.concat(), second.concat()]
}

#[test]
fn places_tell_paragraphs_marks_and_notes() {
    reads(
        untagged(&ordinary_pages()),
        &[
            "The General Assembly,",
            "Recalling the Covenants on Human Rights in 20161 and other relevant instruments, and the \
             instruments that it has adopted with the consent of all States, and their peoples,",
            "1.\tDecides to remain seized of the matter.",
            "1 \tResolution 217 A (III).",
        ],
    );
}

#[test]
fn a_mark_is_told_from_the_year_before_it() {
    let manuscript = manuscript(untagged(&ordinary_pages()));
    let marks: Vec<_> = manuscript.evidence.iter().filter(|e| e.fact == Fact::Mark).collect();
    assert_eq!(marks.len(), 2, "in the text and before the note");
    assert!(manuscript.text[..marks[0].span.start].ends_with("in 2016"));
    let (document, _) = parse(&manuscript);
    assert_eq!(document.footnotes.len(), 1);
    assert_eq!(document.blocks[1].marks.len(), 1);
    assert!(document.blocks[1].text.contains("in 2016 and other"));
}

#[test]
fn heads_and_numbers_of_pages_are_debris() {
    let manuscript = manuscript(untagged(&ordinary_pages()));
    let debris = |e: &&seized::manuscript::Evidence| matches!(e.fact, Fact::Debris(_));
    let found: Vec<&str> = manuscript
        .evidence
        .iter()
        .filter(debris)
        .map(|e| &manuscript.text[e.span.range()])
        .collect();
    assert_eq!(found, ["17-23331", "1/2", "A/RES/99/1", "2/2", "17-23331"]);
}

#[test]
fn two_columns_are_read_one_after_the_other() {
    let column = |x: f64, word: &str| -> String {
        let line = |i: usize| {
            let end = if i == 9 { "." } else { "" };
            words(
                x,
                700.0 - 12.0 * i as f64,
                "F",
                10.0,
                &format!("{word} goes on in line number 3{i} of the text{end}"),
            )
        };
        (0..10).map(line).collect()
    };
    let manuscript = manuscript(untagged(&[column(60.0, "left") + &column(330.0, "right")]));
    let text = manuscript.text;
    let (left, right) = (text.rfind("left").unwrap_or(0), text.find("right").unwrap_or(0));
    assert!(0 < left && left < right, "{text}");
}

#[test]
fn notes_below_a_rule_need_no_raised_number() {
    let page = [
        words(120.0, 700.0, "F", 10.0, "The General Assembly,"),
        words(150.0, 680.0, "F", 10.0, "Recalling its resolution 70/1,"),
        words(300.0, 684.0, "F", 6.5, "1"),
        words(310.0, 680.0, "F", 10.0, "and everything it has said of this before"),
        words(120.0, 668.0, "F", 10.0, "and since,"),
        words(150.0, 648.0, "F", 10.0, "Noting the report,"),
        words(240.0, 652.0, "F", 6.5, "2"),
        "60 92 120 0.5 re f\n".to_owned(),
        words(60.0, 80.0, "F", 8.5, "1"),
        words(78.0, 80.0, "F", 8.5, "See resolution 69/1."),
        words(60.0, 69.0, "F", 8.5, "2"),
        words(78.0, 69.0, "F", 8.5, "A/74/133."),
        words(60.0, 40.0, "F", 8.5, "20-12345"),
    ];
    reads(
        untagged(&[page.concat()]),
        &[
            "The General Assembly,",
            "Recalling its resolution 70/1,1 and everything it has said of this before and since,",
            "Noting the report,2",
            "1 \tSee resolution 69/1.",
            "2 \tA/74/133.",
        ],
    );
}

#[test]
fn words_spread_to_both_edges_are_no_table() {
    let spread = |y: f64, line: &[&str]| -> String {
        let letters: usize = line.iter().map(|word| word.len()).sum();
        let gap = (380.0 - 5.0 * letters as f64) / (line.len() - 1) as f64;
        let place = |x: &mut f64, word: &&str| {
            let here = words(*x, y, "F", 10.0, word);
            *x += 5.0 * word.len() as f64 + gap;
            Some(here)
        };
        line.iter().scan(120.0, place).collect()
    };
    let page = [
        spread(700.0, &["Reaffirming", "internationally", "acknowledged", "responsibilities"]),
        spread(688.0, &["of", "nongovernmental", "representatives", "everywhere", "and"]),
        spread(676.0, &["notwithstanding", "misunderstandings", "between", "them", "all"]),
        words(120.0, 664.0, "F", 10.0, "for ever,"),
    ];
    reads(
        untagged(&[page.concat()]),
        &["Reaffirming internationally acknowledged responsibilities of nongovernmental \
           representatives everywhere and notwithstanding misunderstandings between them all for ever,"],
    );
}

/// Text that ends at `x` on the right and is read from there, in pieces that are each read one way;
/// every letter is half its size wide.
fn leftwards(x: f64, y: f64, size: f64, pieces: &[&str]) -> String {
    let mut right = x;
    let mut content = String::new();
    for piece in pieces {
        let is_arabic = piece.chars().any(|c| ('\u{600}'..'\u{700}').contains(&c));
        let seen: String =
            if is_arabic { piece.chars().rev().collect() } else { (*piece).to_owned() };
        let codes: String = seen.chars().map(|c| format!("{:04X}", u32::from(c))).collect();
        right -= size / 2.0 * seen.chars().count() as f64;
        content += &format!("BT /A {size} Tf 1 0 0 1 {right} {y} Tm <{codes}> Tj ET\n");
    }
    content
}

/// A file of one page in a font whose codes are Unicode.
fn in_unicode(content: &str) -> Vec<u8> {
    let mut file = PdfFile::default();
    let cmap = file.add_stream(
        "",
        b"/CIDInit /ProcSet findresource begin begincmap 1 begincodespacerange <0000> <FFFF> \
          endcodespacerange 3 beginbfrange <0020> <007E> <0020> <0600> <06FF> <0600> <FEF0> <FEFC> \
          <FEF0> endbfrange endcmap end",
    );
    let font = file.add(format!(
        "<< /Type /Font /Subtype /Type0 /BaseFont /X /Encoding /Identity-H /ToUnicode {cmap} 0 R \
         /DescendantFonts [<< /Type /Font /Subtype /CIDFontType2 /DW 500 >>] >>"
    ));
    let stream = file.add_stream("", content.as_bytes());
    let page = file.add(format!(
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents {stream} 0 R /Resources \
         << /Font << /A {font} 0 R >> >> >>"
    ));
    file.build(&[page], "", "")
}

#[test]
fn pages_that_are_read_from_right_to_left() {
    let page = [
        leftwards(480.0, 700.0, 10.0, &["إن الجمعية العامة،"]),
        leftwards(450.0, 680.0, 10.0, &["إذ تشير إلى قرارها ", "53/144"]),
        leftwards(320.0, 684.0, 6.5, &["(", "1", ")"]),
        leftwards(308.0, 680.0, 10.0, &[" المؤرخ ", "9", " كانون الأول، وإلى سائر قراراتها"]),
        leftwards(480.0, 668.0, 10.0, &["ذات الصلة (", "A/74/11", ")،"]),
        leftwards(450.0, 648.0, 10.0, &["1", " - تقرر ذلك\u{64f}."]),
        "440 110 100 0.5 re f\n".to_owned(),
        leftwards(
            540.0,
            96.0,
            8.5,
            &["(", "1", ") انظر القرار ", "217", " ألف (د-", "3", ")", "."],
        ),
    ];
    reads(
        in_unicode(&page.concat()),
        &[
            "إن الجمعية العامة،",
            "إذ تشير إلى قرارها 53/144(1) المؤرخ 9 كانون الأول، وإلى سائر قراراتها ذات الصلة \
             (A/74/11)،",
            "1 - تقرر ذلك\u{64f}.",
            "1 \tانظر القرار 217 ألف (د-3).",
        ],
    );
}

/// A word of another script in a file that is read from left to right stays as its author says.
#[test]
fn an_arabic_word_among_latin_ones() {
    let word = "ActualText <FEFF0633064406270645>"; // سلام
    let content = format!(
        "{}/Span <</{word}>> BDC\n{}EMC\n{}",
        words(100.0, 700.0, "F", 10.0, "The word"),
        words(145.0, 700.0, "F", 10.0, "????"),
        words(170.0, 700.0, "F", 10.0, "means peace.")
    );
    reads(untagged(&[content]), &["The word \u{633}\u{644}\u{627}\u{645} means peace."]);
}

/// Nothing here takes time by the square of a line's length; who breaks that will notice.
#[test]
fn a_line_of_a_hundred_thousand_numbers_comes_to_an_end() {
    let many = ["1 ", "1)", "(1"].map(|piece| piece.repeat(30_000));
    for piece in &many {
        let page = leftwards(480.0, 700.0, 10.0, &["إن الجمعية العامة في دورتها السابعة"]);
        let letters = leftwards(480.0, 680.0, 10.0, &["ا"; 100]).repeat(1_000);
        let page = page + &letters + &leftwards(480.0, 640.0, 10.0, &[piece]);
        assert!(manuscript(in_unicode(&page)).text.contains("الجمعية العامة"));
    }
}

#[test]
fn brackets_and_ligatures_as_they_are_seen() {
    // Brackets by the shape they have on the page, and a ligature of two letters.
    let page = [
        leftwards(480.0, 700.0, 10.0, &["إن الجمعية العامة )الدورة("]),
        leftwards(480.0, 650.0, 10.0, &["وقراراتها )انظر المرفق( \u{fefb} غير"]),
    ];
    reads(
        in_unicode(&page.concat()),
        &["إن الجمعية العامة (الدورة)", "وقراراتها (انظر المرفق) لا غير"],
    );
}

/// A tagged file: a heading, a paragraph with a note at its mark, one that a page parts, a table.
fn tagged() -> Vec<u8> {
    let say = |id: usize, tag: &str, content: String| {
        format!("/{tag} <</MCID {id}>> BDC\n{content}EMC\n")
    };
    let first = [
        format!("/Artifact BMC\n{}EMC\n", words(60.0, 740.0, "B", 12.0, "United Nations")),
        say(0, "H1", words(120.0, 700.0, "B", 14.0, "The title")),
        say(1, "P", words(150.0, 680.0, "F", 10.0, "Recalling its resolution 1,")),
        say(2, "Span", words(290.0, 684.0, "F", 6.5, "1")),
        say(
            3,
            "P",
            words(140.0, 100.0, "F", 5.5, "1") + &words(146.0, 96.0, "F", 8.5, " See A/1."),
        ),
        say(
            4,
            "P",
            words(150.0, 660.0, "F", 10.0, "Noting the long way that this paragraph has to go,")
                + &words(120.0, 648.0, "F", 10.0, "and where"),
        ),
    ];
    let second = [
        say(0, "P", words(120.0, 700.0, "F", 10.0, "it ends,")),
        say(1, "TD", words(120.0, 650.0, "F", 10.0, "Office")),
        say(2, "TD", words(320.0, 650.0, "F", 10.0, "100")),
    ];
    let mut file = PdfFile::default();
    let (one, two) = (file.add_page(&first.concat()), file.add_page(&second.concat()));
    let root = file.next();
    file.add(format!(
        "<< /Type /StructTreeRoot /RoleMap << /Footnote /Note >> /K << /S /Document /K [
        << /S /H1 /Pg {one} 0 R /K 0 >>
        << /S /P /Pg {one} 0 R /K [1 << /S /Link /K [2 << /S /Footnote /K << /S /P /Pg {one} 0 R /K 3 >> >>] >>] >>
        << /S /P /Pg {one} 0 R /K [4] >>
        << /S /P /Pg {two} 0 R /K [<< /Type /MCR /MCID 0 >>] >>
        << /S /Table /Pg {two} 0 R /K << /S /TR /K [<< /S /TD /K 1 >> << /S /TD /K 2 >>] >> >>
        ] >> >>"
    ));
    file.build(&[one, two], &format!("/StructTreeRoot {root} 0 R /MarkInfo << /Marked true >>"), "")
}

#[test]
fn tags_tell_paragraphs_marks_and_notes() {
    reads(
        tagged(),
        &[
            "The title",
            "Recalling its resolution 1,1",
            "Noting the long way that this paragraph has to go, and where it ends,",
            "Office",
            "100",
            "1 \tSee A/1.",
        ],
    );
    let manuscript = manuscript(tagged());
    let heading = manuscript.evidence.iter().find(|e| e.fact == Fact::Heading).expect("a heading");
    assert_eq!(&manuscript.text[heading.span.range()], "The title");
    assert_eq!(manuscript.evidence.iter().filter(|e| e.fact == Fact::Cell).count(), 2);
}

#[test]
fn notes_that_are_tagged_behind_the_text() {
    let say = |id: usize, content: String| format!("/P <</MCID {id}>> BDC\n{content}EMC\n");
    let page = [
        say(0, words(150.0, 680.0, "F", 10.0, "Recalling its resolution 1,")),
        say(1, words(290.0, 684.0, "F", 6.5, "1")),
        say(2, words(150.0, 660.0, "F", 10.0, "Noting its resolution 2,")),
        say(3, words(140.0, 100.0, "F", 8.5, "1") + &words(158.0, 100.0, "F", 8.5, "See A/1.")),
    ];
    let mut file = PdfFile::default();
    let one = file.add_page(&page.concat());
    let root = file.next();
    file.add(format!(
        "<< /Type /StructTreeRoot /K << /S /Document /Pg {one} 0 R /K [
        << /S /P /K [0 1] >> << /S /P /K 2 >> << /S /Note /K << /S /P /K 3 >> >> ] >> >>"
    ));
    reads(
        file.build(&[one], &format!("/StructTreeRoot {root} 0 R"), ""),
        &["Recalling its resolution 1,1", "Noting its resolution 2,", "1 \tSee A/1."],
    );
}

#[test]
fn what_no_tag_claims_is_kept_as_debris() {
    assert!(manuscript(tagged()).text.ends_with("United Nations\n"));
}

#[test]
fn fonts_say_what_their_codes_are() {
    let mut file = PdfFile::default();
    let cmap = file.add_stream(
        "",
        b"/CIDInit /ProcSet findresource begin begincmap 1 begincodespacerange <0000> <FFFF> \
          endcodespacerange 2 beginbfchar <0001> <00DC> <0002> <006600660069> endbfchar \
          1 beginbfrange <0010> <0012> <0061> endbfrange endcmap end",
    );
    let composite = file.add(format!(
        "<< /Type /Font /Subtype /Type0 /BaseFont /X /Encoding /Identity-H /ToUnicode {cmap} 0 R \
         /DescendantFonts [<< /Type /Font /Subtype /CIDFontType2 /DW 500 /W [1 [500 1500]] >>] >>"
    ));
    let simple = file.add(
        "<< /Type /Font /Subtype /Type1 /BaseFont /Y /FirstChar 0 /Widths [] /Encoding \
         << /BaseEncoding /WinAnsiEncoding /Differences [1 /Euro /quoteright /uni0416] >> >>",
    );
    let chinese = file.add(
        "<< /Type /Font /Subtype /Type0 /BaseFont /Z /Encoding /GBK-EUC-H \
         /DescendantFonts [<< /Type /Font /Subtype /CIDFontType0 >>] >>",
    );
    let content = file.add_stream(
        "",
        b"BT /C 10 Tf 1 0 0 1 100 700 Tm <00010002001000110012> Tj ET \
          BT /S 10 Tf 1 0 0 1 300 600 Tm (\\001\\002\\003x\\223) Tj ET \
          BT /G 10 Tf 1 0 0 1 100 450 Tm <C1AABACFB9FA41> Tj ET",
    );
    let page = file.add(format!(
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents {content} 0 R /Resources \
         << /Font << /C {composite} 0 R /S {simple} 0 R /G {chinese} 0 R >> >> >>"
    ));
    reads(file.build(&[page], "", ""), &["Üffiabc", "€’Жx“", "联合国A"]);
}

#[test]
fn the_author_may_say_what_is_really_written() {
    let content = format!(
        "{}/Span <</ActualText (fi)>> BDC\n{}EMC\n",
        words(100.0, 700.0, "F", 10.0, "of"),
        words(110.0, 700.0, "F", 10.0, "?")
    );
    reads(untagged(&[content]), &["offi"]);
}

#[test]
fn links_lead_where_their_boxes_say() {
    let mut file = PdfFile::default();
    let content =
        words(120.0, 700.0, "F", 10.0, "Recalling its resolution 70/1 (2015), and others,");
    let stream = file.add_stream("", content.as_bytes());
    let link = |rect: &str, to: &str| format!("<< /Subtype /Link /Rect [{rect}] {to} >>");
    let page = file.add(format!(
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents {stream} 0 R \
         /Resources << /Font 3 0 R >> /Annots [{} {}] >>",
        link("244 698 308 710", "/A << /S /URI /URI (https://undocs.org/en/A/RES/70/1) >>"),
        link("320 698 340 710", "/Dest [0 /Fit]"),
    ));
    let manuscript = manuscript(file.build(&[page], "", ""));
    let links: Vec<(&str, &Fact)> = manuscript
        .evidence
        .iter()
        .filter(|e| matches!(e.fact, Fact::Link(_)))
        .map(|e| (&manuscript.text[e.span.range()], &e.fact))
        .collect();
    let address = Fact::Link("https://undocs.org/en/A/RES/70/1".to_owned());
    assert_eq!(links, [("70/1 (2015), ", &address)]);
    let (document, _) = parse(&manuscript);
    let reference = &document.blocks[0].references[0];
    assert_eq!(&document.blocks[0].text[reference.range.clone()], "70/1 (2015)");
}

#[test]
fn files_that_hold_no_text_say_so() {
    fails(untagged(&["".into()]), "has no text");
    let mut file = PdfFile::default();
    let image = file.add_stream("/Type /XObject /Subtype /Image /Width 1 /Height 1", b"x");
    let content = file.add_stream("", b"/Scan Do");
    let page = file.add(format!(
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents {content} 0 R \
         /Resources << /XObject << /Scan {image} 0 R >> >> >>"
    ));
    fails(file.build(&[page], "", ""), "pictures of pages and no text");
}

#[test]
fn protected_and_broken_files_say_so() {
    let locked = "/Encrypt << /Filter /Standard /V 1 /R 2 /P -4 \
                  /O <0000000000000000000000000000000000000000000000000000000000000000> \
                  /U <0000000000000000000000000000000000000000000000000000000000000000> >> /ID [<00> <00>]";
    let mut file = PdfFile::default();
    let page = file.add_page(&words(100.0, 700.0, "F", 10.0, "secret"));
    fails(file.build(&[page], "", locked), "password");
    fails(b"%PDF-1.7\n".to_vec(), "damaged");
    fails([b"%PDF-1.7\n".to_vec(), vec![0; 8 << 20]].concat(), "damaged");
}

#[test]
fn a_file_cut_short_gives_what_is_left_or_a_message() {
    let whole = tagged();
    for end in (0..whole.len()).step_by(97) {
        let _ = seized::source::read(whole[..end].to_vec(), "test.pdf");
    }
    // Without its table of objects a file is still read.
    let table = whole.windows(4).rposition(|w| w == b"xref").unwrap_or(0);
    let kept = seized::source::read(whole[..table].to_vec(), "test.pdf").map(|m| m.text);
    assert!(kept.is_ok_and(|text| text.contains("Recalling its resolution")));
}

fn deflated(zeros: usize) -> Vec<u8> {
    use std::io::Write;
    let mut encoder = flate2::write::ZlibEncoder::new(Vec::new(), flate2::Compression::best());
    let block = vec![b' '; 1 << 20];
    for _ in 0..zeros >> 20 {
        encoder.write_all(&block).expect("memory");
    }
    encoder.finish().expect("memory")
}

#[test]
fn bombs_are_told_before_they_go_off() {
    let mut file = PdfFile::default();
    let stream = file.add_stream("/Filter /FlateDecode", &deflated(256 << 20));
    let page = file.add(format!("<< /Type /Page /Parent 2 0 R /Contents {stream} 0 R >>"));
    fails(file.build(&[page], "", ""), "unpacks to more");
}

#[test]
fn cycles_and_depths_come_to_an_end() {
    // A form that shows itself twice, and pages and tags that are their own children.
    let mut file = PdfFile::default();
    let form = file.next();
    let own =
        format!("/Type /XObject /Subtype /Form /Resources << /XObject << /X {form} 0 R >> >>");
    file.add_stream(&own, b"/X Do /X Do /X Do /X Do");
    let content = file.add_stream("", (words(99.0, 700.0, "F", 9.0, "text") + "/X Do").as_bytes());
    let page = file.add(format!(
        "<< /Type /Page /Parent 2 0 R /Contents {content} 0 R /Resources << /Font 3 0 R /XObject << /X {form} 0 R >> >> >>"
    ));
    let root = file.next();
    file.add(format!(
        "<< /Type /StructTreeRoot /S /P /K [{root} 0 R {root} 0 R << /K {root} 0 R >>] >>"
    ));
    let bytes = file.build(&[page, 2, 2], &format!("/StructTreeRoot {root} 0 R"), "");
    let _ = seized::source::read(bytes, "test.pdf");
    for nested in ["[", "<< /K ", "(", "q "] {
        let mut file = PdfFile::default();
        let deep = nested.repeat(100_000);
        let page = file.add_page(&(deep.clone() + &words(99.0, 700.0, "F", 9.0, "text")));
        let root = file.next();
        file.add(format!("<< /Type /StructTreeRoot /K {deep} >>"));
        let bytes = file.build(&[page], &format!("/StructTreeRoot {root} 0 R"), "");
        let _ = seized::source::read(bytes, "test.pdf");
    }
}

#[test]
fn brackets_without_end_are_damage() {
    fails([b"%PDF-1.7\n".to_vec(), b"<< ".repeat(1_000_000)].concat(), "damaged");
    fails([b"%PDF-1.7\n".to_vec(), b"1 0 obj [".repeat(1_000_000)].concat(), "damaged");
    fails([b"%PDF-1.7\n".to_vec(), b"1 0 obj ((".repeat(1_000_000)].concat(), "damaged");
}

/// A generator of numbers that are the same on every run (xorshift).
struct Numbers(u64);

impl Numbers {
    fn next(&mut self, below: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 % below.max(1) as u64) as usize
    }

    /// Bytes with a few of them changed, moved, doubled or lost.
    fn spoil(&mut self, bytes: &[u8]) -> Vec<u8> {
        const WORDS: [&[u8]; 12] = [
            b"obj",
            b"stream",
            b"0 R",
            b"<<",
            b">>",
            b"[",
            b"-1",
            b"99999999999",
            b"/K",
            b"/Length",
            b"endobj",
            b"/Kids",
        ];
        let mut bytes = bytes.to_vec();
        for _ in 0..=self.next(6) {
            let at = self.next(bytes.len());
            let end = (at + self.next(40)).min(bytes.len());
            match self.next(6) {
                0 => bytes.truncate(at),
                1 => drop(bytes.drain(at..end)),
                2 => {
                    let piece = bytes[at..end].to_vec();
                    let to = self.next(bytes.len());
                    drop(bytes.splice(to..to, piece));
                }
                3 => {
                    let word = WORDS[self.next(WORDS.len())];
                    drop(bytes.splice(at..at, word.iter().copied()));
                }
                4 => {
                    if let Some(byte) = bytes[at..].iter_mut().find(|byte| byte.is_ascii_digit()) {
                        *byte = b'0' + self.next(10) as u8;
                    }
                }
                _ => {
                    if let Some(byte) = bytes.get_mut(at) {
                        *byte = self.next(256) as u8;
                    }
                }
            }
            if bytes.is_empty() {
                break;
            }
        }
        bytes
    }
}

/// Reads a spoilt file both ways, and understands it; what matters is that it comes back.
fn survives(bytes: &[u8]) {
    for tags in [Tags::Read, Tags::Ignore] {
        if let Ok(manuscript) = read_with(bytes.to_vec(), "test.pdf", tags) {
            let _ = parse(&manuscript);
        }
    }
}

/// Every kind of damage ends in a text or in a message. `SEIZED_FUZZ_SECONDS` lets it run longer,
/// over the files of the corpus too.
#[test]
fn spoilt_files_never_panic() {
    let seconds = env::var("SEIZED_FUZZ_SECONDS").ok().and_then(|n| n.parse().ok());
    let mut whole = vec![tagged(), untagged(&ordinary_pages())];
    if seconds.is_some() {
        whole.extend(
            corpus_files("pdf")
                .into_iter()
                .chain(corpus_files("pdf-official"))
                .map(|(_, bytes)| bytes),
        );
    }
    let mut numbers = Numbers(seconds.map_or(0x5EED, |n: u64| n | 1));
    let (started, mut slowest, mut runs) = (Instant::now(), Duration::ZERO, 0);
    while seconds.map_or(runs < 1_500, |seconds| started.elapsed() < Duration::from_secs(seconds)) {
        let spoilt = numbers.spoil(&whole[runs % whole.len()]);
        let before = Instant::now();
        if seconds.is_some() {
            // What kills the process is found in this file.
            fs::write(env::temp_dir().join("seized-spoilt.pdf"), &spoilt)
                .expect("a temporary file");
        }
        survives(&spoilt);
        slowest = slowest.max(before.elapsed());
        runs += 1;
    }
    if seconds.is_some() {
        println!("{runs} spoilt files, the slowest took {slowest:?}");
    }
}

fn corpus_files(folder: &str) -> Vec<(String, Vec<u8>)> {
    let folder = support::corpus().join(folder);
    let entries = fs::read_dir(folder).expect("the folder is part of the corpus");
    let mut paths: Vec<_> = entries.flatten().map(|entry| entry.path()).collect();
    paths.sort();
    let name = |path: &std::path::Path| {
        path.file_stem().unwrap_or_default().to_string_lossy().into_owned()
    };
    paths.iter().filter_map(|path| Some((name(path), fs::read(path).ok()?))).collect()
}

/// A resolution read both ways.
fn both(bytes: &[u8]) -> [Document; 2] {
    [Tags::Read, Tags::Ignore].map(|tags| {
        parse(&read_with(bytes.to_vec(), "corpus", tags).expect("a PDF that can be read")).0
    })
}

/// What is wrong with a document that was read: footnotes out of order or without a mark.
fn faults(document: &Document, name: &str) -> Vec<String> {
    let mut faults = Vec::new();
    let numbers: Vec<u32> =
        document.footnotes.iter().filter_map(|note| note.mark.parse().ok()).collect();
    if !numbers.iter().copied().eq(1..=numbers.len() as u32) {
        faults.push(format!("footnotes {numbers:?}"));
    }
    let marks =
        || document.head.title_marks.iter().chain(document.blocks.iter().flat_map(|b| &b.marks));
    for number in &numbers {
        if !marks().any(|mark| mark.label == number.to_string()) {
            faults.push(format!("no mark {number}"));
        }
    }
    let symbol = document.head.symbol.as_ref().map_or("", |symbol| symbol.as_str());
    let plain: String = symbol.split(" (").next().unwrap_or_default().replace('/', "_");
    if plain != name {
        faults.push(format!("symbol {symbol}"));
    }
    faults
}

#[test]
#[ignore = "reads the corpus: SEIZED_CORPUS, or ../shared/corpus"]
fn official_files_read_the_same_by_tags_and_by_places() {
    let (mut paragraphs, mut same, mut marks, mut same_marks) = (0, 0, 0, 0);
    let mut faulty = [Vec::new(), Vec::new()];
    for (name, bytes) in corpus_files("pdf-official") {
        let documents = both(&bytes);
        for (document, faulty) in documents.iter().zip(&mut faulty) {
            let faults = faults(document, &name);
            if !faults.is_empty() {
                faulty.push((name.clone(), faults));
            }
        }
        let [by_tags, by_places] = documents;
        let texts: Vec<&str> = by_places.blocks.iter().map(|block| block.text.as_str()).collect();
        for block in by_tags.blocks.iter().filter(|block| block.rows.is_empty()) {
            paragraphs += 1;
            same += usize::from(texts.contains(&block.text.as_str()));
            marks += block.marks.len();
            // A text may stand there several times: its twin is the one of the same place.
            let twin = by_places
                .blocks
                .iter()
                .filter(|other| other.text == block.text)
                .max_by_key(|other| other.cite == block.cite);
            let has = |mark: &&seized::document::Mark| {
                twin.is_some_and(|twin| {
                    twin.marks.iter().any(|m| m.at == mark.at && m.label == mark.label)
                })
            };
            same_marks += block.marks.iter().filter(has).count();
        }
    }
    assert!(paragraphs > 0);
    println!("paragraphs {same}/{paragraphs}, marks {same_marks}/{marks}, faults {faulty:#?}");
    assert!(faulty[0].len() <= 1 && faulty[1].len() <= 3, "{faulty:#?}");
    assert!(same * 100 >= paragraphs * 98 && same_marks * 100 >= marks * 98);
}

/// The texts of a document: blocks that are no tables, and notes.
fn texts(document: &Document) -> Vec<String> {
    let blocks = document.blocks.iter().filter(|block| block.rows.is_empty()).map(|b| &b.text);
    let notes = document.footnotes.iter().map(|note| &note.text);
    let plain = |text: &String| text.replace(['\u{2010}', '\u{2011}'], "-").replace('\u{a0}', " ");
    blocks.chain(notes).map(plain).collect()
}

/// Files without tags, printed from the Word files of the same names.
#[test]
#[ignore = "reads the corpus: SEIZED_CORPUS, or ../shared/corpus"]
fn printed_word_files_read_as_the_word_files_do() {
    let (mut paragraphs, mut same, mut marks, mut same_marks) = (0, 0, 0, 0);
    let words = corpus_files("docx");
    for (name, bytes) in corpus_files("pdf") {
        let Some((_, word)) = words.iter().find(|(other, _)| *other == name) else { continue };
        let read =
            |bytes: &[u8]| parse(&seized::source::read(bytes.to_vec(), &name).expect("a file"));
        let ((word, _), (pdf, _)) = (read(word), read(&bytes));
        let printed = texts(&pdf);
        let pairs: Vec<String> = printed.windows(2).map(|pair| pair.join(" ")).collect();
        // Word has the meeting and its date in one paragraph, with a line break between.
        let is_there = |text: &String| printed.contains(text) || pairs.contains(text);
        let expected = texts(&word);
        paragraphs += expected.len();
        same += expected.iter().filter(|text| is_there(text)).count();
        let marks_of = |document: &Document| -> Vec<(String, String)> {
            let with_context = |block: &seized::document::Block| -> Vec<(String, String)> {
                let before = |at: usize| block.text[..at].replace(['\u{2010}', '\u{2011}'], "-");
                block.marks.iter().map(|mark| (mark.label.clone(), before(mark.at))).collect()
            };
            document.blocks.iter().flat_map(with_context).collect()
        };
        let found = marks_of(&pdf);
        let expected = marks_of(&word);
        marks += expected.len();
        same_marks += expected.iter().filter(|mark| found.contains(mark)).count();
    }
    assert!(paragraphs > 0);
    println!("paragraphs {same}/{paragraphs}, marks {same_marks}/{marks}");
    assert!(
        same * 100 >= paragraphs * 98 && same_marks * 100 >= marks * 99,
        "{same}/{paragraphs} {same_marks}/{marks}"
    );
}
