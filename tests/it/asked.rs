//! Paragraphs, and who is asked in each to do what, about what, for whom, by when, as a person has read and approved it:
//! `fixtures/asked.txt`, `asked-more.txt` and `asked-clauses.txt`, in six languages.
//!
//! `SEIZED_RENEW=1 cargo test --test it asked` writes the answers anew; what changed is to be read.

use seized::{mandates::mandates, manuscript::Manuscript, parse::parse};

use crate::{
    support::sentences::{Sentence, hold},
    versions::asked,
};

const FILE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/it/fixtures/asked.txt");
const MORE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/it/fixtures/asked-more.txt");
const CLAUSES: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/it/fixtures/asked-clauses.txt");

/// The head, formula and preamble in which a language's paragraphs stand.
const FRAMES: [(&str, &str); 9] = [
    (
        "en",
        "Resolution adopted by the General Assembly on 17 December 2020\n\n75/900. Lamps\n\nThe General Assembly,\n\nRecalling its resolution 70/1 of 25 September 2015,",
    ),
    (
        "en.sc",
        "Resolution 2990 (2020)\nAdopted by the Security Council at its 8800th meeting, on 17 December 2020\n\nThe Security Council,\n\nRecalling its resolution 2231 (2015),",
    ),
    (
        "en.hrc",
        "Resolution adopted by the Human Rights Council on 6 October 2020\n\n45/90. Lamps\n\nThe Human Rights Council,\n\nRecalling its resolution 5/1 of 18 June 2007,",
    ),
    (
        "en.esc",
        "2020/90. Lamps\n\nThe Economic and Social Council,\n\nRecalling its resolution 2015/30 of 22 July 2015,",
    ),
    (
        "fr",
        "Résolution adoptée par l’Assemblée générale le 17 décembre 2020\n\n75/900. Phares\n\nL’Assemblée générale,\n\nRappelant sa résolution 70/1 du 25 septembre 2015,",
    ),
    (
        "es",
        "Resolución aprobada por la Asamblea General el 17 de diciembre de 2020\n\n75/900. Faros\n\nLa Asamblea General,\n\nRecordando su resolución 70/1, de 25 de septiembre de 2015,",
    ),
    (
        "ru",
        "Резолюция, принятая Генеральной Ассамблеей 17 декабря 2020 года\n\n75/900. Маяки\n\nГенеральная Ассамблея,\n\nссылаясь на свою резолюцию 70/1 от 25 сентября 2015 года,",
    ),
    ("zh", "2020年12月17日大会决议\n\n75/900. 灯塔\n\n大会，\n\n回顾其2015年9月25日第70/1号决议，"),
    (
        "ar",
        "قرار اتخذته الجمعية العامة في 17 كانون الأول/ديسمبر 2020\n\n75/900 - المنارات\n\nإن الجمعية العامة،\n\nإذ تشير إلى قرارها 70/1 المؤرخ 25 أيلول/سبتمبر 2015،",
    ),
];

fn answer(sentence: &Sentence<'_>) -> String {
    let frame = FRAMES.iter().find(|(name, _)| *name == sentence.frame);
    let (_, frame) = frame.expect("a language");
    let text = format!("{frame}\n\n{}\n", sentence.words.replace('¶', "\n\n"));
    let (document, _) = parse(&Manuscript::plain(text));
    let lines: String = mandates(&document).iter().map(asked).collect();
    // Chinese has no spaces by which a verb could be told from what it is done to.
    let is_told = |line: &&str| sentence.frame != "zh" || !line.starts_with(' ');
    lines.lines().filter(is_told).map(|line| format!("  {line}\n")).collect()
}

#[test]
fn what_paragraphs_ask_is_as_it_was_approved() {
    hold(FILE, answer);
}

#[test]
fn what_is_asked_in_other_words_is_as_it_was_approved() {
    hold(MORE, answer);
}

#[test]
fn what_is_asked_by_clauses_and_bodies_is_as_it_was_approved() {
    hold(CLAUSES, answer);
}
