//! Annotating from a shell: what commands say, what stands in the files afterwards.

use std::{
    fs,
    path::{Path, PathBuf},
    process::Command,
    sync::atomic::{AtomicUsize, Ordering},
};

use seized::annotations::{AnnotationList, Entry, Sidecar};

const SAMPLE: &[u8] = include_bytes!("../../assets/A_RES_72_247.txt");

/// A folder with the sample as `a.txt`, and a data directory apart.
struct Desk {
    folder: tempfile::TempDir,
    home: tempfile::TempDir,
}

impl Desk {
    fn new() -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        fs::write(folder.path().join("a.txt"), SAMPLE).expect("written");
        Self { folder, home: tempfile::tempdir().expect("a folder") }
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    fn read(&self, name: &str) -> String {
        fs::read_to_string(self.path(name)).expect("it is there")
    }

    /// Runs a command in the folder: exit status, standard output, standard error.
    fn run(&self, arguments: &[&str]) -> (i32, String, String) {
        let output = Command::new(env!("CARGO_BIN_EXE_seized"))
            .args(arguments)
            .current_dir(self.folder.path())
            .env("HOME", self.home.path())
            .env("XDG_DATA_HOME", self.home.path().join("data"))
            .env("XDG_CONFIG_HOME", self.home.path().join("config"))
            .output()
            .expect("it runs");
        let text = |bytes| String::from_utf8(bytes).expect("UTF-8");
        (output.status.code().expect("a status"), text(output.stdout), text(output.stderr))
    }

    #[track_caller]
    fn does(&self, arguments: &[&str]) -> String {
        let (status, out, err) = self.run(arguments);
        assert_eq!((status, err.as_str()), (0, ""), "{arguments:?}: {out}");
        out
    }

    /// Does it as a person does who is told that another program has the folder locked: again, as long as
    /// `done`, which counts what all programs did, goes on.
    #[track_caller]
    fn insists(&self, arguments: &[&str], done: &AtomicUsize) {
        const TRIES: usize = 100;
        loop {
            let seen = done.load(Ordering::SeqCst);
            for _ in 0..TRIES {
                let (status, out, err) = self.run(arguments);
                if status != 2 || !err.contains("another program keeps its folder locked") {
                    assert_eq!((status, err.as_str()), (0, ""), "{arguments:?}: {out}");
                    done.fetch_add(1, Ordering::SeqCst);
                    return;
                }
            }
            assert_ne!(done.load(Ordering::SeqCst), seen, "nobody gets the lock: {arguments:?}");
        }
    }

    fn tags(&self) -> Vec<String> {
        let file = Sidecar::read(&self.read("a.txt.seized.ron")).expect("whole");
        AnnotationList::new(file.entries()).tags().into_keys().map(str::to_owned).collect()
    }
}

#[test]
fn twenty_programs_add_fifty_tags_each() {
    let (desk, done) = (Desk::new(), AtomicUsize::new(0));
    std::thread::scope(|scope| {
        for program in 0..20 {
            let (desk, done) = (&desk, &done);
            scope.spawn(move || {
                for tag in 0..50 {
                    let paragraph = format!("OP{}", tag % 20 + 1);
                    desk.insists(
                        &["tag", "a.txt", &paragraph, &format!("p{program}/t{tag}")],
                        done,
                    );
                }
            });
        }
    });
    assert_eq!(desk.tags().len(), 1000);
    assert_eq!(fs::read_dir(desk.folder.path()).expect("listed").count(), 2, "no litter");
}

#[cfg(unix)]
fn protect(path: &Path, is_protected: bool) {
    use std::os::unix::fs::PermissionsExt as _;
    let mode = if is_protected { 0o555 } else { 0o755 };
    fs::set_permissions(path, fs::Permissions::from_mode(mode)).expect("set");
}

#[cfg(unix)]
#[test]
fn a_read_only_folder_is_annotated_in_the_data_directory_and_comes_back() {
    let desk = Desk::new();
    desk.does(&["tag", "a.txt", "OP1", "before", "gone"]);
    protect(desk.folder.path(), true);
    let out = desk.does(&["tag", "a.txt", "OP2", "sheltered"]);
    assert!(out.contains("read-only") && out.contains("a.txt."), "{out}");
    desk.does(&["tag", "a.txt", "OP1", "--", "-gone"]);
    assert!(!desk.read("a.txt.seized.ron").contains("sheltered"));
    // Somebody else changes the file beside meanwhile: both count.
    let beside = desk.read("a.txt.seized.ron").replace("\"before\"", "\"before\", \"theirs\"");
    fs::write(desk.path("a.txt.seized.ron"), beside).expect("written");
    let shown = desk.does(&["export", "a.txt", "--format", "json"]);
    assert!(shown.contains("sheltered") && shown.contains("theirs"), "{shown}");
    protect(desk.folder.path(), false);
    desk.does(&["tag", "a.txt", "OP3", "after"]);
    assert_eq!(desk.tags(), ["after", "before", "sheltered", "theirs"]);
    let data = desk.home.path().join("data/seized/annotations");
    assert_eq!(fs::read_dir(data).expect("listed").count(), 0, "the shelter is empty");
}

