//! Holds what `docs/architecture.md` says of who may know whom, and a few habits of the house.

use std::{
    collections::BTreeSet,
    fs,
    path::{Path, PathBuf},
};

/// Which rooms each room may use. A room that is not a key here fails the test: decide, then add it
/// here and in `docs/architecture.md`.
const MAY_KNOW: &[(&str, &[&str])] = &[
    ("document", &[]),
    ("manuscript", &["document"]),
    ("error", &[]),
    ("source", &["document", "manuscript", "error"]),
    ("parse", &["document", "manuscript"]),
    ("layout", &["document"]),
    ("annotations", &["document"]),
    ("export", &["document", "annotations"]),
    ("app", &["document", "layout", "annotations"]),
    ("ui", &["document", "layout", "annotations", "app"]),
    ("config", &["app", "ui", "error"]),
    ("store", &["document", "annotations", "error"]),
    ("term", &["document", "annotations", "app", "ui", "config", "store", "error"]),
    (
        "cli",
        &[
            "document",
            "manuscript",
            "error",
            "source",
            "parse",
            "layout",
            "annotations",
            "export",
            "app",
            "ui",
            "config",
            "store",
            "term",
        ],
    ),
];

/// Crates that only some rooms may name: the screen belongs to `ui`, the terminal to `term`.
const CRATES: &[(&str, &[&str])] = &[
    ("ratatui", &["ui", "term"]),
    ("ratatui_textarea", &["app", "ui"]),
    ("crossterm", &["term"]),
    ("clap", &["cli"]),
    ("notify", &["term"]),
    ("inotify", &["term"]),
    ("rustix", &["term"]),
    ("signal_hook", &["term"]),
    ("directories", &["config", "store"]),
];

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

fn rust_files(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).expect("the folder of the sources is there") {
        let path = entry.expect("its entries can be read").path();
        if path.is_dir() {
            found.extend(rust_files(&path));
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            found.push(path);
        }
    }
    found.sort();
    found
}

/// `src/app/view.rs` → `app`; nothing for `src/lib.rs` and `src/main.rs`.
fn room(path: &Path) -> Option<String> {
    let below = path.strip_prefix(root().join("src")).ok()?;
    let first = below.components().next()?.as_os_str().to_str()?;
    let room = first.trim_end_matches(".rs");
    (!matches!(room, "lib" | "main")).then(|| room.to_owned())
}

/// The code of a file without comments and without its inline tests, which may use what they like.
fn code(path: &Path) -> String {
    let text = fs::read_to_string(path).expect("sources are UTF-8 and can be read");
    let code = text.split("\n#[cfg(test)]\nmod tests {").next().unwrap_or_default();
    code.lines().filter(|line| !line.trim_start().starts_with("//")).collect::<Vec<_>>().join("\n")
}

/// The rooms a file names: `crate::room`, and each name in `use crate::{…}`.
fn rooms_named(code: &str) -> BTreeSet<String> {
    let mut names = BTreeSet::new();
    for (at, _) in code.match_indices("crate::") {
        let rest = &code[at + "crate::".len()..];
        if let Some(list) = rest.strip_prefix('{') {
            names.extend(heads_of(list));
        } else {
            names.extend(identifier(rest));
        }
    }
    names
}

/// `document::{Block, Part}, error::Error}` → `document`, `error`.
fn heads_of(list: &str) -> Vec<String> {
    let (mut heads, mut depth, mut at_head) = (Vec::new(), 0, true);
    for (at, c) in list.char_indices() {
        match c {
            '{' => depth += 1,
            '}' if depth == 0 => break,
            '}' => depth -= 1,
            ',' if depth == 0 => at_head = true,
            c if at_head && depth == 0 && !c.is_whitespace() => {
                heads.extend(identifier(&list[at..]));
                at_head = false;
            }
            _ => {}
        }
    }
    heads
}

fn identifier(text: &str) -> Option<String> {
    let end = text.find(|c: char| !c.is_ascii_alphanumeric() && c != '_').unwrap_or(text.len());
    (end > 0).then(|| text[..end].to_owned())
}

#[test]
fn imports_run_in_the_directions_of_the_house() {
    let mut wrong = Vec::new();
    for path in rust_files(&root().join("src")) {
        let Some(room) = room(&path) else { continue };
        let Some((_, known)) = MAY_KNOW.iter().find(|(name, _)| *name == room) else {
            wrong.push(format!("{}: the room `{room}` has no entry in MAY_KNOW", path.display()));
            continue;
        };
        for named in rooms_named(&code(&path)) {
            let is_room = MAY_KNOW.iter().any(|(name, _)| *name == named);
            if is_room && named != room && !known.contains(&named.as_str()) {
                wrong.push(format!("{}: `{room}` may not know `{named}`", path.display()));
            }
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

#[test]
fn screen_and_terminal_stay_in_their_rooms() {
    let mut wrong = Vec::new();
    for path in rust_files(&root().join("src")) {
        let Some(room) = room(&path) else { continue };
        let code = code(&path);
        for (name, rooms) in CRATES {
            let named =
                code.contains(&format!("{name}::")) || code.contains(&format!("use {name};"));
            if named && !rooms.contains(&room.as_str()) {
                wrong.push(format!("{}: `{room}` may not name the crate `{name}`", path.display()));
            }
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

#[test]
fn every_room_says_what_it_is() {
    for path in rust_files(&root().join("src")) {
        let text = fs::read_to_string(&path).expect("sources are UTF-8 and can be read");
        assert!(text.starts_with("//!"), "{} has no header", path.display());
    }
}

#[test]
fn the_map_names_every_room() {
    let map = fs::read_to_string(root().join("docs/architecture.md")).expect("the map is there");
    let rooms: BTreeSet<String> =
        rust_files(&root().join("src")).iter().filter_map(|path| room(path)).collect();
    let missing: Vec<&String> =
        rooms.iter().filter(|room| !map.contains(&format!("`{room}`"))).collect();
    assert!(missing.is_empty(), "docs/architecture.md does not name {missing:?}");
}

#[test]
fn the_checks_above_can_fail() {
    assert_eq!(
        rooms_named("use crate::{\n    document::{Block, Part},\n    error::Error,\n};\nlet x = crate::ui::draw;")
            .into_iter()
            .collect::<Vec<_>>(),
        ["document", "error", "ui"]
    );
}
