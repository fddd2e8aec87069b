//! Saves: whole or not at all, whatever is refused and whenever the process dies; together with what
//! others have written; never over a file that cannot be read.

use std::{
    fs,
    fs::File,
    io,
    path::{Path, PathBuf},
    process::{Command, Stdio},
};

use seized::{
    annotations::{Anchor, Annotation, Entry, Sidecar},
    error::Error,
    store::{
        Store, Where,
        durable::{STEPS, Step, replace_watched},
        read, sidecar_path,
    },
};

fn note(id: &str, note: &str) -> Entry {
    let at = Anchor { paragraph: "OP1".into(), ..Anchor::default() };
    Entry::from(Annotation { id: id.into(), at, note: note.into(), ..Annotation::default() })
}

/// A folder with a source in it.
fn source() -> (tempfile::TempDir, PathBuf) {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("a.txt");
    fs::write(&path, "text").expect("written");
    (folder, path)
}

fn open(source: &Path) -> Store {
    Store::open(source, b"text", None).expect("opened")
}

fn save(store: &mut Store, entries: &[Entry]) -> Vec<Entry> {
    store.save(entries, &|_| {}).expect("saved").0
}

/// What the file beside a source says.
fn said(source: &Path) -> Vec<Entry> {
    let file = read(&sidecar_path(source), "").expect("it is whole");
    assert_eq!(file.faults, []);
    file.entries()
}

#[test]
fn a_save_refused_at_any_step_leaves_a_whole_file_and_can_be_tried_again() {
    for kind in [io::ErrorKind::StorageFull, io::ErrorKind::QuotaExceeded, io::ErrorKind::Other] {
        for step in STEPS {
            let (folder, source) = source();
            let mut store = open(&source);
            let old = save(&mut store, &[note("A", "old")]);
            let new = [note("A", "new")];
            let refused = store.save_watched(&new, &|_| {}, &mut |here| {
                if here == step { Err(kind.into()) } else { Ok(()) }
            });
            let error = refused.expect_err("it was refused").to_string();
            assert!(error.contains("a.txt.seized.ron: "), "{error}");
            let after = said(&source);
            assert!(after == old || after == new, "{step:?}");
            assert_eq!(fs::read_dir(folder.path()).expect("listed").count(), 2, "{step:?}: litter");
            save(&mut store, &new);
            assert_eq!(said(&source), new, "{step:?}: the second time it works");
        }
    }
}

#[test]
fn what_another_program_writes_meanwhile_is_merged_at_any_step() {
    for step in &STEPS[..5] {
        let (_folder, source) = source();
        let mut store = open(&source);
        save(&mut store, &[note("A", "old")]);
        let mut is_first = true;
        let merged =
            store.save_watched(&[note("A", "old"), note("B", "ours")], &|_| {}, &mut |here| {
                if here == *step && std::mem::take(&mut is_first) {
                    let file = read(&sidecar_path(&source), "").expect("whole");
                    let text = file.write(&[note("A", "theirs"), note("C", "theirs")]);
                    // As an editor does it, who knows no lock.
                    fs::write(source.with_extension("swap"), text)?;
                    fs::rename(source.with_extension("swap"), sidecar_path(&source))?;
                }
                Ok(())
            });
        let (merged, _) = merged.expect("saved");
        assert_eq!(merged, said(&source));
        let mut notes = merged.clone();
        notes.sort_by(|a, b| a.id().cmp(b.id()));
        assert_eq!(
            notes,
            [note("A", "theirs"), note("B", "ours"), note("C", "theirs")],
            "{step:?}"
        );
    }
}

#[test]
fn a_folder_that_is_removed_is_an_error_and_nothing_is_lost() {
    for step in STEPS {
        let (folder, source) = source();
        let mut store = open(&source);
        let entries = save(&mut store, &[note("A", "old")]);
        let result = store.save_watched(&[note("A", "new")], &|_| {}, &mut |here| {
            if here == step { fs::remove_dir_all(folder.path()) } else { Ok(()) }
        });
        // Once the file has its place, only the folder could not be synced; some systems can.
        assert!(result.is_err() || step == Step::SyncFolder, "{step:?}");
        fs::create_dir_all(folder.path()).expect("made again");
        assert_eq!(save(&mut store, &[note("A", "new")]).len(), entries.len());
        assert_eq!(said(&source), [note("A", "new")], "{step:?}");
    }
}

