//! `compare`, `align` and `carry` from a shell: what they say, and the Word file with tracked changes.

use std::{
    fs,
    io::{Cursor, Read as _},
    path::PathBuf,
    process::Command,
};

use seized::{
    annotations::{Entry, Sidecar},
    document::Document,
    opening::files,
};
use serde_json::Value;
use zip::ZipArchive;

use crate::tracked::turned_round;

const OLD: &str = "The General Assembly,\n\nRecalling its resolution 70/161 of 17 December 2015,\n\n\
    Noting the importance of water,\n\n\
    1. Urges all States to submit a report on the management of fresh water;\n\n\
    2. Requests the Secretary-General to convene a meeting of experts;\n\n\
    3. Also requests the High Commissioner to examine the matter of rivers:\n\n\
    (a) In arid regions of the world;\n\n(b) In cities and towns;\n\n\
    4. Decides to remain seized of the matter.\n";
const NEW: &str = "The General Assembly,\n\nRecalling its resolution 72/247 of 24 December 2017,\n\n\
    Noting the importance of water,\n\n\
    1. Welcomes the new framework for the protection of lakes & ponds;\n\n\
    2. Encourages all States to submit a report on the management of fresh water;\n\n\
    3. Requests the High Commissioner to examine the matter of rivers:\n\n\
    (a) In arid regions of the world;\n\n(b) In cities, villages and towns;\n\n\
    4. Decides to remain seized of the matter.\n";

struct Desk {
    folder: tempfile::TempDir,
}

impl Desk {
    fn new() -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        fs::write(folder.path().join("old.txt"), OLD).expect("written");
        fs::write(folder.path().join("new.txt"), NEW).expect("written");
        Self { folder }
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// Runs a command in the folder: exit status, standard output, standard error.
    fn run(&self, arguments: &[&str]) -> (i32, String, String) {
        let home = self.folder.path().join("home");
        let output = Command::new(env!("CARGO_BIN_EXE_seized"))
            .args(arguments)
            .current_dir(self.folder.path())
            .env("HOME", &home)
            .env("XDG_DATA_HOME", home.join("data"))
            .env("XDG_CONFIG_HOME", home.join("config"))
            .output()
            .expect("it runs");
        let text = |bytes| String::from_utf8(bytes).expect("UTF-8");
        (output.status.code().expect("a status"), text(output.stdout), text(output.stderr))
    }

    #[track_caller]
    fn says(&self, arguments: &[&str], status: i32) -> String {
        let (found, out, err) = self.run(arguments);
        assert_eq!((found, err.as_str()), (status, ""), "{arguments:?}: {out}");
        out
    }

    fn document(&self, name: &str) -> Document {
        files::open(&self.path(name)).expect("a document").0
    }
}

#[test]
fn what_differs_is_said_and_so_does_the_status() {
    let desk = Desk::new();
    let same = desk.says(&["compare", "old.txt", "old.txt"], 0);
    assert!(same.contains("no difference"), "{same}");
    let text = desk.says(&["compare", "old.txt", "new.txt"], 1);
    for line in [
        "1 new, 1 dropped, 4 edited, 1 of them technical and 1 connective; 1 verb weaker",
        "~ PP1  technical",
        "Recalling its resolution [-70/161 of 17 December 2015-]{+72/247 of 24 December 2017+},",
        "+ OP1  new",
        "~ OP1 → OP2  verb: urges → encourages, 3 steps weaker",
        "[-Urges-]{+Encourages+} all States",
        "- OP2  dropped",
        "In cities{+, villages+} and towns;",
        "  … 1 unchanged: OP3(a)",
    ] {
        assert!(text.contains(line), "{line}\n{text}");
    }
    let html = desk.says(&["compare", "old.txt", "new.txt", "--format", "html"], 1);
    assert!(html.contains("<del>Urges</del><ins>Encourages</ins>"), "{html}");
    assert!(html.contains("lakes &amp; ponds"), "{html}");
    let md = desk.says(&["compare", "old.txt", "new.txt", "--format", "md"], 1);
    assert!(md.contains("~~Urges~~**Encourages** all States"), "{md}");
}

