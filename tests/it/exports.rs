//! Every format that a document or its annotations can be had in: a document and annotations in, the
//! whole text out.

use seized::{
    annotations::{Anchor, Annotation, Verdict},
    document::{Debris, Document, Organ, Part, Problem, ProblemKind, Span},
    export::{
        self, Annotated, CsvShape, Noted, annotations_csv, annotations_html, annotations_json,
        annotations_jsonld, annotations_markdown,
    },
};

use crate::support;

/// A document with one of everything.
fn document() -> Document {
    let mut document = support::document(
        "= 9/1. The *title*^1
        ~ The General Assembly,
        PP Recalling {resolution 53/144=A/RES/53/144} of <b> & `code`,^2 ^1
        ## Part #1
        OP Decides^2? as in {paragraph 1=OP1};
        (a) An_item | of it;
        | State | Per cent
        | A ~ b | 0.008
        fn Resolution 217 A (III).
        fn See {A/79/1=A/79/1}.",
    );
    let head = &mut document.head;
    head.organ = Some(Organ::GeneralAssembly);
    head.session = Some("Ninth session".into());
    head.adopted = Some(jiff::civil::date(2017, 12, 24));
    head.issued = Some(jiff::civil::date(2018, 1, 25));
    head.agenda_items = vec!["72 (b)".into()];
    head.agenda_title = Some("Human rights".into());
    head.proposal = Some("A/9/439/Add.2".into());
    head.meeting = Some("76th plenary meeting".into());
    head.job_number = Some("17-23331".into());
    let mut closing = document.blocks[1].clone();
    (closing.cite, closing.part) = (support::named("closing"), Part::Closing);
    (closing.opener, closing.references, closing.marks) = (None, vec![], vec![]);
    closing.text = "76th plenary meeting".into();
    let mut date = closing.clone();
    (date.cite, date.text) = (support::named("closing 2"), "24 December 2017".into());
    document.blocks.extend([closing, date]);
    document.debris.push(Debris {
        kind: "job line",
        text: "17-23331".into(),
        span: Span::new(3, 11),
    });
    document
}

#[test]
fn a_document_as_text() {
    assert_eq!(
        export::text(&document()),
        "A/RES/9/1\n\n\
         Ninth session\n\n\
         The *title*[1]\n\n\
         The General Assembly,\n\n\
         Recalling resolution 53/144 of <b> & `code`,[2] [1]\n\n\
         Part #1\n\n\
         1. Decides[2] as in paragraph 1;\n\n    \
         (a) An_item | of it;\n\n\
         State\tPer cent\nA ~ b\t0.008\n\n\
         76th plenary meeting\n\n\
         24 December 2017\n\n\
         [1] Resolution 217 A (III).\n\n\
         [2] See A/79/1.\n"
    );
}

#[test]
fn a_document_as_markdown() {
    assert_eq!(
        export::markdown(&document()),
        "# 9/1. The \\*title\\*[^1]\n\n\
         A/RES/9/1 · Ninth session · adopted 2017-12-24 · A/9/439/Add.2\n\n\
         The General Assembly,\n\n\
         *Recalling* [resolution 53/144](https://undocs.org/A/RES/53/144) of \\<b\\> \\& \\`code\\`,[^2] [^1]\n\n\
         ## Part \\#1\n\n\
         1\\. *Decides*[^2] as in paragraph 1;\n\n\
         &emsp;(a) An\\_item \\| of it;\n\n\
         | State | Per cent |\n| --- | --- |\n| A \\~ b | 0.008 |\n\n\
         76th plenary meeting  \n\n\
         24 December 2017  \n\n\
         [^1]: Resolution 217 A (III).\n\n\
         [^2]: See [A/79/1](https://undocs.org/A/79/1).\n"
    );
}

