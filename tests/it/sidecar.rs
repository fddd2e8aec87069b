//! The file of annotations: what nobody changed keeps every byte, what cannot be read is kept and
//! told, what is printed is read again as it was.

use std::sync::Arc;

use proptest::{prelude::*, string::string_regex};
use seized::annotations::{
    Anchor, Annotation, AnnotationList, Bookmark, Entry, Inherited, Sidecar, SourceLine,
};

const BY_HAND: &str = r#"// Ours.
// Kept by hand.
(
    version: 1,
    source: (file: "a.txt", symbol: None, hash: "blake3:00"), // where from
    /* an aside, with /* another */ in it */
    annotations: [
        // the meeting
        (id: "A1", at: (paragraph: "OP14", quote: "a, \"b\" )", prefix: "x", suffix: "", range: (1, 9)), tags: ["x"], note: r"raw ( text", mood: Glad(3)), // ours
        (id: "A2", at: (paragraph: "PP2"), tags: [unquoted]), // broken
        (
            id: "A3", // never changes
            at: (paragraph: "PP3"),
            tags: ["y"], // why
        ),
        // the end
    ],
    bookmarks: [(id: "B1", key: Some('('), at: (paragraph: "OP14"), label: "l", created: "c")],
    later: {"a": [1, 2]},
)
// Fin.
"#;

fn note(id: &str, note: &str) -> Entry {
    let at = Anchor { paragraph: "OP1".into(), ..Anchor::default() };
    Entry::from(Annotation { id: id.into(), at, note: note.into(), ..Annotation::default() })
}

#[track_caller]
fn read(text: &str) -> Sidecar {
    Sidecar::read(text).expect("its outer form is whole")
}

/// Where it is damaged.
#[track_caller]
fn is_damaged(text: &str, place: &str, why: &str) {
    let fault = Sidecar::read(text).expect_err("its outer form is damaged");
    assert_eq!(format!("{}:{}", fault.line, fault.column), place, "{fault}");
    assert!(fault.message.contains(why), "{fault}");
}

#[test]
fn what_nobody_changed_keeps_every_byte() {
    for text in [BY_HAND.to_owned(), format!("\u{feff}{}", BY_HAND.replace('\n', "\r\n"))] {
        let file = read(&text);
        assert_eq!(file.write(&file.entries()), text);
    }
}

#[test]
fn a_change_leaves_comments_and_what_is_not_known() {
    for text in [BY_HAND.to_owned(), format!("\u{feff}{}", BY_HAND.replace('\n', "\r\n"))] {
        let file = read(&text);
        let mut entries = file.entries();
        let Entry::Annotation(third) = &mut entries[1] else { panic!("an annotation") };
        let third = Arc::make_mut(third);
        third.tags.push("z".into());
        third.note = "new".into();
        entries.push(note("A4", "new"));
        let written = file.write(&entries);
        for kept in [
            "// Kept by hand.",
            "// where from",
            "/* an aside, with /* another */ in it */",
            "// the meeting",
            "mood: Glad(3)), // ours",
            "tags: [unquoted]), // broken",
            "id: \"A3\", // never changes",
            "tags: [\"y\", \"z\"], note: \"new\", // why",
            "// the end",
            "later: {\"a\": [1, 2]}",
            "// Fin.",
        ] {
            assert!(written.contains(kept), "{kept} is gone:\n{written}");
        }
        assert_eq!(text.starts_with('\u{feff}'), written.starts_with('\u{feff}'));
        assert_eq!(
            written.matches('\n').count(),
            if text.contains('\r') {
                written.matches("\r\n").count()
            } else {
                written.matches('\n').count()
            }
        );
        let again = read(&written);
        assert_eq!(again.entries(), entries_in_order(&entries));
        assert_eq!(again.faults.len(), 1);
        assert_eq!(again.write(&again.entries()), written);
    }
}

/// A file has all annotations first.
fn entries_in_order(entries: &[Entry]) -> Vec<Entry> {
    let (bookmarks, annotations): (Vec<Entry>, Vec<Entry>) =
        entries.iter().cloned().partition(Entry::is_bookmark);
    [annotations, bookmarks].concat()
}

