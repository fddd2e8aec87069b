//! One annotation or bookmark as RON text, and back: as a list of fields with their values, which is
//! also what a merge compares. Fields it does not know are kept as they stand. Knows no file.

use std::{fmt::Write as _, ops::Range, sync::Arc};

use super::{
    Anchor, Annotation, Bookmark, Entry, Inherited,
    scan::{self, Misread},
};

/// A field's name and its value as RON text.
pub(super) type FieldText = (String, String);

/// Reads a record.
pub(super) fn read(text: &str, is_bookmark: bool) -> Result<Entry, Misread> {
    let fields = scan::fields(text, scan::opening(text, b'(')?)?;
    from_fields(
        fields.into_iter().map(|(name, range)| (name, range.start, &text[range])),
        is_bookmark,
    )
}

/// Puts a record together from its fields: names, where their values stand, and the values.
pub(super) fn from_fields<'a>(
    fields: impl Iterator<Item = (&'a str, usize, &'a str)>,
    is_bookmark: bool,
) -> Result<Entry, Misread> {
    let mut made: Entry =
        if is_bookmark { Bookmark::default().into() } else { Annotation::default().into() };
    for (name, at, value) in fields {
        match &mut made {
            Entry::Annotation(annotation) => {
                annotation_field(Arc::make_mut(annotation), name, value)
            }
            Entry::Bookmark(bookmark) => bookmark_field(Arc::make_mut(bookmark), name, value),
        }
        .map_err(|(inner, why)| (at + inner, why))?;
    }
    match (made.id().is_empty(), made.at().paragraph.is_empty()) {
        (true, _) => Err((0, "the record has no id".into())),
        (_, true) => Err((0, "the record says no paragraph".into())),
        _ => Ok(made),
    }
}

fn annotation_field(made: &mut Annotation, name: &str, value: &str) -> Result<(), Misread> {
    match name {
        "id" => made.id = string(value)?,
        "at" => made.at = anchor(value)?,
        "also" => made.also = list(value, anchor)?,
        "tags" => made.tags = list(value, string)?,
        "note" => made.note = string(value)?,
        "colour" => made.colour = optional(value)?,
        "author" => made.author = string(value)?,
        "created" => made.created = string(value)?,
        "modified" => made.modified = string(value)?,
        "conflict" => made.conflict = optional(value)?,
        "from" | "reviewed" => inherited_field(made, name, value)?,
        _ => made.extra.push((name.to_owned(), value.to_owned())),
    }
    Ok(())
}

/// Where an annotation was carried from, and whether that was reviewed: in either order.
fn inherited_field(made: &mut Annotation, name: &str, value: &str) -> Result<(), Misread> {
    let kept = made.extra.iter().position(|(other, _)| other == "reviewed");
    match (name, from(value)) {
        ("from", Some(read)) => {
            let reviewed = kept.map(|at| made.extra.remove(at).1);
            let is_reviewed = reviewed.as_deref() != Some("false");
            made.inherited = Some(Inherited { is_reviewed, ..read });
        }
        ("from", None) => made.extra.push((name.to_owned(), value.to_owned())),
        _ => match &mut made.inherited {
            Some(inherited) => inherited.is_reviewed = plain(value)?,
            None => made.extra.push((name.to_owned(), value.to_owned())),
        },
    }
    Ok(())
}

/// Where an annotation was carried from, where this version knows all that is said of it.
fn from(text: &str) -> Option<Inherited> {
    let mut made = Inherited { is_reviewed: true, ..Inherited::default() };
    for (name, range) in scan::fields(text, scan::opening(text, b'(').ok()?).ok()? {
        let value = text.get(range)?;
        match name {
            "symbol" => made.symbol = optional(value).ok()?,
            "file" => made.file = string(value).ok()?,
            "id" => made.id = string(value).ok()?,
            // Of a newer version: it is kept as it stands.
            _ => return None,
        }
    }
    (!made.id.is_empty()).then_some(made)
}

fn from_text(inherited: &Inherited) -> String {
    let symbol = option(inherited.symbol.as_deref());
    let (file, id) = (quoted(&inherited.file), quoted(&inherited.id));
    format!("(symbol: {symbol}, file: {file}, id: {id})")
}

fn bookmark_field(made: &mut Bookmark, name: &str, value: &str) -> Result<(), Misread> {
    match name {
        "id" => made.id = string(value)?,
        "key" => made.key = plain(value)?,
        "at" => made.at = anchor(value)?,
        "label" => made.label = string(value)?,
        "created" => made.created = string(value)?,
        "conflict" => made.conflict = optional(value)?,
        _ => made.extra.push((name.to_owned(), value.to_owned())),
    }
    Ok(())
}

