//! Walks: a person's session, keys and what came of them, as it was read and approved: `fixtures/walks/X.walk` with the
//! texts in `fixtures/walks/texts`. `support/walk.rs` says how they are written.
//!
//! `SEIZED_RENEW=1 cargo test --test it walks::` writes what comes of the keys anew; what changed is to be read.

use std::{env, fs, path::PathBuf};

use crate::support::walk::walked;

fn folder() -> PathBuf {
    PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/it/fixtures/walks"))
}

fn text(name: &str) -> String {
    let path = folder().join("texts").join(name).with_extension("txt");
    fs::read_to_string(&path).unwrap_or_else(|why| panic!("{}: {why}", path.display()))
}

/// That a walk goes as it was approved.
#[track_caller]
fn holds(name: &str) {
    let path = folder().join(name.replace('_', "-")).with_extension("walk");
    let approved = fs::read_to_string(&path).expect("a walk");
    let walked = walked(&approved, text);
    if env::var_os("SEIZED_RENEW").is_some() {
        fs::write(&path, &walked).expect("written");
        return;
    }
    if approved == walked {
        return;
    }
    let same = approved.lines().zip(walked.lines()).take_while(|(old, new)| old == new).count();
    let some = |text: &str| {
        text.lines().skip(same.saturating_sub(12)).take(24).collect::<Vec<_>>().join("\n")
    };
    panic!(
        "{name}: line {}; SEIZED_RENEW=1 writes it anew\n--- approved\n{}\n--- now\n{}",
        same + 1,
        some(&approved),
        some(&walked)
    );
}

/// A test for each walk, so that each fails by itself.
macro_rules! walks {
    ($($name:ident),* $(,)?) => {
        $(#[test]
        fn $name() {
            holds(stringify!($name));
        })*

        #[test]
        fn every_walk_is_walked() {
            let mut named: Vec<String> = vec![$(stringify!($name).replace('_', "-")),*];
            named.sort();
            let entries = fs::read_dir(folder()).expect("a folder").flatten();
            let paths = entries.map(|entry| entry.path());
            let stems = paths.filter(|path| path.extension().is_some_and(|end| end == "walk"));
            let stem = |path: PathBuf| path.file_stem().map(|stem| stem.to_string_lossy().into_owned());
            let mut there: Vec<String> = stems.filter_map(stem).collect();
            there.sort();
            assert_eq!(named, there);
        }
    };
}

walks! {
    annotations,
    carrying,
    catalogue,
    cited_by,
    comparison,
    comparison_narrow,
    contents,
    corrections,
    dialogs,
    documents,
    draft,
    footnotes,
    highlights,
    history,
    jumps,
    languages,
    ledger,
    library_ledger,
    library_search,
    library_tags,
    mouse,
    narrow,
    notes,
    panes,
    plain,
    read_only,
    reading,
    reloading,
    searching,
    selecting,
    series,
    siblings,
    tags,
    uses,
    waiting,
}
