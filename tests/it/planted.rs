//! What somebody has put where the files of a reader's annotations belong: links to other files, pipes,
//! endless devices, other encodings. Nothing is overwritten, nothing is waited for, and what a person
//! does is kept, here or in the data directory.
#![cfg(unix)]

use std::{
    fs,
    os::unix::fs::symlink,
    path::{Path, PathBuf},
    process::Command,
};

use seized::store::durable;

const SAMPLE: &[u8] = include_bytes!("../../assets/A_RES_72_247.txt");

/// A folder with the sample as `a.txt`, a folder of somebody else, and a home.
struct Place {
    folder: tempfile::TempDir,
    elsewhere: tempfile::TempDir,
    home: tempfile::TempDir,
}

impl Place {
    fn new() -> Self {
        let made = || tempfile::tempdir().expect("a folder");
        let place = Self { folder: made(), elsewhere: made(), home: made() };
        fs::write(place.path("a.txt"), SAMPLE).expect("written");
        place
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    fn victim(&self) -> PathBuf {
        self.elsewhere.path().join("victim")
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

    /// Tags a paragraph of a document, and finds the tag again in what is exported.
    #[track_caller]
    fn is_tagged(&self, document: &str, tag: &str) {
        let (status, out, err) = self.run(&["tag", document, "OP2", tag]);
        assert_eq!((status, err.as_str()), (0, ""), "{out}");
        let (_, out, err) = self.run(&["export", document, "--format", "json"]);
        assert!(out.contains(tag), "{out}{err}");
    }

    fn kept_in_data(&self) -> usize {
        let folder = self.home.path().join("data/seized/annotations");
        fs::read_dir(folder).map_or(0, Iterator::count)
    }
}

fn is_link(path: &Path) -> bool {
    fs::symlink_metadata(path).expect("it is there").is_symlink()
}

#[test]
fn a_link_under_the_name_that_a_sibling_had_is_not_followed() {
    let place = Place::new();
    fs::write(place.victim(), "precious").expect("written");
    for thread in 0..2000 {
        let name = format!(".a.ron.{}-{thread}.tmp", std::process::id());
        symlink(place.victim(), place.path(&name)).expect("linked");
    }
    durable::replace(&place.path("a.ron"), b"text").expect("written");
    assert_eq!(fs::read_to_string(place.victim()).expect("read"), "precious");
    assert_eq!(fs::read_to_string(place.path("a.ron")).expect("read"), "text");
    assert!(!is_link(&place.path("a.ron")));
}

#[test]
fn annotations_are_not_written_through_a_link_to_what_is_none() {
    // Nothing there, an empty file, and another document's annotations.
    let other = "(version: 1, source: (file: \"b.txt\"), annotations: [], bookmarks: [])";
    for said in [None, Some(""), Some(other)] {
        let place = Place::new();
        if let Some(said) = said {
            fs::write(place.victim(), said).expect("written");
        }
        symlink(place.victim(), place.path("a.txt.seized.ron")).expect("linked");
        place.is_tagged("a.txt", "kept");
        place.is_tagged("a.txt", "again");
        assert_eq!(fs::read_to_string(place.victim()).ok().as_deref(), said);
        assert!(place.kept_in_data() > 0);
        // Once the link is gone, all is beside the source again.
        fs::remove_file(place.path("a.txt.seized.ron")).expect("removed");
        place.is_tagged("a.txt", "after");
        let beside = fs::read_to_string(place.path("a.txt.seized.ron")).expect("read");
        assert!(beside.contains("kept") && beside.contains("again"), "{beside}");
        assert_eq!(place.kept_in_data(), 0);
    }
}

#[test]
fn a_link_to_a_file_of_another_kind_is_told_and_left() {
    let place = Place::new();
    fs::write(place.victim(), "export PATH=/bin\n").expect("written");
    symlink(place.victim(), place.path("a.txt.seized.ron")).expect("linked");
    let (status, out, err) = place.run(&["tag", "a.txt", "OP2", "lost"]);
    assert_eq!((status, out.as_str()), (2, ""), "{err}");
    assert!(err.contains("a.txt.seized.ron:1:1: expected `(`"), "{err}");
    assert_eq!(fs::read_to_string(place.victim()).expect("read"), "export PATH=/bin\n");
}

#[test]
fn a_link_to_the_same_documents_annotations_is_written_through_and_stays() {
    let place = Place::new();
    place.is_tagged("a.txt", "first");
    fs::rename(place.path("a.txt.seized.ron"), place.victim()).expect("moved");
    symlink(place.victim(), place.path("a.txt.seized.ron")).expect("linked");
    place.is_tagged("a.txt", "second");
    assert!(is_link(&place.path("a.txt.seized.ron")));
    let said = fs::read_to_string(place.victim()).expect("read");
    assert!(said.contains("first") && said.contains("second"), "{said}");
}

#[test]
fn a_codebook_is_not_written_through_a_link_to_what_is_none() {
    for said in [None, Some("(secret: 1)"), Some("(version: 1, tags: [])")] {
        let place = Place::new();
        place.is_tagged("a.txt", "old");
        if let Some(said) = said {
            fs::write(place.victim(), said).expect("written");
        }
        symlink(place.victim(), place.path("tags.ron")).expect("linked");
        let (_, out, err) = place.run(&["tags", ".", "--rename", "old", "new"]);
        assert!(is_link(&place.path("tags.ron")), "{out}{err}");
        let after = fs::read_to_string(place.victim()).ok();
        let is_codebook = said.is_some_and(|said| said.contains("tags"));
        assert_eq!(after.as_deref() != said, is_codebook, "{after:?} {out}{err}");
    }
}

#[test]
fn what_is_no_regular_file_is_told_and_not_waited_for() {
    let place = Place::new();
    for name in ["a.txt.seized.ron", "tags.ron"] {
        let path = place.path(name);
        for what in ["pipe", "device", "folder"] {
            match what {
                "pipe" => {
                    let made = Command::new("mkfifo").arg(&path).status().expect("mkfifo");
                    assert!(made.success());
                }
                "device" => symlink("/dev/zero", &path).expect("linked"),
                _ => fs::create_dir(&path).expect("made"),
            }
            for command in [
                &["tag", "a.txt", "OP2", "word"][..],
                &["export", "a.txt"],
                &["tags", "a.txt"],
                &["check", "a.txt"],
            ] {
                let (status, out, err) = place.run(command);
                let is_read = name == "a.txt.seized.ron" || matches!(command[0], "tag" | "tags");
                let said = format!("{name}: no regular file, so it is not read");
                assert_eq!(
                    format!("{out}{err}").contains(&said),
                    is_read,
                    "{command:?} {out}{err}"
                );
                assert_eq!(status != 0, is_read, "{command:?} {out}{err}");
            }
            if what == "folder" { fs::remove_dir(&path) } else { fs::remove_file(&path) }
                .expect("removed");
        }
    }
}

#[test]
fn annotations_in_another_encoding_are_told_and_left() {
    let place = Place::new();
    place.is_tagged("a.txt", "caf");
    let path = place.path("a.txt.seized.ron");
    let text = fs::read_to_string(&path).expect("read").replace("\"caf\"", "\"caf\u{e9}\"");
    let windows: Vec<u8> = text.chars().map(|c| u8::try_from(c).expect("Latin")).collect();
    fs::write(&path, &windows).expect("written");
    let (status, _, err) = place.run(&["tag", "a.txt", "OP2", "word"]);
    assert_eq!(status, 2);
    assert!(err.contains("not UTF-8, but most likely WINDOWS-1252"), "{err}");
    assert!(err.contains("help: ") && err.contains("iconv -f WINDOWS-1252 -t UTF-8"), "{err}");
    assert_eq!(fs::read(&path).expect("read"), windows);
}

/// A name has 255 bytes at most, that of its annotations eleven more, and a few are for what others
/// put behind it.
#[test]
fn documents_of_the_longest_names_can_be_annotated() {
    for length in [235, 236, 244, 245, 255] {
        let place = Place::new();
        let name = format!("{}.txt", "n".repeat(length - 4));
        fs::write(place.path(&name), SAMPLE).expect("written");
        place.is_tagged(&name, "long");
        place.is_tagged(&name, "longer");
        assert_eq!(place.kept_in_data() > 0, length > 235, "{length}");
        let (status, out, err) = place.run(&["check", &name]);
        assert!(status < 2 && err.is_empty(), "{out}{err}");
    }
}

#[test]
fn annotations_that_stand_beside_a_long_name_stay_there() {
    let place = Place::new();
    place.is_tagged("a.txt", "first");
    let name = format!("{}.txt", "n".repeat(236));
    fs::rename(place.path("a.txt"), place.path(&name)).expect("renamed");
    let ron = place.path(&format!("{name}.seized.ron"));
    fs::rename(place.path("a.txt.seized.ron"), &ron).expect("renamed");
    place.is_tagged(&name, "second");
    assert_eq!(place.kept_in_data(), 0);
    let text = fs::read_to_string(&ron).expect("read");
    assert!(text.contains("first") && text.contains("second"), "{text}");
}
