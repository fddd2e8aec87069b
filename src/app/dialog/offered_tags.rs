//! Which tags are offered: those in use, those of the codebook, keywords, the marks of a mandate; as a list and as a tree.
//! Knows no menu.

use std::{cmp::Reverse, collections::BTreeMap};

use crate::{
    annotations::{MANDATE_MARKS, clean_tag},
    app::context::Context,
};

/// A tag that is offered.
pub(super) struct OfferedTag {
    pub(super) name: String,
    /// How often it is used, here and in the folder.
    pub(super) count: usize,
    /// What it is for.
    pub(super) description: String,
}

/// The tags in use here and in the documents of the folder, the most used first.
pub(super) fn used_tags(context: &Context<'_>) -> Vec<OfferedTag> {
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for (name, count) in context.folder_tags {
        *counts.entry(name).or_default() += count;
    }
    for (name, count) in context.annotations.list().own_tags() {
        *counts.entry(name).or_default() += count;
    }
    let tag = |(name, count): (&str, usize)| {
        let note = context.codebook.get(name);
        let description = note.map_or_else(String::new, |note| note.description.clone());
        OfferedTag { name: name.to_owned(), count, description }
    };
    let mut used: Vec<OfferedTag> = counts.into_iter().map(tag).collect();
    used.sort_by_key(|tag| Reverse(tag.count));
    used
}

/// The tags in use, then those that mean something here but are not used yet, last those that the document
/// itself suggests.
pub(super) fn all_tags(context: &Context<'_>) -> Vec<OfferedTag> {
    let mut all = used_tags(context);
    let mut add = |name: &str, description: &str| {
        if !all.iter().any(|tag| tag.name == name) {
            let (name, description) = (name.to_owned(), description.to_owned());
            all.push(OfferedTag { name, count: 0, description });
        }
    };
    for note in context.codebook.tags() {
        add(&note.name, &note.description);
    }
    for keyword in &context.document.head.keywords {
        if let Some(name) = keyword.tag().and_then(|tag| clean_tag(&tag)) {
            add(&name, "a keyword of the document");
        }
    }
    all
}

/// Puts the marks of a mandate before all others.
pub(super) fn put_marks_first(all: &mut Vec<OfferedTag>) {
    for (name, description) in MANDATE_MARKS.into_iter().rev() {
        let at = all.iter().position(|tag| tag.name == name);
        let known = at.map(|at| all.remove(at));
        let (name, described) = (name.to_owned(), description.to_owned());
        let mut mark = known.unwrap_or(OfferedTag { name, count: 0, description: String::new() });
        if mark.description.is_empty() {
            mark.description = described;
        }
        all.insert(0, mark);
    }
}

/// Tags as a tree: each below the one it is a level of, which is there though nothing has it alone, with what
/// all below it count.
pub(super) fn tree(tags: Vec<OfferedTag>) -> Vec<OfferedTag> {
    let mut all: BTreeMap<String, OfferedTag> = BTreeMap::new();
    for tag in tags {
        let levels = tag.name.match_indices('/').map(|(at, _)| tag.name[..at].to_owned());
        for name in levels.collect::<Vec<_>>() {
            let above = OfferedTag { name: name.clone(), count: 0, description: String::new() };
            all.entry(name).or_insert(above).count += tag.count;
        }
        let own = OfferedTag { count: 0, ..tag };
        let entry = all.entry(own.name.clone()).or_insert(own);
        entry.count += tag.count;
        entry.description = std::mem::take(&mut entry.description);
    }
    all.into_values().collect()
}

/// A name in a tree: set in by its levels, of which the others stand above it.
pub(super) fn indented(name: &str, is_tree: bool) -> String {
    if is_tree {
        format!("{}{name}", "  ".repeat(name.matches('/').count()))
    } else {
        name.to_owned()
    }
}
