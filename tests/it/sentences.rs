//! Single paragraphs, and the marks and references that are found in each, as a person has read and approved them:
//! `fixtures/sentences.txt`. Where two readings are near each other, and where one language differs from others.
//!
//! `SEIZED_RENEW=1 cargo test --test it sentences` writes the answers anew; what changed is to be read.

use seized::{manuscript::Manuscript, parse::parse};

use crate::support::{
    model,
    sentences::{Sentence, hold},
};

const FILE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/it/fixtures/sentences.txt");

/// What is found in the paragraph: its words with marks, and below them its references, a line each.
fn answer(sentence: &Sentence<'_>) -> String {
    let (document, problems) = parse(&Manuscript::plain(sentence.text()));
    let due = sentence.frame.split(' ').nth(1).and_then(|due| due.split('-').next());
    let is_framed = due.is_some_and(|due| due != "1");
    let mut answer = String::new();
    for block in document.blocks.iter().skip(if is_framed { 2 } else { 1 }) {
        answer.push_str(&format!("  {}\n", model::inline_only(block)));
    }
    for problem in problems {
        answer.push_str(&format!("  ? {}\n", problem.message));
    }
    answer
}

#[test]
fn marks_and_references_are_found_as_they_were_approved() {
    hold(FILE, answer);
}