fn anchor(text: &str) -> Result<Anchor, Misread> {
    let mut made = Anchor::default();
    for (name, range) in scan::fields(text, scan::opening(text, b'(')?)? {
        let value = &text[range.clone()];
        let shifted = |(inner, why): Misread| (range.start + inner, why);
        match name {
            "paragraph" => made.paragraph = string(value).map_err(shifted)?,
            "quote" => made.quote = Some(string(value).map_err(shifted)?),
            "prefix" => made.prefix = string(value).map_err(shifted)?,
            "suffix" => made.suffix = string(value).map_err(shifted)?,
            "range" => made.range = Some(pair(value).map_err(shifted)?),
            "text" => made.text = Some(string(value).map_err(shifted)?),
            "beside" => made.beside = Some(plain(value).map_err(shifted)?),
            "rival" => made.rival = Some(small(value).map_err(shifted)?),
            "only" => made.only = string(value).map_err(shifted)?,
            _ => made.extra.push((name.to_owned(), value.to_owned())),
        }
    }
    Ok(made)
}

/// A number up to 255.
fn small(value: &str) -> Result<u8, Misread> {
    value.trim().parse().map_err(|_| (0, "expected a number up to 255".into()))
}

/// A list of things that `read` reads.
pub(super) fn list<T>(
    text: &str,
    read: impl Fn(&str) -> Result<T, Misread>,
) -> Result<Vec<T>, Misread> {
    let item = |item: scan::Item| {
        let start = item.range.start;
        read(&text[item.range]).map_err(|(inner, why)| (start + inner, why))
    };
    scan::items(text, scan::opening(text, b'[')?)?.0.into_iter().map(item).collect()
}

/// A string. The common case is read here, as a file has tens of thousands of them.
pub(super) fn string(value: &str) -> Result<String, Misread> {
    let inner = value.strip_prefix('"').and_then(|rest| rest.strip_suffix('"'));
    match inner {
        Some(inner) if memchr::memchr2(b'"', b'\\', inner.as_bytes()).is_none() => {
            Ok(inner.to_owned())
        }
        _ => plain(value),
    }
}

/// `(20, 46)`, read here where it is written as usual.
fn pair(value: &str) -> Result<(usize, usize), Misread> {
    let inner = value.strip_prefix('(').and_then(|rest| rest.strip_suffix(')'));
    let usual = inner.and_then(|inner| {
        let (start, end) = inner.split_once(',')?;
        Some((start.trim().parse().ok()?, end.trim().parse().ok()?))
    });
    usual.map_or_else(|| plain(value), Ok)
}

/// `None`, or `Some("…")`.
pub(super) fn optional(value: &str) -> Result<Option<String>, Misread> {
    if value == "None" {
        return Ok(None);
    }
    match value.strip_prefix("Some(").and_then(|rest| rest.strip_suffix(')')) {
        Some(inner) if inner.starts_with('"') => string(inner).map(Some),
        _ => plain(value),
    }
}

/// Any plain value.
pub(super) fn plain<T: serde::de::DeserializeOwned>(value: &str) -> Result<T, Misread> {
    ron::from_str(value).map_err(|error| (0, error.code.to_string()))
}

/// The fields of a record in the order in which they are written.
pub(super) fn fields(entry: &Entry) -> Vec<FieldText> {
    let mut fields: Vec<(&str, String)> = Vec::new();
    let extra = match entry {
        Entry::Annotation(a) => {
            fields.extend([("id", quoted(&a.id)), ("at", anchor_text(&a.at))]);
            if !a.also.is_empty() {
                fields.push(("also", list_text(&a.also, anchor_text)));
            }
            fields.extend([
                ("tags", list_text(&a.tags, |tag| quoted(tag))),
                ("note", quoted(&a.note)),
                ("colour", option(a.colour.as_deref())),
            ]);
            if a.conflict.is_some() {
                fields.push(("conflict", option(a.conflict.as_deref())));
            }
            if let Some(inherited) = &a.inherited {
                fields.push(("from", from_text(inherited)));
                fields.push(("reviewed", inherited.is_reviewed.to_string()));
            }
            fields.extend([
                ("author", quoted(&a.author)),
                ("created", quoted(&a.created)),
                ("modified", quoted(&a.modified)),
            ]);
            &a.extra
        }
        Entry::Bookmark(b) => {
            let key = b.key.map_or_else(|| "None".into(), |key| format!("Some({key:?})"));
            fields.extend([("id", quoted(&b.id)), ("key", key), ("at", anchor_text(&b.at))]);
            fields.extend([("label", quoted(&b.label)), ("created", quoted(&b.created))]);
            if b.conflict.is_some() {
                fields.push(("conflict", option(b.conflict.as_deref())));
            }
            &b.extra
        }
    };
    let named = fields.into_iter().map(|(name, value)| (name.to_owned(), value));
    named.chain(extra.iter().cloned()).collect()
}

