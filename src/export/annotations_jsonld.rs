//! Annotations in the W3C Web Annotation model (<https://www.w3.org/TR/annotation-model/>), and back.

use serde_json::{Value, json};

use super::Noted;
use crate::{
    annotations::{Anchor, Annotation, Inherited, derived_id},
    text::printable,
};

/// What `seized:` stands for: fields of ours that the model has no place for.
const OURS: &str = "urn:seized:";

/// A list of annotations.
#[must_use]
pub fn annotations_jsonld(all: &[Noted]) -> String {
    let list: Vec<Value> = all.iter().map(one).collect();
    format!("{}\n", printable::json(&format!("{:#}", Value::Array(list))))
}

fn one(noted: &Noted) -> Value {
    let a = &noted.annotation;
    let body = |purpose: &str, value: &str| json!({"type": "TextualBody", "format": "text/plain", "purpose": purpose, "value": value});
    let mut bodies: Vec<Value> = a.tags.iter().map(|tag| body("tagging", tag)).collect();
    if !a.note.is_empty() {
        bodies.push(body("commenting", &a.note));
    }
    bodies.extend(a.colour.as_deref().map(|colour| body("highlighting", colour)));
    let mut motivation: Vec<&Value> = bodies.iter().map(|body| &body["purpose"]).collect();
    motivation.dedup();
    let targets: Vec<Value> =
        std::iter::once(&a.at).chain(&a.also).map(|at| target(&noted.source, at)).collect();
    let mut made = json!({
        "@context": ["http://www.w3.org/ns/anno.jsonld", {"seized": OURS}],
        "id": format!("{SCHEME}{}", a.id),
        "type": "Annotation",
        "motivation": motivation,
        "body": bodies,
        "target": targets,
    });
    let creator = json!({"type": "Person", "name": a.author});
    let ours = [
        ("creator", !a.author.is_empty(), creator),
        ("created", !a.created.is_empty(), json!(a.created)),
        ("modified", !a.modified.is_empty(), json!(a.modified)),
        ("seized:citation", true, json!(noted.citation)),
        ("seized:conflict", a.conflict.is_some(), json!(a.conflict)),
        ("seized:from", a.inherited.is_some(), from(a.inherited.as_ref())),
        ("seized:extra", !a.extra.is_empty(), json!(a.extra)),
    ];
    for (name, is_there, value) in ours {
        if is_there {
            made[name] = value;
        }
    }
    made
}

/// What ids of ours begin with.
const SCHEME: &str = "urn:seized:";

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
        "seized:paragraph": at.quote.as_ref().and(at.text.as_ref()),
        "seized:beside": at.beside,
        "seized:rival": at.rival,
        "seized:only": at.only,
        "seized:extra": at.extra,
    })
}

/// Reads Web Annotations: what [`annotations_jsonld`] wrote, as it was; of other programs one, a
/// list, or a page with `items`, of which tags, notes and quotes are understood. Their anchors name
/// no paragraph: it is for the caller to find the words.
///
/// # Errors
/// Where it is no JSON, or an item has no id or no place; the message says which.
pub fn annotations_from_jsonld(text: &str) -> Result<Vec<Annotation>, String> {
    let value: Value = serde_json::from_str(text).map_err(|error| error.to_string())?;
    let list = match &value {
        Value::Array(list) => list.as_slice(),
        page if page["items"].is_array() => several(&page["items"]),
        page if page["first"]["items"].is_array() => several(&page["first"]["items"]),
        one => std::slice::from_ref(one),
    };
    let read = |(i, value)| back(value).ok_or_else(|| format!("item {} has no id or place", i + 1));
    list.iter().enumerate().map(read).collect()
}

/// In JSON-LD one thing and a list of one thing are the same.
fn several(value: &Value) -> &[Value] {
    match value {
        Value::Null => &[],
        Value::Array(list) => list,
        one => std::slice::from_ref(one),
    }
}

fn back(value: &Value) -> Option<Annotation> {
    let targets = several(&value["target"]);
    let mut anchors = targets.iter().map(place).collect::<Option<Vec<Anchor>>>()?.into_iter();
    let bodies = several(&value["body"]);
    let of_purpose = |name: &'static str| {
        bodies.iter().filter(move |body| body["purpose"] == name).map(|body| text(&body["value"]))
    };
    // A body without a purpose is a remark, as most programs write it.
    let remark = || bodies.iter().find(|b| b["purpose"].is_null()).map(|b| text(&b["value"]));
    let id = value["id"].as_str()?;
    Some(Annotation {
        id: id.strip_prefix(SCHEME).map_or_else(|| derived_id(id), str::to_owned),
        at: anchors.next()?,
        also: anchors.collect(),
        tags: of_purpose("tagging").collect(),
        note: of_purpose("commenting").next().or_else(remark).unwrap_or_default(),
        colour: of_purpose("highlighting").next(),
        author: text(&value["creator"]["name"]),
        created: text(&value["created"]),
        modified: text(&value["modified"]),
        conflict: value["seized:conflict"].as_str().map(str::to_owned),
        inherited: inherited(&value["seized:from"]),
        extra: extra(&value["seized:extra"]),
    })
}

fn from(inherited: Option<&Inherited>) -> Value {
    inherited.map_or(Value::Null, |own| {
        json!({ "symbol": own.symbol, "file": own.file, "id": own.id, "reviewed": own.is_reviewed })
    })
}

fn inherited(value: &Value) -> Option<Inherited> {
    Some(Inherited {
        symbol: value["symbol"].as_str().map(str::to_owned),
        file: text(&value["file"]),
        id: value["id"].as_str()?.to_owned(),
        is_reviewed: value["reviewed"] != false,
    })
}

fn place(target: &Value) -> Option<Anchor> {
    let outer = several(&target["selector"]);
    let fragment = outer.iter().find(|selector| selector["type"] == "FragmentSelector");
    let refined = fragment.map_or(outer, |fragment| several(&fragment["refinedBy"]));
    let of_type = |name: &str| refined.iter().chain(outer).find(|found| found["type"] == name);
    let is_whole = fragment.is_some_and(|fragment| fragment["seized:whole"] == true);
    let mut at = Anchor {
        paragraph: fragment.map_or_else(String::new, |fragment| text(&fragment["value"])),
        rival: target["seized:rival"].as_u64().and_then(|rival| u8::try_from(rival).ok()),
        only: text(&target["seized:only"]),
        extra: extra(&target["seized:extra"]),
        ..Anchor::default()
    };
    if let Some(quote) = of_type("TextQuoteSelector") {
        let exact = Some(text(&quote["exact"]));
        (at.quote, at.text) = if is_whole { (None, exact) } else { (exact, None) };
        (at.prefix, at.suffix) = (text(&quote["prefix"]), text(&quote["suffix"]));
        if let (false, Some(paragraph)) = (is_whole, target["seized:paragraph"].as_str()) {
            at.text = Some(paragraph.to_owned());
        }
        at.beside = serde_json::from_value(target["seized:beside"].clone()).unwrap_or_default();
    } else if fragment.is_none() {
        return None;
    }
    // Without our paragraph a position counts characters of something else.
    at.range =
        of_type("TextPositionSelector").filter(|_| fragment.is_some()).and_then(|position| {
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