#[test]
fn pairs_are_told_to_programs_with_places_in_characters() {
    let desk = Desk::new();
    let json = desk.says(&["compare", "old.txt", "new.txt", "--format", "json"], 1);
    let json: Value = serde_json::from_str(&json).expect("JSON");
    let pairs = json["pairs"].as_array().expect("a list");
    let verb = pairs.iter().find(|pair| pair["b"] == "OP2").expect("it is there");
    assert_eq!((&verb["a"], &verb["kind"]), (&"OP1".into(), &"verb".into()));
    assert_eq!(
        verb["verb"],
        serde_json::json!({ "from": "urges", "to": "encourages", "step": -3 })
    );
    assert_eq!(
        verb["edits"][0],
        serde_json::json!({ "op": "replace", "a": [0, 5], "b": [0, 10], "kind": "verb" })
    );
    assert_eq!((&json["summary"]["new"], &json["summary"]["verb"]), (&1.into(), &1.into()));
    let (old, new) = (desk.document("old.txt"), desk.document("new.txt"));
    let count = |side: &str| pairs.iter().filter(|pair| !pair[side].is_null()).count();
    assert_eq!((count("a"), count("b")), (old.passages().count(), new.passages().count()));
}

#[test]
fn a_series_has_a_row_a_paragraph() {
    let desk = Desk::new();
    let json = desk.says(&["compare", "old.txt", "new.txt", "old.txt", "--format", "json"], 1);
    let json: Value = serde_json::from_str(&json).expect("JSON");
    let rows = json["rows"].as_array().expect("a list");
    for row in [
        serde_json::json!(["OP1", "OP2", "OP1"]),
        serde_json::json!([null, "OP1", null]),
        serde_json::json!(["OP2", null, null]),
        serde_json::json!([null, null, "OP2"]),
    ] {
        assert!(rows.contains(&row), "{row} {rows:?}");
    }
    let (status, _, err) =
        desk.run(&["compare", "old.txt", "new.txt", "old.txt", "--format", "md"]);
    assert!(status == 2 && err.contains("two texts"), "{err}");
}

/// The words of all blocks, with their names.
fn blocks(document: &Document) -> Vec<(String, String)> {
    document.blocks.iter().map(|block| (block.cite.to_string(), block.text.clone())).collect()
}

/// A part of a Word file.
fn part(bytes: &[u8], name: &str) -> String {
    let mut zip = ZipArchive::new(Cursor::new(bytes)).expect("a zip file");
    let mut text = String::new();
    zip.by_name(name).expect("it is there").read_to_string(&mut text).expect("text");
    text
}

/// Compares two files of the folder as a Word file, of which accepting gives the newer, refusing the older.
#[track_caller]
fn tracks(desk: &Desk, old: &str, new: &str) -> Vec<u8> {
    desk.says(&["compare", old, new, "--format", "docx", "--output", "out.docx"], 1);
    let bytes = fs::read(desk.path("out.docx")).expect("written");
    assert_eq!(blocks(&desk.document("out.docx")), blocks(&desk.document(new)), "accepted");
    fs::write(desk.path("refused.docx"), turned_round(&bytes)).expect("written");
    assert_eq!(blocks(&desk.document("refused.docx")), blocks(&desk.document(old)), "refused");
    bytes
}

#[test]
fn a_word_file_gives_the_newer_text_accepted_and_the_older_one_refused() {
    let desk = Desk::new();
    for name in ["old", "new"] {
        let (text, word) = (format!("{name}.txt"), format!("{name}.docx"));
        desk.says(&["compare", &text, &text, "--format", "docx", "--output", &word], 0);
    }
    let plain = tracks(&desk, "old.txt", "new.txt");
    assert!(
        part(&plain, "word/document.xml")
            .contains("<w:delText xml:space=\"preserve\">Urges</w:delText>")
    );
    tracks(&desk, "old.txt", "new.docx");
    let made = tracks(&desk, "old.docx", "new.txt");
    // A paragraph that nobody changed has the bytes it had.
    let (before, after) = (fs::read(desk.path("old.docx")).expect("there"), made);
    let (before, after) = (part(&before, "word/document.xml"), part(&after, "word/document.xml"));
    let paragraph = |words: &str| {
        let at = before.find(words).expect("it is there");
        let start = before[..at].rfind("<w:p>").expect("a paragraph");
        let end = at + before[at..].find("</w:p>").expect("its end");
        &before[start..end]
    };
    for words in ["importance of water", "In arid regions", "remain seized"] {
        assert!(after.contains(paragraph(words)), "{words}");
    }
}

/// Resolutions in which one paragraph went to the end, with a word changed in it.
const HERE: &str = "The General Assembly,\n\nRecalling its resolution 70/161 of 17 December 2015,\n\n\
    1. Invites the Conference on Trade to examine the tariffs on cotton and on wool from arid regions;\n\n\
    2. Urges all States to submit a report on the management of fresh water in their cities;\n\n\
    3. Requests the Secretary-General to convene a meeting of experts on the rivers of the world;\n\n\
    4. Decides to proclaim an international year of the rights of the child in all schools;\n";
