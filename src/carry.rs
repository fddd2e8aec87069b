//! Annotations of one document brought onto another, a newer version of it, as inherited and to be
//! reviewed: each on the successor of its paragraph, on what is left of its words. What has no successor
//! stays behind; what was refused never returns. Knows documents and their comparison, no files.

use std::{collections::HashSet, ops::Range};

use crate::{
    annotations::{Anchor, Annotation, Entry, Index, Inherited, Verdict, derived_id},
    compare::{Edit, Pairing, align, compare},
    document::{Document, Passage},
};

/// A document with its annotations, as far as it matters for carrying.
#[derive(Clone, Copy, Debug)]
pub struct Bearer<'a> {
    /// The document.
    pub document: &'a Document,
    /// The name of its file, without folders.
    pub file: &'a str,
    /// Its annotations and bookmarks.
    pub entries: &'a [Entry],
}

/// What came of carrying.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Carried {
    /// The annotations for the newer document, unreviewed, in the order of the older one's.
    pub annotations: Vec<Annotation>,
    /// The ids of those whose paragraph has no successor.
    pub orphans: Vec<String>,
    /// How many were there already, or were refused.
    pub known: usize,
}

/// Brings a person's annotations of an older document onto a newer one. `refused` is what was refused
/// there before, by symbol or file and annotation.
#[must_use]
pub fn carry(old: Bearer<'_>, new: Bearer<'_>, refused: &[(String, String)], now: &str) -> Carried {
    let is_translation = old.document.language != new.document.language;
    let pairings = match is_translation {
        true => translated(old.document, new.document),
        false => compare(old.document, new.document),
    };
    let (index, new_index) = (Index::new(old.document), Index::new(new.document));
    let there: HashSet<(String, String)> = new
        .entries
        .iter()
        .filter_map(|entry| match entry {
            Entry::Annotation(annotation) => annotation.inherited.as_ref().map(Inherited::key),
            Entry::Bookmark(_) => None,
        })
        .chain(refused.iter().cloned())
        .collect();
    let successor = |at: &Anchor| {
        let found = successor(at, &index, &new_index, new.document, &pairings)?;
        // Words have no place in another language: it is on the paragraph.
        let whole = || Some(new_index.whole(new_index.find(&found).place?.0));
        if is_translation { whole() } else { Some(found) }
    };
    let symbol = old.document.head.symbol.as_ref().map(ToString::to_string);
    let mut carried = Carried::default();
    for entry in old.entries {
        // What nobody has taken is no person's own yet.
        let Entry::Annotation(own) = entry else { continue };
        if own.is_unreviewed() {
            continue;
        }
        let from = Inherited {
            symbol: symbol.clone(),
            file: old.file.to_owned(),
            id: own.id.clone(),
            is_reviewed: false,
        };
        let (of, id) = from.key();
        if there.contains(&(of.clone(), id.clone())) {
            carried.known += 1;
            continue;
        }
        let Some(at) = successor(&own.at) else {
            carried.orphans.push(own.id.clone());
            continue;
        };
        carried.annotations.push(Annotation {
            id: derived_id(&format!("{of} {id} {}", new.file)),
            at,
            also: own.also.iter().filter_map(successor).collect(),
            inherited: Some(from),
            conflict: None,
            modified: now.to_owned(),
            ..own.as_ref().clone()
        });
    }
    carried
}

/// Which paragraphs of two languages are the same, as pairs without edits.
fn translated(old: &Document, new: &Document) -> Vec<Pairing> {
    let pairs = align(old, new).pairs.into_iter();
    let both = pairs.filter(|(left, right)| !left.is_empty() && !right.is_empty());
    both.map(|(left, right)| Pairing::translation(left, right)).collect()
}

/// Where an anchor of the older document is in the newer one.
fn successor(
    at: &Anchor,
    index: &Index,
    new_index: &Index,
    new: &Document,
    pairings: &[Pairing],
) -> Option<Anchor> {
    let found = index.find(at);
    if found.verdict == Verdict::Orphan {
        return None;
    }
    let (passage, words) = found.place?;
    let pair =
        pairings.iter().filter_map(Pairing::pair).find(|pair| pair.left.contains(&passage))?;
    let is_whole = at.quote.is_none();
    let [only] = pair.left.as_slice() else {
        // Of paragraphs that were merged the places of words are another matter.
        return Some(new_index.whole(*pair.right.first()?));
    };
    let words = (*only == passage && !is_whole).then(|| left_of(&words, &pair.edits)).flatten();
    let Some(words) = words else { return Some(new_index.whole(*pair.right.first()?)) };
    let (passage, words) = piece(&words, &pair.right, new)?;
    new_index.words(passage, words).or_else(|| Some(new_index.whole(passage)))
}