#[test]
fn markdown_of_nothing_and_of_what_has_no_title() {
    assert_eq!(export::markdown(&Document::default()), "");
    let mut untitled = document();
    untitled.head.title = None;
    untitled.blocks.truncate(1);
    untitled.footnotes.clear();
    assert_eq!(
        export::markdown(&untitled),
        "# A/RES/9/1\n\nA/RES/9/1 · Ninth session · adopted 2017-12-24 · A/9/439/Add.2\n\nThe General Assembly,\n"
    );
    untitled.footnotes = document().footnotes;
    untitled.footnotes[0].mark = "*".into();
    assert!(export::markdown(&untitled).contains("\n[^star]: Resolution"), "{untitled:?}");
}

#[test]
fn a_document_as_json() {
    let problem = Problem {
        kind: ProblemKind::BrokenNumbering,
        message: "paragraph 3 stands where 2 is due".into(),
        span: Span::new(5, 9),
    };
    insta::assert_snapshot!(export::json(&document(), &[problem]));
}

#[test]
fn a_document_as_akoma_ntoso() {
    insta::assert_snapshot!(export::akn(&document()));
}

#[test]
fn what_json_counts_are_characters() {
    let mut document =
        support::document("PP Réaffirmant° la {résolution=A/RES/1}^1 ici,\nfn Voir.");
    let json = |document: &Document| -> serde_json::Value {
        serde_json::from_str(&export::json(document, &[])).expect("JSON")
    };
    let whole = json(&document);
    assert_eq!(whole["blocks"][0]["refs"][0]["at"], 16);
    assert_eq!(whole["blocks"][0]["marks"][0]["at"], 26);
    assert_eq!(whole["footnotes"][0]["cited_by"], serde_json::json!(["PP1"]));
    // A number stands apart from the words, and is not counted among them.
    let block = &mut document.blocks[0];
    (block.label, block.number) = ("(a)".into(), Some("a".into()));
    let numbered = json(&document);
    assert_eq!(numbered["blocks"][0]["text"], whole["blocks"][0]["text"]);
    assert_eq!(numbered["blocks"][0]["refs"][0]["at"], 16);
    assert_eq!(numbered["blocks"][0]["number"], "a");
}

fn annotation(id: &str) -> Annotation {
    Annotation {
        id: id.into(),
        tags: vec!["mandate/report".into(), "tick`s".into()],
        note: "A *note* with <img src=x> & `code`.".into(),
        colour: Some("green".into()),
        author: "N. N.".into(),
        created: "2026-11-23T16:00:00Z".into(),
        modified: "2026-11-24T16:00:00Z".into(),
        ..Annotation::default()
    }
}

/// An annotation on words, one on a paragraph that changed, one whose words are gone.
fn annotations() -> [Annotation; 3] {
    let words = Anchor {
        paragraph: "OP1".into(),
        quote: Some("as".into()),
        prefix: "Decides ".into(),
        suffix: " in paragraph 1;".into(),
        range: Some((8, 10)),
        text: Some("Decides as in paragraph 1;".into()),
        ..Anchor::default()
    };
    let whole = Anchor {
        paragraph: "PP1".into(),
        prefix: "The General Assembly,".into(),
        suffix: "Part #1".into(),
        text: Some("Recalling resolution 53/144 of <b> and `code`,  ".into()),
        ..Anchor::default()
    };
    let gone = Anchor {
        paragraph: "OP7".into(),
        quote: Some("nothing <like> this".into()),
        ..Anchor::default()
    };
    [
        Annotation { at: words, ..annotation("01") },
        Annotation { at: whole, conflict: Some("01".into()), colour: None, ..annotation("02") },
        Annotation {
            at: gone,
            tags: vec![],
            note: "first\n\nsecond\nline".into(),
            ..annotation("03")
        },
    ]
}

