//! Annotations in other formats: as they were when they come back, harmless where they are shown.

use seized::{
    annotations::{Anchor, Annotation, Verdict},
    document::{Cite, Document},
    export::{Noted, annotations_from_jsonld, annotations_jsonld},
    parse, source,
};

const SAMPLE: &[u8] = include_bytes!("../assets/A_RES_72_247.txt");

fn sample() -> Document {
    let manuscript = source::read(SAMPLE.to_vec(), "the sample").expect("plain text");
    parse::parse(&manuscript).0
}

#[test]
fn web_annotations_come_back_as_they_were() {
    let document = sample();
    let passage = document.passage(&Cite::new("OP14")).expect("it is there");
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
            extra: vec![("mood".into(), "Glad(3)".into())],
        };
        let noted = Noted {
            source: "a.txt".into(),
            citation: document.citation(passage),
            paragraph: "OP14".into(),
            verdict: Verdict::Exact,
            quote: String::new(),
            annotation: annotation.clone(),
        };
        assert_eq!(annotations_from_jsonld(&annotations_jsonld(&[noted])), Ok(vec![annotation]));
    }
}