/// What is left of a stretch of words, in bytes of the newer text; nothing where more than half of it is
/// gone.
fn left_of(words: &Range<usize>, edits: &[Edit]) -> Option<Range<usize>> {
    let gone: usize = edits
        .iter()
        .map(|edit| edit.left.end.min(words.end).saturating_sub(edit.left.start.max(words.start)))
        .sum();
    if gone * 2 > words.len() {
        return None;
    }
    let place = |at: usize, is_end: bool| {
        let mut shift = (0, 0);
        for edit in edits {
            let is_before = if is_end { edit.left.end < at } else { edit.left.end <= at };
            if is_before {
                shift = (edit.left.end, edit.right.end);
            } else if edit.left.start < at {
                // Within what was changed: all that stands for it.
                return if is_end { edit.right.end } else { edit.right.start };
            } else {
                break;
            }
        }
        shift.1 + (at - shift.0)
    };
    let (start, end) = (place(words.start, false), place(words.end, true));
    (start < end).then_some(start..end)
}

/// The piece of a paragraph that was split in which words stand, and the words in it.
fn piece(
    words: &Range<usize>,
    pieces: &[Passage],
    new: &Document,
) -> Option<(Passage, Range<usize>)> {
    let mut start = 0;
    for passage in pieces {
        let end = start + new.text(*passage).len();
        if words.start < end {
            return Some((*passage, words.start.saturating_sub(start)..words.end.min(end) - start));
        }
        start = end + 1;
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{manuscript::Manuscript, parse};

    fn document(paragraphs: &[&str]) -> Document {
        let mut text = String::from("The General Assembly,\n\nRecalling its decisions,\n\n");
        for (at, paragraph) in paragraphs.iter().enumerate() {
            text.push_str(&format!("{}. {paragraph}\n\n", at + 1));
        }
        parse::parse(&Manuscript::plain(text)).0
    }

    const OLD: &[&str] = &[
        "Urges all States to submit a report on the rights of the child;",
        "Requests the Secretary-General to convene a meeting on water;",
        "Decides to remain seized of the matter.",
    ];
    const NEW: &[&str] = &[
        "Welcomes the adoption of the new framework for peace;",
        "Urges all Member States to submit a detailed report on the rights of the child;",
        "Decides to remain seized of the matter.",
    ];

    fn entries(old: &Document) -> Vec<Entry> {
        let index = Index::new(old);
        let made = |id: &str, at: Anchor| {
            Entry::from(Annotation { id: id.into(), at, note: id.into(), ..Annotation::default() })
        };
        let block = |which: usize| Passage::Block(old.blocks.len() - 3 + which);
        let text = old.text(block(0));
        let at = text.find("submit a report").expect("it is there");
        let words = index.words(block(0), at..at + "submit a report".len()).expect("words");
        vec![
            made("words", words),
            made("gone", index.whole(block(1))),
            made("whole", index.whole(block(2))),
        ]
    }

    #[test]
    fn annotations_go_where_their_paragraphs_went() {
        let (old, new) = (document(OLD), document(NEW));
        let entries = entries(&old);
        let of = Bearer { document: &old, file: "old.txt", entries: &entries };
        let onto = Bearer { document: &new, file: "new.txt", entries: &[] };
        let carried = carry(of, onto, &[], "2026-01-01T00:00:00Z");
        assert_eq!(carried.orphans, ["gone"]);
        let shown: Vec<(&str, &str, bool)> = carried
            .annotations
            .iter()
            .map(|own| (own.at.paragraph.as_str(), own.at.shown(), own.is_unreviewed()))
            .collect();
        assert_eq!(
            shown,
            [
                ("OP2", "submit a detailed report", true),
                ("OP3", "Decides to remain seized of the matter.", true)
            ]
        );
    }

    #[test]
    fn what_is_there_or_was_refused_does_not_come_again() {
        let (old, new) = (document(OLD), document(NEW));
        let entries = entries(&old);
        let of = Bearer { document: &old, file: "old.txt", entries: &entries };
        let onto = Bearer { document: &new, file: "new.txt", entries: &[] };
        let first = carry(of, onto, &[], "");
        let there: Vec<Entry> = first.annotations[..1].iter().cloned().map(Entry::from).collect();
        let refused = [first.annotations[1].inherited.as_ref().expect("carried").key()];
        let onto = Bearer { entries: &there, ..onto };
        let again = carry(of, onto, &refused, "");
        assert_eq!((again.annotations.len(), again.known), (0, 2));
    }
}
