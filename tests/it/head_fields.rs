//! Head fields that a person corrects: the file of annotations before and after, and what commands
//! make of it.

use std::{fs, path::Path};

use assert_cmd::Command;
use seized::{
    annotations::{Sidecar, corrected, merge_files},
    document::{Document, HeadField, Passage},
    manuscript::Manuscript,
    parse,
};

/// A text that says neither its number nor its day.
const BARE: &str = "Human rights of everyone\n\nThe General Assembly,\n\nRecalling all,\n\n\
                    1. Requests a report;\n\n2. Decides to go on.\n";

fn folder() -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    fs::write(folder.path().join("a.txt"), BARE).expect("written");
    folder
}

fn run(folder: &tempfile::TempDir, arguments: &[&str]) -> (i32, String) {
    let mut command = Command::new(env!("CARGO_BIN_EXE_seized"));
    let output = command.args(arguments).current_dir(folder.path()).output().expect("it starts");
    let text = String::from_utf8(output.stdout).expect("UTF-8");
    let errors = String::from_utf8(output.stderr).expect("UTF-8");
    (output.status.code().unwrap_or(-1), text + &errors)
}

#[track_caller]
fn says(folder: &tempfile::TempDir, arguments: &[&str], said: &str) {
    let (status, text) = run(folder, arguments);
    assert_eq!((status, text.as_str()), (0, said), "{arguments:?}");
}

fn annotations(folder: &tempfile::TempDir) -> String {
    fs::read_to_string(folder.path().join("a.txt.seized.ron")).expect("a file of annotations")
}

#[test]
fn a_correction_is_kept_beside_the_source_and_taken_back() {
    let folder = folder();
    says(
        &folder,
        &["set", "a.txt", "symbol=A/RES/72/247", "adopted=24 December 2017"],
        "a.txt: corrected\n\
         symbol   A/RES/72/247 (corrected)\n\
         title    Human rights of everyone\n\
         adopted  2017-12-24 (corrected)\n\
         organ    General Assembly\n\
         session  none\n",
    );
    let text = annotations(&folder);
    let head = "    head: (symbol: Some(\"A/RES/72/247\"), adopted: Some(\"2017-12-24\")),\n    annotations: [],\n";
    assert!(text.contains(head), "{text}");
    assert!(text.contains("source: (file: \"a.txt\", symbol: Some(\"A/RES/72/247\")"), "{text}");
    says(&folder, &["tag", "a.txt", "OP2", "later"], "A/RES/72/247, para. 2: added later\n");
    assert!(annotations(&folder).contains(head.split(",\n    ann").next().expect("its start")));
    let (_, again) = run(&folder, &["set", "a.txt", "adopted=2017-12-24"]);
    assert!(again.starts_with("a.txt: nothing to change\n"), "{again}");
    let (_, back) = run(&folder, &["set", "a.txt", "symbol=", "adopted="]);
    assert!(back.contains("symbol   missing\n"), "{back}");
    let text = annotations(&folder);
    assert!(!text.contains("head:") && text.contains("\"later\""), "{text}");
}

#[test]
fn commands_go_by_the_corrected_head() {
    let folder = folder();
    run(&folder, &["set", "a.txt", "symbol=A/RES/72/247", "title=Another title"]);
    let (_, json) = run(&folder, &["parse", "a.txt"]);
    let json: serde_json::Value = serde_json::from_str(&json).expect("JSON");
    assert_eq!(json["corrected"], serde_json::json!(["symbol", "title"]));
    assert_eq!(
        (&json["symbol"], &json["title"]),
        (&"A/RES/72/247".into(), &"Another title".into())
    );
    assert_eq!(json["parts"][0]["symbol"], "A/RES/72/247");
    let (_, shown) = run(&folder, &["show", "a.txt"]);
    assert!(
        shown.starts_with(
            "A/RES/72/247 · General Assembly · corrected: symbol, title\n\n     Another title\n"
        ),
        "{shown}"
    );
    // What the citation now says is what is taken.
    says(
        &folder,
        &["tag", "a.txt", "A/RES/72/247, para. 1", "x"],
        "A/RES/72/247, para. 1: added x\n",
    );
    let (_, csv) = run(&folder, &["export", "a.txt", "--format", "csv"]);
    assert!(csv.contains("A/RES/72/247,Another title,"), "{csv}");
}

#[test]
fn check_says_what_the_head_lacks() {
    let folder = folder();
    let (status, problems) = run(&folder, &["check", "a.txt"]);
    assert_eq!(status, 1);
    assert_eq!(
        problems,
        "a.txt:1:1: head: no symbol, no day of adoption, no session \
         (`seized set` says it: symbol=… adopted=… session=…)\n"
    );
    run(&folder, &["set", "a.txt", "symbol=A/RES/72/247", "adopted=2017-12-24"]);
    says(&folder, &["check", "a.txt"], "");
}

