//! A copy of the project with mutants in it, compiled. Knows cargo; not how mutants fare.

use crate::list::Mutant;
use crate::weave::{File, whose};
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// What is added to the library: it knows which mutant was chosen.
const CHOSEN: &str = include_str!("chosen.rs");

/// Copies what git knows or has not been told to ignore.
pub fn copy(project: &Path, tree: &Path) -> Result<(), String> {
    let _ = fs::remove_dir_all(tree);
    let mut command = Command::new("git");
    command.args(["ls-files", "-z", "--cached", "--others", "--exclude-standard"]);
    let output = command.current_dir(project).output().map_err(|e| format!("git: {e}"))?;
    for name in output.stdout.split(|byte| *byte == 0).filter(|name| !name.is_empty()) {
        let name = String::from_utf8_lossy(name).into_owned();
        let (from, to) = (project.join(&name), tree.join(&name));
        if !from.is_file() {
            continue;
        }
        let made = to.parent().map_or(Ok(()), fs::create_dir_all);
        made.and_then(|()| fs::copy(&from, &to)).map_err(|e| format!("{name}: {e}"))?;
    }
    Ok(())
}

/// Weaves the mutants into the copy.
pub fn weave(
    project: &Path,
    tree: &Path,
    mutants: &[(u32, &Mutant)],
    files: &BTreeMap<String, File>,
) -> Result<(), String> {
    let mut by_file: BTreeMap<&str, Vec<(u32, &Mutant)>> = BTreeMap::new();
    for (id, mutant) in mutants {
        by_file.entry(&mutant.file).or_default().push((*id, mutant));
    }
    for (name, file) in files {
        let of_file = by_file.get(name.as_str()).map(Vec::as_slice).unwrap_or_default();
        let text = file.woven(of_file)?;
        fs::write(tree.join(name), text).map_err(|e| format!("{name}: {e}"))?;
    }
    let root = "src/lib.rs";
    let text = fs::read_to_string(project.join(root)).map_err(|e| format!("{root}: {e}"))?;
    fs::write(tree.join(root), text + CHOSEN).map_err(|e| format!("{root}: {e}"))
}

/// What cargo says, message by message.
fn messages(tree: &Path, arguments: &[&str]) -> Result<Vec<Value>, String> {
    let mut command = Command::new("cargo");
    command.args(arguments).args(["--message-format=json"]).current_dir(tree);
    let output = command
        .env("RUSTFLAGS", "")
        .stderr(Stdio::inherit())
        .output()
        .map_err(|e| format!("cargo: {e}"))?;
    let lines = output.stdout.split(|byte| *byte == b'\n').filter(|line| !line.is_empty());
    Ok(lines.filter_map(|line| serde_json::from_slice(line).ok()).collect())
}

/// The mutants that do not compile, and what else is wrong.
pub fn wrong(tree: &Path) -> Result<(BTreeSet<u32>, Vec<String>), String> {
    let mut wrong = BTreeSet::new();
    let mut others = Vec::new();
    let mut texts: BTreeMap<String, String> = BTreeMap::new();
    for message in messages(tree, &["check", "--lib"])? {
        let message = &message["message"];
        if message["level"] != "error" {
            continue;
        }
        let (mut found, mut later) = (None, None);
        let rendered = message["rendered"].as_str().unwrap_or_default();
        for span in message["spans"].as_array().into_iter().flatten() {
            let name = span["file_name"].as_str().unwrap_or_default();
            let text = texts
                .entry(name.to_owned())
                .or_insert_with(|| fs::read_to_string(tree.join(name)).unwrap_or_default());
            let byte = span["byte_start"].as_u64().unwrap_or_default() as usize;
            if byte <= text.len() {
                // What is wrong with one of two iterators is told of the function.
                if rendered.contains("EitherOfTwo") {
                    later = later.or(first_iterator(&text[byte..]));
                }
                let is_primary = span["is_primary"] == true;
                found = if is_primary {
                    whose(text, byte).or(found)
                } else {
                    found.or(whose(text, byte))
                };
            }
        }
        match found.or(later) {
            Some(id) => drop(wrong.insert(id)),
            None => others.push(rendered.to_owned()),
        }
    }
    Ok((wrong, others))
}

/// The first mutant in a text that is one of two iterators.
fn first_iterator(text: &str) -> Option<u32> {
    let before = text.split("{*/crate::EitherOfTwo").next()?;
    before.rsplit("/*m").next()?.parse().ok()
}

/// Compiles the tests, and the programs they run: the test programs, by name.
pub fn tests(tree: &Path) -> Result<Vec<(String, PathBuf)>, String> {
    let mut found = Vec::new();
    for message in messages(tree, &["test", "--no-run", "--lib", "--test", "it"])? {
        let is_test = message["profile"]["test"] == true;
        if let (true, Some(program)) = (is_test, message["executable"].as_str()) {
            let name = message["target"]["name"].as_str().unwrap_or_default();
            found.push((name.to_owned(), PathBuf::from(program)));
        }
    }
    if found.is_empty() { Err("the tests do not compile".to_owned()) } else { Ok(found) }
}
