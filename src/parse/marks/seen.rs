//! What is seen beside digits, held to what a person has read and approved: `tests/it/fixtures/marks_seen.txt`. Knows
//! the readings of digits, not which of them are marks.
//!
//! `SEIZED_RENEW=1 cargo test --lib seen` writes the answers anew; what changed is to be read.

use std::{env, fs};

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
            let from = before.char_indices().rev().nth(7).map_or(0, |(at, _)| at);
            let to = after.char_indices().nth(5).map_or(after.len(), |(at, _)| at);
            let place = format!("{}{{{own}}}{}", &before[from..], &after[..to]);
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
    let kept = fs::read_to_string(FILE).expect("texts");
    let mut text = String::new();
    for line in kept.lines().filter(|line| !line.starts_with(' ')) {
        text.push_str(line);
        text.push('\n');
        let Some((style, words)) = line.split_once(": ").filter(|_| !line.starts_with('#')) else {
            continue;
        };
        let (code, is_apart) = (&style[..2], style.ends_with("apart"));
        let language = Language::from_code(code).expect("a language");
        text.push_str(&readings(language, is_apart, words));
    }
    if env::var_os("SEIZED_RENEW").is_some() {
        fs::write(FILE, text).expect("written");
        return;
    }
    let differs = kept.lines().zip(text.lines()).find(|(old, new)| old != new);
    assert!(kept == text, "SEIZED_RENEW=1 writes the answers anew: {differs:#?}");
}
