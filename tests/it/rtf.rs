//! Rich Text files in, documents out. The files are written here.

use crate::support::formats::{RAISED_AGAIN, answers_damaged, read, reads, refused};
use seized::document::{Passage, Shape};

const HEAD: &str = r"\pard Resolution adopted by the General Assembly on 4 May 2026\par
79/400.\tab Bridges\par \tab The General Assembly,\par ";

/// A Rich Text file of this text behind tables of fonts and styles.
fn rtf(body: &str) -> Vec<u8> {
    let head = r"{\rtf1\ansi\ansicpg1252\deff0{\fonttbl{\f0\fcharset0 Times;}{\f1\fcharset204 Times;}}
{\colortbl;\red0\green0\blue0;}{\stylesheet{\s0 Normal;}{\s1\outlinelevel0\i heading 1;}}
{\info{\title No text}}{\*\unknown no text {either}}";
    format!("{head}{body}}}").into_bytes()
}

#[test]
fn raised_numbers_that_repeat_a_mark() {
    reads(
        rtf(&format!(
            r"{HEAD}\tab Recalling this,{{\super\chftn{{\footnote {{\chftn}} See A/79/1.}}}}\par
\tab Noting that once more{{\super 1}} on 12 km{{\up6 2}},\par \tab 1.\tab Decides so.\par"
        )),
        RAISED_AGAIN,
    );
}

#[test]
fn paragraphs_and_footnotes() {
    reads(
        rtf(&format!(
            r"{HEAD}\tab {{\i Recalling}} its resolution of 24 March 2016{{\super \chftn{{\footnote
\pard\plain {{\super \chftn}} \tab See A/79/1.}}}} and the work{{\super *{{\*\footnote \pard {{\super *}}
Reissued.}}}} done,\par
\tab 1.\tab Welcomes it;{{\field{{\*\fldinst NOTEREF _Ref1 \\h}}{{\fldrslt {{\super 1}}}}}}\par
\tab 2.\tab Decides to meet again.{{\super\chftn{{\footnote {{\chftn}} A/79/2.}}}}\par"
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
fn numbers_beside_their_paragraphs() {
    reads(
        rtf(&format!(
            r"{HEAD}\tab Recalling this,\par {{\listtext\pard\plain 1.\tab}}Decides to build:\par
{{\listtext\pard\plain (a)\tab}}A bridge;\par {{\pntext 2.\tab}}{{\*\pn\pndec}}Decides to remain seized.\par"
        )),
        &[
            "title: Bridges",
            "formula: The General Assembly,",
            "PP1: Recalling this,",
            "OP1: Decides to build:",
            "OP1(a): A bridge;",
            "OP2: Decides to remain seized.",
        ],
    );
}

#[test]
fn encodings_signs_and_what_is_not_printed() {
    let (document, _) = read(rtf(&format!(
        r"{HEAD}\tab {{\i Recalling}} caf\'e9 \ldblquote x\rdblquote  {{\f1 \'cc\'e8\'f0}}\u8217? \u-10179?\u-8704?
{{\uc2\u945\'61\'62}}follow\_up\~y{{\deleted  of old}}{{\v  secret}}{{\*\annotation Sure?}},\par
{{\header Page}}\tab 1.\tab Decides to meet.\par"
    )));
    let text = document.text(Passage::Block(1));
    assert_eq!(text, "Recalling café “x” Мир’ 😀αfollow\u{2011}up y,");
    let italics = document.italics(Passage::Block(1)).iter().map(|range| &text[range.clone()]);
    assert_eq!(italics.collect::<Vec<_>>(), ["Recalling"]);
    let debris: Vec<_> = document.debris.iter().map(|d| (d.kind, d.text.trim())).collect();
    let expected = [
        ("head line", "Resolution adopted by the General Assembly on 4 May 2026"),
        ("comment", "Sure?"),
        ("deleted text", "of old"),
        ("hidden text", "secret"),
        ("page head or foot", "Page"),
    ];
    assert_eq!(debris, expected);
}

#[test]
fn a_table_has_the_rows_it_has() {
    let (document, _) = read(rtf(&format!(
        r"{HEAD}\tab 1.\tab Decides as follows:\par \trowd\pard\intbl State\cell Share\cell\row
\trowd\pard\intbl A\cell 1.\cell\row \pard\tab 2.\tab Ends.\par"
    )));
    let tables: Vec<_> = document.blocks.iter().filter(|b| b.shape == Shape::Table).collect();
    assert_eq!(tables.len(), 1);
    assert_eq!(tables[0].rows, [["State", "Share"], ["A", "1."]]);
}

#[test]
fn what_cannot_be_read_says_why() {
    refused("{\\rtf1".repeat(10_000).into_bytes(), "nested too deeply");
    refused(rtf(""), "no text");
}

#[test]
fn a_file_that_ends_in_the_middle_is_read_so_far() {
    let mut bytes = rtf(&format!(r"{HEAD}\tab 1.\tab Decides to meet.\par"));
    bytes.truncate(bytes.len() - 10);
    let (document, _) = read(bytes);
    assert_eq!(document.text(Passage::Block(1)), "Decides to");
}

#[test]
fn damaged_files_are_answered() {
    let body = format!(
        r"{HEAD}\tab {{\i Recalling}},{{\super\chftn{{\footnote \chftn A/79/1.}}}}\par {{\listtext 1.}}So\'e9\u8217?\par"
    );
    answers_damaged(&rtf(&body), 300);
}