/// A record as this program writes it: an annotation over several lines, a bookmark in one.
pub(super) fn print(entry: &Entry) -> String {
    let fields = fields(entry);
    let is_bookmark = matches!(entry, Entry::Bookmark(_));
    let mut out = String::from("(");
    for (i, (name, value)) in fields.iter().enumerate() {
        let lead = match name.as_str() {
            _ if is_bookmark && i == 0 => "",
            _ if is_bookmark => ", ",
            // Who and when stand in one line.
            "created" | "modified" => ", ",
            _ if i == 0 => "\n            ",
            _ => ",\n            ",
        };
        // Writing to a String cannot fail.
        let _ = write!(out, "{lead}{name}: {value}");
    }
    out + if is_bookmark { ")" } else { ",\n        )" }
}

/// The text of a record that has changed from `old` to `new`: only the values that changed are
/// written again, so that comments and the order of the fields stay.
pub(super) fn revise(raw: &str, old: &Entry, new: &Entry) -> String {
    // What this program wrote stays as this program writes.
    if raw == print(old) {
        return print(new);
    }
    let is_bookmark = new.is_bookmark();
    let spliced = splice(raw, &fields(old), &fields(new));
    match spliced.filter(|text| read(text, is_bookmark).as_ref() == Ok(new)) {
        Some(text) => text,
        // Too unusual to be changed in place: the comments before it stay.
        None => format!("{}{}", &raw[..scan::blank(raw, 0)], print(new)),
    }
}

/// The text of a record with the values that differ between two lists of its fields changed in place.
pub(super) fn splice(raw: &str, old: &[FieldText], new: &[FieldText]) -> Option<String> {
    let places = scan::fields(raw, scan::opening(raw, b'(').ok()?).ok()?;
    let place = |name: &str| places.iter().find(|(own, _)| *own == name).map(|(_, range)| range);
    let value = |all: &[FieldText], name: &str| {
        all.iter().find(|(own, _)| own == name).map(|(_, value)| value.clone())
    };
    let end = places.last()?.1.end;
    let mut edits: Vec<(Range<usize>, String)> = Vec::new();
    for (name, text) in new.iter().filter(|(name, text)| value(old, name).as_ref() != Some(text)) {
        match place(name) {
            Some(range) => edits.push((range.clone(), text.clone())),
            None => edits.push((end..end, format!(", {name}: {text}"))),
        }
    }
    for (name, _) in old.iter().filter(|(name, _)| value(new, name).is_none()) {
        let nothing = if name == "also" { "[]" } else { "None" };
        edits.push((place(name)?.clone(), nothing.into()));
    }
    edits.sort_by_key(|(range, _)| range.start);
    let mut text = raw.to_owned();
    for (range, value) in edits.into_iter().rev() {
        text.replace_range(range, &value);
    }
    Some(text)
}

fn anchor_text(at: &Anchor) -> String {
    let mut out = format!("(paragraph: {}", quoted(&at.paragraph));
    if let Some(quote) = &at.quote {
        let _ = write!(out, ", quote: {}", quoted(quote));
    }
    if at.quote.is_some() || !at.prefix.is_empty() || !at.suffix.is_empty() {
        let _ = write!(out, ", prefix: {}, suffix: {}", quoted(&at.prefix), quoted(&at.suffix));
    }
    if let Some((start, end)) = at.range {
        let _ = write!(out, ", range: ({start}, {end})");
    }
    if let Some(text) = &at.text {
        let _ = write!(out, ", text: {}", quoted(text));
    }
    if let Some((before, after)) = &at.beside {
        let _ = write!(out, ", beside: ({}, {})", quoted(before), quoted(after));
    }
    if let Some(rival) = at.rival {
        let _ = write!(out, ", rival: {rival}");
    }
    if !at.only.is_empty() {
        let _ = write!(out, ", only: {}", quoted(&at.only));
    }
    for (name, value) in &at.extra {
        let _ = write!(out, ", {name}: {value}");
    }
    out + ")"
}

/// `[…, …]`
pub(super) fn list_text<T>(items: &[T], print: impl Fn(&T) -> String) -> String {
    format!("[{}]", items.iter().map(print).collect::<Vec<_>>().join(", "))
}

/// `None`, or `Some("…")`.
pub(super) fn option(value: Option<&str>) -> String {
    value.map_or_else(|| "None".into(), |value| format!("Some({})", quoted(value)))
}

/// A string as RON has it, on one line; accents and Arabic stay readable, controls do not.
pub(super) fn quoted(value: &str) -> String {
    let mut out = String::with_capacity(value.len() + 2);
    out.push('"');
    for c in value.chars() {
        match c {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\r' => out.push_str("\\r"),
            '\t' => out.push_str("\\t"),
            c if c.is_control()
                || matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}') =>
            {
                let _ = write!(out, "\\u{{{:x}}}", u32::from(c));
            }
            c => out.push(c),
        }
    }
    out.push('"');
    out
}
