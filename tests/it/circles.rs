//! Holds that the files of the recogniser use each other in one direction: no circle between folders,
//! and none of more than two files within one. A `mod.rs` that only hands on a name is not in the way.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::{Path, PathBuf},
};

/// The folders that are held to it.
const HELD: &[&str] = &[
    "parse",
    "app",
    "ui",
    "term",
    "cli",
    "document",
    "annotations",
    "store",
    "layout",
    "source",
    "export",
    "text",
    "opening",
];

/// A module: its path from the crate on, `parse::blocks::head`.
type Module = Vec<String>;

/// The code of the modules of a room, by module, without comments and inline tests.
fn modules(room: &str) -> BTreeMap<Module, String> {
    let root = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut found = BTreeMap::new();
    let mut folders = vec![root.join(room)];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).expect("the folder of the sources is there") {
            let path = entry.expect("its entries can be read").path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|ending| ending == "rs") {
                found.insert(module(path.strip_prefix(&root).expect("it is below")), code(&path));
            }
        }
    }
    found
}

fn module(path: &Path) -> Module {
    let path = path.with_extension("");
    let parts = path.iter().map(|part| part.to_string_lossy().into_owned());
    parts.filter(|part| part != "mod").collect()
}

fn code(path: &Path) -> String {
    let text = fs::read_to_string(path).expect("sources are UTF-8 and can be read");
    let code = text.split("\n#[cfg(test)]\nmod tests {").next().unwrap_or_default();
    code.lines().filter(|line| !line.trim_start().starts_with("//")).collect::<Vec<_>>().join("\n")
}

/// The paths that a text imports, braces taken apart: `a::{b, c::d}` → `a::b`, `a::c::d`.
fn imports(code: &str) -> Vec<(bool, Vec<String>)> {
    let mut found = Vec::new();
    for statement in code.split(';') {
        let Some(at) = statement
            .rfind("use ")
            .filter(|at| statement[..*at].ends_with(['\n', ' ', '\t', ')']) || *at == 0)
        else {
            continue;
        };
        let is_public = statement[..at].trim_end().ends_with([')', 'b']);
        let mut paths = Vec::new();
        branches(&statement[at + 4..], &mut Vec::new(), &mut paths);
        found.extend(paths.into_iter().map(|path| (is_public, path)));
    }
    found
}

fn branches(tree: &str, above: &mut Vec<String>, found: &mut Vec<Vec<String>>) {
    let (mut depth, mut start, mut pieces) = (0, 0, Vec::new());
    for (at, c) in tree.char_indices() {
        match c {
            '{' => depth += 1,
            '}' => depth -= 1,
            ',' if depth == 0 => {
                pieces.push(&tree[start..at]);
                start = at + 1;
            }
            _ => {}
        }
    }
    pieces.push(&tree[start..]);
    for piece in pieces.into_iter().map(str::trim).filter(|piece| !piece.is_empty()) {
        let (path, inner) = match piece.split_once('{') {
            Some((path, inner)) => (path, inner.rsplit_once('}').map(|(inner, _)| inner)),
            None => (piece.split(" as ").next().unwrap_or(piece), None),
        };
        let before = above.len();
        above.extend(path.split("::").map(str::trim).filter(|p| !p.is_empty()).map(str::to_owned));
        match inner {
            Some(inner) => branches(inner, above, found),
            None => found.push(above.clone()),
        }
        above.truncate(before);
    }
}

/// The module that a path within `from` names, and what is left of the path behind it.
fn resolve(
    modules: &BTreeMap<Module, String>,
    from: &Module,
    path: &[String],
) -> Option<(Module, Vec<String>)> {
    let mut rest = path.to_vec();
    let mut at: Module = match rest.first()?.as_str() {
        "crate" => {
            rest.remove(0);
            Vec::new()
        }
        "self" => {
            rest.remove(0);
            from.clone()
        }
        "super" => from.clone(),
        _ => {
            let mut child = from.clone();
            child.push(rest.first()?.clone());
            if !modules.contains_key(&child) {
                return None;
            }
            from.clone()
        }
    };
    while rest.first().is_some_and(|part| part == "super") {
        rest.remove(0);
        at.pop();
    }
    while let Some(next) = rest.first() {
        let mut child = at.clone();
        child.push(next.clone());
        if !modules.keys().any(|module| module.starts_with(&child)) {
            break;
        }
        at = child;
        rest.remove(0);
    }
    modules.contains_key(&at).then_some((at, rest))
}

