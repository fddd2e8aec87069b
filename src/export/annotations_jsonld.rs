//! Annotations in the W3C Web Annotation model (<https://www.w3.org/TR/annotation-model/>), and back.

use serde_json::{Value, json};

use super::Noted;
use crate::annotations::{Anchor, Annotation};

/// An annotation collection's items, as a list.
#[must_use]
pub fn annotations_jsonld(all: &[Noted]) -> String {
    let list: Vec<Value> = all.iter().map(one).collect();
    format!("{:#}\n", Value::Array(list))
}

fn one(noted: &Noted) -> Value {
    let a = &noted.annotation;
    let tag = |tag: &String| json!({"type": "TextualBody", "purpose": "tagging", "value": tag});
    let mut bodies: Vec<Value> = a.tags.iter().map(tag).collect();
    if !a.note.is_empty() {
        bodies.push(json!({"type": "TextualBody", "purpose": "commenting", "value": a.note}));
    }
    if let Some(colour) = &a.colour {
        bodies.push(json!({"type": "TextualBody", "purpose": "highlighting", "value": colour}));
    }
    let targets: Vec<Value> =
        std::iter::once(&a.at).chain(&a.also).map(|at| target(&noted.source, at)).collect();
    json!({
        "@context": "http://www.w3.org/ns/anno.jsonld",
        "id": format!("urn:seized:{}", a.id),
        "type": "Annotation",
        "creator": {"type": "Person", "name": a.author},
        "created": a.created,
        "modified": a.modified,
        "body": bodies,
        "target": targets,
        "seized:conflict": a.conflict, "seized:extra": a.extra,
    })
}

fn target(source: &str, at: &Anchor) -> Value {
    let exact = at.quote.as_ref().or(at.text.as_ref());
    let quote = exact.map(|exact| {
        json!({"type": "TextQuoteSelector", "exact": exact,
               "prefix": at.prefix, "suffix": at.suffix})
    });
    let position = at
        .range
        .map(|(start, end)| json!({"type": "TextPositionSelector", "start": start, "end": end}));
    let refined: Vec<Value> = quote.into_iter().chain(position).collect();
    json!({
        "source": source,
        "selector": {
            "type": "FragmentSelector", "value": at.paragraph,
            "seized:whole": at.quote.is_none(), "refinedBy": refined,
        },
        "seized:extra": at.extra,
    })
}

/// Reads what [`annotations_jsonld`] wrote.
///
/// # Errors
/// Where it is no JSON, or an item has no id or no place.
pub fn annotations_from_jsonld(text: &str) -> Result<Vec<Annotation>, String> {
    let list: Vec<Value> = serde_json::from_str(text).map_err(|error| error.to_string())?;
    let read = |(i, value)| back(value).ok_or_else(|| format!("item {} has no id or place", i + 1));
    list.iter().enumerate().map(read).collect()
}

fn back(value: &Value) -> Option<Annotation> {
    let targets = value["target"].as_array().map_or(&[][..], Vec::as_slice);
    let mut anchors = targets.iter().map(place).collect::<Option<Vec<Anchor>>>()?.into_iter();
    let bodies = value["body"].as_array().map_or(&[][..], Vec::as_slice);
    let of_purpose = |name: &'static str| {
        bodies.iter().filter(move |body| body["purpose"] == name).map(|body| text(&body["value"]))
    };
    Some(Annotation {
        id: value["id"].as_str()?.strip_prefix("urn:seized:")?.to_owned(),
        at: anchors.next()?,
        also: anchors.collect(),
        tags: of_purpose("tagging").collect(),
        note: of_purpose("commenting").next().unwrap_or_default(),
        colour: of_purpose("highlighting").next(),
        author: text(&value["creator"]["name"]),
        created: text(&value["created"]),
        modified: text(&value["modified"]),
        conflict: value["seized:conflict"].as_str().map(str::to_owned),
        extra: extra(&value["seized:extra"]),
    })
}

fn place(target: &Value) -> Option<Anchor> {
    let selector = &target["selector"];
    let refined = selector["refinedBy"].as_array().map_or(&[][..], Vec::as_slice);
    let of_type = |name: &str| refined.iter().find(|selector| selector["type"] == name);
    let is_whole = selector["seized:whole"] == true;
    let mut at = Anchor {
        paragraph: selector["value"].as_str()?.to_owned(),
        extra: extra(&target["seized:extra"]),
        ..Anchor::default()
    };
    if let Some(quote) = of_type("TextQuoteSelector") {
        let exact = Some(text(&quote["exact"]));
        (at.quote, at.text) = if is_whole { (None, exact) } else { (exact, None) };
        (at.prefix, at.suffix) = (text(&quote["prefix"]), text(&quote["suffix"]));
    }
    at.range = of_type("TextPositionSelector").and_then(|position| {
        let number = |name: &str| usize::try_from(position[name].as_u64()?).ok();
        Some((number("start")?, number("end")?))
    });
    Some(at)
}

fn text(value: &Value) -> String {
    value.as_str().unwrap_or_default().to_owned()
}

fn extra(value: &Value) -> Vec<(String, String)> {
    serde_json::from_value(value.clone()).unwrap_or_default()
}
