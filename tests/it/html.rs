//! Web pages and Markdown: what a person sees is what is read.

use crate::support::formats::{answers_damaged, read, reads, refused};
use seized::{export, parse, source};

#[test]
fn a_page_saved_by_word() {
    reads(
        "<html><head><meta charset=utf-8><style>p { color: red }</style><title>x</title></head>
        <body><script>alert('1. Decides')</script>
        <p>85/9.&nbsp;&nbsp;&nbsp;Decade of the tides</p>
        <p><i>The General Assembly</i>,</p>
        <p><i>Recalling</i> its resolution 84/1 of
           3 March 2030<a href=\"#_ftn1\" name=\"_ftnref1\"><sup>[1]</sup></a> and the moon,<a
           href=\"#_ftn2\" name=\"_ftnref2\">[2]</a></p>
        <p>1. <i>Decides</i> to observe &lt;all&gt; tides<sup>2</sup> for 10<sup>6</sup> years:</p>
        <ol type=a><li>At noon;<li>At midnight.</ol>
        <hr><div id=ftn1><p><a href=\"#_ftnref1\" name=\"_ftn1\">[1]</a> See A/84/5.</p></div>
        <div id=ftn2><p><a href=\"#_ftnref2\" name=\"_ftn2\">[2]</a> Resolution 3/4.</p></div>
        </body></html>"
            .into(),
        &[
            "title: Decade of the tides",
            "formula: The General Assembly,",
            "PP1: Recalling its resolution 84/1 of 3 March 2030[1] and the moon,[2]",
            "OP1: Decides to observe <all> tides[2] for 106 years:",
            "OP1(a): At noon;",
            "OP1(b): At midnight.",
            "fn 1: See A/84/5.",
            "fn 2: Resolution 3/4.",
        ],
    );
}

/// A page whose footnotes are a numbered list, with arrows back to their marks: as wikis and
/// converters write them.
#[test]
fn footnotes_in_a_list_with_arrows_back() {
    let list = |items: &str| {
        format!(
            "<!DOCTYPE html><html><body><p>The General Assembly,</p><p>Recalling this,<sup
            id=\"r1\"><a href=\"#n1\">[1]</a></sup> and that,<sup id=\"r2\"><a
            href=\"#n2\">2</a></sup></p><p>1. Decides to meet.</p><ol>{items}</ol></body></html>"
        )
    };
    let expected = [
        "formula: The General Assembly,",
        "PP1: Recalling this,[1] and that,[2]",
        "OP1: Decides to meet.",
        "fn 1: See A/84/5.",
        "fn 2: Resolution 3/4.",
    ];
    let before = "<li id=\"n1\"><b><a href=\"#r1\">^</a></b> <span>See A/84/5.</span></li>\
        <li id=\"n2\"><b><a href=\"#r2\">^</a></b> <span>Resolution 3/4.</span></li>";
    reads(list(before).into(), &expected);
    let behind = "<li id=\"n1\"><p>See A/84/5.<a href=\"#r1\">\u{21a9}\u{fe0e}</a></p></li>\
        <li id=\"n2\"><p>Resolution 3/4.<a href=\"#r2\">\u{21a9}\u{fe0e}</a></p></li>";
    reads(list(behind).into(), &expected);
    let numbered = behind.replace("See A", "1 See A").replace("Resolution", "2 Resolution");
    reads(list(&numbered).into(), &expected);
}

/// As an office program writes a page from a Word file: tabs behind numbers, heads and feet of pages
/// in divisions, signs of its own around fields, a title broken in two.
#[test]
fn a_page_written_by_an_office_program() {
    let page = "<html><body><div title=\"header\"><p>United     Nations</p><p>A/RES/85/9     B</p></div>
        <p>85/9.\tDecade<br/>of the tides</p><p>The General Assembly,</p>
        <p>Recalling this,<a class=sdfootnoteanc name=a1 href=\"#s1\"><sup>1</sup></a></p>
        <p>1.\tDecides again:\u{7}\u{3}<sup>1</sup>\u{8}</p><p>\t(a)\tTo meet.</p>
        <p>62nd plenary meeting<br/>4 December 2030</p>
        <div id=n1><p><a class=sdfootnotesym name=s1 href=\"#a1\">1</a>See A/84/5.</p></div>
        <div title=\"footer\"><table><tr><td>1<img src=x>\n7-21734</td></tr></table></div></body></html>";
    reads(
        page.into(),
        &[
            "title: Decade of the tides",
            "formula: The General Assembly,",
            "PP1: Recalling this,[1]",
            "OP1: Decides again:[1]",
            "OP1(a): To meet.",
            "closing: 62nd plenary meeting",
            "closing 2: 4 December 2030",
            "fn 1: See A/84/5.",
        ],
    );
    let (document, _) = read(page.into());
    assert_eq!(
        document.head.symbol.as_ref().map(ToString::to_string).as_deref(),
        Some("A/RES/85/9 B")
    );
    let debris: Vec<&str> = document.debris.iter().map(|debris| debris.text.as_str()).collect();
    assert_eq!(debris, ["United Nations", "A/RES/85/9 B", "1 7-21734"]);
}