/// Started by the test below as a process of its own; does nothing otherwise.
#[test]
fn dies_when_it_is_told_to() {
    let Some(source) = std::env::var_os("SEIZED_TEST_DIE_AT") else { return };
    let step = std::env::var("SEIZED_TEST_STEP").expect("a step");
    let mut store = open(Path::new(&source));
    let _ = store.save_watched(&[note("A", "new")], &|_| {}, &mut |here| {
        if format!("{here:?}") == step { std::process::abort() } else { Ok(()) }
    });
}

#[test]
fn a_process_that_dies_at_any_step_leaves_a_whole_file() {
    for step in STEPS {
        let (_folder, source) = source();
        let old = save(&mut open(&source), &[note("A", "old")]);
        let status = Command::new(std::env::current_exe().expect("this test"))
            .args(["--exact", "saving::dies_when_it_is_told_to"])
            .env("SEIZED_TEST_DIE_AT", &source)
            .env("SEIZED_TEST_STEP", format!("{step:?}"))
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .status()
            .expect("it runs");
        assert!(!status.success(), "it did not die at {step:?}");
        let is_new = step == Step::SyncFolder;
        assert_eq!(said(&source), if is_new { vec![note("A", "new")] } else { old }, "{step:?}");
        // Its lock died with it.
        save(&mut open(&source), &[note("A", "newer")]);
    }
}

#[test]
fn two_programs_see_what_the_other_does() {
    let (_folder, source) = source();
    let (mut one, mut two) = (open(&source), open(&source));
    let ours = save(&mut one, &[note("A", "a"), note("B", "b")]);
    assert_eq!(one.refresh(&ours).expect("read"), None, "its own doing is no news");
    let theirs = two.refresh(&[]).expect("read").expect("there is news");
    assert_eq!(theirs, ours);
    save(&mut two, &theirs[1..]);
    assert_eq!(one.refresh(&ours).expect("read"), Some(vec![note("B", "b")]));
    assert_eq!(save(&mut one, &[note("B", "b"), note("C", "c")]).len(), 2, "A does not come back");
    let unsaved = [note("B", "b"), note("D", "not yet saved")];
    let merged = two.refresh(&unsaved).expect("read").expect("there is news");
    assert_eq!(merged.len(), 3);
    assert_eq!(save(&mut two, &merged).len(), 3);
}

#[test]
fn a_file_that_vanishes_is_no_wish_to_lose_it() {
    let (_folder, source) = source();
    let mut store = open(&source);
    let ours = save(&mut store, &[note("A", "a")]);
    fs::remove_file(sidecar_path(&source)).expect("removed");
    assert_eq!(store.refresh(&ours).expect("read"), None);
    save(&mut store, &[note("A", "a"), note("B", "b")]);
    assert_eq!(said(&source).len(), 2);
}

#[test]
fn nothing_new_writes_nothing() {
    let (_folder, source) = source();
    let mut store = open(&source);
    save(&mut store, &[]);
    assert!(!sidecar_path(&source).exists());
    let text = "(version: 1, annotations: [(id: \"A\", at: (paragraph: \"OP1\"))])";
    fs::write(sidecar_path(&source), text).expect("written");
    let mut store = Store::open(&source, b"text", Some("A/1")).expect("opened");
    save(&mut store, &said(&source));
    assert_eq!(fs::read_to_string(sidecar_path(&source)).expect("read"), text);
}

#[test]
fn a_damaged_or_newer_file_is_never_written() {
    for (text, why) in [
        ("(version: 1, annotations: [", "never closed"),
        ("(version: 2, annotations: [], wonders: 3)", "made by a newer seized"),
    ] {
        let (_folder, source) = source();
        let mut store = open(&source);
        fs::write(sidecar_path(&source), text).expect("written");
        let error = store.save(&[note("A", "a")], &|_| {}).expect_err("refused");
        assert!(error.to_string().contains(why), "{error}");
        assert!(error.help().is_some());
        assert_eq!(fs::read_to_string(sidecar_path(&source)).expect("read"), text);
    }
}

