//! Holds what `docs/architecture.md` says of who may know whom, and a few habits of the house.

use std::{
    collections::BTreeSet,
    fs,
    path::{Path, PathBuf},
};

/// Which rooms each room may use. A room that is not a key here fails the test: decide, then add it
/// here and in `docs/architecture.md`.
const MAY_KNOW: &[(&str, &[&str])] = &[
    ("text", &[]),
    ("document", &["text"]),
    ("manuscript", &["document"]),
    ("error", &[]),
    ("source", &["document", "manuscript", "error", "text"]),
    ("parse", &["document", "manuscript", "text"]),
    ("library", &["document", "text"]),
    ("layout", &["document", "text"]),
    ("annotations", &["text", "document"]),
    ("compare", &["document", "text"]),
    ("carry", &["document", "annotations", "compare"]),
    ("export", &["document", "annotations", "text", "compare", "mandates"]),
    ("mandates", &["document", "text"]),
    ("drafts", &["document", "mandates", "parse", "text"]),
    (
        "app",
        &["document", "layout", "annotations", "text", "compare", "carry", "mandates", "library"],
    ),
    ("ui", &["document", "layout", "annotations", "app", "compare", "text"]),
    ("config", &["app", "ui", "error"]),
    ("store", &["document", "annotations", "error", "library"]),
    (
        "opening",
        &[
            "document",
            "manuscript",
            "error",
            "source",
            "parse",
            "annotations",
            "library",
            "mandates",
            "store",
            "text",
        ],
    ),
    (
        "term",
        &[
            "document",
            "annotations",
            "app",
            "ui",
            "config",
            "store",
            "opening",
            "error",
            "text",
            "library",
            "compare",
            "carry",
            "mandates",
            "export",
            "source",
        ],
    ),
    (
        "cli",
        &[
            "document",
            "manuscript",
            "error",
            "text",
            "source",
            "parse",
            "library",
            "layout",
            "annotations",
            "compare",
            "carry",
            "mandates",
            "drafts",
            "export",
            "app",
            "ui",
            "config",
            "store",
            "opening",
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
    ("similar", &["text"]),
    ("snowball_stemmers_rs", &["library"]),
    ("postcard", &["library", "store"]),
    ("ignore", &["opening"]),
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

/// The rooms of the first table, each with those it may know: the names in backticks in the first and
/// in the last column; `all` is all the others.
fn rooms_in_table(text: &str) -> Vec<(String, BTreeSet<String>)> {
    let cells = |line: &str| -> Vec<String> {
        let line = line.trim_start_matches("//!").trim();
        line.trim_matches('|').split('|').map(|cell| cell.trim().to_owned()).collect()
    };
    let names =
        |cell: &str| cell.split('`').skip(1).step_by(2).map(str::to_owned).collect::<BTreeSet<_>>();
    let rows: Vec<Vec<String>> = text
        .lines()
        .map(cells)
        .skip_while(|row| row.len() != 3)
        .take_while(|row| row.len() == 3)
        .collect();
    let room =
        |row: &Vec<String>| -> Option<String> { row[0].split('`').nth(1).map(str::to_owned) };
    let all: Vec<String> = rows.iter().filter_map(room).collect();
    let known = |room: &str, cell: &str| -> BTreeSet<String> {
        match cell {
            "all" => all.iter().filter(|other| *other != room).cloned().collect(),
            _ => names(cell),
        }
    };
    rows.iter()
        .filter_map(|row| room(row).map(|name| (name.clone(), known(&name, &row[2]))))
        .collect()
}

#[test]
fn the_maps_agree_with_each_other_and_with_the_rooms() {
    let held: Vec<(String, BTreeSet<String>)> = MAY_KNOW
        .iter()
        .map(|(room, known)| {
            ((*room).to_owned(), known.iter().map(|name| (*name).to_owned()).collect())
        })
        .collect();
    for map in ["docs/architecture.md", "src/lib.rs"] {
        let text = fs::read_to_string(root().join(map)).expect("the map is there");
        assert_eq!(rooms_in_table(&text), held, "{map} says otherwise than MAY_KNOW");
    }
    let rooms: BTreeSet<String> =
        rust_files(&root().join("src")).iter().filter_map(|path| room(path)).collect();
    assert_eq!(rooms, held.into_iter().map(|(room, _)| room).collect());
}

/// What the standard library and others write files with.
const WRITES: &[&str] = &[
    "fs::write",
    "fs::copy",
    "fs::rename",
    "fs::remove",
    "fs::create_dir",
    "fs::hard_link",
    "fs::set_permissions",
    "File::create",
    "File::options",
    "OpenOptions",
    "DirBuilder",
    "symlink(",
    "tempfile",
];

#[test]
fn only_the_store_writes_files() {
    let mut wrong = Vec::new();
    for path in rust_files(&root().join("src")) {
        // What a person's editor is given is no file of anybody's.
        if room(&path).as_deref() == Some("store") || path.ends_with("src/term/editor.rs") {
            continue;
        }
        let code = code(&path);
        let found = WRITES.iter().filter(|way| code.contains(**way));
        wrong.extend(found.map(|way| format!("{}: `{way}`", path.display())));
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

/// The pages a text names: `docs/formats.md`, `grammar.md §2`.
fn pages_named(text: &str) -> Vec<&str> {
    let is_name = |c: char| c.is_ascii_alphanumeric() || matches!(c, '/' | '.' | '_' | '-');
    let words = text.split(|c: char| !is_name(c)).map(|word| word.trim_matches('.'));
    words.filter(|word| word.len() > 3 && word.ends_with(".md")).collect()
}

#[test]
fn every_page_that_is_named_exists() {
    let files_in = |folder: &str| -> Vec<PathBuf> {
        let entries = fs::read_dir(root().join(folder)).expect("the folder is there");
        entries.filter_map(|entry| entry.ok().map(|entry| entry.path())).collect()
    };
    let pages = [files_in(""), files_in("docs"), files_in("fuzz")].concat();
    let pages = pages.into_iter().filter(|path| path.extension().is_some_and(|e| e == "md"));
    let mut missing = BTreeSet::new();
    for path in rust_files(&root().join("src")).into_iter().chain(pages) {
        let text = fs::read_to_string(&path).expect("it is UTF-8 and can be read");
        let beside = path.parent().map(Path::to_owned).unwrap_or_default();
        for page in pages_named(&text) {
            let places = [root(), root().join("docs"), beside.clone()];
            if !places.iter().any(|place| place.join(page).is_file()) {
                missing.insert(format!("{}: {page}", path.display()));
            }
        }
    }
    let missing: Vec<String> = missing.into_iter().collect();
    assert!(missing.is_empty(), "\n{}", missing.join("\n"));
}

#[test]
fn the_checks_above_can_fail() {
    assert_eq!(
        rooms_named("use crate::{\n    document::{Block, Part},\n    error::Error,\n};\nlet x = crate::ui::draw;")
            .into_iter()
            .collect::<Vec<_>>(),
        ["document", "error", "ui"]
    );
    let table = "| room | does | may know |\n//! | [`a`] | x | nothing |\n| `b` | y | `a` |\n| `c` | z | all |";
    let rooms = rooms_in_table(table);
    let shown: Vec<String> =
        rooms.iter().map(|(room, known)| format!("{room} {known:?}")).collect();
    assert_eq!(shown, ["a {}", "b {\"a\"}", "c {\"a\", \"b\"}"]);
    assert_eq!(pages_named("see `docs/a.md` and b.md §2."), ["docs/a.md", "b.md"]);
}

/// The longest a file may be, in lines, its tests included; and those that may be longer, with the reason.
const LONGEST_FILE: usize = 400;
const LONGER_FILES: &[(&str, &str)] = &[];

/// The longest a function may be, in lines; and those that may be longer, with the reason.
const LONGEST_FUNCTION: usize = 60;
const LONGER_FUNCTIONS: &[(&str, &str)] = &[(
    "candidate",
    "what speaks for a footnote and against it, in the order in which it is asked",
)];

/// The functions of a text that are longer than they may be, by name and lines.
fn long_functions(code: &str) -> Vec<(String, usize)> {
    let lines: Vec<&str> = code.lines().collect();
    let mut found = Vec::new();
    for (start, line) in lines.iter().enumerate() {
        let indent = line.len() - line.trim_start().len();
        let Some((before, rest)) = line.split_once("fn ") else { continue };
        let is_head = before.trim().split(' ').all(|word| {
            word.is_empty()
                || word.starts_with("pub")
                || matches!(word, "const" | "unsafe" | "crate::app)")
        });
        let Some(name) = identifier(rest).filter(|_| is_head) else { continue };
        let end = format!("{}}}", " ".repeat(indent));
        let length = lines[start..].iter().position(|line| *line == end).map_or(1, |at| at + 1);
        if length > LONGEST_FUNCTION {
            found.push((name, length));
        }
    }
    found
}

#[test]
fn files_and_functions_are_short_enough_to_be_read_at_once() {
    let mut wrong = Vec::new();
    for path in rust_files(&root().join("src")) {
        let text = fs::read_to_string(&path).expect("sources are UTF-8 and can be read");
        let name = path.strip_prefix(root()).expect("it is below").display().to_string();
        let lines = text.lines().count();
        if lines > LONGEST_FILE && !LONGER_FILES.iter().any(|(file, _)| *file == name) {
            wrong.push(format!("{name}: {lines} lines"));
        }
        for (function, lines) in long_functions(&text) {
            if !LONGER_FUNCTIONS.iter().any(|(known, _)| *known == function) {
                wrong.push(format!("{name}: {function} has {lines} lines"));
            }
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
    let long =
        format!("fn short() {{\n}}\nfn long() {{\n{}}}\n", "    x();\n".repeat(LONGEST_FUNCTION));
    assert_eq!(long_functions(&long), [("long".to_owned(), LONGEST_FUNCTION + 2)]);
}

/// The first paragraph of what a file says of itself, on one line.
fn head_of(text: &str) -> String {
    let head = text.lines().map_while(|line| line.strip_prefix("//!")).map(str::trim);
    head.take_while(|line| !line.is_empty()).collect::<Vec<_>>().join(" ")
}

#[test]
fn the_list_of_files_says_what_they_say_of_themselves() {
    let mut list = String::from(
        "# All files\n\nWhat each file of `src` says of itself, made from their heads: \
         `SEIZED_RENEW=1 cargo test list_of_files` renews it.\n\n| file | |\n|---|---|\n",
    );
    for path in rust_files(&root().join("src")) {
        let text = fs::read_to_string(&path).expect("sources are UTF-8 and can be read");
        let name = path.strip_prefix(root().join("src")).expect("it is below").display();
        let head = head_of(&text);
        assert!(!head.is_empty() || name.to_string() == "main.rs", "{name} says nothing of itself");
        list.push_str(&format!("| `{name}` | {} |\n", head.replace('|', "\\|")));
    }
    let page = root().join("docs/files.md");
    if std::env::var_os("SEIZED_RENEW").is_some() {
        fs::write(&page, &list).expect("docs can be written");
    }
    let written = fs::read_to_string(&page).unwrap_or_default();
    assert!(written == list, "docs/files.md is old: SEIZED_RENEW=1 cargo test list_of_files");
}

/// What a table says in its last column, by the first column of each row: the names in backticks.
fn held_in(table: &str) -> Vec<(&str, Vec<&str>)> {
    let rows = table.lines().filter(|line| line.starts_with('|') && line.contains('`'));
    let cells = rows.map(|line| line.trim_matches('|').split('|').collect::<Vec<_>>());
    cells
        .filter_map(|row| Some((row.first()?.trim(), *row.last()?)))
        .map(|(item, last)| (item, last.split('`').skip(1).step_by(2).collect()))
        .collect()
}

/// Whether a name is that of a test, `pty::signals_leave_the_terminal_clean`, or of a program, `fuzz/flood`.
fn is_there(name: &str) -> bool {
    if name.contains('/') {
        return root().join(name).is_file();
    }
    let Some((module, function)) = name.rsplit_once("::") else { return false };
    let module = module.replace("::", "/");
    let places = ["tests/it", "src"].map(|folder| root().join(folder));
    let files = [format!("{module}.rs"), format!("{module}/mod.rs")];
    let texts = places.iter().flat_map(|place| files.iter().map(|file| place.join(file)));
    let head = format!("fn {function}(");
    texts.filter_map(|path| fs::read_to_string(path).ok()).any(|text| {
        let mut before = text.split(&head);
        let is_test = |text: &str| text.rsplit('}').next().is_some_and(|t| t.contains("#[test]"));
        text.contains(&head) && before.next().is_some_and(is_test)
    })
}

#[test]
fn what_is_said_to_hold_is_there() {
    let page = fs::read_to_string(root().join("docs/reliability.md")).expect("the page is there");
    let held = held_in(&page);
    let missing: Vec<&str> =
        held.iter().flat_map(|(_, names)| names).filter(|name| !is_there(name)).copied().collect();
    assert!(missing.is_empty(), "docs/reliability.md names no test:\n{}", missing.join("\n"));
    let items: BTreeSet<&str> = held.iter().map(|(item, _)| *item).collect();
    let all = (1..=13).map(|number| format!("A{number}")).chain(["B".into(), "C".into()]);
    let not_held: Vec<String> = all.filter(|item| !items.contains(item.as_str())).collect();
    assert!(not_held.is_empty(), "held by nothing: {}", not_held.join(" "));
    // The check can fail.
    assert!(!is_there("pty::no_such_test") && !is_there("fuzz/nothing"));
    assert!(!is_there("tidy::is_there"), "it is no test");
    assert!(is_there("tidy::what_is_said_to_hold_is_there"));
}
