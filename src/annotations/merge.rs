//! Three-way merge of annotations and bookmarks by id, field by field. Commutative and idempotent;
//! what contradicts keeps both versions, marked. Knows entries, not files.

use std::collections::{BTreeMap, HashMap, HashSet};

use super::{
    Entry, id,
    record::{self, FieldText},
};

/// What [`Annotation::conflict`](super::Annotation::conflict) says of an entry that one side removed
/// while the other changed it.
const DELETED: &str = "deleted";

/// The entries of `base` with the changes of both sides.
///
/// Different fields of one entry, and different tags, are merged. Where both sides changed the same
/// field in different ways, the entry keeps what was changed last, and the other version follows it
/// under a name of its own, marked with the id of the first. An entry that one side removed and the
/// other changed stays, marked `deleted`; one that was not changed goes.
///
/// The order is that of both sides where they agree, see `merged_order`.
#[must_use]
pub fn merge(base: &[Entry], ours: &[Entry], theirs: &[Entry]) -> Vec<Entry> {
    // What is most often asked: one side has done nothing.
    if base == ours {
        return theirs.to_vec();
    }
    if base == theirs {
        return ours.to_vec();
    }
    let (base, our, their) = (by_id(base), by_id(ours), by_id(theirs));
    let mut merged: Vec<Entry> = Vec::new();
    for id in merged_order(ours, theirs) {
        let (old, a, b) = (base.get(id).copied(), our.get(id).copied(), their.get(id).copied());
        let (kept, copy) = merge_one(old, a, b);
        merged.extend(kept);
        // The other version may be there from an earlier merge, or have been settled since.
        let is_new = |copy: &Entry| {
            let id = copy.id();
            !(our.contains_key(id) || their.contains_key(id) || base.contains_key(id))
        };
        merged.extend(copy.filter(is_new));
    }
    merged
}

fn by_id(entries: &[Entry]) -> HashMap<&str, &Entry> {
    entries.iter().map(|entry| (entry.id(), entry)).collect()
}

/// The ids of both sides, once each: in their common order where they have one, what only one side
/// has after what it follows there; else in the order of reading as far as citations tell it.
fn merged_order<'a>(ours: &'a [Entry], theirs: &'a [Entry]) -> Vec<&'a str> {
    let ids = |all: &'a [Entry]| all.iter().map(Entry::id).collect::<HashSet<&str>>();
    let (our_ids, their_ids) = (ids(ours), ids(theirs));
    let (mut ours_left, mut theirs_left) = (ours.iter().peekable(), theirs.iter().peekable());
    let mut order = Vec::new();
    loop {
        let (a, b) = (ours_left.peek().copied(), theirs_left.peek().copied());
        let is_alone = |entry: &Entry, other: &HashSet<&str>| !other.contains(entry.id());
        let takes_ours = match (a, b) {
            (None, None) => return order,
            (Some(_), None) => true,
            (None, Some(_)) => false,
            (Some(a), Some(b)) if a.id() == b.id() => {
                theirs_left.next();
                true
            }
            (Some(a), Some(b)) => match (is_alone(a, &their_ids), is_alone(b, &our_ids)) {
                (true, true) => place_by_name(a) <= place_by_name(b),
                (true, false) => true,
                (false, true) => false,
                (false, false) => return order_by_name(ours, theirs),
            },
        };
        let next = if takes_ours { ours_left.next() } else { theirs_left.next() };
        order.extend(next.map(Entry::id));
    }
}

fn order_by_name<'a>(ours: &'a [Entry], theirs: &'a [Entry]) -> Vec<&'a str> {
    let all: BTreeMap<_, &str> =
        ours.iter().chain(theirs).map(|entry| (place_by_name(entry), entry.id())).collect();
    let mut seen = HashSet::new();
    all.into_values().filter(|id| seen.insert(*id)).collect()
}

/// The order of reading as far as citations tell it, for files whose source is not at hand: title,
/// formula, preamble, operative paragraphs by section and number, annexes, footnotes.
fn place_by_name(entry: &Entry) -> (usize, String, Vec<u64>, String, usize, String) {
    let at = entry.at();
    let name = at.paragraph.as_str();
    let parts = ["title", "formula", "PP", "", "Annex", "fn "];
    let found = parts.iter().rposition(|part| !part.is_empty() && name.starts_with(part));
    let section = name.rsplit_once('.').map_or("", |(section, _)| section);
    let digits = name[section.len()..].split(|c: char| !c.is_ascii_digit());
    let numbers = digits.filter_map(|number| number.parse().ok()).collect();
    let start = at.range.map_or(0, |range| range.0);
    (found.unwrap_or(3), section.into(), numbers, name.into(), start, entry.id().into())
}