#[test]
fn a_record_that_cannot_be_read_is_told_with_its_place() {
    let file = read(BY_HAND);
    let places: Vec<(usize, usize)> = file.faults.iter().map(|f| (f.line, f.column)).collect();
    assert_eq!(places, [(10, 51)]);
    assert_eq!(file.entries().len(), 3);
}

#[test]
fn an_id_that_is_given_twice_keeps_both() {
    let text = BY_HAND.replace("\"A3\", // never", "\"A1\", // never");
    let file = read(&text);
    assert_eq!(file.entries().len(), 3);
    assert!(file.faults.iter().any(|fault| fault.message.contains("A1 is given twice")));
    assert_eq!(file.write(&file.entries()), text);
    let ids = |file: &Sidecar| -> Vec<String> {
        file.entries().iter().map(|entry| entry.id().to_owned()).collect()
    };
    assert_eq!(ids(&file), ids(&read(&text)), "the second has the same name every time");
    let mut entries = file.entries();
    entries.push(note("A4", "new"));
    let again = read(&file.write(&entries));
    assert_eq!(again.entries(), entries_in_order(&entries));
    assert!(again.write(&again.entries()).contains("// never changes"));
}

#[test]
fn a_damaged_file_says_where() {
    is_damaged("", "1:1", "expected `(`");
    is_damaged("()", "1:1", "no version");
    is_damaged(&BY_HAND.replace("bookmarks: [", "bookmarks: [["), "20:1", "closes nothing");
    is_damaged("(\n    version: 1,\n", "1:1", "never closed");
    is_damaged("(version: 1)\n) more", "2:1", "after the end");
    is_damaged("(version: 1,\n<<<<<<< ours\n)", "2:1", "conflict markers");
    is_damaged("(version: 1, annotations: 3)", "1:27", "expected `[`");
    is_damaged("(version: 1,\n version: 2)", "2:11", "given twice");
}

/// Records each of which is written in a way of its own, with where it is broken: `[|]`.
#[test]
fn what_is_broken_in_a_record_is_told_to_the_character() {
    let broken = [
        r#"(id: "A", at: (paragraph: "OP1", range: ([|]x, 2)))"#.replace("([|]x", "[|](x"),
        r#"(id: "A", at: (paragraph: "OP1"), tags: ["a", [|]b])"#.into(),
        r#"(id: "A", at: (paragraph: "OP1"), also: [(paragraph: "OP2"), (paragraph: [|]3)])"#
            .into(),
        r#"(id: "A", at: (paragraph: "OP1", rival: [|]256))"#.into(),
        r#"(id: "A", at: (paragraph: "OP1"), colour: [|]yellow)"#.into(),
        r#"(id: "é’", /* ( */ note: "(\"", at: (paragraph: [|]OP1))"#.into(),
        r##"(id: r#"a")"#, at: (paragraph: "OP1"), conflict: [|]Some(x))"##.into(),
    ];
    for record in broken {
        for before in ["", "// (\n        ", "(id: \"Z\", at: (paragraph: \"OP1\")), // one\n  "] {
            let shown = format!("(\n    version: 1,\n    annotations: [{before}{record}],\n)\n");
            let (lead, rest) = shown.split_once("[|]").expect("a place");
            let file = read(&format!("{lead}{rest}"));
            let line = lead.lines().count();
            let column = lead.lines().last().expect("a line").chars().count() + 1;
            let found: Vec<_> = file.faults.iter().map(|f| (f.line, f.column)).collect();
            assert_eq!(found, [(line, column)], "{shown}{:?}", file.faults);
        }
    }
}

#[test]
fn a_record_without_a_name_or_a_place_is_told_where_it_begins() {
    for (record, why) in [("(at: (paragraph: \"OP1\"))", "no id"), ("(id: \"A\")", "no paragraph")]
    {
        let file = read(&format!("(version: 1, annotations: [\n  {record}])"));
        let fault = &file.faults[0];
        assert_eq!((fault.line, fault.column), (2, 3), "{fault}");
        assert!(fault.message.contains(why), "{fault}");
    }
}

