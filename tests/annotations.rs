//! Annotations are never lost: their file keeps every byte, saves survive death and refusal, many
//! programs write at once, and places are found again in changed texts, or said to be lost.

use std::{
    fs, io,
    path::Path,
    process::{Command, Stdio},
};

use seized::{
    annotations::{Anchor, Annotation, Book, Entry, Sidecar, Verdict, merge},
    document::{Cite, Document},
    export::{Noted, annotations_from_jsonld, annotations_jsonld},
    parse, source,
    store::durable::{STEPS, replace_watched},
};

const SAMPLE: &[u8] = include_bytes!("../assets/A_RES_72_247.txt");

const BY_HAND: &str = r#"// Ours.
// Kept by hand.
(
    version: 1,
    source: (file: "a.txt", symbol: None, hash: "blake3:00"),
    annotations: [
        // the meeting
        (id: "A1", at: (paragraph: "OP14", quote: "a, \"b\" )", prefix: "x", suffix: "", range: (1, 9)), tags: ["x"], note: r"raw ( text", mood: Glad(3)),
        (id: "A2", at: (paragraph: "PP2"), tags: [unquoted]),
    ],
    bookmarks: [(id: "B1", key: Some('('), at: (paragraph: "OP14"), label: "l", created: "c")],
    later: {"a": [1, 2]},
)
"#;

fn sample() -> Document {
    let manuscript = source::read(SAMPLE.to_vec(), "the sample").expect("plain text");
    parse::parse(&manuscript).0
}

