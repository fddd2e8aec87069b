//! Merges: the same whoever merges, nothing more when merged again, nothing lost, and nothing that
//! was removed comes back.

use std::{collections::BTreeMap, sync::Arc};

use proptest::prelude::*;
use seized::annotations::{Anchor, Annotation, Bookmark, Entry, Sidecar, merge, merge_files};

fn note(id: &str, note: &str) -> Annotation {
    let at = Anchor { paragraph: "OP1".into(), ..Anchor::default() };
    Annotation { id: id.into(), at, note: note.into(), ..Annotation::default() }
}

fn entry(id: &str, text: &str) -> Entry {
    Entry::from(note(id, text))
}

/// One line an entry: what it is called, its tags, what it says, what it contradicts.
fn told(entries: &[Entry]) -> String {
    let line = |entry: &Entry| match entry {
        Entry::Annotation(a) => {
            let name = if a.id.len() > 9 { "copy" } else { &a.id };
            let conflict = a.conflict.clone().unwrap_or_default();
            format!("{name} [{}] {} {conflict}", a.tags.join(" "), a.note).trim_end().to_owned()
        }
        Entry::Bookmark(b) => {
            let name = if b.id.len() > 9 { "copy" } else { &b.id };
            format!("{name} {} {}", b.label, b.conflict.clone().unwrap_or_default())
                .trim_end()
                .to_owned()
        }
    };
    entries.iter().map(line).collect::<Vec<_>>().join("\n")
}

/// A merge, both ways round.
#[track_caller]
fn merges(base: &[Entry], ours: &[Entry], theirs: &[Entry], expected: &str) {
    assert_eq!(told(&merge(base, ours, theirs)), expected);
    assert_eq!(told(&merge(base, theirs, ours)), expected, "the other way round");
}

#[test]
fn what_one_side_has_done_is_done() {
    let base = [entry("A", "one"), entry("B", "two")];
    merges(&base, &base, &base, "A [] one\nB [] two");
    merges(&base, &[entry("A", "one")], &base, "A [] one");
    merges(
        &base,
        &[entry("A", "1"), entry("B", "two")],
        &[entry("B", "2")],
        "A [] 1 deleted\nB [] 2",
    );
    merges(&[], &[entry("A", "one")], &[entry("B", "two")], "A [] one\nB [] two");
}

#[test]
fn a_contradiction_keeps_both_and_the_later_the_name() {
    let at = |text: &str, when: &str| {
        Entry::from(Annotation { modified: when.into(), ..note("A", text) })
    };
    let base = [at("one", "1")];
    merges(&base, &[at("late", "3")], &[at("early", "2")], "A [] late\ncopy [] early A");
    merges(&base, &[at("x", "2")], &[at("y", "2")], "A [] y\ncopy [] x A");
}

#[test]
fn tags_are_merged_one_by_one() {
    let tagged = |tags: &str, text: &str| {
        let tags = tags.split_whitespace().map(str::to_owned).collect();
        Entry::from(Annotation { tags, ..note("A", text) })
    };
    let base = [tagged("a b c", "n")];
    merges(&base, &[tagged("a c new", "n")], &[tagged("a b c also", "m")], "A [a c also new] m");
    merges(&base, &[tagged("c b a", "n")], &base, "A [c b a] n");
}

#[test]
fn authors_places_and_unknown_fields_contradict_too() {
    let changes: [fn(&mut Annotation, &str); 5] = [
        |a, x| a.author = x.into(),
        |a, x| a.colour = Some(x.into()),
        |a, x| a.at.paragraph = x.into(),
        |a, x| a.also = vec![Anchor { paragraph: x.into(), ..Anchor::default() }],
        |a, x| a.extra = vec![("mood".into(), x.into())],
    ];
    for change in changes {
        let with = |x: &str| {
            let mut made = note("A", "n");
            change(&mut made, x);
            [Entry::from(made)]
        };
        let merged = merge(&with("1"), &with("2"), &with("3"));
        let all = format!("{merged:?}");
        assert!(all.contains("\"2\"") && all.contains("\"3\""), "{all}");
        assert_eq!(merged[1].conflict(), Some("A"));
        assert_eq!(merged, merge(&with("1"), &with("3"), &with("2")));
    }
}