/// Follows a name that a module only hands on to the module that has it.
fn owner(modules: &BTreeMap<Module, String>, at: Module, rest: &[String]) -> Module {
    let Some(name) = rest.first() else { return at };
    let handed_on = imports(&modules[&at])
        .into_iter()
        .find(|(is_public, path)| *is_public && path.last() == Some(name));
    match handed_on.and_then(|(_, path)| resolve(modules, &at, &path)) {
        Some((next, rest)) if next != at => owner(modules, next, &rest),
        _ => at,
    }
}

/// Which modules each module uses.
fn uses(modules: &BTreeMap<Module, String>) -> BTreeMap<Module, BTreeSet<Module>> {
    let mut uses: BTreeMap<Module, BTreeSet<Module>> = BTreeMap::new();
    for (module, code) in modules {
        let mut named = BTreeSet::new();
        for (is_public, path) in imports(code) {
            let Some((at, rest)) = resolve(modules, module, &path) else { continue };
            // `pub use` hands on and uses nothing; `use super::name` of a module is the name's.
            let is_itself = rest.is_empty() && at == *module;
            if is_public || is_itself {
                continue;
            }
            named.insert(owner(modules, at, &rest));
        }
        named.remove(module);
        uses.insert(module.clone(), named);
    }
    uses
}

/// The circles: sets of modules of which each uses, over others, each.
fn circles(uses: &BTreeMap<Module, BTreeSet<Module>>) -> BTreeSet<BTreeSet<Module>> {
    let reached = |from: &Module| -> BTreeSet<Module> {
        let (mut seen, mut next) = (BTreeSet::new(), vec![from.clone()]);
        while let Some(module) = next.pop() {
            for used in uses.get(&module).into_iter().flatten() {
                if seen.insert(used.clone()) {
                    next.push(used.clone());
                }
            }
        }
        seen
    };
    let all: BTreeMap<&Module, BTreeSet<Module>> =
        uses.keys().map(|module| (module, reached(module))).collect();
    let in_circle =
        |a: &Module, b: &Module| all[a].contains(b) && all.get(b).is_some_and(|r| r.contains(a));
    uses.keys()
        .map(|a| uses.keys().filter(|b| in_circle(a, b)).cloned().collect::<BTreeSet<_>>())
        .filter(|circle| circle.len() > 1)
        .collect()
}

/// What is wrong with the circles of a room: their files.
fn faults(modules: &BTreeMap<Module, String>) -> Vec<String> {
    let folder = |module: &Module| -> Module {
        let is_folder =
            modules.keys().any(|other| other.len() > module.len() && other.starts_with(module));
        module[..module.len() - usize::from(!is_folder)].to_vec()
    };
    let shown = |circle: &BTreeSet<Module>| {
        circle.iter().map(|module| module.join("::")).collect::<Vec<_>>().join(" ")
    };
    let is_wrong = |circle: &&BTreeSet<Module>| {
        let folders: BTreeSet<Module> = circle.iter().map(folder).collect();
        folders.len() > 1 || circle.len() > 2
    };
    circles(&uses(modules)).iter().filter(is_wrong).map(shown).collect()
}

#[test]
fn files_of_the_recogniser_use_each_other_in_one_direction() {
    let wrong: Vec<String> = HELD
        .iter()
        .flat_map(|room| {
            faults(&modules(room)).into_iter().map(move |fault| format!("{room}: {fault}"))
        })
        .collect();
    assert!(
        wrong.is_empty(),
        "circles:
{}",
        wrong.join(
            "
"
        )
    );
}

#[test]
fn the_check_of_circles_can_fail() {
    let room = |files: &[(&str, &str)]| -> Vec<String> {
        let modules =
            files.iter().map(|(path, code)| (module(Path::new(path)), (*code).to_owned()));
        faults(&modules.collect())
    };
    let below = [
        ("p/mod.rs", "mod a;\nmod b;\nuse a::{b, f};"),
        ("p/a/mod.rs", "mod f;\npub(crate) use f::f;"),
        ("p/a/f.rs", "fn f() {}"),
        ("p/b.rs", "use super::a::f;"),
    ];
    assert_eq!(room(&below), [""; 0]);
    let between = [
        ("p/mod.rs", ""),
        ("p/a/mod.rs", "mod f;\npub(crate) use f::f;"),
        ("p/a/f.rs", "use crate::p::b::g;"),
        ("p/b.rs", "use super::a::f;"),
    ];
    assert_eq!(room(&between), ["p::a::f p::b"]);
    let three = [
        ("p/mod.rs", ""),
        ("p/a.rs", "use super::b::x;"),
        ("p/b.rs", "use crate::{\n    other::y,\n    p::c::{self, z},\n};"),
        ("p/c.rs", "use super::a::w;"),
    ];
    assert_eq!(room(&three), ["p::a p::b p::c"]);
}
