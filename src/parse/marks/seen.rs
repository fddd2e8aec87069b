//! What is seen beside digits, held to what a person has read and approved: of the texts in
//! `tests/it/fixtures/marks_seen.txt` a snapshot beside those of the other tests. Knows the readings of digits, not which of
//! them are marks.

use std::fs;

use super::{candidates::scan, style::Style};
use crate::{document::Language, parse::words::Words};

const FILE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/it/fixtures/marks_seen.txt");

/// The readings of all digits of a text, a line each: the number, where it stands, what is seen and its weight.
fn readings(language: Language, is_apart: bool, text: &str) -> String {
    let style = Style {
        words: Words::of(language),
        is_chinese: language == Language::Chinese,
        is_arabic: language == Language::Arabic,
        is_apart,
    };
    let mut out = String::new();
    scan(text, style, |readings| {
        for reading in readings {
            let seen = reading.evidence.features();
            let seen: Vec<String> = seen.map(|feature| format!("{feature:?}")).collect();
            let (before, rest) = text.split_at(reading.start);
            let (own, after) = rest.split_at(reading.end - reading.start);
            let start = before.chars().count().saturating_sub(8);
            let near: String = before.chars().skip(start).collect();
            let next: String = after.chars().take(5).collect();
            let place = format!("{near}{{{own}}}{next}");
            let score = reading.score;
            out.push_str(&format!(
                "  {} in {place:?}: {} = {score}\n",
                reading.number,
                seen.join(" + ")
            ));
        }
    });
    out
}

#[test]
fn what_is_seen_beside_digits_is_as_it_was_approved() {
    let texts = fs::read_to_string(FILE).expect("texts");
    let mut told = String::new();
    for line in texts.lines() {
        told.push_str(line);
        told.push('\n');
        let Some((style, words)) = line.split_once(": ").filter(|_| !line.starts_with('#')) else {
            continue;
        };
        let (code, is_apart) = (style.split(' ').next(), style.ends_with("apart"));
        let language = code.and_then(Language::from_code).expect("a language");
        told.push_str(&readings(language, is_apart, words));
    }
    let snapshots = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/it/snapshots");
    insta::with_settings!({ snapshot_path => snapshots }, {
        insta::assert_snapshot!("marks_seen", told);
    });
}