#[test]
fn what_says_when_and_what_contradicts_is_no_contradiction() {
    let made = |created: &str, conflict: Option<&str>| {
        let conflict = conflict.map(str::to_owned);
        [Entry::from(Annotation { created: created.into(), conflict, ..note("A", "n") })]
    };
    merges(&made("", None), &made("", Some("X")), &made("", Some("Y")), "A [] n Y");
    let merged = merge(&made("0", None), &made("2", None), &made("1", None));
    assert_eq!(merged, made("1", None));
    assert_eq!(merged, merge(&made("0", None), &made("1", None), &made("2", None)));
}

#[test]
fn a_version_that_was_settled_does_not_come_back() {
    let at = |text: &str, when: &str| {
        Entry::from(Annotation { modified: when.into(), ..note("A", text) })
    };
    let (ours, theirs) = ([at("x", "2")], [at("y", "3")]);
    let merged = merge(&[at("one", "1")], &ours, &theirs);
    assert_eq!(told(&merged), "A [] y\ncopy [] x A");
    // Merged once more with either side it is there once.
    merges(&[at("one", "1")], &ours, &merged, "A [] y\ncopy [] x A");
    // Settled on both sides, and the contradiction made again.
    merges(&[at("one", "1"), merged[1].clone()], &ours, &theirs, "A [] y");
}

#[test]
fn bookmarks_keep_both_labels() {
    let mark = |label: &str| {
        let at = Anchor { paragraph: "OP1".into(), ..Anchor::default() };
        [Entry::from(Bookmark { id: "B".into(), at, label: label.into(), ..Bookmark::default() })]
    };
    merges(&mark("old"), &mark("x"), &mark("y"), "B y\ncopy x B");
    merges(&mark("old"), &mark("x"), &[], "B x deleted");
    merges(&mark("old"), &mark("old"), &[], "");
}

#[test]
fn the_order_is_that_of_both_sides() {
    let ids = |ids: &str| ids.split(' ').map(|id| entry(id, id)).collect::<Vec<_>>();
    merges(&ids("A B"), &ids("A x B"), &ids("A B y"), "A [] A\nx [] x\nB [] B\ny [] y");
    merges(&ids("A B"), &ids("B A x"), &ids("A B y"), "A [] A\nB [] B\nx [] x\ny [] y");
}

/// Where the two sides have no common order it is that of reading, as far as citations tell it.
#[test]
fn without_a_common_order_it_is_that_of_reading() {
    let at = |paragraph: &str, start: usize| {
        let mut made = note(&format!("{paragraph}@{start}"), "");
        made.at.paragraph = paragraph.into();
        made.at.range = (start > 0).then_some((start, start + 3));
        Entry::from(made)
    };
    let sorted = [
        at("title", 0),
        at("formula", 0),
        at("PP2", 0),
        at("PP10", 0),
        at("OP2", 0),
        at("OP2", 5),
        at("OP2(a)", 0),
        at("OP10", 0),
        at("I.OP3", 0),
        at("II.OP1", 0),
        at("Annex.OP1", 0),
        at("fn 2", 0),
        at("fn 10", 0),
    ];
    let mut reversed = sorted.to_vec();
    reversed.reverse();
    let ids = |entries: &[Entry]| entries.iter().map(|e| e.id().to_owned()).collect::<Vec<_>>();
    let mut rotated = sorted.to_vec();
    rotated.rotate_left(5);
    assert_eq!(ids(&merge(&[], &reversed, &rotated)), ids(&sorted));
    // What only one side has is put where it is read, too.
    assert_eq!(ids(&merge(&[], &sorted[4..5], &sorted[2..3])), ["PP2@0", "OP2@0"]);
    assert_eq!(ids(&merge(&[], &sorted[5..6], &sorted[4..5])), ["OP2@0", "OP2@5"]);
}