/// As a person may write it: what is in a string or a comment opens and closes nothing.
#[test]
fn strings_characters_and_comments_are_read_as_such() {
    let text = r###"/* ( */ (version: 1, // )
    annotations: [ // the first
        (id: "A", at: (paragraph: "OP1"), note: "a \" ] \\", mood: '"', why: '\'', end: ']'), // one ]
        /* two /* ( */ ] */
        (id: "B", at: (paragraph: "OP1"), note: r#"raw " ) "#, extra: r##"x"# ]"##, other: '\u{2019}'),   // B's
        (id: "C", at: (paragraph: "OP1")),// C's
        // last
        // of all
    ],
    )"###;
    let file = read(text);
    assert_eq!((file.entries().len(), file.faults.len()), (3, 0), "{:?}", file.faults);
    let notes: Vec<String> = file
        .entries()
        .iter()
        .map(|entry| match entry {
            Entry::Annotation(annotation) => annotation.note.clone(),
            Entry::Bookmark(_) => String::new(),
        })
        .collect();
    assert_eq!(notes, ["a \" ] \\", "raw \" ) ", ""]);
    let mut entries = file.entries();
    entries.push(note("D", "new"));
    let written = file.write(&entries);
    for kept in [
        "// one ]",
        "// B's\n",
        "// C's\n",
        "/* two /* ( */ ] */",
        "// last",
        "// of all",
        "extra: r##\"x\"# ]\"##",
    ] {
        assert!(written.contains(kept), "{kept} is gone:\n{written}");
    }
    assert!(
        written.find("// one ]") < written.find("/* two")
            && written.find("B\"") < written.find("// last")
    );
    assert_eq!(read(&written).entries(), entries);
}

/// A comment that stands before the comma, or behind the last record without one, must not take into
/// itself what is written behind the record.
#[test]
fn a_comment_behind_a_record_swallows_nothing() {
    let text = "(version: 1, annotations: [\n (id: \"A\", at: (paragraph: \"OP1\")) // a\n , \
                (id: \"B\", at: (paragraph: \"OP1\"), tags: [\"x\" // x\n ]) // b\n ])";
    let file = read(text);
    let mut entries = file.entries();
    entries.push(note("C", "new"));
    let Entry::Annotation(second) = &mut entries[1] else { panic!("an annotation") };
    let second = Arc::make_mut(second);
    second.tags.push("y".into());
    second.note = "new".into();
    let written = file.write(&entries);
    assert_eq!(read(&written).entries(), entries, "{written}");
    assert!(written.contains("// a\n") && written.contains("// b\n"), "{written}");
}

#[test]
fn what_a_terminal_would_obey_is_escaped_in_the_file() {
    let mut file = Sidecar::empty("a.txt");
    file.set_entries(&[note("A", "a\u{202e}b\u{2066}c\u{1b}[31md\u{feff}e\u{85}é")]);
    let text = file.text();
    let is_raw = |c: char| (c.is_control() && c != '\n') || "\u{202e}\u{2066}\u{feff}".contains(c);
    assert!(!text.contains(is_raw) && text.contains(r"a\u{202e}b\u{2066}c\u{1b}[31md"), "{text}");
    assert!(text.contains('é'));
}

#[test]
fn a_source_is_read_whole_and_renamed_in_the_first_comment() {
    let line = SourceLine {
        file: "a.txt".into(),
        symbol: Some("A/RES/1/1".into()),
        hash: "blake3:01".into(),
    };
    let mut file = Sidecar::empty("a.txt");
    file.set_source(&line);
    assert_eq!(read(&file.text()).source().as_ref(), Some(&line));
    let other = SourceLine { file: "b.txt".into(), ..line };
    file.set_source(&other);
    assert!(file.text().starts_with("// Annotations and bookmarks of b.txt,"), "{}", file.text());
    let sealed = file.seal().to_owned();
    assert_eq!(sealed, file.text());
    assert_eq!(read(&sealed).source(), Some(other));
}

#[test]
fn a_file_without_lists_gets_those_that_it_needs() {
    let file = read("(version: 1)");
    assert_eq!(file.write(&[]), "(version: 1)");
    let at = Anchor { paragraph: "OP1".into(), ..Anchor::default() };
    let bookmark = Entry::from(Bookmark { id: "B".into(), at, ..Bookmark::default() });
    let with_note = file.write(&[note("A", "a")]);
    assert!(
        with_note.contains("annotations: [") && !with_note.contains("bookmarks"),
        "{with_note}"
    );
    let with_both = file.write(&[note("A", "a"), bookmark]);
    assert!(with_both.contains("bookmarks: ["), "{with_both}");
    assert_eq!(read(&with_both).entries().len(), 2);
}

