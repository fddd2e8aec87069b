//! The mutants that `cargo mutants` would make, and a sample of them. Knows neither how they are woven in
//! nor how they fare.

use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::path::Path;
use std::process::Command;

/// A place in a file: lines and columns count from one, columns in characters.
#[derive(Clone, Copy, Deserialize, Serialize)]
pub struct Place {
    pub line: usize,
    pub column: usize,
}

/// From where to where, the end excluded.
#[derive(Clone, Copy, Deserialize, Serialize)]
pub struct Span {
    pub start: Place,
    pub end: Place,
}

/// One mutant, as `cargo mutants --list --json` tells it.
#[derive(Clone, Deserialize, Serialize)]
pub struct Mutant {
    /// The file, from the root of the project.
    pub file: String,
    /// `FnValue`, `BinaryOperator`, `UnaryOperator`, `MatchArm`, `MatchArmGuard` or `StructField`.
    pub genre: String,
    /// What a person reads: place, what is replaced, with what, in which function.
    pub name: String,
    /// What stands in the place of the span; nothing where something is deleted.
    pub replacement: String,
    pub span: Span,
    /// The name without its place, and the how-manyth of this name it is: what stays when lines move.
    #[serde(default)]
    pub key: String,
}

impl Mutant {
    /// The room, `parse` of `src/parse/head/mod.rs`.
    pub fn room(&self) -> &str {
        self.file.split('/').nth(1).unwrap_or_default()
    }
}

/// All mutants of the project.
pub fn all(project: &Path) -> Result<Vec<Mutant>, String> {
    let mut command = Command::new("cargo");
    command.args(["mutants", "--list", "--json"]).current_dir(project);
    let output = command.output().map_err(|e| format!("cargo mutants: {e}"))?;
    let mut mutants: Vec<Mutant> =
        serde_json::from_slice(&output.stdout).map_err(|e| format!("cargo mutants --list: {e}"))?;
    let mut seen: BTreeMap<String, usize> = BTreeMap::new();
    for mutant in &mut mutants {
        let what = mutant.name.splitn(2, ": ").nth(1).unwrap_or_default();
        let key = format!("{}: {what}", mutant.file);
        let before = seen.entry(key.clone()).or_default();
        mutant.key = format!("{key} #{before}");
        *before += 1;
    }
    Ok(mutants)
}

/// So many mutants of each room at random, the same for the same seed, in the order of the list.
pub fn sample(mutants: Vec<Mutant>, rooms: &[String], count: usize, seed: u64) -> Vec<Mutant> {
    let mut by_room: BTreeMap<String, Vec<Mutant>> = BTreeMap::new();
    for mutant in mutants {
        by_room.entry(mutant.room().to_owned()).or_default().push(mutant);
    }
    let mut drawn = Vec::new();
    for room in rooms {
        let mut left: Vec<(usize, Mutant)> =
            by_room.remove(room).unwrap_or_default().into_iter().enumerate().collect();
        let mut state = seed;
        let mut chosen = Vec::new();
        while chosen.len() < count && !left.is_empty() {
            let at = next(&mut state) % left.len() as u64;
            chosen.push(left.swap_remove(at as usize));
        }
        chosen.sort_by_key(|(at, _)| *at);
        drawn.extend(chosen.into_iter().map(|(_, mutant)| mutant));
    }
    drawn
}

/// A number at random (splitmix64).
fn next(state: &mut u64) -> u64 {
    *state = state.wrapping_add(0x9e37_79b9_7f4a_7c15);
    let mut z = *state;
    z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    z ^ (z >> 31)
}
