//! Paragraphs in two versions, and what each edit between them is called, as a person has read and approved it:
//! `fixtures/edits.txt`, `old | new` on a line.
//!
//! `SEIZED_RENEW=1 cargo test --test it edits::` writes the answers anew; what changed is to be read.

use seized::{
    compare::{Pairing, compare, joined_text},
    document::Document,
    manuscript::Manuscript,
    parse::parse,
};

use crate::support::sentences::{Sentence, hold};

const FILE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/it/fixtures/edits.txt");

/// The formula of each language, and a paragraph that stays, so that the language is told.
const FRAMES: [(&str, &str); 6] = [
    (
        "en",
        "The General Assembly,\n\nRecalling the purposes of the Charter of the United Nations and all that follows from them,",
    ),
    (
        "fr",
        "L’Assemblée générale,\n\nRappelant les buts de la Charte des Nations Unies et tout ce qui en découle,",
    ),
    (
        "es",
        "La Asamblea General,\n\nRecordando los propósitos de la Carta de las Naciones Unidas y todo lo que se desprende de ellos,",
    ),
    (
        "ru",
        "Генеральная Ассамблея,\n\nссылаясь на цели Устава Организации Объединенных Наций и на все, что из них следует,",
    ),
    ("zh", "大会，\n\n回顾《联合国宪章》的宗旨和由此产生的一切，"),
    ("ar", "إن الجمعية العامة،\n\nإذ تشير إلى مقاصد ميثاق الأمم المتحدة وكل ما يترتب عليها،"),
];

fn document(language: &str, words: &str) -> Document {
    let frame = FRAMES.iter().find(|(name, _)| *name == language).expect("a language").1;
    parse(&Manuscript::plain(format!("{frame}\n\n{}\n", words.replace('¶', "\n\n")))).0
}

fn answer(sentence: &Sentence<'_>) -> String {
    let (old, new) = sentence.words.split_once(" | ").expect("two versions");
    let (a, b) = (document(sentence.frame, old), document(sentence.frame, new));
    let mut out = String::new();
    for pairing in compare(&a, &b).iter().filter(|pairing| pairing.is_changed()) {
        let (left, right) = (joined_text(&a, pairing.left()), joined_text(&b, pairing.right()));
        let verb = pairing.pair().and_then(|pair| pair.verb.as_ref());
        let step = verb.map_or(String::new(), |verb| format!(" {:+}", verb.step));
        let moved = if pairing.is_moved() { " moved" } else { "" };
        out.push_str(&format!("  {}{step}{moved}\n", pairing.kind().name()));
        if let Pairing::Both(_) = pairing {
            for edit in pairing.edits() {
                let words = |text: &str, range: &std::ops::Range<usize>| {
                    text.get(range.clone()).unwrap_or("no place").to_owned()
                };
                let (old, new) = (words(&left, &edit.left), words(&right, &edit.right));
                out.push_str(&format!("    {} [-{old}-]{{+{new}+}}\n", edit.kind.name()));
            }
        }
    }
    out
}

#[test]
fn edits_are_called_as_it_was_approved() {
    hold(FILE, answer);
}
