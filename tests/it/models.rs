//! Whole texts and the whole model of each, as a person has read and approved it: what is in `fixtures/models/X.txt`
//! is understood as `X.model` says, to the last mark, reference, place and problem. The texts are made up, each in one of the
//! layouts of `docs/layouts.md` or with one sort of thing that resolutions have.
//!
//! `SEIZED_RENEW=1 cargo test --test it models` writes the models anew; what changed is to be read.

use std::{env, ffi::OsStr, fs, path::PathBuf};

use crate::support::{approved::difference, model::written};
use seized::{parse::parse, source};

fn folder() -> PathBuf {
    PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/it/fixtures/models"))
}

/// All texts whose models are held, in order.
pub(crate) fn texts() -> Vec<PathBuf> {
    let entries = fs::read_dir(folder()).expect("a folder of texts").flatten();
    let paths = entries.map(|entry| entry.path());
    let mut texts: Vec<PathBuf> =
        paths.filter(|path| path.extension() != Some(OsStr::new("model"))).collect();
    texts.sort();
    texts
}

#[test]
fn every_text_is_understood_as_it_was_approved() {
    let mut wrong = Vec::new();
    for path in texts() {
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let bytes = fs::read(&path).expect("a text");
        let manuscript = source::read(bytes, &name).expect("a document");
        let (document, problems) = parse(&manuscript);
        let model = written(&manuscript.text, &document, &problems);
        let kept = path.with_extension("model");
        wrong.extend(difference(&kept, &model));
    }
    assert!(wrong.is_empty(), "SEIZED_RENEW=1 writes the models anew: {wrong:#?}");
}
