//! Three-way merge of annotations by id. Commutative and idempotent; what contradicts keeps both
//! versions, marked. Knows entries, not files.

use std::collections::{BTreeMap, BTreeSet};

use super::{Annotation, Entry, id};

/// The entries of `base` with the changes of both sides. Where both changed the same thing in
/// different ways, one version keeps the id and the other gets a name of its own, with
/// [`Annotation::conflict`] saying of what. An entry that one side removed and the other changed
/// stays, marked `deleted`.
///
/// The order is that of `ours`, then that of `theirs`; it is for the caller to sort.
#[must_use]
pub fn merge(base: &[Entry], ours: &[Entry], theirs: &[Entry]) -> Vec<Entry> {
    let (base, our, their) = (by_id(base), by_id(ours), by_id(theirs));
    let mut merged: Vec<Entry> = Vec::new();
    let mut seen = BTreeSet::new();
    for id in ours.iter().chain(theirs).map(Entry::id) {
        if !seen.insert(id) {
            continue;
        }
        let (old, a, b) = (base.get(id).copied(), our.get(id).copied(), their.get(id).copied());
        for entry in merge_one(old, a, b) {
            // The copy of a conflict may be there from an earlier merge.
            if entry.id() == id || !(our.contains_key(entry.id()) || their.contains_key(entry.id()))
            {
                merged.push(entry);
            }
        }
    }
    merged
}

fn by_id(entries: &[Entry]) -> BTreeMap<&str, &Entry> {
    entries.iter().map(|entry| (entry.id(), entry)).collect()
}

fn merge_one(old: Option<&Entry>, a: Option<&Entry>, b: Option<&Entry>) -> Vec<Entry> {
    match (old, a, b) {
        (_, Some(a), Some(b)) if a == b => vec![a.clone()],
        (Some(old), Some(a), Some(b)) if a == old => vec![b.clone()],
        (Some(old), Some(a), Some(b)) if b == old => vec![a.clone()],
        (old, Some(Entry::Annotation(a)), Some(Entry::Annotation(b))) => {
            let empty = Annotation::default();
            let old = match old {
                Some(Entry::Annotation(old)) => old,
                _ => &empty,
            };
            both_changed(old, a, b)
        }
        (_, Some(a), Some(b)) => vec![if rank(a) >= rank(b) { a.clone() } else { b.clone() }],
        (Some(old), Some(kept), None) | (Some(old), None, Some(kept)) => {
            if kept == old {
                Vec::new()
            } else {
                vec![marked_deleted(kept)]
            }
        }
        (None, Some(new), None) | (None, None, Some(new)) => vec![new.clone()],
        (_, None, None) => Vec::new(),
    }
}

/// The same whichever side an entry is on.
fn rank(entry: &Entry) -> String {
    format!("{entry:?}")
}

fn marked_deleted(entry: &Entry) -> Entry {
    let mut entry = entry.clone();
    if let Entry::Annotation(annotation) = &mut entry {
        annotation.conflict = Some("deleted".into());
    }
    entry
}

fn both_changed(old: &Annotation, a: &Annotation, b: &Annotation) -> Vec<Entry> {
    let order = |x: &Annotation| (x.modified.clone(), format!("{x:?}"));
    let (later, earlier) = if order(a) >= order(b) { (a, b) } else { (b, a) };
    let mut merged = later.clone();
    merged.tags = merge_tags(&old.tags, &later.tags, &earlier.tags);
    let mut contradicts = false;
    let mut field = |old: &str, later: &str, earlier: &str| {
        contradicts |= later != earlier && later != old && earlier != old;
        if later == old { earlier.to_owned() } else { later.to_owned() }
    };
    merged.note = field(&old.note, &later.note, &earlier.note);
    let colour = |x: &Annotation| x.colour.clone().unwrap_or_default();
    merged.colour =
        Some(field(&colour(old), &colour(later), &colour(earlier))).filter(|c| !c.is_empty());
    let place = |x: &Annotation| format!("{:?}", x.at);
    if field(&place(old), &place(later), &place(earlier)) == place(earlier) {
        merged.at = earlier.at.clone();
    }
    for extra in &earlier.extra {
        if !merged.extra.iter().any(|(name, _)| *name == extra.0) {
            merged.extra.push(extra.clone());
        }
    }
    merged.conflict = later.conflict.clone().or_else(|| earlier.conflict.clone());
    let mut result = vec![Entry::Annotation(merged)];
    if contradicts {
        let id = id::derived(&format!("{earlier:?}"));
        let conflict = Some(earlier.id.clone());
        result.push(Entry::Annotation(Annotation { id, conflict, ..earlier.clone() }));
    }
    result
}

fn merge_tags(old: &[String], a: &[String], b: &[String]) -> Vec<String> {
    let mut tags: Vec<String> = Vec::new();
    for tag in a.iter().chain(b) {
        let is_removed = old.contains(tag) && !(a.contains(tag) && b.contains(tag));
        if !is_removed && !tags.contains(tag) {
            tags.push(tag.clone());
        }
    }
    tags
}