#[test]
fn a_page_saved_in_one_file() {
    reads(
        "From: <Saved by a browser>\r\nSubject: Tides\r\nMIME-Version: 1.0\r\nContent-Type: \
         multipart/related;\r\n\ttype=\"text/html\";\r\n\tboundary=\"--b\"\r\n\r\n----b\r\n\
         Content-Type: text/html; charset=\"utf-8\"\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n\
         <html><body><p>The General Assembly,</p><p>Recalling the caf=C3=A9, and all the oth=\r\n\
         ers,</p><p>1. Decides to meet.</p></body></html>\r\n----b\r\nContent-Type: text/css\r\n\r\n\
         body { margin: 0 }\r\n----b--\r\n"
            .into(),
        &[
            "formula: The General Assembly,",
            "PP1: Recalling the café, and all the others,",
            "OP1: Decides to meet.",
        ],
    );
    refused(
        "MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=\"b\"\r\n\r\n--b--\r\n"
            .into(),
        "no web page is in it",
    );
}

#[test]
fn menus_are_debris_and_other_encodings_are_read() {
    let page = b"<!DOCTYPE html><html><head><meta http-equiv='Content-Type' \
        content='text/html; charset=windows-1252'></head><body><nav><a href='/'>Home</a></nav>\
        <p>The General Assembly,</p><p>Recalling the caf\xe9,</p><p>1. Decides to meet.</p></body>";
    let (document, _) = read(page.to_vec());
    let texts: Vec<&str> = document.blocks.iter().map(|block| block.text.as_str()).collect();
    assert_eq!(texts, ["The General Assembly,", "Recalling the café,", "Decides to meet."]);
    assert_eq!(document.debris[0].kind, "navigation");
    assert_eq!(document.debris[0].text, "Home");
}

#[test]
fn tables_of_a_page() {
    let (document, _) = read(
        "<p>The General Assembly</p><p>1. Approves the sums below:</p><table><tr><th><th>Sum</tr>\
         <tr><td>Tides<td>7</table><p>2. Decides to meet.</p>"
            .into(),
    );
    let rows: Vec<_> = document.blocks.iter().filter(|block| !block.rows.is_empty()).collect();
    assert_eq!(rows.len(), 1);
    assert_eq!(rows[0].rows, [["", "Sum"], ["Tides", "7"]]);
}

#[test]
fn markdown_as_people_write_it() {
    reads(
        "# 85/9. Decade of the tides\n\n*The General Assembly*,\n\n*Recalling* its resolution\n\
         84/1,[^1]\n\n1. *Decides* to observe the tides;\n2. *Requests* a report.[^*]\n\n\
         [^1]: See A/84/5.\n[^*]: Reissued."
            .into(),
        &[
            "title: Decade of the tides",
            "formula: The General Assembly,",
            "PP1: Recalling its resolution 84/1,[1]",
            "OP1: Decides to observe the tides;",
            "OP2: Requests a report.[*]",
            "fn 1: See A/84/5.",
            "fn *: Reissued.",
        ],
    );
}

#[test]
fn raised_numbers_in_markdown_repeat_a_mark() {
    reads(
        "# Tides\n\nThe General Assembly,\n\n*Recalling* this,[^1] and that once more,<sup>1</sup>\n\n\
         1. Decides to meet.[^2]\n\n[^1]: 1 See A/84/5.\n\n[^2]: 2 See A/84/6.\n"
            .into(),
        &[
            "title: Tides",
            "formula: The General Assembly,",
            "PP1: Recalling this,[1] and that once more,[1]",
            "OP1: Decides to meet.[2]",
            "fn 1: See A/84/5.",
            "fn 2: See A/84/6.",
        ],
    );
}