/// What becomes of one entry, and the other version of it where the two sides contradict.
fn merge_one(
    old: Option<&Entry>,
    a: Option<&Entry>,
    b: Option<&Entry>,
) -> (Option<Entry>, Option<Entry>) {
    match (old, a, b) {
        (_, Some(a), Some(b)) if a == b => (Some(a.clone()), None),
        (Some(old), Some(a), Some(b)) if a == old => (Some(b.clone()), None),
        (Some(old), Some(a), Some(b)) if b == old => (Some(a.clone()), None),
        (old, Some(a), Some(b)) => both_changed(old, a, b),
        (Some(old), Some(kept), None) | (Some(old), None, Some(kept)) => {
            let mut kept = kept.clone();
            if kept == *old {
                return (None, None);
            }
            kept.set_conflict(DELETED.into());
            (Some(kept), None)
        }
        (None, new, None) | (None, None, new) => (new.cloned(), None),
        (_, None, None) => (None, None),
    }
}

fn both_changed(old: Option<&Entry>, a: &Entry, b: &Entry) -> (Option<Entry>, Option<Entry>) {
    let is_bookmark = a.is_bookmark();
    if b.is_bookmark() != is_bookmark {
        // One id for two different things: no such file is ours. Both stay.
        let (first, second) = if is_bookmark { (b, a) } else { (a, b) };
        return (Some(first.clone()), Some(other_version(second.clone(), first.id())));
    }
    let texts = |entry: &Entry| record::fields(entry).into_iter().collect::<BTreeMap<_, _>>();
    let same_kind = old.filter(|old| old.is_bookmark() == is_bookmark);
    let merged = merge_fields(&same_kind.map(texts).unwrap_or_default(), &texts(a), &texts(b));
    let read = |fields: Vec<FieldText>| {
        let fields = fields.iter().map(|(name, value)| (name.as_str(), 0, value.as_str()));
        record::from_fields(fields, is_bookmark).ok()
    };
    let kept = read(merged.kept);
    let copy = merged.other.and_then(read).map(|other| other_version(other, a.id()));
    match kept {
        Some(kept) => (Some(kept), copy),
        // What was written is read; this is for the types.
        None => (Some(a.clone()), Some(other_version(b.clone(), a.id()))),
    }
}

/// The version that gives way: under a name that follows from what it says, so that everybody who
/// merges gives it the same one.
fn other_version(mut entry: Entry, of: &str) -> Entry {
    entry.set_conflict(of.to_owned());
    entry.set_id(id::derived(&record::print(&entry)));
    entry
}

/// The fields of two versions, put together.
struct MergedFields {
    kept: Vec<FieldText>,
    /// The same, with the other side's values where the two contradict.
    other: Option<Vec<FieldText>>,
}

type Fields = BTreeMap<String, String>;

fn merge_fields(old: &Fields, a: &Fields, b: &Fields) -> MergedFields {
    let names = a.keys().chain(b.keys()).chain(old.keys());
    let mut names: Vec<&String> = names.collect();
    names.sort_unstable();
    names.dedup();
    let mut kept = Fields::new();
    let mut contradictions = Vec::new();
    for name in names {
        let (old, a, b) = (old.get(name), a.get(name), b.get(name));
        let value = match () {
            () if a == b => a.cloned(),
            // Before all else: the later of the two is always right.
            () if name == "modified" => a.max(b).cloned(),
            () if b == old => a.cloned(),
            () if a == old => b.cloned(),
            () => match name.as_str() {
                "tags" => merged_tags(old, a, b),
                // The first to make it made it; a mark that one side has settled stays settled.
                "created" => [a, b].into_iter().flatten().min().cloned(),
                "conflict" => a.max(b).cloned(),
                _ => {
                    contradictions.push(name.clone());
                    continue;
                }
            },
        };
        kept.extend(value.map(|value| (name.clone(), value)));
    }
    // What was changed last stays; at the same second, what says so about itself whoever asks.
    let of = |side: &Fields| -> Vec<Option<String>> {
        contradictions.iter().map(|name| side.get(name).cloned()).collect()
    };
    let when = |side: &Fields| side.get("modified").cloned();
    let (first, second) = if (when(a), of(a)) >= (when(b), of(b)) { (a, b) } else { (b, a) };
    let with = |side: &Fields| {
        let values = contradictions.iter().filter_map(|name| Some((name, side.get(name)?)));
        let values = values.map(|(name, value)| (name.clone(), value.clone()));
        kept.clone().into_iter().chain(values).collect::<Fields>()
    };
    let other = (!contradictions.is_empty()).then(|| {
        let mut other = with(second);
        other.extend(when(second).map(|when| ("modified".into(), when)));
        other.into_iter().collect()
    });
    MergedFields { kept: with(first).into_iter().collect(), other }
}

/// The tags that were there and nobody removed, in their order; then those that were added, by name.
fn merged_tags(old: Option<&String>, a: Option<&String>, b: Option<&String>) -> Option<String> {
    let tags = |text: Option<&String>| -> Vec<String> {
        text.and_then(|text| record::list(text, record::string).ok()).unwrap_or_default()
    };
    let (old, a, b) = (tags(old), tags(a), tags(b));
    let mut added: Vec<String> =
        a.iter().chain(&b).filter(|tag| !old.contains(tag)).cloned().collect();
    added.sort_unstable();
    added.dedup();
    let mut kept: Vec<String> =
        old.into_iter().filter(|tag| a.contains(tag) && b.contains(tag)).collect();
    kept.extend(added);
    Some(record::list_text(&kept, |tag| record::quoted(tag)))
}
