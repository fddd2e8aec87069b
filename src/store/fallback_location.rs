//! Where annotations go while the folder of their source cannot be written: a file in the data
//! directory, with a copy of what stood beside the source when the two were last brought together.
//! From these a later save tells what is new on either side. Knows places, nothing of annotations.

use std::{
    fs, io,
    path::{Path, PathBuf},
};

use super::durable;

/// How many bytes of a source's name stand in that of its fallback; its hash tells the rest.
const MOST_NAME: usize = 210;

/// The fallback of one source.
#[derive(Clone, Debug)]
pub(super) struct FallbackLocation {
    /// The annotations.
    pub(super) file: PathBuf,
    /// What was beside the source when `file` was last written.
    pub(super) base: PathBuf,
}

impl FallbackLocation {
    /// The fallback of a source, told by its full path. Nothing where the person has no home.
    pub(super) fn of(source: &Path) -> Option<Self> {
        let full = fs::canonicalize(source).ok()?;
        full.file_name()?;
        let folders = directories::ProjectDirs::from("", "", "seized")?;
        Some(Self::within(&folders.data_dir().join("annotations"), &full))
    }

    /// The files of a source with this full path in a folder.
    pub(super) fn within(folder: &Path, full: &Path) -> Self {
        let hash = blake3::hash(full.as_os_str().as_encoded_bytes()).to_hex();
        let name = full.file_name().unwrap_or_default().to_string_lossy();
        // A name as long as a file's can be leaves no room for what comes behind it.
        let start = &name[..name.floor_char_boundary(MOST_NAME)];
        let name = format!("{start}.{}", hash.get(..16).unwrap_or_default());
        Self {
            file: folder.join(format!("{name}.seized.ron")),
            base: folder.join(format!("{name}.base")),
        }
    }

    /// Whether there is anything in it.
    pub(super) fn is_used(&self) -> bool {
        self.file.exists()
    }

    /// Keeps annotations, and what is beside the source now. A death between the two does no harm:
    /// what is the same on both sides is no change.
    pub(super) fn keep(&self, text: &str, beside: Option<&str>) -> io::Result<()> {
        durable::replace(&self.file, text.as_bytes())?;
        match beside {
            Some(beside) => durable::replace(&self.base, beside.as_bytes()),
            None => durable::remove(&self.base),
        }
    }

    /// Empties it, once all is beside the source again.
    pub(super) fn clear(&self) -> io::Result<()> {
        durable::remove(&self.file)?;
        durable::remove(&self.base)
    }
}

/// Whether a name is so long that a new file should not have it: a name has 255 bytes at most, and
/// what others write beside the file (`….orig` of a merge, a copy in conflict) needs some of them.
pub(super) fn is_too_long(path: &Path) -> bool {
    const LONGEST_NAME: usize = 246;
    path.file_name().is_some_and(|name| name.len() > LONGEST_NAME)
}
