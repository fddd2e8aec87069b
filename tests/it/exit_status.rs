//! The exit status of every command: 0 done, 1 the answer is no, 2 not done or not told; and what is
//! done when an answer cannot be written, a pipe is closed, or some of many files are damaged.

use std::{
    fs::{self, File, OpenOptions},
    path::{Path, PathBuf},
    process::{Command, Stdio},
};

use crate::support;

const SAMPLE: &str = include_str!("../../assets/A_RES_72_247.txt");

/// A folder with two documents, one of them annotated.
fn folder() -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    fs::write(folder.path().join("a.txt"), SAMPLE).expect("written");
    fs::write(folder.path().join("b.txt"), SAMPLE).expect("written");
    assert_eq!(run(folder.path(), "tag a.txt OP14 mandate").0, 0);
    folder
}

fn seized(folder: &Path, arguments: &str) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_seized"));
    command
        .args(arguments.split_whitespace())
        .current_dir(folder)
        .env("HOME", folder)
        .env("XDG_CACHE_HOME", folder.join(".cache"))
        .env("XDG_CONFIG_HOME", folder.join(".config"))
        .env("XDG_DATA_HOME", folder.join(".data"))
        .stdin(Stdio::null());
    command
}

/// Status, output, errors.
fn run(folder: &Path, arguments: &str) -> (i32, String, String) {
    let output = seized(folder, arguments).output().expect("the program starts");
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).expect("all we print is UTF-8");
    (output.status.code().unwrap_or(-1), text(output.stdout), text(output.stderr))
}

#[track_caller]
fn exits(folder: &Path, arguments: &str, status: i32) -> (String, String) {
    let (found, out, err) = run(folder, arguments);
    assert_eq!(found, status, "{arguments}\n{out}\n{err}");
    if status == 2 {
        assert!(err.starts_with("seized: "), "{arguments}: {err}");
    } else {
        assert_eq!(err, "", "{arguments}");
    }
    (out, err)
}

/// Every command that answers, in a folder made by [`folder`].
const ANSWERS: [&str; 44] = [
    "mandates a.txt",
    "mandates . --format json",
    "mandates . --format csv",
    "mandates . --format ics",
    "parse a.txt",
    "parse a.txt --format text",
    "parse a.txt --format md",
    "parse a.txt --format akn",
    "parse a.txt --format passages",
    "show a.txt",
    "show a.txt --all",
    "show a.txt OP14",
    "refs .",
    "refs . --format json",
    "refs . --format dot",
    "refs . --format graphml",
    "refs . --format csv",
    "refs . --missing",
    "find rights .",
    "compare a.txt a.txt",
    "compare a.txt a.txt --format json",
    "align a.txt a.txt",
    "agreed a.txt --at OP1 . --least 0",
    "find rights . --format json",
    "cache",
    "export .",
    "export . --format csv",
    "export . --format json",
    "export . --format jsonld",
    "export . --format html",
    "tags .",
    "check c.txt",
    "set a.txt",
    "keys",
    "config",
    "themes",
    "completions bash",
    "completions zsh",
    "man",
    "help",
    "--help",
    "-h",
    "--version",
    "tag --help",
];

#[test]
fn what_is_done_is_0() {
    let folder = folder();
    for arguments in ANSWERS.iter().filter(|answer| !answer.starts_with("check")) {
        let (out, _) = exits(folder.path(), arguments, 0);
        assert!(!out.is_empty(), "{arguments}");
    }
    assert_eq!(exits(folder.path(), "check a.txt", 0).0, "");
    exits(folder.path(), "tag a.txt OP1 x", 0);
    exits(folder.path(), "tags --rename x y .", 0);
    let (web, _) = exits(folder.path(), "export --format jsonld a.txt", 0);
    fs::write(folder.path().join("a.jsonld"), web).expect("written");
    exits(folder.path(), "import b.txt a.jsonld", 0);
    fs::write(folder.path().join("base"), "").expect("written");
    fs::copy(folder.path().join("a.txt.seized.ron"), folder.path().join("theirs")).expect("copied");
    exits(folder.path(), "merge base a.txt.seized.ron theirs", 0);
}

#[test]
fn no_and_problems_are_1() {
    let folder = folder();
    fs::write(folder.path().join("c.txt"), "The General Assembly,\n\n1. Decides;\n\n3. Urges.\n")
        .expect("written");
    let (out, _) = exits(folder.path(), "check .", 1);
    assert!(out.contains("c.txt:5:1: broken numbering"), "{out}");
    exits(folder.path(), "tags --rename nobody somebody .", 1);
    fs::write(folder.path().join("d.txt.seized.ron"), "(").expect("written");
    exits(folder.path(), "check d.txt.seized.ron", 1);
    let file = |note: &str| {
        format!(
            "(version: 1, annotations: [(id: \"01\", at: (paragraph: \"OP1\"), tags: [], note: \"{note}\")])"
        )
    };
    for (name, note) in [("base", "a"), ("ours", "b"), ("theirs", "c")] {
        fs::write(folder.path().join(name), file(note)).expect("written");
    }
    exits(folder.path(), "merge base ours theirs", 1);
}