const THERE: &str = "The General Assembly,\n\nRecalling its resolution 70/161 of 17 December 2015,\n\n\
    1. Urges all States to submit a report on the management of fresh water in their cities;\n\n\
    2. Requests the Secretary-General to convene a meeting of experts on the rivers of the world;\n\n\
    3. Decides to proclaim an international year of the rights of the child in all schools;\n\n\
    4. Invites the Conference on Trade to examine the tariffs on linen and on wool from arid regions;\n";

#[test]
fn what_moved_is_a_move_in_a_word_file() {
    let desk = Desk::new();
    fs::write(desk.path("here.txt"), HERE).expect("written");
    fs::write(desk.path("there.txt"), THERE).expect("written");
    for name in ["here", "there"] {
        let (text, word) = (format!("{name}.txt"), format!("{name}.docx"));
        desk.says(&["compare", &text, &text, "--format", "docx", "--output", &word], 0);
    }
    for (old, new) in [
        ("here.txt", "there.txt"),
        ("here.docx", "there.txt"),
        ("here.txt", "there.docx"),
        ("there.docx", "here.docx"),
    ] {
        let text = part(&tracks(&desk, old, new), "word/document.xml");
        // One move, whose two places have one name.
        for tag in ["moveFromRangeStart", "moveToRangeStart", "moveFromRangeEnd", "moveToRangeEnd"]
        {
            assert_eq!(text.matches(&format!("<w:{tag} ")).count(), 1, "{old} {new} {tag}");
        }
        assert_eq!(text.matches("w:name=\"move1\"").count(), 2, "{old} {new}");
        // What was changed in it is gone there and new here; the rest was moved.
        let gone = if old.starts_with("here") { "cotton" } else { "linen" };
        assert!(text.contains(&format!(">{gone}</w:delText>")), "{old} {new}");
        assert!(!text.contains("wool from arid regions;</w:delText>"), "{old} {new}");
    }
}

#[test]
fn a_word_file_is_not_written_to_a_terminal() {
    let desk = Desk::new();
    let (status, out, err) = desk.run(&["compare", "old.txt", "new.txt", "--format", "docx"]);
    assert_eq!((status, out.as_str()), (2, ""));
    assert!(err.contains("--output"), "{err}");
}

#[test]
fn a_text_is_aligned_with_itself_in_whole() {
    let desk = Desk::new();
    let json = desk.says(&["align", "old.txt", "old.txt", "--format", "json"], 0);
    let json: Value = serde_json::from_str(&json).expect("JSON");
    assert_eq!(json["coverage"], 1.0);
    assert!(
        json["pairs"]
            .as_array()
            .expect("a list")
            .contains(&serde_json::json!([["OP3(b)"], ["OP3(b)"]]))
    );
    let text = desk.says(&["align", "old.txt", "new.txt"], 0);
    assert!(text.contains("aligned "), "{text}");
}

#[test]
fn annotations_are_carried_once_and_nobodys_own_until_reviewed() {
    let desk = Desk::new();
    desk.says(&["tag", "old.txt", "OP1", "water"], 0);
    desk.says(&["tag", "old.txt", "OP2", "meeting"], 0);
    let said = desk.says(&["carry", "old.txt", "new.txt"], 0);
    assert_eq!(said, "1 carried onto new.txt; 1 without a successor\n");
    let read = || {
        let text = fs::read_to_string(desk.path("new.txt.seized.ron")).expect("written");
        Sidecar::read(&text).expect("a file")
    };
    let entries = read().entries();
    let [Entry::Annotation(own)] = entries.as_slice() else {
        panic!("one annotation: {entries:?}")
    };
    assert_eq!((own.at.paragraph.as_str(), own.is_unreviewed()), ("OP2", true));
    assert_eq!(desk.says(&["tags", "new.txt"], 0), "");
    assert_eq!(desk.says(&["tags", "--inherited", "new.txt"], 0), "1\twater\n");
    assert_eq!(desk.says(&["export", "new.txt", "--format", "json"], 0).trim(), "[]");
    let again = desk.says(&["carry", "old.txt", "new.txt"], 0);
    assert_eq!(
        again,
        "0 carried onto new.txt; 1 without a successor; 1 there already, or refused before\n"
    );
    // Taken away without a review it is refused.
    desk.says(&["tag", "new.txt", "OP2", "--", "-water"], 0);
    assert_eq!(read().refused().len(), 1);
    let refused = desk.says(&["carry", "old.txt", "new.txt"], 0);
    assert!(refused.starts_with("0 carried"), "{refused}");
}