/// Its number and the first word of the only footnote may be the same.
#[test]
fn the_only_footnote_keeps_its_words() {
    let text = "# Tides\n\nThe General Assembly,\n\n*Recalling* the day,[^1]\n\n1. Decides to meet.\n\n\
        [^1]: 1 July 2030.\n";
    let (document, _) = read(text.into());
    assert_eq!(document.footnotes[0].text, "1 July 2030.");
}

#[test]
fn a_heading_in_a_frame_makes_no_headings_of_the_rest() {
    reads(
        "<table><tr><td><h1>Decade of the tides</h1></td></tr><tr><td>The General Assembly,</td></tr>\
         <tr><td>Recalling this,</td></tr><tr><td>1. Decides to meet.</td></tr><tr><td><h2></h2></td>\
         </tr></table>"
            .into(),
        &[
            "title: Decade of the tides",
            "formula: The General Assembly,",
            "PP1: Recalling this,",
            "OP1: Decides to meet.",
        ],
    );
}

#[test]
fn markdown_that_we_wrote_is_the_same_resolution() {
    let sample = include_bytes!("../../assets/A_RES_72_247.txt").to_vec();
    let (document, _) = read(sample);
    let (again, _) = read(export::markdown(&document).into_bytes());
    let shown = |document: &seized::document::Document| {
        let blocks = document.blocks.iter();
        let blocks =
            blocks.map(|b| (b.cite.clone(), b.number.clone(), b.text.clone(), b.opener.clone()));
        let marks = document.blocks.iter().flat_map(|b| &b.marks);
        let marks = marks.map(|mark| (mark.label.clone(), mark.at)).collect::<Vec<_>>();
        let notes = document.footnotes.iter().map(|note| (note.mark.clone(), note.text.clone()));
        (blocks.collect::<Vec<_>>(), marks, notes.collect::<Vec<_>>(), document.head.title.clone())
    };
    assert_eq!(shown(&again), shown(&document));
}

#[test]
fn what_has_no_text_is_refused() {
    refused("<html><body><script>draw()</script></body></html>".into(), "no text");
}

#[test]
fn damage_and_malice_are_answered() {
    let page = "<html><body><table><tr><td><p>The General Assembly,</p><ol><li><i>Decides</i><a \
        href='#a'>1</a></ol></table><div id=a>1 Note.</div></body></html>";
    answers_damaged(page.as_bytes(), 300);
    answers_damaged(
        b"# T\n\n*Recalling* that,[^1]\n\n| a | b |\n|---|---|\n| c | d |\n\n[^1]: N.",
        300,
    );
    for unit in ["<div>", "<table><tr><td>", "<i>", "<ol><li>", "<a href='#x' id=x>1</a>", "&amp;"]
    {
        let page = format!("<html>{}", unit.repeat(50_000));
        let _ = source::read(page.into_bytes(), "page").map(|m| parse::parse(&m));
    }
    for unit in ["> ", "* ", "*a", "[^1]", "[", "| "] {
        let text = format!("# T\n\n[^1]: note\n\n{}", unit.repeat(20_000));
        let _ = source::read(text.into_bytes(), "text").map(|m| parse::parse(&m));
    }
}

#[test]
fn brackets_around_a_link_are_no_part_of_what_it_cites() {
    let page = "<html><body><p>72/999. A title</p><p>The General Assembly,</p><p>Taking note of the report of the \
        Committee <a href=\"https://undocs.org/A/34/45\">(A/34/45</a>) and of <a \
        href=\"https://undocs.org/A/71/23\">A/71/23 and A/72/23</a>,</p><p>Recalling <a \
        href=\"https://undocs.org/A/RES/72/1\">(resolution 72/1)</a>,</p><p>1. Decides.</p></body></html>";
    let (document, _) = read(page.into());
    let words: Vec<&str> = document
        .blocks
        .iter()
        .flat_map(|block| block.references.iter().map(|own| &block.text[own.range.clone()]))
        .collect();
    assert_eq!(words, ["A/34/45", "A/71/23 and A/72/23", "resolution 72/1"]);
}
