//! What must hold of comparisons, mandates, queries and indexes, whatever is in them.

use std::collections::HashSet;

use seized::{
    compare::{Pairing, Summary, compare, joined_text},
    document::{Certainty, Document, Passage},
    library::{Builder, Held, Library, Matcher, Query, Record, Segment},
    mandates::mandates,
    parse, source,
    text::comparable,
};

use crate::BETWEEN;

fn documents(bytes: &[u8]) -> Option<[Document; 2]> {
    let mut parts = bytes.splitn(2, |byte| *byte == BETWEEN);
    let read = |bytes: &[u8]| Some(parse::parse(&source::read(bytes.to_vec(), "a text").ok()?).0);
    Some([read(parts.next()?)?, read(parts.next()?)?])
}

/// Every passage of both texts is in one pairing; the edits of a pair make the one text of the other; a text is the
/// same as itself.
///
/// # Panics
/// Where that does not hold: that is a finding.
pub fn compares(bytes: &[u8]) {
    let Some([a, b]) = documents(bytes) else { return };
    let pairings = compare(&a, &b);
    for (document, of) in [(&a, Pairing::left as fn(&Pairing) -> &[_]), (&b, Pairing::right)] {
        let mut seen = HashSet::new();
        for passage in pairings.iter().flat_map(|pairing| of(pairing).to_vec()) {
            assert!(seen.insert(passage), "{passage:?} stands twice");
        }
        let missing =
            document.passages().filter(|passage| !document.text(*passage).trim().is_empty());
        let missing: Vec<_> = missing.filter(|passage| !seen.contains(passage)).collect();
        assert!(missing.is_empty(), "{missing:?} is in no pairing");
    }
    // Digits that may be a footnote's mark are no words to compare.
    let is_sure = |document: &Document, passages: &[Passage]| {
        let mut marks = passages.iter().flat_map(|passage| document.marks(*passage));
        marks.all(|mark| mark.certainty != Certainty::Weak)
    };
    for pairing in pairings.iter().filter(|pairing| pairing.pair().is_some()) {
        if !is_sure(&a, pairing.left()) || !is_sure(&b, pairing.right()) {
            continue;
        }
        let (left, right) = (joined_text(&a, pairing.left()), joined_text(&b, pairing.right()));
        let (mut made, mut from, mut to) = (String::new(), 0, 0);
        for edit in pairing.edits() {
            let kept = left.get(from..edit.left.start).unwrap_or_else(|| {
                panic!("edits out of order: {:?} of {left:?} and {right:?}", pairing.edits())
            });
            let there = right.get(to..edit.right.start).unwrap_or_else(|| {
                panic!("edits out of order: {:?} of {left:?} and {right:?}", pairing.edits())
            });
            assert_eq!(comparable(kept), comparable(there), "what is no edit is the same");
            made.push_str(kept);
            made.push_str(right.get(edit.right.clone()).expect("on characters"));
            (from, to) = (edit.left.end, edit.right.end);
        }
        made.push_str(left.get(from..).expect("on characters"));
        // What every rendering of a text has in common: white space and quotation marks are no edits.
        assert_eq!(comparable(&made), comparable(&right));
    }
    assert!(Summary::of(&compare(&a, &a)).is_same(), "a text is the same as itself");
}

/// What is asked stands in the paragraph it is said to stand in.
///
/// # Panics
/// Where that does not hold: that is a finding.
pub fn requests(bytes: &[u8]) {
    let Some(both) = documents(bytes) else { return };
    for document in both {
        for mandate in mandates(&document) {
            assert!(document.blocks.get(mandate.block).is_some(), "{mandate:?}");
        }
    }
}

/// A library of these texts, as it is kept.
#[must_use]
pub fn index(texts: &[String]) -> Vec<u8> {
    let mut builder = Builder::default();
    for (number, text) in texts.iter().enumerate() {
        let Ok(manuscript) = source::read(text.clone().into_bytes(), "a text") else { continue };
        let mut record = Record::of(&parse::parse(&manuscript).0);
        record.head.path = format!("{number}.txt");
        builder.add(record);
    }
    builder.finish()
}

/// What is typed is a query or told to be none; what is found lies in the passage, on characters.
///
/// # Panics
/// Where that does not hold: that is a finding.
pub fn searches(bytes: &[u8]) {
    let mut parts = bytes.splitn(2, |byte| *byte == BETWEEN).map(String::from_utf8_lossy);
    let (Some(typed), Some(text)) = (parts.next(), parts.next()) else { return };
    let Ok(query) = Query::read(&typed) else { return };
    let Ok(segment) = Segment::open(Box::new(index(&[text.into_owned()]))) else {
        panic!("what was just made can be read")
    };
    let library = library(segment);
    let Ok(found) = library.search_all(&query, &|| true) else { panic!("it can be searched") };
    let matcher = Matcher::new(&query);
    for id in found {
        let Ok(passage) = library.passage(id) else { panic!("what was found is there") };
        for range in matcher.hits(&passage.text, passage.language) {
            assert!(
                passage.text.get(range.clone()).is_some(),
                "{range:?} of {:?} for {typed:?}",
                passage.text
            );
        }
    }
}

/// A damaged index is refused, or answers.
pub fn opens(bytes: &[u8]) {
    let Ok(segment) = Segment::open(Box::new(bytes.to_vec())) else { return };
    let library = library(segment);
    for typed in ["report", "\"the General Assembly\"", "human NEAR rights"] {
        let query = Query::read(typed).expect("a query");
        let _ = library.search_all(&query, &|| true);
    }
    let _ = (library.citing_counts(), library.catalogue());
}

fn library(segment: Segment) -> Library {
    let alive = segment.files().map(|_| true).collect();
    Library::new(vec![Held { segment: segment.into(), alive, prefix: String::new() }])
}