fn note(id: &str, note: &str) -> Entry {
    let at = Anchor { paragraph: "OP1".into(), ..Anchor::default() };
    Entry::Annotation(Annotation { id: id.into(), at, note: note.into(), ..Annotation::default() })
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
fn what_nobody_changed_keeps_every_byte() {
    for text in [BY_HAND.to_owned(), format!("\u{feff}{}", BY_HAND.replace('\n', "\r\n"))] {
        let file = Sidecar::read(&text).expect("its outer form is whole");
        assert_eq!(file.write(&file.entries()), text);
        let mut entries = file.entries();
        entries.push(note("A3", "new"));
        let written = file.write(&entries);
        for kept in
            ["// Kept by hand.", "// the meeting", "mood: Glad(3)", "tags: [unquoted]", "later: {"]
        {
            assert!(written.contains(kept), "{kept} is gone:\n{written}");
        }
        let again = Sidecar::read(&written).expect("what we write we read");
        assert_eq!(again.entries().len(), 3);
        assert_eq!(again.write(&again.entries()), written);
    }
}

#[test]
fn a_record_that_cannot_be_read_is_told_with_its_place() {
    let file = Sidecar::read(BY_HAND).expect("its outer form is whole");
    let places: Vec<(usize, usize)> = file.faults.iter().map(|f| (f.line, f.column)).collect();
    assert_eq!(places, [(9, 50)]);
    let broken =
        Sidecar::read(&BY_HAND.replace("bookmarks: [", "bookmarks: [[")).expect_err("unclosed");
    assert_eq!(broken.line, 3);
}

#[test]
fn five_hundred_edits_undone_leave_the_file_as_it_was() {
    let file = Sidecar::read(BY_HAND).expect("its outer form is whole");
    let (mut book, mut chance) = (Book::new(file.entries()), Chance(7));
    let mut made = 0;
    while made < 500 {
        let id = ["A1", "B1", "C1", "C2", "C3"][chance.below(5)];
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

#[test]
fn merges_are_commutative_and_idempotent_and_lose_nothing() {
    let base = [note("A", "one"), note("B", "two"), note("C", "three")];
    let ours = [note("A", "ours"), note("C", "three"), note("D", "new")];
    let theirs = [note("A", "theirs"), note("B", "changed"), note("E", "new")];
    let sorted = |mut all: Vec<Entry>| {
        all.sort_by(|a, b| a.id().cmp(b.id()));
        all
    };
    let merged = sorted(merge(&base, &ours, &theirs));
    assert_eq!(merged, sorted(merge(&base, &theirs, &ours)));
    assert_eq!(merged, sorted(merge(&base, &merged, &theirs)));
    assert_eq!(merged, sorted(merge(&base, &merged, &ours)));
    let all = format!("{merged:?}");
    for kept in ["ours", "theirs", "changed", "\"D\"", "\"E\"", "deleted"] {
        assert!(all.contains(kept), "{kept} is gone");
    }
    assert!(!all.contains("three"), "what one side removed came back");
}

#[test]
fn a_save_refused_at_any_step_leaves_a_whole_file() {
    for kind in [io::ErrorKind::StorageFull, io::ErrorKind::PermissionDenied, io::ErrorKind::Other]
    {
        for step in STEPS {
            let folder = tempfile::tempdir().expect("a folder");
            let path = folder.path().join("a.seized.ron");
            fs::write(&path, "old").expect("written");
            let refused = replace_watched(&path, b"new", &mut |here| {
                if here == step { Err(kind.into()) } else { Ok(()) }
            });
            assert_eq!(refused.expect_err("it was refused").kind(), kind);
            let text = fs::read_to_string(&path).expect("it is there");
            assert!(text == "old" || text == "new", "{step:?}: {text:?}");
            assert_eq!(fs::read_dir(folder.path()).expect("a folder").count(), 1, "{step:?}");
        }
    }
}

/// Started by the test below as a process of its own; does nothing otherwise.
#[test]
fn dies_when_it_is_told_to() {
    let Some(path) = std::env::var_os("SEIZED_TEST_DIE_AT") else { return };
    let step = std::env::var("SEIZED_TEST_STEP").expect("a step");
    let _ = replace_watched(Path::new(&path), b"new", &mut |here| {
        if format!("{here:?}") == step { std::process::abort() } else { Ok(()) }
    });
}

#[test]
fn a_process_that_dies_at_any_step_leaves_a_whole_file() {
    for step in STEPS {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("a.seized.ron");
        fs::write(&path, "old").expect("written");
        let status = Command::new(std::env::current_exe().expect("this test"))
            .args(["--exact", "dies_when_it_is_told_to"])
            .env("SEIZED_TEST_DIE_AT", &path)
            .env("SEIZED_TEST_STEP", format!("{step:?}"))
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .status()
            .expect("it runs");
        assert!(!status.success(), "it did not die at {step:?}");
        let text = fs::read_to_string(&path).expect("it is there");
        assert!(text == "old" || text == "new", "{step:?}: {text:?}");
    }
}

#[test]
fn twenty_programs_add_fifty_tags_each() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("a.txt");
    fs::write(&path, SAMPLE).expect("written");
    std::thread::scope(|scope| {
        for program in 0..20 {
            let path = &path;
            scope.spawn(move || {
                for tag in 0..50 {
                    let paragraph = format!("OP{}", tag % 20 + 1);
                    let status = Command::new(env!("CARGO_BIN_EXE_seized"))
                        .arg("tag")
                        .arg(path)
                        .args([&paragraph, &format!("p{program}/t{tag}")])
                        .status();
                    assert!(status.expect("it runs").success());
                }
            });
        }
    });
    let text = fs::read_to_string(folder.path().join("a.txt.seized.ron")).expect("it is there");
    let file = Sidecar::read(&text).expect("it is whole");
    assert_eq!(file.faults, []);
    let book = Book::new(file.entries());
    assert_eq!(book.tags().len(), 1000);
}

#[test]
fn web_annotations_come_back_as_they_were() {
    let document = sample();
    let passage = document.passage(&Cite::new("OP14")).expect("it is there");
    let words = Anchor::words(&document, passage, 0..7).expect("words of it");
    for at in [words, Anchor::whole(&document, passage)] {
        let annotation = Annotation {
            also: Vec::new(),
            id: "01".into(),
            at,
            tags: vec!["a/b".into(), "c".into()],
            note: "line\n\"two\"".into(),
            colour: Some("yellow".into()),
            author: "N.".into(),
            created: "2026-11-23T16:00:00Z".into(),
            modified: "2026-11-23T16:00:01Z".into(),
            conflict: None,
            extra: vec![("mood".into(), "Glad(3)".into())],
        };
        let noted = Noted {
            source: "a.txt".into(),
            citation: document.citation(passage),
            paragraph: "OP14".into(),
            verdict: Verdict::Exact,
            quote: String::new(),
            annotation: annotation.clone(),
        };
        assert_eq!(annotations_from_jsonld(&annotations_jsonld(&[noted])), Ok(vec![annotation]));
    }
}
