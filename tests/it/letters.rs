//! Every letter of a source is shown: in the title, a block, a footnote, among the debris that `show --all`
//! lists, or in a field of the head; and none is shown more often than the source has it, but in the title,
//! which may be that of a part and stand above its words as well.

use std::{collections::BTreeMap, fs};

use proptest::prelude::*;
use seized::{
    document::{Document, Mark},
    manuscript::Manuscript,
    parse::parse,
    source,
};

use crate::{support, tiles};

type Letters = BTreeMap<char, i64>;

fn add(letters: &mut Letters, text: &str, times: i64) {
    // The label of a raised mark is in plain digits.
    let plain = |c: char| match c {
        '¹' => '1',
        '²' => '2',
        '³' => '3',
        '\u{2070}' | '\u{2074}'..='\u{2079}' => {
            char::from_digit(u32::from(c) - 0x2070, 10).unwrap_or(c)
        }
        c => c,
    };
    for c in text.chars().filter(|c| c.is_alphanumeric()) {
        *letters.entry(plain(c)).or_insert(0) += times;
    }
}

/// The letters of what a reader sees of the body and of what is no body, but for the title.
fn shown(document: &Document) -> Letters {
    let mut letters = Letters::new();
    let mut see = |text: &str| add(&mut letters, text, 1);
    // The digits of a doubtful mark are among the words.
    let marks = |marks: &[Mark]| -> String {
        marks.iter().filter(|mark| mark.kept == 0).map(|mark| mark.label.as_str()).collect()
    };
    for block in &document.blocks {
        see(&block.label);
        see(&block.text);
        see(&marks(&block.marks));
    }
    for note in &document.footnotes {
        see(&note.mark);
        see(&note.text);
    }
    for debris in &document.debris {
        see(&debris.text);
    }
    letters
}

/// The letters of the title and of the head's fields, which show lines of the head as they are printed.
fn fields(document: &Document) -> Letters {
    let head = &document.head;
    let symbol = head.symbol.as_ref().map(|symbol| symbol.as_str());
    let fields =
        [symbol, head.number.as_deref(), head.session.as_deref(), head.agenda_title.as_deref()];
    let mut letters = Letters::new();
    add(&mut letters, head.title.as_deref().unwrap_or_default(), 1);
    head.title_marks.iter().for_each(|mark| add(&mut letters, &mark.label, 1));
    for field in fields.into_iter().flatten().chain(head.sponsors.iter().map(String::as_str)) {
        add(&mut letters, field, 1);
    }
    letters
}

/// The letters that are shown nowhere, and those that are shown and are not there.
fn faults(text: &str) -> (String, String) {
    let (document, _) = parse(&Manuscript::plain(text));
    faults_of(text, &document)
}

fn faults_of(text: &str, document: &Document) -> (String, String) {
    let mut missing = Letters::new();
    add(&mut missing, text, 1);
    for (c, times) in shown(document) {
        *missing.entry(c).or_insert(0) -= times;
    }
    let of_fields = fields(document);
    let (mut lost, mut strange) = (String::new(), String::new());
    for (c, times) in missing {
        let lost_times = times - of_fields.get(&c).copied().unwrap_or(0);
        lost.extend((0..lost_times).map(|_| c));
        strange.extend((0..-times).map(|_| c));
    }
    (lost, strange)
}

fn holds(text: &str) -> Result<(), TestCaseError> {
    let (lost, strange) = faults(text);
    prop_assert!(lost.is_empty(), "{lost} is shown nowhere of {text:?}");
    prop_assert!(strange.is_empty(), "{strange} is shown and not in {text:?}");
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn of_any_text(text in "(?s).{0,400}") {
        holds(&text)?;
    }

    #[test]
    fn of_text_that_looks_like_resolutions(text in tiles::lines()) {
        holds(&text)?;
    }
}

#[test]
fn of_the_sample() {
    holds(include_str!("../../assets/A_RES_72_247.txt")).unwrap();
}

#[test]
#[ignore = "reads the corpus: SEIZED_CORPUS, or ../shared/corpus"]
fn of_the_corpus() {
    let mut found = Vec::new();
    let mut count = 0;
    for file in support::files(&support::corpus()) {
        let Ok(bytes) = fs::read(&file) else { continue };
        let Ok(manuscript) = source::read(bytes, &file.to_string_lossy()) else { continue };
        let (document, _) = parse(&manuscript);
        count += 1;
        // Notes in brackets among the words get numbers that no text has: what is strange is not asked.
        let (lost, _) = faults_of(&manuscript.text, &document);
        if !lost.is_empty() {
            found.push(format!("{}: {lost:?} is shown nowhere", file.display()));
        }
    }
    assert!(count > 0 && found.is_empty(), "{} of {count}\n{}", found.len(), found.join("\n"));
}
