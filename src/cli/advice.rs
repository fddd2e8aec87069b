//! What to do about a file that is not there, a folder in place of a file, a command that is none: the
//! name that was meant, where one is nearly the same.

use std::{
    env, fs,
    io::ErrorKind,
    path::{Path, PathBuf},
};

use clap::CommandFactory as _;

use super::Cli;
use crate::error::Error;

/// How like a name must be to the one that was typed, from 0 to 1 (Jaro and Winkler).
const LIKE: f64 = 0.85;

/// What to do, in a sentence; nothing where the error says it or there is nothing.
pub(super) fn on(error: &Error) -> Option<String> {
    let Error::File { path, cause } = error else { return None };
    match cause.kind() {
        ErrorKind::NotFound => Some(on_missing(path)),
        ErrorKind::IsADirectory => Some(format!(
            "name a document in it; `seized check {0}`, `export`, `tags` and `refs` take whole folders",
            path.display()
        )),
        ErrorKind::PermissionDenied => {
            Some("ask who owns it to let you read it (`ls -l` says who)".into())
        }
        _ => None,
    }
}

/// The command that was meant, where what was typed is nearly one and no file.
pub(super) fn on_command(typed: &str) -> Option<String> {
    let is_word = !typed.starts_with('-') && !typed.contains(['.', '/', '\\']);
    if !is_word || Path::new(typed).exists() {
        return None;
    }
    let commands = Cli::command();
    let names = commands.get_subcommands().map(|command| command.get_name().to_owned());
    let meant = likest(typed, names).filter(|meant| meant != typed)?;
    Some(format!("did you mean `seized {meant}`? `seized --help` lists the commands"))
}

fn on_missing(path: &Path) -> String {
    let typed = path.to_string_lossy();
    if let Some(help) = on_command(&typed) {
        return help;
    }
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty());
    let folder = folder.unwrap_or(Path::new("."));
    if !folder.is_dir() {
        return format!("there is no folder {}", folder.display());
    }
    let entries = fs::read_dir(folder).into_iter().flatten().filter_map(Result::ok);
    let names = entries.filter_map(|entry| entry.file_name().into_string().ok());
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    match likest(&name, names.filter(|name| !name.ends_with(".seized.ron"))) {
        Some(meant) => format!("did you mean {}?", beside(path, &meant).display()),
        None => {
            let here = env::current_dir().map(|here| format!(", {}", here.display()));
            format!("paths count from the folder you are in{}", here.unwrap_or_default())
        }
    }
}

fn beside(path: &Path, name: &str) -> PathBuf {
    path.with_file_name(name)
}

fn likest(typed: &str, names: impl Iterator<Item = String>) -> Option<String> {
    let typed = typed.to_lowercase();
    let likeness = |name: &String| strsim::jaro_winkler(&typed, &name.to_lowercase());
    let rated = names.map(|name| (likeness(&name), name));
    let near = rated.filter(|(likeness, _)| *likeness >= LIKE);
    // Of two that are as near the first by name, whatever order the folder has.
    near.max_by(|a, b| a.0.total_cmp(&b.0).then_with(|| b.1.cmp(&a.1))).map(|(_, name)| name)
}
