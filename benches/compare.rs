//! How fast two versions of a text are compared: 500 and 5,000 paragraphs, a third of them changed.
//!
//! `cargo bench --bench compare`; parsing is not counted. Beside it stands what `git diff --no-index --word-diff` takes
//! for the same two texts, from the start of its process to its end.

use std::{
    fs,
    process::{Command, Stdio},
};

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
fn document(count: usize, is_newer: bool) -> Document {
    parse(&Manuscript::plain(text(count, is_newer))).0
}

fn text(count: usize, is_newer: bool) -> String {
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
    text
}

#[divan::bench(args = [500, 5000], sample_count = 20)]
fn versions(bencher: Bencher<'_, '_>, count: usize) {
    let (old, new) = (document(count, false), document(count, true));
    bencher.bench(|| compare(divan::black_box(&old), divan::black_box(&new)));
}

#[divan::bench(args = [500, 5000], sample_count = 20)]
fn the_same(bencher: Bencher<'_, '_>, count: usize) {
    let old = document(count, false);
    bencher.bench(|| compare(divan::black_box(&old), divan::black_box(&old)));
}

/// What is at hand everywhere, and pairs no paragraphs.
#[divan::bench(args = [500, 5000], sample_count = 5)]
fn git_word_diff(bencher: Bencher<'_, '_>, count: usize) {
    let folder = tempfile::tempdir().expect("a folder");
    let path = |name: &str, is_newer: bool| {
        let path = folder.path().join(name);
        fs::write(&path, text(count, is_newer)).expect("written");
        path
    };
    let (old, new) = (path("old.txt", false), path("new.txt", true));
    bencher.bench(|| {
        let mut git = Command::new("git");
        git.args(["diff", "--no-index", "--word-diff"]).arg(&old).arg(&new);
        git.stdout(Stdio::null()).status().expect("git is there")
    });
}