#[test]
fn what_is_wrong_in_the_file_is_told_and_kept() {
    let folder = folder();
    run(&folder, &["set", "a.txt", "symbol=A/RES/72/247"]);
    let path = folder.path().join("a.txt.seized.ron");
    let by_hand = annotations(&folder).replace(
        "head: (",
        "head: (\n        // ours\n        mood: Fine, adopted: Some(\"soon\"), ",
    );
    fs::write(&path, &by_hand).expect("written");
    let (_, problems) = run(&folder, &["check", "a.txt"]);
    assert!(problems.contains("the adopted is no date from 1945 on"), "{problems}");
    run(&folder, &["set", "a.txt", "symbol=A/RES/72/248"]);
    let text = annotations(&folder);
    for kept in ["// ours", "mood: Fine", "adopted: Some(\"soon\")", "A/RES/72/248"] {
        assert!(text.contains(kept), "{kept} is gone:\n{text}");
    }
    fs::write(&path, "(version: 1, annotations: [").expect("written");
    let (status, shown) = run(&folder, &["show", "a.txt", "OP2"]);
    assert_eq!(status, 2, "{shown}");
    assert!(shown.contains("2.   Decides to go on."), "{shown}");
}

/// A file with this `head`.
fn file(head: &str) -> Sidecar {
    let head = if head.is_empty() { String::new() } else { format!("head: ({head}), ") };
    let text = format!(
        "(version: 1, source: (file: \"a\", symbol: None, hash: \"h\"), {head}annotations: [], bookmarks: [])"
    );
    Sidecar::read(&text).expect("a file")
}

#[track_caller]
fn merges(base: &str, ours: &str, theirs: &str, expected: &[(&str, &str)]) {
    for (a, b) in [(ours, theirs), (theirs, ours)] {
        let merged = merge_files(&file(base), &file(a), &file(b));
        let again = Sidecar::read(&merged.text()).expect("what we write we read");
        let found: Vec<(String, String)> = again
            .corrections()
            .all()
            .map(|(field, value)| (field.name().to_owned(), value.to_owned()))
            .collect();
        let found: Vec<(&str, &str)> =
            found.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
        assert_eq!(found, expected, "{a} and {b}");
    }
}

#[test]
fn two_people_correct_different_fields() {
    let (symbol, title) = ("symbol: Some(\"A/RES/1/2\")", "title: Some(\"T\")");
    let both = [("symbol", "A/RES/1/2"), ("title", "T")];
    merges("", symbol, title, &both);
    merges(symbol, &format!("{symbol}, {title}"), symbol, &both);
    merges(symbol, "", &format!("{symbol}, {title}"), &both[1..]);
    merges(symbol, "", symbol, &[]);
    merges("", "", symbol, &both[..1]);
    merges(title, &format!("{title}, mood: Fine"), &format!("{title}, {symbol}"), &both);
}

#[test]
fn two_values_for_one_field_are_both_kept() {
    let (one, other) = ("symbol: Some(\"A/RES/1/2\")", "symbol: Some(\"A/RES/1/3\")");
    merges("", one, other, &[("symbol", "A/RES/1/3")]);
    let merged = merge_files(&file(""), &file(one), &file(other));
    assert_eq!(merged.contradicting_corrections(), [(HeadField::Symbol, "A/RES/1/2".to_owned())]);
    let mut settled = merged;
    settled.correct(&[(HeadField::Symbol, Some("A/RES/1/2".into()))]);
    assert!(settled.contradicting_corrections().is_empty());
}

#[test]
fn a_corrected_title_keeps_its_marks() {
    let text = "72/10. Credentials of representatives1\n\nThe General Assembly,\n\nApproves the report.\n\n\
                60th plenary meeting\n6 December 2017\n\n1 A/72/601.\n";
    let manuscript = Manuscript { text: text.into(), ..Manuscript::default() };
    let document: Document = parse::parse(&manuscript).0;
    let marks = document.head.title_marks.len();
    let mut file = file("");
    file.correct(&[(HeadField::Title, Some("Credentials".into()))]);
    let document = corrected(document, &file.corrections());
    assert_eq!(document.text(Passage::Title), "Credentials");
    assert_eq!(document.head.title_marks.len(), marks);
    assert!(document.head.title_marks.iter().all(|mark| mark.at == "Credentials".len()));
    assert_eq!(document.head.corrected, [HeadField::Title]);
}

#[test]
fn nothing_is_corrected_where_nothing_is_said() {
    let folder = folder();
    says(
        &folder,
        &["set", "a.txt"],
        "symbol   missing\n\
         title    Human rights of everyone\n\
         adopted  missing\n\
         organ    General Assembly\n\
         session  missing\n",
    );
    assert!(!Path::new(&folder.path().join("a.txt.seized.ron")).exists());
}