#[test]
fn a_record_that_becomes_unreadable_is_kept() {
    let (_folder, source) = source();
    let mut store = open(&source);
    let ours = save(&mut store, &[note("A", "a"), note("B", "b")]);
    let path = sidecar_path(&source);
    let text = fs::read_to_string(&path).expect("read").replace("note: \"b\"", "note: b");
    fs::write(&path, text).expect("written");
    save(&mut store, &[ours, vec![note("C", "c")]].concat());
    let text = fs::read_to_string(&path).expect("read");
    let file = Sidecar::read(&text).expect("whole");
    assert!(text.contains("note: b,"), "{text}");
    assert_eq!((file.faults.len(), file.entries().len()), (1, 2), "{text}");
}

#[test]
fn a_broken_record_with_the_id_of_a_whole_one_takes_nothing_away() {
    let (_folder, source) = source();
    let text =
        "(version: 1, annotations: [(id: \"A\", at: (paragraph: \"OP1\")), (id: \"A\", broken)])";
    fs::write(sidecar_path(&source), text).expect("written");
    let mut store = Store::open(&source, b"text", None).expect("opened");
    let read = store.file().entries();
    save(&mut store, &[read, vec![note("B", "b")]].concat());
    let text = fs::read_to_string(sidecar_path(&source)).expect("read");
    let file = Sidecar::read(&text).expect("whole");
    assert_eq!((file.entries().len(), file.faults.len()), (2, 1), "{text}");
}

#[cfg(unix)]
#[test]
fn links_and_permissions_stay_as_they_are() {
    use std::os::unix::fs::{PermissionsExt as _, symlink};
    let (folder, source) = source();
    let real = folder.path().join("elsewhere");
    fs::create_dir(&real).expect("made");
    let real = real.join("kept.ron");
    save(&mut open(&source), &[note("A", "a")]);
    fs::rename(sidecar_path(&source), &real).expect("moved");
    symlink(&real, sidecar_path(&source)).expect("linked");
    fs::set_permissions(&real, fs::Permissions::from_mode(0o640)).expect("set");
    save(&mut open(&source), &[note("A", "a"), note("B", "b")]);
    assert!(fs::symlink_metadata(sidecar_path(&source)).expect("there").is_symlink());
    assert_eq!(fs::metadata(&real).expect("there").permissions().mode() & 0o777, 0o640);
    assert_eq!(said(&source).len(), 2);
}

#[cfg(unix)]
#[test]
fn a_lock_that_is_never_let_go_is_told() {
    let (folder, source) = source();
    let mut store = open(&source);
    let lock = File::open(folder.path()).expect("opened");
    lock.lock().expect("locked");
    let error = store.save(&[note("A", "a")], &|_| {}).expect_err("locked");
    assert!(error.to_string().contains("another program keeps its folder locked"), "{error}");
    let Error::Format { help, .. } = error else { panic!("no help") };
    assert!(help.contains("Nothing was written. Try again"), "{help}");
    drop(lock);
    let (_, place) = store.save(&[note("A", "a")], &|_| {}).expect("free");
    assert_eq!(place, Where::Beside);
}

#[test]
fn bytes_are_replaced_whole() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("any");
    fs::write(&path, "old").expect("written");
    for step in STEPS {
        let _ = replace_watched(&path, b"new", &mut |here| {
            if here == step { Err(io::ErrorKind::PermissionDenied.into()) } else { Ok(()) }
        });
        let text = fs::read_to_string(&path).expect("it is there");
        assert_eq!(text, if step == Step::SyncFolder { "new" } else { "old" });
    }
}

/// As root does, who may give files away. Others cannot try.
#[cfg(unix)]
#[test]
fn a_file_stays_its_owners() {
    use std::os::unix::fs::{MetadataExt as _, chown};
    let (_folder, source) = source();
    let mut store = open(&source);
    save(&mut store, &[note("A", "a")]);
    let path = sidecar_path(&source);
    if chown(&path, Some(12_345), Some(12_345)).is_ok() {
        save(&mut store, &[note("A", "b")]);
        let there = fs::metadata(&path).expect("there");
        assert_eq!((there.uid(), there.gid()), (12_345, 12_345));
        assert_eq!(said(&source).len(), 1);
    }
}