#[test]
fn merge_keeps_unreadable_records_of_both_sides() {
    let desk = Desk::new();
    let file = |record: &str| format!("(version: 1, annotations: [\n{record}\n])");
    let good = "(id: \"A\", at: (paragraph: \"OP1\"), tags: [\"x\"])";
    for (name, text) in [
        ("base", file("")),
        ("ours", file(&format!("{good}, (broken ours)"))),
        ("theirs", file("(broken theirs), (broken ours)")),
        ("bad", "(version: 1, annotations: [".to_owned()),
    ] {
        fs::write(desk.path(name), text).expect("written");
    }
    desk.does(&["merge", "base", "ours", "theirs"]);
    let merged = desk.read("ours");
    assert!(merged.contains(good) && merged.contains("(broken theirs)"), "{merged}");
    assert_eq!(merged.matches("(broken ours)").count(), 1, "{merged}");
    let (status, _, err) = desk.run(&["merge", "base", "ours", "bad"]);
    assert_eq!((status, desk.read("ours")), (2, merged));
    assert!(err.starts_with("seized: bad:1:27: ") && err.contains("\nhelp: "), "{err}");
}

#[test]
fn merge_says_when_both_versions_were_kept() {
    let desk = Desk::new();
    let with = |note: &str| {
        format!(
            "(version: 1, annotations: [(id: \"A\", at: (paragraph: \"OP1\"), note: {note:?})])"
        )
    };
    for (name, note) in [("base", "one"), ("ours", "two"), ("theirs", "three")] {
        fs::write(desk.path(name), with(note)).expect("written");
    }
    assert_eq!(desk.run(&["merge", "base", "ours", "theirs"]).0, 1);
    let merged = desk.read("ours");
    assert!(merged.contains("\"two\"") && merged.contains("\"three\""), "{merged}");
    fs::rename(desk.path("ours"), desk.path("a.txt.seized.ron")).expect("renamed");
    let (status, out, _) = desk.run(&["check", "a.txt"]);
    assert_eq!(status, 1);
    assert!(out.contains("conflict: ") && out.contains("contradicts A"), "{out}");
}

#[test]
fn check_tells_damage_and_goes_on() {
    let desk = Desk::new();
    fs::write(desk.path("b.txt.seized.ron"), "(version: 1,\n annotations: [").expect("written");
    fs::write(
        desk.path("a.txt.seized.ron"),
        "(version: 1, annotations: [\n(id: \"A\", at: (paragraph: \"OP1\", quote: \"no such words at all\")),\nbroken])",
    )
    .expect("written");
    let (status, out, err) = desk.run(&["check", "."]);
    assert_eq!((status, err.as_str()), (1, ""));
    for told in [
        "a.txt.seized.ron:3:1: expected `(` (kept as it stands)",
        "a.txt.seized.ron:2:6: orphan: no longer there: OP1 “no such words at all”",
        "b.txt.seized.ron:2:15: this bracket is never closed (damaged",
    ] {
        assert!(out.contains(told), "{told} is not in\n{out}");
    }
    let (status, _, err) = desk.run(&["check", "nothing.seized.ron"]);
    let missing = "seized: nothing.seized.ron: no such file or directory\nhelp: paths count from";
    assert!(status == 2 && err.starts_with(missing), "{err}");
}

#[test]
fn annotations_follow_a_renamed_document() {
    let desk = Desk::new();
    desk.does(&["tag", "a.txt", "OP1", "kept"]);
    fs::rename(desk.path("a.txt"), desk.path("b.txt")).expect("renamed");
    let (status, out, _) = desk.run(&["check", "."]);
    assert_eq!(status, 1);
    assert!(out.contains("a.txt is gone; ./b.txt is it, which has the same bytes"), "{out}");
    let out = desk.does(&["check", "--repair", "."]);
    assert!(out.contains("reunited with ./b.txt"), "{out}");
    let text = desk.read("b.txt.seized.ron");
    assert!(
        text.starts_with("// Annotations and bookmarks of b.txt, made") && text.contains("kept")
    );
    assert!(!desk.path("a.txt.seized.ron").exists());
    assert_eq!(desk.does(&["check", "."]), "");
}

