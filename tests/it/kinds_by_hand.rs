//! What edits of real resolutions are called, against what a person calls them: 150 each of dates and numbers, of
//! connectives, of verbs, as they were found in pairs that nobody had looked at before.

use seized::{
    compare::{Pairing, compare},
    document::Document,
    manuscript::Manuscript,
    parse,
};

const BY_HAND: &str = include_str!("fixtures/kinds_by_hand.tsv");

/// An edit, and what a person calls it.
struct Row<'a> {
    label: &'a str,
    is_preamble: bool,
    before: &'a str,
    words: [&'a str; 2],
    after: &'a str,
}

fn rows() -> Vec<Row<'static>> {
    let row = |line: &'static str| {
        let fields: Vec<&str> = line.split('\t').collect();
        let [_, label, part, before, old, new, after] = fields.as_slice() else { panic!("{line}") };
        let is_preamble = *part == "preamble";
        Row { label, is_preamble, before, words: [old, new], after }
    };
    BY_HAND.lines().filter(|line| !line.starts_with('#')).map(row).collect()
}

/// A text with the words in a paragraph of their own.
fn text(row: &Row<'_>, side: usize) -> Document {
    let words = format!("{}{}{}", row.before, row.words[side], row.after);
    // Words from the middle of a paragraph stand in the middle of one.
    let is_middle = !words.starts_with(char::is_uppercase);
    // *Welcoming* may have become *Welcomes*.
    let first = words.split(' ').next().unwrap_or_default();
    let is_preamble = first.ends_with("ing") || row.is_preamble && !first.ends_with('s');
    let words = match (is_middle, is_preamble) {
        (false, _) => words,
        (true, true) => format!("Recalling that it was said that {words}"),
        (true, false) => format!("Requests the experts to consider that {words}"),
    };
    let text = match is_preamble {
        true => format!(
            "The General Assembly,\n\nGuided by the Charter,\n\n{words} with care,\n\n1. Decides to act.\n"
        ),
        false => format!(
            "The General Assembly,\n\nGuided by the Charter,\n\n1. {words} with care;\n\n2. Decides to act.\n"
        ),
    };
    parse::parse(&Manuscript::plain(text)).0
}

/// What the edit of a row is called.
fn found(row: &Row<'_>) -> String {
    let (old, new) = (text(row, 0), text(row, 1));
    let pairs = compare(&old, &new);
    let kinds = pairs.iter().flat_map(Pairing::edits).map(|edit| edit.kind);
    kinds.max().map_or("same", seized::compare::Kind::name).to_owned()
}

#[test]
fn edits_are_called_what_a_person_calls_them() {
    let rows = rows();
    for kind in ["technical", "connective", "verb"] {
        let found: Vec<(&Row<'_>, String)> = rows.iter().map(|row| (row, found(row))).collect();
        let of_kind: Vec<_> = found.iter().filter(|(_, found)| found == kind).collect();
        let wrong: Vec<String> = of_kind
            .iter()
            .filter(|(row, _)| row.label != kind)
            .map(|(row, _)| format!("{} {:?} {}", row.before, row.words, row.label))
            .collect();
        let missed: Vec<String> = found
            .iter()
            .filter(|(row, found)| row.label == kind && found != kind)
            .map(|(row, found)| format!("{} {:?} is {found}", row.before, row.words))
            .collect();
        assert!(of_kind.len() > 140, "{kind}: {missed:#?}");
        let least = if kind == "verb" { 0.95 } else { 0.98 };
        let right = 1.0 - wrong.len() as f64 / of_kind.len() as f64;
        assert!(right >= least, "{kind}: {right} {wrong:#?}");
        assert!(missed.len() <= of_kind.len() / 50, "{kind}: {missed:#?}");
    }
}