#[test]
fn what_cannot_be_carried_out_is_2() {
    let folder = folder();
    fs::write(folder.path().join("damaged.txt"), SAMPLE).expect("written");
    fs::write(folder.path().join("damaged.txt.seized.ron"), "(").expect("written");
    for arguments in [
        "parse none.txt",
        "parse a.txt --format none",
        "show none.txt",
        "show a.txt OP99",
        "refs none.txt",
        "export none.txt",
        "export damaged.txt",
        "tags none.txt",
        "tags damaged.txt",
        "check none.txt",
        "tag none.txt OP1 x",
        "tag a.txt OP99 x",
        "tag a.txt OP1 /",
        "tag damaged.txt OP1 x",
        "import a.txt none.jsonld",
        "import a.txt a.txt",
        "merge none none none",
        "completions none",
        "none.txt",
        "a.txt",
        "--none",
        "parse",
    ] {
        exits(folder.path(), arguments, 2);
    }
    let kept = fs::read_to_string(folder.path().join("damaged.txt.seized.ron"));
    assert_eq!(kept.ok().as_deref(), Some("("), "left as it is");
}

#[cfg(target_os = "linux")]
#[test]
fn an_answer_that_cannot_be_written_is_2() {
    let folder = folder();
    fs::write(folder.path().join("c.txt"), "The General Assembly,\n\n3. Urges.\n")
        .expect("written");
    for arguments in ANSWERS {
        let full = OpenOptions::new().write(true).open("/dev/full").expect("it is there");
        let output = seized(folder.path(), arguments).stdout(full).output().expect("it starts");
        assert_eq!(output.status.code(), Some(2), "{arguments}");
        let err = String::from_utf8_lossy(&output.stderr).into_owned();
        assert_eq!(err, "seized: standard output: no space left on device\n", "{arguments}");
    }
}

/// No command is forgotten: each is among [`ANSWERS`], or writes and is asked below, and the help of each is
/// an answer as well.
#[cfg(target_os = "linux")]
#[test]
fn no_command_is_left_out() {
    let folder = folder();
    // A merge says nothing where nothing contradicts.
    let writes = ["tag", "tags", "import", "set", "merge", "carry"];
    for command in support::commands() {
        let is_asked = ANSWERS.iter().any(|answer| answer.split(' ').next() == Some(&command));
        assert!(is_asked || writes.contains(&command.as_str()), "{command} is not asked");
        let full = OpenOptions::new().write(true).open("/dev/full").expect("it is there");
        let mut help = seized(folder.path(), &format!("{command} --help"));
        help.stderr(Stdio::null());
        assert_eq!(help.stdout(full).status().expect("it starts").code(), Some(2), "{command}");
    }
}

#[cfg(target_os = "linux")]
#[test]
fn what_is_saved_and_cannot_be_told_is_told_to_be_saved() {
    let folder = folder();
    let (web, _) = exits(folder.path(), "export --format jsonld a.txt", 0);
    fs::write(folder.path().join("a.jsonld"), web).expect("written");
    for (arguments, told) in [
        ("tag b.txt OP1 x", "A/RES/72/247, para. 1: added x"),
        ("tags --rename x y .", "x is now y: 1 annotation in 1 document"),
        ("import b.txt a.jsonld", "1 annotations read, 1 of them new"),
        ("set b.txt session=72", "b.txt: corrected"),
    ] {
        let full = OpenOptions::new().write(true).open("/dev/full").expect("it is there");
        let output = seized(folder.path(), arguments).stdout(full).output().expect("it starts");
        assert_eq!(output.status.code(), Some(2), "{arguments}");
        let err = String::from_utf8_lossy(&output.stderr).into_owned();
        let expected = format!(
            "seized: standard output: no space left on device\nhelp: it is done and saved: {told}"
        );
        assert!(err.starts_with(&expected), "{err}");
    }
    let kept = fs::read_to_string(folder.path().join("b.txt.seized.ron")).expect("saved");
    assert!(kept.contains("\"y\"") && kept.contains("\"mandate\""), "{kept}");
}

#[cfg(unix)]
#[test]
fn a_closed_pipe_ends_quietly() {
    let folder = folder();
    for arguments in ANSWERS.iter().filter(|answer| !answer.starts_with("check")) {
        let mut child = seized(folder.path(), arguments)
            .stdout(Stdio::piped())
            .stderr(File::create(folder.path().join("err")).expect("a file"))
            .spawn()
            .expect("it starts");
        drop(child.stdout.take());
        let status = child.wait().expect("it ends");
        assert_eq!(status.code(), Some(0), "{arguments}");
        let err = fs::read_to_string(folder.path().join("err")).expect("a file");
        assert_eq!(err, "", "{arguments}");
    }
}