const BASE: &str = "// Top\n(\n    version: 1,\n    source: (file: \"a\", symbol: None, hash: \"1\"),\n    \
    annotations: [\n        (id: \"A\", at: (paragraph: \"OP1\"), note: \"one\"), // ours\n        \
    (id: \"B\", at: [broken]),\n    ],\n    later: 1,\n)\n";

fn read(text: &str) -> Sidecar {
    Sidecar::read(text).expect("its outer form is whole")
}

#[test]
fn files_keep_what_nobody_can_read() {
    let ours = BASE.replace("// Top", "// New top").replace("[broken]", "[more broken]");
    let theirs = BASE.replace("\"one\")", "\"two\", mood: Fine)").replace("later: 1", "later: 2");
    let merged = merge_files(&read(BASE), &read(&ours), &read(&theirs)).text();
    for kept in ["// New top", "\"two\", mood: Fine), // ours", "[more broken]", "later: 2"] {
        assert!(merged.contains(kept), "{kept} is gone:\n{merged}");
    }
    assert!(!merged.contains("[broken]"), "one side mended it:\n{merged}");
    let empty = read("(version: 1)");
    let added = merge_files(&empty, &read(BASE), &read(&ours)).text();
    assert!(added.contains("[broken]") && added.contains("[more broken]"), "{added}");
}

#[test]
fn what_theirs_has_mended_removed_or_said_of_it_comes() {
    let mended = BASE.replace("(id: \"B\", at: [broken]),\n", "");
    let merged = merge_files(&read(BASE), &read(BASE), &read(&mended)).text();
    assert!(!merged.contains("broken"), "{merged}");
    let without = BASE.replace("    later: 1,\n", "");
    let merged = merge_files(&read(BASE), &read(BASE), &read(&without)).text();
    assert!(!merged.contains("later") && merged.contains("version: 1"), "{merged}");
    let merged = merge_files(&read(BASE), &read(&without), &read(BASE)).text();
    assert!(!merged.contains("later"), "{merged}");
    let said = BASE.replace("later: 1", "/* soon */ later: 1").replace("],\n", "// end\n],\n");
    let merged = merge_files(&read(BASE), &read(BASE), &read(&said)).text();
    assert!(merged.contains("/* soon */") && merged.contains("// end"), "{merged}");
    let ours = BASE.replace("// Top", "// Our top");
    let merged = merge_files(&read(BASE), &read(&ours), &read(&said)).text();
    assert!(merged.contains("/* soon */") && merged.contains("// Our top"), "{merged}");
}

/// Two programs that have read two versions of the document both say so.
#[test]
fn the_source_is_one_of_the_two() {
    let with = |hash: &str| read(&BASE.replace("hash: \"1\"", &format!("hash: \"{hash}\"")));
    for (ours, theirs) in [("2", "3"), ("3", "2")] {
        let text = merge_files(&read(BASE), &with(ours), &with(theirs)).text();
        assert!(text.contains("hash: \"3\"") && !text.contains("source_conflict"), "{text}");
        assert!(!text.contains("hash: \"2\""), "{text}");
    }
}

#[test]
fn unknown_fields_of_files_contradict_too() {
    let with = |value: &str| read(&BASE.replace("later: 1", &format!("later: {value}")));
    let merged = merge_files(&read(BASE), &with("2"), &with("3"));
    let text = merged.text();
    assert!(text.contains("later: 3") && text.contains("later_conflict_"), "{text}");
    assert_eq!(text, merge_files(&read(BASE), &with("3"), &with("2")).text());
    assert_eq!(text, merge_files(&read(BASE), &merged, &with("2")).text());
}

