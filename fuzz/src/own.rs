//! What must hold of the files that a person writes, or that are written for one, whatever is in them.

use std::{collections::BTreeSet, env, fs, process};

use seized::{
    annotations::{Codebook, Sidecar},
    app::keys::keys_file::read_keys,
    config,
    ui::theme::{BUILT_IN, Theme},
};

/// Files to begin with, for each target: themes, keys, a configuration, annotations, a codebook.
#[must_use]
pub fn own_files(target: &str) -> Vec<String> {
    let keys = "{ \"next-paragraph\": [\"}\", \"<C-n>\"], \"quit\": [], }";
    let config =
        "(theme: \"dawn\", mouse: false, author: Some(\"A\"), library: [\"~/texts\"], plain: true)";
    let annotations = "// a head\n(version: 1, source: (file: \"a.txt\", symbol: Some(\"A/RES/1/1\")), annotations: \
        [(id: \"01\", at: (paragraph: \"OP1\", quote: \"States\", range: (3, 9)), tags: [\"a/b\"], note: \"n\", \
        colour: Some(\"yellow\")), (id: \"03\", at: (paragraph: \"OP2\"), tags: [\"c\"])], bookmarks: [(id: \"02\", \
        key: Some('a'), at: (paragraph: \"PP1\"))], refused: [(\"A/RES/70/161\", \"04\")])";
    let codebook = "(version: 1, tags: [(name: \"mandate\", colour: Some(\"yellow\"), description: \"Who must act\", \
        alias: [\"task\", \"duty\"]), (name: \"mandate/report\")])";
    let themes = || BUILT_IN.iter().map(|(_, text)| *text);
    let files: Vec<&str> = match target {
        "theme" => themes().collect(),
        "keys" => vec![keys],
        "config" => vec![config],
        "sidecar" => vec![annotations],
        "codebook" => vec![codebook],
        _ => themes().chain([keys, config, annotations, codebook]).collect(),
    };
    files.into_iter().map(str::to_owned).collect()
}

/// A place that is told is one that the text has.
fn is_in(text: &str, line: usize, column: usize) {
    let lines = text.lines().count() + 1;
    assert!((1..=lines).contains(&line) && column > 0, "{line}:{column} of {lines} lines");
}

/// A theme is read, or what is wrong in it is told with a place that there is.
///
/// # Panics
/// Where that does not hold: that is a finding.
pub fn reads_theme(bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes);
    if let Err(error) = Theme::read("a theme", &text) {
        is_in(&text, error.line, error.column);
    }
}

/// `keys.ron` is read, or what is wrong in it is told with a place that there is.
///
/// # Panics
/// Where that does not hold: that is a finding.
pub fn reads_keys(bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes);
    if let Err(error) = read_keys(&text) {
        is_in(&text, error.line, error.column);
    }
}

/// Whatever is configured, there is a configuration, and each complaint is one line.
///
/// # Panics
/// Where that does not hold: that is a finding.
pub fn reads_config(bytes: &[u8]) {
    let folder = env::temp_dir().join(format!("seized-fuzz-config-{}", process::id()));
    fs::create_dir_all(&folder).expect("a folder");
    for name in ["config.ron", "keys.ron"] {
        fs::write(folder.join(name), bytes).expect("written");
    }
    let mut complaints = Vec::new();
    let config = config::config(&folder, &mut complaints);
    let _ = config::keymap(&folder, &mut complaints);
    let _ = config::theme(Some(&folder), &config.theme, &mut complaints);
    for complaint in complaints {
        assert!(!complaint.trim().is_empty(), "it says nothing");
    }
}

/// A codebook that is read is written as one that says the same, and no name leads round and round.
///
/// # Panics
/// Where that does not hold: that is a finding.
pub fn reads_codebook(bytes: &[u8]) {
    let Ok(text) = str::from_utf8(bytes) else { return };
    let Ok(book) = Codebook::read(text) else { return };
    assert_eq!(book.text(), text, "what was only read is as it was");
    for note in book.tags() {
        let _ = book.current(&note.name);
        for alias in &note.alias {
            let current = book.current(alias);
            assert_eq!(book.current(&current), current, "{alias} leads on");
        }
    }
}

/// A file of annotations that is read is written back byte for byte; with one annotation less, all others stay.
///
/// # Panics
/// Where that does not hold: that is a finding.
pub fn keeps(bytes: &[u8]) {
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
    assert_eq!(again.entries(), kept, "{written}");
    file.set_entries(&kept);
    assert_eq!(file.seal(), written);
}