#[test]
fn annotations_follow_a_renamed_document_that_has_changed_and_has_its_own() {
    let desk = Desk::new();
    desk.does(&["tag", "a.txt", "OP1", "old"]);
    fs::remove_file(desk.path("a.txt")).expect("removed");
    let text =
        String::from_utf8(SAMPLE.to_vec()).expect("UTF-8").replace("Decides to", "Decided to");
    fs::write(desk.path("c.txt"), text).expect("written");
    desk.does(&["tag", "c.txt", "OP2", "new"]);
    let out = desk.does(&["check", "--repair", "."]);
    assert!(out.contains("which is A/RES/72/247 and has 1 of 1 annotations"), "{out}");
    let file = Sidecar::read(&desk.read("c.txt.seized.ron")).expect("whole");
    assert_eq!(file.entries().iter().filter(|e| matches!(e, Entry::Annotation(_))).count(), 2);
}

#[test]
fn tag_says_what_it_did() {
    let desk = Desk::new();
    let tag = |tags: &[&str]| desk.does(&[&["tag", "a.txt"], tags].concat());
    let said = tag(&["fn 7", " #mandate / report ", "b,c"]);
    assert_eq!(said, "A/RES/72/247, footnote 7: added mandate/report, b c\n");
    let said = tag(&["fn 7", "--", "new", "-b c", "-none"]);
    assert_eq!(said, "A/RES/72/247, footnote 7: added new; removed b c\n");
    assert_eq!(tag(&["14", "--", "-none"]), "A/RES/72/247, para. 14: nothing to change\n");
    assert_eq!(desk.tags(), ["mandate/report", "new"]);
    let (status, _, err) = desk.run(&["tag", "a.txt", "OP1", " , "]);
    assert_eq!(status, 2);
    assert!(err.starts_with("seized: tag \" , \": is no tag\nhelp: "), "{err}");
}

#[test]
fn tags_are_listed_and_renamed_everywhere() {
    let desk = Desk::new();
    fs::write(desk.path("b.txt"), SAMPLE).expect("written");
    desk.does(&["tag", "a.txt", "OP1", "mandate", "mandate/report"]);
    desk.does(&["tag", "b.txt", "OP2", "duty", "mandate"]);
    fs::write(
        desk.path("tags.ron"),
        "// Ours.\n(version: 1, tags: [(name: \"mandate\", description: \"Who must act\")])\n",
    )
    .expect("written");
    assert_eq!(desk.does(&["tags", "."]), "1\tduty\n2\tmandate\tWho must act\n1\tmandate/report\n");
    let said = desk.does(&["tags", "--rename", "mandate", "duty", "."]);
    assert_eq!(
        said,
        "mandate is now duty: 2 annotations in 2 documents\n  ./a.txt: 1 annotation\n  \
         ./b.txt: 1 annotation\n  tags.ron: mandate leads to duty\n"
    );
    assert_eq!(desk.does(&["tags", "."]), "2\tduty\tWho must act\n1\tduty/report\n");
    assert!(desk.read("tags.ron").starts_with("// Ours.\n"));
    // The old name still does.
    assert!(desk.does(&["tag", "a.txt", "OP3", "mandate/x"]).ends_with("added duty/x\n"));
}

#[test]
fn what_is_exported_as_json_ld_comes_back() {
    let desk = Desk::new();
    desk.does(&["tag", "a.txt", "OP1", "one"]);
    desk.does(&["tag", "a.txt", "fn 7", "two"]);
    let exported = desk.does(&["export", "a.txt", "--format", "jsonld"]);
    fs::write(desk.path("a.jsonld"), exported).expect("written");
    let before = desk.read("a.txt.seized.ron");
    fs::remove_file(desk.path("a.txt.seized.ron")).expect("removed");
    assert_eq!(desk.does(&["import", "a.txt", "a.jsonld"]), "2 annotations read, 2 of them new\n");
    assert_eq!(desk.read("a.txt.seized.ron"), before);
    assert_eq!(desk.does(&["import", "a.txt", "a.jsonld"]), "2 annotations read, 0 of them new\n");
    assert_eq!(desk.read("a.txt.seized.ron"), before);
}
