//! A person's configuration: `config.ron`, `keys.ron` and `themes/` in the configuration
//! directory. What is wrong in a file is said with its line and column, and the file does not
//! count; the reader starts all the same. Knows files and RON, nothing of terminals.

mod written;

use std::{
    fs, io,
    path::{Path, PathBuf},
};

use directories::ProjectDirs;
use serde::Deserialize;

use crate::{
    app::{keys::keymap::Keymap, keys::keys_file::read_keys},
    ui::{
        colour::Depth,
        theme::{BUILT_IN, Theme},
    },
};

pub use written::{written_config, written_keys};

/// `config.ron`: everything may be left out.
///
/// ```ron
/// (
///     theme: "dusk",       // or "auto": dusk or dawn, as the terminal is
///     colours: Ansi256,    // or True, Ansi16, Mono; left out, the environment says
///     mouse: false,
///     plain: true,         // one column without boxes, for a screen reader
///     terminal_orders: true, // Arabic is put in order by the terminal
///     ladder: true, // a sign beside each paragraph for how binding it is
///     author: "A. Delegate",
///     library: ["/texts/resolutions"],
/// )
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(default, deny_unknown_fields, rename = "config")]
pub struct Config {
    /// The name of a theme, or `auto`.
    pub theme: String,
    /// How many colours the terminal has.
    pub colours: Option<Depth>,
    /// Whether the mouse is ours.
    pub mouse: bool,
    /// Whether everything stands in one column without boxes and signs, for a screen reader.
    pub plain: bool,
    /// Whether the terminal puts text that runs from right to left in order itself.
    pub terminal_orders: bool,
    /// Whether a sign beside each paragraph says how binding its verb is.
    pub ladder: bool,
    /// The name put to annotations; left out, that of the user.
    pub author: Option<String>,
    /// The folders of the library; left out, the folder of the document that is read.
    pub library: Vec<PathBuf>,
}

impl Default for Config {
    fn default() -> Self {
        Self {
            theme: "auto".into(),
            colours: None,
            mouse: true,
            plain: false,
            terminal_orders: false,
            ladder: false,
            author: None,
            library: Vec::new(),
        }
    }
}

/// The theme's name that asks for the one that fits the terminal.
pub const AUTO: &str = "auto";

/// The configuration directory; `None` where the person has no home.
#[must_use]
pub fn folder() -> Option<PathBuf> {
    Some(ProjectDirs::from("", "", "seized")?.config_dir().to_owned())
}

/// Reads `config.ron`. What is wrong with it goes to `complaints`.
#[must_use]
pub fn config(folder: &Path, complaints: &mut Vec<String>) -> Config {
    let path = folder.join("config.ron");
    let Some(text) = read(&path, complaints) else { return Config::default() };
    read_config(&text).unwrap_or_else(|error| {
        let start = error.span.start;
        complaints.push(complaint(&path, start.line, start.col, &error.code.to_string()));
        Config::default()
    })
}

/// Reads the text of a `config.ron`.
fn read_config(text: &str) -> Result<Config, ron::error::SpannedError> {
    let options =
        ron::Options::default().with_default_extension(ron::extensions::Extensions::IMPLICIT_SOME);
    options.from_str(text.trim_start_matches('\u{feff}'))
}

/// Reads `keys.ron`; `None` where the person has none that counts. What is wrong with it goes to `complaints`.
#[must_use]
pub fn keymap(folder: &Path, complaints: &mut Vec<String>) -> Option<Keymap> {
    let path = folder.join("keys.ron");
    let text = read(&path, complaints)?;
    match read_keys(&text) {
        Ok(overrides) => Some(Keymap::new(&overrides)),
        Err(error) => {
            complaints.push(complaint(&path, error.line, error.column, &error.message));
            None
        }
    }
}

/// A theme by name: the person's own, or a built-in one. `None` where it cannot be used; why not
/// goes to `complaints`.
#[must_use]
pub fn theme(folder: Option<&Path>, name: &str, complaints: &mut Vec<String>) -> Option<Theme> {
    let path = folder.map(|folder| folder.join("themes").join(format!("{name}.ron")));
    let own = path.as_ref().and_then(|path| Some((path, read(path, complaints)?)));
    if let Some((path, text)) = own {
        match Theme::read(name, &text) {
            Ok(theme) => return Some(theme),
            Err(error) => {
                complaints.push(complaint(path, error.line, error.column, &error.message));
                return None;
            }
        }
    }
    let built_in = Theme::built_in(name);
    if built_in.is_none() {
        complaints.push(format!("theme {name:?}: there is none of this name (`seized themes`)"));
    }
    built_in
}

/// The names of all themes: the built-in ones, then a person's own.
#[must_use]
pub fn theme_names(folder: Option<&Path>) -> Vec<(String, bool)> {
    let mut names: Vec<_> = BUILT_IN.iter().map(|(name, _)| ((*name).to_owned(), true)).collect();
    let files = folder.and_then(|folder| fs::read_dir(folder.join("themes")).ok());
    let mut own: Vec<String> = files
        .into_iter()
        .flatten()
        .filter_map(|entry| entry.ok()?.file_name().into_string().ok())
        .filter_map(|name| name.strip_suffix(".ron").map(str::to_owned))
        .collect();
    own.sort();
    names.retain(|(name, _)| !own.contains(name));
    names.extend(own.into_iter().map(|name| (name, false)));
    names
}

fn read(path: &Path, complaints: &mut Vec<String>) -> Option<String> {
    match fs::read_to_string(path) {
        Ok(text) => Some(text),
        Err(error) if error.kind() == io::ErrorKind::NotFound => None,
        Err(error) => {
            complaints.push(format!("{}: {error}", path.display()));
            None
        }
    }
}

fn complaint(path: &Path, line: usize, column: usize, message: &str) -> String {
    format!("{}:{line}:{column}: {message}", path.display())
}
