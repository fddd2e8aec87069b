//! Three-way merge of whole files: entries, records that cannot be read, fields that are not known.
//! Nothing that any side has kept or added is lost. Knows texts, no disk.

use std::collections::HashMap;

use super::{
    Entry, Sidecar,
    corrections_text::{HEAD, merge_heads},
    id,
    merge::merge,
    sidecar::{OuterField, Record, SetAside},
};

impl Sidecar {
    pub(super) fn outer(&self, name: &str) -> Option<&String> {
        self.fields.iter().find(|field| field.name == name).map(|field| &field.value)
    }

    /// Has these records that cannot be read.
    fn set_aside_all(&mut self, set_aside: Vec<SetAside>) {
        if self.set_aside != set_aside {
            self.original = None;
            self.set_aside = set_aside;
        }
    }

    /// Takes a record over from another file, with its text.
    fn adopt(&mut self, record: Record) {
        self.original = None;
        let id = record.entry.id();
        match self.known.iter_mut().find(|own| own.entry.id() == id) {
            Some(own) => *own = record,
            None => self.known.push(record),
        }
    }

    /// Removes fields by name and value.
    fn remove_fields(&mut self, unwanted: impl Fn(&str, &String) -> bool) {
        let (before, mut is_first) = (self.fields.len(), true);
        // The first has the top of the file before it.
        self.fields
            .retain(|field| std::mem::take(&mut is_first) || !unwanted(&field.name, &field.value));
        if self.fields.len() != before {
            self.original = None;
        }
    }

    /// Takes over the comments between the records and fields that only the other side has changed.
    fn merge_comments(&mut self, base: &Self, other: &Self) {
        // What stands before a field is worth nothing elsewhere.
        let names = |file: &Self| file.fields.iter().map(|f| f.name.clone()).collect::<Vec<_>>();
        if names(self) != names(other) {
            return;
        }
        let mut pick = |ours: &mut String, old: Option<&String>, theirs: &String| {
            if Some(&*ours) == old && ours != theirs {
                ours.clone_from(theirs);
                self.original = None;
            }
        };
        for field in &mut self.fields {
            let of = |file: &'_ Self| {
                file.fields.iter().find(|f| f.name == field.name).map(|f| f.lead.clone())
            };
            if let Some(theirs) = of(other) {
                pick(&mut field.lead, of(base).as_ref(), &theirs);
            }
        }
        for (i, ours) in self.list_ends.iter_mut().enumerate() {
            pick(ours, Some(&base.list_ends[i]), &other.list_ends[i]);
        }
        pick(&mut self.tail, Some(&base.tail), &other.tail);
    }
}

/// Our file with the changes of theirs, both made from `base`. Which of the two is ours decides
/// nothing but the order of fields, the line ends, and the comments where both have changed them.
#[must_use]
pub fn merge_files(base: &Sidecar, ours: &Sidecar, theirs: &Sidecar) -> Sidecar {
    let mut merged = ours.clone();
    merge_outer(&mut merged, base, theirs);
    merged.merge_comments(base, theirs);
    merged.set_aside_all(merge_set_aside(&base.set_aside, &ours.set_aside, &theirs.set_aside));
    let entries = merge(&base.entries(), &ours.entries(), &theirs.entries());
    adopt_texts(&mut merged, base, theirs, &entries);
    merged.set_entries(&entries);
    merged
}

/// What theirs says of an entry comes with the text they gave it, comments and all.
fn adopt_texts(merged: &mut Sidecar, base: &Sidecar, theirs: &Sidecar, entries: &[Entry]) {
    let by_id = |file: &Sidecar| -> HashMap<String, Record> {
        let known = file.known.iter();
        known.map(|record| (record.entry.id().to_owned(), record.clone())).collect()
    };
    let (base, mut theirs, ours) = (by_id(base), by_id(theirs), by_id(merged));
    for entry in entries {
        let id = entry.id();
        let Some(their) = theirs.remove(id).filter(|their| their.entry == *entry) else { continue };
        let is_ours = ours.get(id).is_some_and(|ours| {
            let is_kept = base.get(id).is_some_and(|old| old.raw == ours.raw);
            ours.raw == their.raw || (ours.entry == *entry && !is_kept)
        });
        if !is_ours {
            merged.adopt(their);
        }
    }
}

fn merge_outer(merged: &mut Sidecar, base: &Sidecar, theirs: &Sidecar) {
    let is_fixed =
        |name: &str| matches!(name, "version" | "annotations" | "bookmarks" | "refused" | HEAD);
    merge_heads(merged, base, theirs);
    merged.refuse_also(theirs);
    merged.remove_fields(|name, value| {
        !is_fixed(name) && theirs.outer(name).is_none() && base.outer(name) == Some(value)
    });
    for OuterField { name, value, .. } in theirs.fields.iter().filter(|f| !is_fixed(&f.name)) {
        let (old, ours) = (base.outer(name), merged.outer(name).cloned());
        match ours {
            None if old == Some(value) => {}
            None => merged.set_field(name, value.clone()),
            Some(ours) if ours == *value || Some(value) == old => {}
            Some(ours) if Some(&ours) == old || name == "source" && ours < *value => {
                merged.set_field(name, value.clone());
            }
            Some(_) if name == "source" => {}
            Some(ours) => {
                let (kept, other) = if ours > *value { (&ours, value) } else { (value, &ours) };
                let other_name = format!("{name}_conflict_{}", id::derived(other).to_lowercase());
                merged.set_field(&other_name, other.clone());
                merged.set_field(name, kept.clone());
            }
        }
    }
}

fn merge_set_aside(base: &[SetAside], ours: &[SetAside], theirs: &[SetAside]) -> Vec<SetAside> {
    // One that a side no longer has was mended there, or removed.
    let kept = base.iter().filter(|record| ours.contains(record) && theirs.contains(record));
    let added = ours.iter().chain(theirs).filter(|record| !base.contains(record));
    let mut all: Vec<SetAside> = kept.cloned().collect();
    let mut added: Vec<SetAside> = added.cloned().collect();
    added.sort_unstable();
    added.dedup();
    all.extend(added);
    all
}
