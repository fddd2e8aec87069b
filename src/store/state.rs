//! What the reader remembers for itself from one time to the next: where each document was left,
//! and what was searched for. Private, in the state directory, and of no great worth: where it
//! cannot be read, nothing is remembered.

use std::{
    fs, io,
    path::{Path, PathBuf},
};

use directories::ProjectDirs;
use serde::{Deserialize, Serialize};

use super::write_durably;

/// What is remembered.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct State {
    /// Where documents were left, the latest first.
    pub places: Vec<Left>,
    /// What was searched for, the newest last.
    pub searches: Vec<String>,
    /// What was searched for in the library, the newest last.
    pub library_searches: Vec<String>,
    /// Searches of the library that the person keeps.
    pub kept_searches: Vec<String>,
    /// The folders of the library that was opened last.
    pub library: Vec<PathBuf>,
}

/// Where a document was left.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Left {
    /// Its file, or the symbol of what has none.
    pub document: String,
    /// The paragraph: `OP14`.
    pub cite: String,
    /// The byte of its clean text.
    pub at: usize,
}

/// Documents remembered at most.
const MOST_PLACES: usize = 500;
/// Searches remembered at most.
const MOST_SEARCHES: usize = 100;

impl State {
    /// Where a document was left.
    #[must_use]
    pub fn place_of(&self, document: &str) -> Option<&Left> {
        self.places.iter().find(|left| left.document == document)
    }

    /// Remembers where a document is left now.
    pub fn leave(&mut self, left: Left) {
        self.places.retain(|other| other.document != left.document);
        self.places.insert(0, left);
        self.places.truncate(MOST_PLACES);
    }

    /// Remembers the searches, the newest last.
    pub fn keep_searches(&mut self, searches: &[String]) {
        let from = searches.len().saturating_sub(MOST_SEARCHES);
        self.searches = searches[from..].to_vec();
    }
}

/// The file in which it is remembered; `None` where the person has no home.
#[must_use]
pub fn path() -> Option<PathBuf> {
    Some(folder()?.join("state.ron"))
}

/// The state directory.
pub(super) fn folder() -> Option<PathBuf> {
    let directories = ProjectDirs::from("", "", "seized")?;
    // Only Linux has a directory for state; elsewhere it goes with the local data.
    Some(directories.state_dir().unwrap_or_else(|| directories.data_local_dir()).to_owned())
}

/// Reads what is remembered. Nothing, where there is nothing that can be read.
#[must_use]
pub fn load(path: &Path) -> State {
    let text = fs::read_to_string(path).unwrap_or_default();
    ron::from_str(&text).unwrap_or_default()
}

/// Writes what is to be remembered.
///
/// # Errors
/// Where the state directory cannot be written to.
pub fn save(path: &Path, state: &State) -> io::Result<()> {
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder)?;
    }
    let text = ron::ser::to_string_pretty(state, ron::ser::PrettyConfig::default())
        .map_err(io::Error::other)?;
    write_durably(path, text.as_bytes())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn left(document: &str, cite: &str) -> Left {
        Left { document: document.into(), cite: cite.into(), at: 3 }
    }

    #[test]
    fn what_was_left_is_found_again() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("deep/state.ron");
        let mut state = load(&path);
        assert_eq!(state, State::default());
        state.leave(left("/a.txt", "PP1"));
        state.leave(left("/b.txt", "OP2"));
        state.leave(left("/a.txt", "OP14(a)"));
        state.keep_searches(&["human rights".into()]);
        save(&path, &state).expect("saved");
        let state = load(&path);
        assert_eq!(state.place_of("/a.txt"), Some(&left("/a.txt", "OP14(a)")));
        assert_eq!(state.places.len(), 2);
        assert_eq!(state.searches, ["human rights"]);
    }

    #[test]
    fn what_cannot_be_read_is_forgotten() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("state.ron");
        fs::write(&path, "(places: 7").expect("written");
        assert_eq!(load(&path), State::default());
    }
}
