//! Says how the program is linked, and which of its sources say how documents are recognised: what is kept of a
//! library is made again where those have changed. Makes nothing.

#![allow(clippy::print_stdout, reason = "so a build script tells what it wants")]

use std::{env, fs, path::Path};

fn main() {
    println!("cargo::rerun-if-changed=build.rs");
    let mut hash = FNV;
    for place in RECOGNISING {
        println!("cargo::rerun-if-changed={place}");
        add(Path::new(place), &mut hash);
    }
    println!("cargo::rustc-env=SEIZED_RECOGNISER={hash:016x}");
    let is = |name, value: &str| env::var(name).is_ok_and(|own| own == value);
    // At an address of its own choice the program would have to write half a megabyte of addresses before it
    // begins: a third of the time in which it starts. It has no code without the checks of Rust that a random
    // address could guard.
    if is("CARGO_CFG_TARGET_OS", "linux")
        && is("CARGO_CFG_TARGET_ENV", "gnu")
        && is("PROFILE", "release")
    {
        println!("cargo::rustc-link-arg-bins=-no-pie");
    }
}

/// What the library keeps of a document depends on these.
const RECOGNISING: [&str; 8] = [
    "assets",
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
