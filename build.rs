//! Says how the program is linked, what it is built from, and which of its sources say how documents are recognised:
//! what is kept of a library is made again where those have changed. Makes the table of openers, which would otherwise
//! be read from its text before the first screen.

#![allow(clippy::print_stdout, reason = "so a build script tells what it wants")]

use std::{env, fs, path::Path, process::Command};

fn main() {
    println!("cargo::rerun-if-changed=build.rs");
    let mut hash = FNV;
    for place in RECOGNISING {
        println!("cargo::rerun-if-changed={place}");
        add(Path::new(place), &mut hash);
    }
    println!("cargo::rustc-env=SEIZED_RECOGNISER={hash:016x}");
    let from = built_from().unwrap_or_else(|| "sources without a history".into());
    println!("cargo::rustc-env=SEIZED_BUILT_FROM={from}");
    println!("cargo::rustc-env=SEIZED_TARGET={}", env::var("TARGET").unwrap_or_default());
    make_openers();
    let is = |name, value: &str| env::var(name).is_ok_and(|own| own == value);
    // At an address of its own choice the program would have to write half a megabyte of addresses before it
    // begins: a third of the time in which it starts. It has no code without the checks of Rust that a random
    // address could guard.
    if is("CARGO_CFG_TARGET_OS", "linux")
        && is("CARGO_CFG_TARGET_ENV", "gnu")
        && is("PROFILE", "release")
    {
        println!("cargo::rustc-link-arg-bins=-no-pie");
        lay_start_together();
    }
}

/// What runs from the start until somebody reads is a seventh of the program, and lies all over it; side by side it is
/// mapped in a third of the memory. Made by `benches/start_functions.py`. Nothing where somebody chose a linker, as not
/// all of them read such scripts; those that Rust takes by itself do.
fn lay_start_together() {
    const SCRIPT: &str = "assets/start.ld";
    println!("cargo::rerun-if-changed={SCRIPT}");
    println!("cargo::rerun-if-env-changed=RUSTC_LINKER");
    let flags = env::var("CARGO_ENCODED_RUSTFLAGS").unwrap_or_default();
    let is_chosen = env::var_os("RUSTC_LINKER").is_some() || flags.contains("link");
    let script = Path::new(&env::var_os("CARGO_MANIFEST_DIR").unwrap_or_default()).join(SCRIPT);
    if !is_chosen && script.exists() {
        println!("cargo::rustc-link-arg-bins=-T{}", script.display());
    }
}

/// The commit and its day: of a published package as it says itself, of a checkout as git says. A build for tests does not ask: it would be compiled anew after every commit.
fn built_from() -> Option<String> {
    const PACKAGED: &str = ".cargo_vcs_info.json";
    if let Ok(packaged) = fs::read_to_string(PACKAGED) {
        println!("cargo::rerun-if-changed={PACKAGED}");
        let sha1 = packaged.split("\"sha1\": \"").nth(1).and_then(|rest| rest.get(..12));
        return sha1.map(|sha1| format!("commit {sha1}"));
    }
    if env::var("PROFILE").is_ok_and(|profile| profile != "release") {
        return Some("sources being worked on".into());
    }
    let git = |arguments: &[&str]| {
        let output = Command::new("git").args(arguments).output().ok()?;
        let said = output.status.success().then_some(output.stdout)?;
        Some(String::from_utf8(said).ok()?.trim().to_owned())
    };
    // Every commit and every change of branch is written there.
    if let Some(log) = git(&["rev-parse", "--git-path", "logs/HEAD"])
        && Path::new(&log).exists()
    {
        println!("cargo::rerun-if-changed={log}");
    }
    let commit = git(&["log", "-1", "--format=%h of %cs", "--abbrev=12"]);
    let is_changed = git(&["status", "--porcelain", "--untracked-files=no"])
        .is_some_and(|changes| !changes.is_empty());
    let changed = if is_changed { ", changed since" } else { "" };
    commit.map(|commit| format!("commit {commit}{changed}"))
}

/// Writes the rows of `assets/openers.tsv` as Rust: for each language of [`LANGUAGES`] the rows of the preamble and the
/// operative ones, each as its words and the rest of its line. In the order of the file.
fn make_openers() {
    let text = fs::read_to_string("assets/openers.tsv").unwrap_or_default();
    let mut made = String::from("[\n");
    for language in LANGUAGES {
        made.push_str("    [");
        for part in ["P", "O"] {
            made.push_str("&[\n");
            let start = format!("{language}\t{part}\t");
            for row in text.lines().filter_map(|line| line.strip_prefix(&start)?.split_once('\t')) {
                made.push_str(&format!(
                    "        Row {{ words: {:?}, rest: {:?} }},\n",
                    row.0, row.1
                ));
            }
            made.push_str("    ],");
        }
        made.push_str("],\n");
    }
    made.push_str("]\n");
    let folder = env::var_os("OUT_DIR").unwrap_or_default();
    if let Err(error) = fs::write(Path::new(&folder).join("openers.rs"), made) {
        println!("cargo::error=the table of openers cannot be written: {error}");
    }
}

/// The languages of the table of openers, in the order of `Language::ALL`.
const LANGUAGES: [&str; 6] = ["ar", "zh", "en", "fr", "ru", "es"];

/// What the library keeps of a document depends on these.
const RECOGNISING: [&str; 9] = [
    "assets/addressees.tsv",
    "assets/openers.tsv",
    "src/document",
    "src/library",
    "src/mandates",
    "src/opening/library",
    "src/parse",
    "src/source",
    "src/text",
];

/// Where FNV-1a begins.
const FNV: u64 = 0xcbf2_9ce4_8422_2325;

/// Adds the names and bytes of all files of a folder, in order.
fn add(place: &Path, hash: &mut u64) {
    let mut add_bytes = |bytes: &[u8]| {
        for byte in bytes {
            *hash = (*hash ^ u64::from(*byte)).wrapping_mul(0x100_0000_01b3);
        }
    };
    let Ok(entries) = fs::read_dir(place) else {
        add_bytes(place.as_os_str().as_encoded_bytes());
        add_bytes(&fs::read(place).unwrap_or_default());
        return;
    };
    let mut places: Vec<_> = entries.flatten().map(|entry| entry.path()).collect();
    places.sort();
    places.iter().for_each(|place| add(place, hash));
}
