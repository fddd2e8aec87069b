//! Comparisons as JSON for other programs. Field names and values are a promise; places count Unicode
//! scalar values.

use std::ops::Range;

use serde::Serialize;
use serde_json::{Map, Value, json};

use super::Compared;
use crate::{
    compare::{Alignment, Edit, Kind, Pairing, Series, Summary, joined_text},
    document::Passage,
    text::printable,
};

#[derive(Serialize)]
struct Text<'a> {
    file: &'a str,
    symbol: Option<&'a str>,
}

impl<'a> Text<'a> {
    fn of(compared: &'a Compared<'_>) -> Self {
        Self { file: compared.file, symbol: compared.symbol() }
    }
}

#[derive(Serialize)]
struct JsonPair {
    a: Value,
    b: Value,
    kind: &'static str,
    moved: bool,
    likeness: Option<f64>,
    verb: Option<Value>,
    edits: Vec<JsonEdit>,
}

#[derive(Serialize)]
struct JsonEdit {
    op: &'static str,
    a: [usize; 2],
    b: [usize; 2],
    kind: &'static str,
}

/// A comparison as one object, pretty-printed, a line feed at its end.
#[must_use]
pub fn comparison_json(a: &Compared<'_>, b: &Compared<'_>, pairings: &[Pairing]) -> String {
    let pairs: Vec<JsonPair> = pairings.iter().map(|pairing| json_pair(a, b, pairing)).collect();
    let summary = Summary::of(pairings);
    let mut counts: Map<String, Value> = Kind::ALL
        .iter()
        .map(|kind| (kind.name().to_owned(), summary.count(*kind).into()))
        .collect();
    for (name, count) in
        [("moved", summary.moved), ("stronger", summary.stronger), ("weaker", summary.weaker)]
    {
        counts.insert(name.to_owned(), count.into());
    }
    written(&json!({ "a": Text::of(a), "b": Text::of(b), "pairs": pairs, "summary": counts }))
}

fn written(value: &Value) -> String {
    // Every key is a string, so that writing cannot fail; and if it did, nothing is better than half.
    let written = serde_json::to_string_pretty(value).unwrap_or_default();
    format!("{}\n", printable::json(&written))
}

fn json_pair(a: &Compared<'_>, b: &Compared<'_>, pairing: &Pairing) -> JsonPair {
    let cite =
        |compared: &Compared<'_>, passages: &[Passage]| match compared.cites(passages).as_slice() {
            [] => Value::Null,
            [only] => only.clone().into(),
            several => several.to_vec().into(),
        };
    let (left, right) =
        (joined_text(a.document, pairing.left()), joined_text(b.document, pairing.right()));
    let pair = pairing.pair();
    let verb = pair.and_then(|pair| pair.verb.as_ref());
    JsonPair {
        a: cite(a, pairing.left()),
        b: cite(b, pairing.right()),
        kind: pairing.kind().name(),
        moved: pairing.is_moved(),
        likeness: pair.map(|pair| (pair.likeness * 10_000.0).round() / 10_000.0),
        verb: verb.map(|verb| json!({ "from": verb.from, "to": verb.to, "step": verb.step })),
        edits: pairing.edits().iter().map(|edit| json_edit(&left, &right, edit)).collect(),
    }
}

fn json_edit(left: &str, right: &str, edit: &Edit) -> JsonEdit {
    let op = match (edit.left.is_empty(), edit.right.is_empty()) {
        (false, true) => "delete",
        (true, _) => "insert",
        _ => "replace",
    };
    JsonEdit {
        op,
        a: characters(left, &edit.left),
        b: characters(right, &edit.right),
        kind: edit.kind.name(),
    }
}

/// A range of bytes of a text in Unicode scalar values.
fn characters(text: &str, range: &Range<usize>) -> [usize; 2] {
    let count = |end: usize| text.get(..end).map_or(0, |before| before.chars().count());
    [count(range.start), count(range.end)]
}

/// A series as one object: the texts, and one row a paragraph with its citation in each.
#[must_use]
pub fn series_json(texts: &[Compared<'_>], series: &Series) -> String {
    let named: Vec<Text<'_>> = texts.iter().map(Text::of).collect();
    let row = |row: &Vec<Option<Passage>>| -> Vec<Option<String>> {
        let cite = |(text, passage): (&Compared<'_>, &Option<Passage>)| {
            passage.map(|passage| text.document.cite(passage).to_string())
        };
        texts.iter().zip(row).map(cite).collect()
    };
    let rows: Vec<_> = series.rows.iter().map(row).collect();
    written(&json!({ "texts": named, "rows": rows }))
}

/// Two languages as one object: the citations that say the same, and how much of both has a counterpart.
#[must_use]
pub fn alignment_json(a: &Compared<'_>, b: &Compared<'_>, alignment: &Alignment) -> String {
    let pairs: Vec<[Vec<String>; 2]> =
        alignment.pairs.iter().map(|(left, right)| [a.cites(left), b.cites(right)]).collect();
    let coverage = (alignment.coverage() * 10_000.0).round() / 10_000.0;
    written(&json!({
        "a": Text::of(a), "b": Text::of(b), "pairs": pairs, "coverage": coverage
    }))
}
