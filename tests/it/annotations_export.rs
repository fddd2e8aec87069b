//! Annotations in other formats: as they were when they come back, harmless where they are shown.

use seized::{
    annotations::{Anchor, Annotation, Inherited, Verdict},
    document::Document,
    export::{
        Annotated, CsvShape, Noted, annotations_csv, annotations_from_jsonld, annotations_html,
        annotations_jsonld, annotations_markdown,
    },
    parse, source,
};

use crate::support::named;

const SAMPLE: &[u8] = include_bytes!("../../assets/A_RES_72_247.txt");

fn sample() -> Document {
    let manuscript = source::read(SAMPLE.to_vec(), "the sample").expect("plain text");
    parse::parse(&manuscript).0
}

#[test]
fn web_annotations_come_back_as_they_were() {
    let document = sample();
    let passage = document.passage(&named("OP14")).expect("it is there");
    let words = Anchor::words(&document, passage, 0..7).expect("words of it");
    for at in [words, Anchor::whole(&document, passage)] {
        let annotation = Annotation {
            also: Vec::new(),
            id: "01".into(),
            at,
            tags: vec!["a/b".into(), "c".into()],
            note: "line\n\"two\"".into(),
            colour: Some("yellow".into()),
            author: "N.".into(),
            created: "2026-11-23T16:00:00Z".into(),
            modified: "2026-11-23T16:00:01Z".into(),
            conflict: None,
            inherited: Some(Inherited {
                symbol: None,
                file: "b.txt".into(),
                id: "00".into(),
                is_reviewed: false,
            }),
            extra: vec![("mood".into(), "Glad(3)".into())],
        };
        let noted = Noted {
            source: "a.txt".into(),
            symbol: None,
            title: None,
            adopted: None,
            citation: document.citation(passage),
            paragraph: "OP14".into(),
            verdict: Verdict::Exact,
            quote: String::new(),
            annotation: annotation.clone(),
        };
        assert_eq!(annotations_from_jsonld(&annotations_jsonld(&[noted])), Ok(vec![annotation]));
    }
}

/// An annotation that tries to be more than text.
fn hostile() -> Noted {
    let document = sample();
    let passage = document.passage(&named("OP14")).expect("it is there");
    let text = "=cmd|' /C calc'!A0 <script>alert(1)</script> \"quoted\" & *bold*";
    let at = Anchor::words(&document, passage, 0..7).expect("words of it");
    let annotation = Annotation {
        id: "01".into(),
        at,
        tags: vec!["<i>".into()],
        note: text.into(),
        colour: Some("red; background: url(x)".into()),
        author: "<b>".into(),
        ..Annotation::default()
    };
    Noted {
        source: "a.txt".into(),
        symbol: Some("A/RES/72/247".into()),
        title: None,
        adopted: None,
        citation: document.citation(passage),
        paragraph: "OP14".into(),
        verdict: Verdict::Exact,
        quote: "+1 *Decides*\nto".into(),
        annotation,
    }
}

#[test]
fn a_spreadsheet_runs_nothing() {
    let text = annotations_csv(&[hostile()], CsvShape::default());
    let mut rows = csv::Reader::from_reader(text.as_bytes());
    let row = rows.records().next().expect("a row").expect("well formed");
    assert_eq!(&row[3], "A/RES/72/247, para. 14");
    assert_eq!(&row[5], "'+1 *Decides*\nto");
    assert!(row[7].starts_with("'=cmd|"), "{row:?}");
}

#[test]
fn markdown_has_the_quote_as_it_is_and_the_citation() {
    let text = annotations_markdown(&[hostile()]);
    assert!(
        text.starts_with(
            "## A/RES/72/247\n\n> +1 \\*Decides\\*\n> to\n>\n> — A/RES/72/247, para. 14\n"
        ),
        "{text}"
    );
    assert!(text.contains("Tags: `<i>`"), "{text}");
}

#[test]
fn a_page_shows_the_whole_document_and_runs_nothing() {
    let (document, noted) = (sample(), hostile());
    let mut gone = noted.annotation.clone();
    gone.at = Anchor {
        paragraph: "OP1".into(),
        quote: Some("not in it <u>".into()),
        ..Anchor::default()
    };
    let annotations = [noted.annotation, gone];
    let annotated = Annotated { name: "a.txt", document: &document, annotations: &annotations };
    let page = annotations_html(&[annotated]);
    for passage in document.passages() {
        let words: String =
            document.text(passage).chars().take_while(char::is_ascii_alphanumeric).collect();
        assert!(page.contains(&words), "{words} is not in the page");
    }
    for (there, count) in [
        ("<mark class=\"yellow\">", 1),
        ("<aside ", 2),
        ("id=\"fn-7\"", 1),
        ("href=\"#fn-7\"><", 0),
        ("<script", 0),
        ("<b>", 0),
        ("url(", 0),
        ("not in it &lt;u&gt;", 1),
        ("prefers-color-scheme: dark", 1),
        ("@media print", 1),
    ] {
        assert_eq!(page.matches(there).count(), count, "{there}");
    }
    assert!(page.contains("<sup><a href=\"#fn-7\">7</a></sup>"));
    let both = annotations_html(&[annotated, annotated]);
    assert_eq!(both.matches("id=\"d2-OP14\"").count(), 1);
}

#[test]
fn arabic_runs_from_the_right() {
    let document = Document { language: seized::document::Language::Arabic, ..sample() };
    let page = annotations_html(&[Annotated { name: "a", document: &document, annotations: &[] }]);
    assert!(page.contains("<article lang=\"ar\" dir=\"rtl\">"));
}

#[test]
fn web_annotations_of_other_programs_are_understood() {
    let text = r#"{"@context": "http://www.w3.org/ns/anno.jsonld", "type": "AnnotationPage", "items": [
        {"id": "https://example.org/1", "type": "Annotation", "body": {"type": "TextualBody", "value": "why?"},
         "target": {"source": "a.txt", "selector": {"type": "TextQuoteSelector", "exact": "Decides", "prefix": "x"}}}]}"#;
    let read = annotations_from_jsonld(text).expect("it is understood");
    assert_eq!((read[0].note.as_str(), read[0].at.quote.as_deref()), ("why?", Some("Decides")));
    assert_eq!(read, annotations_from_jsonld(text).expect("again"), "its id stays");
    assert!(annotations_from_jsonld("[{}]").expect_err("no id").contains("item 1"));
}
