#![no_main]

use std::collections::BTreeSet;

use libfuzzer_sys::fuzz_target;
use seized::annotations::{Entry, Sidecar};

// A file that is read is written back byte for byte; with one annotation less, all others stay.
fuzz_target!(|bytes: &[u8]| {
    let Ok(text) = str::from_utf8(bytes) else { return };
    let Ok(mut file) = Sidecar::read(text) else { return };
    assert_eq!(file.text(), text);
    let mut kept = file.entries();
    let ids: BTreeSet<String> = kept.iter().map(|entry| entry.id().to_owned()).collect();
    if ids.len() < kept.len() || kept.pop().is_none() {
        return;
    }
    let written = file.write(&kept);
    let again = Sidecar::read(&written).expect("what is written is read again");
    assert!(again.says(&kept), "{written}");
    let names: Vec<Entry> = again.entries();
    assert_eq!(names, kept, "{written}");
    file.set_entries(&kept);
    assert_eq!(file.seal(), written);
});