#[test]
fn a_newer_file_is_known_for_one() {
    assert!(read("(version: 2, annotations: [], marvels: [1])").is_newer());
    assert!(!read(BY_HAND).is_newer());
}

#[test]
fn a_new_file_is_as_the_contract_has_it() {
    let mut file = Sidecar::empty("a.txt");
    let at = Anchor {
        paragraph: "OP14".into(),
        quote: Some("high-level plenary meeting".into()),
        prefix: "Decides to devote a ".into(),
        suffix: " of the General".into(),
        range: Some((20, 46)),
        ..Anchor::default()
    };
    let place = Anchor { paragraph: "OP14".into(), ..Anchor::default() };
    file.set_source(&SourceLine {
        file: "a.txt".into(),
        symbol: Some("A/RES/72/247".into()),
        hash: "blake3:00".into(),
    });
    let text = file.write(&[
        Entry::from(Annotation {
            id: "01JD".into(),
            at,
            tags: vec!["follow-up".into(), "mandate/report".into()],
            note: "Ask.\nTwice.".into(),
            colour: Some("yellow".into()),
            author: "N".into(),
            created: "2026-11-23T16:00:00Z".into(),
            modified: "2026-11-23T16:00:00Z".into(),
            ..Annotation::default()
        }),
        Entry::from(Bookmark {
            id: "01JE".into(),
            key: Some('a'),
            at: place,
            label: "the meeting".into(),
            created: "2026".into(),
            ..Bookmark::default()
        }),
    ]);
    let expected = r#"// Annotations and bookmarks of a.txt, made with seized.
(
    version: 1,
    source: (file: "a.txt", symbol: Some("A/RES/72/247"), hash: "blake3:00"),
    annotations: [
        (
            id: "01JD",
            at: (paragraph: "OP14", quote: "high-level plenary meeting", prefix: "Decides to devote a ", suffix: " of the General", range: (20, 46)),
            tags: ["follow-up", "mandate/report"],
            note: "Ask.\nTwice.",
            colour: Some("yellow"),
            author: "N", created: "2026-11-23T16:00:00Z", modified: "2026-11-23T16:00:00Z",
        ),
    ],
    bookmarks: [
        (id: "01JE", key: Some('a'), at: (paragraph: "OP14"), label: "the meeting", created: "2026"),
    ],
)
"#;
    assert_eq!(text, expected);
}

/// Chance that is the same on every run (xorshift).
struct Chance(u64);

impl Chance {
    fn below(&mut self, limit: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 % limit as u64).expect("small")
    }
}

#[test]
fn five_hundred_edits_undone_leave_the_file_as_it_was() {
    let file = read(BY_HAND);
    let (mut book, mut chance) = (AnnotationList::new(file.entries()), Chance(7));
    let mut made = 0;
    while made < 500 {
        let id = ["A1", "A3", "B1", "C1", "C2", "C3"][chance.below(6)];
        if chance.below(3) == 0 {
            made += usize::from(book.remove(id));
        } else {
            book.put(note(id, &chance.below(1000).to_string()));
            made += 1;
        }
    }
    let after = file.write(book.entries());
    while book.undo().is_some() {}
    assert_eq!(file.write(book.entries()), BY_HAND);
    while book.redo().is_some() {}
    assert_eq!(file.write(book.entries()), after);
}

/// Words with what RON, screens and people find hard.
fn words() -> impl Strategy<Value = String> {
    string_regex("[a-z ,()\\[\\]{}'\"\\\\/#\n\r\t:é中العربية\u{202e}\u{feff}\u{0}\u{7f}😀]{0,12}")
        .expect("a pattern")
}

fn some(words: impl Strategy<Value = String>) -> impl Strategy<Value = Option<String>> {
    proptest::option::of(words)
}