fn noted() -> Vec<Noted> {
    let verdicts = [Verdict::Exact, Verdict::Edited, Verdict::Orphan];
    let places = [("OP1", "para. 1"), ("PP1", "preamble, para. 1"), ("OP7", "OP7")];
    let all = annotations().into_iter().zip(verdicts).zip(places);
    all.map(|((annotation, verdict), (paragraph, printed))| Noted {
        source: "a.txt".into(),
        symbol: Some("A/RES/9/1".into()),
        title: Some("The *title*".into()),
        adopted: Some("1954-10-05".into()),
        citation: format!("A/RES/9/1, {printed}"),
        paragraph: paragraph.into(),
        verdict,
        quote: annotation.at.shown().to_owned(),
        annotation,
    })
    .collect()
}

#[test]
fn annotations_as_markdown() {
    let mut all = noted();
    all.push(Noted { source: "b.txt".into(), symbol: None, title: None, ..all[0].clone() });
    all[3].annotation.note.clear();
    assert_eq!(
        annotations_markdown(&all),
        "## A/RES/9/1: The \\*title\\*\n\n\
         > as\n>\n> — A/RES/9/1, para. 1\n\n\
         Tags: `mandate/report`, `` tick`s ``\n\n\
         A *note* with &lt;img src=x> &amp; \\`code\\`.\n\n\
         > Recalling resolution 53/144 of \\<b\\> and \\`code\\`,  \n>\n> — A/RES/9/1, preamble, para. 1\n\n\
         Tags: `mandate/report`, `` tick`s ``\n\n\
         A *note* with &lt;img src=x> &amp; \\`code\\`.\n\n\
         *edited: look again*\n\n\
         *conflict: 01*\n\n\
         > nothing \\<like\\> this\n>\n> — A/RES/9/1, OP7\n\n\
         first\n\nsecond\nline\n\n\
         *orphan: look again*\n\n\
         ## b.txt\n\n\
         > as\n>\n> — A/RES/9/1, para. 1\n\n\
         Tags: `mandate/report`, `` tick`s ``\n\n"
    );
}

#[test]
fn what_markdown_shows_as_code_ends_where_it_ends() {
    let mut one = noted().remove(0);
    for (tag, shown) in [("a", "`a`"), ("a`b``c", "``` a`b``c ```"), ("`", "`` ` ``")] {
        one.annotation.tags = vec![tag.into()];
        let text = annotations_markdown(&[one.clone()]);
        assert!(text.contains(&format!("\nTags: {shown}\n")), "{text}");
    }
}

#[test]
fn annotations_as_csv() {
    let text = annotations_csv(&noted(), CsvShape::default());
    let mut lines = text.split("\r\n");
    assert_eq!(
        lines.next(),
        Some(
            "symbol,title,date,citation,place,quote,tags,note,colour,found,author,created,modified,\
             file,id"
        )
    );
    assert_eq!(
        lines.next(),
        Some(
            "A/RES/9/1,The *title*,1954-10-05,\"A/RES/9/1, para. 1\",OP1,as,mandate/report; tick`s,\
             A *note* with <img src=x> & `code`.,green,found as it was,N. N.,\
             2026-11-23T16:00:00Z,2026-11-24T16:00:00Z,a.txt,01"
        )
    );
    assert_eq!(lines.last(), Some(""));
    assert_eq!(annotations_csv(&[], CsvShape::default()).lines().count(), 1);
}

#[test]
fn a_tag_a_row_and_the_mark_that_excel_looks_for() {
    let shape = CsvShape { has_tag_a_row: true, has_byte_order_mark: true };
    let text = annotations_csv(&noted(), shape);
    let table = text.strip_prefix('\u{feff}').expect("a byte order mark");
    let mut rows = csv::Reader::from_reader(table.as_bytes());
    assert_eq!(rows.headers().expect("names").get(6), Some("tag"));
    let rows: Vec<csv::StringRecord> = rows.records().map(|row| row.expect("a row")).collect();
    let tags: Vec<&str> = rows.iter().take(2).map(|row| &row[6]).collect();
    assert_eq!(tags, ["mandate/report", "tick`s"]);
    assert_eq!(rows[0].get(14), rows[1].get(14), "both are of one annotation");
    let untagged = noted().iter().filter(|noted| noted.annotation.tags.is_empty()).count();
    let tagged: usize = noted().iter().map(|noted| noted.annotation.tags.len()).sum();
    assert_eq!(rows.len(), untagged + tagged);
}