/// Among good files: documents and annotations that are damaged, a path that is not there.
fn damaged() -> (tempfile::TempDir, Vec<PathBuf>) {
    let folder = folder();
    let mut bad = Vec::new();
    for (name, bytes) in [
        ("0.pdf", &b"%PDF-1.4 and nothing"[..]),
        ("below/0.docx", b"PK\x03\x04 and nothing"),
        ("below/deep/z.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 and nothing"),
    ] {
        let path = folder.path().join(name);
        fs::create_dir_all(path.parent().expect("a folder")).expect("made");
        fs::write(&path, bytes).expect("written");
        bad.push(PathBuf::from("./").join(name));
    }
    (folder, bad)
}

#[test]
fn commands_go_on_past_documents_that_cannot_be_read() {
    let (folder, bad) = damaged();
    let (out, err) = exits(folder.path(), "refs .", 2);
    for document in ["./a.txt:PP", "./b.txt:PP"] {
        assert!(out.contains(document), "{out}");
    }
    assert_eq!(err.lines().filter(|line| line.starts_with("seized: ")).count(), bad.len(), "{err}");
    for path in &bad {
        assert!(err.contains(&format!("seized: {}: ", path.display())), "{err}");
    }
    // Below a folder it is a problem, and checking for those is what was done.
    let (out, _) = exits(folder.path(), "check .", 1);
    for path in &bad {
        assert!(
            out.lines().any(|line| line.starts_with(&format!("{}: ", path.display()))),
            "{out}"
        );
    }
    let (out, err) = exits(folder.path(), "check ./0.pdf c.txt below", 2);
    assert!(err.contains("seized: ./0.pdf: ") && err.contains("seized: c.txt: no such"), "{err}");
    assert!(out.contains("below/0.docx: ") && !out.contains("0.pdf"), "{out}");
}

#[test]
fn commands_go_on_past_annotations_that_cannot_be_read() {
    let (folder, _) = damaged();
    for number in 0..20 {
        let name = format!("x{number}.txt");
        fs::write(folder.path().join(&name), SAMPLE).expect("written");
        fs::write(folder.path().join(format!("{name}.seized.ron")), "(").expect("written");
    }
    // Of a document that cannot be read the annotations cannot be placed.
    fs::copy(folder.path().join("a.txt.seized.ron"), folder.path().join("0.pdf.seized.ron"))
        .expect("copied");
    let complaints = |err: &str| err.lines().filter(|line| line.starts_with("seized: ")).count();
    for format in ["md", "csv", "json", "jsonld", "html"] {
        let (out, err) = exits(folder.path(), &format!("export . --format {format}"), 2);
        assert!(out.contains("mandate"), "{out}");
        assert_eq!(complaints(&err), 21, "{err}");
    }
    let (out, err) = exits(folder.path(), "tags .", 2);
    assert_eq!(out, "2\tmandate\n");
    assert_eq!(complaints(&err), 20, "{err}");
    let (out, err) = exits(folder.path(), "tags --rename mandate duty none.txt .", 2);
    assert_eq!(
        out,
        "mandate is now duty: 2 annotations in 2 documents\n  ./0.pdf: 1 annotation\n  \
         ./a.txt: 1 annotation\n  tags.ron: mandate leads to duty\n"
    );
    assert_eq!(complaints(&err), 21, "{err}");
    let (out, _) = exits(folder.path(), "check .", 1);
    assert_eq!(out.lines().filter(|line| line.contains("(damaged")).count(), 20, "{out}");
}

#[cfg(unix)]
#[test]
fn a_folder_that_cannot_be_listed_is_told_and_passed() {
    use std::os::unix::fs::PermissionsExt as _;
    let folder = folder();
    let closed = folder.path().join("aa");
    fs::create_dir(&closed).expect("made");
    fs::set_permissions(&closed, fs::Permissions::from_mode(0o0)).expect("closed");
    let is_root = fs::read_dir(&closed).is_ok();
    let (status, out, err) = run(folder.path(), "refs .");
    fs::set_permissions(&closed, fs::Permissions::from_mode(0o755)).expect("opened");
    assert!(out.contains("./a.txt:PP"), "{out}");
    // To the superuser no folder is closed.
    if !is_root {
        assert_eq!((status, err.as_str()), (2, "seized: ./aa: permission denied\n"));
    }
}

#[test]
fn files_without_an_ending_are_told_by_their_bytes() {
    let folder = tempfile::tempdir().expect("a folder");
    let named =
        |name: &str, bytes: &[u8]| fs::write(folder.path().join(name), bytes).expect("written");
    named("A_RES_72_247", SAMPLE.as_bytes());
    named("picture", b"\x89PNG\r\n\x1a\n");
    named("data", b"a\0b\0c");
    named("empty", b"");
    named("program.sh", SAMPLE.as_bytes());
    named("page.mht", SAMPLE.as_bytes());
    let (out, _) = exits(folder.path(), "refs .", 0);
    let files: std::collections::BTreeSet<&str> =
        out.lines().filter_map(|line| line.split(':').next()).collect();
    assert_eq!(files.into_iter().collect::<Vec<_>>(), ["./A_RES_72_247", "./page.mht"]);
}
