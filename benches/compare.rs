//! How fast two versions of a text are compared: 500 and 5,000 paragraphs, a third of them changed.
//!
//! `cargo bench --bench compare`; parsing is not counted.

use divan::Bencher;
use seized::{compare::compare, document::Document, manuscript::Manuscript, parse::parse};

fn main() {
    divan::main();
}

/// Words that a paragraph may be made of.
const WORDS: &[&str] = &[
    "States",
    "the",
    "of",
    "and",
    "to",
    "in",
    "water",
    "report",
    "rights",
    "session",
    "support",
    "regional",
    "development",
    "women",
    "national",
    "measures",
    "implementation",
    "cooperation",
    "relevant",
    "system",
    "children",
    "peace",
    "security",
    "resources",
    "financing",
    "education",
    "health",
    "organizations",
];

/// A text of so many paragraphs; with `is_newer` as the next session has it: a word in ten of every third
/// paragraph is another one, every twentieth is gone.
fn text(count: usize, is_newer: bool) -> Document {
    let mut state = 7_u64;
    let mut random = |below: usize| {
        state =
            state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(state >> 33).unwrap_or(0) % below
    };
    let mut text = String::from("The General Assembly,\n\nRecalling its decisions,\n\n");
    let mut number = 0;
    for paragraph in 0..count {
        let mut line = String::from("Requests the Secretary-General");
        for _ in 0..50 {
            let (one, other, rare) = (random(WORDS.len()), random(WORDS.len()), random(4000));
            let is_changed = random(10) == 0 && is_newer && paragraph % 3 == 0;
            let word = WORDS[if is_changed { other } else { one }];
            let rare = if rare < 800 { format!(" programme{rare}") } else { String::new() };
            line.push_str(&format!(" {word}{rare}"));
        }
        if !(is_newer && paragraph % 20 == 0) {
            number += 1;
            text.push_str(&format!("{number}. {line};\n\n"));
        }
    }
    parse(&Manuscript::plain(text)).0
}

#[divan::bench(args = [500, 5000], sample_count = 20)]
fn versions(bencher: Bencher<'_, '_>, count: usize) {
    let (old, new) = (text(count, false), text(count, true));
    bencher.bench(|| compare(divan::black_box(&old), divan::black_box(&new)));
}

#[divan::bench(args = [500, 5000], sample_count = 20)]
fn the_same(bencher: Bencher<'_, '_>, count: usize) {
    let old = text(count, false);
    bencher.bench(|| compare(divan::black_box(&old), divan::black_box(&old)));
}