#[test]
fn what_became_of_a_place_is_said_in_plain_words() {
    let said = |verdict| {
        let one = Noted { verdict, ..noted().remove(0) };
        let text = annotations_csv(&[one], CsvShape::default());
        let mut rows = csv::Reader::from_reader(text.as_bytes());
        rows.records().next().expect("a row").expect("well formed")[9].to_owned()
    };
    use seized::annotations::Verdict::{Edited, Exact, Moved, Orphan};
    assert_eq!(
        [Exact, Moved, Edited, Orphan].map(said),
        ["found as it was", "found elsewhere", "found, words changed", "not found"]
    );
}

#[test]
fn no_cell_is_taken_for_a_formula() {
    let mut one = noted().remove(0);
    let mut cell = |note: &str| {
        one.annotation.note = note.into();
        let text = annotations_csv(&[one.clone()], CsvShape::default());
        let mut rows = csv::Reader::from_reader(text.as_bytes());
        let row = rows.records().next().expect("a row").expect("well formed");
        row[7].to_owned()
    };
    for formula in [
        "=1+1",
        "+1",
        "-1",
        "@SUM(1)",
        " =1",
        "\u{3000}=1",
        "\u{a0}-1",
        "\n=1",
        "\t=1",
        "\tx",
        "＝1",
        "＋1",
        "－1",
        "＠x",
        " ＝1",
    ] {
        assert_eq!(cell(formula), format!("'{formula}"));
    }
    assert_eq!(cell("\r=1"), "␍=1", "a control picture begins no formula");
    assert_eq!(cell("\u{200b}=1"), "'=1", "what is invisible hides none");
    for harmless in ["", "a=1", "1-1", "(a) -", "n@un.org", " x", "–1"] {
        assert_eq!(cell(harmless), harmless);
    }
}

#[test]
fn annotations_as_json() {
    let json: serde_json::Value = serde_json::from_str(&annotations_json(&noted())).expect("JSON");
    assert_eq!(
        json[0],
        serde_json::json!({
            "id": "01", "source": "a.txt", "citation": "A/RES/9/1, para. 1", "paragraph": "OP1",
            "verdict": "exact", "quote": "as", "tags": ["mandate/report", "tick`s"],
            "note": "A *note* with <img src=x> & `code`.", "colour": "green", "author": "N. N.",
            "created": "2026-11-23T16:00:00Z", "modified": "2026-11-24T16:00:00Z",
        })
    );
    let verdicts = json.as_array().expect("a list").iter().map(|one| one["verdict"].clone());
    assert_eq!(verdicts.collect::<Vec<_>>(), ["exact", "edited", "orphan"]);
    let moved = Noted { verdict: Verdict::Moved, ..noted().remove(0) };
    assert!(annotations_json(&[moved]).contains("\"verdict\": \"moved\""));
    assert_eq!(annotations_json(&[]), "[]\n");
}

#[test]
fn annotations_as_web_annotations() {
    insta::assert_snapshot!(annotations_jsonld(&noted()));
}

#[test]
fn annotations_in_a_page() {
    let document = document();
    let annotations = annotations();
    let annotated = Annotated { name: "a.txt", document: &document, annotations: &annotations };
    let page = annotations_html(&[annotated]);
    let (head, body) = page.split_once("</style>").expect("a style");
    assert!(head.contains("<title>The *title*</title>") && head.contains("<html lang=\"en\">"));
    insta::assert_snapshot!(body);
}

#[test]
fn a_page_of_nothing() {
    let page = annotations_html(&[]);
    assert!(page.contains("<title>seized</title>") && page.ends_with("</body>\n</html>\n"));
    assert!(page[page.find("<body>").expect("a body")..].len() < 30, "{page}");
}
