//! How long it takes to read and to save ten thousand annotations: `cargo bench --bench sidecar`.

use std::{fs, path::PathBuf, sync::Arc};

use divan::Bencher;
use seized::{
    annotations::{Anchor, Annotation, AnnotationList, Entry, Sidecar, merge},
    store::{Store, sidecar_path},
};

const COUNT: usize = 10_000;

fn main() {
    divan::main();
}

fn entry(i: usize) -> Entry {
    let at = Anchor {
        paragraph: format!("OP{}", i / 10),
        quote: Some("high-level plenary meeting, without a vote".into()),
        prefix: "Decides to devote, at its session, a".into(),
        suffix: " of the General Assembly to \"all\"".into(),
        range: Some((20, 62)),
        ..Anchor::default()
    };
    Entry::from(Annotation {
        id: format!("01JD{i:022}"),
        at,
        tags: vec!["follow-up".into(), "mandate/report".into()],
        note: "Ask for the modalities, and who is to bear the costs of it.".into(),
        colour: Some("yellow".into()),
        author: "N".into(),
        created: "2026-11-23T16:00:00Z".into(),
        modified: "2026-11-23T16:00:00Z".into(),
        ..Annotation::default()
    })
}

fn entries() -> Vec<Entry> {
    (0..COUNT).map(entry).collect()
}

/// A change in the middle.
fn changed(mut entries: Vec<Entry>) -> Vec<Entry> {
    if let Some(Entry::Annotation(annotation)) = entries.get_mut(COUNT / 2) {
        Arc::make_mut(annotation).note.push('!');
    }
    entries
}

#[divan::bench]
fn reading(bencher: Bencher) {
    let text = Sidecar::empty("a.txt").write(&entries());
    bencher.bench(|| Sidecar::read(&text).expect("whole").entries().len());
}

#[divan::bench]
fn merging(bencher: Bencher) {
    let base = entries();
    let (ours, mut theirs) = (changed(base.clone()), base.clone());
    theirs.remove(7);
    bencher.bench(|| merge(&base, &ours, &theirs).len());
}

#[divan::bench]
fn saving_one_change(bencher: Bencher) {
    let folder = tempfile::tempdir().expect("a folder");
    let source: PathBuf = folder.path().join("a.txt");
    fs::write(&source, "text").expect("written");
    fs::write(sidecar_path(&source), Sidecar::empty("a.txt").write(&entries())).expect("written");
    let mut store = Store::open(&source, b"text", None).expect("opened");
    let mut entries = store.file().entries();
    bencher.bench_local(|| {
        entries = changed(std::mem::take(&mut entries));
        entries = store.save(&entries, &|_| {}).expect("saved").0;
    });
}

#[divan::bench]
fn one_edit_in_memory(bencher: Bencher) {
    let mut book = AnnotationList::new(entries());
    bencher.bench_local(|| {
        book.put(entry(COUNT / 2));
        book.undo()
    });
}