fn extra() -> impl Strategy<Value = Vec<(String, String)>> {
    let value = prop_oneof!["[1-9]{1,3}", Just("Glad(\"a, )\", ['\"'])".to_owned())];
    proptest::collection::btree_map("zz[a-z]{1,4}", value, 0..3)
        .prop_map(|m| m.into_iter().collect())
}

fn anchors() -> impl Strategy<Value = Anchor> {
    let range = proptest::option::of((0_usize..900, 0_usize..900));
    ("(OP|PP|fn )[1-9]", some(words()), words(), words(), range, some(words()), extra()).prop_map(
        |(paragraph, quote, prefix, suffix, range, text, extra)| Anchor {
            paragraph,
            quote,
            prefix,
            suffix,
            range,
            text,
            beside: extra.get(1).cloned(),
            rival: extra.first().map(|_| 40),
            only: String::new(),
            extra,
        },
    )
}

fn annotations() -> impl Strategy<Value = Entry> {
    let texts = (words(), some(words()), words(), words(), words(), some(words()));
    let lists = (
        proptest::collection::vec(anchors(), 0..3),
        proptest::collection::vec(words(), 0..3),
        extra(),
    );
    (anchors(), texts, lists).prop_map(|(at, texts, (also, tags, extra))| {
        let (note, colour, author, created, modified, conflict) = texts;
        // Some were carried from elsewhere, by what else they say.
        let inherited = (!note.is_empty()).then(|| Inherited {
            symbol: colour.clone(),
            file: author.clone(),
            id: note.clone(),
            is_reviewed: author.is_empty(),
        });
        let id = String::new();
        let made = Annotation {
            id,
            at,
            also,
            tags,
            note,
            colour,
            author,
            created,
            modified,
            conflict,
            inherited,
            extra,
        };
        Entry::from(made)
    })
}

fn bookmarks() -> impl Strategy<Value = Entry> {
    let key = proptest::option::of(any::<char>());
    (anchors(), key, words(), words(), some(words()), extra()).prop_map(
        |(at, key, label, created, conflict, extra)| {
            let id = String::new();
            Entry::from(Bookmark { id, key, at, label, created, conflict, extra })
        },
    )
}

fn files() -> impl Strategy<Value = Vec<Entry>> {
    let entries = prop_oneof![3 => annotations(), 1 => bookmarks()];
    proptest::collection::vec(entries, 0..6).prop_map(|mut entries| {
        for (i, entry) in entries.iter_mut().enumerate() {
            match entry {
                Entry::Annotation(own) => Arc::make_mut(own).id = format!("A{i}"),
                Entry::Bookmark(own) => Arc::make_mut(own).id = format!("B{i}"),
            }
        }
        entries_in_order(&entries)
    })
}

proptest! {
    #[test]
    fn what_is_printed_is_read_as_it_was(entries in files(), has_crlf: bool) {
        let mut file = Sidecar::empty("a \"b\".txt");
        if has_crlf {
            file = read(&file.text().replace('\n', "\r\n"));
        }
        let text = file.write(&entries);
        let again = read(&text);
        prop_assert_eq!(&again.faults, &[]);
        prop_assert_eq!(&again.entries(), &entries);
        prop_assert_eq!(again.write(&entries), text);
    }

    #[test]
    fn every_change_to_a_file_is_read_as_it_was(old in files(), new in files()) {
        let text = read(&Sidecar::empty("a").write(&old)).write(&new);
        prop_assert_eq!(read(&text).entries(), new);
    }

    #[test]
    fn no_text_makes_it_panic_or_lose_a_byte(cut in 0_usize..1200, junk in words()) {
        let at = BY_HAND.floor_char_boundary(cut.min(BY_HAND.len()));
        let text = format!("{}{junk}{}", &BY_HAND[..at], &BY_HAND[at..]);
        if let Ok(file) = Sidecar::read(&text) {
            prop_assert_eq!(file.write(&file.entries()), text.clone());
            // A change keeps every record, whether it can be read or not.
            let mut entries = file.entries();
            entries.push(note("new", "new"));
            let again = read(&file.write(&entries));
            prop_assert!(again.faults.len() >= file.faults.iter().filter(|f| !f.message.contains("twice")).count());
            prop_assert!(entries.iter().all(|entry| again.entries().contains(entry)));
        }
    }
}