/// Files of three entries that each side may have changed, removed or added to.
fn files() -> impl Strategy<Value = Vec<Entry>> {
    let annotation = (0_u8..3, 0_u8..3, 0_u8..2, proptest::collection::vec(0_u8..4, 0..3), 0_u8..2)
        .prop_map(|(text, colour, when, tags, extra)| {
            let mut made = note("", &format!("n{text}"));
            made.colour = (colour > 0).then(|| format!("c{colour}"));
            made.modified = format!("m{when}");
            made.tags = tags.into_iter().map(|tag| format!("t{tag}")).collect();
            made.tags.dedup();
            made.extra = (0..extra).map(|_| ("mood".into(), format!("{text}"))).collect();
            Entry::from(made)
        });
    let bookmark = (0_u8..3).prop_map(|label| {
        let at = Anchor { paragraph: "OP1".into(), ..Anchor::default() };
        Entry::from(Bookmark { label: format!("l{label}"), at, ..Bookmark::default() })
    });
    let entry = prop_oneof![4 => annotation, 1 => bookmark];
    proptest::collection::btree_map(0_u8..5, entry, 0..5).prop_map(
        |entries: BTreeMap<u8, Entry>| {
            entries
                .into_iter()
                .map(|(id, mut entry)| {
                    match &mut entry {
                        Entry::Annotation(own) => Arc::make_mut(own).id = format!("A{id}"),
                        Entry::Bookmark(own) => Arc::make_mut(own).id = format!("B{id}"),
                    }
                    entry
                })
                .collect()
        },
    )
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2000))]

    #[test]
    fn merges_are_commutative_and_idempotent(base in files(), ours in files(), theirs in files()) {
        let merged = merge(&base, &ours, &theirs);
        prop_assert_eq!(&merged, &merge(&base, &theirs, &ours));
        prop_assert_eq!(&merged, &merge(&base, &merged, &theirs));
        prop_assert_eq!(&merged, &merge(&base, &ours, &merged));
        prop_assert_eq!(&merged, &merge(&base, &merged, &merged));
    }

    #[test]
    fn merges_lose_nothing_and_bring_nothing_back(base in files(), ours in files(), theirs in files()) {
        let merged = merge(&base, &ours, &theirs);
        let of = |all: &[Entry], id: &str| all.iter().find(|entry| entry.id() == id).cloned();
        for (side, other) in [(&ours, &theirs), (&theirs, &ours)] {
            for entry in side {
                let (old, beyond) = (of(&base, entry.id()), of(other, entry.id()));
                if old.as_ref() == Some(entry) {
                    let is_gone = of(&merged, entry.id()).is_none();
                    prop_assert_eq!(is_gone, beyond.is_none(), "removed elsewhere: gone");
                    continue;
                }
                // What a side wrote stands somewhere, in the entry or in its other version.
                let says = |field: &dyn Fn(&Annotation) -> String, was: &Entry| {
                    let Entry::Annotation(was) = was else { return true };
                    let own = field(was);
                    let before = match &old {
                        Some(Entry::Annotation(before)) => field(before),
                        _ => String::new(),
                    };
                    own == before || merged.iter().any(|entry| matches!(entry,
                        Entry::Annotation(a) if field(a) == own
                            && (a.id == was.id || a.conflict.as_ref() == Some(&was.id))))
                };
                prop_assert!(says(&|a| a.note.clone(), entry), "a note of {:?} is gone", entry);
                prop_assert!(says(&|a| a.colour.clone().unwrap_or_default(), entry), "a colour is gone");
            }
        }
    }

    #[test]
    fn files_merge_alike_both_ways(base in files(), ours in files(), theirs in files()) {
        let file = |entries: &[Entry]| read(&Sidecar::empty("a").write(entries));
        let (base, ours, theirs) = (file(&base), file(&ours), file(&theirs));
        let merged = merge_files(&base, &ours, &theirs);
        prop_assert_eq!(merged.text(), merge_files(&base, &theirs, &ours).text());
        prop_assert_eq!(merged.text(), merge_files(&base, &merged, &theirs).text());
        prop_assert_eq!(read(&merged.text()).entries().len(), merged.entries().len());
    }
}
